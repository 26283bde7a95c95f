"""The cover: a quilt of the figures of the deck's cards, its title, and which colour is which family."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from casedeck.compose import painting
from casedeck.compose.families import families_in
from casedeck.compose.front_matter.frame import Frame
from casedeck.compose.layout import BodyRange, Layout, Marks
from casedeck.compose.lettering import Lettering, Style, lettered
from casedeck.compose.measures import Measures
from casedeck.compose.picture import credit, placed
from casedeck.compose.quilt import quilt_in, swatch, tiles
from casedeck.compose.stationery import Stationery
from casedeck.model.deck import Card
from casedeck.model.geometry import Box, Size, mm
from casedeck.model.page import ARTIFACT, CAP, Group, Mark
from casedeck.model.text import filled
from casedeck.typeset.fitting import largest

TITLE_PT = Measures(BodyRange(30.0, 120.0), BodyRange(42.0, 170.0))
"""The least and the greatest size of a deck's title, points."""
TITLE_LEADING = 1.04
QUILT_SHARE = 0.45
"""The most of the page's height that the tiles take."""
PICTURE_SHARE, BESIDE = 0.4, 4.0
"""The least of the page's width that a picture takes, and how far from the tiles it is, in units of
`Frame.unit`.
"""
ABOVE_TITLE, BELOW_TITLE, BETWEEN = 9.0, 3.0, 7.0
"""Between the tiles and the title, the title and what is below it, and two families, in such units."""
RULE = 1.8
"""How thick the rule above the legend is, beside those on cards."""
BAR = 0.36
"""How wide the bar in the box in front of a family is, where that is outlined, in boxes."""


class CoverFacts(NamedTuple):
    """What the cover says: title, subtitle and day (both may be empty), and the cards of the deck."""

    title: str
    subtitle: str
    when: str
    cards: Sequence[Card]


class CoverPage:
    """The cover of a deck, its `words` those of the locale."""

    def __init__(self, facts: CoverFacts, sheet: Stationery, words: Mapping[str, str]) -> None:
        self.facts, self.sheet, self.words = facts, sheet, words
        self.families = families_in(facts.cards, sheet)

    def at(self, body_pt: float) -> Layout:
        """The cover at a body size; its title is as large as fits."""
        return _CoverSetting(self, Frame(self.sheet, body_pt)).layout()


