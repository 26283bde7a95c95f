"""Rows of text as lines with commas between their cells."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from casedeck.tables.mending import disarmed


def write_separated(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """The headings and the rows, marked as Unicode; no spreadsheet takes a text for a formula."""
    made = StringIO(newline="")
    csv.writer(made).writerows([heads, *([disarmed(text) for text in row] for row in rows)])
    return made.getvalue().encode("utf-8-sig")
