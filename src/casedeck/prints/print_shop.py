"""Cards as a print shop wants them, and what to order there in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casedeck.compose.stationery import Stationery
from casedeck.model.deck import PrintItem
from casedeck.model.printer import ANY_PRINTER
from casedeck.model.text import filled
from casedeck.prints.bench import Bench
from casedeck.prints.document import Document

BLEED = 3.0
"""How far colour runs beyond the edge of a card, mm."""
FILE_NAME = "for-the-print-shop.txt"
"""The file with what to order."""


def for_print_shop(
    bench: Bench, item: PrintItem, document: Document, sheet: Stationery, cards: int
) -> Document:
    """A document of cards as pages of their own with bleed and marks, in the inks of a print shop, once
    however many copies are ordered.
    """
    return document._replace(
        copies=1,
        paper=f"{sheet.size.width:g} x {sheet.size.height:g} mm",
        clear_mm=-BLEED,
        printer=ANY_PRINTER,
        inks=item.theme.inks,
        order=tuple(_order(bench, item, document, sheet, cards)),
    )


def _order(bench: Bench, item: PrintItem, document: Document, sheet: Stationery, cards: int) -> Iterator[str]:
    words = bench.words("print shop")
    width, height = sheet.size
    yield filled(words["file"], file=document.file_name)
    yield filled(words["size"], width=f"{width:g}", height=f"{height:g}", bleed=f"{BLEED:g}")
    yield words["two sides" if document.sides == 2 else "one side"]
    for name in ("colours", "stock", "trim"):
        yield words[name]
    yield filled(words["quantity"], cards=cards, sets=item.copies, all=cards * item.copies)


def order_file(documents: Sequence[Document]) -> dict[str, bytes]:
    """The file with what to order of all documents that are for a print shop; nothing where none is."""
    orders = ["\n".join(each.order) for each in documents if each.order]
    return {FILE_NAME: ("\n\n".join(orders) + "\n").encode()} if orders else {}
