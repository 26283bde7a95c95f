"""In which order cards stand on sheets, so that they are in order once these are cut.

A stack of sheets is cut once. The pile at its top left is then laid on the one to its right, the two on the
next, row after row: that is the order in which the cards were.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Stack(NamedTuple):
    """Sheets that are cut together: so many of them, for so many whole decks."""

    decks: int
    sheets: int


def stacks(cards: int, copies: int, places: int) -> list[Stack]:
    """The stacks for copies of a deck of so many cards, on sheets with so many places.

    As long as there are as many copies to come as places, each pile of a stack is a whole deck. All together
    are as few sheets as can be.
    """
    whole, rest = divmod(copies, places)
    last = [Stack(rest, -(-cards * rest // places))] if rest else []
    return [Stack(places, cards)] * whole + last


def in_piles(count: int, places: int) -> Iterator[tuple[int, ...]]:
    """The cards of one stack, numbered from 0 in their order: for each sheet, those at its places. Where
    there are fewer cards than places, the last of these stay empty.
    """
    sheets = -(-count // places)
    for sheet in range(sheets):
        yield tuple(range(sheet, count, sheets))
