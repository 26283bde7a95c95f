"""Lengths and boxes in millimetres, origin top left, y downwards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

MM_PER_INCH = 25.4
PT_PER_MM = 72 / MM_PER_INCH
UNITS = {"mm": 1.0, "cm": 10.0, "in": MM_PER_INCH, "pt": 1 / PT_PER_MM}


def mm(points: float) -> float:
    """Points to millimetres."""
    return points / PT_PER_MM


class Size(NamedTuple):
    """Width and height in mm."""

    width: float
    height: float

    @property
    def landscape(self) -> Size:
        """The same sheet with its long side across."""
        return Size(max(self), min(self))

    @property
    def portrait(self) -> Size:
        """The same sheet with its long side upright."""
        return Size(min(self), max(self))


class Box(NamedTuple):
    """A rectangle: left and top edge, width and height, in mm."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge, mm from the left of the page."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge, mm from the top of the page."""
        return self.y + self.height

    def middle(self, side: float) -> Box:
        """A square of a side in mm in the middle of the box."""
        return Box(self.x + (self.width - side) / 2, self.y + (self.height - side) / 2, side, side)

    def inset(self, dx: float, dy: float) -> Box:
        """The box made smaller by dx at left and right and dy at top and bottom."""
        return Box(self.x + dx, self.y + dy, self.width - 2 * dx, self.height - 2 * dy)

    def within(self, other: Box) -> Box:
        """What of the box is inside another; of nothing, a point or line at the other's edge."""
        left, right = (min(max(x, other.x), other.right) for x in (self.x, self.right))
        top, bottom = (min(max(y, other.y), other.bottom) for y in (self.y, self.bottom))
        return Box(left, top, right - left, bottom - top)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of these, of which there is at least one."""
    lefts, tops, rights, bottoms = zip(*[(box.x, box.y, box.right, box.bottom) for box in boxes], strict=True)
    return Box(min(lefts), min(tops), max(rights) - min(lefts), max(bottoms) - min(tops))
