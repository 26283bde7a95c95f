"""The index face: a landscape card for the hand and the table, everything on one side."""

from __future__ import annotations

from casedeck.compose import painting
from casedeck.compose.faces import parts
from casedeck.compose.faces.setting import MeasuredCard, Setting, paragraph
from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.grid import BODY_PT, LEFT_SHARE, MEASURES, PROPORTIONS, GridMeasures, page_on
from casedeck.compose.layout import Face, Layout, Marks
from casedeck.compose.lettering import Lettering
from casedeck.compose.stationery import Stationery
from casedeck.compose.tabs import tab_strip, telling_strip
from casedeck.model.case_study import Claim
from casedeck.model.deck import Card
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark
from casedeck.typeset.words import Words

SHARE_BESIDE_MANY = 0.41
"""The left column's share of the width on a brief card with many opportunities."""
OVERVIEW_LINES = 5
"""How many lines to write on stand in the place of an overview."""
FEW_CLAIMS, MOST_CLAIMS = 4, 7
"""With more opportunities than the first a brief card has a wider column for them; those beyond the second
are only named.
"""

BELOW_A_HEADING = 1.4, 0.8
BETWEEN_CLAIMS = 1.9, 3.2
"""How far apart two benefits or enablers stand, and the first from its heading: the least, and by how much it
may grow, in units of the paper.
"""


class IndexCard(MeasuredCard):
    """One card on the index face."""

    def __init__(self, card: Card, sheet: Stationery) -> None:
        super().__init__(card, sheet)
        case = card.case
        self.measures = MEASURES.at(sheet.scale)
        self.facts = parts.facts(sheet, case)
        printed = case.printed_claims()
        self.claims = {
            name: [
                (claim, parts.claim_words(sheet, claim))
                for claim in (*claims[:MOST_CLAIMS], *parts.unfilled(case, name))
            ]
            for name, claims in printed.items()
        }
        self.more = parts.more(sheet, printed.get("opportunities", ())[MOST_CLAIMS:])
        self.many = len(case.opportunities) > FEW_CLAIMS and not case.full
        self.overview = parts.overview(sheet, case)

    def at(self, body_pt: float) -> Layout:
        """The card at a body size."""
        return IndexSetting(self, body_pt).layout_of_card()


