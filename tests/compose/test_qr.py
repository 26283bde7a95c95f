"""QR codes as pictures."""

from __future__ import annotations

import segno
from hypothesis import given
from hypothesis import strategies as st

from casedeck.compose.qr import MASK, qr_code, short_address


def made_by_segno(address: str) -> tuple[bytes, ...]:
    """The rows that segno makes without our help."""
    code = segno.make(address, error="m", micro=False, boost_error=False, mask=MASK)
    return tuple(map(bytes, code.matrix))


@given(
    st.one_of(st.text(min_size=1, max_size=300), st.from_regex(r"https://[a-z]{1,20}\.org/[A-Z0-9-]{0,60}"))
)
def test_any_address(address: str) -> None:
    """Module for module what segno makes of any text, whatever the form in which it writes that."""
    assert qr_code(address).rows == made_by_segno(address)


def test_addresses_are_short_for_people() -> None:
    """What every address begins with is left out, and a last slash."""
    assert short_address("https://example.org/page/") == "example.org/page"
    assert short_address("mailto:a@example.org") == "a@example.org"
