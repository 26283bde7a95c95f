"""What every face does alike with one card: its texts measured, and the card at one body size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from casedeck.compose import headings, painting
from casedeck.compose.compositor import Compositor, Styles
from casedeck.compose.faces import parts
from casedeck.compose.faces.parts import Passage
from casedeck.compose.flow import Block
from casedeck.compose.headings import Heading
from casedeck.compose.layout import Marks
from casedeck.compose.lettering import Lettering, lettered
from casedeck.compose.stationery import Stationery
from casedeck.model.case_study import Claim
from casedeck.model.deck import Card
from casedeck.model.geometry import Box, Size, mm
from casedeck.model.page import ARTIFACT, Group, Mark
from casedeck.model.text import filled
from casedeck.typeset.words import Words, measure


class FaceMeasures(Protocol):
    """What every face says of its measures: mm, and points where a name ends in _pt."""

    @property
    def title_pt(self) -> float:
        """The size of a title on one line."""

    @property
    def qr(self) -> float:
        """The side of a QR code."""

    @property
    def tile(self) -> float:
        """The side of the tile beside a claim."""

    @property
    def foot_pt(self) -> float:
        """The size of the last line."""

    @property
    def rule_pt(self) -> float:
        """The thickness of the rule above key learning."""

    @property
    def unit(self) -> float:
        """What the spaces between parts are counted in."""


class MeasuredCard:
    """One card on a sheet, its texts measured once for all the sizes that are tried."""

    def __init__(self, card: Card, sheet: Stationery) -> None:
        self.card, self.sheet = card, sheet
        case, fonts = card.case, sheet.fonts
        self.title = measure(case.heading, fonts, "black")
        self.strapline = measure(case.strapline, fonts)
        self.spotlight = measure(case.spotlight, fonts, "bold")
        self.learning = parts.learning(sheet, case)


Measured = TypeVar("Measured", bound=MeasuredCard)
Sizes = TypeVar("Sizes", bound=FaceMeasures)


def as_one(marks: tuple[Mark, ...]) -> Mark:
    """Marks as one: a part of the document, or an artifact where they say nothing."""
    if any(isinstance(mark, Group) and mark.role != ARTIFACT for mark in marks):
        return Group("Sect", marks)
    return Group(
        ARTIFACT,
        tuple(each for mark in marks for each in (mark.marks if isinstance(mark, Group) else (mark,))),
    )


def paragraph(lettering: Lettering, x: float, y: float) -> tuple[Mark, ...]:
    """A paragraph with its top left corner at x, y; nothing where it has no words."""
    return (Group("P", lettering.marks(x, y)),) if lettering.words else ()


class Top(NamedTuple):
    """Title and stamp, and the strapline below them, `width` mm wide beside QR code and logo, which are
    `corner` mm high; `strapline_height` is that of a line to write on where the strapline is lacking.
    """

    heading: Heading
    strapline: Lettering
    strapline_height: float
    width: float
    corner: float


class Setting(Compositor, Generic[Measured, Sizes]):
    """One measured card at one body size, on its `page` (the card within its margins); a face lays it out.
    `unit` mm is what spaces are counted in.
    """

    def __init__(self, measured: Measured, measures: Sizes, page: Box, styles: Styles) -> None:
        super().__init__(measured.sheet)
        self.measured, self.card = measured, measured.card
        self.measures, self.page = measures, page
        self.unit = measures.unit * measured.sheet.tightness
        self.body, self.label, self.strapline, self.spotlight = styles

    @property
    def writing(self) -> float:
        """The height of a line to write on by hand, mm."""
        return 1.5 * self.body.leading

    @property
    def corner(self) -> Size:
        """The size in mm of what stands in the top right corner: QR code and logo."""
        return painting.corner_size(self.sheet, self.card.case, self.measures.qr)

    @property
    def thanks(self) -> str:
        """Whom the last line thanks for a picture: nobody where the picture itself does."""
        return ""

    def top(self, beside: float, left: float | None = None) -> Top:
        """The head of the card, `beside` mm from QR code and logo; it begins `left` mm from the edge, or at
        the margin.
        """
        case, corner = self.card.case, self.corner
        starts = self.page.x if left is None else left
        width = self.page.right - starts - (corner.width + beside if corner.width else 0.0)
        heading = headings.heading(self.sheet, case, self.measured.title, self.measures.title_pt, width)
        self.wide.noted(heading.title)
        strapline = self.letter(self.measured.strapline, self.strapline, width, balanced=True)
        height = self.writing if case.lacks("strapline") else strapline.height
        return Top(heading, strapline, height, width, corner.height)

    def heading(self, label: str, x: float, y: float) -> Mark:
        """One of the words on cards as a heading, with its top left corner at x, y."""
        words = lettered(self.sheet.labels[label], self.label, self.page.width, self.sheet.fonts, "bold")
        return Group("H2", words.marks(x, y))

    def to_fill_in(self, words: Words, x: float, right: float, y: float, height: float) -> tuple[Mark, ...]:
        """A line to write on, with the words that are there at its left; its top at y."""
        lettering = self.letter(words, self.body, right - x)
        bottom = y + height
        start = x + (lettering.width + mm(self.body.size_pt) * 0.4 if words else 0.0)
        written = paragraph(
            lettering, x, bottom - lettering.height + (self.body.leading - mm(self.body.size_pt)) / 2
        )
        return (*written, painting.writing_line(self.sheet, start, right, bottom))

    def foot(self, after: float, before: float) -> tuple[Marks, float]:
        """A rule with the key learning `before` mm below it, both left out on a brief card, and the last line
        `after` mm below that.

        Also how far down the rule is, mm.
        """
        page, words = self.page, self.measured.learning
        height = mm(self.measures.foot_pt * 1.2)
        lacking = self.card.case.lacks("key learning")
        learning = self.letter(words, self.body, page.width, balanced=True)
        said = self.writing if lacking else learning.height
        rule_y = page.bottom - height - after - (said + before if words else 0.0)

        def draw() -> tuple[Mark, ...]:
            return (
                *((painting.rule(page, rule_y, self.sheet, self.measures.rule_pt),) if words else ()),
                *(
                    self.to_fill_in(words, page.x, page.right, rule_y + before, said)
                    if lacking
                    else paragraph(learning, page.x, rule_y + before)
                ),
                *parts.foot(
                    self.sheet,
                    self.card,
                    Box(page.x, page.bottom - height, page.width, height),
                    self.measures.foot_pt,
                    self.thanks,
                ),
            )

        return draw, rule_y

    def blank_line(self, x: float, right: float, gap: float, stretch: float, words: Words = ()) -> Block:
        """A line to write on, after the words that are there."""
        height = self.writing
        return Block(gap, height, stretch, lambda y: as_one(self.to_fill_in(words, x, right, y, height)))

    def unfilled(self, claim: Claim, words: Words, part: str, left: float, x: float) -> Block:
        """A claim with a line to write on from x, and its tile at the left."""
        side = min(self.measures.tile, self.writing)

        def draw(y: float) -> Mark:
            tile = painting.tile(self.sheet, claim, part, Box(left, y, side, side))
            return as_one((tile, *self.to_fill_in(words, x, self.page.right, y, side)))

        return Block(0, side, 0, draw)

    def prose(self, passages: Sequence[Passage], x: float, width: float) -> list[Block]:
        """Paragraphs and lists one below the other, each item of a list beside its bullet or number."""
        unit = self.unit
        indent = 6 * unit
        blocks: list[Block] = []
        for number, (mark, pieces) in enumerate(passages):
            for item, words in enumerate(pieces, 1):
                if mark:
                    lettering = self.letter(words, self.body, width - indent)
                    gap, stretch = (1 * unit, 1 * unit) if item > 1 else (1.8 * unit, 2 * unit)
                    block = self.item(filled(mark, number=item), lettering, x, indent, gap, stretch)
                    blocks.append(block._replace(in_list=f"list {number}"))
                else:
                    gap, stretch = (1.2 * unit, 0.6 * unit) if number == 0 else (2.6 * unit, 4 * unit)
                    blocks.append(self.paragraph(self.letter(words, self.body, width), x, gap, stretch))
        return blocks

    def paragraph(self, lettering: Lettering, x: float, gap: float, stretch: float) -> Block:
        """A paragraph with the space before it in mm."""
        return Block(gap, lettering.height, stretch, lambda y: Group("P", lettering.marks(x, y)))

    def item(
        self, mark: str, lettering: Lettering, x: float, indent: float, gap: float, stretch: float
    ) -> Block:
        """An item of a list, `indent` mm from its mark."""

        def draw(y: float) -> Mark:
            label = lettered(mark, self.body, indent, self.sheet.fonts)
            return Group(
                "LI", (Group("Lbl", label.marks(x, y)), Group("LBody", lettering.marks(x + indent, y)))
            )

        return Block(gap, lettering.height, stretch, draw)
