"""What large faces with a strip at the left do alike: one column beside it, the QR code in the corner, and
the logo below the strip.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from casedeck.compose import painting
from casedeck.compose.compositor import Styles
from casedeck.compose.faces import parts
from casedeck.compose.faces.setting import FaceMeasures, Measured, Setting
from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.layout import Layout
from casedeck.compose.lettering import Style
from casedeck.compose.strip import StripMeasures, strip, with_logo
from casedeck.model.geometry import Box, Size
from casedeck.model.page import ARTIFACT, Group, Mark


class BesideMeasures(FaceMeasures, Protocol):
    """What such a face says of its measures besides, in mm."""

    @property
    def side(self) -> float:
        """The margin on all sides."""

    @property
    def strip(self) -> float:
        """The width of the strip."""

    @property
    def gutter(self) -> float:
        """What stands between the strip and the text."""


Sizes = TypeVar("Sizes", bound=BesideMeasures)


class FootGaps(NamedTuple):
    """The spaces around the key learning, in units: after it, between it and its rule, and above that."""

    after: float
    before: float
    above: float


class BesideStrip(Setting[Measured, Sizes], Generic[Measured, Sizes]):
    """A card at one body size whose `page` is what its strip leaves of the `whole` within the margins."""

    def __init__(self, measured: Measured, measures: Sizes, styles: Styles) -> None:
        self.whole = Box(0, 0, *measured.sheet.size).inset(measures.side, measures.side)
        left = measures.strip + measures.gutter
        page = self.whole._replace(x=self.whole.x + left, width=self.whole.width - left)
        super().__init__(measured, measures, page, styles)

    @property
    def corner(self) -> Size:
        """The size in mm of the QR code of a case that has a link."""
        return painting.code_size(self.card.case, self.measures.qr)

    def code(self) -> tuple[Mark, ...]:
        """The QR code in the top right corner."""
        case, side = self.card.case, self.measures.qr
        if not case.link:
            return ()
        return (painting.code_at_right(self.sheet, case, self.page.right, self.page.y, side),)

    def in_column(self, blocks: Sequence[Block], measures: StripMeasures, gaps: FootGaps) -> Layout:
        """The strip, what stands one below the other beside it, and the foot."""
        foot, rule_y = self.foot(gaps.after * self.unit, gaps.before * self.unit)
        room = rule_y - gaps.above * self.unit - self.page.y
        over = {"card": natural_height(blocks) - room}
        box, logo = with_logo(self.sheet, self.whole._replace(width=self.measures.strip))

        def draw() -> tuple[Mark, ...]:
            side = strip(self.sheet, self.card, box, measures)
            return (*side, *self.code(), *column(blocks, self.page.y, room), *foot(), *logo)

        return self.layout(over, draw)

    def head(self, beside: float, apart: tuple[float, float], style: Style) -> list[Block]:
        """Title and stamp, the strapline, and in a style where it is, so many units apart; below the QR code,
        which is `beside` units from them, where there is one.
        """
        page, unit = self.page, self.unit
        top = self.top(beside * unit)
        to_strapline, to_place = apart
        blocks = [Block(0, top.heading.height, 0, lambda y: top.heading.mark(page.x, y))]
        if self.card.case.lacks("strapline"):
            blocks.append(self.blank_line(page.x, page.x + top.width, to_strapline * unit, 0))
        if self.measured.strapline:
            blocks.append(self.paragraph(top.strapline, page.x, to_strapline * unit, 0))
        place = self.set(parts.place_line(self.sheet, self.card.case), style, top.width)
        if place.words:
            blocks.append(self.paragraph(place, page.x, to_place * unit, 0))
        head = sum(block.gap + block.height for block in blocks)
        return [*blocks, Block(0, max(0.0, top.corner - head), 0, lambda _: Group(ARTIFACT, ()))]
