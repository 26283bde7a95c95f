"""What guides cutting and folding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from casedeck.impose.grid import Along
from casedeck.impose.layout import Layout
from casedeck.model.geometry import mm
from casedeck.model.page import Line, Mark
from casedeck.model.paper import CLEAR_MM
from casedeck.model.sheet import LINES, MARKS

LINE_PT = 0.25
REACH = CLEAR_MM + mm(LINE_PT) / 2
"""How near to the edge of the paper the middle of a line can be, mm."""
AWAY = 3.0
"""How far marks are from the cards, mm."""
LEAST = 2.0
"""The shortest mark that is seen, mm."""
TICK = 4.0
"""How long marks are that stand on the line itself, for want of room beside the cards, mm."""
DASH, GAP = 1.5, 2.0
"""Of a line to fold along, mm."""

Strokes = list[tuple[float, float]]
"""From where to where along a line something is drawn."""


def guides(layout: Layout, colour: str) -> tuple[Mark, ...]:
    """The lines or marks to cut along and the lines to fold along, in a colour (#RRGGBB)."""
    across, down = layout.grid.across, layout.grid.down
    size = layout.grid.paper
    upright = [(at, each) for at in across.cuts for each in _cut(layout.cut, down, size.height)]
    level = [(at, each) for at in down.cuts for each in _cut(layout.cut, across, size.width)]
    if layout.below:
        level += [(at, each) for at in _middles(down) for each in dashes(across.begins, size.width)]
    elif layout.beside:
        upright += [(at, each) for at in _middles(across) for each in dashes(down.begins, size.height)]
    return (
        *[Line(x, begins, x, ends, LINE_PT, colour) for x, begins, ends in _printable(upright, size.width)],
        *[Line(begins, y, ends, y, LINE_PT, colour) for y, begins, ends in _printable(level, size.height)],
    )


def _cut(cut: str, along: Along, length: float) -> Strokes:
    """What shows one cut, along the side of the paper that has a length: all of what a printer reaches, or
    its two ends.
    """
    if cut == LINES:
        return [(REACH, length - REACH)]
    if cut != MARKS:
        return []
    if _cramped(along):
        begins = max(along.begins, REACH)
        return [(begins, begins + TICK), (length - begins - TICK, length - begins)]
    ends = along.begins - AWAY
    return [(REACH, ends), (length - ends, length - REACH)]


def _cramped(along: Along) -> bool:
    """Whether marks beside the cards would be too short to see."""
    return along.begins - AWAY - CLEAR_MM < LEAST


def _middles(pairs: Along) -> list[float]:
    """Where pairs are folded."""
    lines = [pairs.begins + number * pairs.each for number in range(pairs.cards + 1)]
    return [(begins + ends) / 2 for begins, ends in pairwise(lines)]


def dashes(begins: float, length: float) -> Strokes:
    """A broken line along paper of a length, as far from either end as it begins, with a dash at either."""
    begins = max(begins, REACH)
    run = length - 2 * begins - DASH
    count = int(run // (DASH + GAP))
    return [(at, at + DASH) for at in (begins + run * number / count for number in range(count + 1))]


def _printable(
    strokes: list[tuple[float, tuple[float, float]]], breadth: float
) -> Iterator[tuple[float, ...]]:
    """Each line's place and ends, moved by the half of its thickness where it would be outside of what a
    printer reaches.
    """
    for at, (begins, ends) in strokes:
        yield min(max(at, REACH), breadth - REACH), begins, ends
