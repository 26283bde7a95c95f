"""What case studies can be chosen by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from casedeck.model.case_study import CaseStudy

_FACETS: Mapping[str, Callable[[CaseStudy], Iterable[str]]] = {
    "benefit": lambda case: (claim.term.name for claim in case.benefits),
    "enabler": lambda case: (claim.term.name for claim in case.enablers),
    "opportunity": lambda case: (claim.term.name for claim in case.opportunities),
    "sector": lambda case: (term.name for term in case.sectors),
    "type of place": lambda case: (term.name for term in case.types_of_place),
    "country": lambda case: (term.name for term in case.countries),
    "location": lambda case: (case.location, *case.location.split(",")),
    "keyword": lambda case: case.keywords,
}

VOCABULARY_OF = {
    "benefit": "benefits",
    "enabler": "enablers",
    "opportunity": "opportunities",
    "sector": "sectors",
    "type of place": "places",
    "country": "countries",
}
"""The vocabulary that each facet takes its words from; the others take whatever words the cases have."""


def values_of(case: CaseStudy, facet: str) -> Iterable[str]:
    """What a case has under a facet such as "sector"."""
    return (value.strip() for value in _FACETS[facet](case))


def known_values(cases: Iterable[CaseStudy], facet: str) -> list[str]:
    """Every value that any of the cases has under a facet, sorted."""
    found = {value for case in cases for value in values_of(case, facet)}
    return sorted(found - {""}, key=str.casefold)
