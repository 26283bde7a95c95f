"""A printer in words."""

from __future__ import annotations

from casedeck.api.printers import shown, told
from casedeck.model.printer import ANY_PRINTER, Offset, Printer


def test_all_of_it_is_told() -> None:
    """Each thing that is known has its words, and nothing is said of the rest."""
    printer = Printer("Office", 7, 1.01, Offset(-1, 0), Offset(0, 2), colour=False, duplex="short edge")
    assert told(printer) == (
        "your printer Office (7 mm white at the edges, 101 % of true size, backs 1 mm to the left, "
        "backs 2 mm too low, lying, no colour, turned over the short edge)"
    )
    assert "draws everything 1.0 % smaller where the edges allow it" in shown(printer)
    assert "keeps 7 mm clear at the edges" in shown(printer)


def test_nothing_is_told_of_any_printer() -> None:
    """Where nothing is known, that is said, and a printer with nothing but a name is said to be as any."""
    assert shown(ANY_PRINTER) == "Nothing is known of your printer: decks are made for any."
    assert told(Printer("Office")) == "your printer Office (nothing special)"
