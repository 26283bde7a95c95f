"""Would a printer clip it?"""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.errors import Place, Problem
from casedeck.model.geometry import Box, Size
from casedeck.model.page import Mark, Page, bounds, leaves
from casedeck.model.paper import CLEAR_MM
from casedeck.model.sheet import Sheet, Side

ROUNDING = 0.001
"""What lengths that were added up may be wrong by, mm."""


def clear_of_edges(place: Place, side: Side, clear_mm: float = CLEAR_MM) -> Iterator[Problem]:
    """P103 for a side of paper with a mark nearer to its edge than it may be; on a sheet, for the first page
    placed on it that has one.
    """
    if isinstance(side, Sheet):
        yield from _sheet(place, side, clear_mm)
        return
    least = clear_mm if side.clear >= CLEAR_MM else min(clear_mm, side.clear)
    nearest = _nearest(side.marks, side.size, least)
    if nearest is not None:
        yield _problem(place, side, nearest, least, "print it on larger paper")


def _sheet(place: Place, sheet: Sheet, clear_mm: float) -> Iterator[Problem]:
    for placed in sheet.placed:
        near = min(_distances(placed.ink, sheet.size)) if placed.ink else clear_mm
        if near < clear_mm - ROUNDING:
            way_out = "print it on larger paper, or make the cards smaller"
            yield _problem(place, placed.page, near, clear_mm, way_out)
            return


def _nearest(marks: tuple[Mark, ...], size: Size, clear_mm: float) -> float | None:
    """How near the first mark that is too near to an edge is, mm."""
    width, height = size
    least = clear_mm - ROUNDING
    for mark in leaves(marks):
        left, top, right, bottom = bounds(mark)
        if left < least or top < least or width - right < least or height - bottom < least:
            return min(left, top, width - right, height - bottom)
    return None


def _distances(box: Box, size: Size) -> tuple[float, ...]:
    """How far a box is from each edge of the paper, mm."""
    return box.x, box.y, size.width - box.right, size.height - box.bottom


def _problem(place: Place, page: Page, nearest: float, clear_mm: float, way_out: str) -> Problem:
    message = (
        f'page {page.label}, "{page.title}", has a mark {nearest:.1f}mm from the edge of '
        f"the paper; printers need {clear_mm:g}mm"
    )
    return Problem(place, "P103", message, way_out)
