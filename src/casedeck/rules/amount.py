"""Is a build more than anybody prints?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from casedeck.errors import Place, Problem
from casedeck.wording import count

MAX_PAGES = 100_000
"""Of all files of a build with their copies: forty boxes of paper."""
MAX_DIFFERENT = 10_000
"""Pages that are no copies."""


class Amount(NamedTuple):
    """What a print item makes: so many pages that are `different`, and so many `printed` with all copies."""

    place: Place
    different: int
    printed: int


def few_enough(amounts: Sequence[Amount]) -> Iterator[Problem]:
    """P105, at the print item that makes most, where a build has more pages than the limits."""
    printed, different = sum(each.printed for each in amounts), sum(each.different for each in amounts)
    if different > MAX_DIFFERENT:
        most = max(amounts, key=lambda each: each.different)
        yield _problem(
            most.place,
            different,
            MAX_DIFFERENT,
            "different page",
            "print fewer items or fewer cards, or make several decks",
        )
    elif printed > MAX_PAGES:
        most = max(amounts, key=lambda each: each.printed)
        yield _problem(
            most.place,
            printed,
            MAX_PAGES,
            "page",
            "ask for fewer copies here, and for the rest in the window that your printer shows",
        )


def _problem(place: Place, pages: int, limit: int, what: str, way_out: str) -> Problem:
    return Problem(
        place, "P105", f"the deck would be printed on {count(pages, what)}; the limit is {limit:,}", way_out
    )
