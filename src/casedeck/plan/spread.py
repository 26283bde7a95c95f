"""The order of cards on a wall: neighbours share no enabler, so that people move."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from casedeck.model.case_study import CaseStudy

STEPS = 12_000
"""The most cards that a search lays, so that the largest deck takes a fraction of a second."""


class Spread(NamedTuple):
    """Cases in an order, and how many of the neighbours in it still share an enabler."""

    cases: tuple[CaseStudy, ...]
    sharing: int


def order(cases: Sequence[CaseStudy]) -> Spread:
    """The cases in an order in which no neighbours share an enabler, or as few as are found; the same for the same cases.

    The card with the fewest possible neighbours left is laid next, and taken back where the rest then does not go, for STEPS cards
    in all. A few cards get the best order there is; the 22 real cards one in which two neighbours share.
    """
    strangers = _strangers(cases)
    everyone = (1 << len(cases)) - 1
    best, bad = _quickest(strangers)
    fewest = max(0, _parts(strangers) - 1)
    for allowed in range(fewest, bad):
        search = _Search(strangers, STEPS // (bad - fewest))
        found = search.lay((), everyone, allowed)
        if found is not None:
            best = found
            break
    made = tuple(cases[place] for place in best)
    return Spread(made, sharing(made))


def sharing(cases: Sequence[CaseStudy]) -> int:
    """How many neighbours in this order share an enabler."""
    enablers = [case.enabler_ids for case in cases]
    return sum(bool(one & other) for one, other in pairwise(enablers))


class _Search:
    """Lays cards one after the other, taking them back where that leads nowhere; cards are bits of a whole number."""

    def __init__(self, strangers: Sequence[int], steps: int) -> None:
        self.strangers, self.steps = strangers, steps

    def lay(self, laid: tuple[int, ...], left: int, allowed: int) -> tuple[int, ...] | None:
        """The cards laid and after them all that are left, at most `allowed` next to one they share with; None where not found."""
        if not left:
            return laid
        free = left & self.strangers[laid[-1]] if laid else left
        for place in (*_by_choices(free, left, self.strangers), *(_by_choices(left & ~free, left, self.strangers) if allowed else ())):
            if self.steps <= 0:
                return None
            self.steps -= 1
            bit = 1 << place
            found = self.lay((*laid, place), left & ~bit, allowed - (not free & bit))
            if found is not None:
                return found
        return None


def _quickest(strangers: Sequence[int]) -> tuple[tuple[int, ...], int]:
    """An order that takes nothing back, and how many of its neighbours share."""
    laid: list[int] = []
    left, bad = (1 << len(strangers)) - 1, 0
    while left:
        free = left & strangers[laid[-1]] if laid else left
        place = _by_choices(free or left, left, strangers)[0]
        bad += not free
        laid.append(place)
        left &= ~(1 << place)
    return tuple(laid), bad


def _by_choices(cards: int, left: int, strangers: Sequence[int]) -> list[int]:
    """The cards, those with the fewest possible neighbours among the ones left first."""
    places = [place for place in range(len(strangers)) if cards >> place & 1]
    return sorted(places, key=lambda place: (strangers[place] & left).bit_count())


def _strangers(cases: Sequence[CaseStudy]) -> list[int]:
    """For each case, the others with which it shares no enabler."""
    enablers = [case.enabler_ids for case in cases]
    return [
        sum(1 << place for place, other in enumerate(enablers) if place != own_place and not own & other)
        for own_place, own in enumerate(enablers)
    ]


def _parts(strangers: Sequence[int]) -> int:
    """Into how many parts the cards fall when only strangers may be neighbours; an order has a break between any two."""
    left, parts = (1 << len(strangers)) - 1, 0
    while left:
        parts += 1
        waiting = [left.bit_length() - 1]
        left &= ~(1 << waiting[0])
        while waiting:
            reached = strangers[waiting.pop()] & left
            left &= ~reached
            waiting += [place for place in range(len(strangers)) if reached >> place & 1]
    return parts
