"""The small markup of case-study texts, both ways: **bold**, [words](address), paragraphs and lists."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from casedeck.errors import Place, Report
from casedeck.model.signs import bare
from casedeck.model.text import Block, Listing, Paragraph, Rich, Span, plain, texts
from casedeck.notation.fields import Field, Schema, Text
from casedeck.notation.quotes import typographic
from casedeck.notation.yaml import Entries, Node
from casedeck.wording import short

TOKEN = re.compile(r"\*\*|\[([^\[\]\n]{1,200})\]\(([^()\s]{1,300})\)")
ITEM = re.compile(r"(?:([0-9]{1,2})[.)]|[-*•‣▪▫◦●○■□·⁃►➢✓✔☐\uf0a7\uf0b7\uf0d8\uf0fc])[ \t]+(\S.*)")
"""An item of a list: its number, if it has one, and its text. The last four signs are what Word's symbol
fonts leave of bullets.
"""
_LINK = re.compile(
    r"(?:https?://[^\s/?#.@\\]+\.[^\s/?#@\\]+(?:[/?#]\S*)?|mailto:[^\s@]+@[^\s@]+)", re.IGNORECASE
)


def check_link(address: str, place: Place, report: Report) -> str | None:
    """The address, when it is one a card may carry."""
    if _LINK.fullmatch(address) and address.isascii() and len(address) <= 300:
        return address
    report.add(
        place,
        "V111",
        f'"{short(address)}" is not an address a card can carry',
        "write it in full, like https://example.org",
    )
    return None


class Words(NamedTuple):
    """Plain text on one line, as it is printed; with `breaks`, hints on where lines break stay in it."""

    limit: int
    blank: bool = True
    breaks: bool = False

    def read(self, node: Node, report: Report) -> str | None:
        """The text with curly quotes."""
        text = Text(self.limit, breaks=self.breaks).read(node, report)
        return None if text is None else typographic(text)

    def schema(self) -> Schema:
        """A string."""
        return Text(self.limit).schema()


class NamedTexts(NamedTuple):
    """Names of the user's own choosing, each with a text, in order."""

    item: Field

    def read(self, node: Node, report: Report) -> list[tuple[str, Any]] | None:
        """The pairs."""
        if not isinstance(node, Entries):
            report.add(
                node.place,
                "V103",
                "names and texts are needed here",
                'write lines like "Timekeeper: calls the time"',
            )
            return None
        pairs = [(Words(60).read(name, report), self.item.read(text, report)) for name, text in node.entries]
        return [(name, text) for name, text in pairs if name and text]

    def schema(self) -> Schema:
        """An object with any names."""
        return {"type": "object", "additionalProperties": self.item.schema()}


def inline(text: str, place: Place, report: Report) -> Rich:
    """Spans from **bold** and [words](address); line breaks and runs of spaces become one space."""
    text = text.strip()
    if "  " in text or "\n" in text or "\t" in text:
        text = re.sub(r"[ \t\n]+", " ", text)
    shown = typographic(text)
    spans: list[Span] = []
    bold = False
    end = 0
    for found in TOKEN.finditer(text):
        if found.start() > end:
            spans.append(Span(shown[end : found.start()], bold))
        end = found.end()
        if found[1] is None:
            bold = not bold
        else:
            address = check_link(bare(found[2]), place, report)
            spans.append(Span(shown[found.start(1) : found.end(1)], bold, address or ""))
    if end < len(text):
        spans.append(Span(shown[end:], bold))
    if bold:
        report.add(
            place, "V112", "a bold mark ** is opened and not closed", "put ** on both sides of the bold words"
        )
    if any("**" in span.text for span in spans):
        report.add(
            place,
            "V112",
            "a bold mark ** stands inside the words of a link",
            "put ** before the [ and after the )",
        )
    if any("](" in span.text for span in spans):
        report.add(
            place,
            "V112",
            "a link is not complete",
            "write [words](https://example.org), with %28 and %29 for brackets in the address",
        )
    return tuple(spans)


class Sentence(NamedTuple):
    """A line of text with inline markup."""

    limit: int = 400
    blank: bool = True

    def read(self, node: Node, report: Report) -> Rich | None:
        """The spans."""
        text = Text(self.limit, lines=True, breaks=True).read(node, report)
        if text is None:
            return None
        spans = inline(text, node.place, report)
        if not plain(spans).strip():
            report.add(node.place, "V104", "the text is empty")
            return None
        return spans

    def schema(self) -> Schema:
        """A string."""
        return Text(self.limit).schema()


class Prose(NamedTuple):
    """Paragraphs parted by empty lines, and lists whose lines start with "1." or "-"."""

    limit: int = 4000
    blank: bool = True

    def read(self, node: Node, report: Report) -> tuple[Block, ...] | None:
        """The blocks."""
        text = Text(self.limit, lines=True, breaks=True).read(node, report)
        if text is None:
            return None
        blocks: list[Block] = []
        for chunk in re.split(r"\n[ \t]*\n", text):
            blocks.extend(_blocks(chunk, node.place, report))
        if any(not plain(piece).strip() for piece in texts(tuple(blocks))):
            report.add(node.place, "V104", "a paragraph or list item has no words")
            return None
        return tuple(_joined(blocks))

    def schema(self) -> Schema:
        """A string."""
        return Text(self.limit).schema()


def _blocks(chunk: str, place: Place, report: Report) -> list[Block]:
    """A paragraph, a list, or a paragraph and then a list without an empty line between them."""
    paragraph: list[str] = []
    items: list[list[str]] = []
    numbered = False
    for line in chunk.split("\n"):
        item = ITEM.fullmatch(line.strip())
        if item:
            numbered = numbered or bool(item[1])
            items.append([item[2]])
        elif items:
            items[-1].append(line)
        else:
            paragraph.append(line)
    blocks: list[Block] = []
    if any(line.strip() for line in paragraph):
        blocks.append(Paragraph(inline("\n".join(paragraph), place, report)))
    if items:
        blocks.append(Listing(tuple(inline("\n".join(item), place, report) for item in items), numbered))
    return blocks


def _joined(blocks: list[Block]) -> list[Block]:
    """Items with empty lines between them are still one list."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, Listing) and isinstance(last, Listing) and block.numbered == last.numbered:
            joined[-1] = Listing(last.items + block.items, block.numbered)
        else:
            joined.append(block)
    return joined


def marked(text: Rich) -> str:
    """A sentence with its **bold** and its [words](address), such that `inline` reads the same
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
    before, after = ("****" if end == " " else "" for end in (whole[:1], whole[-1:]))
    return f"{before}{whole}{after}"  # marks round nothing keep the spaces at the ends


def marked_blocks(blocks: tuple[Block, ...]) -> str:
    """Paragraphs and lists with an empty line between them, such that `Prose` reads the same
    blocks.
    """
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            text = marked(block.text)
            parts.append(f"****{text}" if ITEM.fullmatch(text) else text)
        else:
            numbers = range(1, len(block.items) + 1)
            marks = [f"{min(number, 99)}." if block.numbered else "-" for number in numbers]
            items = [f"{mark} {marked(item)}" for mark, item in zip(marks, block.items, strict=True)]
            parts.append("\n".join(items))
    return "\n\n".join(parts)
