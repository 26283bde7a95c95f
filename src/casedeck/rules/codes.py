"""Can a telephone read the QR codes?"""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.errors import Place, Problem
from casedeck.model.page import Squares
from casedeck.rules.seen import PAPER, QUIET, Code, Seen, in_words

LEAST_MODULE = 0.5
"""The smallest side of one square of a code, mm."""
BLACK = "#000000"
ROUNDING = 0.001


def codes_read(place: Place, page: Seen) -> Iterator[Problem]:
    """P110 for each QR code that is not black on white, or that has other ink too near."""
    for code in page.codes:
        for fault, way_out in _faults(code):
            yield _problem(place, page, fault, way_out)


def codes_large(place: Place, page: Seen) -> Iterator[Problem]:
    """P110 for each QR code whose squares are small, which many telephones read all the same."""
    for code in page.codes:
        squares = code.image.picture
        assert isinstance(squares, Squares)
        module = code.image.box.width / squares.side
        if module < LEAST_MODULE - ROUNDING:
            shown = (
                f"with squares of {module:.2f}mm; {LEAST_MODULE:g}mm is the least that all telephones read"
            )
            yield _problem(place, page, shown, "try it with yours; a shorter link makes larger squares")


def _problem(place: Place, page: Seen, fault: str, way_out: str) -> Problem:
    return Problem(place, "P110", f"{in_words(page.page)}, has a QR code {fault}", way_out)


def _faults(code: Code) -> Iterator[tuple[str, str]]:
    if (code.image.colour.upper(), code.behind.upper()) != (BLACK, PAPER):
        shown = f"in {code.image.colour} on {code.behind}; telephones read black on white"
        yield shown, "leave white paper behind it, and print it in black"
    if code.disturbed:
        yield f"with other ink nearer than {QUIET} of its squares", "leave white paper around it"
