"""A wall and its cards drawn to scale, seen from the front."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casedeck.compose.flow import Block
from casedeck.compose.sheets.brief import Hanging
from casedeck.compose.sheets.kit import Kit
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Line, Mark, Shape

WALL_HEIGHT = 2400.0


def wall_plan(kit: Kit, cards: Sequence[Hanging], length: float, width: float, words: Mapping[str, str]) -> Block:
    """The wall of `length` mm in `width` mm of paper, its cards in place with their numbers as far as they can be read, and the
    height of their centre line. A wall longer than four times its height is drawn in parts, one below the other.
    """
    parts = max(1, round(length / (4 * WALL_HEIGHT) + 0.49))
    scale = width / (length / parts)
    height = 1900.0 * scale
    sheet = kit.sheet

    def draw(y: float) -> Mark:
        marks: list[Mark] = []
        for part in range(parts):
            floor = y + height * (part + 1) + 3.0 * part
            start = length / parts * part
            marks.append(Line(0, floor, width, floor, 1.2, sheet.colour("ink")))
            here = [card for card in cards if start <= card.x + card.width / 2 < start + length / parts]
            for card in here:
                box = Box(
                    (card.x - start) * scale, floor - (card.centre + card.height / 2) * scale, card.width * scale, card.height * scale
                )
                marks.append(Shape(box, 0, sheet.colour("tint"), sheet.colour("accent"), 0.5))
                label = kit.set(str(card.number), kit.body._replace(size_pt=10, leading_pt=12), 20, "bold")
                marks.extend(label.marks(box.x + (box.width - label.width) / 2, box.bottom + 0.6))
        alt = words["wall plan"].format(cards=len(cards), metres=f"{length / 1000:g}")
        return Group("Figure", tuple(marks), alt)

    return Block(1.5, parts * height + 3.0 * (parts - 1), 1.5, draw)
