"""Areas, to lay cards on or to write in."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.compose.flow import Block
from casedeck.compose.kit import Tab
from casedeck.errors import Report
from casedeck.model.geometry import Box, Size
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
CLEAR = 1.0
"""How far a card keeps from the edges of its area, mm."""


class Zones(NamedTuple):
    """Areas, each with its label; `pitch` is the distance of the lines in them in mm, 0 for none. Each holds
    a `card` of a size as it lies, where that is given and the paper has the room.
    """

    areas: tuple[str, ...]
    pitch: float
    card: Size | None = None


_AREAS = "1 to 4 areas from left to right: the words on each, at most 80 characters."
_PITCH = "The distance of the lines in them, from 9mm to 20mm, with its unit. No lines, if not said."
_WIDE = "The width of the cards that areas are to hold, from 40mm to 300mm, with its unit."
_HIGH = "The height of these cards, from 40mm to 300mm, with its unit."
_NONE = "No cards, if not said."
_RECORD = Record(
    "zones",
    {
        "areas": Key(ListOf(Label(80), 1, 4), _AREAS, required=True),
        "pitch": Key(Length(9, 20), _PITCH),
        "card width": Key(Length(40, 300), f"{_WIDE} {_NONE}"),
        "card height": Key(Length(40, 300), f"{_HIGH} {_NONE}"),
    },
)


def _both_sides(values: Read, report: Report) -> bool:
    sides = [name for name in ("card width", "card height") if name in values]
    if len(sides) == 1:
        other = "card height" if sides == ["card width"] else "card width"
        report.add(
            values.places[sides[0]], "V102", f'"{other}" is missing in zones', "say both sides of a card"
        )
    return len(sides) != 1


def _read(values: Read) -> Zones:
    card = Size(values["card width"], values["card height"]) if "card width" in values else None
    return Zones(tuple(values["areas"]), values.get("pitch", 0.0), card)


class _Area(NamedTuple):
    """An area with its words, which stand in a tab above it, or inside it beside the card."""

    words: Tab
    box: Box
    beside: bool = False

    def clear(self) -> Box:
        """What is left of it for a card."""
        left = self.words.width if self.beside else 0.0
        return Box(self.box.x + left, self.box.y, self.box.width - left, self.box.height)


def _holds(areas: list[_Area], card: Size) -> bool:
    """Whether a card has room in each area."""
    return all(
        area.clear().width >= card.width + 2 * CLEAR and area.clear().height >= card.height + 2 * CLEAR
        for area in areas
    )


def _in_columns(part: Zones, pen: Pen, between: float, height: float) -> list[_Area]:
    """The areas side by side, their words above them."""
    width = (pen.width - between * (len(part.areas) - 1)) / len(part.areas)
    tabs = [pen.tab(area, width) for area in part.areas]
    tab = max([each.height for each in tabs])
    lefts = [pen.x + number * (width + between) for number in range(len(tabs))]
    return [_Area(each, Box(x, tab, width, height - tab)) for each, x in zip(tabs, lefts, strict=True)]


def _in_two_columns(part: Zones, pen: Pen, between: float, height: float, card: Size) -> list[_Area]:
    """The areas in two columns, those of the shorter one as high as both, their words beside the cards."""
    width = (pen.width - between) / 2
    first, rest = part.areas[: len(part.areas) // 2], part.areas[len(part.areas) // 2 :]
    areas = []
    for column, names in enumerate((first, rest)):
        high = (height - between * (len(names) - 1)) / len(names)
        for row, name in enumerate(names):
            box = Box(pen.x + column * (width + between), row * (high + between), width, high)
            areas.append(_Area(pen.tab(name, width - card.width - 2 * CLEAR), box, beside=True))
    return areas


def _areas(part: Zones, pen: Pen, between: float, height: float) -> list[_Area]:
    """The areas from the top at 0 down: side by side, or in two columns where only these hold the card."""
    areas = _in_columns(part, pen, between, height)
    card = part.card
    room_beside = (pen.width - between) / 2 - (card.width + 2 * CLEAR if card else 0.0)
    if card is None or _holds(areas, card) or len(part.areas) < 3 or room_beside < LEAST:
        return areas
    other = _in_two_columns(part, pen, between, height, card)
    return other if _holds(other, card) else areas


def _block(part: Zones, pen: Pen, gap: float, room: float) -> Block:
    between = 0.5 * gap + 2
    pitch = pen.pitch(part.pitch) if part.pitch else 0.0
    tab = max([area.words.height for area in _in_columns(part, pen, between, room)])
    count = count_in(room - tab - FOOT, pitch) if pitch else 0
    height = max(room, tab + (count * pitch + FOOT if pitch else LEAST))
    areas = _areas(part, pen, between, height)
    first = tab + pitch + (height - tab - count * pitch - FOOT) / 2

    def draw(y: float) -> Mark:
        ys = [y + first + pitch * number for number in range(count)]
        marks: list[Mark] = []
        for words, box, beside in areas:
            outline = pen.outline(box._replace(y=box.y + y), 0.0)
            marks.append(Group(ARTIFACT, (outline,)))
            if ys:
                lines = [pen.line(box.x + PAD, at, box.right - PAD, at) for at in ys]
                marks.append(Group(ARTIFACT, tuple(lines)))
            top = y + box.y - (0.0 if beside else words.height)
            marks.extend(words.marks(box.x, top, "H2"))
        return Group("Sect", tuple(marks))

    return Block(gap, height, gap, draw)


ZONES = Kind[Zones](
    about="Areas side by side, to lay cards on or to write in; in two columns where only these hold a card",
    field=made(_RECORD, _read, _both_sides),
    block=_block,
    labels=lambda part: part.areas,
    fills=always,
)
