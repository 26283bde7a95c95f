"""Words measured in ems, so that setting them again at another size costs only additions."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from casedeck.model.signs import bare
from casedeck.model.text import Rich, Span
from casedeck.typeset.chances import chances
from casedeck.typeset.fonts import Fonts


class Piece(NamedTuple):
    """Part of a word in one weight; `link` is an address or empty; `lead` marks the category word before a
    sentence; `scale` is how much larger it is than the text around it.
    """

    text: str
    weight: str
    link: str = ""
    lead: bool = False
    scale: float = 1.0


class Word(NamedTuple):
    """What no line break may part, its width and the width of a space before it, in ems.

    `joint` is what is shown of the place before it: a space within a line, or a hyphen where the line ends
    there; it is empty where a line may break and nothing is shown. The width of a word before a hyphen has it
    in, and then the space here takes it out again.
    """

    pieces: tuple[Piece, ...]
    width: float
    space: float
    joint: str = " "


Words = tuple[Word, ...]

MOST_WORDS = 5_000
"""So many words are kept of a font; then all are forgotten, so that thousands of cards, or a process that
runs for days, take no more memory.
"""
_known: dict[tuple[str, str, bool], dict[str, Words]] = {}


def measure(text: Rich, fonts: Fonts, weight: str = "regular", *, lead: str = "") -> Words:
    """The words of a text; spans in bold are set in bold, the rest in `weight`, after the words of `lead` in
    bold.
    """
    words = _plain(lead.split(), fonts, "bold", lead=True) if lead else []
    if len(text) == 1 and not text[0].link:
        words += _plain([word for word in text[0].text.split(" ") if word], fonts, _weight(text[0], weight))
    else:
        for pieces in _split(text, weight):
            piece = pieces[0]
            words += (
                _divided(pieces, fonts)
                if len(pieces) > 1 or piece.link
                else _plain([piece.text], fonts, piece.weight)
            )
    return tuple(words)


def enlarged(words: Words, chosen: Container[str], scale: float, fonts: Fonts) -> Words:
    """The words, those that begin with one of the `chosen` texts so many times larger there."""
    return tuple([_larger(word, scale, fonts) if word.pieces[0].text in chosen else word for word in words])


def _larger(word: Word, scale: float, fonts: Fonts) -> Word:
    """A word with its first piece, and the space before it, larger and so wider."""
    first, *rest = word.pieces
    more = fonts.weight(first.weight).width(first.text) * (scale - 1.0)
    pieces = (first._replace(scale=scale), *rest)
    return word._replace(pieces=pieces, width=word.width + more, space=word.space * scale)


def _weight(span: Span, weight: str) -> str:
    return "bold" if span.bold and weight == "regular" else weight


def _plain(texts: list[str], fonts: Fonts, weight: str, *, lead: bool = False) -> list[Word]:
    """Words of one piece each, kept from one text to the next."""
    known = _known.setdefault((weight, fonts.weight(weight).name, lead), {})
    if len(known) > MOST_WORDS:
        known.clear()
    for text in texts:
        if text not in known:
            known[text] = _divided((Piece(text, weight, lead=lead),), fonts)
    return [word for text in texts for word in known[text]]


def _divided(pieces: tuple[Piece, ...], fonts: Fonts) -> Words:
    """What stands between two spaces as one word, or as several where a line may break inside it."""
    text = "".join([piece.text for piece in pieces])
    places = chances(text)
    if not places:
        return _undivided(pieces if text.isascii() else _between(pieces, 0, len(text)), fonts)
    ends = [*[place.at for place in places], len(text)]
    softs = [*[place.soft for place in places], False]
    words: list[Word] = []
    joint, hyphen, start = " ", 0.0, 0
    for end, soft in zip(ends, softs, strict=True):
        parts = _between(pieces, start, end)
        start = end
        if parts:
            font = fonts.weight(parts[-1].weight)
            width = sum([fonts.weight(part.weight).width(part.text) for part in parts])
            space = fonts.weight(parts[0].weight).width(" ") if joint == " " else -hyphen
            hyphen = font.width(font.hyphen) if soft else 0.0
            words.append(Word(parts, width + hyphen, space, joint))
            joint = font.hyphen if soft else ""
    return tuple(words)


def _undivided(parts: tuple[Piece, ...], fonts: Fonts) -> Words:
    """What breaks nowhere, as most that stands between two spaces: one word, or none where there is
    nothing.
    """
    if not parts:
        return ()
    width = sum([fonts.weight(part.weight).width(part.text) for part in parts])
    return (Word(parts, width, fonts.weight(parts[0].weight).width(" ")),)


def _between(pieces: tuple[Piece, ...], start: int, end: int) -> tuple[Piece, ...]:
    """The pieces from one place to another, without their hints on where lines break."""
    found: list[Piece] = []
    at = 0
    for piece in pieces:
        text = bare(piece.text[max(0, start - at) : max(0, end - at)])
        at += len(piece.text)
        if text:
            found.append(piece._replace(text=text))
    return tuple(found)


def _split(text: Rich, weight: str) -> Iterator[tuple[Piece, ...]]:
    """The pieces of each word; a word may run from one span into the next."""
    pending: list[Piece] = []
    for span in text:
        style = _weight(span, weight)
        first, *rest = span.text.split(" ")
        if first:
            pending.append(Piece(first, style, span.link))
        for word in rest:
            if pending:
                yield tuple(pending)
            pending = [Piece(word, style, span.link)] if word else []
    if pending:
        yield tuple(pending)
