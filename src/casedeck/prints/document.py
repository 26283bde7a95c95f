"""A PDF to be: its pages, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from casedeck.compose.stationery import Stationery
from casedeck.errors import Place, Report
from casedeck.model.colour import Ink
from casedeck.model.deck import PrintItem
from casedeck.model.language import Language
from casedeck.model.page import Page
from casedeck.model.paper import CLEAR_MM
from casedeck.model.printer import ANY_PRINTER, Printer
from casedeck.model.sheet import Side, new_pages
from casedeck.rules.characters import words_covered
from casedeck.session.supplied import sheets_of
from casedeck.typeset.fonts import Fonts


class Document(NamedTuple):
    """One PDF of a deck, composed and ready to be drawn.

    `pages` gives its `page_count` sides of paper, made when they are asked for; `copies` of them stand in the
    file one after the other. Cards that are cut from sheets have all their copies on these, and are
    `composed` as so many pages; one copy `alone` is another document.

    `paper` is the paper's name, `sides` how many sides of it are printed, `colour` "colour" or "mono";
    `language` is that of what it says of itself; `facts` are lines to tell the user. `flip` is the edge over
    which the paper has to be turned, where that matters, `clear_mm` how far from its edge everything stands,
    0 where the edge itself is looked at, and `notes` say what is to be done once it is printed, in the
    language of the deck. Its sides are made ready for a `printer`. What is for a print shop is in its `inks`,
    and is ordered with these lines.
    """

    file_name: str
    title: str
    fonts: Fonts
    pages: Callable[[], Iterator[Side]]
    page_count: int
    copies: int
    paper: str
    sides: int
    colour: str
    language: Language
    facts: tuple[str, ...]
    place: Place
    flip: str = ""
    clear_mm: float = CLEAR_MM
    composed: int = 0
    notes: tuple[str, ...] = ()
    alone: Document | None = None
    printer: Printer = ANY_PRINTER
    inks: Mapping[str, Ink] | None = None
    order: tuple[str, ...] = ()

    @property
    def sheets(self) -> int:
        """Sheets of paper that printing the file takes."""
        return sheets_of(self.page_count, self.sides, self.copies)

    def one_copy(self) -> Document:
        """The document with one copy, under its own name."""
        alone = self.alone
        if alone is None:
            return self._replace(copies=1)
        return self._replace(
            pages=alone.pages, page_count=alone.page_count, copies=1, notes=alone.notes, alone=None
        )

    def each_page(self) -> Iterator[Page]:
        """Every page once, whether it fills its paper or is placed on a sheet."""
        return (page for side in self.pages() for page in new_pages(side))

    @property
    def different(self) -> int:
        """Pages that are no copies of others."""
        return self.composed or self.page_count


def sheets_document(
    item: PrintItem,
    title: str,
    pages: Sequence[Page],
    sheet: Stationery,
    report: Report,
    *,
    sides: int = 1,
    colour: str = "mono",
    facts: tuple[str, ...] = (),
) -> Document:
    """The document of an item's pages other than cards, with problems recorded in the report for characters
    that no font has.
    """
    kept = tuple(pages)
    report.problems.extend(words_covered(item, sheet, kept))
    return Document(
        file_name=item.file_name,
        title=title,
        fonts=sheet.fonts,
        pages=lambda: iter(kept),
        page_count=len(kept),
        copies=item.copies,
        paper=item.paper.name,
        sides=sides,
        colour=colour,
        language=sheet.language,
        facts=facts,
        place=item.place,
    )
