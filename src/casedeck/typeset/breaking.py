"""Breaking text into lines.

Words are measured once in ems, so that breaking again at another size costs only additions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from casedeck.model.text import Rich
from casedeck.typeset.fonts import Fonts


class Piece(NamedTuple):
    """Part of a word in one weight; `link` is an address or empty; `lead` marks the category word before a sentence."""

    text: str
    weight: str
    link: str = ""
    lead: bool = False


class Word(NamedTuple):
    """What no line break may part, its width and the width of a space before it, in ems."""

    pieces: tuple[Piece, ...]
    width: float
    space: float


class BrokenLine(NamedTuple):
    """One line: pieces from left to right, spaces included, and its width in ems."""

    pieces: tuple[Piece, ...]
    width: float


def measure(text: Rich, fonts: Fonts, weight: str = "regular", *, lead: str = "") -> tuple[Word, ...]:
    """The words of a text; spans in bold are set in bold, the rest in `weight`, after the words of `lead` in bold."""
    bold = fonts.bold
    words = [Word((Piece(word, "bold", lead=True),), bold.width(word), bold.width(" ")) for word in lead.split()]
    for pieces in _split(text, weight):
        width = sum([fonts.weight(piece.weight).width(piece.text) for piece in pieces])
        words.append(Word(pieces, width, fonts.weight(pieces[0].weight).width(" ")))
    return tuple(words)


def _split(text: Rich, weight: str) -> Iterator[tuple[Piece, ...]]:
    pending: list[Piece] = []
    for span in text:
        style = "bold" if span.bold and weight == "regular" else weight
        first, *rest = span.text.split(" ")
        if first:
            pending.append(Piece(first, style, span.link))
        for word in rest:
            if pending:
                yield tuple(pending)
            pending = [Piece(word, style, span.link)] if word else []
    if pending:
        yield tuple(pending)


def break_lines(words: Sequence[Word], limit: float, *, balanced: bool = False) -> list[BrokenLine]:
    """Lines no wider than `limit` ems (a single word may be wider: see `widest`).

    Text that takes more than one line does not end in a lone word where that can be had without a further line; `balanced` makes
    the lines of a heading about equally long.
    """
    ends = _greedy(words, limit)
    if len(ends) > 1:
        if balanced:
            ends = _balance(words, limit, ends)
        elif ends[-1] - ends[-2] == 1:
            ends = _rescue(ends)
    return [_line(words[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


def widest(words: Sequence[Word]) -> float:
    """The width in ems of the widest word: the narrowest column that can hold the text."""
    return max((word.width for word in words), default=0.0)


def _greedy(words: Sequence[Word], limit: float) -> list[int]:
    ends: list[int] = []
    width = -1.0
    for i, word in enumerate(words):
        if width < 0:
            width = word.width
        elif width + word.space + word.width <= limit:
            width += word.space + word.width
        else:
            ends.append(i)
            width = word.width
    if words:
        ends.append(len(words))
    return ends


def _balance(words: Sequence[Word], limit: float, ends: list[int]) -> list[int]:
    low, high = max(limit / 2, widest(words)), limit
    for _ in range(8):
        middle = (low + high) / 2
        tried = _greedy(words, middle)
        if len(tried) == len(ends):
            high, ends = middle, tried
        else:
            low = middle
    return _rescue(ends) if ends[-1] - ends[-2] == 1 else ends


def _rescue(ends: list[int]) -> list[int]:
    """Give the last line a companion for its lone word, when the line before can spare one."""
    start = ends[-3] if len(ends) > 2 else 0
    if ends[-2] - start > 2:
        return [*ends[:-2], ends[-2] - 1, ends[-1]]
    return ends


def _line(words: Sequence[Word]) -> BrokenLine:
    pieces: list[Piece] = []
    width = 0.0
    for word in words:
        gap = " " if pieces else ""
        width += word.width + (word.space if gap else 0.0)
        for piece in word.pieces:
            last = pieces[-1] if pieces else None
            if last is not None and last[1:] == piece[1:]:
                pieces[-1] = last._replace(text=last.text + gap + piece.text)
            else:
                pieces.append(piece._replace(text=gap + piece.text))
            gap = ""
    return BrokenLine(tuple(pieces), width)
