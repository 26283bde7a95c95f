"""The index face: a landscape card for the hand and the table, everything on one side."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.compose import headings, painting
from casedeck.compose.faces import parts
from casedeck.compose.faces.setting import Setting, as_one, paragraph
from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.layout import Face, Layout, Marks
from casedeck.compose.lettering import Lettering, Style, lettered
from casedeck.compose.stationery import Stationery
from casedeck.compose.tabs import tab_strip, telling_strip
from casedeck.model.case_study import Claim
from casedeck.model.deck import Card
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark
from casedeck.model.text import Listing, Rich
from casedeck.typeset.words import Words, measure


class Metrics(NamedTuple):
    """Measures of the face in mm; `_pt` in points. `left_share` is the left column's share of the width,
    `many_share` that of a brief card with many opportunities, `unit` how many mm `u` is.
    """

    side: float
    top: float
    gutter: float
    left_share: float
    many_share: float
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
    "A4": Metrics(12, 10, 8, 0.45, 0.41, 7.5, 10.5, 26, 24, 9.5, 2.2, 10.5, 1.2, 1.0),
    "A3": Metrics(15, 13, 11, 0.45, 0.41, 10, 14.5, 38, 34, 14, 3.0, 14, 1.7, 1.42),
}


OVERVIEW_LINES = 5
"""How many lines to write on stand in the place of an overview."""
FEW_CLAIMS, MOST_CLAIMS = 4, 7
"""With more opportunities than the first a brief card has a wider column for them; those beyond the second
are only named.
"""


class IndexCard:
    """One card on the index face."""

    def __init__(self, card: Card, sheet: Stationery) -> None:
        self.card, self.sheet = card, sheet
        self.m = METRICS[sheet.like]
        case, fonts = card.case, sheet.fonts
        self.title = measure(case.heading, fonts, "black")
        self.strapline = measure(case.strapline, fonts)
        self.spotlight = measure(case.spotlight, fonts, "bold")
        self.learning = parts.learning(sheet, case)
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
        self.overview: list[tuple[str, list[Words]]] = []
        for block in case.overview:
            if isinstance(block, Listing):
                self.overview.append(
                    ("numbers" if block.numbered else "bullets", [self._words(item) for item in block.items])
                )
            else:
                self.overview.append(("", [self._words(block.text)]))

    def _words(self, text: Rich) -> Words:
        return measure(text, self.sheet.fonts)

    def at(self, body_pt: float) -> Layout:
        """The card at a body size."""
        return _Setting(self, body_pt).layout()


class _Setting(Setting):
    """An index card at one body size. Names ending in `_y` are mm from the top; `u` is 1 mm on A4 and grows
    with the paper.
    """

    def __init__(self, card: IndexCard, body_pt: float) -> None:
        super().__init__(card.card, card.sheet)
        self.c, self.m = card, card.m
        self.u = card.m.unit * parts.tightness(card.sheet)
        ink, accent, slate = (card.sheet.colour(name) for name in ("ink", "accent", "slate"))
        self.strapline = Style(body_pt * 1.1, body_pt * 1.1 * 1.26, slate)
        self.label = Style(body_pt, body_pt * 1.3, accent)
        self.spotlight = Style(body_pt * 1.36, body_pt * 1.36 * 1.24, ink)
        self.body = Style(body_pt, body_pt * 1.28, ink, accent)
        self.page = Box(
            self.m.side,
            self.m.top,
            card.sheet.size.width - 2 * self.m.side,
            card.sheet.size.height - 2 * self.m.top,
        )
        share = self.m.many_share if card.many else self.m.left_share
        self.left_width = (self.page.width - self.m.gutter) * share
        self.right_x = self.page.x + self.left_width + self.m.gutter

    def layout(self) -> Layout:
        head, head_bottom = self.head()
        band_top = head_bottom + 3.6 * self.u
        sentence = self.letter(
            self.c.spotlight, self.spotlight, self.page.width - self.m.bar - 8 * self.u, balanced=True
        )
        band_height = self.label.leading + (sentence.height or self.writing) + 6 * self.u
        foot, rule_y = self.foot(self.c.learning, self.m, 3 * self.u, 2.4 * self.u)
        top = band_top + band_height + 4.5 * self.u
        left, right = self.overview(), self.claims()
        heights = natural_height(left), natural_height(right)
        room = rule_y - 4.6 * self.u - top
        over = {"overview": heights[0] - room, "benefits and enablers": heights[1] - room}
        lift = min(max(0.0, room - max(heights)) * 0.4, 10 * self.u)

        def draw() -> tuple[Mark, ...]:
            band = Box(self.page.x, band_top + lift * 0.25, self.page.width, band_height + lift * 0.4)
            columns_y = top + lift * 0.9
            height = rule_y - 4.6 * self.u - lift * 0.1 - columns_y
            columns = (*column(left, columns_y, height), *column(right, columns_y, height))
            return (*head(), *self.band(sentence, band), *columns, *foot())

        return self.layout_of(over, draw)

    def head(self) -> tuple[Marks, float]:
        """Tabs, title and stamp, strapline, QR code and logo, and where they end."""
        m, page, case = self.m, self.page, self.card.case
        top = m.top + m.tab_height + 4 * self.u
        width, height = painting.corner_size(self.sheet, case, m.qr)
        text_width = page.width - (width + 6 * self.u if width else 0.0)
        heading = headings.heading(self.sheet, case, self.c.title, self.m.title_pt, text_width)
        self.noted(heading.title)
        strapline = self.letter(self.c.strapline, self.strapline, text_width, balanced=True)
        strapline_y = top + heading.height + 1.2 * self.u
        lacking = case.lacks("strapline")
        strapline_height = self.writing if lacking else strapline.height
        tabs = tab_strip if case.full else telling_strip

        def draw() -> tuple[Mark, ...]:
            return (
                tabs(self.sheet, case.enabler_ids, Box(page.x, m.top, page.width, m.tab_height), m.tab_pt),
                *heading.marks(page.x, top),
                *(
                    self.to_fill_in((), page.x, page.x + text_width, strapline_y, strapline_height)
                    if lacking
                    else paragraph(strapline, page.x, strapline_y)
                ),
                *painting.corner(self.sheet, case, page.right, top - self.u, m.qr),
            )

        return draw, max(strapline_y + strapline_height, top - self.u + height)

    def band(self, sentence: Lettering, box: Box) -> tuple[Mark, ...]:
        """The relationship spotlight on its tint, with its bar."""
        x = box.x + self.m.bar + 4 * self.u
        height = sentence.height or self.writing
        y = box.y + (box.height - self.label.leading - height) / 2 - 0.3 * self.u
        written = paragraph(sentence, x, y + self.label.leading)
        return (
            painting.band(self.sheet, box, self.m.bar),
            self.heading("relationship spotlight", x, y),
            *(
                written
                or self.to_fill_in(
                    (), x, box.right - 4 * self.u, y + self.label.leading, height - 1.5 * self.u
                )
            ),
        )

    def heading_block(self, label: str, x: float, stretch: float) -> Block:
        return Block(5 * self.u, self.label.leading, stretch * self.u, lambda y: self.heading(label, x, y))

    def overview(self) -> list[Block]:
        """The left column: overview and facts; of a brief card with few opportunities the facts stand below
        those.
        """
        x, width, u = self.page.x, self.left_width, self.u
        blocks = [self.heading_block("overview", x, 0)]
        indent = 6 * u
        for number, (kind, pieces) in enumerate(self.c.overview):
            for item, words in enumerate(pieces, 1):
                if kind:
                    lettering = self.letter(words, self.body, width - indent)
                    mark = f"{item}." if kind == "numbers" else "•"
                    gap, stretch = (1 * u, 1 * u) if item > 1 else (1.8 * u, 2 * u)
                    blocks.append(
                        self.item(mark, lettering, x, indent, gap, stretch)._replace(in_list=f"list {number}")
                    )
                else:
                    gap, stretch = (1.2 * u, 0.6 * u) if number == 0 else (2.6 * u, 4 * u)
                    blocks.append(self.paragraph(self.letter(words, self.body, width), x, gap, stretch))
        if not self.c.overview:
            blocks += [self.blank_line(x, x + width, 0) for _ in range(OVERVIEW_LINES)]
        return [*blocks, *self.facts(x, width)] if self.card.case.full or self.c.many else blocks

    def blank_line(self, x: float, right: float, gap: float, words: Words = ()) -> Block:
        """A line to write on."""
        height = self.writing
        return Block(gap, height, self.u, lambda y: as_one(self.to_fill_in(words, x, right, y, height)))

    def facts(self, x: float, width: float) -> list[Block]:
        """Keywords, and what else is known of a brief case, one below the other."""
        u = self.u
        letterings = [self.letter(words, self.body, width) for words in self.c.facts]
        blocks = [
            self.paragraph(each, x, *((3.4 * u, 8 * u) if place == 0 else (1 * u, u)))
            for place, each in enumerate(letterings)
        ]
        if self.card.case.lacks("keywords"):
            blocks[0] = self.blank_line(x, x + width, 3.4 * u, self.c.facts[0])
        return blocks

    def paragraph(self, lettering: Lettering, x: float, gap: float, stretch: float) -> Block:
        return Block(gap, lettering.height, stretch, lambda y: Group("P", lettering.marks(x, y)))

    def item(
        self, mark: str, lettering: Lettering, x: float, indent: float, gap: float, stretch: float
    ) -> Block:
        def draw(y: float) -> Mark:
            label = lettered(mark, self.body, indent, self.sheet.fonts)
            return Group(
                "LI", (Group("Lbl", label.marks(x, y)), Group("LBody", lettering.marks(x + indent, y)))
            )

        return Block(gap, lettering.height, stretch, draw)

    def claims(self) -> list[Block]:
        """The right column: benefits on filled tiles and enablers on outlined ones; opportunities on a brief
        card.
        """
        blocks: list[Block] = []
        for label, claims in self.c.claims.items():
            blocks.append(self.heading_block(label, self.right_x, 7 if blocks else 0))
            for number, (claim, sentence) in enumerate(claims):
                block = self.claim(claim, sentence, parts.TILES[label])
                gap, stretch = (1.4, 0.8) if number == 0 else (1.9, 3.2)
                in_list = label if claim.text else ""
                blocks.append(block._replace(gap=gap * self.u, stretch=stretch * self.u, in_list=in_list))
        width = self.page.right - self.right_x
        if self.c.more:
            blocks.append(
                self.paragraph(
                    self.letter(self.c.more, self.body, width), self.right_x, 1.9 * self.u, 3.2 * self.u
                )
            )
        return blocks if self.card.case.full or self.c.many else [*blocks, *self.facts(self.right_x, width)]

    def claim(self, claim: Claim, words: Words, part: str) -> Block:
        side = self.m.tile
        x = self.right_x + side + 3 * self.u
        if not claim.text:
            return self.unfilled(claim, words, part, x)
        lettering = self.letter(words, self.body, self.page.right - x)
        height = max(side, lettering.height)

        def draw(y: float) -> Mark:
            tile = painting.tile(self.sheet, claim, part, Box(self.right_x, y, side, side))
            text_y = y + (side - lettering.height) / 2 if lettering.height < side else y
            return Group("LI", (tile, Group("LBody", lettering.marks(x, text_y))))

        return Block(0, height, 0, draw)

    def unfilled(self, claim: Claim, words: Words, part: str, x: float) -> Block:
        """A claim with a line to write on."""
        side = min(self.m.tile, self.writing)

        def draw(y: float) -> Mark:
            tile = painting.tile(self.sheet, claim, part, Box(self.right_x, y, side, side))
            return as_one((tile, *self.to_fill_in(words, x, self.page.right, y, side)))

        return Block(0, side, 0, draw)


FACE = Face(
    name="index",
    about="A whole case study on one side, for the hand and the table.",
    paper="A4",
    landscape=True,
    body_pt={"A4": (12, 14), "A3": (16, 20)},
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
