"""The cases that differ most from one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from casedeck.errors import PlanError
from casedeck.model.case_study import CaseStudy


def most_different(
    cases: Sequence[CaseStudy], count: int, beside: Sequence[CaseStudy] = ()
) -> tuple[CaseStudy, ...]:
    """The cases that differ most from one another and from those `beside` them, in the order chosen; by
    themselves the first is first.

    Each next one is the case that has the first enabler of the fewest chosen, then shares the fewest
    enablers, then benefits, then sectors, types of place and countries with them, then stands first. While
    there is a first enabler that nobody has, such a case is taken: no two share one when the cases have
    enough of them. Cases without enablers come last. PlanError where there are fewer cases than wanted.
    """
    if count > len(cases):
        raise PlanError(
            f"{count} different cards are wanted and the deck has {len(cases)}",
            "add cards, or give two groups the same one",
        )
    chosen: list[CaseStudy] = []
    crowd = [Counter[str]() for _ in range(_TRAITS)]
    for case in beside:
        _join(crowd, _traits(case))
    left = [(case, _traits(case)) for case in cases]
    for _ in range(count):
        case, traits = left.pop(min(range(len(left)), key=lambda place: _likeness(left[place][1], crowd)))
        _join(crowd, traits)
        chosen.append(case)
    return tuple(chosen)


def _likeness(traits: Sequence[frozenset[str]], crowd: Sequence[Counter[str]]) -> tuple[int, ...]:
    """How like those chosen a case of these traits is, most important first."""
    return (
        int(not traits[0]),
        *(sum(counts[word] for word in own) for own, counts in zip(traits, crowd, strict=True)),
    )


def _join(crowd: Sequence[Counter[str]], traits: Sequence[frozenset[str]]) -> None:
    """Count the traits of one more case."""
    for counts, own in zip(crowd, traits, strict=True):
        counts.update(own)


_TRAITS = 6


def _traits(case: CaseStudy) -> tuple[frozenset[str], ...]:
    """The first enabler, all enablers, benefits, sectors, types of place and countries."""
    terms = (tuple(claim.term for claim in case.benefits), case.sectors, case.types_of_place, case.countries)
    return (
        frozenset(claim.term.id for claim in case.enablers[:1]),
        case.enabler_ids,
        *(frozenset(term.id for term in each) for each in terms),
    )
