"""Signs that nobody sees, and what each becomes: one list for files, spreadsheets, searches, names and the
command line.

Most are taken out of a text when it is read. Four say where a line may break or may not. They stay in texts
that are set in lines (`Rich`), and whoever wants the words alone passes them through `bare`.
"""

from __future__ import annotations

import re
import unicodedata

SOFT_HYPHEN, MAY_BREAK = "\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}"
"""The line may break here; at a soft hyphen, a hyphen is shown where it does."""
NO_BREAK, NO_BREAK_HYPHEN = "\N{WORD JOINER}", "\N{NON-BREAKING HYPHEN}"
"""The line may not break here; the second is drawn as a hyphen."""

_DROPPED = (
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c-\u200f\u202a-\u202e\u2061-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""What Unicode lets a program leave out where it cannot draw it, the frame of notes between lines, and the
place of a lost object.
"""
_SPACES = "\x0b\x0c\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u2800\u3000"
_NO_BREAK_SPACES = "\u2007\u202f"

UNSEEN = f"{_DROPPED}{SOFT_HYPHEN}{MAY_BREAK}{NO_BREAK}"
"""All signs that leave no mark and no room, as the inside of a class in a regular expression."""

_ODD = re.compile(f"[{_DROPPED}{_SPACES}{_NO_BREAK_SPACES}\u2010]")
_IDLE = re.compile(
    rf"(?:^|(?<=\s))[{SOFT_HYPHEN}{MAY_BREAK}{NO_BREAK}]+|[{SOFT_HYPHEN}{MAY_BREAK}{NO_BREAK}]+(?=\s|$)"
)


def tidied(text: str) -> str:
    """The text without signs that leave no mark, but for the hints inside words on where lines break; odd
    spaces are spaces.
    """
    if text.isascii():
        return text.replace("\x0b", " ").replace("\x0c", " ")
    text = _ODD.sub(_instead, text)
    return _IDLE.sub("", text) if SOFT_HYPHEN in text or MAY_BREAK in text or NO_BREAK in text else text


def bare(text: str) -> str:
    """The words alone: a tidied text without its hints."""
    if text.isascii():
        return text
    for hint in (SOFT_HYPHEN, MAY_BREAK, NO_BREAK):
        text = text.replace(hint, "")
    return text.replace(NO_BREAK_HYPHEN, "-")


def typed(text: str) -> str:
    """A word or name as somebody meant it who pasted it: composed, without unseen signs, and no space but the
    usual one.
    """
    if text.isascii():
        return tidied(text)
    return unicodedata.normalize("NFC", bare(tidied(text))).replace("\N{NO-BREAK SPACE}", " ")


def _instead(found: re.Match[str]) -> str:
    sign = found[0]
    if sign == "\u2010":
        return "-"
    if sign in _NO_BREAK_SPACES:
        return "\N{NO-BREAK SPACE}"
    return " " if sign.isspace() or sign == "\u2800" else ""
