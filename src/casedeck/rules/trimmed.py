"""Does a card come out of the cutting with all that matters, and without slivers?"""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.errors import Place, Problem
from casedeck.model.paper import CLEAR_MM
from casedeck.rules.seen import SLACK, Fill, Seen, Spot, in_words

SAFE = 3.0
"""How far from where a card is cut everything is that matters, mm: scissors and backs drift so far."""
ROUNDING = 0.001


def safe_from_cutting(place: Place, page: Seen) -> Iterator[Problem]:
    """P109 for a card with letters or a picture too near to where it is cut, or with colour that ends there;
    where it may bleed, colour goes as far as that, and otherwise it stays on the card.
    """
    if page.page.clear >= CLEAR_MM:
        return
    near = min([_nearest(page, spot) for spot in page.matters], default=SAFE)
    if near < SAFE - ROUNDING:
        message = f"{in_words(page.page)}, has letters or a picture {near:.1f}mm from where it is cut"
        yield Problem(place, "P109", f"{message}; {SAFE:g}mm is the least", "make the card larger")
        return
    bleed = page.page.bleed
    for spot in page.fills:
        for far in _edges(page, spot):
            beyond = far < -bleed - SLACK
            sliver = bleed and -bleed + ROUNDING < far < SAFE - ROUNDING
            if beyond or sliver:
                yield _ends_badly(place, page, far)
                return


def _ends_badly(place: Place, page: Seen, far: float) -> Problem:
    where = f"{abs(far):.1f}mm {'beyond' if far < 0 else 'inside'} where it is cut"
    bleed = page.page.bleed
    limit = f"colour goes {bleed:g}mm beyond it, or stops {SAFE:g}mm before" if bleed else "it has no bleed"
    message = f"{in_words(page.page)}, has colour that ends {where}; {limit}"
    return Problem(place, "P109", message, "make the card larger")


def _edges(page: Seen, spot: Spot | Fill) -> tuple[float, float, float, float]:
    """How far a mark is from each edge of a card, mm; less than 0 beyond it."""
    width, height = page.page.size
    return spot[1], spot[0], width - spot[2], height - spot[3]


def _nearest(page: Seen, spot: Spot) -> float:
    return min(_edges(page, spot))
