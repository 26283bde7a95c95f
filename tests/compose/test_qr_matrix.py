"""QR codes: the modules, against another maker of codes."""

from __future__ import annotations

import string

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from casedeck.compose.qr_matrix import qr_rows

LONGEST = 331


def _by_segno(text: str) -> list[str]:
    matrix = segno.make(text, error="m", mode="byte", micro=False, boost_error=False, mask=4).matrix
    return ["".join(map(str, row)) for row in matrix]


@pytest.mark.parametrize("length", range(LONGEST + 1))
def test_every_length(length: int) -> None:
    """Whatever its length, a text has the code that segno makes of it: every version, with and without padding."""
    text = ("https://example.org/" * 20)[:length] or "?"
    assert qr_rows(text) == _by_segno(text)


@given(st.text(string.ascii_letters + string.digits + string.punctuation, min_size=1, max_size=LONGEST))
def test_any_text(text: str) -> None:
    """Any text has the code that segno makes of it."""
    assert qr_rows(text) == _by_segno(text)


def test_too_long() -> None:
    """A text longer than any address in a file is refused rather than cut."""
    with pytest.raises(ValueError, match="too long"):
        qr_rows("x" * (LONGEST + 1))
