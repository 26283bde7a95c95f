"""The title of a card, and the stamp of one that is not published."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.compose.lettering import Lettering, Style, letter, lettered
from casedeck.compose.painting import painted
from casedeck.compose.stationery import Stationery
from casedeck.model.case_study import PUBLISHED, CaseStudy
from casedeck.model.geometry import Box, mm
from casedeck.model.page import ARTIFACT, Group, Mark
from casedeck.model.theme import Paint
from casedeck.typeset.words import Words

LONG_TITLE, LONGEST_TITLE, WIDE_TITLE = 0.8, 0.66, 0.6
"""The size of a title on two lines and on more, as shares of its size on one; and of one with a word that is
too wide for its line then.
"""


STAMP, STAMP_GAP, LEAST_STAMP_PT = 0.5, 0.5, 12.0
"""The size of a stamp's letters and the space before it, as shares of the title's size, and the least size.
"""


def title(sheet: Stationery, words: Words, size_pt: float, width: float) -> Lettering:
    """A card's title: on one line at its full size, smaller where it needs two, and smaller still where it
    needs more or a word of it would stick out.
    """
    for lines, share in ((1, 1.0), (2, LONG_TITLE), (9, LONGEST_TITLE)):
        made = _title(sheet, words, size_pt * share, width)
        if len(made.ends) <= lines and not made.too_wide:
            return made
    return _title(sheet, words, size_pt * WIDE_TITLE, width)


def _title(sheet: Stationery, words: Words, size_pt: float, width: float) -> Lettering:
    style = Style(size_pt, size_pt * 1.08, sheet.colour("ink"))
    return letter(words, style, width, sheet.fonts, balanced=True)


class Stamp(NamedTuple):
    """A word in a heavy frame, which says that a card is not what it looks like."""

    words: Lettering

    @property
    def width(self) -> float:
        """The frame's width, mm."""
        return self.words.width + 1.5 * mm(self.words.style.size_pt)

    @property
    def height(self) -> float:
        """The frame's height, mm."""
        return 1.6 * mm(self.words.style.size_pt)

    def mark(self, x: float, y: float) -> Mark:
        """The stamp with its top left corner at x, y: a paragraph whose frame is an artifact."""
        style, em = self.words.style, mm(self.words.style.size_pt)
        paint = Paint("", style.colour, style.colour, style.size_pt * 0.13)
        frame = Group(ARTIFACT, (painted(Box(x, y, self.width, self.height), paint, 0.16 * em),))
        return Group(
            "P", (frame, *self.words.marks(x + 0.75 * em, y + (self.height - self.words.height) / 2))
        )


def stamp(sheet: Stationery, status: str, title_pt: float) -> Stamp | None:
    """The stamp of a status on a card whose titles have so many points; None for what is published."""
    if status == PUBLISHED:
        return None
    size_pt = max(LEAST_STAMP_PT, title_pt * STAMP)
    return Stamp(
        lettered(
            sheet.labels[status],
            Style(size_pt, size_pt * 1.2, sheet.colour("ink")),
            sheet.size.width,
            sheet.fonts,
            "black",
        )
    )


class Heading(NamedTuple):
    """A card's title in `width` mm, with the stamp of one that is not published at the right end of its first
    line.
    """

    title: Lettering
    stamp: Stamp | None
    width: float

    @property
    def height(self) -> float:
        """The height of both, mm."""
        return (
            self.title.height
            if self.stamp is None
            else max(self.title.height, self._stamp_y + self.stamp.height)
        )

    @property
    def _stamp_y(self) -> float:
        """How far below the top the stamp begins, mm; above it where it is higher than a line of title."""
        return (self.title.style.leading - self.stamp.height) / 2 if self.stamp else 0.0

    def marks(self, x: float, y: float) -> tuple[Mark, ...]:
        """The title and then the stamp, from x, y on."""
        title = Group("H1", self.title.marks(x, y))
        return (
            (title,)
            if self.stamp is None
            else (title, self.stamp.mark(x + self.width - self.stamp.width, y + self._stamp_y))
        )

    def mark(self, x: float, y: float) -> Mark:
        """The same as one mark."""
        marks = self.marks(x, y)
        return marks[0] if len(marks) == 1 else Group("Sect", marks)


def heading(sheet: Stationery, case: CaseStudy, words: Words, title_pt: float, width: float) -> Heading:
    """The title of a case in its measured words, and its stamp, which the title leaves room for."""
    mark = stamp(sheet, case.stamp, title_pt)
    room = width if mark is None else width - mark.width - STAMP_GAP * mm(title_pt)
    return Heading(title(sheet, words, title_pt, room), mark, width)
