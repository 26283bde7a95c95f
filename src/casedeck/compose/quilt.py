"""A quilt of figures: a tile for each card of a deck, in the colour of its family."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from casedeck.compose.figure import figure
from casedeck.compose.stationery import Stationery
from casedeck.compose.strip import family_of, ground
from casedeck.model.deck import Card
from casedeck.model.geometry import Box, Size
from casedeck.model.page import Group, Mark
from casedeck.model.theme import Paint

GAP, INSIDE = 0.14, 0.14
"""Between two tiles, and between a tile's edge and its figure, in tiles."""
MOST = 120.0
"""The largest tile, mm."""
WIDEST_GAP = 2.0
"""How many times as wide gaps may be, where tiles then end where their room does."""
BAR, THIN = 0.08, 0.05
"""How wide the bar of an outlined tile is, in tiles, and how thick its outline, in points for each mm."""


class Quilt(NamedTuple):
    """So many tiles with a `side` in mm, in columns that are `pitch` mm apart from edge to edge."""

    number: int
    columns: int
    side: float
    pitch: float

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return -(-self.number // self.columns)

    @property
    def size(self) -> Size:
        """What all tiles take together, mm."""
        width = self.side + (self.columns - 1) * self.pitch
        return Size(width, self.side * (self.rows + (self.rows - 1) * GAP))

    def boxes(self, x: float, y: float) -> Iterator[Box]:
        """Where each tile stands, with the first at x, y: row by row."""
        for place in range(self.number):
            row, column = divmod(place, self.columns)
            yield Box(x + column * self.pitch, y + row * self.side * (1 + GAP), self.side, self.side)


def quilt_in(count: int, room: Size, most: float = MOST) -> Quilt:
    """The quilt of so many tiles, at least one, that has the largest tiles in a room, none larger than `most`
    mm; of two that are equal, that with fewer places left free.
    """
    return max(
        (_quilt(count, columns, room, most) for columns in range(1, count + 1)),
        key=lambda each: (round(each.side, 3), -each.columns * each.rows),
    )


def _quilt(count: int, columns: int, room: Size, most: float) -> Quilt:
    rows = -(-count // columns)
    across = room.width / (columns + (columns - 1) * GAP)
    down = room.height / (rows + (rows - 1) * GAP)
    side = min(across, down, most)
    gap = (room.width - columns * side) / max(1, columns - 1)
    return Quilt(count, columns, side, side + (gap if gap <= side * GAP * WIDEST_GAP else side * GAP))


def tiles(sheet: Stationery, cards: Sequence[Card], quilt: Quilt, x: float, y: float) -> list[Mark]:
    """The marks of a quilt that has a tile for each of the cards, the first with its corner at x, y."""
    marks: list[Mark] = []
    for card, box in zip(cards, quilt.boxes(x, y), strict=True):
        marks += tile(sheet, card, box)
    return marks


def tile(sheet: Stationery, card: Card, box: Box) -> tuple[Mark, ...]:
    """The figure of a card on the colour of its family, or in an outline with a bar of that."""
    paint = sheet.theme.strip_paint(family_of(card))
    left = 0.0 if paint.fill else box.width * BAR
    inner = box.inset(box.width * INSIDE, box.width * INSIDE)
    inner = inner._replace(x=inner.x + left / 2)
    drawn = figure(sheet, card.case, inner, paint)
    assert isinstance(drawn, Group)
    return (*swatch(sheet, box, paint), *drawn.marks)


def swatch(sheet: Stationery, box: Box, paint: Paint, bar: float = BAR) -> tuple[Mark, ...]:
    """A box of the colour of a family, or an outline with a bar of that, whose width is such a share of
    the box's.
    """
    thin = paint._replace(border_pt=min(paint.border_pt, max(0.5, box.width * THIN)))
    painted = ground(sheet, box, thin, box.width * bar)
    assert isinstance(painted, Group)
    return painted.marks
