"""How worksheets stand on their paper: several on a side, with broken lines between them to cut along."""

from __future__ import annotations

from casedeck.compose.stationery import Stationery
from casedeck.model.geometry import Box, Size
from casedeck.model.page import Line, Mark
from casedeck.worksheets.model import Worksheet

EDGE = 6.0
"""How far the lines to cut along stop from the edge of the paper, mm."""
DASH = 1.5
DASH_PT = 0.4


def places(worksheet: Worksheet, size: Size) -> list[Box]:
    """Where on paper of a size each worksheet stands, in reading order."""
    pairs = worksheet.per_side == 2 and worksheet.orientation == "portrait"
    across = 2 if worksheet.per_side > 2 or pairs else 1
    down = worksheet.per_side // across
    width, height = size.width / across, size.height / down
    return [Box(col * width, row * height, width, height) for row in range(down) for col in range(across)]


def guides(worksheet: Worksheet, sheet: Stationery) -> tuple[Mark, ...]:
    """Broken lines to cut along, which stop EDGE from the edge of the paper; none round a single one."""
    boxes, size = places(worksheet, sheet.size), sheet.size
    right, colour = boxes[0].right, sheet.colour("slate")
    marks: list[Mark] = []
    if right < size.width:
        marks += [Line(right, at, right, at + DASH, DASH_PT, colour) for at in _dashes(size.height)]
    for bottom in sorted({box.bottom for box in boxes})[:-1]:
        marks += [Line(at, bottom, at + DASH, bottom, DASH_PT, colour) for at in _dashes(size.width)]
    return tuple(marks)


def _dashes(length: float) -> list[float]:
    """Where the dashes of a broken line start, evenly from one margin to the other."""
    run = length - 2 * EDGE - 1 - DASH
    count = int(run // (2.6 * DASH))
    return [EDGE + 0.5 + run * number / count for number in range(count + 1)]
