"""What upright faces do alike: a whole case study on one side of a standing sheet, in one column beside its
strip.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from casedeck.compose import painting
from casedeck.compose.compositor import Proportion, Proportions
from casedeck.compose.faces import parts
from casedeck.compose.faces.beside_strip import BesideStrip, FootGaps
from casedeck.compose.faces.setting import MeasuredCard
from casedeck.compose.flow import Block
from casedeck.compose.layout import Layout
from casedeck.compose.measures import Designed
from casedeck.compose.stationery import Stationery
from casedeck.compose.strip import StripMeasures, family_of
from casedeck.model.case_study import Claim
from casedeck.model.deck import Card
from casedeck.model.geometry import Box
from casedeck.model.page import ARTIFACT, Group, Mark, Shape
from casedeck.typeset.words import Words

OVERVIEW_LINES = 7
"""How many lines to write on stand in the place of an overview."""
MOST_CLAIMS = 6
"""How many opportunities of a brief card have their sentences; the others are named."""


class UprightMeasures(NamedTuple):
    """Measures of an upright face in mm; `_pt` in points. `strip` is the width of the strip, `gutter` what
    stands between it and the text. `unit` is what the spaces between parts are counted in.
    """

    side: float
    strip: float
    gutter: float
    title_pt: float
    qr: float
    tile: float
    bar: float
    foot_pt: float
    rule_pt: float
    unit: float


class Upright(NamedTuple):
    """How an upright face is made: its measures and those of its strip, and the proportions of its styles."""

    measures: Designed[UprightMeasures]
    strip: Designed[StripMeasures]
    proportions: Proportions

    def setter(self, card: Card, sheet: Stationery) -> UprightCard:
        """A card on the face."""
        return UprightCard(card, sheet, self)


def proportions(strong: float) -> Proportions:
    """The proportions of an upright face, whose spotlight is so many times as large as its body."""
    return Proportions(
        body=Proportion(1, 1.25),
        label=Proportion(1, 1.3),
        strapline=Proportion(1.04, 1.26),
        strong=Proportion(strong, 1.2),
    )


REGIONS: Mapping[str, tuple[str, ...]] = {
    "card": (
        *("overview", "title", "strapline", "relationship spotlight"),
        *(f"{kind} {number}" for kind in ("benefits", "enablers") for number in (1, 2, 3)),
        *(f"opportunities {number}" for number in range(1, MOST_CLAIMS + 1)),
        *("keywords", "key learning"),
    ),
    "width": (),
}
"""The fields that share the column of such a face."""


class UprightCard(MeasuredCard):
    """One card on an upright face."""

    def __init__(self, card: Card, sheet: Stationery, upright: Upright) -> None:
        super().__init__(card, sheet)
        case = card.case
        self.upright = upright
        self.measures = upright.measures.at(sheet.scale)
        self.keywords = parts.keywords(sheet, case)
        self.overview = parts.overview(sheet, case)
        self.claims = parts.claims_told(sheet, case, MOST_CLAIMS)
        self.more = parts.more(sheet, case.printed_claims().get("opportunities", ())[MOST_CLAIMS:])

    def at(self, body_pt: float) -> Layout:
        """The card at a body size."""
        return UprightSetting(self, body_pt).layout_of_card()


class UprightSetting(BesideStrip[UprightCard, UprightMeasures]):
    """An upright card at one body size."""

    def __init__(self, measured: UprightCard, body_pt: float) -> None:
        styles = measured.upright.proportions.at(measured.sheet, body_pt)
        super().__init__(measured, measured.measures, styles)

    def layout_of_card(self) -> Layout:
        """The card: its strip, one column, and the foot."""
        head = self.head(5, (1.2, 1), self.strapline)
        blocks = [*head, self.strong(), *self.story(), *self.claims()]
        return self.in_column(blocks, self.measured.upright.strip.at(self.sheet.scale), FootGaps(3, 2.6, 5))

    def strong(self) -> Block:
        """The relationship spotlight beside a bar in the colour of the family, or lines to write it on."""
        page, unit, bar = self.page, self.unit, self.measures.bar
        x = page.x + bar + 4 * unit
        paint = self.sheet.theme.strip_paint(family_of(self.card))
        sentence = self.letter(self.measured.spotlight, self.spotlight, page.right - x, balanced=True)
        height = self.label.leading + (sentence.height or 2 * self.writing)

        def draw(y: float) -> Mark:
            edge = Shape(Box(page.x, y, bar, height), 0, paint.fill or paint.border, "", 0)
            below = y + self.label.leading
            written = (
                (Group("P", sentence.marks(x, below)),)
                if sentence.words
                else tuple(
                    painting.writing_line(self.sheet, x, page.right, below + self.writing * line)
                    for line in (1, 2)
                )
            )
            heading = self.heading("relationship spotlight", x, y)
            return Group("Sect", (Group(ARTIFACT, (edge,)), heading, *written))

        return Block(4.5 * unit, height, 7 * unit, draw)

    def story(self) -> list[Block]:
        """The overview under its heading, or lines to write it on, and the keywords."""
        x, right, unit = self.page.x, self.page.right, self.unit
        blocks = [self.over("overview"), *self.prose(self.measured.overview, x, self.page.width)]
        if not self.measured.overview:
            blocks += [self.blank_line(x, right, 0, unit) for _ in range(OVERVIEW_LINES)]
        if self.card.case.lacks("keywords"):
            return [*blocks, self.blank_line(x, right, 2.6 * unit, unit, self.measured.keywords)]
        keywords = self.letter(self.measured.keywords, self.body, self.page.width)
        return [*blocks, self.paragraph(keywords, x, 2.6 * unit, 3 * unit)] if keywords.words else blocks

    def over(self, label: str) -> Block:
        """One of the words on cards as a heading."""
        unit = self.unit
        return Block(4.5 * unit, self.label.leading, 7 * unit, lambda y: self.heading(label, self.page.x, y))

    def claims(self) -> list[Block]:
        """Benefits and enablers, or opportunities, each kind under its heading."""
        unit, x, width = self.unit, self.page.x, self.page.width
        blocks: list[Block] = []
        for label, claims in self.measured.claims.items():
            blocks.append(self.over(label))
            for number, (claim, words) in enumerate(claims):
                gap, stretch = (1.2, 0.6) if number == 0 else (1.6, 3.0)
                block = self.claim(claim, words, parts.TILES[label])
                in_list = label if claim.text else ""
                blocks.append(block._replace(gap=gap * unit, stretch=stretch * unit, in_list=in_list))
        if self.measured.more:
            more = self.letter(self.measured.more, self.body, width)
            blocks.append(self.paragraph(more, x, 1.6 * unit, 3 * unit))
        return blocks

    def claim(self, claim: Claim, words: Words, part: str) -> Block:
        """A claim beside its tile, or a line to write it on."""
        side, left = self.measures.tile, self.page.x
        x = left + side + 3 * self.unit
        if not claim.text:
            return self.unfilled(claim, words, part, left, x)
        lettering = self.letter(words, self.body, self.page.right - x)
        height = max(side, lettering.height)

        def draw(y: float) -> Mark:
            tile = painting.tile(self.sheet, claim, part, Box(left, y, side, side))
            text_y = y + max(0.0, (side - lettering.height) / 2)
            return Group("LI", (tile, Group("LBody", lettering.marks(x, text_y))))

        return Block(0, height, 0, draw)
