"""Pages for two sheets of paper that are glued together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from casedeck.impose.guides import LINE_PT, REACH, dashes
from casedeck.model.geometry import Box, Size
from casedeck.model.page import Line, Mark, Page
from casedeck.model.paper import CLEAR_MM, OVERLAP
from casedeck.model.sheet import Placed, Sheet

SPARE = 1.0
"""How far the first half goes on below the second, so that no gap shows between them, mm."""
ARROW, HEAD = 6.0, 1.5
"""How long an arrow is, and its head, mm."""
APART = 2.0
"""Between an arrow and the words below it, mm."""
WORDS = 60.0
"""How wide the words are at most, mm."""


class Halves(NamedTuple):
    """Pages, each as large as two sheets of paper of a size (`half`) glued together, as those two sheets.

    `whole` gives the pages, `label` makes the words in a box on the strip that is glued, and lines are in a
    `colour`.
    """

    whole: Callable[[], Iterable[Page]]
    half: Size
    label: Callable[[Box], tuple[Mark, ...]]
    colour: str

    def sides(self) -> Iterator[Sheet]:
        """Two sheets for each page: the left and the right half of one that lies, the upper and the lower of
        one that stands. The second is cut along a broken line, and glued on a strip of the first.
        """
        for number, page in enumerate(self.whole()):
            cut = _Cut(page, self)
            yield cut.first(str(2 * number + 1))
            yield cut.second(str(2 * number + 2))


class _Cut:
    """Where a page is parted. Lengths run along the side that is halved, and across it."""

    def __init__(self, page: Page, halves: Halves) -> None:
        self.page, self.halves = page, halves
        self.lies = page.size.width > page.size.height
        self.length, self.breadth = halves.half.portrait
        self.size = halves.half.portrait if self.lies else halves.half.landscape
        self.ends = self.length - CLEAR_MM
        self.seam = self.ends - OVERLAP

    def first(self, label: str) -> Sheet:
        """The half that the other is glued on, as far as what is printed on that."""
        window = self._box(0.0, self.seam + SPARE, 0.0, self.breadth)
        marks: list[Mark] = [self._line(self.seam + SPARE / 2, 0.0, self.seam + SPARE / 2, self.breadth)]
        for share in (0.25, 0.5, 0.75):
            marks += self._pointed_at(share * self.breadth)
        return Sheet(self.size, (Placed(self.page, 0.0, 0.0, window=window),), tuple(marks), label)

    def second(self, label: str) -> Sheet:
        """The half that is cut along a broken line."""
        window = self._box(CLEAR_MM, self.length, 0.0, self.breadth)
        back = CLEAR_MM - self.seam
        x, y = (back, 0.0) if self.lies else (0.0, back)
        placed = Placed(self.page, x, y, first=False, window=window)
        broken = [self._line(REACH, begins, REACH, ends) for begins, ends in dashes(REACH, self.breadth)]
        return Sheet(self.size, (placed,), tuple(broken), label)

    def _pointed_at(self, at: float) -> list[Mark]:
        """An arrow across the strip to where the edge of the other half comes to lie, and words."""
        tip, end = self.seam + SPARE + 0.5, self.seam + SPARE + 0.5 + ARROW
        arrow = [
            self._line(tip, at, end, at),
            self._line(tip, at, tip + HEAD, at - HEAD),
            self._line(tip, at, tip + HEAD, at + HEAD),
        ]
        words = self._box(tip, self.ends, at + HEAD + APART, at + HEAD + APART + WORDS)
        return [*arrow, *self.halves.label(words)]

    def _line(self, along: float, across: float, to: float, across_to: float) -> Line:
        across, across_to = (min(max(each, REACH), self.breadth - REACH) for each in (across, across_to))
        ends = (along, across, to, across_to) if self.lies else (across, along, across_to, to)
        return Line(*ends, LINE_PT, self.halves.colour)

    def _box(self, begins: float, ends: float, across: float, across_to: float) -> Box:
        if self.lies:
            return Box(begins, across, ends - begins, across_to - across)
        return Box(across, begins, across_to - across, ends - begins)
