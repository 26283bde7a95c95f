"""Areas side by side, to lay cards on or to write in."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.compose.flow import Block
from casedeck.model.geometry import Box
from casedeck.model.page import ARTIFACT, Group, Mark
from casedeck.notation.amounts import Length
from casedeck.notation.lists import ListOf
from casedeck.notation.markup import Words as Label
from casedeck.notation.records import Key, Read, Record
from casedeck.worksheets.parts.part import Kind, always
from casedeck.worksheets.parts.shared import made
from casedeck.worksheets.pen import Pen, count_in

LEAST = 30.0
FOOT = 4.0
PAD = 4.0


class Zones(NamedTuple):
    """Areas side by side, each with its label; `pitch` is the distance of the lines in them in mm, 0 for
    none.
    """

    areas: tuple[str, ...]
    pitch: float


_AREAS = "1 to 4 areas from left to right: the words on each, at most 80 characters."
_PITCH = "The distance of the lines in them, from 9mm to 20mm, with its unit. No lines, if not said."
_RECORD = Record(
    "zones",
    {
        "areas": Key(ListOf(Label(80), 1, 4), _AREAS, required=True),
        "pitch": Key(Length(9, 20), _PITCH),
    },
)


def _read(values: Read) -> Zones:
    return Zones(tuple(values["areas"]), values.get("pitch", 0.0))


def _block(part: Zones, pen: Pen, gap: float, room: float) -> Block:
    between = 0.5 * gap + 2
    width = (pen.width - between * (len(part.areas) - 1)) / len(part.areas)
    pitch = pen.pitch(part.pitch) if part.pitch else 0.0
    tabs = [pen.tab(area, width) for area in part.areas]
    tab = max([each.height for each in tabs])
    count = count_in(room - tab - FOOT, pitch) if pitch else 0
    height = max(room, tab + (count * pitch + FOOT if pitch else LEAST))
    first = tab + pitch + (height - tab - count * pitch - FOOT) / 2

    def draw(y: float) -> Mark:
        ys = [y + first + pitch * number for number in range(count)]
        marks: list[Mark] = []
        for number, each in enumerate(tabs):
            x = pen.x + number * (width + between)
            marks.append(Group(ARTIFACT, (pen.outline(Box(x, y + tab, width, height - tab), 0.0),)))
            if ys:
                lines = [pen.line(x + PAD, at, x + width - PAD, at) for at in ys]
                marks.append(Group(ARTIFACT, tuple(lines)))
            marks.extend(each.marks(x, y + tab - each.height, "H2"))
        return Group("Sect", tuple(marks))

    return Block(gap, height, gap, draw)


ZONES = Kind[Zones](
    about="Areas side by side, to lay cards on or to write in",
    field=made(_RECORD, _read),
    block=_block,
    labels=lambda part: part.areas,
    fills=always,
)
