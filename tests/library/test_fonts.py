"""Font files from users' folders: read in a moment, or refused with the reason."""

from __future__ import annotations

import struct
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.disk.folder import font_folder
from casedeck.library.fonts import MAX_CHARACTERS, read_font
from casedeck.typeset.fonts import FontError
from tests.support.work import at_most

LARGEST = 3_000_000
"""The lines of Python that the largest font takes are half of these."""
UNREADABLE = "it is not a TrueType font file that can be read"


@cache
def lato() -> bytes:
    """A real font file."""
    return (font_folder() / "Lato-Regular.ttf").read_bytes()


@cache
def _tables() -> dict[bytes, tuple[int, int]]:
    (count,) = struct.unpack_from(">4xH", lato())
    entries = [struct.unpack_from(">4s4xLL", lato(), 12 + 16 * number) for number in range(count)]
    return {tag: (offset, length) for tag, offset, length in entries}


def _with_cmap(cmap: bytes) -> bytes:
    """The real font with another character map at its end."""
    data = bytearray(lato())
    entry = data.index(b"cmap", 12)
    data[entry + 8 : entry + 16] = struct.pack(">LL", len(data), len(cmap))
    return bytes(data) + cmap


def _format_12(*groups: tuple[int, int, int], kind: int = 12) -> bytes:
    """A character map of groups; of the kind 13, all characters of a group have one glyph."""
    body = b"".join(struct.pack(">LLL", *group) for group in groups)
    return (
        struct.pack(">HHHHL", 0, 1, 3, 10, 12)
        + struct.pack(">HHLLL", kind, 0, 16 + len(body), 0, len(groups))
        + body
    )


def _format_4(segments: int) -> bytes:
    ends, starts, rest = b"\xff\xff" * segments, b"\0\0" * segments, b"\0\0" * segments
    body = struct.pack(">HHHH", segments * 2, 0, 0, 0) + ends + b"\0\0" + starts + rest + rest
    return struct.pack(">HHHHL", 0, 1, 3, 1, 12) + struct.pack(">HHH", 4, (6 + len(body)) & 0xFFFF, 0) + body


def test_a_real_font() -> None:
    """A TrueType font can be measured."""
    assert read_font(lato()).width("a") > 0.3


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", UNREADABLE),
        (b"\0\1\0\0", UNREADABLE),
        (b"\0\1\0\0" + bytes(99), UNREADABLE),
        (b"%PDF-1.7", UNREADABLE),
        (b"OTTO" + bytes(99), "it has PostScript (CFF) outlines; use a TrueType file (.ttf)"),
        (b"wOFF" + bytes(99), "it is a web font; use a TrueType file (.ttf)"),
        (b"wOF2" + bytes(99), "it is a web font; use a TrueType file (.ttf)"),
        (b"ttcf" + bytes(99), "it is a collection of fonts; use a TrueType file of one font (.ttf)"),
    ],
)
def test_refused(data: bytes, reason: str) -> None:
    """A file that is no TrueType font is refused with what it is and what to use."""
    with pytest.raises(FontError) as caught:
        read_font(data)
    assert str(caught.value) == reason


@pytest.mark.parametrize(
    "cmap",
    [
        _format_12((0, 0xFFFFFFFF, 1)),
        _format_12(*[(0, 0xFFFF, 1)] * 30_000),
        _format_4(30_000),
        _format_12((0, MAX_CHARACTERS, 0)),
        _format_12((0, MAX_CHARACTERS, 5), kind=13),
    ],
    ids=[
        "four thousand million",
        "the same again and again",
        "overlapping",
        "one too many",
        "one glyph for all",
    ],
)
def test_character_map_bombs(cmap: bytes) -> None:
    """A font that claims more characters than there are is refused before they are read, which would take
    hours.
    """
    with at_most(100_000), pytest.raises(FontError, match=r"^it claims more than 300,000 characters$"):
        read_font(_with_cmap(cmap))


def test_large_character_map() -> None:
    """A font with three hundred thousand characters is read: the largest real ones have a third of that."""
    with at_most(LARGEST) as lines:
        assert read_font(_with_cmap(_format_12((0, MAX_CHARACTERS - 1, 5), kind=13))).width("a") >= 0
    assert lines[0] > MAX_CHARACTERS


def test_damaged_outlines() -> None:
    """A font whose outlines lie outside the file, or whose characters have none, is refused before a page is
    drawn with it.
    """
    offset, length = _tables()[b"loca"]
    data = bytearray(lato())
    data[offset + length // 2] = 0xFF
    for broken in (bytes(data), _with_cmap(_format_12((65, 90, 60_000)))):
        with pytest.raises(FontError, match=r"^its outlines are damaged$"):
            read_font(broken)


def test_many_character_maps() -> None:
    """A font with thousands of character maps is refused before they are looked at."""
    cmap = struct.pack(">HH", 0, 65) + bytes(8 * 65)
    again = bytearray(_with_cmap(struct.pack(">HH", 0, 1) + bytes(8)))
    (count,) = struct.unpack_from(">4xH", again)
    again[4:6] = struct.pack(">H", count + 64)  # the file's table of tables ends with 65 of one name
    again[12 + 16 * count : 12 + 16 * count] = bytes(again[again.index(b"cmap", 12) :][:16]) * 64
    for data in (_with_cmap(cmap), bytes(again)):
        with at_most(100_000), pytest.raises(FontError, match=r"^it has more than 64 character maps$"):
            read_font(data)


@given(st.binary(max_size=200) | st.builds(lambda rest: b"\0\1\0\0" + rest, st.binary(max_size=200)))
def test_any_bytes(data: bytes) -> None:
    """Any bytes are a font or a FontError."""
    _read_or_refused(data)


@given(
    st.sampled_from([b"cmap", b"head", b"hhea", b"maxp", b"name", b"post", b"OS/2", b"hmtx", b"loca", b""]),
    st.lists(
        st.tuples(st.integers(0, 400), st.sampled_from([0, 1, 2, 127, 128, 255])), min_size=1, max_size=6
    ),
    st.none() | st.integers(0, 600_000),
)
def test_damaged_fonts(table: bytes, changes: list[tuple[int, int]], cut: int | None) -> None:
    """A real font with a few bytes changed, or its end missing, is a font or a FontError."""
    data = bytearray(lato())
    offset, length = _tables().get(table, (0, 400))
    for at, value in changes:
        data[offset + at % length] = value
    _read_or_refused(bytes(data[:cut]))


def _read_or_refused(data: bytes) -> None:
    reason = ""
    with at_most(LARGEST):
        try:
            read_font(data)
        except FontError as error:
            reason = str(error)
    assert reason.isprintable()
