"""A label and squares to write card numbers in."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.compose.flow import Block
from casedeck.model.geometry import Box
from casedeck.model.page import Mark
from casedeck.notation.amounts import Whole
from casedeck.notation.records import Key, Read, Record
from casedeck.worksheets.parts.part import Kind
from casedeck.worksheets.parts.shared import LABEL, made
from casedeck.worksheets.pen import Pen

BOX = 12.0
BOX_GAP = 3.0
STEP = BOX + BOX_GAP
AFTER_LABEL = 5.0
BELOW_LABEL = 1.5


class Boxes(NamedTuple):
    """A label and `boxes` squares to write card numbers in."""

    label: str
    boxes: int


_RECORD = Record(
    "boxes", {"label": LABEL, "boxes": Key(Whole(1, 12), "How many, from 1 to 12.", required=True)}
)


def _read(values: Read) -> Boxes:
    return Boxes(values.get("label", ""), values["boxes"])


def _block(part: Boxes, pen: Pen, gap: float, room: float) -> Block:
    label = pen.label(part.label)
    across = part.boxes * STEP - BOX_GAP
    beside = label.width + AFTER_LABEL + across <= pen.width and len(label.ends) < 2
    left = pen.x + label.width + AFTER_LABEL if beside and label.ends else pen.x
    head = 0.0 if beside else label.height + BELOW_LABEL
    per_row = max(1, int((pen.width + BOX_GAP) // STEP))
    rows = -(-part.boxes // per_row)

    def draw(y: float) -> Mark:
        top = y + head
        places = [divmod(number, per_row) for number in range(part.boxes)]
        boxes = [Box(left + col * STEP, top + row * STEP, BOX, BOX) for row, col in places]
        at = y + (BOX - label.height) / 2 if beside else y
        return pen.labelled(label, at, *[pen.outline(box) for box in boxes])

    return Block(gap, head + rows * STEP - BOX_GAP, gap, draw)


BOXES = Kind[Boxes](
    about="A label and squares for card numbers, 12 mm wide",
    field=made(_RECORD, _read),
    block=_block,
    labels=lambda part: (part.label,),
)
