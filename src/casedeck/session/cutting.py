"""Cutting blocks to the time there is: which of their lengths they take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from casedeck.session.blocks import Length

_ROUNDING = 1e-9


class Stretch(NamedTuple):
    """A block as far as cutting goes: its turn to be cut (0 for never) and its lengths, the longest first."""

    turn: int
    lengths: tuple[Length, ...]

    def within(self, minutes: float) -> int:
        """The place of the longest length of at most so many minutes, or of the shortest."""
        return next(
            (place for place, each in enumerate(self.lengths) if each.minutes <= minutes + _ROUNDING),
            len(self.lengths) - 1,
        )


def cut(stretches: Sequence[Stretch], minutes: int) -> list[int]:
    """The place of the length that each block takes so that all of them last `minutes` at most, or the
    shortest where they cannot.

    Blocks are cut turn by turn, those of one turn each by its share of what they can spare. What slots save
    beyond need is given back, to the blocks that were cut last first: no block is shorter than it has to be.
    """
    places = [0] * len(stretches)
    for turn in sorted({each.turn for each in stretches if each.turn}):
        over = _total(stretches, places) - minutes
        if over <= 0:
            break
        due = [number for number, each in enumerate(stretches) if each.turn == turn]
        spare = [_spare(stretches[number]) for number in due]
        for number, own in zip(due, spare, strict=True):
            share = min(over, sum(spare)) * own / max(1, sum(spare))
            places[number] = stretches[number].within(stretches[number].lengths[0].minutes - share)
    return _given_back(stretches, places, minutes)


def _spare(stretch: Stretch) -> int:
    return stretch.lengths[0].minutes - stretch.lengths[-1].minutes


def _total(stretches: Sequence[Stretch], places: Sequence[int]) -> int:
    return sum(each.lengths[place].minutes for each, place in zip(stretches, places, strict=True))


def _given_back(stretches: Sequence[Stretch], places: list[int], minutes: int) -> list[int]:
    left = minutes - _total(stretches, places)
    for number in sorted(range(len(stretches)), key=lambda number: -stretches[number].turn):
        own = stretches[number].lengths
        while places[number] and own[places[number] - 1].minutes - own[places[number]].minutes <= left:
            left -= own[places[number] - 1].minutes - own[places[number]].minutes
            places[number] -= 1
    return places
