"""Whether a case passes a condition."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from casedeck.model.case_study import CaseStudy
from casedeck.model.deck import Condition
from casedeck.model.vocabulary import key

_VALUES: dict[str, Callable[[CaseStudy], Iterable[str]]] = {
    "benefit": lambda case: (claim.term.name for claim in case.benefits),
    "enabler": lambda case: (claim.term.name for claim in case.enablers),
    "opportunity": lambda case: (claim.term.name for claim in case.opportunities),
    "sector": lambda case: (term.name for term in case.sectors),
    "type of place": lambda case: (term.name for term in case.types_of_place),
    "location": lambda case: (case.location, *case.location.split(",")),
    "keyword": lambda case: case.keywords,
}


def passes(case: CaseStudy, condition: Condition) -> bool:
    """True when the case has any of the condition's values."""
    wanted = {key(value) for value in condition.values}
    return any(key(value) in wanted for value in _VALUES[condition.field](case))


def values(cases: Iterable[CaseStudy], field: str) -> list[str]:
    """Every value that the cases have in a field, sorted."""
    found = {value.strip() for case in cases for value in _VALUES[field](case)}
    return sorted(found - {""}, key=str.casefold)


def in_words(condition: Condition) -> str:
    """The condition as a user would say it: "benefit Health or Wellbeing"."""
    return f"{condition.field} {' or '.join(condition.values)}"
