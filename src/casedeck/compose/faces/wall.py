"""The wall face: a landscape headline card, read from about two metres. It has no overview, keywords or
enabler sentences.
"""

from __future__ import annotations

from typing import NamedTuple

from casedeck.compose import painting
from casedeck.compose.compositor import Proportion, Proportions
from casedeck.compose.faces import parts
from casedeck.compose.faces.setting import MeasuredCard, Setting, paragraph
from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.layout import BodyRange, Face, Layout
from casedeck.compose.measures import Measures
from casedeck.compose.stationery import Stationery
from casedeck.compose.tabs import telling_strip
from casedeck.model.case_study import Claim
from casedeck.model.deck import Card
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark
from casedeck.typeset.words import Words


class WallMeasures(NamedTuple):
    """Measures of the face in mm; `_pt` in points. `unit` is what the spaces between parts are counted in."""

    side: float
    tab_height: float
    tab_pt: float
    title_pt: float
    qr: float
    tile: float
    bar: float
    foot_pt: float
    rule_pt: float
    unit: float


MEASURES = Measures(
    WallMeasures(
        side=12,
        tab_height=9.5,
        tab_pt=12,
        title_pt=42,
        qr=30,
        tile=13.5,
        bar=2.8,
        foot_pt=11,
        rule_pt=1.4,
        unit=0.7,
    ),
    WallMeasures(
        side=16,
        tab_height=13,
        tab_pt=18,
        title_pt=60,
        qr=46,
        tile=19,
        bar=4,
        foot_pt=16,
        rule_pt=2,
        unit=1.0,
    ),
)
PROPORTIONS = Proportions(
    body=Proportion(1, 1.25),
    label=Proportion(0.8, 1.35),
    strapline=Proportion(1.06, 1.26),
    strong=Proportion(1.32, 1.22),
)
MOST_CLAIMS = 3
"""How many opportunities of a brief card have their sentences; the others are named."""


class WallCard(MeasuredCard):
    """One card on the wall face."""

    def __init__(self, card: Card, sheet: Stationery) -> None:
        super().__init__(card, sheet)
        case = card.case
        self.measures = MEASURES.at(sheet.scale)
        self.claims_label = "benefits" if case.full else "opportunities"
        claims = case.printed_claims()[self.claims_label]
        shown = (*claims[:MOST_CLAIMS], *parts.unfilled(case, self.claims_label))
        self.claims = [(claim, parts.claim_words(sheet, claim, "bold")) for claim in shown]
        self.more = parts.more(sheet, claims[MOST_CLAIMS:], "bold")
        self.facts = parts.facts_line(sheet, case)

    def at(self, body_pt: float) -> Layout:
        """The card at a body size."""
        return WallSetting(self, body_pt).layout_of_card()


