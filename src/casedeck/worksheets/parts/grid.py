"""A table with headings and empty rows to write in."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from casedeck.compose.flow import Block
from casedeck.compose.lettering import Lettering, lettered
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark
from casedeck.notation.amounts import Whole
from casedeck.notation.combined import Either
from casedeck.notation.fields import YesNo
from casedeck.notation.lists import ListOf
from casedeck.notation.markup import Words as Label
from casedeck.notation.records import Key, Read, Record
from casedeck.worksheets.parts.part import Kind
from casedeck.worksheets.parts.shared import LABEL, PITCH, PITCH_MM, Count, made
from casedeck.worksheets.pen import Pen, count_in

PAD = 2.0
"""How far lines to write on, and headings, keep from the lines between columns, mm."""
BAND_PT = 1.5
"""The rules between rows of several lines."""
NUMBER = 14.0
"""A box for the number of a card, mm; smaller where a row is not as high."""
IN_ROW = 1.5
"""How far such a box keeps from the rules above and below it, mm."""
BELOW_LABEL = 1.5
BELOW_HEADS = 1.2
RULES_START = 0.5


class GridColumn(NamedTuple):
    """A column of a grid: its heading, its share of the width, and whether each row of it begins with a box
    for the number of a card.
    """

    heading: str
    share: int
    number: bool = False


class Grid(NamedTuple):
    """Columns with headings, `rows` rows of `lines` writing lines, `pitch` mm apart; 0 means as many as fill
    what is left.
    """

    label: str
    columns: tuple[GridColumn, ...]
    rows: int
    lines: int
    pitch: float

    @property
    def fills(self) -> bool:
        """Whether it grows with what is left."""
        return 0 in {self.rows, self.lines}


_COLUMN = Record(
    "a column",
    {
        "heading": Key(Label(60), "The words at its head, at most 60 characters.", required=True),
        "share": Key(
            Whole(1, 12),
            "Its share of the width, from 1 to 12. With shares of 1 and 3, the second column is three times "
            "as wide. 1, if not said.",
        ),
        "number": Key(
            YesNo(), "`yes` puts a box for the number of a card into each of its rows. `no`, if not said."
        ),
    },
)
_COLUMNS = (
    "1 to 6 columns from left to right: for each a heading of at most 60 characters, or a heading with a "
    "share."
)


def _column(values: Read) -> GridColumn:
    return GridColumn(values["heading"], values.get("share", 1), values.get("number", False))


_RECORD = Record(
    "a grid",
    {
        "label": LABEL,
        "columns": Key(ListOf(Either(Label(60), made(_COLUMN, _column)), 1, 6), _COLUMNS, required=True),
        "rows": Key(Count(40), "How many rows, from 1 to 40, or `fill`. `fill`, if not said."),
        "lines": Key(
            Count(20), "How many writing lines in each row, from 1 to 20, or `fill`. 1, if not said."
        ),
        "pitch": PITCH,
    },
)


def _read(values: Read) -> Grid:
    columns = tuple(GridColumn(each, 1) if isinstance(each, str) else each for each in values["columns"])
    rows, lines = values.get("rows", 0), values.get("lines", 1)
    return Grid(values.get("label", ""), columns, rows, lines, values.get("pitch", PITCH_MM))


class _Ruled(NamedTuple):
    """The grid in mm: where its columns begin and the last ends, which of them have boxes for numbers, how
    high label and headings are, so many rows of so many lines each, `row` high.
    """

    edges: list[float]
    boxed: tuple[bool, ...]
    top: float
    head: float
    rows: int
    lines: int
    row: float
    pitch: float

    @property
    def height(self) -> float:
        return self.top + self.head + self.rows * self.row

    def box(self, column: int, top: float) -> Box:
        """The box for a number in the row that begins at `top`."""
        left = self.edges[column] + (PAD if column else 0.0)
        side = min(NUMBER, self.row - 2 * IN_ROW, self.edges[column + 1] - left - PAD)
        return Box(left, top + IN_ROW, side, side)


def _block(part: Grid, pen: Pen, gap: float, room: float) -> Block:
    total = sum([column.share for column in part.columns])
    widths = [pen.width * column.share / total for column in part.columns]
    label = pen.label(part.label)
    heads = _heads(part, widths, pen)
    top = label.height + (BELOW_LABEL if label.ends else 0.0)
    head = max([cell.height for cell in heads]) + BELOW_HEADS
    pitch = pen.pitch(part.pitch)
    left = room - top - head
    rows = part.rows or count_in(left, pitch * (part.lines or 1))
    lines = part.lines or count_in(left / rows, pitch)
    spare = max(0.0, left / rows - lines * pitch) if lines > 1 and part.fills else 0.0
    edges = [pen.x + sum(widths[:number]) for number in range(len(widths) + 1)]
    boxed = tuple([column.number for column in part.columns])
    ruled = _Ruled(edges, boxed, top, head, rows, lines, lines * pitch + spare, pitch)
    return Block(gap, ruled.height, gap, lambda y: _drawn(ruled, label, heads, pen, y))


def _heads(part: Grid, widths: list[float], pen: Pen) -> list[Lettering]:
    """The headings, in letters a size larger than the body where every word of them has room for that."""
    columns = [*zip(part.columns, widths, strict=True)]
    for style in (pen.kit.say, pen.kit.body):
        words = [(word, width) for column, width in columns for word in column.heading.split()]
        fonts = pen.kit.sheet.fonts
        if style == pen.kit.body or not any(
            lettered(word, style, width - PAD, fonts, "bold").too_wide for word, width in words
        ):
            break
    return [pen.set(column.heading, style, width - PAD, "bold") for column, width in columns]


def _drawn(ruled: _Ruled, label: Lettering, heads: list[Lettering], pen: Pen, y: float) -> Mark:
    """The grid from y down: its headings as a table, its lines to write on."""
    foot, right = y + ruled.top + ruled.head, pen.x + pen.width
    pads = [0.0, *[PAD] * (len(heads) - 1)]
    cells = [
        Group("TH", cell.marks(x + pad, foot - BELOW_HEADS - cell.height))
        for cell, x, pad in zip(heads, ruled.edges, pads, strict=False)
    ]
    lines: list[Mark] = []
    for number in range(ruled.rows):
        lines += _row(ruled, pen, foot + number * ruled.row)
    top = y + ruled.top + RULES_START
    upright = [pen.line(x, top, x, y + ruled.height) for x in ruled.edges[1:-1]]
    rule = pen.line(pen.x, foot, right, foot)._replace(width_pt=BAND_PT, colour=pen.kit.sheet.colour("ink"))
    table = Group("Table", (Group("TR", tuple(cells)),))
    return Group("Sect", (pen.labelled(label, y, *lines, *upright, rule), table))


def _row(ruled: _Ruled, pen: Pen, top: float) -> list[Mark]:
    """One row: boxes for numbers, a rule at its foot, and where it has several lines, finer ones to write on
    in each column, which keep clear of boxes and of the lines between columns.
    """
    bottom, several = top + ruled.row, ruled.lines > 1
    boxes = {column: ruled.box(column, top) for column, boxed in enumerate(ruled.boxed) if boxed}
    marks: list[Mark] = [pen.outline(box) for box in boxes.values()]
    for up in range(1, ruled.lines):
        at = bottom - up * ruled.pitch
        for column, (left, right) in enumerate(pairwise(ruled.edges)):
            if column not in boxes or at > boxes[column].bottom + PAD:
                last = column == len(ruled.edges) - 2
                ends = left + (PAD if column else 0.0), right - (0.0 if last else PAD)
                marks.append(pen.fine_line(ends[0], at, ends[1], at))
    rule = pen.line(pen.x, bottom, pen.x + pen.width, bottom)
    ink = pen.kit.sheet.colour("ink")
    return [*marks, rule._replace(width_pt=BAND_PT, colour=ink) if several else rule]


GRID = Kind[Grid](
    about="A table with headings and empty rows",
    field=made(_RECORD, _read),
    block=_block,
    labels=lambda part: (part.label, *[column.heading for column in part.columns]),
    fills=lambda part: part.fills,
)
