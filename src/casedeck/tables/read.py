"""The bytes of a spreadsheet to sheets of rows, by the kind of file that its name or its bytes say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from casedeck.tables.objects import read_objects
from casedeck.tables.separated import read_separated
from casedeck.tables.sheet import MAX_ROWS, Sheet, fail
from casedeck.wording import size

MAX_BYTES = 20_000_000

Read = Callable[[bytes, str], Iterator[Sheet]]
"""Reads the worksheets of a file, or the ways in which it can be taken for one, from its bytes and its name.
Raises DeckError.
"""


def _workbook(data: bytes, file: str) -> Iterator[Sheet]:
    from casedeck.tables.excel.workbook import read_workbook  # brings what few commands need

    return read_workbook(data, file)


READERS: Mapping[str, Read] = {
    ".csv": read_separated,
    ".tsv": read_separated,
    ".txt": read_separated,
    ".xlsx": _workbook,
    ".xlsm": _workbook,
    ".json": read_objects,
}
"""The files that can be imported, by their endings."""
BY_FIRST_BYTES: Mapping[bytes, Read] = {b"PK\x03\x04": _workbook}
"""What files are by how they begin, whatever their ending."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_IN_EXCEL = "open it in Excel, choose File, Save As and the type Excel Workbook (.xlsx), and import that"
_HOW = {
    ".xls": _IN_EXCEL,
    ".xlsb": _IN_EXCEL,
    ".ods": "open it in LibreOffice, choose File, Save As and the type Excel 2007-365 (.xlsx), and import "
    "that",
    ".numbers": "open it in Numbers, choose File, Export To, Excel, and import the .xlsx file",
    ".gsheet": "open it in Google Sheets, choose File, Download, Microsoft Excel (.xlsx), and import that",
}
"""What to do with spreadsheets that are not read."""


def read_sheets(data: bytes, file: str) -> Iterator[Sheet]:
    """The worksheets of a file, or the ways in which a text file can be taken for one. Raises DeckError."""
    if len(data) > MAX_BYTES:
        message = f"the file has {size(len(data))}; the limit is {size(MAX_BYTES)}"
        fail(file, "F102", message, "import it in parts")
    ending = f".{file.rsplit('.', 1)[-1].lower()}" if "." in file else ""
    if ending in _HOW:
        fail(file, "F110", f"casedeck does not read {ending} files", _HOW[ending])
    if ending not in READERS:
        message = f"casedeck does not know the ending {ending or 'of this file'}"
        fail(file, "F110", message, f"use one of {', '.join(READERS)}")
    if not data.strip():
        yield Sheet("", ())
        return
    if data.startswith(_OLD_OFFICE):
        message = "this is an old Excel file, or one with a password"
        fail(file, "F110", message, "save it as .xlsx or .csv, without a password")
    begun = (read for start, read in BY_FIRST_BYTES.items() if data.startswith(start))
    yield from next(begun, READERS[ending])(data, file)


def why_unfound(sheets: Sequence[Sheet]) -> tuple[str, str]:
    """What kept something from being found in these sheets, and a hint: one stopped before its end, or all
    are empty; else nothing.
    """
    if not any(sheet.rows or sheet.problem for sheet in sheets):
        return "the file is empty", "see whether it is the one you meant, and save it again"
    stopped = (
        sheet.problem for sheet in sheets if sheet.problem and sheet.likely and len(sheet.rows) < MAX_ROWS
    )
    return next(stopped, ""), ""
