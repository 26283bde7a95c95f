"""Rows written to each kind of spreadsheet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.tables.mending import mend
from casedeck.tables.read import READERS, read_sheets
from casedeck.tables.write import WRITERS

texts = st.text("abc é,\"'=+@", min_size=1, max_size=9).filter(lambda text: text == mend(text).text != "")


@pytest.mark.parametrize("ending", WRITERS)
@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=4))
def test_what_is_written_is_read(ending: str, rows: list[tuple[str, str]]) -> None:
    """Each kind that can be written can be read, with the headings first and every text as it was."""
    data = WRITERS[ending](["Title", "Overview"], rows)
    read = [sheet.rows for sheet in read_sheets(data, f"a{ending}") if sheet.likely]
    cells = [tuple(mend(cell).text for cell in row.cells) for row in read[0]]
    assert cells == [("Title", "Overview"), *rows]


def test_every_kind_that_is_written_is_read() -> None:
    """No ending is written that is not read; the same rows give the same bytes."""
    assert WRITERS.keys() <= READERS.keys()
    for write in WRITERS.values():
        assert write(["A"], [["b"]]) == write(["A"], [["b"]])
