"""Texts that were UTF-8 and went through a program that took them for Windows text, Ã© for é, or for a Mac's:
√© for é. What was meant is worked out elsewhere, which is imported where a text needs it.
"""

from __future__ import annotations

import unicodedata

LEADS = "ÂÃÄÅâð¬√‚"
"""The signs that garbled letters start with."""


def ungarbled(text: str) -> str:
    """The text with what was taken for Windows text put right, twice if need be; what could be meant stays as
    it is.
    """
    if text.isascii() or not any(sign in text for sign in LEADS):
        return text
    from casedeck.notation.meant import put_right

    return put_right(text)


def looks_garbled(text: str) -> bool:
    """True for a text that would be put right, as it is or with its accents joined to their letters."""
    composed = unicodedata.normalize("NFC", text)
    return ungarbled(composed) != composed
