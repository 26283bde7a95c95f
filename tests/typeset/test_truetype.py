"""TrueType files: read quickly, with the result that reportlab has."""

from __future__ import annotations

import struct
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import reportlab
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFontFace

from casedeck.disk.folder import font_folder
from casedeck.typeset.truetype import TrueType

FACTS = (
    "name",
    "charToGlyph",
    "charWidths",
    "defaultWidth",
    "hmetrics",
    "glyphPos",
    "numGlyphs",
    "ascent",
    "descent",
    "bbox",
    "flags",
)
FILES = sorted([*font_folder().glob("*.ttf"), *(Path(reportlab.__file__).parent / "fonts").glob("*.ttf")])


def _facts(face: Any) -> dict[str, Any]:
    return {fact: getattr(face, fact) for fact in FACTS}


def _by_reportlab(data: bytes) -> dict[str, Any] | None:
    try:
        return _facts(TTFontFace(BytesIO(data)))
    except Exception:  # noqa: BLE001  # it raises of everything
        return None


def _by_us(data: bytes) -> dict[str, Any] | None:
    try:
        return _facts(TrueType("font", data).face)
    except Exception:  # noqa: BLE001  # what reportlab raises
        return None


@cache
def _lato() -> bytes:
    return (font_folder() / "Lato-Regular.ttf").read_bytes()


@cache
def _offsets() -> dict[bytes, int]:
    (count,) = struct.unpack_from(">4xH", _lato())
    return dict(struct.unpack_from(">4s4xL", _lato(), 12 + 16 * number) for number in range(count))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_real_fonts(path: Path) -> None:
    """Whatever reportlab finds in a font file is found."""
    assert _by_us(path.read_bytes()) == _by_reportlab(path.read_bytes())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_parts_of_fonts(path: Path) -> None:
    """The part of a font with some characters is as reportlab cuts it out, again and again."""
    ours, theirs = TrueType("font", path.read_bytes()).face, TTFontFace(BytesIO(path.read_bytes()))
    for characters in ([*range(32, 127), 0xE9], [0, 0x41], [*range(32, 127), 0xE9]):
        assert ours.makeSubset(characters) == theirs.makeSubset(characters)


def test_read_quickly() -> None:
    """The fonts that ship are not left to reportlab, which keeps the characters of each glyph."""
    assert not hasattr(TrueType("font", _lato()).face, "glyphToChar")


@given(
    st.sampled_from([b"cmap", b"head", b"hhea", b"maxp", b"hmtx", b"loca"]),
    st.lists(
        st.tuples(st.integers(0, 400), st.sampled_from([0, 1, 2, 127, 128, 255])), min_size=1, max_size=4
    ),
    st.none() | st.integers(0, 600_000),
)
def test_damaged_fonts(table: bytes, changes: list[tuple[int, int]], cut: int | None) -> None:
    """A damaged font is refused, or read, exactly where reportlab refuses or reads it."""
    data = bytearray(_lato())
    for at, value in changes:
        data[_offsets()[table] + at] = value
    assert _by_us(bytes(data[:cut])) == _by_reportlab(bytes(data[:cut]))
