"""A miniature of the index card: its parts in their places, numbered, and lines of text as strokes."""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.compose import painting
from casedeck.compose.figure import figure
from casedeck.compose.front_matter.frame import Frame
from casedeck.compose.quilt import swatch
from casedeck.compose.strip import family_of
from casedeck.compose.tabs import tab_boxes
from casedeck.model.deck import Card
from casedeck.model.geometry import Box
from casedeck.model.page import Line, Mark, Shape

CARD_WIDTH, BADGE = 297.0, 45.0
"""The width of the card whose measures are made smaller, and of its badge, mm."""
ENDS = (1.0, 0.93, 0.97, 0.6)
"""How far the lines of a paragraph reach."""


class Miniature:
    """A card of the deck in a box, with its own tabs, figure and colour; numbers stand on its left edge,
    behind its name and beside its right column.
    """

    def __init__(self, frame: Frame, shown: Card, box: Box) -> None:
        self.frame, self.shown, self.lit = frame, shown, shown.case.enabler_ids
        self.side = 6.5 * frame.measures.unit
        self.card = Box(box.x + self.side / 2, box.y, box.width - self.side / 2, box.height)
        self.scale = self.card.width / CARD_WIDTH
        self.inner = self.card.inset(14 * self.scale, 11 * self.scale)
        self.left_width = 0.42 * self.inner.width
        self.right_x = self.inner.x + 0.535 * self.inner.width
        self.badge = Box(self.inner.x, self._y(0.058), BADGE * self.scale, 0.132 * self.inner.height)
        self.name_x, self.name_width = self.badge.right + 6 * self.scale, 0.36 * self.inner.width

    def marks(self) -> tuple[Mark, ...]:
        """Everything but the words that explain it."""
        colour = self.frame.sheet.colour
        edge = Shape(self.card, 1.2, colour("paper"), colour("slate"), 0.75)
        zones = (*self._head(), *self._spotlight(), *self._overview(), *self._claims(), *self._learning())
        return (edge, *zones, *self._numbers())

    def _y(self, share: float) -> float:
        return self.inner.y + share * self.inner.height

    def _stroke(self, x: float, y: float, width: float, mm_card: float, colour: str) -> Shape:
        """A line of text whose letters would be so many mm high on the card, from its middle."""
        height = mm_card * self.scale
        return Shape(
            Box(x, y - height / 2, width, height), height / 2, self.frame.sheet.colour(colour), "", 0
        )

    def _head(self) -> Iterator[Mark]:
        theme = self.frame.sheet.theme
        strip = Box(self.inner.x, self.inner.y, self.inner.width, 8 * self.scale)
        for term, tab in zip(self.frame.sheet.enablers, tab_boxes(self.frame.sheet, strip), strict=True):
            yield painting.painted(tab, theme.parts["lit tab" if term.id in self.lit else "dim tab"], 0.5)
        yield from self._badge()
        yield self._stroke(self.name_x, self._y(0.084), self.name_width, 6.5, "ink")
        yield self._stroke(self.name_x, self._y(0.135), 0.62 * self.inner.width, 2.6, "slate")
        yield self._stroke(self.name_x, self._y(0.172), 0.3 * self.inner.width, 2.6, "slate")

    def _badge(self) -> Iterator[Mark]:
        """Number and family at the left, and the figure at the right, as on the card itself."""
        sheet, box = self.frame.sheet, self.badge
        paint = sheet.theme.strip_paint(family_of(self.shown))
        yield from swatch(sheet, box, paint)
        side = box.height * 0.8
        left = box.right - side - 1.5 * self.scale
        yield figure(sheet, self.shown.case, Box(left, box.y, side, box.height).middle(side), paint)
        x, width = box.x + 4 * self.scale, 0.2 * box.width
        for y, height, share in ((0.3, 9.0, 1.0), (0.82, 2.6, 1.6)):
            tall = height * self.scale
            bar = Box(x, box.y + y * box.height - tall / 2, width * share, tall)
            yield Shape(bar, tall / 4, paint.text, "", 0)

    def _spotlight(self) -> Iterator[Mark]:
        inner = self.inner
        box = Box(inner.x, self._y(0.215), inner.width, 0.165 * inner.height)
        yield painting.painted(box, self.frame.sheet.theme.parts["spotlight"], 0)
        yield Shape(
            Box(box.x, box.y, 2.4 * self.scale, box.height), 0, self.frame.sheet.colour("accent"), "", 0
        )
        x = box.x + 8 * self.scale
        yield self._stroke(x, self._y(0.25), 0.16 * inner.width, 2.6, "accent")
        yield self._stroke(x, self._y(0.296), 0.8 * inner.width, 4.0, "ink")
        yield self._stroke(x, self._y(0.345), 0.62 * inner.width, 4.0, "ink")

    def _overview(self) -> Iterator[Mark]:
        yield self._stroke(self.inner.x, self._y(0.445), 0.3 * self.left_width, 2.6, "accent")
        y = 0.495
        for _ in range(2):
            for end in ENDS:
                yield self._stroke(self.inner.x, self._y(y), end * self.left_width, 2.2, "slate")
                y += 0.037
            y += 0.022
        yield self._stroke(self.inner.x, self._y(0.855), 0.7 * self.left_width, 2.2, "slate")

    def _claims(self) -> Iterator[Mark]:
        width = self.inner.right - self.right_x
        for share, part in ((0.445, "benefit tile"), (0.69, "enabler tile")):
            yield self._stroke(self.right_x, self._y(share), 0.36 * width, 2.6, "accent")
            for number in range(3):
                y = self._y(share + 0.054 + 0.056 * number)
                side = 8.6 * self.scale
                yield painting.painted(
                    Box(self.right_x, y - side / 2, side, side), self.frame.sheet.theme.parts[part], 0.6
                )
                yield self._stroke(
                    self.right_x + side + 3 * self.scale, y, (0.72, 0.55, 0.64)[number] * width, 2.2, "slate"
                )

    def _learning(self) -> Iterator[Mark]:
        y = self._y(0.915)
        yield Line(
            self.inner.x,
            y,
            self.inner.right,
            y,
            self.frame.measures.rule_pt * 0.8,
            self.frame.sheet.colour("ink"),
        )
        yield self._stroke(self.inner.x, self._y(0.96), 0.74 * self.inner.width, 3.0, "ink")

    def _numbers(self) -> Iterator[Mark]:
        """The numbers of `casedeck.model.front_matter.CARD_PARTS`, each at the height of its part's first
        line.
        """
        gap = 1.5 * self.frame.unit
        edge, beside = self.card.x - self.side / 2, self.right_x - self.side - gap
        places = (
            (edge, 0.02),
            (edge, 0.124),
            (self.name_x + self.name_width + gap, 0.084),
            (edge, 0.2975),
            (edge, 0.445),
            (beside, 0.445),
            (beside, 0.69),
            (edge, 0.96),
        )
        for number, (x, share) in enumerate(places, 1):
            box = Box(x, self._y(share) - self.side / 2, self.side, self.side)
            yield Shape(box, painting.CORNER, self.frame.sheet.colour("paper"), "", 0)
            yield self.frame.tile(str(number), "lit tab", box)
