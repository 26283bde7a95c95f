"""What every kind of spreadsheet file becomes: a sheet of rows of text, within limits that are kept while
reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, NoReturn

from casedeck.errors import DeckError, Place, Problem
from casedeck.wording import count

MAX_ROWS = 5_000
MAX_COLUMNS = 200
MAX_CELLS = 1_200_000
"""How many cells of a text file are read, empty ones counted: more than MAX_ROWS by MAX_COLUMNS, and few
enough for a moment.
"""


class Row(NamedTuple):
    """The texts of a row; `number` is the one that the spreadsheet shows beside it, counted from 1. Nobody
    sees a `hidden` one.
    """

    number: int
    cells: tuple[str, ...]
    hidden: bool = False


class Sheet(NamedTuple):
    """The rows of a worksheet that hold anything.

    `unit` is what a row is called; `problem` says why not all could be read; `remarks` are what is wrong with
    single cells, by the row's number and the cell's index; `others` are the names of the other worksheets
    that are seen in the file, `unseen` of those that are hidden. A sheet that is not `likely` is only another
    way to read a text. `note` is what is to be said of its letters.

    What people see of it besides: a `hidden` sheet and the indexes of `hidden_columns` are not shown.
    `struck` has, for each cell with words struck through, what is left without them. `across` has, by the
    number of a row, the first and the last index of cells that are merged into one.
    """

    name: str
    rows: tuple[Row, ...]
    unit: str = "row"
    problem: str = ""
    remarks: Mapping[tuple[int, int], str] = {}
    others: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    likely: bool = True
    note: str = ""
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    struck: Mapping[tuple[int, int], str] = {}
    across: Mapping[int, tuple[tuple[int, int], ...]] = {}


def within_limits(rows: Iterable[tuple[int, list[str]]]) -> tuple[tuple[Row, ...], str]:
    """The rows that hold anything, and what is too much of them, if anything is."""
    kept: list[Row] = []
    read = 0
    for number, cells in rows:
        read += len(cells)
        if read > MAX_CELLS:
            hint = "delete the empty rows and columns"
            return tuple(kept), f"up to row {number} there are {read:,} cells, most of them empty; {hint}"
        if not "".join(cells).strip():
            continue
        while not cells[-1].strip():
            cells.pop()
        if len(kept) == MAX_ROWS:
            return tuple(kept), too_many_rows()
        if len(cells) > MAX_COLUMNS:
            return tuple(kept), too_many_columns(number, len(cells))
        kept.append(Row(number, tuple(cells)))
    return tuple(kept), ""


def too_many_rows() -> str:
    """What is said of a sheet with more rows than are read."""
    return f"the sheet has more than {count(MAX_ROWS, 'row')}; import it in parts"


def too_many_columns(number: int, columns: int) -> str:
    """What is said of a row with more cells than are read."""
    return f"row {number} has {count(columns, 'column')}; the limit is {MAX_COLUMNS}"


def shown_number(value: float) -> str:
    """A number as a spreadsheet shows it where no format is set: 12, not 12.0."""
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else f"{value:.10g}"


def letters(column: int) -> str:
    """A column by its letters, as a spreadsheet has them above it."""
    made = ""
    while column >= 0:
        made, column = chr(65 + column % 26) + made, column // 26 - 1
    return made


def fail(file: str, code: str, message: str, hint: str = "") -> NoReturn:
    """Raise DeckError with one problem of the whole file."""
    raise DeckError([Problem(Place(file), code, message, hint)])
