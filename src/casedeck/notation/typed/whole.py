"""A whole file made YAML: its lines read one after the other."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.errors import Problem
from casedeck.notation.typed.lines import Lines, TooDeepError
from casedeck.notation.typed.reader import Reader


class Typed(NamedTuple):
    """The text as YAML, how many columns each line was moved to the right, and the problems that only its
    lines show.
    """

    text: str
    moved: dict[int, int]
    problems: list[Problem]


def as_typed(text: str, file: str) -> Typed:
    """The text as YAML reads it; the text itself where it is nested too deeply for that."""
    lines = Lines(text, file)
    try:
        Reader(lines).read()
    except TooDeepError:
        return Typed(text, {}, [])
    return Typed("\n".join(lines.texts), lines.moved, lines.problems)
