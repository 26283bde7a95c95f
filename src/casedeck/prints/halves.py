"""Documents on two sheets of paper that are glued together."""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.compose.lettering import Style, lettered
from casedeck.compose.stationery import Stationery
from casedeck.impose.halves import Halves
from casedeck.model.geometry import Box
from casedeck.model.page import Mark, Page
from casedeck.model.paper import Paper
from casedeck.model.sheet import Sheet
from casedeck.prints.document import Document

WORDS_PT = 10.0
"""The size of the words on the strip that is glued."""


def in_halves(document: Document, paper: Paper, sheet: Stationery) -> Document:
    """The document on the paper that is in the printer, where its own is two sheets of that: twice as many
    pages, each on one side.
    """
    if paper.half is None:
        return document
    language, colour = sheet.language, sheet.colour("slate")
    style = Style(WORDS_PT, WORDS_PT * 1.2, colour)

    def label(box: Box) -> tuple[Mark, ...]:
        return lettered(language.cutting["glue here"], style, box.width, sheet.fonts).marks(box.x, box.y)

    return document._replace(
        pages=Halves(lambda: _every_page(document), paper.half.size, label, colour).sides,
        page_count=2 * document.page_count,
        composed=document.different,
        paper=paper.half.name,
        sides=1,
        notes=(*document.notes, language.cutting["halves"]),
    )


def _every_page(document: Document) -> Iterator[Page]:
    """The page of each side, also where it stands on a sheet because it was there before."""
    for side in document.pages():
        yield from [each.page for each in side.placed] if isinstance(side, Sheet) else [side]
