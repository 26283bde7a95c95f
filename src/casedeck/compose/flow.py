"""Blocks one below the other, and sharing out the space that is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from casedeck.model.page import Group, Mark


class Block(NamedTuple):
    """A piece of a column: the least space before it, its height, by how much the space before it may grow
    (all mm), and `draw`, which gives its mark with its top at a y. Neighbours with the same `in_list` are
    items of one list.
    """

    gap: float
    height: float
    stretch: float
    draw: Callable[[float], Mark]
    in_list: str = ""


def natural_height(blocks: Sequence[Block]) -> float:
    """The height of the blocks with the least space between them, mm; the gap before the first does not
    count.
    """
    return sum([block.gap + block.height for block in blocks]) - (blocks[0].gap if blocks else 0.0)


def column(blocks: Sequence[Block], top: float, height: float) -> tuple[Mark, ...]:
    """The blocks from `top` down, with spare height shared among the gaps in proportion to their stretch,
    none beyond it.
    """
    room = sum([block.stretch for block in blocks[1:]])
    share = min(1.0, max(0.0, height - natural_height(blocks)) / room) if room else 0.0
    placed: list[tuple[str, Mark]] = []
    y = top
    for number, block in enumerate(blocks):
        if number:
            y += block.gap + share * block.stretch
        placed.append((block.in_list, block.draw(y)))
        y += block.height
    return listed(placed)


def listed(placed: Iterable[tuple[str, Mark]]) -> tuple[Mark, ...]:
    """The marks of blocks, each with its block's `in_list`, those of neighbours in one list grouped as that
    list.
    """
    marks: list[Mark] = []
    for in_list, items in groupby(placed, key=lambda item: item[0]):
        each = tuple([mark for _, mark in items])
        marks.extend((Group("L", each),) if in_list else each)
    return tuple(marks)