class IndexSetting(Setting[IndexCard, GridMeasures]):
    """An index card at one body size. Names ending in `_y` are mm from the top."""

    def __init__(self, measured: IndexCard, body_pt: float) -> None:
        page = page_on(measured.sheet.size, measured.measures)
        super().__init__(measured, measured.measures, page, PROPORTIONS.at(measured.sheet, body_pt))
        share = SHARE_BESIDE_MANY if measured.many else LEFT_SHARE
        self.left_width = (self.page.width - self.measures.gutter) * share
        self.right_x = self.page.x + self.left_width + self.measures.gutter

    def layout_of_card(self) -> Layout:
        """The card: its head, the spotlight, two columns, and the foot."""
        head, head_bottom = self.head()
        band_top = head_bottom + 3.6 * self.unit
        sentence = self.letter(
            self.measured.spotlight,
            self.spotlight,
            self.page.width - self.measures.bar - 8 * self.unit,
            balanced=True,
        )
        band_height = self.label.leading + (sentence.height or self.writing) + 6 * self.unit
        foot, rule_y = self.foot(3 * self.unit, 2.4 * self.unit)
        top = band_top + band_height + 4.5 * self.unit
        left, right = self.overview(), self.claims()
        heights = natural_height(left), natural_height(right)
        room = rule_y - 4.6 * self.unit - top
        over = {"overview": heights[0] - room, "benefits and enablers": heights[1] - room}
        lift = min(max(0.0, room - max(heights)) * 0.4, 10 * self.unit)

        def draw() -> tuple[Mark, ...]:
            band = Box(self.page.x, band_top + lift * 0.25, self.page.width, band_height + lift * 0.4)
            columns_y = top + lift * 0.9
            height = rule_y - 4.6 * self.unit - lift * 0.1 - columns_y
            columns = (*column(left, columns_y, height), *column(right, columns_y, height))
            return (*head(), *self.band(sentence, band), *columns, *foot())

        return self.layout(over, draw)

    def head(self) -> tuple[Marks, float]:
        """Tabs, title and stamp, strapline, QR code and logo, and where they end."""
        measures, page, case = self.measures, self.page, self.card.case
        y = measures.top + measures.tab_height + 4 * self.unit
        top = self.top(6 * self.unit)
        strapline_y = y + top.heading.height + 1.2 * self.unit
        corner_y = y - self.unit
        tabs = tab_strip if case.full else telling_strip
        strip = Box(page.x, measures.top, page.width, measures.tab_height)

        def draw() -> tuple[Mark, ...]:
            return (
                tabs(self.sheet, case.enabler_ids, strip, measures.tab_pt),
                *top.heading.marks(page.x, y),
                *(
                    self.to_fill_in((), page.x, page.x + top.width, strapline_y, top.strapline_height)
                    if case.lacks("strapline")
                    else paragraph(top.strapline, page.x, strapline_y)
                ),
                *painting.corner(self.sheet, case, page.right, corner_y, measures.qr),
            )

        return draw, max(strapline_y + top.strapline_height, corner_y + top.corner)

    def band(self, sentence: Lettering, box: Box) -> tuple[Mark, ...]:
        """The relationship spotlight on its tint, with its bar."""
        x = box.x + self.measures.bar + 4 * self.unit
        height = sentence.height or self.writing
        y = box.y + (box.height - self.label.leading - height) / 2 - 0.3 * self.unit
        written = paragraph(sentence, x, y + self.label.leading)
        return (
            painting.band(self.sheet, box, self.measures.bar),
            self.heading("relationship spotlight", x, y),
            *(
                written
                or self.to_fill_in(
                    (), x, box.right - 4 * self.unit, y + self.label.leading, height - 1.5 * self.unit
                )
            ),
        )

    def heading_block(self, label: str, x: float, stretch: float) -> Block:
        """One of the words on cards as a heading, the space before it in units."""
        return Block(
            5 * self.unit, self.label.leading, stretch * self.unit, lambda y: self.heading(label, x, y)
        )

    def overview(self) -> list[Block]:
        """The left column: overview and facts; of a brief card with few opportunities the facts stand below
        those.
        """
        x, width, unit = self.page.x, self.left_width, self.unit
        blocks = [self.heading_block("overview", x, 0)]
        blocks += self.prose(self.measured.overview, x, width)
        if not self.measured.overview:
            blocks += [self.blank_line(x, x + width, 0, unit) for _ in range(OVERVIEW_LINES)]
        return [*blocks, *self.facts(x, width)] if self.card.case.full or self.measured.many else blocks

    def facts(self, x: float, width: float) -> list[Block]:
        """Keywords, and what else is known of a brief case, one below the other."""
        unit = self.unit
        letterings = [self.letter(words, self.body, width) for words in self.measured.facts]
        blocks = [
            self.paragraph(each, x, *((3.4 * unit, 8 * unit) if place == 0 else (1 * unit, unit)))
            for place, each in enumerate(letterings)
        ]
        if self.card.case.lacks("keywords"):
            blocks[0] = self.blank_line(x, x + width, 3.4 * unit, unit, self.measured.facts[0])
        return blocks

    def claims(self) -> list[Block]:
        """The right column: benefits on filled tiles and enablers on outlined ones; opportunities on a brief
        card.
        """
        blocks: list[Block] = []
        for label, claims in self.measured.claims.items():
            blocks.append(self.heading_block(label, self.right_x, 7 if blocks else 0))
            for number, (claim, sentence) in enumerate(claims):
                block = self.claim(claim, sentence, parts.TILES[label])
                gap, stretch = BELOW_A_HEADING if number == 0 else BETWEEN_CLAIMS
                in_list = label if claim.text else ""
                blocks.append(
                    block._replace(gap=gap * self.unit, stretch=stretch * self.unit, in_list=in_list)
                )
        width = self.page.right - self.right_x
        if self.measured.more:
            blocks.append(
                self.paragraph(
                    self.letter(self.measured.more, self.body, width),
                    self.right_x,
                    *(each * self.unit for each in BETWEEN_CLAIMS),
                )
            )
        return (
            blocks
            if self.card.case.full or self.measured.many
            else [*blocks, *self.facts(self.right_x, width)]
        )

    def claim(self, claim: Claim, words: Words, part: str) -> Block:
        """A benefit, an enabler or an opportunity beside its tile, or a line to write it on."""
        side = self.measures.tile
        x = self.right_x + side + 3 * self.unit
        if not claim.text:
            return self.unfilled(claim, words, part, self.right_x, x)
        lettering = self.letter(words, self.body, self.page.right - x)
        height = max(side, lettering.height)

        def draw(y: float) -> Mark:
            tile = painting.tile(self.sheet, claim, part, Box(self.right_x, y, side, side))
            text_y = y + (side - lettering.height) / 2 if lettering.height < side else y
            return Group("LI", (tile, Group("LBody", lettering.marks(x, text_y))))

        return Block(0, height, 0, draw)


FACE = Face(
    name="index",
    about="A whole case study on one side, for the hand and the table.",
    paper="A4",
    landscape=True,
    body_pt=BODY_PT,
    regions={
        "overview": ("overview", "title", "strapline", "relationship spotlight", "key learning"),
        "benefits and enablers": (
            *(f"{kind} {number}" for kind in ("benefits", "enablers") for number in (1, 2, 3)),
            *(f"opportunities {number}" for number in range(1, MOST_CLAIMS + 1)),
            *("title", "strapline", "relationship spotlight", "key learning"),
        ),
        "width": (),
    },
    setter=IndexCard,
    set_for="table",
)
