"""The bytes of a spreadsheet to sheets of rows, by the kind of file: text, JSON or a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casedeck.tables.encodings import decoded
from casedeck.tables.objects import objects
from casedeck.tables.separated import separated
from casedeck.tables.sheet import MAX_ROWS, Sheet, fail
from casedeck.wording import size

MAX_BYTES = 20_000_000
KINDS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".json")
"""The endings of the files that can be imported."""

_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_IN_EXCEL = "open it in Excel, choose File, Save As and the type Excel Workbook (.xlsx), and import that"
_HOW = {
    ".xls": _IN_EXCEL,
    ".xlsb": _IN_EXCEL,
    ".ods": "open it in LibreOffice, choose File, Save As and the type Excel 2007-365 (.xlsx), and import that",
    ".numbers": "open it in Numbers, choose File, Export To, Excel, and import the .xlsx file",
    ".gsheet": "open it in Google Sheets, choose File, Download, Microsoft Excel (.xlsx), and import that",
}
"""What to do with spreadsheets that are not read."""


def read_sheets(data: bytes, file: str) -> Iterator[Sheet]:
    """The worksheets of a file, or the ways in which a text file can be taken for one. Raises DeckError."""
    ending = f".{file.rsplit('.', 1)[-1].lower()}" if "." in file else ""
    if len(data) > MAX_BYTES:
        fail(
            file,
            "F102",
            f"the file has {size(len(data))}; the limit is {size(MAX_BYTES)}",
            "import it in parts",
        )
    if ending in _HOW:
        fail(file, "F110", f"casedeck does not read {ending} files", _HOW[ending])
    if ending not in KINDS:
        fail(
            file,
            "F110",
            f"casedeck does not know the ending {ending or 'of this file'}",
            f"use one of {', '.join(KINDS)}",
        )
    if not data.strip():
        yield Sheet("", ())
        return
    if data.startswith(_OLD_OFFICE):
        fail(
            file,
            "F110",
            "this is an old Excel file, or one with a password",
            "save it as .xlsx or .csv, without a password",
        )
    if data.startswith(_ZIP) or ending in (".xlsx", ".xlsm"):
        from casedeck.tables.excel.workbook import read_workbook  # brings what few commands need

        yield from read_workbook(data, file)
    elif ending == ".json":
        yield objects(decoded(data, file).text, file)
    else:
        text, note = decoded(data, file)
        yield from (sheet._replace(note=note) for sheet in separated(text))


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
