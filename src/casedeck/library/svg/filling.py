"""Filled outlines as dots: how much of each dot lies inside."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from casedeck.library.svg.outlines import Outline, OutlineError

if TYPE_CHECKING:
    from PIL.Image import Image

FINER = 4
"""How many parts of a dot are looked at, across and down."""
MAX_CROSSINGS = 2_000_000
"""How often the outlines of a drawing may cross the lines that are looked along."""
MAX_AREA = 100
"""How many times the canvas all shapes of a drawing may fill."""

Crossings = dict[int, list[tuple[float, int]]]


class Filled(NamedTuple):
    """A part of a canvas, so many dots from its left and top: a grey picture of how solid each dot is."""

    left: int
    top: int
    mask: Image


class Filler:
    """Fills outlines on a canvas so many dots wide and high, up to a limit."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        self._area, self._crossed = MAX_AREA * size[0] * size[1], MAX_CROSSINGS

    def filled(self, outlines: Sequence[Outline], *, even_odd: bool) -> Filled | None:
        """What of the canvas lies inside outlines, each of them closed; None where nothing does.

        A place is inside where the outlines go round it, all turns taken together; with `even_odd`, where
        they do so an odd number of times. Raises OutlineError where there is too much of them.
        """
        from PIL import Image as Pillow

        left, right = _within([x for outline in outlines for x, _ in outline], self.size[0])
        top, bottom = _within([y for outline in outlines for _, y in outline], self.size[1])
        if left >= right or top >= bottom:
            return None
        self._area -= (right - left) * (bottom - top)
        if self._area < 0:
            raise OutlineError
        wide, high = (right - left) * FINER, (bottom - top) * FINER
        rows = bytearray(wide * high)
        for row, crossings in self._crossings(outlines, top * FINER, bottom * FINER).items():
            start = (row - top * FINER) * wide
            for begin, end in _inside(crossings, even_odd=even_odd):
                first = min(max(ceil(begin - 0.5) - left * FINER, 0), wide)
                last = min(max(ceil(end - 0.5) - left * FINER, first), wide)
                rows[start + first : start + last] = b"\xff" * (last - first)
        return Filled(left, top, Pillow.frombytes("L", (wide, high), bytes(rows)).reduce(FINER))

    def _crossings(self, outlines: Sequence[Outline], top: int, bottom: int) -> Crossings:
        """Where outlines cross the middle of each fine row from top to bottom, and whether they go down or
        up there.
        """
        found: Crossings = {}
        for outline in outlines:
            for (x1, y1), (x2, y2) in zip(outline, [*outline[1:], outline[0]], strict=True):
                high, low = sorted((y1 * FINER, y2 * FINER))
                first, last = max(ceil(high - 0.5), top), min(ceil(low - 0.5), bottom)
                self._crossed -= max(last - first, 0)
                if self._crossed < 0:
                    raise OutlineError
                for row in range(first, last):
                    share = ((row + 0.5) / FINER - y1) / (y2 - y1)
                    found.setdefault(row, []).append(((x1 + share * (x2 - x1)) * FINER, 1 if y2 > y1 else -1))
        return found


def _within(places: Sequence[float], length: int) -> tuple[int, int]:
    """The first dot that these places reach, and the one after the last, on a canvas so many dots long."""
    return max(floor(min(places)), 0), min(ceil(max(places)), length)


def _inside(crossings: list[tuple[float, int]], *, even_odd: bool) -> list[tuple[float, float]]:
    """From where to where a row is inside."""
    crossings.sort()
    spans, turns, begin = [], 0, 0.0
    for x, turn in crossings:
        before = turns % 2 if even_odd else turns
        turns += turn
        after = turns % 2 if even_odd else turns
        if after and not before:
            begin = x
        elif before and not after:
            spans.append((begin, x))
    return spans
