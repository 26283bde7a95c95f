"""QR codes as pictures."""

from __future__ import annotations

import pytest
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


@pytest.mark.parametrize("version", range(1, 41))
def test_every_size(version: int) -> None:
    """Codes of all forty sizes are those that segno makes."""
    length = next(count for count in range(1, 2400) if _version("x" * count) == version)
    address = "".join(chr(ord("a") + place % 23) for place in range(length))
    assert len(qr_code(address).rows) == 17 + 4 * version
    assert qr_code(address).rows == made_by_segno(address)


def _version(text: str) -> int:
    from segno import consts, encoder

    segments = encoder.prepare_data(text, None, None)
    found: int = encoder.find_version(segments, consts.ERROR_LEVEL_M, eci=False, micro=False)
    return found


def test_addresses_are_short_for_people() -> None:
    """What every address begins with is left out, and a last slash."""
    assert short_address("https://example.org/page/") == "example.org/page"
    assert short_address("mailto:a@example.org") == "a@example.org"
