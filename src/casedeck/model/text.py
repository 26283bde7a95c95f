"""Text with a little structure: spans, paragraphs and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

from casedeck.model.signs import bare

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class Span(NamedTuple):
    """A stretch of text in one style; `link` is an address or empty."""

    text: str
    bold: bool = False
    link: str = ""


Rich = tuple[Span, ...]
AnyText = TypeVar("AnyText", str, Rich)


class Paragraph(NamedTuple):
    """One paragraph."""

    text: Rich


class Listing(NamedTuple):
    """A numbered or bulleted list."""

    items: tuple[Rich, ...]
    numbered: bool


Block = Paragraph | Listing


def plain(text: Rich) -> str:
    """The words without their styles and without hints on where lines break."""
    return bare("".join(span.text for span in text))


def rich(text: str, *, bold: bool = False) -> Rich:
    """Plain text as one span."""
    return (Span(text, bold),)


def texts(blocks: tuple[Block, ...]) -> Iterator[Rich]:
    """Every piece of text in the blocks, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from block.items


def word_count(*pieces: Rich) -> int:
    """Words as separated by spaces; a space that does not break keeps its neighbours one word."""
    return sum(len([word for word in plain(piece).split(" ") if word]) for piece in pieces)


def first_words(text: Rich, count: int) -> Rich:
    """The text cut after its first `count` words."""
    kept: list[Span] = []
    for span in text:
        words = span.text.split(" ")
        if len(words) > count:
            kept.append(span._replace(text=" ".join(words[:count])))
            break
        kept.append(span)
        count -= len(words) - 1
    return tuple(kept)


def placeholders(text: str) -> list[str]:
    """The names between { and }, in order."""
    return _PLACEHOLDER.findall(text)


def filled(text: AnyText, /, **values: object) -> AnyText:
    """The text with its placeholders filled in, such as {cards} or {Cards}; one that has no value stays as it
    is. The names of values are in small letters.

    In a Rich text, a value that is Rich itself brings its own spans, all bold where it replaces bold words;
    any other value is written into the span around it.
    """
    if isinstance(text, str):
        return "".join([str(piece) for piece in _pieces(text, values)])
    spans: list[Span] = []
    for span in text:
        words: list[str] = []
        for piece in _pieces(span.text, values):
            if isinstance(piece, tuple):
                spans += [span._replace(text="".join(words))] if any(words) else []
                spans += [new._replace(bold=new.bold or span.bold) for new in piece if new.text]
                words.clear()
            else:
                words.append(str(piece))
        spans += [span._replace(text="".join(words))] if any(words) else []
    return tuple(spans)


def _pieces(text: str, values: Mapping[str, object]) -> list[object]:
    """A text in pieces: its words as they are, and what stands for each placeholder between them."""
    pieces: list[object] = list(_PLACEHOLDER.split(text))
    for at in range(1, len(pieces), 2):
        name = str(pieces[at])
        pieces[at] = values.get(name.casefold(), f"{{{name}}}")
    return pieces
