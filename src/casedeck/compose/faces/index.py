"""The index face: a landscape card for the hand and the table, everything on one side."""

from __future__ import annotations

from casedeck.compose import painting
from casedeck.compose.compositor import Proportion
from casedeck.compose.faces import parts
from casedeck.compose.faces.setting import MeasuredCard, Setting, paragraph
from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.grid import LEFT_SHARE, MEASURES, PROPORTIONS, GridMeasures, page_on
from casedeck.compose.layout import BodyRange, Face, Layout, Marks
from casedeck.compose.lettering import Lettering
from casedeck.compose.measures import Measures
from casedeck.compose.picture import placed
from casedeck.compose.stationery import Stationery
from casedeck.compose.strip import BadgeMeasures, badge
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
BADGE = Measures(
    BadgeMeasures(width=45, padding=2.6, number_pt=44, words_pt=10.5),
    BadgeMeasures(width=64, padding=3.7, number_pt=62, words_pt=15),
)
BRIEFLY = Proportion(1.75, 1.2)
"""How large the spotlight of a brief card is, which has less to say besides."""
LEAST_BADGE = 22.5
"""How high the badge is at least on A4, mm."""
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
        self.keywords = parts.keywords(sheet, case)
        self.claims = parts.claims_told(sheet, case, MOST_CLAIMS)
        self.more = parts.more(sheet, case.printed_claims().get("opportunities", ())[MOST_CLAIMS:])
        self.many = len(case.opportunities) > FEW_CLAIMS and not case.full
        self.overview = parts.overview(sheet, case)

    def at(self, body_pt: float) -> Layout:
        """The card at a body size."""
        return IndexSetting(self, body_pt).layout_of_card()


class IndexSetting(Setting[IndexCard, GridMeasures]):
    """An index card at one body size. Names ending in `_y` are mm from the top."""

    def __init__(self, measured: IndexCard, body_pt: float) -> None:
        page = page_on(measured.sheet.size, measured.measures)
        proportions = PROPORTIONS if measured.card.case.full else PROPORTIONS._replace(strong=BRIEFLY)
        super().__init__(measured, measured.measures, page, proportions.at(measured.sheet, body_pt))
        self.badge = BADGE.at(measured.sheet.scale)
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
        spare = max(0.0, room - max(heights))
        lift = min(spare * 0.4, (10 if self.card.case.full else 24) * self.unit)

        def draw() -> tuple[Mark, ...]:
            band = Box(self.page.x, band_top + lift * 0.25, self.page.width, band_height + lift * 0.4)
            columns_y = top + lift * 0.9
            height = rule_y - 4.6 * self.unit - lift * 0.1 - columns_y
            columns = (*column(left, columns_y, height), *column(right, columns_y, height))
            return (*head(), *self.band(sentence, band), *columns, *foot())

        return self.layout(over, draw)

    def head(self) -> tuple[Marks, float]:
        """Tabs, number and figure, title and stamp, strapline and place, QR code and logo, and where they
        end.
        """
        measures, page, case, unit = self.measures, self.page, self.card.case, self.unit
        y = measures.top + measures.tab_height + 3.5 * unit
        pictured = LEAST_BADGE * self.sheet.scale if case.picture else 0.0
        gap = 2 * unit if case.picture else 0.0
        x = page.x + self.badge.width + gap + pictured + 6 * unit
        top = self.top(6 * unit, left=x)
        strapline_y = y + top.heading.height + unit
        place_y = strapline_y + top.strapline_height + 0.6 * unit
        place = self.set(parts.place_line(self.sheet, case), self.strapline, top.width)
        end = max(place_y + place.height, y + top.corner, y + LEAST_BADGE * self.sheet.scale)
        tabs = tab_strip if case.full else telling_strip
        strip = Box(page.x, measures.top, page.width, measures.tab_height)

        def draw() -> tuple[Mark, ...]:
            return (
                tabs(self.sheet, case.enabler_ids, strip, measures.tab_pt),
                *badge(self.sheet, self.card, Box(page.x, y, self.badge.width, end - y), self.badge),
                *self.picture(Box(page.x + self.badge.width + gap, y, pictured, end - y)),
                *top.heading.marks(x, y),
                *(
                    self.to_fill_in((), x, x + top.width, strapline_y, top.strapline_height)
                    if case.lacks("strapline")
                    else paragraph(top.strapline, x, strapline_y)
                ),
                *paragraph(place, x, place_y),
                *painting.corner(self.sheet, case, page.right, y, measures.qr),
            )

        return draw, end

    @property
    def thanks(self) -> str:
        """Whom to thank for the picture."""
        return self.card.case.picture.credit if self.card.case.picture else ""

    def picture(self, box: Box) -> tuple[Mark, ...]:
        """The picture of the case, as high as the badge; nothing where it has none."""
        picture = self.card.case.picture
        return (placed(self.sheet, picture, box),) if picture else ()

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
        return [*blocks, *self.keywords(x, width)] if self.card.case.full or self.measured.many else blocks

    def keywords(self, x: float, width: float) -> list[Block]:
        """The keywords, or a line to write them on; nothing where there are to be none."""
        words, unit = self.measured.keywords, self.unit
        if self.card.case.lacks("keywords"):
            return [self.blank_line(x, x + width, 3.4 * unit, unit, words)]
        return (
            [self.paragraph(self.letter(words, self.body, width), x, 3.4 * unit, 8 * unit)] if words else []
        )

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
            else [*blocks, *self.keywords(self.right_x, width)]
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
    body_pt=Measures(BodyRange(12, 16), BodyRange(16, 22)),
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
