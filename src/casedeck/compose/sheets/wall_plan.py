"""A wall and its cards drawn to scale, seen from the front."""

from __future__ import annotations

from collections.abc import Sequence

from casedeck.compose.flow import Block
from casedeck.compose.kit import Kit
from casedeck.model.geometry import Box, mm
from casedeck.model.page import Group, Line, Mark, Shape
from casedeck.session.wall import Hanging

SHOWN_HEIGHT = 1900.0
"""How much of the wall is drawn, mm from the floor."""

LONGEST_PART = 9600.0
"""A longer wall is drawn in parts of whole places, one below the other."""

NUMBER_PT, NUMBER_LEADING_PT, NUMBER_GAP = 10.0, 12.0, 0.6
"""The numbers of cards: below them, and of two rows above those of the upper."""


def parts_of(cards: Sequence[Hanging], length: float) -> int:
    """How many parts a wall of `length` mm is drawn in."""
    places = _places(cards)
    return -(-places // max(1, int(LONGEST_PART * places / length)))


def _places(cards: Sequence[Hanging]) -> int:
    return max(1, len({card.x for card in cards}))


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
    above = mm(NUMBER_LEADING_PT) if two_rows else 0.0
    height, gap = SHOWN_HEIGHT * scale + above, 3.0
    heading = kit.set(caption, kit.body, width)
    number_style = kit.body._replace(size_pt=NUMBER_PT, leading_pt=NUMBER_LEADING_PT)

    def part(number: int, floor: float) -> list[Mark]:
        start = part_length * number
        marks: list[Mark] = [Line(0, floor, width, floor, 1.2, kit.sheet.colour("ink"))]
        for card in cards:
            if min(parts - 1, int((card.x + card.width / 2) / part_length)) == number:
                left = (card.x - start) * scale
                box = Box(
                    left,
                    floor - (card.y + card.height / 2) * scale,
                    card.width * scale,
                    card.height * scale,
                )
                marks.append(Shape(box, 0, kit.sheet.colour("tint"), kit.sheet.colour("accent"), 0.5))
                label = kit.set(str(card.number), number_style, 20, "bold")
                upper = two_rows and card.row == 1
                top = box.y - NUMBER_GAP / 2 - label.height if upper else box.bottom + NUMBER_GAP
                marks.extend(label.marks(left + (box.width - label.width) / 2, top))
        return marks

    def draw(y: float) -> Mark:
        top = y + heading.height
        marks = [
            mark
            for number in range(parts)
            for mark in part(number, top + height * (number + 1) + gap * number)
        ]
        figure = Group("Figure", tuple(marks), alt)
        return Group("Sect", (Group("P", heading.marks(0, y)), figure))

    return Block(1.2, heading.height + parts * height + gap * (parts - 1) + 1, 1.2, draw)
