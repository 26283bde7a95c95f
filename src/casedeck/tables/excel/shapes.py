"""The formats of numbers, taken apart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_LONGEST = 255
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|(?P<blank>[_*].)|\[\$(?P<money>[^\]-]*)[^\]]*\]|\[(?P<passed>h+|m+|s+)\]'
    r"|\[(?P<sign><=|>=|<>|<|>|=)(?P<limit>-?[0-9.]+)\]|(?P<colour>\[[^\]]*\])|(?P<general>general)|(?P<halves>am/pm|a/p)"
    r"|(?P<power>e[+-])|(?P<date>y+|m+|d+|h+|s+|e+|b+|g+)|(?P<digit>[0#?])|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)


class Token(NamedTuple):
    """A part of a format: its kind, and its letters, small where they stand for a day, a time or digits."""

    kind: str
    text: str


class FormatSection(NamedTuple):
    """A format for some of the numbers: those for which `test` holds, where there is one."""

    tokens: tuple[Token, ...]
    test: tuple[str, float] | None = None

    def has(self, *kinds: str) -> bool:
        """Whether it has a token of one of these kinds."""
        return any(token.kind in kinds for token in self.tokens)


@lru_cache(1_000)
def sections_of(shape: str) -> tuple[FormatSection, ...]:
    """The sections of a format, in their order; of one that is too long, what fits."""
    made: list[list[Token]] = [[]]
    tests: list[tuple[str, float] | None] = [None]
    for found in _TOKEN.finditer(shape[:_LONGEST]):
        kind, text = found.lastgroup or "", found[0]
        if kind == "other" and text == ";":
            made.append([])
            tests.append(None)
        elif kind == "limit":
            tests[-1] = found["sign"], _limit(found["limit"])
        elif kind not in ("blank", "colour"):
            made[-1].append(_token(kind, text, found[kind]))
    return tuple(FormatSection(tuple(tokens), test) for tokens, test in zip(made, tests, strict=True))


def _token(kind: str, text: str, inner: str) -> Token:
    if kind in ("quoted", "escaped", "money"):
        return Token("word", inner)
    if kind == "passed":
        return Token(kind, inner.lower())
    if kind == "other" and text in ".,%/@":
        return Token("text" if text == "@" else "mark", text)
    return Token("word", text) if kind == "other" else Token(kind, text.lower())


def _limit(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
