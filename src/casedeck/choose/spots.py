"""The cool spots of a Relationships Heatmap, and the cases that warm them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from casedeck.model.case_study import CaseStudy, Claim
from casedeck.model.choice import HIGHEST_SCORE
from casedeck.model.reason import Phrase, Said
from casedeck.model.vocabulary import Term, Vocabulary

if TYPE_CHECKING:
    from fractions import Fraction

COOLEST = 3
"""How many of the scored opportunities count as cool unless the file says otherwise."""
MAX_PEOPLE = 500
Scores = Mapping[str, Sequence[int]]
"""Everybody's scores by the id of the opportunity."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "spot scored": ("spot", "score"),
    "spot scored apart": ("spot", "score", "low", "high"),
}


class CoolSpot(NamedTuple):
    """An opportunity that is cool, with the scores that people gave it, or without any."""

    term: Term
    scores: tuple[int, ...] = ()

    @property
    def score(self) -> float | None:
        """The mean of the scores."""
        return sum(self.scores) / len(self.scores) if self.scores else None

    def phrase(self) -> Said:
        """The spot with its score, and how far the scores of several people are apart: "Storytelling (1.7 on
        average, from 1 to 3)".
        """
        if self.score is None:
            return self.term.name
        low, high = min(self.scores), max(self.scores)
        values: dict[str, Said] = {
            "spot": self.term.name,
            "score": float(f"{self.score:.2g}"),
            "low": low,
            "high": high,
        }
        return Phrase("spot scored apart" if low < high else "spot scored", values)


def coolest(scores: Scores, opportunities: Vocabulary, count: int) -> tuple[CoolSpot, ...]:
    """The `count` opportunities with the lowest mean scores, the coolest first; of equal ones the first in
    the vocabulary's order.
    """
    spots = [CoolSpot(term, tuple(found)) for term in opportunities if (found := scores.get(term.id))]
    return tuple(sorted(spots, key=lambda spot: spot.score or 0.0)[:count])


def ranked(
    spots: Sequence[CoolSpot], cases: Iterable[CaseStudy], before: Iterable[CaseStudy] = ()
) -> Iterator[tuple[CaseStudy, list[CoolSpot]]]:
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


def _weight(spot: CoolSpot) -> Fraction:
    """What a spot weighs before any case warms it, exactly: equal weights must be seen to be equal."""
    from fractions import Fraction

    return (
        Fraction(HIGHEST_SCORE) + Fraction(1, 2) - Fraction(sum(spot.scores), len(spot.scores))
        if spot.scores
        else Fraction(1)
    )


def _by_spots(
    spots: Sequence[CoolSpot], cases: Iterable[CaseStudy]
) -> dict[tuple[int, ...], list[CaseStudy]]:
    """The cases that warm the same spots, given by their places, the first by title
    last.
    """
    alike: dict[tuple[int, ...], list[CaseStudy]] = {}
    for case in sorted(cases, key=lambda case: (case.title.casefold(), case.id), reverse=True):
        if places := _places(spots, case):
            alike.setdefault(places, []).append(case)
    return alike


def _places(spots: Sequence[CoolSpot], case: CaseStudy) -> tuple[int, ...]:
    held = {claim.term.id for claim in case.opportunities}
    return tuple(place for place, spot in enumerate(spots) if spot.term.id in held)


def sentences(case: CaseStudy, spots: Iterable[CoolSpot]) -> tuple[Claim, ...]:
    """What the case says of the spots that it warms, the coolest first."""
    claims = {claim.term.id: claim for claim in case.opportunities}
    return tuple(claims[spot.term.id] for spot in spots)
