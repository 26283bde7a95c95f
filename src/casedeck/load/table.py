"""The bytes of a spreadsheet to sheets of rows, by the kind of file: text, JSON or a workbook."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence

from casedeck.load.objects import objects
from casedeck.load.quote import short
from casedeck.load.separated import separated
from casedeck.load.sheet import MAX_ROWS, Sheet, fail

MAX_BYTES = 20_000_000
KINDS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".json")
"""The endings of the files that can be imported."""

_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SAVE = 'save it as "CSV UTF-8" or as .xlsx'
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
        fail(file, "F102", f"the file has {len(data):,} bytes; the limit is {MAX_BYTES:,}")
    if ending in _HOW:
        fail(file, "F110", f"casedeck does not read {ending} files", _HOW[ending])
    if ending not in KINDS:
        fail(file, "F110", f"casedeck does not know the ending {ending or 'of this file'}", f"use one of {', '.join(KINDS)}")
    if not data.strip():
        yield Sheet("", ())
        return
    if data.startswith(_OLD_OFFICE):
        fail(file, "F110", "this is an old Excel file, or one with a password", "save it as .xlsx or .csv, without a password")
    if data.startswith(_ZIP) or ending in (".xlsx", ".xlsm"):
        from casedeck.load.excel.workbook import read_workbook  # brings what few commands need

        yield from read_workbook(data, file)
    elif ending == ".json":
        yield objects(_text(data, file), file)
    else:
        yield from separated(_text(data, file))


def why_unfound(sheets: Sequence[Sheet]) -> tuple[str, str]:
    """What kept something from being found in these sheets, and a hint: one stopped before its end, or all are empty; else nothing."""
    if not any(sheet.rows or sheet.problem for sheet in sheets):
        return "the file is empty", "see whether it is the one you meant, and save it again"
    stopped = (sheet.problem for sheet in sheets if sheet.problem and sheet.likely and len(sheet.rows) < MAX_ROWS)
    return next(stopped, ""), ""


def _text(data: bytes, file: str) -> str:
    """The text of a file in UTF-8, UTF-16 (Excel's "Unicode text") or Windows-1252 (Excel's plain CSV)."""
    start = data[:2000]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        tried = ["utf-16"]
    elif start.count(0) > len(start) // 4:
        tried = ["utf-16-le" if start[1:2] == b"\0" else "utf-16-be"]
    else:
        tried = ["utf-8-sig", "cp1252"]
    text = next((text for encoding in tried if "\0" not in (text := _decoded(data, encoding, file))), None)
    if text is None:
        fail(file, "F103", "the file is not text that casedeck can read", _SAVE)
    return text


def _decoded(data: bytes, encoding: str, file: str) -> str:
    """The text of bytes in an encoding; a null where it is another one."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8-sig":
            _check_mixed(data, error.start, file)
        return "\0"


def _check_mixed(data: bytes, first: int, file: str) -> None:
    """Refuses a text that is UTF-8 but for a few bytes, the first of them at `first`: in Windows-1252 all its other accents would be
    garbled. Raises DeckError.
    """
    first += len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0  # which the decoder does not count
    right = data.decode("utf-8", "ignore")
    accents = len(right) - len(data.translate(None, bytes(range(128, 256))))
    wrong = len(data) - len(right.encode())
    if data.startswith(codecs.BOM_UTF8) or wrong <= accents:
        before = data[:first].decode("utf-8-sig")
        line = max(before.count("\n"), before.count("\r")) + 1
        word = before[-20:].splitlines()[-1] if before[-1:].strip("\r\n") else ""
        where = f'in line {line}, behind "{short(word)}",' if word.strip() else f"at the start of line {line}"
        fail(file, "F103", f"the file is UTF-8 text, but {where} stands a byte that is not", _SAVE)
