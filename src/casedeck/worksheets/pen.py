"""What parts of worksheets are set and ruled with: words, tabs, lines to write on and empty boxes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from casedeck.compose.kit import Kit, Tab
from casedeck.compose.lettering import Lettering, Style
from casedeck.compose.painting import painted
from casedeck.model.geometry import Box
from casedeck.model.page import ARTIFACT, Group, Line, Mark, Shape
from casedeck.model.text import Rich

LARGE_PRINT_PT = 16
LARGE_PRINT_PITCH = 12.0
FINE_PT = 0.5


class Pen(NamedTuple):
    """Sets and rules parts at their left edge and in their width (mm): the kit with its styles, the size of
    tabs (points), what big text is multiplied by, what placeholders stand for, the value of the part that is
    the heading (or None) and of the last. The kit notes the word that is too wide.
    """

    kit: Kit
    x: float
    width: float
    tab_pt: float
    factor: float
    texts: Mapping[str, Rich]
    heading: Any
    last: Any

    def set(
        self, text: Rich | str, style: Style, width: float, weight: str = "regular", *, balanced: bool = False
    ) -> Lettering:
        """Text in lines of a width; words too wide for it are noted."""
        return self.kit.set(text, style, width, weight, balanced=balanced)

    def label(self, words: str) -> Lettering:
        """The label of a part."""
        return self.set(words, self.kit.label, self.width, "bold")

    def tab(self, text: Rich | str, width: float) -> Tab:
        """A tab at most so wide; words too wide for it are noted."""
        return self.kit.tab(text, Style(self.tab_pt, self.tab_pt * 1.2, self.kit.body.colour), width)

    def line(self, x1: float, y1: float, x2: float, y2: float, *, strong: bool = False) -> Line:
        """A line to write on, or a strong one that parts what is written."""
        fine_pt = max(FINE_PT, self.kit.sheet.theme.parts["dim tab"].border_pt)
        colour = self.kit.sheet.colour("ink" if strong else "slate")
        return Line(x1, y1, x2, y2, max(0.11 * self.tab_pt, 2 * fine_pt) if strong else fine_pt, colour)

    def fine_line(self, x1: float, y1: float, x2: float, y2: float) -> Line:
        """A line to write on among others, half as thick."""
        whole = self.line(x1, y1, x2, y2)
        return whole._replace(width_pt=whole.width_pt / 2)

    def outline(self, box: Box, radius: float = 0.8) -> Shape:
        """An empty box."""
        tab = self.kit.sheet.theme.parts["dim tab"]
        border = tab.border or tab.text
        empty = tab._replace(fill="", border=border, border_pt=max(FINE_PT, tab.border_pt))
        return painted(box, empty, radius)

    def labelled(self, label: Lettering, y: float, *marks: Mark) -> Group:
        """Marks to write on below or beside a label at y; without words, they are no content."""
        drawn = Group(ARTIFACT, marks)
        return Group("Sect", (Group("H2", label.marks(self.x, y)), drawn)) if label.ends else drawn

    def pitch(self, asked: float) -> float:
        """The distance of writing lines, mm: as asked, and wider in a theme for large print."""
        large = self.kit.sheet.theme.smallest_body_pt >= LARGE_PRINT_PT
        return max(asked, LARGE_PRINT_PITCH) if large else asked


def count_in(room: float, unit: float) -> int:
    """How many of a height stand in a room (both in mm), at least one."""
    return max(1, int((room + 0.001) // unit))
