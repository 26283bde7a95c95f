"""The pocket face: a card with two sides, two to a sheet, for the hand. Its front has what got better, its
back the story and how.
"""

from __future__ import annotations

from casedeck.compose import painting
from casedeck.compose.compositor import Proportion, Proportions
from casedeck.compose.faces import parts
from casedeck.compose.faces.sides import HEADINGS, SidedCard, SidedSetting, SideMeasures
from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.layout import CardRange, Face, Layout, Marks
from casedeck.compose.measures import Designed
from casedeck.compose.stationery import Stationery
from casedeck.model.deck import Card
from casedeck.model.geometry import Box, Size, mm
from casedeck.model.page import Mark
from casedeck.model.paper import scale_of

CARD = Size(198.0, 136.0)
MEASURES = Designed(
    SideMeasures(
        cut=4,
        edge=7,
        foot=5.5,
        strip=50,
        padding=4.5,
        figure=41,
        number_pt=56,
        words_pt=12.5,
        gap=7,
        title_pt=30,
        spotlight_pt=20,
        bar=2.2,
        named_pt=12.5,
        banner=11,
        banner_pt=18,
        about_pt=12,
        heads=0,
        heads_pt=12.5,
        tile=6.5,
        qr=21,
        foot_pt=10,
        rule_pt=1.2,
        unit=1.2,
    ),
    scale_of(CARD),
)
PROPORTIONS = Proportions(
    body=Proportion(1, 1.24),
    label=Proportion(1, 1.2),
    strapline=Proportion(1.1, 1.24),
    strong=Proportion(1.5, 1.2),
)
MOST_CLAIMS = 4
"""How many opportunities of a brief card have their sentences; the others are named."""
OVERVIEW_LINES = 8
"""How many lines to write on stand in the place of an overview."""
FULL_SHARE, BRIEF_SHARE = 0.54, 0.46
"""The share of the width of the back that the overview of a full and of a brief card has."""
LOW = 18.0
"""How much further down the spotlight of a brief card may stand, below which nothing is told, in units."""
GUTTER = 7.0
"""Between the two columns of the back, in units."""
LOGO_ROOM = Size(32.0, 14.0)
"""The room for a logo below the overview, mm."""


class PocketCard(SidedCard):
    """One card on the pocket face."""

    def __init__(self, card: Card, sheet: Stationery) -> None:
        super().__init__(card, sheet, MEASURES.at(sheet.scale), MOST_CLAIMS)
        self.keywords = parts.keywords(sheet, card.case)

    def at(self, body_pt: float) -> Layout:
        """The card at a body size."""
        return PocketSetting(self, PROPORTIONS.at(self.sheet, body_pt)).layout_of_card()


class PocketSetting(SidedSetting[PocketCard]):
    """A pocket card at one body size."""

    @property
    def corner(self) -> Size:
        """The QR code of a case that has a link."""
        return painting.code_size(self.card.case, self.measures.qr)

    def front(self) -> tuple[Marks, float]:
        """The strip; title and strapline, the spotlight, the benefits or at the foot the names of
        opportunities, and the keywords.
        """
        page, unit, case = self.page, self.unit, self.card.case
        told = self.under("benefits", page.x, page.right) if case.full else []
        growing = (7 if told else LOW) * unit
        apart = [each._replace(gap=4 * unit, stretch=growing) for each in (self.strong(), *told[:1])]
        upper = [self.head(), *apart, *told[1:]]
        lower = [*([] if case.full else [self.names()._replace(gap=4 * unit)]), self.keywords()]
        below = lower[0].gap + natural_height(lower)

        def draw() -> tuple[Mark, ...]:
            side = self.measures.qr
            box = Box(page.right - side, page.y, side, side)
            code = (painting.code(case, self.sheet, box),) if case.link else ()
            placed = column(upper, page.y, page.height - below)
            at_foot = column(lower, page.bottom - natural_height(lower), natural_height(lower))
            return (*self.strip(), *placed, *code, *at_foot)

        return draw, natural_height(upper) + below - page.height

    def keywords(self) -> Block:
        """The keywords on a line, or a line to write them on; nothing of a brief case without any."""
        page, words, gap = self.page, self.measured.keywords, 3 * self.unit
        if self.card.case.lacks("keywords"):
            return self.blank_line(page.x, page.right, gap, 0, words)
        lettering = self.letter(words, self.body, page.width)
        return self.paragraph(lettering, page.x, gap if words else 0, 0)

    def reverse(self) -> tuple[Marks, float]:
        """The bar; the overview with the logo below it; enablers or opportunities with the key learning below
        them; and the last line.
        """
        back, unit, full = self.back, self.unit, self.card.case.full
        foot = mm(self.measures.foot_pt * 1.2)
        last = Box(back.x, back.bottom - foot, back.width, foot)
        height = back.height - foot - 1.4 * unit
        width = (back.width - GUTTER * unit) * (FULL_SHARE if full else BRIEF_SHARE)
        x = back.x + width + GUTTER * unit
        learning, rule_y = self.learning(Box(x, back.y, back.right - x, height))
        left, right = self.overview(width), self.under("enablers" if full else "opportunities", x, back.right)
        logo = painting.logo_size(self.sheet.logo, LOGO_ROOM).height if self.sheet.logo else 0.0
        logo_y = back.y + height - logo
        rooms = height - (logo + 2 * unit if logo else 0), rule_y - 2.2 * unit - back.y

        def draw() -> tuple[Mark, ...]:
            mark = (painting.logo(self.sheet, back.x, logo_y, LOGO_ROOM),) if logo else ()
            columns = (*column(left, back.y, rooms[0]), *column(right, back.y, rooms[1]))
            end = parts.foot(self.sheet, self.card, last, self.measures.foot_pt)
            return (*self.banner.marks(), *columns, *learning(), *mark, *end)

        return draw, max(natural_height(left) - rooms[0], natural_height(right) - rooms[1])

    def overview(self, width: float) -> list[Block]:
        """The overview under its heading, or lines to write it on."""
        x, unit = self.back.x, self.unit
        prose = self.prose(self.measured.overview, x, width)
        lines = [self.blank_line(x, x + width, 0, unit) for _ in range(OVERVIEW_LINES)]
        return [self.heading_block("overview", x), *(prose or lines)]

    def under(self, kind: str, x: float, right: float) -> list[Block]:
        """The claims of a kind under a heading."""
        first, *others = self.claims(kind, x, right)
        wider = [each._replace(gap=1.4 * self.unit, stretch=3 * self.unit) for each in others]
        return [self.heading_block(HEADINGS[kind], x), first._replace(gap=1.2 * self.unit), *wider]

    def heading_block(self, label: str, x: float) -> Block:
        """One of the words on cards as a heading."""
        return Block(0, self.label.leading, 0, lambda y: self.heading(label, x, y))


FACE = Face(
    name="pocket",
    about="A card with two sides for the hand: what got better on its front, the story on its back.",
    paper="A4",
    landscape=True,
    body_pt=CardRange(12, 14, scale_of(CARD)),
    regions={
        "front": (
            *("title", "strapline", "relationship spotlight", "benefits 1", "benefits 2", "benefits 3"),
            "keywords",
        ),
        "back": (
            *("overview", "enablers 1", "enablers 2", "enablers 3"),
            *(f"opportunities {number}" for number in range(1, MOST_CLAIMS + 1)),
            *("key learning", "title"),
        ),
        "width": (),
    },
    setter=PocketCard,
    card=CARD,
    sides=2,
    set_for="table",
)
