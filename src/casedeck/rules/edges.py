"""Would a printer clip it?"""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.errors import Place, Problem
from casedeck.model.page import Page, bounds, leaves
from casedeck.model.paper import CLEAR_MM


def clear_of_edges(place: Place, page: Page, clear_mm: float = CLEAR_MM) -> Iterator[Problem]:
    """P103 for a page with a mark nearer to its edge than it may be."""
    width, height = page.size
    least = clear_mm - 0.001
    for mark in leaves(page.marks):
        left, top, right, bottom = bounds(mark)
        if left < least or top < least or width - right < least or height - bottom < least:
            nearest = min(left, top, width - right, height - bottom)
            message = (
                f'page {page.label}, "{page.title}", has a mark {nearest:.1f}mm from the edge of '
                f"the paper; printers need {clear_mm:g}mm"
            )
            yield Problem(place, "P103", message, "print it on larger paper")
            return
