"""Typewriter quotes as a printer sets them: curly quotes, apostrophes and primes."""

from __future__ import annotations

import re

_PASSED_OVER = "*\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}"
"""Marks for bold and hints on where lines break: they do not count as letters."""
_OPENS_AFTER = "([{/–—‘“="
_OPENS_BETWEEN = ":;,-"
"""A quote between one of these and a letter opens."""
_ELIDED = re.compile(
    r"'(?:n['’]|(?:tis|tisn't|twas|twasn't|twere|twill|twould|til|em)\b(?!')|\d\ds\b)", re.IGNORECASE
)
"""Where an apostrophe stands at the start of a word: rock 'n' roll, 'tis, the '90s."""
_MAYBE_ELIDED = re.compile(
    r"'(?:\d\d(?![\d:]|[.,]\d)|(?:cause|cos|coz|bout|round|fraid|ello|ave|ere)\b)(?!')", re.IGNORECASE
)
"""The same where the word can be the first of a quote as well: the '07 season, 'cause."""
_CLOSES = re.compile(r"(?<=[^\s(\[{/])['\"](?![^\W_])")
_OPENS_AGAIN = re.compile(r"(?<![^\s(\[{/–—‘“=])'(?=[^\s'])")
_FEET = re.compile(r"'(?: ?\d\d?(?:½|[.,]\d)?(?:\"|″|'')| ?[x×] ?\d)")
_INCHES = re.compile(r"\d['′] ?\d\d?(?:½|[.,]\d)?$")
_TURNED = re.compile(r"‘(?=n[’']|(?:tis|tisn[’']t|twas|twere|twill|twould|til|\d\ds)\b(?!’))", re.IGNORECASE)
"""The apostrophe at the start of a word as word processors turn it the wrong way round."""
_ACCENTS = re.compile(r"[´`′](?<=[^\W\d_].)(?=[^\W\d_])")
"""Accents without a letter, which many a keyboard has where others have the apostrophe: don´t."""


def typographic(text: str) -> str:
    """The text with typewriter quotes and apostrophes made curly, and those for feet and inches made
    primes.
    """
    text = _TURNED.sub("’", _ACCENTS.sub("’", text))
    if "'" not in text and '"' not in text:
        return text
    made: list[str] = []
    before, open_double, open_single = " ", False, False
    for at, char in enumerate(text):
        curly = char
        if char == '"':
            if _opens(text, at, before, is_open=open_double):
                curly, open_double = "“", True
            elif before.isdigit() and (not open_double or _INCHES.search(text, max(0, at - 8), at)):
                curly = "″"
            else:
                curly, open_double = "”", False
        elif char == "'":
            elided = _elided(text, at, in_double=open_double)
            if not elided and _opens(text, at, before, is_open=False):
                curly, open_single = "‘", True
            elif before.isdigit() and (
                _FEET.match(text, at) or not (open_single or _next(text, at).isalnum())
            ):
                curly = "′"
            else:
                curly, open_single = "’", open_single and (elided or _next(text, at).isalnum())
        made.append(curly)
        if char not in _PASSED_OVER:
            before = curly
    return "".join(made)


def _elided(text: str, at: int, *, in_double: bool) -> bool:
    """True for an apostrophe at the start of a word: of one that is always written so, or of a quote that
    nothing closes.
    """
    if _ELIDED.match(text, at):
        return True
    maybe = _MAYBE_ELIDED.match(text, at) and re.search(r"[\w/] ?$", text[max(0, at - 2) : at])
    for found in _CLOSES.finditer(text, at + 1):
        if found[0] == '"' and not in_double:
            continue
        again = (other.start() for other in _OPENS_AGAIN.finditer(text, at + 1, found.start()))
        if found[0] == '"' or not all(_ELIDED.match(text, other) for other in again):
            return True
        if not (maybe and text[found.start() - 1] in "sS") and not _ELIDED.match(text, found.start() - 2):
            return False
    return True


def _opens(text: str, at: int, before: str, *, is_open: bool) -> bool:
    """True for a quote at the start of what is said."""
    return (
        before.isspace()
        or before in _OPENS_AFTER
        or (before in _OPENS_BETWEEN and not is_open and _next(text, at).isalnum())
    )


def _next(text: str, at: int) -> str:
    """The sign behind a place that counts, a space at the end."""
    return next((char for char in text[at + 1 : at + 6] if char not in _PASSED_OVER), " ")
