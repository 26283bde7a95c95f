"""Breaking text into lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from casedeck.typeset.words import Piece, Word


class BrokenLine(NamedTuple):
    """One line: pieces from left to right, spaces included, its width in ems, and whether it ends inside a
    word.
    """

    pieces: tuple[Piece, ...]
    width: float
    parted: bool = False


def line_ends(words: Sequence[Word], limit: float) -> list[int]:
    """Where each line ends, as an index into the words, when each takes all the words it can; no line is
    wider than `limit` ems unless a single word is.
    """
    if not words:
        return []
    ends: list[int] = []
    width = words[0].width
    for i, (_, wide, space, _) in enumerate(words[1:], 1):
        if width + space + wide <= limit:
            width += space + wide
        else:
            ends.append(i)
            width = wide
    ends.append(len(words))
    return ends


def beyond(words: Sequence[Word], ends: Sequence[int], limit: float) -> float:
    """By how many ems the widest word is wider than a line, 0 where none is: such a word starts a line."""
    return max([0.0, *[words[start].width - limit for start in (0, *ends[:-1]) if words]])


def evened(words: Sequence[Word], ends: list[int], limit: float, *, balanced: bool = False) -> list[int]:
    """Where as many lines as `line_ends` finds end once they are evened out.

    Text that takes more than one line does not end in a lone word where that can be had without a further
    line; `balanced` makes the lines of a heading about equally long.
    """
    if len(ends) < 2:
        return ends
    return _balance(words, limit, ends) if balanced else _rescue(words, ends, limit)


def lines(words: Sequence[Word], ends: Sequence[int]) -> list[BrokenLine]:
    """The lines that end at `ends`."""
    return [_line(words[start:end], _joint(words, end)) for start, end in zip([0, *ends], ends, strict=False)]


def widest(words: Sequence[Word]) -> float:
    """The width in ems of the widest word: the narrowest column that can hold the text."""
    return max([wide for _, wide, _, _ in words], default=0.0)


def _balance(words: Sequence[Word], limit: float, ends: list[int]) -> list[int]:
    """Lines of a heading about equally long; words stay whole where that takes no further line."""
    if any([word.joint != " " for word in words[1:]]):
        whole, places = _whole(words)
        tried = line_ends(whole, limit)
        if len(tried) == len(ends) and widest(whole) <= limit:
            return [places[end - 1] for end in _balance(whole, limit, tried)]
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
    start, last = ends[-3] if len(ends) > 2 else 0, ends[-2]
    if any(word.joint == " " for word in words[last + 1 :]):
        return ends
    first = last - 1
    while first > start and words[first].joint != " ":
        first -= 1
    spared = first > start and any(word.joint == " " for word in words[start + 1 : first])
    if spared and _width(words[first:]) <= limit:
        return [*ends[:-2], first, ends[-1]]
    return ends


def _whole(words: Sequence[Word]) -> tuple[list[Word], list[int]]:
    """The words as though no line could break inside them, and where each ends as an index into the words."""
    starts = [i for i, word in enumerate(words) if word.joint == " " or not i]
    ends = [*starts[1:], len(words)]
    return [
        Word((), _width(words[start:end]), words[start].space)
        for start, end in zip(starts, ends, strict=True)
    ], ends


def _width(words: Sequence[Word]) -> float:
    """The width of a line of these words."""
    return sum([wide + space for _, wide, space, _ in words]) - words[0].space


def _joint(words: Sequence[Word], end: int) -> str:
    return words[end].joint if end < len(words) else " "


def _line(words: Sequence[Word], joint: str) -> BrokenLine:
    """The words as one line that ends in such a joint, neighbours of one style joined into one piece."""
    pieces: list[Piece] = []
    written = gap = ""
    style = words[0].pieces[0]
    for parts, _, _, before in words:
        if before != " ":
            gap = ""
        for piece in parts:
            if piece[1:] != style[1:]:
                pieces.append(style._replace(text=written))
                written, style = "", piece
            written += gap + piece.text
            gap = ""
        gap = " "
    pieces.append(style._replace(text=written + joint.strip()))
    return BrokenLine(tuple(pieces), _width(words), joint != " ")
