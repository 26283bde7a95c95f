"""The order of cards on a wall: neighbours share no enabler, so that people move."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from casedeck.model.case_study import CaseStudy

STEPS = 12_000
"""The most cards that a search lays."""

WORK = 1_000_000
"""The most neighbours that it looks at while it lays them, so that a deck of thousands takes no longer than
one of a hundred.
"""


class Spread(NamedTuple):
    """Cases in an order, and how many of the neighbours in it still share an enabler."""

    cases: tuple[CaseStudy, ...]
    sharing: int


def order(cases: Sequence[CaseStudy]) -> Spread:
    """The cases in an order in which no neighbours share an enabler, or as few as are found; the same for the
    same cases.

    The card with the fewest possible neighbours left is laid next, of several the one that is least like the
    last in sectors, types of place and countries; it is taken back where the rest then does not go, for STEPS
    cards in all. A few cards get the best order there is; the 22 first cards of the library one in which two
    neighbours share.
    """
    table = _table(cases)
    everyone = (1 << len(cases)) - 1
    best, bad = _quickest(table)
    fewest = max(0, _parts(table.strangers) - 1)
    for allowed in range(fewest, bad):
        search = _Laying(table, min(STEPS, WORK // len(cases)) // (bad - fewest))
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


class _Table(NamedTuple):
    """Cards as bits of a whole number: for each its strangers, with which it shares no enabler; and its
    traits, bits of another.
    """

    strangers: Sequence[int]
    traits: Sequence[int]

    def free(self, left: int, last: int | None) -> int:
        """The cards left that may stand beside the last one."""
        return left if last is None else left & self.strangers[last]

    def by_choices(self, cards: int, left: int, last: int | None) -> list[int]:
        """The cards, those with the fewest possible neighbours among the ones left first, then those least
        like the last one.
        """
        return sorted(_places(cards), key=self._by(left, last))

    def nearest(self, cards: int, left: int, last: int | None) -> int:
        """The first of these."""
        return min(_places(cards), key=self._by(left, last))

    def _by(self, left: int, last: int | None) -> Callable[[int], tuple[int, int]]:
        beside = 0 if last is None else self.traits[last]
        return lambda place: (
            (self.strangers[place] & left).bit_count(),
            (self.traits[place] & beside).bit_count(),
        )


class _Laying:
    """Lays cards one after the other, taking them back where that leads nowhere."""

    def __init__(self, table: _Table, steps: int) -> None:
        self.table, self.steps = table, steps

    def lay(self, laid: tuple[int, ...], left: int, allowed: int) -> tuple[int, ...] | None:
        """The cards laid and after them all that are left, at most `allowed` next to one they share with;
        None where not found.
        """
        if not left:
            return laid
        last = laid[-1] if laid else None
        free = self.table.free(left, last)
        others = self.table.by_choices(left & ~free, left, last) if allowed else ()
        for place in (*self.table.by_choices(free, left, last), *others):
            if self.steps <= 0:
                return None
            self.steps -= 1
            bit = 1 << place
            found = self.lay((*laid, place), left & ~bit, allowed - (not free & bit))
            if found is not None:
                return found
        return None


def _quickest(table: _Table) -> tuple[tuple[int, ...], int]:
    """An order that takes nothing back, and how many of its neighbours share."""
    laid: list[int] = []
    left, bad = (1 << len(table.strangers)) - 1, 0
    while left:
        last = laid[-1] if laid else None
        free = table.free(left, last)
        place = table.nearest(free or left, left, last)
        bad += not free
        laid.append(place)
        left &= ~(1 << place)
    return tuple(laid), bad


def _strangers(cases: Sequence[CaseStudy]) -> list[int]:
    """For each case, the others with which it shares no enabler."""
    enablers = [case.enabler_ids for case in cases]
    return [
        sum(1 << place for place, other in enumerate(enablers) if place != own_place and not own & other)
        for own_place, own in enumerate(enablers)
    ]


def _places(cards: int) -> list[int]:
    found = []
    while cards:
        lowest = cards & -cards
        found.append(lowest.bit_length() - 1)
        cards ^= lowest
    return found


def _table(cases: Sequence[CaseStudy]) -> _Table:
    return _Table(_strangers(cases), _traits(cases))


def _traits(cases: Sequence[CaseStudy]) -> list[int]:
    """For each case, its sectors, types of place and countries."""
    kinds = [(case.sectors, case.types_of_place, case.countries) for case in cases]
    words = [{(kind, term.id) for kind, terms in enumerate(each) for term in terms} for each in kinds]
    bits = {word: 1 << place for place, word in enumerate(sorted(set().union(*words)))}
    return [sum(bits[word] for word in each) for each in words]


def _parts(strangers: Sequence[int]) -> int:
    """Into how many parts the cards fall when only strangers may be neighbours; an order has a break between
    any two.
    """
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
