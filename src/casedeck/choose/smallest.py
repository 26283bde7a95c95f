"""The fewest sets that cover everything that is wanted."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

STEPS = 60_000
"""The most sets that a search tries, so that the largest library takes a fraction of a second."""


class Covering(NamedTuple):
    """The places of the sets chosen, and whether it is certain that fewer do not suffice."""

    chosen: tuple[int, ...]
    certain: bool


def smallest(wanted: Iterable[Hashable], sets: Sequence[AbstractSet[Hashable]]) -> Covering:
    """The fewest of the sets that hold together all that is wanted; the same for the same sets.

    Every number of sets is tried before a greater one, for STEPS sets in all; a covering found by always
    taking the set that brings most is given where that does not suffice. ValueError where some of what is
    wanted is in none of the sets.
    """
    bits = {each: 1 << place for place, each in enumerate(dict.fromkeys(wanted))}
    masks = [sum(bits[each] for each in one if each in bits) for one in sets]
    everything = (1 << len(bits)) - 1
    first: dict[int, int] = {}
    for place, mask in enumerate(masks):
        first.setdefault(mask, place)
    quick = _greedy(list(first), everything)
    search = _Covering(sorted(first, key=lambda mask: (-mask.bit_count(), first[mask])), everything)
    for count in range(len(quick)):
        found = search.cover(everything, count)
        if found is not None:
            return Covering(tuple(sorted(first[mask] for mask in found)), certain=True)
        if search.steps <= 0:
            return Covering(tuple(sorted(first[mask] for mask in quick)), certain=False)
    return Covering(tuple(sorted(first[mask] for mask in quick)), certain=True)


def _greedy(masks: Sequence[int], everything: int) -> list[int]:
    chosen: list[int] = []
    left = everything
    while left:
        best = max(masks, key=lambda mask: (mask & left).bit_count(), default=0)
        if not best & left:
            raise ValueError("not everything is in one of the sets")
        chosen.append(best)
        left &= ~best
    return chosen


class _Covering:
    """Tries the sets that hold what is hardest to come by, those that hold most first; sets are bits of a
    whole number.
    """

    def __init__(self, masks: Sequence[int], everything: int) -> None:
        self.steps = STEPS
        self.most = max((mask.bit_count() for mask in masks), default=0)
        self.holders = {bit: [mask for mask in masks if mask & bit] for bit in _bits(everything)}
        self.hopeless: set[tuple[int, int]] = set()

    def cover(self, left: int, count: int) -> list[int] | None:
        """At most `count` sets that hold all that is left, or None where there are none or the steps are used
        up.
        """
        if not left:
            return []
        if count * self.most < left.bit_count() or (left, count) in self.hopeless:
            return None
        rarest = min(_bits(left), key=lambda bit: len(self.holders[bit]))
        least = left.bit_count() - (count - 1) * self.most
        for mask in self.holders[rarest]:
            if (mask & left).bit_count() < least:
                continue
            self.steps -= 1
            if self.steps <= 0:
                return None
            found = self.cover(left & ~mask, count - 1)
            if found is not None:
                return [mask, *found]
        self.hopeless.add((left, count))
        return None


def _bits(mask: int) -> list[int]:
    return [1 << place for place in range(mask.bit_length()) if mask >> place & 1]
