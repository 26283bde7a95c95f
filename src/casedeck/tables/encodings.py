"""The letters of a text file from a spreadsheet, whichever computer wrote it; where they cannot be told for
certain, no letters at all.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from casedeck.errors import DeckError, Place, Problem
from casedeck.tables.sheet import fail
from casedeck.wording import short

MACINTOSH = 'The file is "Macintosh" text, and was read so. Look at its accents and quotation marks.'
_SAVE = 'save it as "CSV UTF-8" or as .xlsx'
_NO_TEXT = "the file is not text that casedeck can read"
_LARGE = "À-ÖØ-ÞŠŒŽŸ"
_NO_LETTERS = "¡¢£¤¥¦§©¬®¯±´¶¸¹²³¼½¾¿†‡•‰™∂∆∏∑∫√∞≈≠≤≥◊Ωπƒ˜ˆˇ˘˙˚¸˝˛ıﬁﬂ"
_BEFORE_SMALL = "¬¯´¶¸¹²³¼½¾¦"
_STRANGE = re.compile(
    rf"(?<=[a-zß-öø-ÿ])[{_LARGE}]|(?<![^\s(])[ÐÕÒÓ](?![^\s,.;:)])|(?<=[^\W\d_])[{_NO_LETTERS}](?=[^\W\d_])|[{_BEFORE_SMALL}](?=[a-zß-öø-ÿ])"
    r"|[^\W\d_\x00-\x7f]{4}|£(?=[À-ÿ])|(?<=[^\W\d_])[‚„]|(?<=[^\W\d_])[“”](?=[^\W\d_])|(?<![^\W\d_])œ(?=\d)"
)
"""What a text has that is read with the wrong letters: a capital within a word, a sign where only a letter
can be, or accents alone.

The last three are what é, ä, ô, ö and £ of an MS-DOS text are to Windows.
"""
_ICELANDIC = re.compile(r"[þðýÞÐÝ]")
_ICELANDIC_TOO = re.compile(r"[áéíóúæÁÉÍÓÚÆ]")
"""Letters of which a text with the first ones has some: else they are Turkish ones, written with the same
bytes.
"""
_SHARE = 4
"""One letter that is strange in so many that are not plain, and the letters are wrong."""
_LOOKED_AT = 200_000
_BETWEEN = re.compile(r"""[\s,;"]""")


class Decoded(NamedTuple):
    """The text of a file, and what is to be said of its letters."""

    text: str
    note: str = ""


def decoded(data: bytes, file: str) -> Decoded:
    """The text of a file in UTF-8, UTF-16 (Excel's "Unicode text"), Windows-1252 (Excel's plain CSV) or Mac
    Roman (its "Macintosh").

    Raises DeckError for a text that is none of these, or that some other language's computer wrote.
    """
    start = data[:2000]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif start.count(0) > len(start) // 4:
        encoding = "utf-16-le" if start[1:2] == b"\0" else "utf-16-be"
    else:
        encoding = "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8-sig":
            fail(file, "F103", _NO_TEXT, _SAVE)
        _check_mixed(data, error.start, file)
        return _western(data, file)
    if "\0" in text:
        fail(file, "F103", _NO_TEXT, _SAVE)
    return Decoded(text)


def _western(data: bytes, file: str) -> Decoded:
    """A text of one byte a letter, as Windows or an old Mac writes it in the west of Europe."""
    try:
        windows = data.decode("cp1252")
    except UnicodeDecodeError:
        windows = "\0"
    found = _strange(windows)
    if "\0" not in windows and not found:
        return Decoded(windows)
    macintosh = data.decode("mac-roman")
    if "\0" not in macintosh and not _strange(macintosh) and _is_mac(data):
        return Decoded(macintosh, MACINTOSH)
    why = f'the accents of the file cannot be told for certain, as in "{short(found)}"' if found else _NO_TEXT
    raise DeckError([Problem(Place(file), "F103", why, _SAVE)])


def _is_mac(data: bytes) -> bool:
    """Whether what is not plain in a text is mostly what English and French texts from a Mac have in them."""
    beyond = data[:_LOOKED_AT].translate(None, bytes(range(128)))
    return sum(beyond.count(byte) for byte in _MAC) * 2 > len(beyond)


_MAC = "é‘’“”–—…èàçüöäñêâîôûïëÉœ£•áíóúøåß«»¡¿ÄÖÜ".encode("mac-roman")


def _strange(text: str) -> str:
    """The first word in which a letter is strange, where too many are; else nothing."""
    text = text[:_LOOKED_AT]
    turkish = (
        list(_ICELANDIC.finditer(text)) if not text.isascii() and not _ICELANDIC_TOO.search(text) else []
    )
    if len(turkish) > 1:
        return _around(text, turkish[0].start())
    beyond = sum(char > "\x7f" for char in text) if not text.isascii() else 0
    found = [match.span() for match in _STRANGE.finditer(text)]
    if not found or sum(end - start for start, end in found) * _SHARE < beyond:
        return ""
    return _around(text, found[0][0])


def _around(text: str, first: int) -> str:
    """The word in which a letter stands."""
    around = text[max(0, first - 30) : first], text[first : first + 30]
    return _BETWEEN.split(around[0])[-1] + _BETWEEN.split(around[1])[0]


def _check_mixed(data: bytes, first: int, file: str) -> None:
    """Refuses a text that is UTF-8 but for a few bytes, the first of them at `first`: read in any other way
    all its other accents would be garbled. Raises DeckError.
    """
    first += (
        len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    )  # which the decoder does not count
    right = data.decode("utf-8", "ignore")
    accents = len(right) - len(data.translate(None, bytes(range(128, 256))))
    wrong = len(data) - len(right.encode())
    if data.startswith(codecs.BOM_UTF8) or wrong <= accents:
        before = data[:first].decode("utf-8-sig")
        line = max(before.count("\n"), before.count("\r")) + 1
        word = before[-20:].splitlines()[-1] if before[-1:].strip("\r\n") else ""
        where = f'in line {line}, behind "{short(word)}",' if word.strip() else f"at the start of line {line}"
        fail(file, "F103", f"the file is UTF-8 text, but {where} stands a byte that is not", _SAVE)
