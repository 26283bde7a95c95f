"""Whether a case passes a condition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from casedeck.choose.facets import TEXT, holds_text, values_of
from casedeck.choose.reading import reading_minutes
from casedeck.model.case_study import CaseStudy, Claim
from casedeck.model.choice import Condition, Has, Is, Reads, Without
from casedeck.model.vocabulary import key

_HOW: Mapping[str, Callable[[Iterable[bool]], bool]] = {
    "any": any,
    "all": all,
    "none": lambda found: not any(found),
}
_JOINS = {"any": " or ", "all": " and ", "none": " or "}
_ASPECTS = {
    ("full card", True): "with a full card",
    ("full card", False): "without a full card",
    ("own", True): "one of your own",
    ("own", False): "one that comes with casedeck",
}
_CLAIMS: Mapping[str, Callable[[CaseStudy], tuple[Claim, ...]]] = {
    "benefit": lambda case: case.benefits,
    "enabler": lambda case: case.enablers,
    "opportunity": lambda case: case.opportunities,
}


def passes(case: CaseStudy, condition: Condition) -> bool:
    """True when the case is what the condition asks for."""
    if isinstance(condition, Has):
        return _HOW[condition.how](_found(case, condition))
    if isinstance(condition, Reads):
        return condition.low <= reading_minutes(case.words) * 60 <= condition.high
    if isinstance(condition, Without):
        return case.id not in condition.names
    return (case.full if condition.aspect == "full card" else case.own) is condition.wanted


def filtered(conditions: Sequence[Condition], cases: Iterable[CaseStudy]) -> list[CaseStudy]:
    """The cases that pass every condition, in order of title."""
    left = [case for case in cases if all(passes(case, condition) for condition in conditions)]
    return sorted(left, key=lambda case: (case.title.casefold(), case.id))


def _found(case: CaseStudy, condition: Has) -> list[bool]:
    """For each of the condition's values, whether the case has it."""
    if condition.field == TEXT:
        return [holds_text(case, value) for value in condition.values]
    held = {key(value) for value in values_of(case, condition.field)} - {""}
    return [key(value) in held for value in condition.values]


def evidence(case: CaseStudy, conditions: Iterable[Condition]) -> tuple[Claim, ...]:
    """The claims of the case by which it passes the conditions."""
    found: dict[Claim, None] = {}
    for condition in conditions:
        if isinstance(condition, Has) and condition.field in _CLAIMS and condition.how != "none":
            wanted = {key(value) for value in condition.values}
            found.update(
                dict.fromkeys(
                    claim for claim in _CLAIMS[condition.field](case) if key(claim.term.name) in wanted
                )
            )
    return tuple(found)


def in_words(condition: Condition) -> str:
    """The condition as a user would say it: "benefit Health or Wellbeing"."""
    if isinstance(condition, Is):
        return _ASPECTS[condition.aspect, condition.wanted]
    if isinstance(condition, Reads):
        limits = [f"at least {condition.low:g}"] if condition.low else []
        limits += [f"at most {condition.high:g}"] if condition.high < float("inf") else []
        return f"reading time {' and '.join(limits)} seconds"
    if isinstance(condition, Without):
        return f"without {' or '.join(condition.names)}"
    values = [f'"{value}"' for value in condition.values] if condition.field == TEXT else condition.values
    return (
        f"{condition.field} {'not ' if condition.how == 'none' else ''}{_JOINS[condition.how].join(values)}"
    )


def all_in_words(conditions: Iterable[Condition]) -> str:
    """Several conditions as a user would say them, but for those taken out by name; where there are none,
    every case passes.
    """
    return (
        ", ".join(in_words(each) for each in conditions if not isinstance(each, Without))
        or "all case studies"
    )
