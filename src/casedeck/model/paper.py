"""Paper sizes."""

from __future__ import annotations

from collections.abc import Sequence
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


def at_hand(wanted: Paper, stock: Sequence[Paper]) -> Paper:
    """What is printed on where a sheet is made for the paper `wanted` and only the papers in `stock` are
    there: the one that is set like it, else the first; without a stock, the paper itself.
    """
    return next((paper for paper in stock if paper.like == wanted.like), stock[0] if stock else wanted)
