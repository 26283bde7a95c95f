"""What is behind what when a sheet of paper is turned over."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.model.geometry import Box, Size
from casedeck.model.sheet import sideways


class Stand(NamedTuple):
    """A box on a sheet, and by how many degrees, clockwise, what is in it is turned."""

    box: Box
    turn: int


def behind(front: Stand, paper: Size, flip: str) -> Stand:
    """Where on the other side of the paper the back of a card stands, and how it is turned, so that it is
    upright once the card is turned over like the page of a book.
    """
    x, y, width, height = front.box
    if sideways(paper, flip):
        return Stand(Box(paper.width - x - width, y, width, height), -front.turn % 360)
    return Stand(Box(x, paper.height - y - height, width, height), (180 - front.turn) % 360)
