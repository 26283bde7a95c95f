"""Small finished pages to judge, made of a few marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from casedeck.errors import Place, Problem
from casedeck.model.geometry import Box, Size
from casedeck.model.page import Drawing, Image, Mark, Page, Run, Shape, Squares, Text
from casedeck.rules.seen import Seen, seen
from tests.support.samples import NOWHERE

Rule = Callable[[Place, Seen], Iterator[Problem]]
SIZE = Size(148, 105)
STAR = Drawing("star", 24, 24, "0 0 m 24 24 l", 2)


def page(*marks: Mark, clear: float = 6.0, bleed: float = 0.0) -> Page:
    """A page of A6 with these marks."""
    return Page(SIZE, marks, "3", "Timpson", clear, bleed)


def told(rule: Rule, *marks: Mark, clear: float = 6.0, bleed: float = 0.0) -> list[str]:
    """What a rule says of a page with these marks."""
    return [str(each) for each in rule(NOWHERE, seen(page(*marks, clear=clear, bleed=bleed)))]


def line(
    text: str = "Some words",
    x: float = 20,
    y: float = 30,
    *,
    width: float = 30,
    size_pt: float = 12,
    weight: str = "regular",
    colour: str = "#000000",
) -> Text:
    """One line of text."""
    return Text(x, y, width, (Run(text, weight, size_pt, colour),))


def filled(fill: str, x: float = 10, y: float = 20, width: float = 60, height: float = 20) -> Shape:
    """A filled box."""
    return Shape(Box(x, y, width, height), 0, fill, "", 0)


def icon(colour: str, x: float = 20, y: float = 25, side: float = 8) -> Image:
    """A drawing in one colour."""
    return Image(Box(x, y, side, side), STAR, colour)


def code(side: float = 24, *, margin: int = 4, squares: int = 25, colour: str = "#000000") -> Image:
    """A QR code in the middle of the page."""
    picture = Squares("qr", (bytes(squares),) * squares, margin)
    return Image(Box(50, 40, side, side), picture, colour)
