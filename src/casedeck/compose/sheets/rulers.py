"""What is measured on a test page: rulers, frames, a cross with its scale, greys."""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.compose.kit import Kit
from casedeck.compose.lettering import Lettering, Style
from casedeck.model.geometry import Box, Size
from casedeck.model.page import ARTIFACT, Group, Line, Mark, Shape
from casedeck.model.text import filled

FINE_PT, STRONG_PT = 0.4, 0.8
LABEL_PT = 10.0
TICKS = {1: 2.0, 5: 3.2, 10: 4.6}
"""How long the tick of every so many millimetres is, mm."""
FRAMES = (4, 6, 10)
"""How far frames are from the edge of the paper, mm."""
REACH = 12
"""To how many mm from the cross its scale reaches."""
STEPS = 10
"""How many greys there are."""
MINUS = "\N{MINUS SIGN}"


class Rulers:
    """Draws what is measured, in the ink of a kit; none of it needs to be heard."""

    def __init__(self, kit: Kit) -> None:
        self.kit = kit
        self.ink = kit.sheet.colour("ink")
        self.small = Style(LABEL_PT, LABEL_PT * 1.1, self.ink)

    def across(self, x: float, y: float, length: int) -> Mark:
        """A ruler from left to right with its line at a height, numbers below."""
        marks: list[Mark] = [self._line(x, y, x + length, y, STRONG_PT)]
        for at in range(length + 1):
            marks.append(self._line(x + at, y, x + at, y + _tick(at)))
            if at % 10 == 0:
                label = self._label(str(at))
                marks += label.marks(x + at - label.width / 2, y + TICKS[10])
        return Group(ARTIFACT, tuple(marks))

    def down(self, x: float, y: float, length: int) -> Mark:
        """A ruler from top to bottom with its line at x, numbers at the right."""
        marks: list[Mark] = [self._line(x, y, x, y + length, STRONG_PT)]
        for at in range(length + 1):
            marks.append(self._line(x, y + at, x + _tick(at), y + at))
            if at % 10 == 0:
                label = self._label(str(at))
                marks += label.marks(x + TICKS[10] + 0.8, y + at - label.height / 2)
        return Group(ARTIFACT, tuple(marks))

    def frames(self, size: Size, x: float, top: float, length: str) -> Mark:
        """A frame at each of FRAMES from the edge of the paper, each with a line down to how far that is, in
        the words of `length`, which stands from x on and ends at `top`.
        """
        marks: list[Mark] = []
        for number, edge in enumerate(FRAMES):
            box = Box(0, 0, *size).inset(edge, edge)
            marks.append(Shape(box, 0, "", self.ink, STRONG_PT if edge == FRAMES[1] else FINE_PT))
            label, at = self._label(filled(length, number=edge)), x + number * 17
            foot = top - label.height
            marks.append(self._line(at, edge, at, top - 0.8, FINE_PT))
            marks += label.marks(at + 1, foot)
        return Group(ARTIFACT, tuple(marks))

    def cross(self, x: float, y: float, reach: float, width_pt: float = FINE_PT) -> Mark:
        """Two lines that meet at a place."""
        lines = (
            self._line(x - reach, y, x + reach, y, width_pt),
            self._line(x, y - reach, x, y + reach, width_pt),
        )
        return Group(ARTIFACT, lines)

    def scale(self, x: float, y: float) -> Mark:
        """A square around a cross, with millimetres along its top and its left side."""
        left, top, side = x - REACH, y - REACH, 2 * REACH
        marks: list[Mark] = [Shape(Box(left, top, side, side), 0, "", self.ink, FINE_PT)]
        for at in range(-REACH, REACH + 1):
            marks.append(self._line(x + at, top - _tick(at), x + at, top))
            marks.append(self._line(left - _tick(at), y + at, left, y + at))
            if at % 10 == 0:
                label = self._label(f"{MINUS if at < 0 else ''}{abs(at)}")
                marks += label.marks(x + at - label.width / 2, top - TICKS[10] - label.height)
                marks += label.marks(left - TICKS[10] - 0.6 - label.width, y + at - label.height / 2)
        return Group(ARTIFACT, tuple(marks))

    def ramp(self, box: Box, gap: float) -> Mark:
        """Greys from light to black, each above its percentage."""
        return Group(ARTIFACT, tuple(self._greys(box, gap)))

    def _greys(self, box: Box, gap: float) -> Iterator[Mark]:
        width = box.width / STEPS
        for step in range(1, STEPS + 1):
            label = self._label(f"{100 * step // STEPS} %")
            level = round(255 * (1 - step / STEPS))
            x, height = box.x + (step - 1) * width, box.height - label.height - gap
            yield Shape(Box(x, box.y, width, height), 0, "#" + 3 * f"{level:02X}", "", 0)
            yield from label.marks(x + (width - label.width) / 2, box.bottom - label.height)

    def _label(self, text: str) -> Lettering:
        return self.kit.set(text, self.small, 40)

    def _line(self, x1: float, y1: float, x2: float, y2: float, width_pt: float = FINE_PT) -> Line:
        return Line(x1, y1, x2, y2, width_pt, self.ink)


def _tick(at: int) -> float:
    return next(TICKS[step] for step in sorted(TICKS, reverse=True) if at % step == 0)
