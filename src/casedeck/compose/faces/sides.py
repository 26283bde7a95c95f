"""What faces with a front and a back do alike: a strip, a strong sentence and words with icons on the front,
a bar with number, title and place on the back.
"""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from casedeck.compose import painting
from casedeck.compose.compositor import Styles
from casedeck.compose.faces import named, parts
from casedeck.compose.faces.banner import Banner
from casedeck.compose.faces.setting import MeasuredCard, Setting, as_one, paragraph
from casedeck.compose.flow import Block
from casedeck.compose.layout import Layout, Marks
from casedeck.compose.lettering import Style
from casedeck.compose.stationery import Stationery
from casedeck.compose.strip import StripMeasures, family_of, strip
from casedeck.model.case_study import Claim
from casedeck.model.deck import Card
from casedeck.model.geometry import Box, Size
from casedeck.model.page import ARTIFACT, Group, Mark, Shape
from casedeck.typeset.words import Words

HEADINGS = {
    "benefits": "what got better",
    "enablers": "what made it possible",
    "opportunities": "what it shows",
}
"""The word on cards that stands over each kind of claim."""


class SideMeasures(NamedTuple):
    """Measures of a card with two sides in mm; `_pt` in points. `cut` is what stays without colour where the
    card is cut out, `edge` and `foot` what stays without words at its sides and at its foot. `strip` is the
    width of the strip, `gap` what is beside it, `banner` the height of the bar on the back, and `heads` the
    width that headings take there.
    """

    cut: float
    edge: float
    foot: float
    strip: float
    padding: float
    figure: float
    number_pt: float
    words_pt: float
    gap: float
    title_pt: float
    spotlight_pt: float
    bar: float
    named_pt: float
    banner: float
    banner_pt: float
    about_pt: float
    heads: float
    heads_pt: float
    tile: float
    qr: float
    foot_pt: float
    rule_pt: float
    unit: float


class SidedCard(MeasuredCard):
    """One card with two sides, its texts measured; so many opportunities have their sentences, and `more` are
    the names of the others.
    """

    def __init__(self, card: Card, sheet: Stationery, measures: SideMeasures, most: int) -> None:
        super().__init__(card, sheet)
        case = card.case
        self.measures = measures
        self.paint = sheet.theme.strip_paint(family_of(card))
        self.learning = parts.learning(sheet, case, labelled=False)
        self.asked = parts.prompt(sheet, "relationship spotlight")
        self.overview = parts.overview(sheet, case)
        self.claims = parts.claims_told(sheet, case, most)
        self.more = parts.more(sheet, case.printed_claims().get("opportunities", ())[most:])


Sided = TypeVar("Sided", bound=SidedCard)


