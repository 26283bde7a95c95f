"""How the cards of one file are put on sheets: where their backs go, and which grid that takes."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.impose.flip import Stand, behind
from casedeck.impose.grid import Grid, grid
from casedeck.model.geometry import Box, Size
from casedeck.model.sheet import BESIDE, LINES, LONG

FRONT, BACK = 0, 1


class Layout(NamedTuple):
    """The grid of what is cut out: cards, or where backs stand `beside` them, pairs of card and back. `flip`
    is the edge over which the paper is turned, `cut` one of CUTS.
    """

    grid: Grid
    card: Size
    beside: bool
    flip: str
    cut: str

    @property
    def below(self) -> bool:
        """Whether the back beside a card is below it, else on its right."""
        return self.beside and self.grid.down.each > self.card.height

    def stand(self, place: int, side: int) -> Stand:
        """Where the FRONT or the BACK of the card of a place stands, and how it is turned."""
        x, y, width, height = self.grid.cell(place)
        if not self.beside:
            front = Stand(Box(x, y, width, height), 0)
            return front if side == FRONT else behind(front, self.grid.paper, self.flip)
        if self.below:
            foot = y + self.card.height
            return Stand(Box(x, foot if side else y, *self.card), 180 if side else 0)
        return Stand(Box(x + self.card.width if side else x, y, *self.card), 0)


def layout(
    card: Size, paper: Size, backs: str, flip: str = LONG, cut: str = LINES, *, filled: bool = False
) -> Layout | None:
    """The layout that takes most cards of a size on a sheet of paper; None where it takes none.

    `filled` as in `grid`: whether cards may go to the very edge of the paper.
    """
    pairs = Size(2 * card.width, card.height), Size(card.width, 2 * card.height)
    cells = pairs if backs == BESIDE else (card,)
    grids = [found for each in cells if (found := grid(each, paper, filled=filled))]
    best = max(grids, key=lambda each: (each.places, -each.cuts), default=None)
    return Layout(best, card, backs == BESIDE, flip, cut) if best else None
