"""A label and lines to write on."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.compose.flow import Block
from casedeck.model.page import Mark
from casedeck.notation.fields import YesNo
from casedeck.notation.records import Key, Read, Record
from casedeck.worksheets.parts.part import Kind
from casedeck.worksheets.parts.shared import LABEL, PITCH, PITCH_MM, Count, made
from casedeck.worksheets.pen import Pen, count_in

AFTER_LABEL = 2.5
RAISED = 0.2


class Lines(NamedTuple):
    """A label and `lines` lines to write on, `pitch` mm apart; 0 lines fill what is left. `beside`: the first
    line starts beside the label.
    """

    label: str
    lines: int
    pitch: float
    beside: bool


_RECORD = Record(
    "lines",
    {
        "label": LABEL,
        "lines": Key(Count(40), "How many lines, from 1 to 40, or `fill`.", required=True),
        "pitch": PITCH,
        "beside": Key(YesNo(), "`yes` starts the first line beside the label. `no`, if not said."),
    },
)


def _read(values: Read) -> Lines:
    pitch, beside = values.get("pitch", PITCH_MM), values.get("beside", False)
    return Lines(values.get("label", ""), values["lines"], pitch, beside)


def _block(part: Lines, pen: Pen, gap: float, room: float) -> Block:
    label, pitch = pen.label(part.label), pen.pitch(part.pitch)
    head = 0.0 if part.beside else label.height
    count = part.lines or count_in(room - head, pitch)
    first = pen.x + label.width + AFTER_LABEL if part.beside and label.ends else pen.x

    def draw(y: float) -> Mark:
        ys = [y + head + pitch * number for number in range(1, count + 1)]
        starts = [first, *[pen.x] * (count - 1)]
        lines = [pen.line(x, at, pen.x + pen.width, at) for x, at in zip(starts, ys, strict=True)]
        top = ys[0] - label.height + RAISED if part.beside else y
        return pen.labelled(label, top, *lines)

    return Block(gap, head + count * pitch, gap, draw)


LINES = Kind[Lines](
    about="A label and lines to write on",
    field=made(_RECORD, _read),
    block=_block,
    labels=lambda part: (part.label,),
    fills=lambda part: not part.lines,
)
