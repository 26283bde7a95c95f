"""Paper sizes."""

from __future__ import annotations

from dataclasses import dataclass

from casedeck.model.geometry import Size

SETTINGS = ("A4", "A3")
"""The two sizes every face is designed for; any other paper is set like one of them."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper: `size` in mm, and which of SETTINGS its cards are set like."""

    id: str
    name: str
    size: Size
    like: str