class _CoverSetting:
    def __init__(self, cover: CoverPage, frame: Frame) -> None:
        self.frame, self.facts, self.words = frame, cover.facts, cover.words
        self.families = cover.families
        self.sheet = frame.sheet
        self.page, self.unit, self.measures = frame.page, frame.unit, frame.measures

    def layout(self) -> Layout:
        quilt, quilt_bottom = self.quilt()
        foot, rule_y = self.foot()
        below, below_top = self.below(rule_y - 6 * self.unit)
        room = below_top - quilt_bottom - ABOVE_TITLE * self.unit
        title = self.frame.wide.noted(self.title(room))

        def draw() -> tuple[Mark, ...]:
            name = Group("H1", title.marks(self.page.x, below_top - title.height))
            return (name, *below(), *foot(), *quilt())

        return self.frame.layout({"title": title.height - room}, draw)

    def title(self, room: float) -> Lettering:
        """The deck's title in the largest size at which it fits the width and the room, mm."""
        ink, low_high = self.sheet.colour("ink"), TITLE_PT.at(self.sheet.scale)

        def at(size_pt: float) -> Lettering:
            style = Style(size_pt, size_pt * TITLE_LEADING, ink)
            return lettered(
                self.facts.title, style, self.page.width, self.sheet.fonts, "black", balanced=True
            )

        def fits(size_pt: float) -> bool:
            title = at(size_pt)
            return title.height <= room and not title.too_wide

        return at(largest(fits, *low_high) or low_high[0])

    def below(self, bottom: float) -> tuple[Marks, float]:
        """The subtitle and the day below the title, as far as there are any, down to `bottom`; and where the
        title ends.
        """
        body_pt, slate = self.frame.body.size_pt, self.sheet.colour("slate")
        sizes = ((self.facts.subtitle, 1.7), (self.facts.when, 1.36))
        lines = [
            self.frame.set(
                text,
                Style(body_pt * size, body_pt * size * 1.24, slate),
                self.page.width,
                balanced=True,
            )
            for text, size in sizes
            if text
        ]
        top = bottom - sum(line.height for line in lines)

        def draw() -> tuple[Mark, ...]:
            marks: list[Mark] = []
            y = top
            for line in lines:
                marks.append(Group("P", line.marks(self.page.x, y)))
                y += line.height
            return tuple(marks)

        return draw, top - (BELOW_TITLE * self.unit if lines else 0.0)

    def quilt(self) -> tuple[Marks, float]:
        """A tile for each card, the picture of the deck at their right where it has one; and where they
        end.
        """
        page, cards, picture = self.page, self.facts.cards, self.sheet.deck_picture
        gap = BESIDE * self.unit
        width = page.width * (1 - PICTURE_SHARE) - gap if picture else page.width
        quilt = quilt_in(len(cards), Size(width, page.height * QUILT_SHARE))
        size = quilt.size
        left = page.x + size.width + gap
        shown = Box(left, page.y, page.right - left, size.height)
        thanks = credit(self.sheet, picture, shown.width) if picture else None
        bottom = page.y + size.height + (thanks.height + self.unit if thanks and thanks.ends else 0.0)

        def draw() -> tuple[Mark, ...]:
            made = tuple(tiles(self.sheet, cards, quilt, page.x, page.y))
            marks: list[Mark] = [Group("Figure", made, self.told())]
            if picture:
                marks.append(placed(self.sheet, picture, shown))
            if thanks and thanks.ends:
                marks.append(Group("P", thanks.marks(shown.x, shown.bottom + self.unit)))
            return tuple(marks)

        return draw, bottom

    def told(self) -> str:
        """What the tiles show in words."""
        count = self.words["count"]
        counts = [filled(count, family=each.name, count=len(each.cards)) for each in self.families]
        return filled(self.words["figure"], counts=self.sheet.language.row(counts))

    def foot(self) -> tuple[Marks, float]:
        """How many cards and which families under a rule, with the logo at the right; and where the rule
        is.
        """
        page, unit, sheet = self.page, self.unit, self.sheet
        logo = painting.logo_size(sheet.logo) if sheet.logo else Size(0.0, 0.0)
        width = page.width - (logo.width + 8 * unit if logo.width else 0.0)
        legend = self.legend(width)
        height = max(legend[-1].y + legend[-1].words.height, logo.height)
        top = page.bottom - height
        rule_y = top - 3.5 * unit

        def draw() -> tuple[Mark, ...]:
            marks: list[Mark] = [painting.rule(page, rule_y, sheet, RULE * self.measures.rule_pt)]
            for entry in legend:
                marks += self.entry(entry, top)
            if logo.width:
                marks.append(painting.logo(sheet, page.right - logo.width, top))
            return tuple(marks)

        return draw, rule_y

    def legend(self, width: float) -> list[_Entry]:
        """How many cards there are, and each family, in as many lines as the width asks for."""
        return [*_in_lines(self.entries(width), width, BETWEEN * self.unit)]

    def entries(self, width: float) -> Iterator[_Entry]:
        """The same one by one, each at the left of the first line."""
        count = len(self.facts.cards)
        said = self.words["one card"] if count == 1 else filled(self.words["cards"], cards=count)
        yield _Entry(None, self.frame.set(said, self.frame.strong, width, "bold"))
        indent = self.swatch_side + 2.2 * self.unit
        for family in self.families:
            words = self.frame.set(family.name, self.frame.strong, width - indent, "bold")
            yield _Entry(family.id, words, indent)

    @property
    def swatch_side(self) -> float:
        """The side of the box in front of a family, mm."""
        return mm(self.frame.strong.size_pt) * CAP * 1.3

    def entry(self, entry: _Entry, top: float) -> list[Mark]:
        """An entry of the legend, whose first line has its top there."""
        x, y = self.page.x + entry.x, top + entry.y
        marks: list[Mark] = []
        if entry.family is not None:
            side = self.swatch_side
            box = Box(x, y + (self.frame.strong.leading - side) / 2, side, side)
            paint = self.sheet.theme.strip_paint(entry.family)
            marks.append(Group(ARTIFACT, swatch(self.sheet, box, paint, BAR)))
        return [*marks, Group("P", entry.words.marks(x + entry.indent, y))]


class _Entry(NamedTuple):
    """A part of the legend: its family, None where it is not of one, its words, how far these are from its
    left, and where it stands, mm from the left of the first line and from its top.
    """

    family: str | None
    words: Lettering
    indent: float = 0.0
    x: float = 0.0
    y: float = 0.0


def _in_lines(entries: Iterator[_Entry], width: float, gap: float) -> Iterator[_Entry]:
    """The entries side by side, on a new line where one would end beyond the width."""
    x = y = 0.0
    for entry in entries:
        wide = entry.indent + entry.words.width
        if x and x + wide > width:
            x, y = 0.0, y + entry.words.style.leading
        yield entry._replace(x=x, y=y)
        x += wide + gap
