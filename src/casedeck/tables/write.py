"""Rows of text to the bytes of a spreadsheet, by the kind of file that its ending says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from casedeck.tables.write_objects import write_objects
from casedeck.tables.write_separated import write_separated

Write = Callable[[Sequence[str], Sequence[Sequence[str]]], bytes]
"""The bytes of a file with these headings and these rows of texts."""


def _workbook(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    from casedeck.tables.write_workbook import write_workbook  # brings openpyxl, which is slow to import

    return write_workbook(heads, rows)


WRITERS: Mapping[str, Write] = {
    ".csv": write_separated,
    ".xlsx": _workbook,
    ".json": write_objects,
}
"""The files that can be written, by their endings."""
