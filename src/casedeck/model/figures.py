"""The figures in a text: percentages, amounts, years, ages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casedeck.model.signs import bare
from casedeck.model.text import Rich, plain

_FIGURE = re.compile(r"£?\d[\d,]*(?:\.\d+)?(?:/\d+)?(?:%|k\b|m\b|bn\b)?")
_YEAR = re.compile("(?:19|20)[0-9]{2}")


class Figure(NamedTuple):
    """One figure as it is written, and where it starts and ends in its text."""

    text: str
    start: int
    end: int


def figures(text: str) -> Iterator[Figure]:
    """Every figure of a text, in order; a comma that ends a clause is no part of it."""
    for match in _FIGURE.finditer(text):
        figure = match[0].rstrip(",")
        yield Figure(figure, match.start(), match.start() + len(figure))


def thin_figures(text: Rich) -> list[str]:
    """The figures that count something and do not stand in bold from their first to their last character."""
    bold, words = [span.bold for span in text for _ in bare(span.text)], plain(text)
    return [
        found.text
        for found in figures(words)
        if not all(bold[found.start : found.end]) and _counts(found, words[: found.start])
    ]


def _counts(figure: Figure, before: str) -> bool:
    """False for a year, and for a number that is part of a name or date, as in A4, Covid-19, the Times 100
    and May 5.
    """
    if _YEAR.fullmatch(figure.text) or re.search(r"[^\W\d_]-?$", before):
        return False
    words = before.split()
    in_sentence = before.endswith(" ") and len(words) > 1 and words[-2][-1] not in ".?!:"
    return not (figure.text.isdigit() and in_sentence and words[-1].isalpha() and words[-1][0].isupper())
