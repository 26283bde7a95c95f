"""Whether a case passes a condition."""

from __future__ import annotations

from casedeck.model.case_study import CaseStudy
from casedeck.model.deck import Condition
from casedeck.model.facets import values_of
from casedeck.model.vocabulary import key


def passes(case: CaseStudy, condition: Condition) -> bool:
    """True when the case has any of the condition's values."""
    wanted = {key(value) for value in condition.values} - {""}
    return any(key(value) in wanted for value in values_of(case, condition.field))


def in_words(condition: Condition) -> str:
    """The condition as a user would say it: "benefit Health or Wellbeing"."""
    return f"{condition.field} {' or '.join(condition.values)}"
