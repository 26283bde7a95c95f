"""Words measured in ems, so that setting them again at another size costs only additions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casedeck.model.text import Rich, Span
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


Words = tuple[Word, ...]

_known: dict[tuple[str, str, bool], dict[str, Word]] = {}


def measure(text: Rich, fonts: Fonts, weight: str = "regular", *, lead: str = "") -> Words:
    """The words of a text; spans in bold are set in bold, the rest in `weight`, after the words of `lead` in bold."""
    words = _plain(lead.split(), fonts, "bold", lead=True) if lead else []
    if len(text) == 1 and not text[0].link:
        words += _plain([word for word in text[0].text.split(" ") if word], fonts, _weight(text[0], weight))
    else:
        for pieces in _split(text, weight):
            piece = pieces[0]
            words += [_word(pieces, fonts)] if len(pieces) > 1 or piece.link else _plain([piece.text], fonts, piece.weight)
    return tuple(words)


def _weight(span: Span, weight: str) -> str:
    return "bold" if span.bold and weight == "regular" else weight


def _plain(texts: list[str], fonts: Fonts, weight: str, *, lead: bool = False) -> list[Word]:
    """Words of one piece each, kept from one text to the next."""
    known = _known.setdefault((weight, fonts.weight(weight).name, lead), {})
    for text in texts:
        if text not in known:
            known[text] = _word((Piece(text, weight, lead=lead),), fonts)
    return [known[text] for text in texts]


def _word(pieces: tuple[Piece, ...], fonts: Fonts) -> Word:
    width = sum([fonts.weight(piece.weight).width(piece.text) for piece in pieces])
    return Word(pieces, width, fonts.weight(pieces[0].weight).width(" "))


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
