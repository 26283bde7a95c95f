"""Blocks poured into boxes one after the other, such as the columns of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from casedeck.compose.flow import Block, listed, natural_height
from casedeck.compose.layout import ROUNDING
from casedeck.model.geometry import Box
from casedeck.model.page import Mark, moved


class Poured(NamedTuple):
    """The marks in each box, and by how many mm any box is over-full (0: all fits)."""

    marks: list[list[Mark]]
    over_mm: float


def pour(sections: Sequence[Sequence[Block]], boxes: Sequence[Box]) -> Poured:
    """The sections from top to bottom through the boxes in turn; blocks are made for a left edge of 0 and are
    moved to each box.

    A section stays whole where any box has room for it. One that has to run on in the next box never leaves
    its first block alone at the foot of one. Where the next section would leave a hole, one further on that
    fits the hole comes before it. What does not fit the last box runs on below it; by how much any box is
    over-full is reported.
    """
    pouring = _Pouring(boxes)
    waiting = [section for section in sections if section]
    while waiting:
        number = pouring.next_of(waiting)
        for place, block in enumerate(waiting.pop(number)):
            pouring.add(block, starts=place == 0)
    return pouring.done()


class Running(NamedTuple):
    """Blocks that run on from box to box: `again` stands above the rest of them in each further box, and the
    first `together` of them begin in a box that has room for all of these, where it is not empty.
    """

    blocks: Sequence[Block]
    again: Block | None = None
    together: int = 1


def run_on(lists: Sequence[Running], boxes: Sequence[Box]) -> Poured:
    """The blocks of each list in their order from the first box on, each in the next box where it does not
    fit the one at hand.
    """
    pouring = _Pouring(boxes)
    for each in lists:
        if not pouring.empty and not pouring.has_room(each.blocks[: each.together]):
            pouring.go_on()
        for number, block in enumerate(each.blocks):
            if number and not pouring.has_room([block]):
                pouring.go_on()
                if each.again:
                    pouring.place(each.again)
            pouring.place(block)
    return pouring.done()


class _Pouring:
    """Boxes being filled: the one at hand and how far down it is full."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self.boxes, self.at = boxes, 0
        self.y, self.over = boxes[0].y, 0.0
        self.placed: list[tuple[str, Mark]] = []
        self.marks: list[list[Mark]] = [[] for _ in boxes]

    @property
    def empty(self) -> bool:
        """Whether nothing stands in the box at hand yet."""
        return not self.placed

    @property
    def room(self) -> float:
        """What is left of the box at hand, mm."""
        return self.boxes[self.at].bottom - self.y + ROUNDING

    def gap(self, block: Block) -> float:
        """The space before a block, none at the top of a box."""
        return block.gap if self.y > self.boxes[self.at].y else 0.0

    def next_of(self, waiting: Sequence[Sequence[Block]]) -> int:
        """Which section comes next, having gone on to a further box where none has a place in this one."""
        while True:
            for number, section in enumerate(waiting):
                if self.gap(section[0]) + natural_height(section) <= self.room:
                    return number
            if self.at + 1 == len(self.boxes) or (
                not self.fits_later(waiting[0]) and self.starts_here(waiting[0])
            ):
                return 0
            self.go_on()

    def has_room(self, blocks: Sequence[Block]) -> bool:
        """Whether the blocks fit what is left of the box at hand, or there is no further box."""
        return (
            self.at + 1 == len(self.boxes)
            or not blocks
            or self.gap(blocks[0]) + natural_height(blocks) <= self.room
        )

    def fits_later(self, section: Sequence[Block]) -> bool:
        """Whether one of the further boxes has room for the whole section."""
        return any(natural_height(section) <= box.height + ROUNDING for box in self.boxes[self.at + 1 :])

    def starts_here(self, section: Sequence[Block]) -> bool:
        """Whether the first two blocks of a section fit what is left of the box at hand."""
        return self.gap(section[0]) + natural_height(section[:2]) <= self.room

    def add(self, block: Block, *, starts: bool) -> None:
        """Place a block, in the next box where it does not fit this one."""
        if not starts and not self.has_room([block]):
            self.go_on()
        self.place(block)

    def place(self, block: Block) -> None:
        """Place a block in the box at hand."""
        self.y += self.gap(block)
        self.placed.append((block.in_list, moved(block.draw(self.y), self.boxes[self.at].x, 0.0)))
        self.y += block.height

    def go_on(self) -> None:
        """Close the box at hand and open the next."""
        self.close()
        self.at += 1
        self.y, self.placed = self.boxes[self.at].y, []

    def done(self) -> Poured:
        """Everything placed."""
        self.close()
        return Poured(self.marks, self.over)

    def close(self) -> None:
        """Keep what stands in the box at hand, and by how much it is over-full."""
        self.marks[self.at] = list(listed(self.placed))
        self.over = max(self.over, self.y - self.boxes[self.at].bottom)
