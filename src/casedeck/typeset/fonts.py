"""Fonts: what characters they hold and how wide words are.

reportlab parses the files and later embeds them; everything here is measured in ems (a fraction of the type
size).
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import NamedTuple

from reportlab.pdfbase.ttfonts import TTFontFace

from casedeck.model.signs import SOFT_HYPHEN
from casedeck.typeset.truetype import TrueType

_SPACES = "\N{NO-BREAK SPACE}"


class FontError(ValueError):
    """A font file cannot be used; the message says why, in words for the user."""


class _Advances(dict[str, float]):
    """The widths of characters in thousandths of an em, each looked up in the font when it is first met."""

    def __init__(self, face: TTFontFace) -> None:
        self._face = face

    def __missing__(self, char: str) -> float:
        width: float = self._face.getCharWidth(ord(char))
        self[char] = width
        return width


class Font:
    """One font file, ready to measure and to embed."""

    def __init__(self, data: bytes) -> None:
        if data[:4] == b"OTTO":
            raise FontError("it has PostScript (CFF) outlines; use a TrueType file (.ttf)")
        if data[:4] in (b"wOFF", b"wOF2"):
            raise FontError("it is a web font; use a TrueType file (.ttf)")
        self.name = "font-" + hashlib.sha256(data).hexdigest()[:12]
        try:
            self.ttf = TrueType(self.name, data)
        except Exception as error:  # on damaged files reportlab raises of everything
            raise FontError("it is not a TrueType font file that can be read") from error
        face = self.ttf.face
        if "fvar" in face.table:
            raise FontError("it is a variable font; use the static file of each weight")
        self.face_name = face.name.decode("latin-1")
        self.ascent = face.ascent / 1000
        self.descent = -face.descent / 1000
        self._advances = _Advances(face)
        self.hyphen = self._hyphen()

    def width(self, text: str) -> float:
        """The width of a text in ems."""
        return sum(map(self._advances.__getitem__, text)) / 1000

    def _hyphen(self) -> str:
        """What ends a line inside a word: a soft hyphen where the font draws one, for readers that put the
        word together again.
        """
        glyphs = self.ttf.face.charToGlyph
        drawn = {glyphs[char] for char in (0x2D, 0x2010) if char in glyphs}
        return SOFT_HYPHEN if glyphs.get(ord(SOFT_HYPHEN)) in drawn else "-"

    def missing(self, text: str) -> str:
        """The characters of the text that the font cannot draw, each once, in order."""
        glyphs = self.ttf.face.charToGlyph
        return "".join(
            dict.fromkeys(char for char in text if ord(char) not in glyphs and char not in _SPACES + "\n")
        )


class Fonts(NamedTuple):
    """The three weights of a theme."""

    regular: Font
    bold: Font
    black: Font

    def weight(self, name: str) -> Font:
        """The font for "regular", "bold" or "black"."""
        font: Font = getattr(self, name)
        return font


@lru_cache(maxsize=24)
def font(data: bytes) -> Font:
    """The font in these bytes, parsed once however often it is asked for.

    Raises FontError where the file is of a kind that would be drawn wrongly.
    """
    return Font(data)
