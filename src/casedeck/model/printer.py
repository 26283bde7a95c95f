"""What a printer does to pages, as its test page showed."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.model.geometry import Size
from casedeck.model.paper import CLEAR_MM, Paper
from casedeck.model.sheet import FLIPS, LONG

ONE_SIDE = "none"
TURNS_OVER = (*FLIPS, ONE_SIDE)
"""Over which edge a printer turns the paper to print its back, if it does."""


class Offset(NamedTuple):
    """How far the back is to the right of where it belongs, and further down, as seen from the front against
    the light, mm.
    """

    across: float
    down: float


EXACT = Offset(0.0, 0.0)


class Printer(NamedTuple):
    """A printer: what it leaves white at the edges (mm; 0 where nobody has said), how large it prints (1 is
    true to size), where it puts backs on paper that stands and on paper that `lies`, whether it has colour,
    the largest paper it takes (None: any), and over which edge it turns the paper.
    """

    name: str = ""
    margin_mm: float = 0.0
    scale: float = 1.0
    offset: Offset = EXACT
    lying: Offset = EXACT
    colour: bool = True
    largest: Paper | None = None
    duplex: str = TURNS_OVER[0]

    @property
    def clear_mm(self) -> float:
        """How far from the edge of the paper everything has to stand, mm."""
        return max(CLEAR_MM, self.margin_mm)

    @property
    def papers(self) -> tuple[Paper, ...]:
        """What everything is printed on where it takes no large paper; none where it does."""
        return () if self.largest is None or self.largest.large else (self.largest,)

    @property
    def flip(self) -> str:
        """Over which edge sheets of cards are made to be turned where nobody says otherwise: by hand, the
        long one.
        """
        return LONG if self.duplex == ONE_SIDE else self.duplex

    def takes(self, size: Size) -> bool:
        """Whether paper of a size (mm) goes through it."""
        if self.largest is None:
            return True
        width, height = self.largest.size.portrait
        return size.portrait.width <= width + 1 and size.portrait.height <= height + 1


ANY_PRINTER = Printer()
"""A printer of which nothing is known."""
