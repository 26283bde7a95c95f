"""Texts as YAML that every reader takes for the same letters."""

from __future__ import annotations

import re
import unicodedata

from casedeck.notation.garbled import LEADS, looks_garbled

_NO_TEXT = ("null", "true", "false", "yes", "no", "on", "off", "y", "n")


def quoted(text: str) -> str:
    """The text as a YAML scalar in double quotes; what cannot be seen is written as its number, and so are
    letters that would be taken for garbled ones and put right.
    """
    made: list[str] = []
    strange = LEADS if looks_garbled(text) else ""
    numbered = True
    for char in unicodedata.normalize("NFC", text):
        numbered = (
            char in strange or not char.isprintable() or (numbered and unicodedata.combining(char) > 0)
        )  # an accent would join the number before it
        if char in '"\\':
            made.append(f"\\{char}")
        else:
            made.append(_numbered(char) if numbered else char)
    return f'"{"".join(made)}"'


def _numbered(char: str) -> str:
    code = ord(char)
    if char == "\n":
        return "\\n"
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def bare(text: str, *, commas: bool = False) -> str:
    """A text without quotes where YAML, in any version, can only take it for text; inside [a, list] a comma
    would part it.
    """
    between = ",? |-" if commas else " |-"
    simple = re.fullmatch(rf"[A-Za-z][A-Za-z0-9]*(?:(?:{between})[A-Za-z0-9]+)*", text)
    return text if simple and text.lower() not in _NO_TEXT else quoted(text)
