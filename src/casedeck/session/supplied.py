"""How what an activity needs is printed, and how many sheets of paper that takes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

WALL, TABLE = "wall", "table"
"""What can get a full set of the cards of the deck."""


class Supplied(NamedTuple):
    """How a sheet is printed where an activity names it: on which paper (where the activity names none), in
    "colour" or "mono", on how many sides of it; how many stand beside each other on a side; what each
    gets a full set, WALL or TABLE or "", where it shows the cards of the deck; whether it shows the
    cards, one after the other, so that a copy for each of them is a set of the `deck`; and whether it is the
    `cards` themselves, on a face, so that some of them can be dealt, or given to groups. One copy takes so
    many `pages`, or one for so many cards of the deck as it `lists` on a page. Of cards that are `cut` from
    larger paper, so many stand on a sheet, by the paper's id.
    """

    paper: str
    colour: str
    sides: int = 1
    per_side: int = 1
    set_for: str = ""
    deck: bool = False
    cards: bool = False
    pages: int = 1
    lists: int = 0
    cut: Mapping[str, int] = MappingProxyType({})

    @property
    def hung(self) -> bool:
        """Whether it is cards that hang on a wall."""
        return self.cards and self.set_for == WALL

    def pages_for(self, cards: int) -> int:
        """How many pages one copy takes with so many cards in the deck."""
        return -(-cards // self.lists) if self.lists else self.pages


def sheets_of(pages: int, sides: int, copies: int) -> int:
    """The sheets of paper that copies of so many pages take, printed on so many sides: each copy begins on a
    sheet of its own.
    """
    return -(-pages // sides) * copies
