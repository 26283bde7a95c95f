"""How a shape looks: where it is, its colour, how solid it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from math import cos, pi, sin, tan
from typing import NamedTuple

from casedeck.library.svg.elements import refused
from casedeck.library.svg.outlines import Matrix
from casedeck.wording import short

NOTHING = ("none", "transparent")
"""What colours are called that are none."""
_NUMBER = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_TRANSFORM = re.compile(r"[\s,]*([a-zA-Z]+)\s*\(([^()]*)\)")
_STILL = Matrix(1, 0, 0, 1, 0, 0)


class Look(NamedTuple):
    """What a shape has from the groups around it: where it comes to be, and its properties as they are
    written.
    """

    matrix: Matrix
    fill: str = "black"
    rule: str = "nonzero"
    fill_opacity: str = "1"
    stroke: str = "none"
    stroke_width: str = "1"
    colour: str = "black"


_INHERITED = {
    "fill": "fill",
    "fill-rule": "rule",
    "fill-opacity": "fill_opacity",
    "stroke": "stroke",
    "stroke-width": "stroke_width",
    "color": "colour",
}
"""The fields of a look by the properties that say them."""


def inherited(look: Look, said: Mapping[str, str]) -> Look:
    """What an element has of those around it, and of its own."""
    values = {field: getattr(look, field) for field in _INHERITED.values()}
    for name, field in _INHERITED.items():
        if said.get(name, "inherit") != "inherit":
            values[field] = said[name]
    return Look(look.matrix.after(_transform(said.get("transform", ""))), **values)


def length(text: str) -> float:
    """A length in the units of the drawing."""
    found = re.fullmatch(rf"\s*({_NUMBER})\s*(?:px)?\s*", text)
    if not found:
        raise refused(f'the length "{short(text)}"')
    return float(found[1])


def share(text: str) -> float:
    """A share from 0 to 1, which may be written in per cent."""
    number = length(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    return min(max(number, 0.0), 1.0)


def colour(text: str) -> tuple[int, int, int, int]:
    """Red, green, blue and how solid, each from 0 to 255."""
    from PIL import ImageColor

    if text.startswith("url("):
        raise refused("a shading or a pattern")
    try:
        found = ImageColor.getrgb(text)
    except ValueError as error:
        raise refused(f'the colour "{short(text)}"') from error
    red, green, blue, *alpha = found
    return red, green, blue, alpha[0] if alpha else 255


def _transform(text: str) -> Matrix:
    """How a text such as "translate(3 4) scale(2)" moves what is drawn."""
    made, at = _STILL, 0
    while found := _TRANSFORM.match(text, at):
        try:
            numbers = [length(each) for each in re.split(r"[\s,]+", found[2].strip())]
            made = made.after(_MOVES[found[1]](*numbers))
        except (KeyError, TypeError) as error:
            raise refused(f'the transformation "{short(found[0])}"') from error
        at = found.end()
    if text[at:].strip():
        raise refused(f'the transformation "{short(text)}"')
    return made


def _turned(degrees: float, x: float = 0, y: float = 0) -> Matrix:
    angle = degrees * pi / 180
    turn = Matrix(cos(angle), sin(angle), -sin(angle), cos(angle), 0, 0)
    return Matrix(1, 0, 0, 1, x, y).after(turn).after(Matrix(1, 0, 0, 1, -x, -y))


def _scaled(x: float, y: float | None = None) -> Matrix:
    return Matrix(x, 0, 0, x if y is None else y, 0, 0)


def _moved(x: float, y: float = 0) -> Matrix:
    return Matrix(1, 0, 0, 1, x, y)


_MOVES: Mapping[str, Callable[..., Matrix]] = {
    "matrix": Matrix,
    "translate": _moved,
    "scale": _scaled,
    "rotate": _turned,
    "skewX": lambda degrees: Matrix(1, 0, tan(degrees * pi / 180), 1, 0, 0),
    "skewY": lambda degrees: Matrix(1, tan(degrees * pi / 180), 0, 1, 0, 0),
}
