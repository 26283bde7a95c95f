"""Paper sizes."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.model.geometry import Size

SETTINGS = ("A4", "A3")
"""The two sizes every face is designed for; any other paper is set like one of them."""


class Paper(NamedTuple):
    """A sheet of paper: `size` in mm, and which of SETTINGS its cards are set like."""

    id: str
    name: str
    size: Size
    like: str
