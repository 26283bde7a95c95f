"""Pages and marks: the only value that passes from composing to drawing.

Positions are mm from the top left corner of the page; text stands on its baseline. Groups give the marks
inside them a role in the document's structure, in reading order; what no one needs to hear is inside an
ARTIFACT group.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple, Union

from casedeck.model.geometry import Box, Size, mm
from casedeck.model.paper import CLEAR_MM

ARTIFACT = "Artifact"
"""The role of what no one needs to hear. The others in use are those of PDF: Sect, H1, H2, P, L, LI, Lbl,
LBody, Table, TR, TH, TD, Figure and Link.
"""


CAP, DEPTH = 0.73, 0.22
"""How far a capital reaches above the baseline and a descender below it, as shares of the type size."""


class Run(NamedTuple):
    """Words in one weight, size (points) and colour (#RRGGBB)."""

    text: str
    weight: str
    size_pt: float
    colour: str


class Text(NamedTuple):
    """One line of text: where its baseline starts, how wide it is, its runs from left to right, and whether
    it ends inside a word.
    """

    x: float
    y: float
    width: float
    runs: tuple[Run, ...]
    parted: bool = False


class Line(NamedTuple):
    """A straight rule; its thickness is in points."""

    x1: float
    y1: float
    x2: float
    y2: float
    width_pt: float
    colour: str


class Shape(NamedTuple):
    """A rectangle with corners of `radius` mm; a colour of "" means none."""

    box: Box
    radius: float
    fill: str
    border: str
    border_pt: float


class Drawing(NamedTuple):
    """A picture of lines in units of its own. Each line of its path is a step, written as PDF does: `x y m`
    goes to a place, `x y l` draws a line there, `x1 y1 x2 y2 x y c` a curve, `h` closes the shape. Stroke 0
    means filled.
    """

    name: str
    width: float
    height: float
    path: str
    stroke: float


class Squares(NamedTuple):
    """A picture of squares: rows from the top of one byte a square, 1 where it is filled, with so many empty
    ones around them.
    """

    name: str
    rows: tuple[bytes, ...]
    margin: int

    @property
    def side(self) -> int:
        """How many squares it is wide and high, with those around it."""
        return len(self.rows) + 2 * self.margin


class Raster(NamedTuple):
    """A picture of dots, row by row: red, green and blue of each in a byte, and how solid each is; b"" where
    all are solid.
    """

    name: str
    width: int
    height: int
    colours: bytes
    solid: bytes

    def __repr__(self) -> str:
        """Its name, its size and a digest of its dots, of which there are many."""
        dots = sha256(self.colours + self.solid).hexdigest()
        return f"Raster({self.name!r}, {self.width}, {self.height}, {dots})"


class Photo(NamedTuple):
    """A photograph, as the bytes of a JPEG file in shades of grey or in the colours of a screen. All its dots
    are solid.
    """

    name: str
    width: int
    height: int
    grey: bool
    jpeg: bytes

    def __repr__(self) -> str:
        """Its name, its size and a digest of its bytes, of which there are many."""
        shades = "grey" if self.grey else "colours"
        return f"Photo({self.name!r}, {self.width}, {self.height}, {shades}, {sha256(self.jpeg).hexdigest()})"


Picture = Drawing | Squares | Raster | Photo
"""In one document, pictures of one name are the same."""


class Image(NamedTuple):
    """A drawing or squares (in one colour), a raster picture or a photograph, placed in a box."""

    box: Box
    picture: Picture
    colour: str


class Link(NamedTuple):
    """A place to click: its address, and what it leads to in words."""

    box: Box
    address: str
    description: str


class Group(NamedTuple):
    """Marks with one role; `alt` says in words what a figure shows."""

    role: str
    marks: tuple[Mark, ...]
    alt: str = ""


Mark = Union[Text, Line, Shape, Image, Link, "Group"]


class Page(NamedTuple):
    """One side of paper: its size, its marks, the label a reader shows for it, the title of its bookmark,
    and how far its marks stay `clear` of its edges, mm. Where it is trimmed, it is what is left then, and
    colour may `bleed` so many mm beyond it.
    """

    size: Size
    marks: tuple[Mark, ...]
    label: str
    title: str
    clear: float = CLEAR_MM
    bleed: float = 0.0


def leaves(marks: tuple[Mark, ...]) -> Iterator[Text | Line | Shape | Image | Link]:
    """Every mark that is not a group, in order."""
    for mark in marks:
        if isinstance(mark, Group):
            yield from leaves(mark.marks)
        else:
            yield mark


def bounds(mark: Text | Line | Shape | Image | Link) -> tuple[float, float, float, float]:
    """Left, top, right and lower edge of a mark's ink, mm; text reaches from the top of a capital to the foot
    of a descender, a number to its baseline.
    """
    if isinstance(mark, Text):
        first, *others = mark.runs
        size = mm(max([run.size_pt for run in mark.runs]) if others else first.size_pt)
        depth = 0.0 if not others and first.text.isdigit() else DEPTH * size
        return mark.x, mark.y - CAP * size, mark.x + mark.width, mark.y + depth
    if isinstance(mark, Line):
        half = mm(mark.width_pt) / 2
        left, right = sorted((mark.x1, mark.x2))
        top, bottom = sorted((mark.y1, mark.y2))
        return left - half, top - half, right + half, bottom + half
    x, y, width, height = mark.box
    half = mm(mark.border_pt) / 2 if isinstance(mark, Shape) and mark.border else 0.0
    return x - half, y - half, x + width + half, y + height + half


def bounds_of(marks: tuple[Mark, ...]) -> Box:
    """The smallest box around all the ink of the marks."""
    lefts, tops, rights, bottoms = zip(*[bounds(leaf) for leaf in leaves(marks)], strict=True)
    return Box(min(lefts), min(tops), max(rights) - min(lefts), max(bottoms) - min(tops))


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """The mark further right by dx and further down by dy, mm."""
    if isinstance(mark, Group):
        return mark._replace(marks=tuple([moved(each, dx, dy) for each in mark.marks]))
    if isinstance(mark, Text):
        return mark._replace(x=mark.x + dx, y=mark.y + dy)
    if isinstance(mark, Line):
        return mark._replace(x1=mark.x1 + dx, y1=mark.y1 + dy, x2=mark.x2 + dx, y2=mark.y2 + dy)
    return mark._replace(box=mark.box._replace(x=mark.box.x + dx, y=mark.box.y + dy))


def digest(page: Page) -> str:
    """A short text that is the same for two pages just where everything on them is."""
    told: list[object] = [*page.size, page.label, page.title, page.clear, page.bleed]
    for mark in page.marks:
        _tell(mark, told)
    return sha256(marshal.dumps(told, _PLAIN)).hexdigest()[:16]


_PLAIN = 2
"""The form in which `marshal` writes equal values as the same bytes."""


def _tell(mark: Mark, told: list[object]) -> None:
    """All that a mark is, one value after the other."""
    if isinstance(mark, Group):
        told += (mark.role, mark.alt, len(mark.marks))
        for each in mark.marks:
            _tell(each, told)
    elif isinstance(mark, Text):
        told += mark[:3]
        told += (mark.parted, len(mark.runs))
        for run in mark.runs:
            told += run
    elif isinstance(mark, Line):
        told += mark
    elif isinstance(mark, Image):
        told += (*mark.box, _told(mark.picture), mark.colour)
    else:
        told += mark.box
        told += mark[1:]


@lru_cache(maxsize=64)
def _told(picture: Picture) -> str:
    """A digest of a picture, kept because icons and logos stand on many pages."""
    return sha256(marshal.dumps(tuple(picture), _PLAIN)).hexdigest()
