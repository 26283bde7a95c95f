"""The wall face: a landscape headline card, read from about two metres. It has no overview, keywords or
enabler sentences.
"""

from __future__ import annotations

from typing import NamedTuple

from casedeck.compose import headings, painting
from casedeck.compose.faces import parts
from casedeck.compose.faces.setting import Setting, as_one, paragraph
from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.layout import Face, Layout
from casedeck.compose.lettering import Style
from casedeck.compose.stationery import Stationery
from casedeck.compose.tabs import telling_strip
from casedeck.model.case_study import Claim
from casedeck.model.deck import Card
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark
from casedeck.typeset.words import Words, measure


class Metrics(NamedTuple):
    """Measures of the face in mm; `_pt` in points. `unit` is how many mm `u` is."""

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


METRICS = {
    "A3": Metrics(16, 13, 18, 60, 46, 19, 4, 16, 2, 1.0),
    "A4": Metrics(12, 9.5, 12, 42, 30, 13.5, 2.8, 11, 1.4, 0.7),
}
STRAPLINE, SPOTLIGHT, LABEL = 1.06, 1.32, 0.8
"""Sizes as shares of the body's."""
MOST_CLAIMS = 3
"""How many opportunities of a brief card have their sentences; the others are named."""


class WallCard:
    """One card on the wall face."""

    def __init__(self, card: Card, sheet: Stationery) -> None:
        self.card, self.sheet = card, sheet
        self.m = METRICS[sheet.like]
        case, fonts = card.case, sheet.fonts
        self.title = measure(case.heading, fonts, "black")
        self.strapline = measure(case.strapline, fonts)
        self.spotlight = measure(case.spotlight, fonts, "bold")
        self.claims_label = "benefits" if case.full else "opportunities"
        claims = case.printed_claims()[self.claims_label]
        shown = (*claims[:MOST_CLAIMS], *parts.unfilled(case, self.claims_label))
        self.claims = [(claim, parts.claim_words(sheet, claim, "bold")) for claim in shown]
        self.more = parts.more(sheet, claims[MOST_CLAIMS:], "bold")
        self.learning = parts.learning(sheet, case)
        self.facts = parts.facts_line(sheet, case)

    def at(self, body_pt: float) -> Layout:
        """The card at a body size."""
        return _Setting(self, body_pt).layout()