class WallSetting(Setting[WallCard, WallMeasures]):
    """A wall card at one body size. Names ending in `_y` are mm from the top."""

    def __init__(self, measured: WallCard, body_pt: float) -> None:
        measures = measured.measures
        page = Box(0, 0, *measured.sheet.size).inset(measures.side, measures.side)
        super().__init__(measured, measures, page, PROPORTIONS.at(measured.sheet, body_pt))

    def layout_of_card(self) -> Layout:
        """The card: its tabs, what stands one below the other, and the foot."""
        foot, rule_y = self.foot(6 * self.unit, 5 * self.unit)
        tab_box = Box(self.page.x, self.page.y, self.page.width, self.measures.tab_height)
        top = tab_box.bottom + 7 * self.unit
        blocks = self.blocks()
        room = rule_y - 9 * self.unit - top
        over = {"card": natural_height(blocks) - room}

        def draw() -> tuple[Mark, ...]:
            tabs = telling_strip(self.sheet, self.card.case.enabler_ids, tab_box, self.measures.tab_pt)
            corner = painting.corner(self.sheet, self.card.case, self.page.right, top, self.measures.qr)
            return (tabs, *corner, *column(blocks, top, room), *foot())

        return self.layout(over, draw)

    def blocks(self) -> list[Block]:
        """Title and stamp, strapline, spotlight, and benefits or opportunities."""
        page, unit = self.page, self.unit
        top = self.top(10 * unit)
        strapline = top.strapline
        head = top.heading.height + 2 * unit + top.strapline_height
        blocks = [Block(0, top.heading.height, 0, lambda y: top.heading.mark(page.x, y))]
        if self.card.case.lacks("strapline"):
            blocks.append(self.blank_line(page.x, page.x + top.width, 2 * unit, 0))
        if self.measured.strapline:
            blocks.append(
                Block(2 * unit, strapline.height, 0, lambda y: Group("P", strapline.marks(page.x, y)))
            )
        label = self.measured.claims_label
        blocks.append(self.band(max(0.0, top.corner - head)))
        blocks.append(
            Block(9 * unit, self.label.leading, 14 * unit, lambda y: self.heading(label, page.x, y))
        )
        for number, (claim, words) in enumerate(self.measured.claims):
            gap, stretch = (3 * unit, 3 * unit) if number == 0 else (4 * unit, 8 * unit)
            blocks.append(self.claim(claim, words)._replace(gap=gap, stretch=stretch))
        if self.measured.more:
            more = self.letter(self.measured.more, self.body, page.width, balanced=True)
            blocks.append(Block(5 * unit, more.height, 8 * unit, lambda y: Group("P", more.marks(page.x, y))))
        if self.measured.facts:
            facts = self.letter(
                self.measured.facts,
                self.label._replace(colour=self.strapline.colour),
                page.width,
                balanced=True,
            )
            blocks.append(
                Block(5 * unit, facts.height, 14 * unit, lambda y: Group("P", facts.marks(page.x, y)))
            )
        return blocks

    def band(self, clear: float) -> Block:
        """The relationship spotlight on its tint, at least `clear` mm down so as to be below the QR code."""
        page, unit = self.page, self.unit
        x = page.x + self.measures.bar + 7 * unit
        sentence = self.letter(
            self.measured.spotlight, self.spotlight, page.right - x - 7 * unit, balanced=True
        )
        height = self.label.leading + (sentence.height or self.writing) + 12 * unit

        def draw(y: float) -> Mark:
            box = Box(page.x, y, page.width, height)
            return Group(
                "Sect",
                (
                    painting.band(self.sheet, box, self.measures.bar),
                    self.heading("relationship spotlight", x, y + 5.5 * unit),
                    *(
                        paragraph(sentence, x, y + 5.5 * unit + self.label.leading)
                        or self.to_fill_in(
                            (), x, page.right - 7 * unit, y + 5.5 * unit + self.label.leading, self.writing
                        )
                    ),
                ),
            )

        return Block(max(7 * unit, clear + 4 * unit), height, 10 * unit, draw)

    def claim(self, claim: Claim, words: Words) -> Block:
        """A benefit or an opportunity beside its tile, or a line to write it on."""
        side, part = self.measures.tile, parts.TILES[self.measured.claims_label]
        x = self.page.x + side + 6 * self.unit
        if not claim.text:
            return self.unfilled(claim, words, part, self.page.x, x)
        lettering = self.letter(words, self.body, self.page.right - x, balanced=True)
        height = max(side, lettering.height)

        def draw(y: float) -> Mark:
            tile = painting.tile(
                self.sheet, claim, part, Box(self.page.x, y + (height - side) / 2, side, side)
            )
            return Group(
                "LI", (tile, Group("LBody", lettering.marks(x, y + (height - lettering.height) / 2)))
            )

        return Block(0, height, 0, draw, self.measured.claims_label)


FACE = Face(
    name="wall",
    about="The headline of a case study in large letters, read by several people from about two metres.",
    paper="A3",
    landscape=True,
    body_pt=Measures(BodyRange(15, 19.5), BodyRange(22, 28)),
    regions={
        "card": (
            *(
                "title",
                "strapline",
                "relationship spotlight",
                "benefits 1",
                "benefits 2",
                "benefits 3",
                "key learning",
            ),
            *(f"opportunities {number}" for number in range(1, MOST_CLAIMS + 1)),
        ),
        "width": (),
    },
    setter=WallCard,
    set_for="wall",
)
