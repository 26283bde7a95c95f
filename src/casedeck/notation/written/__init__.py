"""Dates, times, lengths of time and numbers, as people write them: text to a value, or to what is wrong with
it.

What has one meaning is taken, however it is spelt. What may mean two things is refused, with the forms that
mean one.
"""

from __future__ import annotations

from typing import NamedTuple

_AS_TYPED = {
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, "：∶"), ":"),
    **{0xFF10 + n: str(n) for n in range(10)},
}
_QUOTES = "\"'“”„‟«»‘’‚′″"

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}


class Wrong(NamedTuple):
    """Why a text is no value of the kind wanted, and the way out."""

    message: str
    hint: str = ""


def plain(text: str) -> str:
    """The text as it is compared: small letters, one ordinary space for any run of spaces, hyphens for
    dashes, usual figures, no quotes.
    """
    text = " ".join(text.translate(_AS_TYPED).split())
    if len(text) > 1 and text[0] in _QUOTES and text[-1] in _QUOTES:
        text = text[1:-1].strip()
    return text.lower()


def any_case(word: str) -> str:
    """A regular expression for a word in capitals or small letters, for JSON Schema, which has no flags."""
    return "".join(
        f"[{char.upper()}{char.lower()}]" if char.isalpha() else f"\\{char}" if char in ".+*?()[]" else char
        for char in word
    )


def framed(pattern: str) -> str:
    """A regular expression for a whole text that is this, with spaces and quotes round it as `plain` takes
    them off.
    """
    return f"^[\\s{_QUOTES}]*(?:{pattern})[\\s{_QUOTES}]*$"


def any_of(words: tuple[str, ...]) -> str:
    """A regular expression for any of these words, in capitals or small letters."""
    return f"(?:{'|'.join(map(any_case, words))})"
