"""The wall face: a landscape headline card, read from about two metres. It has no overview, keywords or
enabler sentences; its strip hangs with it, so that it needs no label with its number.
"""

from __future__ import annotations

from typing import NamedTuple

from casedeck.compose import painting
from casedeck.compose.compositor import Proportion, Proportions
from casedeck.compose.faces import parts
from casedeck.compose.faces.beside_strip import BesideStrip, FootGaps
from casedeck.compose.faces.setting import MeasuredCard, as_one
from casedeck.compose.flow import Block, listed
from casedeck.compose.layout import BodyRange, Face, Layout
from casedeck.compose.lettering import Lettering
from casedeck.compose.measures import Measures
from casedeck.compose.stationery import Stationery
from casedeck.compose.strip import StripMeasures
from casedeck.model.case_study import Claim
from casedeck.model.deck import Card
from casedeck.model.geometry import Box
from casedeck.model.page import ARTIFACT, Group, Line, Mark
from casedeck.typeset.words import Words, enlarged


class WallMeasures(NamedTuple):
    """Measures of the face in mm; `_pt` in points. `strip` is the width of the strip, `gutter` what stands
    between it and the text, and between columns. `unit` is what the spaces between parts are counted in.
    """

    side: float
    strip: float
    gutter: float
    title_pt: float
    qr: float
    tile: float
    foot_pt: float
    rule_pt: float
    unit: float


MEASURES = Measures(
    WallMeasures(
        side=8,
        strip=58,
        gutter=7,
        title_pt=50,
        qr=32,
        tile=9.5,
        foot_pt=11,
        rule_pt=3.5,
        unit=0.7,
    ),
    WallMeasures(
        side=10,
        strip=83,
        gutter=11,
        title_pt=72,
        qr=46,
        tile=13.5,
        foot_pt=15,
        rule_pt=5,
        unit=1.0,
    ),
)
STRIP = Measures(
    StripMeasures(padding=6, figure=48, number_pt=115, words_pt=16, names_pt=21),
    StripMeasures(padding=8, figure=68, number_pt=165, words_pt=22, names_pt=30),
)
PROPORTIONS = Proportions(
    body=Proportion(1, 1.24),
    label=Proportion(0.86, 1.3),
    strapline=Proportion(0.86, 1.26),
    strong=Proportion(1.38, 1.2),
)
BLANK_LINES = 3
"""How many lines to write on stand in the place of a sentence."""
MOST_CLAIMS = 3
"""How many opportunities of a brief card have their sentences; the others are named."""
CLOSE = 1.1
"""How far apart the lines of a word beside an icon stand, as a share of its size."""
FIGURE_SIZE, LONGEST_FIGURE = 1.3, 5
"""How much larger a short figure is than the text around it, and how many signs it has at most."""


class WallCard(MeasuredCard):
    """One card on the wall face."""

    def __init__(self, card: Card, sheet: Stationery) -> None:
        super().__init__(card, sheet)
        case = card.case
        self.measures = MEASURES.at(sheet.scale)
        self.claims_label = "benefits" if case.full else "opportunities"
        claims = case.printed_claims()[self.claims_label]
        self.claims = [
            (claim, self._sentence(claim))
            for claim in (*claims[:MOST_CLAIMS], *parts.unfilled(case, self.claims_label))
        ]
        self.more = parts.more(sheet, claims[MOST_CLAIMS:], "bold")
        self.asked = parts.prompt(sheet, "relationship spotlight")

    def _sentence(self, claim: Claim) -> Words:
        """A claim's sentence in bold, its short figures larger, so that they are seen first."""
        words = parts.sentence_words(self.sheet, claim, "bold")
        return enlarged(words, parts.short_figures(claim.text, LONGEST_FIGURE), FIGURE_SIZE, self.sheet.fonts)

    def at(self, body_pt: float) -> Layout:
        """The card at a body size."""
        return WallSetting(self, body_pt).layout_of_card()


