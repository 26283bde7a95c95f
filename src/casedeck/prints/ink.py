"""How much of the paper ink covers: an estimate from what stands on it, without drawing it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from casedeck.model.colour import channels
from casedeck.model.geometry import Box, mm
from casedeck.model.page import Drawing, Image, Line, Page, Photo, Raster, Shape, Squares, Text, leaves
from casedeck.model.sheet import Placed, Sheet, Side

LETTERS: Mapping[str, float] = {"regular": 0.19, "bold": 0.25, "black": 0.27}
"""How much of its line's width times its size a text of each weight blackens."""
DARK = 0.5
"""From here on letters are taken to stand on paper or a tint, which they hardly save ink of."""
OF_A_PHOTO = 0.5
"""How dark a photograph is taken to be, whose dots are not looked at."""
_SHADES = 0.299, 0.587, 0.114
"""What red, green and blue add to a grey."""
_MOST_KEPT = 500


class Ink:
    """Counts the ink on sides of paper, as square millimetres of black: what is half as dark counts half."""

    def __init__(self) -> None:
        self.black = self.paper = 0.0
        self._pages: dict[int, tuple[Page, float]] = {}
        self._sheets: dict[tuple[int, int], tuple[Sheet, float]] = {}

    def add(self, side: Side) -> None:
        """Count one side."""
        self.paper += math.prod(side.size)
        if isinstance(side, Page):
            self.black += black_on(side)
        else:
            self.black += self._on_sheet(side)

    @property
    def cover(self) -> float:
        """The share of the paper that ink covers, from 0 to 1."""
        return self.black / self.paper if self.paper else 0.0

    def _on_sheet(self, sheet: Sheet) -> float:
        identity = id(sheet.placed), id(sheet.guides)
        if identity not in self._sheets:
            if len(self._sheets) > _MOST_KEPT:
                self._sheets.clear()
            guides = black_on(Page(sheet.size, sheet.guides, "", ""))
            black = guides + sum([self._on_placed(each) for each in sheet.placed])
            self._sheets[identity] = sheet, black
        return self._sheets[identity][1]

    def _on_placed(self, placed: Placed) -> float:
        page = placed.page
        if id(page) not in self._pages:
            if len(self._pages) > _MOST_KEPT:
                self._pages.clear()
            self._pages[id(page)] = page, black_on(page)
        black = self._pages[id(page)][1]
        whole = placed.standing(Box(0, 0, *page.size))
        seen = _common(whole, placed.window) if placed.window else math.prod(page.size)
        return black * seen / math.prod(page.size)


def black_on(page: Page) -> float:
    """The ink on a page, in square millimetres of black. What stands on a filled box takes the place of what
    is below it.
    """
    black = 0.0
    filled: list[tuple[Box, float]] = []
    for mark in leaves(page.marks):
        if isinstance(mark, Text):
            black += _text(mark, filled)
        elif isinstance(mark, Shape):
            if mark.fill:
                black += math.prod(mark.box[2:]) * (_dark(mark.fill) - _below(mark.box, filled))
                filled.append((mark.box, _dark(mark.fill)))
            if mark.border:
                around = 2 * (mark.box.width + mark.box.height)
                black += around * mm(mark.border_pt) * _dark(mark.border)
        elif isinstance(mark, Line):
            length = math.hypot(mark.x2 - mark.x1, mark.y2 - mark.y1)
            black += length * mm(mark.width_pt) * _dark(mark.colour)
        elif isinstance(mark, Image):
            below = _below(mark.box, filled)
            black += sum([share * (dark - below) for share, dark in _picture(mark)]) * math.prod(mark.box[2:])
    return black


def _text(mark: Text, filled: list[tuple[Box, float]]) -> float:
    """The ink of a line of text: light letters on a dark box save some."""
    run = mark.runs[0]
    dark, size = _dark(run.colour), mm(run.size_pt)
    light = dark < DARK and filled
    below = _below(Box(mark.x, mark.y - size / 2, mark.width, size / 2), filled) if light else 0.0
    return mark.width * size * LETTERS[run.weight] * (dark - below)


