"""Sheets: finished pages placed on paper, to be printed and cut."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.model.geometry import Box, Size
from casedeck.model.page import Mark, Page, bounds_of

TURNS = (0, 90, 180, 270)
"""By how many degrees, clockwise, a page can stand turned on a sheet."""
BACKS = BEHIND, BESIDE, APART, NONE = "behind", "beside", "apart", "none"
"""Where the backs of cards are printed: behind their fronts, on the other side of the paper; beside them, to
be folded between; in a file of their own; or not at all.
"""
CUTS = LINES, MARKS, UNMARKED = "lines", "marks", "none"
"""What shows where to cut: thin lines, short marks outside the cards, or nothing."""
FLIPS = LONG, SHORT = "long edge", "short edge"
"""Over which edge a printer turns the paper."""


class Placed(NamedTuple):
    """A finished page on a sheet: x and y (mm) are where the top left corner of the page as it stands there,
    turned by one of TURNS, is. `first` says that it is the first of its kind in the file, and so is
    told to people who cannot see it; any further one repeats it. Of a page larger than the sheet, only what
    is inside `window` shows, a box on the sheet.
    """

    page: Page
    x: float
    y: float
    turn: int = 0
    first: bool = True
    window: Box | None = None

    @property
    def size(self) -> Size:
        """The room that it takes as it stands, mm."""
        width, height = self.page.size
        return Size(height, width) if self.turn in (90, 270) else Size(width, height)

    def standing(self, box: Box) -> Box:
        """A box on the page as a box on the sheet."""
        width, height = self.page.size
        right, below = width - box.right, height - box.bottom
        x, y = {0: (box.x, box.y), 90: (below, box.x), 180: (right, below), 270: (box.y, right)}[self.turn]
        across = box.height, box.width
        return Box(self.x + x, self.y + y, *(across if self.turn in (90, 270) else across[::-1]))

    @property
    def ink(self) -> Box | None:
        """Where on the sheet the ink of the page is, as far as it shows; None where there is none."""
        if not self.page.marks:
            return None
        ink = self.standing(bounds_of(self.page.marks))
        if self.window is None:
            return ink
        left, top = max(ink.x, self.window.x), max(ink.y, self.window.y)
        right, bottom = min(ink.right, self.window.right), min(ink.bottom, self.window.bottom)
        return Box(left, top, right - left, bottom - top)


class Sheet(NamedTuple):
    """One side of paper of a size (mm): the pages placed on it, in the order in which they are read, and what
    guides cutting and folding, which nobody needs to hear. `label` is what a reader shows for it. Sheets that
    show the same have the very same `placed`, and `guides`. Where it is trimmed, `trim` is what is left of
    it, and colour may go so many mm beyond that as `bleed` says.
    """

    size: Size
    placed: tuple[Placed, ...]
    guides: tuple[Mark, ...]
    label: str
    trim: Box | None = None
    bleed: float = 0.0

    @property
    def again(self) -> bool:
        """Whether all that is placed on it was there before."""
        return bool(self.placed) and not any(each.first for each in self.placed)


Side = Page | Sheet
"""One side of paper in a file: a page as large as the paper, or pages placed on it."""


def new_pages(side: Side) -> tuple[Page, ...]:
    """The pages on a side of paper that were not there before."""
    return tuple([each.page for each in side.placed if each.first]) if isinstance(side, Sheet) else (side,)


def sideways(paper: Size, flip: str) -> bool:
    """Whether the paper is turned over like the page of a book, about the line from its top to its foot, so
    that left and right change places; else top and foot do.
    """
    upright = paper.height >= paper.width
    return upright == (flip == LONG)


def like_a_book(paper: Size) -> str:
    """The edge over which paper is turned like the page of a book."""
    return next(flip for flip in FLIPS if sideways(paper, flip))