class WallSetting(BesideStrip[WallCard, WallMeasures]):
    """A wall card at one body size."""

    def __init__(self, measured: WallCard, body_pt: float) -> None:
        super().__init__(measured, measured.measures, PROPORTIONS.at(measured.sheet, body_pt))
        count, gutter = max(2, len(measured.claims)), self.measures.gutter
        self.column_width = (self.page.width - gutter * (count - 1)) / count

    def layout_of_card(self) -> Layout:
        """The card: its strip, what stands one below the other, and the foot."""
        return self.in_column(self.blocks(), STRIP.at(self.sheet.scale), FootGaps(5, 4, 9))

    def blocks(self) -> list[Block]:
        """Title and stamp, strapline, place, spotlight, and benefits or opportunities beside each other."""
        unit = self.unit
        quiet = self.label._replace(colour=self.strapline.colour)
        blocks = [*self.head(8, (2, 1.5), quiet), self.sentence(), self.columns()]
        if self.measured.more:
            more = self.letter(self.measured.more, self.body, self.page.width, balanced=True)
            blocks.append(self.paragraph(more, self.page.x, 5 * unit, 6 * unit))
        return blocks

    def sentence(self) -> Block:
        """The relationship spotlight, or lines to write it on."""
        words, unit = self.measured.spotlight, self.unit
        if not words:
            return self.blank_line(self.page.x, self.page.right, 8 * unit, 12 * unit, self.measured.asked)
        sentence = self.letter(words, self.spotlight, self.page.width, balanced=True)
        return self.paragraph(sentence, self.page.x, 8 * unit, 12 * unit)

    def columns(self) -> Block:
        """Benefits or opportunities side by side, each under a rule of its own."""
        step = self.column_width + self.measures.gutter
        names = [self.name(claim) for claim, _ in self.measured.claims]
        beside = max([self.measures.tile, *(name.height for name in names)])
        columns = [
            self.claim(claim, words, name, Box(self.page.x + step * number, 0, self.column_width, beside))
            for number, ((claim, words), name) in enumerate(zip(self.measured.claims, names, strict=True))
        ]
        height = max([block.height for block in columns], default=0.0)

        def draw(y: float) -> Mark:
            return as_one(listed((block.in_list, block.draw(y)) for block in columns))

        return Block(8 * self.unit, height, 16 * self.unit, draw)

    def name(self, claim: Claim) -> Lettering:
        """The word of a claim, as wide as there is room for beside its icon."""
        width = self.column_width - self.measures.tile - 3 * self.unit
        style = self.label._replace(leading_pt=self.label.size_pt * CLOSE)
        return self.set(claim.term.name, style, width, "bold")

    def claim(self, claim: Claim, words: Words, name: Lettering, head: Box) -> Block:
        """A column: a rule, the icon and its word in a box as high as that of its neighbours, so that their
        sentences begin on one line, and the sentence or lines to write it on.
        """
        unit, side, width = self.unit, self.measures.tile, self.column_width
        x, beside = head.x, head.height
        lettering = self.letter(words, self.body, width)
        below = 4 * unit + beside + 2.5 * unit
        height = below + (lettering.height if words else BLANK_LINES * self.writing)

        ink = self.sheet.colour("ink")

        def draw(y: float) -> Mark:
            rule = Group(ARTIFACT, (Line(x, y, x + width, y, self.measures.rule_pt, ink),))
            box = Box(x, y + 4 * unit + (beside - side) / 2, side, side)
            icon = painting.icon(self.sheet, claim, box, ink)
            label = name.marks(x + side + 3 * unit, y + 4 * unit + (beside - name.height) / 2)
            if not words:
                named = (Group("P", label),) if label else ()
                return as_one((rule, icon, *named, *self.lines(x, y + below)))
            said = Group("LBody", lettering.marks(x, y + below))
            return Group("LI", (rule, icon, Group("Lbl", label), said))

        return Block(0, height, 0, draw, self.measured.claims_label if words else "")

    def lines(self, x: float, y: float) -> tuple[Mark, ...]:
        """Lines to write a sentence on, in a column."""
        right = x + self.column_width
        places = [y + self.writing * number for number in range(1, BLANK_LINES + 1)]
        return tuple([painting.writing_line(self.sheet, x, right, place) for place in places])


FACE = Face(
    name="wall",
    about="The headline of a case study in large letters, read by several people from about two metres.",
    paper="A3",
    landscape=True,
    body_pt=Measures(BodyRange(15, 21), BodyRange(22, 31)),
    regions={
        "card": (
            *("title", "strapline", "relationship spotlight", "key learning"),
            *("benefits 1", "benefits 2", "benefits 3"),
            *(f"opportunities {number}" for number in range(1, MOST_CLAIMS + 1)),
        ),
        "width": (),
    },
    setter=WallCard,
    set_for="wall",
)
