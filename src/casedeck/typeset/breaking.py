"""Breaking text into lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from casedeck.typeset.words import Piece, Word


class BrokenLine(NamedTuple):
    """One line: pieces from left to right, spaces included, and its width in ems."""

    pieces: tuple[Piece, ...]
    width: float


def break_words(words: Sequence[Word], limit: float, *, balanced: bool = False) -> list[int]:
    """Where each line ends, as an index into the words; no line is wider than `limit` ems unless a single word is.

    Text that takes more than one line does not end in a lone word where that can be had without a further line; `balanced` makes
    the lines of a heading about equally long.
    """
    ends = line_ends(words, limit)
    if len(ends) > 1:
        if balanced:
            return _balance(words, limit, ends)
        return _rescue(words, ends, limit)
    return ends


def line_ends(words: Sequence[Word], limit: float) -> list[int]:
    """Where each line ends when each takes all the words it can: as many lines as `break_words` makes, found sooner."""
    ends: list[int] = []
    width = -1.0
    for i, (_, wide, space) in enumerate(words):
        if width < 0:
            width = wide
        elif width + space + wide <= limit:
            width += space + wide
        else:
            ends.append(i)
            width = wide
    if words:
        ends.append(len(words))
    return ends


def lines(words: Sequence[Word], ends: Sequence[int]) -> list[BrokenLine]:
    """The lines that end at `ends`."""
    return [_line(words[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


def widest(words: Sequence[Word]) -> float:
    """The width in ems of the widest word: the narrowest column that can hold the text."""
    return max([wide for _, wide, _ in words], default=0.0)


def _balance(words: Sequence[Word], limit: float, ends: list[int]) -> list[int]:
    low, high = min(limit, max(limit / 2, widest(words))), limit
    for _ in range(8):
        middle = (low + high) / 2
        tried = line_ends(words, middle)
        if len(tried) == len(ends):
            high, ends = middle, tried
        else:
            low = middle
    return _rescue(words, ends, limit)


def _rescue(words: Sequence[Word], ends: list[int], limit: float) -> list[int]:
    """Give a lone word on the last line a companion, when the line before can spare one and both fit."""
    if ends[-1] - ends[-2] != 1:
        return ends
    start = ends[-3] if len(ends) > 2 else 0
    last, companion = words[-1], words[ends[-2] - 1]
    if ends[-2] - start > 2 and companion.width + last.space + last.width <= limit:
        return [*ends[:-2], ends[-2] - 1, ends[-1]]
    return ends


def _line(words: Sequence[Word]) -> BrokenLine:
    """The words as one line, neighbours of one style joined into one piece."""
    pieces: list[Piece] = []
    texts: list[str] = []
    style: tuple[str, str, bool] | None = None
    width = -words[0].space
    for number, (parts, wide, space) in enumerate(words):
        width += space + wide
        gap = " " if number else ""
        for text, weight, link, lead in parts:
            if (weight, link, lead) != style:
                if style is not None:
                    pieces.append(Piece("".join(texts), *style))
                style, texts = (weight, link, lead), []
            texts += (gap, text)
            gap = ""
    assert style is not None
    return BrokenLine((*pieces, Piece("".join(texts), *style)), width)
