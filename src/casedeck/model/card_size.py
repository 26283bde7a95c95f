"""Sizes of cards."""

from __future__ import annotations

import math
from typing import NamedTuple

from casedeck.model.geometry import Size
from casedeck.model.paper import CLEAR_MM, Paper


class CardSize(NamedTuple):
    """What a card measures, and what that is called: a `size` in mm, or as much as makes so many `to_a_sheet`
    of paper like A4, all of whose edge is left free that printers do not reach.
    """

    name: str
    size: Size | None
    to_a_sheet: int = 0

    def on(self, paper: Paper) -> Size:
        """The size in mm for cards that are cut from a paper, in whole mm where it follows from the paper. On
        paper like A3, a card is as large as on half of it.
        """
        if self.size:
            return self.size
        long, short = paper.size.landscape
        if paper.large:
            long, short = short, long / 2
        number = self.to_a_sheet
        down = max(each for each in range(1, math.isqrt(number) + 1) if number % each == 0)
        across = number // down
        return Size(float((long - 2 * CLEAR_MM) // across), float((short - 2 * CLEAR_MM) // down))
