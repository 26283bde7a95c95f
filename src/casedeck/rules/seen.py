"""One look at a finished page, for all the rules over pages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from casedeck.model.page import (
    Drawing,
    Group,
    Image,
    Line,
    Mark,
    Page,
    Photo,
    Raster,
    Shape,
    Squares,
    Text,
    bounds,
)

PAPER = "#FFFFFF"
"""What is behind ink where nothing else is."""
SLACK = 0.3
"""How far boxes may reach into each other before that shows, mm."""
SHOWN = 40
"""How many letters of a line a message repeats."""
QUIET = 4
"""How many empty squares a reader needs around a QR code."""
HEADINGS = ("H1", "H2")

Print = tuple[str, str, float, str]
"""How letters are printed: their colour, that behind them, their size in points and their weight."""
Spot = tuple[float, float, float, float, int, Text | Image]
"""Top, left, right and lower edge of a mark, mm, its number in the order in which marks are painted, and the
mark.
"""
Fill = tuple[float, float, float, float, int, str]
"""The same of a filled box, with its colour, or of a rule or an empty frame, with none."""


class Met(NamedTuple):
    """A line of text, and what it runs into, in words."""

    text: Text
    what: str


class Code(NamedTuple):
    """A QR code: where it is, what it is painted on, and whether other ink is in its quiet zone."""

    image: Image
    behind: str
    disturbed: bool


class Seen(NamedTuple):
    """What rules want to know of a page: each way in which letters are printed on it with the first line that
    is, each drawing with the colour behind it, lines of text that run into something, its QR codes and
    headings; where what matters on it is, and where its filled boxes and its rules are.
    """

    page: Page
    prints: dict[Print, Text]
    icons: list[tuple[Image, str]]
    met: list[Met]
    codes: list[Code]
    headings: list[Group]
    matters: list[Spot]
    fills: list[Fill]


def in_words(page: Page) -> str:
    """How a message names a page."""
    return f'page {page.label}, "{page.title}"'


def quoted(text: Text) -> str:
    """A line as a message repeats it, long ones shortened."""
    words = "".join([run.text for run in text.runs]).replace("\N{NO-BREAK SPACE}", " ").strip()
    return f'"{words[:SHOWN].rstrip()}…"' if len(words) > SHOWN + 1 else f'"{words}"'


def seen(page: Page) -> Seen:
    """A page as rules see it."""
    found = _Found()
    found.look(page.marks)
    spots = sorted(found.spots)
    behind = [PAPER] * len(spots)
    met = _texts_meeting(spots) + _look_behind(spots, found.fills, behind)
    prints: dict[Print, Text] = {}
    icons: list[tuple[Image, str]] = []
    codes: list[Code] = []
    for spot, back in zip(spots, behind, strict=True):
        mark = spot[5]
        if isinstance(mark, Text):
            for _, weight, size, colour in mark.runs:
                prints.setdefault((colour, back, size, weight), mark)
        elif isinstance(mark.picture, Drawing):
            icons.append((mark, back))
        elif isinstance(mark.picture, Squares):
            codes.append(Code(mark, back, _disturbed(mark, mark.picture, [*spots, *found.fills])))
    return Seen(page, prints, icons, met, codes, found.headings, spots, found.fills)


class _Found:
    """Marks in the order in which they are painted: texts and pictures, and apart from them what is filled
    and ruled.
    """

    def __init__(self) -> None:
        self.spots: list[Spot] = []
        self.fills: list[Fill] = []
        self.headings: list[Group] = []
        self._painted = 0

    def look(self, marks: Sequence[Mark]) -> None:
        """Take in marks, and those in groups."""
        for mark in marks:
            if isinstance(mark, Group):
                if mark.role in HEADINGS:
                    self.headings.append(mark)
                self.look(mark.marks)
                continue
            self._painted += 1
            if isinstance(mark, Text):
                left, top, right, bottom = bounds(mark)
                self.spots.append((top, left, right, bottom, self._painted, mark))
            elif isinstance(mark, Image):
                left, top, width, height = mark.box
                self.spots.append((top, left, left + width, top + height, self._painted, mark))
            elif isinstance(mark, Shape) and mark.fill:
                left, top, width, height = mark.box
                self.fills.append((top, left, left + width, top + height, self._painted, mark.fill))
            elif isinstance(mark, Line | Shape):
                left, top, right, bottom = bounds(mark)
                self.fills.append((top, left, right, bottom, self._painted, ""))


def _texts_meeting(spots: Sequence[Spot]) -> list[Met]:
    """The texts that overlap others or a picture of dots."""
    met = []
    for at, (_, left, right, bottom, _, mark) in enumerate(spots, 1):
        foot, end, begin = bottom - SLACK, right - SLACK, left + SLACK
        for other in islice(spots, at, None):
            if other[0] >= foot:
                break
            if other[1] < end and begin < other[2]:
                met += _meeting(mark, other[5])
    return met


def _meeting(one: Text | Image, other: Text | Image) -> list[Met]:
    if isinstance(one, Text) and isinstance(other, Text):
        return [Met(one, quoted(other))]
    text, image = (one, other) if isinstance(one, Text) else (other, one)
    dots = isinstance(image, Image) and isinstance(image.picture, Raster | Photo)
    return [Met(text, "a picture")] if dots and isinstance(text, Text) else []


def _look_behind(spots: Sequence[Spot], fills: Sequence[Fill], behind: list[str]) -> list[Met]:
    """The texts that cross the edge of a filled box, or are under one; which box each mark stands on is
    written down in `behind`. A box that holds a mark hides the edges of those painted before.
    """
    tops = [spot[0] for spot in spots]
    tallest = max([spot[3] - spot[0] for spot in spots], default=0.0)
    crossed: dict[int, str] = {}
    for top, left, right, bottom, painted, colour in fills:
        if not colour:
            continue
        first = bisect_left(tops, top - tallest)
        for at in range(first, bisect_left(tops, bottom - SLACK, first)):
            y, x, end, foot, number, _ = spots[at]
            if x >= right - SLACK or end <= left + SLACK or foot <= top + SLACK:
                continue
            inside = (
                x >= left - SLACK and end <= right + SLACK and y >= top - SLACK and foot <= bottom + SLACK
            )
            if inside and number > painted:
                behind[at] = colour
                crossed.pop(at, None)
            else:
                crossed[at] = (
                    f"the edge of a box in {colour}" if number > painted else f"a box in {colour} over it"
                )
    return [Met(mark, what) for at, what in crossed.items() if isinstance(mark := spots[at][5], Text)]


def _disturbed(image: Image, squares: Squares, others: Sequence[Spot | Fill]) -> bool:
    """Whether other ink is on a code, or nearer to it than QUIET of its squares."""
    module = image.box.width / squares.side
    room = image.box.inset(module * (squares.margin - QUIET + 0.5), module * (squares.margin - QUIET + 0.5))
    left, top, right, bottom = room.x, room.y, room.right, room.bottom
    for y, x, end, foot, _, what in others:
        meets = x < right and left < end and y < bottom and top < foot
        holds = x <= left and y <= top and end >= right and foot >= bottom
        if meets and not holds and what is not image:
            return True
    return False