def _below(box: Box, filled: list[tuple[Box, float]]) -> float:
    """How dark the last filled box is that lies below the middle of another; 0 on bare paper."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    for (left, top, width, height), dark in reversed(filled):
        if left <= x <= left + width and top <= y <= top + height:
            return dark
    return 0.0


@lru_cache(maxsize=256)
def _dark(colour: str) -> float:
    """How dark a colour is printed in black: 0 white, 1 black."""
    return 1 - _mixed(_SHADES, channels(colour))


def _picture(image: Image) -> Iterator[tuple[float, float]]:
    """The shares of a picture's box that are inked, and how dark."""
    picture = image.picture
    if isinstance(picture, Drawing | Squares):
        yield _share(picture), _dark(image.colour)
    elif isinstance(picture, Photo):
        yield 1.0, OF_A_PHOTO
    else:
        yield from _dots(picture)


@lru_cache(maxsize=256)
def _share(picture: Drawing | Squares) -> float:
    """How much of a drawing's or of squares' box is inked."""
    if isinstance(picture, Squares):
        return sum([sum(row) for row in picture.rows]) / picture.side**2
    outlines = _outlines(picture.path)
    if picture.stroke:
        inked = sum([_length(each) for each in outlines]) * picture.stroke
    else:
        inked = abs(sum([_area(each) for each in outlines]))
    return min(1.0, inked / (picture.width * picture.height))


def _outlines(path: str) -> list[list[tuple[float, float]]]:
    """The outlines of a drawing's path as points, with some on each curve."""
    found: list[list[tuple[float, float]]] = []
    for step in path.splitlines():
        *numbers, what = step.split()
        points = [*_pairs(list(map(float, numbers)))]
        if what == "m":
            found.append(points)
        elif what == "h":
            found[-1].append(found[-1][0])
        else:
            found[-1] += points if what == "l" else _curve(found[-1][-1], *points)
    return found


def _pairs(numbers: list[float]) -> Iterator[tuple[float, float]]:
    """Two numbers after two."""
    return zip(numbers[::2], numbers[1::2], strict=True)


def _curve(
    start: tuple[float, float], one: tuple[float, float], two: tuple[float, float], end: tuple[float, float]
) -> list[tuple[float, float]]:
    """Points on a curve, its end the last."""
    shares = [
        ((1 - part) ** 3, 3 * part * (1 - part) ** 2, 3 * part**2 * (1 - part), part**3)
        for part in (0.25, 0.5, 0.75, 1.0)
    ]
    at = list(zip(start, one, two, end, strict=True))
    return [(_mixed(share, at[0]), _mixed(share, at[1])) for share in shares]


def _mixed(shares: Iterable[float], values: Iterable[float]) -> float:
    return sum([share * value for share, value in zip(shares, values, strict=True)])


def _length(outline: list[tuple[float, float]]) -> float:
    return sum([math.dist(one, other) for one, other in pairwise(outline)])


def _area(outline: list[tuple[float, float]]) -> float:
    """The area inside an outline, less than 0 where it goes round the other way."""
    return sum([x * below - right * y for (x, y), (right, below) in pairwise([*outline, outline[0]])]) / 2


@lru_cache(maxsize=16)
def _dots(picture: Raster) -> tuple[tuple[float, float], ...]:
    """The same of a picture of dots: how solid it is in all, and how dark those dots are."""
    dots = picture.width * picture.height
    levels = [sum(picture.colours[number::3]) / (255 * dots) for number in range(3)]
    solid = sum(picture.solid) / (255 * dots) if picture.solid else 1.0
    dark = 1 - _mixed(_SHADES, levels)
    return ((solid, dark),)


def _common(one: Box, other: Box) -> float:
    """The area that two boxes share."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, width) * max(0.0, height)
