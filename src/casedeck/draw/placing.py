"""Where pages stand on a side of paper, as PDF has it: points, up from the foot."""

from __future__ import annotations

from functools import lru_cache

from casedeck.model.geometry import PT_PER_MM, Box
from casedeck.model.sheet import Placed, Sheet

_TURNED = {0: "1 0 0 1", 90: "0 -1 1 0", 180: "-1 0 0 -1", 270: "0 1 -1 0"}
"""How the axes of a page lie where it stands turned."""


def where(placed: Placed, height: float) -> str:
    """The operators that bring a page to its place on a side so many points high, and let no more of it show
    than is to be seen; none where it is there already.
    """
    at = Box(placed.x, placed.y, *placed.size)
    left, right = at.x * PT_PER_MM, at.right * PT_PER_MM
    top, foot = height - at.y * PT_PER_MM, height - at.bottom * PT_PER_MM
    x, y = {0: (left, foot), 90: (left, top), 180: (right, top), 270: (right, foot)}[placed.turn]
    matrix = f"{_TURNED[placed.turn]} {_hundredths(x)} {_hundredths(y)}"
    moved = "" if matrix == "1 0 0 1 0.00 0.00" else f"{matrix} cm"
    clipped = f"{outline(placed.window, 0, height)} W n" if placed.window else ""
    return " ".join(filter(None, (clipped, moved)))


def _hundredths(points: float) -> str:
    """A length without a sign before nothing."""
    return f"{round(points, 2) + 0:.2f}"


def shown(placed: Placed, box: Box) -> Box:
    """A box on a page as it stands on the sheet, as far as it shows there."""
    standing = placed.standing(box)
    return standing.within(placed.window) if placed.window else standing


def boxes(sheet: Sheet) -> str:
    """The boxes of a page that is trimmed; none where all of it is left."""
    if sheet.trim is None:
        return ""
    height = sheet.size.height * PT_PER_MM
    bleed = corners(sheet.trim.inset(-sheet.bleed, -sheet.bleed), height)
    return f"/BleedBox[{bleed}]/TrimBox[{corners(sheet.trim, height)}]"


def corners(box: Box, height: float) -> str:
    """The corners of a box on a side that is so many points high."""
    left, right = box.x * PT_PER_MM, box.right * PT_PER_MM
    return f"{left:.2f} {height - box.bottom * PT_PER_MM:.2f} {right:.2f} {height - box.y * PT_PER_MM:.2f}"


@lru_cache(maxsize=1024)
def outline(box: Box, radius: float, height: float) -> str:
    """A rectangle on a side so many points high, kept because tabs and bands stand in one place on many
    pages.
    """
    x1, x2 = box.x * PT_PER_MM, box.right * PT_PER_MM
    y1, y2 = height - box.bottom * PT_PER_MM, height - box.y * PT_PER_MM
    if not radius:
        return f"{x1:.2f} {y1:.2f} {box.width * PT_PER_MM:.2f} {box.height * PT_PER_MM:.2f} re"
    r = radius * PT_PER_MM
    k = r * 0.4477
    left, right = f"{x1:.2f}", f"{x2:.2f}"
    foot, top = f"{y1:.2f}", f"{y2:.2f}"
    sides = (
        f"{x1 + r:.2f} {foot} m {x2 - r:.2f} {foot} l",
        f"{x2 - k:.2f} {foot} {right} {y1 + k:.2f} {right} {y1 + r:.2f} c {right} {y2 - r:.2f} l",
        f"{right} {y2 - k:.2f} {x2 - k:.2f} {top} {x2 - r:.2f} {top} c {x1 + r:.2f} {top} l",
        f"{x1 + k:.2f} {top} {left} {y2 - k:.2f} {left} {y2 - r:.2f} c {left} {y1 + r:.2f} l",
        f"{left} {y1 + k:.2f} {x1 + k:.2f} {foot} {x1 + r:.2f} {foot} c h",
    )
    return " ".join(sides)
