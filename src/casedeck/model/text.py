"""Text with a little structure: spans, paragraphs and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from casedeck.model.signs import bare

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class Span(NamedTuple):
    """A stretch of text in one style; `link` is an address or empty."""

    text: str
    bold: bool = False
    link: str = ""


Rich = tuple[Span, ...]


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


def with_values(text: Rich, values: Mapping[str, str]) -> Rich:
    """The text with every placeholder that has a value, such as {cards}, filled in; any other stays as it is."""

    def value(found: re.Match[str]) -> str:
        return values.get(found[1].casefold(), found[0])

    return tuple(
        [
            span._replace(text=_PLACEHOLDER.sub(value, span.text)) if "{" in span.text else span
            for span in text
        ]
    )


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


def filled(text: Rich, values: Mapping[str, Rich]) -> Rich:
    """The text with each placeholder replaced; what replaces bold words is bold. Raises KeyError for a name
    without a value.
    """
    spans = []
    for span in text:
        for number, piece in enumerate(_PLACEHOLDER.split(span.text)):
            new = values[piece] if number % 2 else (span._replace(text=piece),)
            spans += [each._replace(bold=each.bold or span.bold) for each in new if each.text]
    return tuple(spans)