class _Setting(Setting):
    """A wall card at one body size. Names ending in `_y` are mm from the top; `u` is 1 mm on A3 and shrinks
    with the paper.
    """

    def __init__(self, card: WallCard, body_pt: float) -> None:
        super().__init__(card.card, card.sheet)
        self.c, self.m = card, card.m
        self.u = card.m.unit * parts.tightness(card.sheet)
        ink, accent, slate = (card.sheet.colour(name) for name in ("ink", "accent", "slate"))
        self.strapline = Style(body_pt * STRAPLINE, body_pt * STRAPLINE * 1.26, slate)
        self.label = Style(body_pt * LABEL, body_pt * LABEL * 1.35, accent)
        self.spotlight = Style(body_pt * SPOTLIGHT, body_pt * SPOTLIGHT * 1.22, ink)
        self.body = Style(body_pt, body_pt * 1.25, ink, accent)
        self.page = Box(0, 0, card.sheet.size.width, card.sheet.size.height).inset(self.m.side, self.m.side)

    def layout(self) -> Layout:
        foot, rule_y = self.foot(self.c.learning, self.m, 6 * self.u, 5 * self.u)
        tab_box = Box(self.page.x, self.page.y, self.page.width, self.m.tab_height)
        top = tab_box.bottom + 7 * self.u
        blocks = self.blocks(top)
        room = rule_y - 9 * self.u - top
        over = {"card": natural_height(blocks) - room}

        def draw() -> tuple[Mark, ...]:
            tabs = telling_strip(self.sheet, self.card.case.enabler_ids, tab_box, self.m.tab_pt)
            corner = painting.corner(self.sheet, self.card.case, self.page.right, top, self.m.qr)
            return (tabs, *corner, *column(blocks, top, room), *foot())

        return self.layout_of(over, draw)

    def blocks(self, top: float) -> list[Block]:
        """Title and stamp, strapline, spotlight, and benefits or opportunities."""
        page, u = self.page, self.u
        width, height = painting.corner_size(self.sheet, self.card.case, self.m.qr)
        head_width = page.width - (width + 10 * u if width else 0.0)
        heading = headings.heading(self.sheet, self.card.case, self.c.title, self.m.title_pt, head_width)
        self.noted(heading.title)
        strapline = self.letter(self.c.strapline, self.strapline, head_width, balanced=True)
        lacking = self.card.case.lacks("strapline")
        head = heading.height + 2 * u + (self.writing if lacking else strapline.height)
        blocks = [
            Block(0, heading.height, 0, lambda y: heading.mark(page.x, y)),
            *([self.blank_line(page.x, page.x + head_width)] if lacking else []),
            *(
                [Block(2 * u, strapline.height, 0, lambda y: Group("P", strapline.marks(page.x, y)))]
                if self.c.strapline
                else []
            ),
            self.band(max(0.0, height - head)),
            Block(9 * u, self.label.leading, 14 * u, lambda y: self.heading(self.c.claims_label, page.x, y)),
        ]
        for number, (claim, words) in enumerate(self.c.claims):
            gap, stretch = (3 * u, 3 * u) if number == 0 else (4 * u, 8 * u)
            blocks.append(self.claim(claim, words)._replace(gap=gap, stretch=stretch))
        if self.c.more:
            more = self.letter(self.c.more, self.body, page.width, balanced=True)
            blocks.append(Block(5 * u, more.height, 8 * u, lambda y: Group("P", more.marks(page.x, y))))
        if self.c.facts:
            facts = self.letter(
                self.c.facts, self.label._replace(colour=self.strapline.colour), page.width, balanced=True
            )
            blocks.append(Block(5 * u, facts.height, 14 * u, lambda y: Group("P", facts.marks(page.x, y))))
        return blocks

    def band(self, clear: float) -> Block:
        """The relationship spotlight on its tint, at least `clear` mm further down to stay below the QR code."""
        page, u = self.page, self.u
        x = page.x + self.m.bar + 7 * u
        sentence = self.letter(self.c.spotlight, self.spotlight, page.right - x - 7 * u, balanced=True)
        height = self.label.leading + (sentence.height or self.writing) + 12 * u

        def draw(y: float) -> Mark:
            box = Box(page.x, y, page.width, height)
            return Group(
                "Sect",
                (
                    painting.band(self.sheet, box, self.m.bar),
                    self.heading("relationship spotlight", x, y + 5.5 * u),
                    *(
                        paragraph(sentence, x, y + 5.5 * u + self.label.leading)
                        or self.to_fill_in(
                            (), x, page.right - 7 * u, y + 5.5 * u + self.label.leading, self.writing
                        )
                    ),
                ),
            )

        return Block(max(7 * u, clear + 4 * u), height, 10 * u, draw)

    def claim(self, claim: Claim, words: Words) -> Block:
        side = self.m.tile
        x = self.page.x + side + 6 * self.u
        if not claim.text:
            return self.unfilled(claim, words, x)
        lettering = self.letter(words, self.body, self.page.right - x, balanced=True)
        height = max(side, lettering.height)

        def draw(y: float) -> Mark:
            tile = painting.tile(
                self.sheet,
                claim,
                parts.TILES[self.c.claims_label],
                Box(self.page.x, y + (height - side) / 2, side, side),
            )
            return Group(
                "LI", (tile, Group("LBody", lettering.marks(x, y + (height - lettering.height) / 2)))
            )

        return Block(0, height, 0, draw, self.c.claims_label)

    def unfilled(self, claim: Claim, words: Words, x: float) -> Block:
        """A claim with a line to write on."""
        side = min(self.m.tile, self.writing)

        def draw(y: float) -> Mark:
            tile = painting.tile(
                self.sheet, claim, parts.TILES[self.c.claims_label], Box(self.page.x, y, side, side)
            )
            return as_one((tile, *self.to_fill_in(words, x, self.page.right, y, side)))

        return Block(0, side, 0, draw)

    def blank_line(self, x: float, right: float) -> Block:
        """A line to write on."""
        return Block(
            2 * self.u, self.writing, 0, lambda y: as_one(self.to_fill_in((), x, right, y, self.writing))
        )


FACE = Face(
    name="wall",
    about="The headline of a case study in large letters, read by several people from about two metres.",
    paper="A3",
    landscape=True,
    body_pt={"A3": (22, 28), "A4": (15, 19.5)},
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
