"""Documents as a printer takes them: clear of its margins, in the colours that it has, on its paper."""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.library.library import Library
from casedeck.library.paper import PAPERS
from casedeck.model.printer import ANY_PRINTER, ONE_SIDE, Printer
from casedeck.prints.document import Document


def at_printer(document: Document, library: Library) -> Document:
    """The document for the printer of the facilitator's folder, with what is to be said of that among its
    facts. What looks at the printer itself stays as it is, and so does what is larger than its paper.
    """
    printer = library.printer
    if printer == ANY_PRINTER or not document.clear_mm:
        return document
    if not _takes(printer, document, library):
        fact = (
            f"{document.paper} is larger than your printer takes: have it printed elsewhere, or add --paper"
        )
        return document._replace(facts=(*document.facts, fact))
    return document._replace(
        clear_mm=printer.clear_mm,
        colour=document.colour if printer.colour else "mono",
        facts=(*document.facts, *_facts(printer, document)),
        printer=printer,
    )


def _takes(printer: Printer, document: Document, library: Library) -> bool:
    sizes = [paper.size for paper in library.shelf(PAPERS).sound() if paper.name == document.paper]
    return all(printer.takes(size) for size in sizes)


def _facts(printer: Printer, document: Document) -> Iterator[str]:
    """What to do by hand."""
    if document.sides == 2 and printer.duplex == ONE_SIDE:
        how = "put the pile back with its blank side up, and print the even ones"
        yield f"your printer prints one side: print the odd pages, {how}"
    elif document.sides == 2 and document.flip not in ("", printer.duplex):
        yield f"choose to flip on the {document.flip} in your printer's window, not on the {printer.duplex}"