class SidedSetting(Setting[Sided, SideMeasures], Generic[Sided]):
    """Such a card at one body size; its `page` is what the front has beside the strip, `back` what the back
    has below its bar.
    """

    def __init__(self, measured: Sided, styles: Styles) -> None:
        size, m = measured.sheet.size, measured.measures
        left = m.cut + m.strip + m.gap
        page = Box(left, m.edge, size.width - left - m.edge, size.height - m.edge - m.foot)
        strong = Style(m.spotlight_pt, m.spotlight_pt * 1.2, styles.strong.colour)
        super().__init__(measured, m, page, styles._replace(strong=strong))
        ink, slate = (self.sheet.colour(name) for name in ("ink", "slate"))
        self.label = Style(m.heads_pt, m.heads_pt * 1.2, slate)
        self.body = self.body._replace(lead_colour=ink)
        box = Box(m.cut, m.cut, size.width - 2 * m.cut, m.banner)
        sizes = m.banner_pt, m.about_pt
        self.banner = Banner(self.sheet, self.card, box, measured.paint, sizes)
        top = box.bottom + 2.2 * self.unit
        self.back = Box(m.edge, top, size.width - 2 * m.edge, size.height - m.foot - top)

    def layout_of_card(self) -> Layout:
        """Front and back."""
        front, over_front = self.front()
        reverse, over_back = self.reverse()
        over = {"front": over_front, "back": max(over_back, self.banner.over)}
        return self.layout(over, front, reverse)

    def front(self) -> tuple[Marks, float]:
        """The front, and by how many mm it is over-full."""
        raise NotImplementedError

    def reverse(self) -> tuple[Marks, float]:
        """The same of the back."""
        raise NotImplementedError

    @property
    def corner(self) -> Size:
        """What stands in the top right corner of the front: nothing."""
        return Size(0.0, 0.0)

    def strip(self) -> tuple[Mark, ...]:
        """The strip along the left edge of the front."""
        m = self.measures
        box = Box(m.cut, m.cut, m.strip, self.sheet.size.height - 2 * m.cut)
        return strip(self.sheet, self.card, box, StripMeasures(m.padding, m.figure, m.number_pt, m.words_pt))

    def head(self) -> Block:
        """Title, stamp and strapline on the front."""
        page, top = self.page, self.top(4 * self.unit)
        strapline_y = top.heading.height + 1.6 * self.unit
        height = strapline_y + top.strapline_height

        def draw(y: float) -> Mark:
            lacking = self.card.case.lacks("strapline")
            below = (
                self.to_fill_in((), page.x, page.x + top.width, y + strapline_y, top.strapline_height)
                if lacking
                else paragraph(top.strapline, page.x, y + strapline_y)
            )
            return Group("Sect", (*top.heading.marks(page.x, y), *below))

        return Block(0, max(height, top.corner), 0, draw)

    def strong(self) -> Block:
        """The relationship spotlight beside a bar in the colour of the family, or lines to write it on."""
        page, bar, paint = self.page, self.measures.bar, self.measured.paint
        x = page.x + bar + 3 * self.unit
        sentence = self.letter(self.measured.spotlight, self.spotlight, page.right - x, balanced=True)
        height = sentence.height or 3 * self.writing

        def draw(y: float) -> Mark:
            edge = Shape(Box(page.x, y, bar, height), 0, paint.fill or paint.border, "", 0)
            lines = [
                mark
                for place in range(3)
                for mark in self.to_fill_in(
                    () if place else self.measured.asked,
                    x,
                    page.right,
                    y + place * self.writing,
                    self.writing - 0.5 * self.unit,
                )
            ]
            written = paragraph(sentence, x, y) or tuple(lines)
            return Group("Sect", (Group(ARTIFACT, (edge,)), *written))

        return Block(3 * self.unit, height, 0, draw)

    def names(self) -> Block:
        """The enablers, or the first opportunities of a brief case, as icons with their words."""
        kind = "enablers" if self.card.case.full else "opportunities"
        claims = [claim for claim, _ in self.measured.claims[kind]]
        return named.row(self.sheet, claims, self.page, self.measures.named_pt, self.measures.tile)

    def claims(self, kind: str, x: float, right: float) -> list[Block]:
        """The claims of a kind between x and a right edge, and the names of those that have no room."""
        blocks: list[Block] = []
        for claim, words in self.measured.claims[kind]:
            block = self.claim(claim, words, x, right)
            gap, stretch = (0.3, 2.1) if blocks else (0.0, 0.0)
            in_list = kind if claim.text else ""
            blocks.append(block._replace(gap=gap * self.unit, stretch=stretch * self.unit, in_list=in_list))
        if kind == "opportunities" and self.measured.more:
            more = self.letter(self.measured.more, self.body, right - x)
            blocks.append(self.paragraph(more, x, 1.2 * self.unit, 1.8 * self.unit))
        return blocks

    def claim(self, claim: Claim, words: Words, x: float, right: float) -> Block:
        """A claim beside its icon, or a line to write it on."""
        side = self.measures.tile
        text_x = x + side + 1.6 * self.unit
        if not claim.text:
            return self._to_write(claim, words, x, right)
        lettering = self.letter(words, self.body, right - text_x)
        ink = self.sheet.colour("ink")

        def draw(y: float) -> Mark:
            box = Box(x, y + (self.body.leading - side) / 2, side, side)
            icon = painting.icon(self.sheet, claim, box, ink)
            return Group("LI", (icon, Group("LBody", lettering.marks(text_x, y))))

        return Block(0, max(side, lettering.height), 0, draw)

    def _to_write(self, claim: Claim, words: Words, x: float, right: float) -> Block:
        side, height = self.measures.tile, self.writing

        def draw(y: float) -> Mark:
            box = Box(x, y + height - (self.body.leading + side) / 2, side, side)
            icon = painting.icon(self.sheet, claim, box, self.sheet.colour("ink"))
            line = self.to_fill_in(words, x + side + 1.6 * self.unit, right, y, height)
            return as_one((icon, *line))

        return Block(0, height, 0, draw)

    def learning(self, box: Box) -> tuple[Marks, float]:
        """The key learning under a rule, at the foot of a box, and how far down the rule is, mm; nothing
        where there is none.
        """
        words, unit = self.measured.learning, self.unit
        lettering = self.letter(words, self.body, box.width, balanced=True)
        lacking = self.card.case.lacks("key learning")
        height = self.writing if lacking else lettering.height
        y = box.bottom - height
        rule_y = y - 1.3 * unit if words else box.bottom

        def draw() -> tuple[Mark, ...]:
            if not words:
                return ()
            rule = painting.rule(box, rule_y, self.sheet, self.measures.rule_pt)
            line = self.to_fill_in(words, box.x, box.right, y, height) if lacking else ()
            return (rule, *(line or paragraph(lettering, box.x, y)))

        return draw, rule_y
