"""A wall and its cards drawn to scale, seen from the front."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from casedeck.compose.flow import Block
from casedeck.compose.kit import Kit
from casedeck.model.geometry import Box, mm
from casedeck.model.page import Group, Line, Mark, Shape
from casedeck.model.text import filled
from casedeck.session.wall import Hanging, WallPlan

SHOWN_HEIGHT = 1900.0
"""How much of the wall is drawn, mm from the floor."""

LONGEST_PART = 9600.0
"""A longer wall is drawn in parts of whole places, one below the other."""

NUMBER_PT, NUMBER_LEADING_PT, NUMBER_GAP = 10.0, 12.0, 0.6
"""The numbers of cards: below them, and of two rows above those of the upper."""


def hung_wall(kit: Kit, wall: WallPlan, width: float, words: Mapping[str, str]) -> Block:
    """The plan of a session's walls in `width` mm of paper: above it how long a wall is, in how many parts it
    is drawn, and which walls are like it; what it shows is said in words as well.
    """
    language, length = kit.sheet.language, 1000 * wall.metres
    parts, letters = parts_of(wall.spots, length), language.letters(len(wall.labels))
    name = f"{'one wall' if len(letters) == 1 else 'walls'}{' in parts' if parts > 1 else ''}"
    metres = language.decimal(wall.metres)
    caption = filled(words[name], walls=language.row(letters), metres=metres, parts=parts)
    said = filled(words["wall plan"], metres=metres, cards=len(wall.spots))
    alt = " ".join([said, *_rows_in_words(wall.spots, kit, words)])
    return wall_plan(kit, wall.spots, length, width, caption, alt)


def _rows_in_words(cards: Sequence[Hanging], kit: Kit, words: Mapping[str, str]) -> Iterator[str]:
    """Which cards hang in which row, from left to right."""
    rows: dict[int, list[int]] = {}
    for card in sorted(cards, key=lambda card: (card.row, card.x)):
        rows.setdefault(card.row, []).append(card.number)
    names = ("one row",) if len(rows) == 1 else ("upper row", "lower row")
    for name, row in zip(names, rows.values(), strict=True):
        yield filled(words[name], numbers=kit.sheet.language.row(row))


def parts_of(cards: Sequence[Hanging], length: float) -> int:
    """How many parts a wall of `length` mm is drawn in."""
    places = _places(cards)
    return -(-places // max(1, int(LONGEST_PART * places / length)))


def _places(cards: Sequence[Hanging]) -> int:
    return max(1, len({card.x for card in cards}))


class _Part(NamedTuple):
    """A part of a wall from `start` mm on: `scale` times as large on paper, and in two rows, or in one."""

    kit: Kit
    start: float
    scale: float
    two_rows: bool

    def card(self, card: Hanging, floor: float) -> Iterator[Mark]:
        """A card in its place above the floor, which is so many mm down on paper, with its number."""
        kit, scale = self.kit, self.scale
        left, top = (card.x - self.start) * scale, floor - (card.y + card.height / 2) * scale
        box = Box(left, top, card.width * scale, card.height * scale)
        yield Shape(box, 0, kit.sheet.colour("tint"), kit.sheet.colour("accent"), 0.5)
        style = kit.body._replace(size_pt=NUMBER_PT, leading_pt=NUMBER_LEADING_PT)
        label = kit.set(str(card.number), style, 20, "bold")
        upper = self.two_rows and card.row == 1
        place = box.y - NUMBER_GAP / 2 - label.height if upper else box.bottom + NUMBER_GAP
        yield from label.marks(left + (box.width - label.width) / 2, place)


def wall_plan(
    kit: Kit, cards: Sequence[Hanging], length: float, width: float, caption: str, alt: str
) -> Block:
    """The wall of `length` mm in `width` mm of paper, below its caption, its cards in place with their
    numbers; `alt` says what the drawing shows.
    """
    places, parts = _places(cards), parts_of(cards, length)
    part_length = -(-places // parts) * length / places
    scale = width / part_length
    two_rows = len({card.row for card in cards}) > 1
    height, gap = SHOWN_HEIGHT * scale + (mm(NUMBER_LEADING_PT) if two_rows else 0.0), 3.0
    heading = kit.set(caption, kit.body, width)

    def part(number: int, floor: float) -> list[Mark]:
        made = _Part(kit, part_length * number, scale, two_rows)
        marks: list[Mark] = [Line(0, floor, width, floor, 1.2, kit.sheet.colour("ink"))]
        for card in cards:
            if min(parts - 1, int((card.x + card.width / 2) / part_length)) == number:
                marks.extend(made.card(card, floor))
        return marks

    def draw(y: float) -> Mark:
        floors = [y + heading.height + height * (number + 1) + gap * number for number in range(parts)]
        marks = [mark for number, floor in enumerate(floors) for mark in part(number, floor)]
        return Group("Sect", (Group("P", heading.marks(0, y)), Group("Figure", tuple(marks), alt)))

    return Block(1.2, heading.height + parts * height + gap * (parts - 1) + 1, 1.2, draw)
