"""The bytes of a spreadsheet to rows of text. CSV and JSON are read here, workbooks in load/workbook.py."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Any, NamedTuple, NoReturn

from casedeck.errors import DeckError, Place, Problem
from casedeck.load.quote import short
from casedeck.wording import count

MAX_ROWS = 5_000
MAX_COLUMNS = 200
MAX_BYTES = 20_000_000
KINDS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".json")
"""The endings of the files that can be imported."""

_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SEPARATORS = "\t;,"
_OPEN = 'a quotation mark (") opens a cell and does not close it; take it out, write it twice (""), or save the sheet as .xlsx'
_TOP = 4_000
"""How many characters of a text are looked at for the separator that it likely has."""
_SAVE = 'save it as "CSV UTF-8" or as .xlsx'
_NESTED = "holds values within values; text is needed"
_OTHERS = (".xls", ".xlsb", ".ods", ".numbers")


class Row(NamedTuple):
    """The texts of a row; `number` is the one that the spreadsheet shows beside it, counted from 1."""

    number: int
    cells: tuple[str, ...]


class Sheet(NamedTuple):
    """The rows of a worksheet that hold anything.

    `unit` is what a row is called; `problem` says why not all could be read; `remarks` are what is wrong with single cells, by
    the row's number and the cell's index; `others` are the names of the other worksheets of the file. A sheet that is not
    `likely` is only another way to read a text.
    """

    name: str
    rows: tuple[Row, ...]
    unit: str = "row"
    problem: str = ""
    remarks: Mapping[tuple[int, int], str] = {}
    others: tuple[str, ...] = ()
    likely: bool = True


def read_sheets(data: bytes, file: str) -> Iterator[Sheet]:
    """The worksheets of a file, or the ways in which a text file can be taken for one. Raises DeckError."""
    ending = f".{file.rsplit('.', 1)[-1].lower()}" if "." in file else ""
    if len(data) > MAX_BYTES:
        fail(file, "F102", f"the file has {len(data):,} bytes; the limit is {MAX_BYTES:,}")
    if ending in _OTHERS:
        fail(file, "F110", f"casedeck does not read {ending} files", "save it as .xlsx or .csv")
    if ending not in KINDS:
        fail(file, "F110", f"casedeck does not know the ending {ending or 'of this file'}", f"use one of {', '.join(KINDS)}")
    if not data.strip():
        yield Sheet("", ())
        return
    if data.startswith(_OLD_OFFICE):
        fail(file, "F110", "this is an old Excel file, or one with a password", "save it as .xlsx or .csv, without a password")
    if data.startswith(_ZIP) or ending in (".xlsx", ".xlsm"):
        from casedeck.load.workbook import read_workbook  # brings openpyxl, which is slow to import

        yield from read_workbook(data, file)
    elif ending == ".json":
        yield _objects(_text(data, file), file)
    else:
        text = _text(data, file)
        likely = max(_SEPARATORS, key=text[:_TOP].count)
        yield from (_separated(text, separator)._replace(likely=separator == likely) for separator in _SEPARATORS)


def why_unfound(sheets: Sequence[Sheet]) -> tuple[str, str]:
    """What kept something from being found in these sheets, and a hint: one stopped before its end, or all are empty; else nothing."""
    if not any(sheet.rows or sheet.problem for sheet in sheets):
        return "the file is empty", "see whether it is the one you meant, and save it again"
    stopped = (sheet.problem for sheet in sheets if sheet.problem and sheet.likely and len(sheet.rows) < MAX_ROWS)
    return next(stopped, ""), ""


def within_limits(rows: Iterable[tuple[int, list[str]]]) -> tuple[tuple[Row, ...], str]:
    """The rows that hold anything, and what is too much of them, if anything is."""
    kept: list[Row] = []
    for number, cells in rows:
        while cells and not cells[-1].strip():
            cells.pop()
        if not cells:
            continue
        if len(kept) == MAX_ROWS:
            return tuple(kept), f"the sheet has more than {count(MAX_ROWS, 'row')}; import it in parts"
        if len(cells) > MAX_COLUMNS:
            return tuple(kept), f"row {number} has {count(len(cells), 'column')}; the limit is {MAX_COLUMNS}"
        kept.append(Row(number, tuple(cells)))
    return tuple(kept), ""


def shown_number(value: float) -> str:
    """A number as a spreadsheet shows it where no format is set: 12, not 12.0."""
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else f"{value:.10g}"


def fail(file: str, code: str, message: str, hint: str = "") -> NoReturn:
    """Raise DeckError with one problem of the whole file."""
    raise DeckError([Problem(Place(file), code, message, hint)])


def _text(data: bytes, file: str) -> str:
    """The text of a file in UTF-8, UTF-16 (Excel's "Unicode text") or Windows-1252 (Excel's plain CSV)."""
    start = data[:2000]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        tried = ["utf-16"]
    elif start.count(0) > len(start) // 4:
        tried = ["utf-16-le" if start[1:2] == b"\0" else "utf-16-be"]
    else:
        tried = ["utf-8-sig", "cp1252"]
    for encoding in tried:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            if encoding == "utf-8-sig":
                _check_mixed(data, file)
            continue
        if "\0" not in text:
            return text
    fail(file, "F103", "the file is not text that casedeck can read", _SAVE)


def _check_mixed(data: bytes, file: str) -> None:
    """Refuses a text that is UTF-8 but for a few bytes: in Windows-1252 all its other accents would be garbled. Raises DeckError."""
    text = data.decode("utf-8", "surrogateescape")
    wrong = [at for at, char in enumerate(text) if "\udc80" <= char <= "\udcff"]
    if data.startswith(codecs.BOM_UTF8) or len(wrong) <= sum(char > "\x7f" for char in text) - len(wrong):
        before = text[: wrong[0]]
        line = max(before.count("\n"), before.count("\r")) + 1
        word = before.splitlines()[-1][-20:] if before[-1:].strip("\r\n") else ""
        where = f'in line {line}, behind "{short(word)}",' if word.strip() else f"at the start of line {line}"
        fail(file, "F103", f"the file is UTF-8 text, but {where} stands a byte that is not", _SAVE)


def _separated(text: str, separator: str) -> Sheet:
    """The rows of a text whose cells are parted by a separator."""
    if text[:4].lower() == "sep=":  # a line for Excel, which it does not count
        text = text.partition("\n")[2]
    sheet = _parsed(text, separator, csv.QUOTE_MINIMAL)
    if separator == "\t" and _OPEN in sheet.problem:
        plain = _parsed(text, separator, csv.QUOTE_NONE)
        return sheet if plain.problem else plain
    return sheet


def _parsed(text: str, separator: str, quoting: Any) -> Sheet:
    """The rows up to the first that is not as a spreadsheet writes it."""
    read = 0
    stopped = ""

    def lines() -> Iterator[tuple[int, list[str]]]:
        nonlocal read, stopped
        try:
            for cells in csv.reader(StringIO(text, newline=""), delimiter=separator, quoting=quoting, strict=True):
                read += 1
                yield read, cells
        except csv.Error as error:
            long = "field larger" in str(error)
            stopped = (
                f"row {read + 1} has a cell of more than {csv.field_size_limit():,} characters" if long else f"in row {read + 1} {_OPEN}"
            )

    rows, problem = within_limits(lines())
    return Sheet("", rows, problem=problem or stopped)


def _objects(text: str, file: str) -> Sheet:
    """The rows of a JSON list of objects; their keys stand before them as a row of headings."""
    try:
        made = json.loads(text)
    except (ValueError, RecursionError) as error:
        fail(file, "F110", f"this is not valid JSON: {str(error)[:100]}")
    if isinstance(made, dict) and len(made) == 1:
        (made,) = made.values()
    if not isinstance(made, list) or not all(isinstance(each, dict) for each in made):
        fail(file, "F110", "a list of case studies is needed, each with names and values", 'write it like [{"Title": "…"}, …]')
    keys = _keys(made, file)
    remarks: dict[tuple[int, int], str] = {}

    def lines() -> Iterator[tuple[int, list[str]]]:
        yield 0, list(keys)
        for number, each in enumerate(made, 1):
            cells = [_value(each.get(name)) for name in keys]
            remarks.update({(number, index): _NESTED for index, cell in enumerate(cells) if cell is None})
            yield number, [cell or "" for cell in cells]

    rows, problem = within_limits(lines())
    return Sheet("", rows, "item", problem, remarks)


def _keys(items: list[dict[str, Any]], file: str) -> list[str]:
    """The names that stand in any of the items, each once, in order. Raises DeckError where they are too many."""
    keys: dict[str, None] = {}
    for number, each in enumerate(items, 1):
        keys |= dict.fromkeys(each)
        if len(keys) > MAX_COLUMNS:
            fail(file, "F110", f"up to item {number} there are {len(keys):,} names of values; the limit is {MAX_COLUMNS}")
    return list(keys)


def _value(value: Any) -> str | None:
    """A JSON value as text, items of a list one on each line; None for what is no text."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return str(value) if isinstance(value, int) else shown_number(value)
    if isinstance(value, list) and not any(isinstance(each, (list, dict)) for each in value):
        return "\n".join(_value(each) or "" for each in value)
    return None
