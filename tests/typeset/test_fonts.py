"""Fonts: what is measured, and which files are refused."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from PIL import ImageFont

from casedeck.disk.folder import font_folder
from casedeck.typeset.fonts import FontError, font

LATO = (font_folder() / "Lato-Regular.ttf").read_bytes()


def test_widths_are_those_of_the_font() -> None:
    """A text is as wide as its characters one by one, in ems, as FreeType reads them."""
    drawn = ImageFont.truetype(BytesIO(LATO), 1000, layout_engine=ImageFont.Layout.BASIC)
    text = "Café £15bn – “yes”"
    expected = sum(drawn.getlength(char) for char in text) / 1000
    assert abs(font(LATO).width(text) - expected) < 0.001 * len(text)


def test_a_font_is_parsed_once() -> None:
    """The same bytes give the same font."""
    assert font(LATO) is font(bytes(LATO))


def test_missing_characters_are_named_once_in_order() -> None:
    """What the font cannot draw, but not spaces that are drawn as nothing."""
    assert font(LATO).missing("a漢b字漢\u00a0\n") == "漢字"


def test_nothing_is_missing_from_english() -> None:
    """Lato has what English cards need."""
    assert font(LATO).missing("“It’s 5–10 °C” — £, €, ½, • and café…") == ""


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"OTTO" + LATO[4:], "CFF"),
        (b"wOFF" + LATO[4:], "web font"),
        (b"wOF2" + LATO[4:], "web font"),
        (b"", "not a TrueType"),
    ],
    ids=["cff", "woff", "woff2", "empty"],
)
def test_kinds_of_file_that_would_be_drawn_wrongly_are_refused(data: bytes, said: str) -> None:
    """The message names the kind of file."""
    with pytest.raises(FontError, match=said):
        font(data)


@pytest.mark.parametrize("cut", [4, 12, 200, 5000, len(LATO) // 2])
def test_a_cut_off_font_is_refused(cut: int) -> None:
    """A file that ends too soon is a FontError, never another."""
    with pytest.raises(FontError):
        font(LATO[:cut])


def test_a_variable_font_is_refused() -> None:
    """Its default instance would be drawn without a word, so it is refused."""
    tables = struct.unpack(">H", LATO[4:6])[0]
    end_of_directory = 12 + 16 * tables
    directory = b"".join(
        tag + struct.pack(">III", checksum, offset + 16, length)
        for tag, checksum, offset, length in struct.iter_unpack(">4sIII", LATO[12:end_of_directory])
    )
    fvar = b"fvar" + struct.pack(">III", 0, len(LATO) + 16, 0)
    variable = (
        LATO[:4] + struct.pack(">H", tables + 1) + LATO[6:12] + directory + fvar + LATO[end_of_directory:]
    )
    with pytest.raises(FontError, match="variable"):
        font(variable)
