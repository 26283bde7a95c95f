"""The bar along the top of a card's back: number and title, and what kind of place it is and where."""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.compose.lettering import Lettering, Style, lettered
from casedeck.compose.stationery import Stationery
from casedeck.compose.strip import ground
from casedeck.model.case_study import PUBLISHED
from casedeck.model.deck import Card
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark
from casedeck.model.text import Rich, Span
from casedeck.model.theme import Paint

SMALLER, SMALLEST = 0.86, 0.77
"""The size of a title that needs more room, and of one on two lines, as shares of its usual size."""
MOST_BESIDE = 0.62
"""The share of the width that a title on several lines takes."""
LEADING = 1.1
BAR = 1.8
"""How wide the solid bar of an outlined banner is, mm."""
NEXT = "\N{NO-BREAK SPACE}·"
"""What parts one fact of the line from the next."""


class Banner:
    """The bar in a box: title and place line, both set so that they stand beside each other; `over` says by
    how many mm one of them is too high for it.
    """

    def __init__(
        self, sheet: Stationery, card: Card, box: Box, paint: Paint, sizes: tuple[float, float]
    ) -> None:
        self.sheet, self.box, self.paint = sheet, box, paint
        self.pad = box.height * 0.3
        self.inner = box.inset(self.pad, 0)
        if not paint.fill:
            self.inner = self.inner._replace(x=self.inner.x + BAR, width=self.inner.width - BAR)
        self.title, self.about = self._fitting(card, *sizes)
        self.over = max(self.title.height, self.about.height) - box.height

    def _fitting(self, card: Card, title_pt: float, about_pt: float) -> tuple[Lettering, Lettering]:
        """The largest title that leaves room for a line beside it, which has fewer words where it must."""
        small = title_pt * SMALLER
        ways = [(about, size_pt) for about in _abouts(self.sheet, card) for size_pt in (title_pt, small)]
        for about, size_pt in ways:
            title, line = self._both(card, about, size_pt, about_pt, self.inner.width)
            if len(title.ends) == 1 and len(line.ends) <= 1 and not line.too_wide:
                return title, line
        most = self.inner.width * MOST_BESIDE
        return self._both(card, ways[0][0], title_pt * SMALLEST, about_pt, most)

    def _both(
        self, card: Card, about: Rich, title_pt: float, about_pt: float, most: float
    ) -> tuple[Lettering, Lettering]:
        """Title and line, the title at most so many mm wide."""
        fonts = self.sheet.fonts
        number = f"{card.number}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}" if card.number else ""
        words: Rich = (Span(number), *card.case.heading)
        title = lettered(words, self._style(title_pt), most, fonts, "black", balanced=True)
        beside = max(self.inner.width - title.width - self.pad, 1.0)
        return title, lettered(about, self._style(about_pt), beside, fonts, balanced=True)

    def _style(self, size_pt: float) -> Style:
        return Style(size_pt, size_pt * LEADING, self.paint.text)

    def marks(self) -> tuple[Mark, ...]:
        """The bar, its title and its line, each a paragraph."""
        inner, middle = self.inner, self.inner.y + self.inner.height / 2
        title, about = self.title, self.about
        lines = Group("P", about.marks(inner.right - about.width, middle - about.height / 2))
        return (
            ground(self.sheet, self.box, self.paint, BAR),
            Group("P", title.marks(inner.x, middle - title.height / 2)),
            *((lines,) if about.words else ()),
        )


def _abouts(sheet: Stationery, card: Card) -> Iterator[Rich]:
    """What may be said beside the title: the status and all that is known of its place, or less."""
    case = card.case
    status = sheet.labels[case.stamp] if case.stamp != PUBLISHED else ""
    kinds, sectors = ([term.name for term in terms] for terms in (case.types_of_place, case.sectors))
    rows = [sheet.language.row(kinds), sheet.language.row(sectors), case.location]
    first = [*kinds[:1], *sectors[:1], case.location]
    for kept in (rows, first, [*kinds[:1], case.location], [case.location], []):
        line = f"{NEXT} ".join([said for said in kept if said])
        between = f"{NEXT} " if status and line else ""
        spans = (Span(status, bold=True), Span(between + line))
        yield tuple([span for span in spans if span.text])
