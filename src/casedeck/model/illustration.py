"""The picture of a case study or a deck: which file, what it shows, which part of it matters most."""

from __future__ import annotations

from typing import NamedTuple


class Focus(NamedTuple):
    """The point of a picture that stays in sight when it is cropped: so many per cent of its width from the
    left, and of its height from the top.
    """

    across: int
    down: int


class Illustration(NamedTuple):
    """A picture file's name in the folder of pictures, what it shows in words, its focus, and whom to thank
    for it, or nothing.
    """

    file: str
    alt: str
    focus: Focus
    credit: str = ""


FOCUSES = {
    "top left": Focus(0, 0),
    "top": Focus(50, 0),
    "top right": Focus(100, 0),
    "left": Focus(0, 50),
    "centre": Focus(50, 50),
    "right": Focus(100, 50),
    "bottom left": Focus(0, 100),
    "bottom": Focus(50, 100),
    "bottom right": Focus(100, 100),
}
"""The focuses that have a name, from the top left to the bottom right."""
CENTRE = FOCUSES["centre"]


def focus_name(focus: Focus) -> str:
    """A focus as it is written: "top left", or "30% 70%"."""
    named = {point: name for name, point in FOCUSES.items()}
    return named.get(focus) or f"{focus.across}% {focus.down}%"
