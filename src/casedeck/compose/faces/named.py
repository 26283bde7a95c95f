"""A row of icons, each beside its word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from casedeck.compose import painting
from casedeck.compose.faces.setting import as_one
from casedeck.compose.flow import Block
from casedeck.compose.lettering import Lettering, Style, lettered
from casedeck.compose.stationery import Stationery
from casedeck.model.case_study import NO_WORD, Claim
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark

MOST = 3
"""How many stand in a row."""
WIDE, NARROW = 0.9, 0.4
"""Between two of them, in icons: as a rule, and the least before the next line begins."""
BESIDE = 0.26
"""Between an icon and its word, in icons."""
BLANK = 3.2
"""How long a line to write a word on is, in icons."""


class _Named(NamedTuple):
    claim: Claim
    word: Lettering
    width: float


def row(sheet: Stationery, claims: Sequence[Claim], page: Box, size_pt: float, side: float) -> Block:
    """The first MOST claims as icons with their words, in as many lines as they need; an empty frame and a
    line to write on where there is no word yet.
    """
    style = Style(size_pt, size_pt * 1.2, sheet.colour("ink"))
    items = [_named(sheet, claim, page.width, style, side) for claim in claims[:MOST]]
    lines = _lines(items, page.width, side)
    pitch = side * 1.3

    def draw(y: float) -> Mark:
        marks: list[Mark] = []
        for number, line in enumerate(lines):
            marks += _drawn(sheet, line, Box(page.x, y + number * pitch, page.width, side))
        named = any(item.claim.term != NO_WORD for item in items)
        return Group("L", tuple(marks)) if named else as_one(tuple(marks))

    return Block(0, side + pitch * (len(lines) - 1), 0, draw)


def _named(sheet: Stationery, claim: Claim, width: float, style: Style, side: float) -> _Named:
    word = lettered(claim.term.name, style, width, sheet.fonts, "bold")
    return _Named(claim, word, side * (1 + BESIDE) + (word.width if word.words else BLANK * side))


def _lines(items: Sequence[_Named], width: float, side: float) -> list[list[_Named]]:
    lines: list[list[_Named]] = [[]]
    for item in items:
        taken = sum([each.width + NARROW * side for each in lines[-1]])
        if lines[-1] and taken + item.width > width:
            lines.append([])
        lines[-1].append(item)
    return lines


def _drawn(sheet: Stationery, line: Sequence[_Named], box: Box) -> list[Mark]:
    side = box.height
    free = box.width - sum([item.width for item in line])
    gap = min(WIDE * side, free / max(1, len(line) - 1))
    marks: list[Mark] = []
    x = box.x
    for item in line:
        icon = painting.icon(sheet, item.claim, Box(x, box.y, side, side), sheet.colour("ink"))
        text_x = x + side * (1 + BESIDE)
        if item.word.words:
            word = Group("LBody", item.word.marks(text_x, box.y + (side - item.word.height) / 2))
            marks.append(Group("LI", (icon, word)))
        else:
            marks += [icon, painting.writing_line(sheet, text_x, x + item.width, box.y + side)]
        x += item.width + gap
    return marks
