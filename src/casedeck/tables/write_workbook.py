"""Rows of text as an Excel workbook: the same rows give the same bytes."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.etree.ElementTree import canonicalize

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

_THEN = dt.datetime(2000, 1, 1)  # noqa: DTZ001  # workbooks know no time zones
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NARROW, _WIDE = 18, 48
_LONG = 60
"""A column with a text of more characters is a wide one."""


def write_workbook(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook of one worksheet, its headings bold and always in sight; every cell is text, whatever it
    starts with.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Case studies"
    for number, row in enumerate([heads, *rows], 1):
        for index, text in enumerate(row, 1):
            if text:
                cell = sheet.cell(number, index, text)
                cell.data_type = "s"
                cell.quotePrefix = text[:1] in "=+-@'"
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                if number == 1:
                    cell.font = Font(bold=True)
    for index in range(len(heads)):
        longest = max((len(row[index]) for row in rows), default=0)
        sheet.column_dimensions[get_column_letter(index + 1)].width = _WIDE if longest > _LONG else _NARROW
    sheet.freeze_panes = "C2"
    book.properties.creator = "casedeck"
    book.properties.created = _THEN
    made = BytesIO()
    book.save(made)
    return _dated(made.getvalue())


def _dated(data: bytes) -> bytes:
    """The same workbook with fixed dates in place of now, and its XML written in the one canonical way."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", part)
            part = (
                _HEAD + canonicalize(part.decode()).encode()
            )  # openpyxl writes with lxml where that is installed, and then otherwise
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(info, part)
    return made.getvalue()
