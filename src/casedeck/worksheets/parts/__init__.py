"""What can stand on a worksheet: each kind of part says everything of itself in its own file, and has one
line here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casedeck.worksheets.parts.axes import AXES
from casedeck.worksheets.parts.big import BIG
from casedeck.worksheets.parts.boxes import BOXES
from casedeck.worksheets.parts.grid import GRID
from casedeck.worksheets.parts.lines import LINES
from casedeck.worksheets.parts.part import Kind
from casedeck.worksheets.parts.words import WORDS
from casedeck.worksheets.parts.zones import ZONES

PARTS: Mapping[str, Kind[Any]] = {
    "words": WORDS,
    "lines": LINES,
    "boxes": BOXES,
    "grid": GRID,
    "zones": ZONES,
    "axes": AXES,
    "big": BIG,
}
"""Every kind of part by the key that a worksheet file has for it, in the order of its reference page."""
