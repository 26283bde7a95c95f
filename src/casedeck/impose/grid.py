"""How many cards a sheet of paper takes, and where each stands."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.model.card_size import CardSize
from casedeck.model.geometry import Box, Size
from casedeck.model.paper import CLEAR_MM, SIZES, SMALL, Paper

SLACK = 1.0
"""Cards that fill the paper up to so many mm need no cut at its edge: A5 is 148 mm, and half of A4 148.5."""
ROUNDING = 0.01
"""What lengths that were added up may be wrong by, mm."""


class Along(NamedTuple):
    """Cards beside each other along one side of the paper: how many, how long each is, where the first
    begins, and where the paper has to be cut, which the edge of the paper itself has not.
    """

    cards: int
    each: float
    begins: float
    cuts: tuple[float, ...]


class Grid(NamedTuple):
    """Cards in columns and rows on paper as it is turned. Neighbours share the line between them, and all of
    them stand in the middle.
    """

    paper: Size
    across: Along
    down: Along

    @property
    def places(self) -> int:
        """How many cards it takes."""
        return self.across.cards * self.down.cards

    @property
    def cuts(self) -> int:
        """How many lines there are to cut along."""
        return len(self.across.cuts) + len(self.down.cuts)

    @property
    def block(self) -> Box:
        """All cards together, mm."""
        across, down = self.across, self.down
        return Box(across.begins, down.begins, across.cards * across.each, down.cards * down.each)

    def cell(self, place: int) -> Box:
        """Where the card of a place stands: row by row, from 0 at the top left."""
        row, column = divmod(place, self.across.cards)
        across, down = self.across, self.down
        left, top = across.begins + column * across.each, down.begins + row * down.each
        return Box(left, top, across.each, down.each)


def grid(card: Size, paper: Size, *, filled: bool = False) -> Grid | None:
    """The grid that takes most cards of a size, upright on the paper, which may be turned; of two, that with
    fewer cuts, else that on upright paper. None where the paper takes not even one.

    Cards keep CLEAR_MM from the edge of the paper; where it may be `filled`, as by cards whose own margins
    are that wide, those may go to its very edge that fill it.
    """
    turned = (paper.portrait, paper.landscape)
    tried = [_grid(card, each, filled=filled) for each in turned]
    return max(filter(None, tried), key=lambda each: (each.places, -each.cuts), default=None)


def on_other_paper(card: Size, paper: Paper) -> Size:
    """A card made for A4, or a smaller one of which as many are cut from paper that is like A4."""
    on_a4, here = grid(card, SIZES[SMALL]), grid(card, paper.size)
    wanted = on_a4.places if on_a4 else 1
    enough = 2 * wanted if paper.large else wanted
    if wanted == 1 or (here and here.places >= enough):
        return card
    return CardSize("", None, wanted).on(paper)


def _grid(card: Size, paper: Size, *, filled: bool) -> Grid | None:
    across = _along(card.width, paper.width, filled=filled)
    down = _along(card.height, paper.height, filled=filled)
    return Grid(paper, across, down) if across and down else None


def _along(each: float, length: float, *, filled: bool) -> Along | None:
    """Cards along one side of the paper; None where there is not room for one."""
    inside = int((length - 2 * CLEAR_MM + ROUNDING) // each)
    whole = int((length + ROUNDING) // each)
    filling = filled and whole > inside and length - whole * each <= SLACK
    count = whole if filling else inside
    begins = (length - count * each) / 2
    lines = [begins + number * each for number in range(count + 1)]
    return Along(count, each, begins, tuple(lines[1:-1] if filling else lines)) if count else None
