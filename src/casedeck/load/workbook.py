"""Excel workbooks (.xlsx) to rows of text, after a look at what is inside. Only this module reads with openpyxl."""

from __future__ import annotations

import datetime as dt
import re
import sys
import warnings
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.cell.read_only import EMPTY_CELL

from casedeck.errors import DeckError
from casedeck.load.quote import short
from casedeck.load.table import MAX_COLUMNS, Sheet, fail, shown_number, within_limits

MAX_PARTS = 1_000
MAX_PART_BYTES = 15_000_000
MAX_ALL_BYTES = 40_000_000
MAX_MARKS = {
    "sheet": (200, "worksheets"),
    "si": (300_000, "different texts"),
    "row": (1_048_576, "rows in one worksheet"),
    "c": (1_000_000, "cells in one worksheet"),
    "definedName": (20_000, "names of ranges"),
    "Override": (10_000, "kinds of parts"),
    "Relationship": (100_000, "links between parts"),
}
"""How often an element may stand in a part, and what it is: far more than honest workbooks have, and few enough to be read in seconds."""
MAX_LOOKS = 150_000
"""How many elements the part with fonts, colours and formats may have."""
_LOOKS = "xl/styles.xml"
_TEXT_PARTS = (".xml", ".rels")
_LAST_ROW = 1_048_576
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([^"']*)["']""")
_ENCODINGS = (b"utf-8", b"us-ascii", b"ascii")
_SHAPE = re.compile(r"([^#0.,%?/E@dmyhs]{0,5})((?:#,##)?#*0+)(?:\.(0+))?(%?)([^#0.,%?/E@dmyhs]{0,5})")
_MARK = re.compile(rf"<(?:[^\s<>/:]+:)?({'|'.join(MAX_MARKS)})[\s/>]".encode())
_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>]")
_UNPACKING = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
_AS_CSV = "save the sheet as .csv"
_NO_RESULT = "a formula without a result; open the file in Excel, save it and import it again"


def read_workbook(data: bytes, file: str) -> Iterator[Sheet]:
    """The worksheets of a workbook in order. Raises DeckError for one that is broken or holds what no workbook needs."""
    data, has_formulas = _text_parts(data, file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl says here which looks of a workbook it passes over
            values = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
            formulas = openpyxl.load_workbook(BytesIO(data), read_only=True) if has_formulas else None
            sheets: list[Any] = list(values.worksheets)
            names = [sheet.title for sheet in sheets]
            if not sheets:
                fail(file, "F110", "the workbook has no worksheet", "open it in Excel, put the table into a worksheet and save it again")
            if len({sheet._worksheet_path for sheet in sheets}) < len(names):  # noqa: SLF001  # each would be read again
                fail(file, "F110", "two worksheets of the workbook are one and the same", _AS_CSV)
            for sheet in sheets:
                others = tuple(name for name in names if name != sheet.title)
                yield _sheet(sheet, formulas[sheet.title] if formulas else None)._replace(others=others)
    except (DeckError, GeneratorExit):
        raise
    except Exception as error:  # noqa: BLE001  # a broken file can raise anything from deep inside
        fail(file, "F110", f"the workbook is broken: {type(error).__name__}", "open it in Excel and save it again, or save it as .csv")


def _text_parts(data: bytes, file: str) -> tuple[bytes, bool]:
    """The same workbook with nothing in it but XML that names no entities and unpacks to a bearable size, and whether it has formulas.

    Raises DeckError.
    """
    made, has_formulas = BytesIO(), False
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts, zipfile.ZipFile(made, "w") as kept:
            wanted = {part.filename: part for part in parts.infolist() if part.filename.lower().endswith(_TEXT_PARTS)}
            if "xl/workbook.xml" not in wanted:
                fail(file, "F110", "this is not an Excel workbook", "save it as .xlsx or .csv")
            sizes = [part.file_size for part in wanted.values()]
            if len(sizes) > MAX_PARTS or sum(sizes) > MAX_ALL_BYTES or max(sizes) > MAX_PART_BYTES:
                fail(file, "F102", f"the workbook unpacks to {sum(sizes):,} bytes in {len(sizes):,} parts", _AS_CSV)
            for name, part in wanted.items():
                text = parts.read(part)
                _check_part(text, file)
                _check_amount(name, text, file)
                has_formulas = has_formulas or bool(_FORMULA.search(text))
                kept.writestr(name, text)
    except _UNPACKING as error:
        fail(file, "F110", f"the workbook cannot be unpacked: {error}", "open it in Excel and save it again, or save it as .csv")
    return made.getvalue(), has_formulas


def _check_part(text: bytes, file: str) -> None:
    """Refuses entities, and encodings in which they could hide."""
    declared = _ENCODING.match(text.removeprefix(b"\xef\xbb\xbf"))
    if b"\0" in text or (declared and declared[1].lower() not in _ENCODINGS):
        fail(file, "F110", "a part of the workbook is not UTF-8", "open it in Excel and save it again")
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        fail(file, "F110", "the workbook defines entities, which none needs", _AS_CSV)


def _check_amount(name: str, text: bytes, file: str) -> None:
    """Refuses what packs into little and takes long to read."""
    if name == _LOOKS and (many := text.count(b"<")) > MAX_LOOKS:
        fail(file, "F102", f"the workbook has {many:,} elements of style; the limit is {MAX_LOOKS:,}", _AS_CSV)
    for mark, many in Counter(_MARK.findall(text)).items():
        most, what = MAX_MARKS[mark.decode()]
        if many > most:
            fail(file, "F102", f"the workbook has {many:,} {what}; the limit is {most:,}", _AS_CSV)


def _sheet(sheet: Any, formulas: Any) -> Sheet:
    remarks: dict[tuple[int, int], str] = {}

    def texts() -> Iterator[tuple[int, list[str]]]:
        for number, cells in _rows(sheet):
            made = [("", "") if cell is EMPTY_CELL else _shown(cell) for cell in cells]
            remarks.update({(number, index): text for index, (_, text) in enumerate(made) if text})
            yield number, [text for text, _ in made]

    rows, problem = within_limits(texts())
    filled = {row.number: row.cells for row in rows}
    for number, cells in _rows(formulas) if formulas else ():
        for index, cell in enumerate(cells):
            if cell.data_type == "f" and not "".join(filled.get(number, ())[index : index + 1]) and (number, index) not in remarks:
                remarks[number, index] = _NO_RESULT
    return Sheet(sheet.title, rows, "row", problem, remarks)


def _rows(sheet: Any) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The rows in which any cell is filled; the sheet's own word on how large it is may be wrong."""
    sheet.reset_dimensions()
    blank: Any = None
    for number, cells in enumerate(sheet.iter_rows(max_row=_LAST_ROW, max_col=MAX_COLUMNS + 1), 1):
        if cells is blank:
            continue
        filled = [cell for cell in cells if cell is not EMPTY_CELL]
        if not filled:
            blank = cells
        elif any([cell.value is not None for cell in filled]):
            yield number, cells


def _shown(cell: Any) -> tuple[str, str]:
    """A cell's text as Excel shows it, as far as is reasonable, and what is wrong with it."""
    if cell.data_type == "e":
        return "", f"holds the error {short(str(cell.value))}"
    return _text(cell.value, cell), ""


def _text(value: Any, cell: Any) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return _number(value, cell.number_format)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    return "" if value is None else str(value).replace("_x000D_", "")


def _number(value: float, shape: str) -> str:
    """A number in its format: percent, a currency, thousands and decimals; in any other format, or too large for one, as it is."""
    if not abs(value) <= sys.float_info.max:  # nor is what is not a number
        return str(value)
    shape = re.sub(r"_.|\*.|\\|\[\$-[^\]]*\]", "", shape.partition(";")[0])
    shape = re.sub(r'\[\$([^\]-]*)[^\]]*\]|"([^"]*)"', lambda found: found[1] or found[2] or "", shape)
    found = _SHAPE.fullmatch(shape)
    if found is None:
        return shown_number(value)
    before, digits, decimals, percent, behind = (part or "" for part in found.groups())
    places = Decimal(1).scaleb(-len(decimals))
    try:
        exact = (abs(Decimal(repr(value))) * (100 if percent else 1)).quantize(places, ROUND_HALF_UP)
    except InvalidOperation:  # it has more digits than decimals are worked out with
        return shown_number(value)
    width = digits.count("0") + (len(decimals) + 1 if decimals else 0)
    number = f"{exact:,f}" if "," in digits else f"{exact:f}".zfill(width)
    return f"{'-' if value < 0 else ''}{before.strip()}{number}{percent}{behind.rstrip()}"
