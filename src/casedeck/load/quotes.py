"""Typewriter quotes as a printer sets them: curly quotes, apostrophes and primes."""

from __future__ import annotations

import re

_PASSED_OVER = "*\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}"
"""Marks for bold and hints on where lines break: they do not count as letters."""
_OPENS_AFTER = "([{/–—‘“="
_OPENS_BETWEEN = ":;,-"
"""A quote between one of these and a letter opens."""
_ELIDED = re.compile(
    r"'(?:n['’]|(?:tis|tisn't|twas|twasn't|twere|twill|twould|til|em)\b(?!')|\d\ds\b|\d\d\b(?![.,]\d)[^']*$)", re.IGNORECASE
)
"""Where an apostrophe stands at the start of a word: rock 'n' roll, 'tis, the '90s, the class of '68."""


def typographic(text: str) -> str:
    """The text with typewriter quotes and apostrophes made curly, and those for feet and inches made primes."""
    if "'" not in text and '"' not in text:
        return text
    made: list[str] = []
    before, open_double, open_single = " ", False, False
    for at, char in enumerate(text):
        curly = char
        if char == '"':
            if _opens(text, at, before, is_open=open_double):
                curly, open_double = "“", True
            elif before.isdigit() and not open_double:
                curly = "″"
            else:
                curly, open_double = "”", False
        elif char == "'":
            elided = _ELIDED.match(text, at)
            if not elided and _opens(text, at, before, is_open=False):
                curly, open_single = "‘", True
            elif before.isdigit() and not open_single and not _next(text, at).isalnum():
                curly = "′"
            else:
                curly, open_single = "’", open_single and (elided is not None or _next(text, at).isalnum())
        made.append(curly)
        if char not in _PASSED_OVER:
            before = curly
    return "".join(made)


def _opens(text: str, at: int, before: str, *, is_open: bool) -> bool:
    """True for a quote at the start of what is said."""
    return before.isspace() or before in _OPENS_AFTER or (before in _OPENS_BETWEEN and not is_open and _next(text, at).isalnum())


def _next(text: str, at: int) -> str:
    """The sign behind a place that counts, a space at the end."""
    return next((char for char in text[at + 1 : at + 6] if char not in _PASSED_OVER), " ")
