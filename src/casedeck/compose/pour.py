"""Blocks poured into boxes one after the other, such as the columns of a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from casedeck.compose.flow import Block
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark, moved


class Poured(NamedTuple):
    """The marks in each box, and by how many mm what is left over exceeds the last box (0: all fits)."""

    marks: list[list[Mark]]
    over_mm: float


def pour(blocks: Sequence[Block], boxes: Sequence[Box]) -> Poured:
    """The blocks from top to bottom through the boxes in turn; blocks are made for a left edge of 0 and are moved to each box.

    A heading (H2) never stands alone at the foot of a box. What does not fit the last box runs on below it and is reported.
    """
    marks: list[list[Mark]] = [[] for _ in boxes]
    place = 0
    y = boxes[0].y
    placed: list[tuple[str, Mark]] = []
    for number, block in enumerate(blocks):
        gap = block.gap if y > boxes[place].y else 0.0
        need = gap + block.height + _company(blocks[number : number + 2])
        if y + need > boxes[place].bottom + 0.01 and place + 1 < len(boxes):
            marks[place] = _grouped(placed)
            placed, place = [], place + 1
            y, gap = boxes[place].y, 0.0
        y += gap
        placed.append((block.in_list, moved(block.draw(y), boxes[place].x, 0.0)))
        y += block.height
    marks[place] = _grouped(placed)
    return Poured(marks, max(0.0, y - boxes[place].bottom))


def _company(blocks: Sequence[Block]) -> float:
    """The room that a heading needs below it for what it heads."""
    if len(blocks) == 2 and isinstance(mark := blocks[0].draw(0), Group) and mark.role == "H2":
        return blocks[1].gap + blocks[1].height
    return 0.0


def _grouped(placed: Sequence[tuple[str, Mark]]) -> list[Mark]:
    grouped: list[Mark] = []
    for in_list, items in groupby(placed, key=lambda item: item[0]):
        each = tuple(mark for _, mark in items)
        grouped.extend((Group("L", each),) if in_list else each)
    return grouped
