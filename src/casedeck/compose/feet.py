"""The last line of each page of a sheet that may take several: the deck's name, and which page of how many it
is.
"""

from __future__ import annotations

from collections.abc import Mapping

from casedeck.compose.kit import Pages
from casedeck.compose.lettering import Style, lettered
from casedeck.compose.measures import margin_on
from casedeck.compose.stationery import Stationery
from casedeck.model.geometry import Box, mm
from casedeck.model.page import ARTIFACT, Group, Mark
from casedeck.model.text import filled

FOOT_PT = 10.5
FOOT_HEIGHT = mm(FOOT_PT * 1.2)
"""How high the line is, mm."""
ABOVE_FOOT = 3.0
"""What stays free above the line, mm."""


def above_foot(box: Box) -> Box:
    """What is left of a page within its margins when it has its last line."""
    return box._replace(height=box.height - FOOT_HEIGHT - ABOVE_FOOT)


def footed(made: Pages, sheet: Stationery, words: Mapping[str, str]) -> Pages:
    """The pages numbered from 1, each with its last line; `words` hold "page"."""
    count = len(made.pages)
    pages = [
        page._replace(
            marks=(*page.marks, _foot(sheet, filled(words["page"], page=number, pages=count))),
            label=str(number),
        )
        for number, page in enumerate(made.pages, 1)
    ]
    return made._replace(pages=tuple(pages))


def _foot(sheet: Stationery, number: str) -> Mark:
    margin = margin_on(sheet.scale)
    box = Box(0, 0, *sheet.size).inset(margin, margin)
    style = Style(FOOT_PT, FOOT_PT * 1.2, sheet.colour("slate"))
    right = lettered(number, style, box.width, sheet.fonts, "bold")
    left = lettered(sheet.deck_title, style, box.width - right.width - 4, sheet.fonts)
    top = box.bottom - FOOT_HEIGHT
    return Group(ARTIFACT, (*left.marks(box.x, top), *right.marks(box.right - right.width, top)))
