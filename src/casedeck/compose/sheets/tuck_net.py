r"""The net of a tuck box: a flat shape that becomes a box when it is cut out, folded and glued.

```text
                          +------+
             ____         | tuck |
     +-----/      \-------+------+      from left to right: a strip to glue, a side, the front, the other
     |gl|si| front |side | lid  |      side, and the back with the lid above and the bottom below it
```
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from casedeck.model.geometry import Box, Size
from casedeck.model.paper import CLEAR_MM

Point = tuple[float, float]

THICKNESS = 0.0011
"""How thick paper is for each gram that a square metre of it weighs, mm: 0.22 mm at 200 g/m²."""
SPARE, AIR = 3.0, 2.0
"""How much wider and higher than its cards a box is, and how much deeper than they are thick, mm."""
LEAST_DEPTH = 5.0
"""The least depth that can be folded, mm."""
TUCK, TONGUE, GLUE = 14.0, 12.0, 12.0
"""How long the flap is that closes the lid, that which is glued behind the foot of the front, and the strip
that is glued to the back, mm.
"""
DUST, LEAVES = 20.0, 2.0
"""How long the flaps of the sides are at most, and what they leave free of the lid and its flap, mm."""
SLANT = 6.0
"""By how much a flap is narrower at its end, at each side, mm."""
NOTCH, NOTCH_DEPTH = 18.0, 6.0
"""How wide and how deep the place for a thumb is, mm."""
DASH, GAP = 3.0, 2.0
"""The pieces of a line to fold along, and the gaps between them, mm."""


def depth_of(sheets: int, weight: float) -> float:
    """How deep a box for so many sheets is inside, mm; `weight` is theirs in g/m²."""
    return max(LEAST_DEPTH, sheets * weight * THICKNESS + AIR)


class Net(NamedTuple):
    """A net with its top left corner at `x`, `y`: the size of the front, and the depth, all in mm."""

    front: Size
    depth: float
    x: float = 0.0
    y: float = 0.0

    @classmethod
    def around(cls, card: Size, depth: float) -> Net:
        """The net for cards of a size as they stand in the box, which is open at the top."""
        return cls(Size(card.width + SPARE, card.height + SPARE), depth)

    @property
    def size(self) -> Size:
        """What the whole net takes, mm."""
        width, height = self.front
        return Size(GLUE + 2 * (self.depth + width), TUCK + self.depth + height + self.depth + TONGUE)

    @property
    def columns(self) -> tuple[float, ...]:
        """The left edges of glue strip, side, front, side and back, and the right edge of the back."""
        widths = (0.0, GLUE, self.depth, self.front.width, self.depth, self.front.width)
        return tuple([self.x + sum(widths[: number + 1]) for number in range(len(widths))])

    @property
    def rows(self) -> tuple[float, ...]:
        """The upper edges of flap, lid, front, bottom and tongue, and the lower edge of the tongue."""
        heights = (0.0, TUCK, self.depth, self.front.height, self.depth, TONGUE)
        return tuple([self.y + sum(heights[: number + 1]) for number in range(len(heights))])

    @property
    def dust(self) -> float:
        """How long the flaps of the sides are."""
        return min(DUST, TUCK + self.depth - LEAVES, TONGUE + self.depth - LEAVES, 0.45 * self.front.width)

    def panel(self, column: int) -> Box:
        """A panel of the middle row, by its number from 0, the glue strip."""
        left, right = self.columns[column : column + 2]
        return Box(left, self.rows[2], right - left, self.front.height)

    def outline(self) -> list[Point]:
        """Where to cut: the corners of the net, one after the other."""
        x, y, dust = self.columns, self.rows, self.dust
        slant = min(2.0, self.depth / 4)
        thumb = (x[2] + x[3]) / 2
        return [
            (x[0], y[2] + SLANT),
            (x[1], y[2]),
            *_flap(x[1], x[2], y[2], -dust, slant),
            (thumb - NOTCH / 2, y[2]),
            (thumb - NOTCH / 3, y[2] + NOTCH_DEPTH),
            (thumb + NOTCH / 3, y[2] + NOTCH_DEPTH),
            (thumb + NOTCH / 2, y[2]),
            (x[3], y[2]),
            *_flap(x[3], x[4], y[2], -dust, slant),
            (x[4], y[1]),
            *_flap(x[4], x[5], y[1], -TUCK, SLANT),
            (x[5], y[4]),
            *_flap(x[5], x[4], y[4], TONGUE, -SLANT),
            (x[4], y[3]),
            *_flap(x[4], x[3], y[3], dust, -slant),
            (x[2], y[3]),
            *_flap(x[2], x[1], y[3], dust, -slant),
            (x[0], y[3] - SLANT),
        ]

    def cuts(self) -> Iterator[tuple[Point, Point]]:
        """The lines to cut along."""
        corners = self.outline()
        yield from pairwise([*corners, corners[0]])

    def folds(self) -> Iterator[tuple[Point, Point]]:
        """The lines to fold along."""
        x, y = self.columns, self.rows
        for each in x[1:5]:
            yield (each, y[2]), (each, y[3])
        for level in y[1:5]:
            yield (x[4], level), (x[5], level)
        for left in (1, 3):
            for level in (y[2], y[3]):
                yield (x[left], level), (x[left + 1], level)


def _flap(begins: float, ends: float, at: float, length: float, slant: float) -> Sequence[Point]:
    """The corners of a flap at a fold, from one of its ends to the other."""
    return (begins + slant, at + length), (ends - slant, at + length), (ends, at)


def nets_for(card: Size, sheets: int, weight: float, tab: float = 0.0) -> list[Net]:
    """The nets for so many cards of a size and a weight (g/m²), the best first: they stand on their short
    side or lie on their long one. With dividers, which are as much higher as their `tab` is, they lie.
    """
    depth, lying = depth_of(sheets, weight), Size(card.landscape.width, card.landscape.height + tab)
    return [Net.around(each, depth) for each in ((lying,) if tab else (card.portrait, lying))]


def placed_on(nets: Sequence[Net], paper: Size) -> tuple[Net, Size] | None:
    """The first of the nets that a paper holds where a printer reaches, in its middle, and the paper as it is
    turned for that; None where it holds none.
    """
    for net in nets:
        for size in (paper.landscape, paper.portrait):
            x, y = (size.width - net.size.width) / 2, (size.height - net.size.height) / 2
            if min(x, y) >= CLEAR_MM:
                return net._replace(x=x, y=y), size
    return None


def dashed(line: tuple[Point, Point]) -> Iterator[tuple[Point, Point]]:
    """A line in two pieces or more, with one at either end."""
    (x1, y1), (x2, y2) = line
    gaps = max(1, round((math.dist(*line) - DASH) / (DASH + GAP)))
    piece = 1 / (1 + gaps * (1 + GAP / DASH))
    for number in range(gaps + 1):
        begins = number * piece * (1 + GAP / DASH)
        ends = begins + piece
        one, other = [(x1 + (x2 - x1) * at, y1 + (y2 - y1) * at) for at in (begins, ends)]
        yield one, other
