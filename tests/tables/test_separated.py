"""Texts that take long to read: how much of them is read, in rows, before they are refused."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

import pytest

from casedeck.tables.separated import MAX_LINES, separated
from casedeck.tables.sheet import MAX_CELLS, MAX_ROWS


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many cells each row had that the parser gave, as it gave them."""
    cells: list[int] = []
    real = csv.reader

    def reader(*arguments: Any, **named: Any) -> Iterator[list[str]]:
        for row in real(*arguments, **named):
            cells.append(len(row))
            yield row

    monkeypatch.setattr(csv, "reader", reader)
    return cells


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "Title\n" + "\n" * 2_000_000 + "x",
            "the file has 2,000,001 lines; the limit is 400,000; delete the empty ones",
        ),
        ("Title\r" + "\r\n" * 500_000 + "x", "the file has 500,001 lines; the limit is 400,000"),
        ("Title" + "," * 3_000_000 + "x", "row 1 has 3,000,001 columns; the limit is 200"),
        (
            ("," * 1_000 + "\n") * 3_000 + "x",
            "up to row 1199 there are 1,200,199 cells, most of them empty; delete the empty rows",
        ),
        ("a," * 3 + "\n" + "x\n" * 9_000, "the sheet has more than 5,000 rows"),
        ('a,"' + "x\n" * 200_000, "row 1 has a cell of more than 131,072 characters"),
        ('"\n",' * 300_000, "row 1 has 200,001 columns; the limit is 200"),
    ],
)
def test_reading_stops_at_the_limit(text: str, problem: str, read: list[int]) -> None:
    """Blank lines, separators, empty cells and an open quotation mark without end are refused before they are
    read to their end.
    """
    ways = list(separated(text))
    assert problem in ways[-1].problem
    assert len(read) <= len(ways) * (MAX_ROWS + 1)
    assert sum(read) <= len(ways) * (MAX_CELLS + MAX_ROWS)


def test_what_is_blank_at_the_end_is_not_read(read: list[int]) -> None:
    """Twin: a sheet with a million blank lines and separators below its rows is read as if they were not
    there.
    """
    *_, sheet = separated("Title,Overview\nA,B\n" + ",\n" * (MAX_LINES * 2))
    assert ([row.cells for row in sheet.rows], sheet.problem) == ([("Title", "Overview"), ("A", "B")], "")
    assert sum(read) < 20
