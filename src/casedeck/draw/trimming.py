"""Pages for a print shop: larger than they will be, with colour beyond their edges, and marks to trim by."""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.model.geometry import Box, Size
from casedeck.model.page import Line, Page
from casedeck.model.sheet import Placed, Sheet, Side

AWAY = 3.0
"""How far outside the trim marks begin, mm; where colour bleeds further, at its end."""
LONG = 5.0
"""How long they are, mm."""
_LINE_PT = 0.25
_BLACK = "#000000"


def as_sheet(side: Side) -> Sheet:
    """A page as the sheet that it is by itself; one that bleeds with its marks around it."""
    if isinstance(side, Sheet):
        return side
    if not side.bleed:
        return Sheet(side.size, (Placed(side, 0, 0),), (), side.label)
    return trimmed(side)


def trimmed(page: Page) -> Sheet:
    """A page that bleeds, on a sheet with room for that and for marks at its corners."""
    width, height = page.size
    away = max(AWAY, page.bleed)
    room = away + LONG
    trim = Box(room, room, width, height)
    shown = trim.inset(-page.bleed, -page.bleed)
    size = Size(width + 2 * room, height + 2 * room)
    marks = tuple(_marks(trim, away))
    return Sheet(size, (Placed(page, room, room, window=shown),), marks, page.label, trim, page.bleed)


def _marks(trim: Box, away: float) -> Iterator[Line]:
    """Two short lines outside each corner, in line with the edges of what is left."""
    for x in (trim.x, trim.right):
        yield Line(x, trim.y - away - LONG, x, trim.y - away, _LINE_PT, _BLACK)
        yield Line(x, trim.bottom + away, x, trim.bottom + away + LONG, _LINE_PT, _BLACK)
    for y in (trim.y, trim.bottom):
        yield Line(trim.x - away - LONG, y, trim.x - away, y, _LINE_PT, _BLACK)
        yield Line(trim.right + away, y, trim.right + away + LONG, y, _LINE_PT, _BLACK)
