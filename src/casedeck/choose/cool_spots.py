"""The cases that warm the cool spots of a Relationships Heatmap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from casedeck.model.case_study import CaseStudy, Claim
from casedeck.model.choice import HIGHEST_SCORE, Spot
from casedeck.wording import joined


def ranked(
    spots: Sequence[Spot], cases: Iterable[CaseStudy], before: Iterable[CaseStudy] = ()
) -> Iterator[tuple[CaseStudy, list[Spot]]]:
    """The cases that warm any of the spots, best first, each with the spots it warms.

    A spot weighs HIGHEST_SCORE and a half less its score, or one where there are no scores, and half as much
    each time that a case further up, or one of those `before`, has warmed it: so the coolest spots come
    first, and none is forgotten. Of cases of equal weight the one that warms the cooler spot comes first,
    then the one whose title does.
    """
    alike = _by_spots(spots, cases)
    weights = [_weight(spot) for spot in spots]
    for case in before:
        for place in _places(spots, case):
            weights[place] /= 2
    while alike:
        best = min(alike, key=lambda places: (-sum(weights[place] for place in places), places))
        yield alike[best].pop(), [spots[place] for place in best]
        if not alike[best]:
            del alike[best]
        for place in best:
            weights[place] /= 2


def _weight(spot: Spot) -> Fraction:
    """What a spot weighs before any case warms it, exactly: equal weights must be seen to be equal."""
    return (
        Fraction(HIGHEST_SCORE) + Fraction(1, 2) - Fraction(sum(spot.scores), len(spot.scores))
        if spot.scores
        else Fraction(1)
    )


def _by_spots(spots: Sequence[Spot], cases: Iterable[CaseStudy]) -> dict[tuple[int, ...], list[CaseStudy]]:
    """The cases that warm the same spots, given by their places; in each list the first by title stands last."""
    alike: dict[tuple[int, ...], list[CaseStudy]] = {}
    for case in sorted(cases, key=lambda case: (case.title.casefold(), case.id), reverse=True):
        if places := _places(spots, case):
            alike.setdefault(places, []).append(case)
    return alike


def _places(spots: Sequence[Spot], case: CaseStudy) -> tuple[int, ...]:
    held = {claim.term.id for claim in case.opportunities}
    return tuple(place for place, spot in enumerate(spots) if spot.term.id in held)


def spots_in_words(spots: Sequence[Spot]) -> str:
    """Several spots as a user would say them: "Storytelling (1.7 on average, from 1 to 3) and Incentives
    (2)".
    """
    return joined([in_words(spot) for spot in spots], len(spots))


def in_words(spot: Spot) -> str:
    """A spot with its score, and how far the scores of several people are apart: "Storytelling (1.7 on
    average, from 1 to 3)".
    """
    if spot.score is None:
        return spot.term.name
    low, high = min(spot.scores), max(spot.scores)
    spread = f" on average, from {low} to {high}" if low < high else ""
    return f"{spot.term.name} ({spot.score:.2g}{spread})"


def sentences(case: CaseStudy, spots: Iterable[Spot]) -> tuple[Claim, ...]:
    """What the case says of the spots that it warms, the coolest first."""
    claims = {claim.term.id: claim for claim in case.opportunities}
    return tuple(claims[spot.term.id] for spot in spots)
