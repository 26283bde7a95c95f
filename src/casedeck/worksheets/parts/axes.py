"""An area divided by two crossing lines, with words at their ends."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.compose.flow import Block
from casedeck.model.geometry import Box
from casedeck.model.page import ARTIFACT, Group, Line, Mark
from casedeck.notation.lists import ListOf
from casedeck.notation.markup import Words as Label
from casedeck.notation.records import Key, Read, Record
from casedeck.worksheets.parts.part import Kind, always
from casedeck.worksheets.parts.shared import made
from casedeck.worksheets.pen import Pen

LEAST = 60.0
SPACE = 1.5
ARROW = 2.5


class Axes(NamedTuple):
    """An area divided in four by two axes, with words at their ends: left and right, top and foot."""

    across: tuple[str, str]
    down: tuple[str, str]


_ENDS = ListOf(Label(40), 2, 2)
_ACROSS = "The words at the left and the right end: exactly 2, each at most 40 characters."
_DOWN = "The words at the top and at the foot: exactly 2, each at most 40 characters."
_RECORD = Record(
    "axes", {"across": Key(_ENDS, _ACROSS, required=True), "down": Key(_ENDS, _DOWN, required=True)}
)


def _read(values: Read) -> Axes:
    return Axes(tuple(values["across"]), tuple(values["down"]))


def _block(part: Axes, pen: Pen, gap: float, room: float) -> Block:
    ends = [pen.tab(word, pen.width / 3) for word in (*part.across, *part.down)]
    left, right, top, foot = ends
    height = max(room, LEAST)

    def draw(y: float) -> Mark:
        middle, centre = y + height / 2, pen.x + pen.width / 2
        start, end = pen.x + left.width + SPACE, pen.x + pen.width - right.width - SPACE
        across = pen.line(start, middle, end, middle, strong=True)
        down = pen.line(centre, y + top.height + SPACE, centre, y + height - foot.height - SPACE, strong=True)
        places = (
            (pen.x, middle - left.height / 2),
            (pen.x + pen.width - right.width, middle - right.height / 2),
            (centre - top.width / 2, y),
            (centre - foot.width / 2, y + height - foot.height),
        )
        words = [mark for tab, (x, at) in zip(ends, places, strict=True) for mark in tab.marks(x, at, "H2")]
        around = pen.outline(Box(pen.x, y, pen.width, height), 0.0)
        return Group("Sect", (Group(ARTIFACT, (around, across, down, *_arrows(across, down, pen))), *words))

    return Block(gap, height, gap, draw)


def _arrows(across: Line, down: Line, pen: Pen) -> list[Line]:
    """Two short strokes at each end of both axes."""
    strokes = []
    for x, inwards in ((across.x1, ARROW), (across.x2, -ARROW)):
        ends = [across.y1 + side for side in (-ARROW, ARROW)]
        strokes += [pen.line(x, across.y1, x + inwards, end, strong=True) for end in ends]
    for y, inwards in ((down.y1, ARROW), (down.y2, -ARROW)):
        ends = [down.x1 + side for side in (-ARROW, ARROW)]
        strokes += [pen.line(down.x1, y, end, y + inwards, strong=True) for end in ends]
    return strokes


AXES = Kind[Axes](
    about="An area divided by two crossing lines, with words at their ends",
    field=made(_RECORD, _read),
    block=_block,
    labels=lambda part: (*part.across, *part.down),
    fills=always,
)
