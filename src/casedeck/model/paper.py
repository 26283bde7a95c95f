"""Paper sizes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from casedeck.model.geometry import Size

SIZES: Mapping[str, Size] = {"A4": Size(210.0, 297.0), "A3": Size(297.0, 420.0)}
"""The two papers that every face and sheet is designed for, the smaller first; what stands on any other
paper is set like one of them, or grows with its size.
"""
SETTINGS = SMALL, LARGE = tuple(SIZES)
"""Their names."""
CLEAR_MM = 6.0
"""What office printers cannot reach at the edge of the paper."""
CUT_MM = 4.0
"""What stays free at the edge of a card that is cut out: scissors, and backs that drift, take up to 3 mm."""


def scale_of(size: Size) -> float:
    """How much larger paper is than A4, by the side that is tighter: 1.0 for A4, 0.7 for A5, 1.4 for A3."""
    own, usual = size.portrait, SIZES[SMALL]
    return min(own.width / usual.width, own.height / usual.height)


def nearest_setting(size: Size) -> str:
    """Which of SETTINGS a paper is nearest to."""
    between = scale_of(SIZES[LARGE]) ** 0.5
    return LARGE if scale_of(size) > between else SMALL


OVERLAP = 10.0
"""How far one of two sheets that are glued together lies on the other, mm."""


class Half(NamedTuple):
    """One of two sheets of paper that are glued together: what it is called, and its size in mm."""

    name: str
    size: Size

    @property
    def glued(self) -> Size:
        """What two of them come to, as far as a printer reaches at the edges that meet."""
        long, short = self.size.landscape
        return Size(long, 2 * (short - CLEAR_MM) - OVERLAP)


class Paper(NamedTuple):
    """A sheet of paper: `size` in mm, and which of SETTINGS is nearest to it, or which its cards are set like
    whatever its own size is where it is `set_like` that. A card that is `cut` out of a sheet is one as well,
    and two sheets glued together, which have their `half`.
    """

    id: str
    name: str
    size: Size
    like: str
    set_like: bool = True
    cut: bool = False
    half: Half | None = None

    @property
    def setting(self) -> Size:
        """The size whose measures stand on it, in mm: its own, or that of the paper it is set like."""
        return SIZES[self.like] if self.set_like else self.size

    @property
    def scale(self) -> float:
        """How much larger than on A4 what stands on it is."""
        return scale_of(self.setting)

    @property
    def clear(self) -> float:
        """What stays free at its edges, mm."""
        return CUT_MM if self.cut else CLEAR_MM

    @property
    def large(self) -> bool:
        """Whether it is more like A3 than like A4."""
        return self.like == LARGE


def card_of(size: Size) -> Paper:
    """A card of a size in mm as the paper that it is composed on."""
    what = f"{size.width:g} x {size.height:g} mm"
    return Paper(what.replace(" ", ""), what, size, nearest_setting(size), set_like=False, cut=True)


def at_hand(wanted: Paper, stock: Sequence[Paper]) -> Paper:
    """What is printed on where a sheet is made for the paper `wanted` and only the papers in `stock` are
    there: the one that is set like it, else the first; without a stock, the paper itself.
    """
    return next((paper for paper in stock if paper.like == wanted.like), stock[0] if stock else wanted)
