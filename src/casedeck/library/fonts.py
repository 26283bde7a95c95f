"""Font files from users' folders, with the limits that keep a hostile one from harm."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from casedeck.typeset.fonts import Font, FontError, font

MAX_CHARACTERS = 300_000
_MAX_TABLES = 64
_TRUETYPE = (b"\0\1\0\0", b"true")


def read_font(data: bytes) -> Font:
    """The font in a file's bytes. Raises FontError where it cannot be used, or would take a long time to
    read.
    """
    if data[:4] == b"ttcf":
        raise FontError("it is a collection of fonts; use a TrueType file of one font (.ttf)")
    try:
        if data[:4] in _TRUETYPE and max(_mapped(data), default=0) > MAX_CHARACTERS:
            raise FontError(f"it claims more than {MAX_CHARACTERS:,} characters")
        loaded = font(data)
        if not _whole(loaded):
            raise FontError("its outlines are damaged")
    except FontError:
        raise
    except (
        Exception
    ) as error:  # reportlab raises of everything on damaged files, struct.error and AttributeError among them
        raise FontError("it is not a TrueType font file that can be read") from error
    return loaded


def _whole(loaded: Font) -> bool:
    """True where every character has an outline and every outline lies within the file's table of them."""
    face = loaded.ttf.face
    _, length = face.get_table_pos("glyf")
    starts: list[int] = face.glyphPos
    return (
        starts == sorted(starts)
        and starts[-1] <= length
        and max(face.charToGlyph.values(), default=0) < len(starts) - 1
    )


def _mapped(data: bytes) -> Iterator[int]:
    """How many characters each of the font's character maps lists, with those listed twice counted twice."""
    whole = 0
    for offset in _tables(data, b"cmap"):
        (count,) = struct.unpack_from(">2xH", data, offset)
        whole += count
        if whole > _MAX_TABLES:
            raise FontError(f"it has more than {_MAX_TABLES} character maps")
        for number in range(count):
            (at,) = struct.unpack_from(">4xL", data, offset + 4 + 8 * number)
            yield _characters(data, offset + at)


def _tables(data: bytes, tag: bytes) -> Iterator[int]:
    (count,) = struct.unpack_from(">4xH", data)
    for number in range(count):
        name, offset = struct.unpack_from(">4s4xL", data, 12 + 16 * number)
        if name == tag:
            yield offset


def _characters(data: bytes, at: int) -> int:
    (kind,) = struct.unpack_from(">H", data, at)
    if kind == 4:
        (twice,) = struct.unpack_from(">6xH", data, at)
        ends = struct.unpack_from(f">{twice // 2}H", data, at + 14)
        starts = struct.unpack_from(f">{twice // 2}H", data, at + 16 + twice)
        return sum([max(0, end - start + 1) for start, end in zip(starts, ends, strict=True)])
    if kind in (12, 13):
        (groups,) = struct.unpack_from(">12xL", data, at)
        spans = struct.iter_unpack(">LLL", data[at + 16 : at + 16 + 12 * groups])
        return sum([max(0, end - start + 1) for start, end, _ in spans])
    return 0
