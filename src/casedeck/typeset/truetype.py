"""TrueType files read table by table.

reportlab reads a font file number by number, which takes longer than setting a card does. Here its long
tables (characters, widths, places of outlines) are read as arrays, with the same result; reportlab reads any
file in which these are out of the ordinary. The part of a font that a document embeds is kept for the next
document, which mostly has the same characters.
"""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from functools import lru_cache
from io import BytesIO
from weakref import WeakKeyDictionary

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTEncoding, TTFont, TTFontFace

_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0
_KEPT = 24
"""How many parts of fonts are kept: a few tens of kilobytes each."""


class _UnusualError(ValueError):
    """Something in the file is best left to reportlab."""


class _Face(TTFontFace):  # type: ignore[misc]
    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: N802, N803  # reportlab's names
        """Set what reportlab's own method of this name sets, or raise what it raises."""
        super().extractInfo(0)
        try:
            self._read_long_tables()
        except (ValueError, LookupError, struct.error):
            super().extractInfo(charInfo)

    def makeSubset(self, subset: list[int]) -> bytes:  # noqa: N802  # reportlab's name
        """A font file of these characters only."""
        return _subset(self, tuple(subset))

    def addSubsetObjects(self, doc: pdfdoc.PDFDocument, fontname: str, subset: list[int]) -> object:  # noqa: N802
        """What reportlab's own method gives, with the font file compressed already."""
        descriptor: object = super().addSubsetObjects(doc, fontname, subset)
        file = doc.idToObject[f"fontFile:{self.filename}({fontname})"]
        file.content = _packed(file.content)
        file.dictionary["Filter"] = pdfdoc.PDFArray([pdfdoc.PDFName("FlateDecode")])
        return descriptor

    def _read_long_tables(self) -> None:
        count, head = self.numGlyphs, self.seek_table("head")
        long_places, outline_format = struct.unpack_from(">2H", self._ttf_data, head + 50)
        if outline_format or long_places > 1 or count != self.get_ushort(self.seek_table("hhea") + 34):
            raise _UnusualError
        metrics = self._numbers("H", self.seek_table("hmtx"), 2 * count)
        scale = self._pdfScale(1)
        widths = [width * scale for width in metrics[::2]]
        glyphs = self._glyphs_of_characters()
        for one, other in ((_SPACE, _NO_BREAK_SPACE), (_NO_BREAK_SPACE, _SPACE)):
            if one in glyphs:
                glyphs[other] = glyphs[one]
                break
        self.hmetrics = list(zip(metrics[::2], metrics[1::2], strict=True))
        self.defaultWidth = widths[0]
        self.charToGlyph = glyphs
        self.charWidths = {char: widths[glyph] for char, glyph in glyphs.items() if glyph < count}
        places = self._numbers("I" if long_places else "H", self.seek_table("loca"), count + 1)
        self.glyphPos = places.tolist() if long_places else [2 * place for place in places]

    def _glyphs_of_characters(self) -> dict[int, int]:
        """What the last character map says, where it is one for Windows in the usual format: that is the one
        reportlab takes.
        """
        table = self.seek_table("cmap")
        last = table + 4 + 8 * (self.get_ushort(table + 2) - 1)
        platform, _, offset = struct.unpack_from(">2HL", self._ttf_data, last)
        at = table + offset
        kind, length, _, twice = struct.unpack_from(">4H", self._ttf_data, at)
        if last < table or platform != 3 or kind != 4 or twice % 2:
            raise _UnusualError
        columns = (at + 14, at + 16 + twice, at + 16 + 2 * twice, at + 16 + 3 * twice)
        ends, starts, deltas, skips = (self._numbers("H", column, twice // 2) for column in columns)
        found: dict[int, int] = {}
        before = -1
        for n, (start, end, delta, skip) in enumerate(zip(starts, ends, deltas, skips, strict=True)):
            listed = columns[3] + 2 * n + skip
            chars = range(start, end + 1)
            if start <= before or not chars or (skip and listed + 2 * len(chars) > at + length):
                raise _UnusualError
            if skip:
                glyphs = [
                    glyph and (glyph + delta) & 0xFFFF for glyph in self._numbers("H", listed, len(chars))
                ]
            else:
                glyphs = [(char + delta) & 0xFFFF for char in chars]
            found.update(zip(chars, glyphs, strict=True))
            before = end
        return found

    def _numbers(self, kind: str, start: int, count: int) -> array[int]:
        """So many unsigned numbers of 2 ("H") or 4 ("I") bytes."""
        numbers = array(kind)
        numbers.frombytes(self._ttf_data[start : start + count * numbers.itemsize])
        if len(numbers) != count:
            raise _UnusualError
        if sys.byteorder == "little":
            numbers.byteswap()
        return numbers


@lru_cache(maxsize=_KEPT)
def _subset(face: _Face, characters: tuple[int, ...]) -> bytes:
    made: bytes = TTFontFace.makeSubset(face, characters)
    return made


@lru_cache(maxsize=_KEPT)
def _packed(data: bytes) -> bytes:
    return zlib.compress(data)


class TrueType(TTFont):  # type: ignore[misc]
    """reportlab's font around a face that is read quickly; its text is never shaped."""

    def __init__(self, name: str, data: bytes) -> None:
        self.fontName = name
        self.face = _Face(BytesIO(data))
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[object, object] = WeakKeyDictionary()
        self._asciiReadable = rl_config.ttfAsciiReadable
        self.shapable = False
