"""JSON that takes long to read is refused before it is taken apart."""

from __future__ import annotations

import json

import pytest

from casedeck.errors import DeckError
from casedeck.tables.objects import MAX_SIGNS, objects


@pytest.mark.parametrize(
    "text",
    [
        "[" + "{}," * 300_000 + "{}]",
        "[" + "[]," * 300_000 + "]",
        '{"a":' * 300_000,
        "[" + "1," * 600_000 + "1]",
    ],
)
def test_signs_are_counted_first(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with more braces, brackets, commas or colons than any list of case studies is never taken
    apart.
    """
    monkeypatch.setattr(json, "loads", lambda _: pytest.fail("taken apart"))
    with pytest.raises(
        DeckError,
        match=r'F102 the file has [0-9,]+ of the sign "."; the limit is [0-9,]+; import it in parts',
    ):
        objects(text, "a.json")


def test_many_values_are_read() -> None:
    """Twin: five thousand items of forty values each are read."""
    item = "{" + ",".join(f'"k{number}": "v"' for number in range(40)) + "}"
    sheet = objects("[" + ",".join([item] * 4_999) + "]", "a.json")
    assert (len(sheet.rows), sheet.problem) == (5_000, "")
    assert MAX_SIGNS[":"] > 40 * 4_999
