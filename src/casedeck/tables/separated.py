"""Texts whose cells are parted by commas, semicolons or tabs, as rows."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from casedeck.tables.encodings import decoded
from casedeck.tables.sheet import Sheet, too_many_columns, within_limits

MAX_LINES = 400_000
"""How many lines a text may have, blank ones and those within cells counted."""
MAX_OPEN = 200_000
"""How many separators and lines may stand in one row, those within its texts counted."""
_SEPARATORS = "\t;,"
_OPEN = (
    'a quotation mark (") opens a cell and does not close it; '
    'take it out, write it twice (""), or save the sheet as .xlsx'
)
_TOP = 4_000
"""How many characters of a text are looked at for the separator that it likely has."""


def read_separated(data: bytes, file: str) -> Iterator[Sheet]:
    """The ways in which a text file can be taken for a sheet, with a note on how its letters were read.
    Raises DeckError.
    """
    text, note = decoded(data, file)
    return (sheet._replace(note=note) for sheet in separated(text))


def separated(text: str) -> Iterator[Sheet]:
    """The ways in which a text can be taken for a sheet, one for each separator."""
    likely = max(_SEPARATORS, key=text[:_TOP].count)
    if text[:4].lower() == "sep=":  # a line for Excel, which it does not count
        text = text.partition("\n")[2]
    return (_separated(text, separator)._replace(likely=separator == likely) for separator in _SEPARATORS)


def _separated(text: str, separator: str) -> Sheet:
    """The rows of a text whose cells are parted by a separator, without what is blank at its end."""
    text = text.rstrip(f"\r\n {separator}")
    if (lines := text.count("\n") + text.count("\r") - text.count("\r\n")) > MAX_LINES:
        return Sheet(
            "", (), problem=f"the file has {lines:,} lines; the limit is {MAX_LINES:,}; delete the empty ones"
        )
    sheet = _parsed(text, separator, csv.QUOTE_MINIMAL)
    if separator == "\t" and _OPEN in sheet.problem:
        plain = _parsed(text, separator, csv.QUOTE_NONE)
        return sheet if plain.problem else plain
    return sheet


def _parsed(text: str, separator: str, quoting: Any) -> Sheet:
    """The rows up to the first that is not as a spreadsheet writes it."""
    read, held = 0, 0
    stopped = ""

    def lines() -> Iterator[str]:
        nonlocal held, stopped
        for line in StringIO(text, newline=""):
            held += line.count(separator) + 1
            if held > MAX_OPEN:
                stopped = too_many_columns(read + 1, held)
                return
            yield line

    def rows() -> Iterator[tuple[int, list[str]]]:
        nonlocal read, held, stopped
        try:
            for cells in csv.reader(lines(), delimiter=separator, quoting=quoting, strict=True):
                if stopped:
                    return
                read, held = read + 1, 0
                yield read, cells
        except csv.Error as error:
            long = f"row {read + 1} has a cell of more than {csv.field_size_limit():,} characters"
            stopped = stopped or (long if "field larger" in str(error) else f"in row {read + 1} {_OPEN}")

    found, problem = within_limits(rows())
    return Sheet("", found, problem=problem or stopped)
