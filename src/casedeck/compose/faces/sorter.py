"""The sorter face: a small card with two sides, four to a sheet, to deal and to sort. Its front is read in
ten seconds, its back says what got better and how.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from casedeck.compose import painting
from casedeck.compose.compositor import Proportion, Proportions
from casedeck.compose.faces import parts
from casedeck.compose.faces.sides import HEADINGS, SidedCard, SidedSetting, SideMeasures
from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.layout import CardRange, Face, Layout, Marks
from casedeck.compose.lettering import Style
from casedeck.compose.measures import Designed
from casedeck.compose.stationery import Stationery
from casedeck.model.deck import Card
from casedeck.model.geometry import Box, Size
from casedeck.model.page import ARTIFACT, Group, Mark
from casedeck.model.paper import scale_of

CARD = Size(142.0, 99.0)
MEASURES = Designed(
    SideMeasures(
        cut=4,
        edge=6,
        foot=4.8,
        strip=42,
        padding=3.5,
        figure=35,
        number_pt=44,
        words_pt=11,
        gap=5.5,
        title_pt=24,
        spotlight_pt=18,
        bar=1.8,
        named_pt=11,
        banner=8.8,
        banner_pt=14,
        about_pt=10,
        heads=21.6,
        heads_pt=11,
        tile=5.6,
        qr=21,
        foot_pt=10,
        rule_pt=1,
        unit=1,
    ),
    scale_of(CARD),
)
LEADINGS = 1.18, 1.14, 1.1
"""How far apart lines of the back stand beside their size: the first of these at which all of it fits."""
PROPORTIONS = Proportions(
    body=Proportion(1, LEADINGS[0]),
    label=Proportion(1, 1.2),
    strapline=Proportion(1, 1.24),
    strong=Proportion(1.5, 1.2),
)
MOST_CLAIMS = 3
"""How many opportunities of a brief card have their sentences; the others are named."""
LOGO_ROOM = Size(20.0, 10.0)
"""The room for a logo under a heading on the back, mm."""


class SorterCard(SidedCard):
    """One card on the sorter face."""

    def __init__(self, card: Card, sheet: Stationery) -> None:
        super().__init__(card, sheet, MEASURES.at(sheet.scale), MOST_CLAIMS)

    def at(self, body_pt: float) -> Layout:
        """The card at a body size."""
        layouts = (self._set(body_pt, leading) for leading in LEADINGS)
        return next((each for each in layouts if not each.over), self._set(body_pt, LEADINGS[-1]))

    def _set(self, body_pt: float, leading: float) -> Layout:
        proportions = PROPORTIONS._replace(body=Proportion(1, leading))
        return SorterSetting(self, proportions.at(self.sheet, body_pt)).layout_of_card()


class Under(NamedTuple):
    """What stands under a heading on the back: its height in mm, and what draws it from an x and a y on."""

    height: float
    draw: Callable[[float, float], Mark]


class SorterSetting(SidedSetting[SorterCard]):
    """A sorting card at one body size."""

    def front(self) -> tuple[Marks, float]:
        """The strip; title and strapline, the spotlight in the middle of what is left, and the words of the
        enablers at the foot.
        """
        page = self.page
        head, strong, row = self.head(), self.strong(), self.names()
        free = page.height - head.height - strong.height - row.height

        def draw() -> tuple[Mark, ...]:
            strong_y = page.y + head.height + free * 0.5
            row_y = page.bottom - row.height
            return (*self.strip(), head.draw(page.y), strong.draw(strong_y), row.draw(row_y))

        return draw, 6 * self.unit - free

    def reverse(self) -> tuple[Marks, float]:
        """The bar; benefits and enablers beside their headings, or opportunities and, where there is room,
        the overview; and the key learning.
        """
        back, unit = self.back, self.unit
        style = Style(self.measures.foot_pt, self.measures.foot_pt * 1.2, self.label.colour)
        link = parts.address_height(self.sheet, self.card.case, back.width, style)
        address = Box(back.x, back.bottom - link, back.width, link)
        learning, foot_y = self.learning(
            back._replace(height=back.height - link - (0.6 * unit if link else 0))
        )
        room = foot_y - 1.2 * unit - back.y
        blocks = self.sections()
        if not self.card.case.full:
            blocks = self.with_overview(blocks, room)
        blocks.append(Block(0, 0, 3 * unit, lambda _: Group(ARTIFACT, ())))

        def draw() -> tuple[Mark, ...]:
            told = parts.address(self.sheet, self.card.case, address, style)
            return (*self.banner.marks(), *column(blocks, back.y, room), *learning(), *told)

        return draw, natural_height(blocks) - room

    def sections(self) -> list[Block]:
        """The claims beside their headings, which have a logo and a QR code under them where there is one."""
        blocks: list[Block] = []
        x = self.back.x + self.measures.heads
        kinds = list(self.measured.claims)
        for kind in kinds:
            claims = self.claims(kind, x, self.back.right)
            logo = [self.logo()] if self.sheet.logo and kind == kinds[0] else []
            code = [self.code()] if self.card.case.link and kind == kinds[-1] else []
            head, height = self.beside(HEADINGS[kind], [*logo, *code])
            lacking = max(0.0, height - natural_height(claims))
            claims[-1] = claims[-1]._replace(height=claims[-1].height + lacking)
            blocks += [head, *claims]
        return blocks

    def with_overview(self, blocks: list[Block], room: float) -> list[Block]:
        """Blocks after as many paragraphs of the overview as there is room for."""
        x = self.back.x + self.measures.heads
        head, _ = self.beside("overview", [])
        for kept in range(len(self.measured.overview), 0, -1):
            prose = self.prose(self.measured.overview[:kept], x, self.back.right - x)
            whole = [head, prose[0]._replace(gap=0, stretch=0), *prose[1:], *blocks]
            if natural_height(whole) <= room:
                return whole
        return blocks

    def beside(self, label: str, under: Sequence[Under]) -> tuple[Block, float]:
        """A heading at the left of what it belongs to, and what stands under it; how high both are, mm."""
        x, unit = self.back.x, self.unit
        words = self.set(self.sheet.labels[label], self.label, self.measures.heads - 1.2 * unit, "bold")
        height = words.height + sum([each.height + 1.2 * unit for each in under])
        drop = (self.body.leading - self.label.leading) / 2

        def draw(y: float) -> Mark:
            marks: list[Mark] = [Group("H2", words.marks(x, y + drop))]
            below = y + drop + words.height
            for each in under:
                marks.append(each.draw(x, below + 1.2 * unit))
                below += each.height + 1.2 * unit
            return Group("Sect", tuple(marks)) if under else marks[0]

        return Block(1.5 * unit, 0, 3 * unit, draw), height + drop

    def logo(self) -> Under:
        """The organisation's logo."""
        assert self.sheet.logo
        height = painting.logo_size(self.sheet.logo, LOGO_ROOM).height
        return Under(height, lambda x, y: painting.logo(self.sheet, x, y, LOGO_ROOM))

    def code(self) -> Under:
        """The QR code of a case that has a link."""
        side, case = self.measures.qr, self.card.case
        return Under(side, lambda x, y: painting.code(case, self.sheet, Box(x, y, side, side)))


FACE = Face(
    name="sorter",
    about="A small card with two sides, to deal and to sort; its front is read in ten seconds.",
    paper="A4",
    landscape=True,
    body_pt=CardRange(12, 12.5, scale_of(CARD)),
    regions={
        "front": ("title", "strapline", "relationship spotlight"),
        "back": (
            *(f"{kind} {number}" for kind in ("benefits", "enablers") for number in (1, 2, 3)),
            *(f"opportunities {number}" for number in range(1, MOST_CLAIMS + 1)),
            "key learning",
            "title",
        ),
        "width": (),
    },
    setter=SorterCard,
    card=CARD,
    sides=2,
    set_for="table",
)
