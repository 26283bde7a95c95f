"""Formatted text back to the small markup that it was read from."""

from __future__ import annotations

from casedeck.model.text import Block, Paragraph, Rich, Span
from casedeck.notation.markup import ITEM


def marked(text: Rich) -> str:
    """A sentence with its **bold** and its [words](address), such that `markup.inline` reads the same
    spans.
    """
    made: list[str] = []
    last: Span | None = None
    for span in text:
        if span.bold != (last is not None and last.bold):
            made.append("**")
        elif last is not None and not span.link and not last.link:
            made.append("****")  # two spans in one style: this keeps them two
        made.append(f"[{span.text}]({span.link})" if span.link else span.text)
        last = span
    whole = "".join(made) + ("**" if last is not None and last.bold else "")
    return f"{'****' if whole[:1] == ' ' else ''}{whole}{'****' if whole[-1:] == ' ' else ''}"  # these keep the spaces at the ends


def marked_blocks(blocks: tuple[Block, ...]) -> str:
    """Paragraphs and lists with an empty line between them, such that `markup.Prose` reads the same
    blocks.
    """
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            text = marked(block.text)
            parts.append(f"****{text}" if ITEM.fullmatch(text) else text)
        else:
            marks = [
                f"{min(number, 99)}." if block.numbered else "-" for number in range(1, len(block.items) + 1)
            ]
            parts.append(
                "\n".join(f"{mark} {marked(item)}" for mark, item in zip(marks, block.items, strict=True))
            )
    return "\n\n".join(parts)
