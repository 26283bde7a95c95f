"""A printer in words, and the file in which it is kept."""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.model.paper import CLEAR_MM
from casedeck.model.printer import ANY_PRINTER, EXACT, ONE_SIDE, Offset, Printer

NOTE = "# What a printer does, as its test page showed. Every deck of this folder is made for it.\n"


def told(printer: Printer) -> str:
    """A printer on one line: "your printer Office (98.5 % of true size, no colour)"."""
    name = f"your printer {printer.name}".strip()
    return f"{name} ({', '.join(_told(printer)) or 'nothing special'})"


def _told(printer: Printer) -> Iterator[str]:
    if printer.margin_mm:
        yield f"{printer.margin_mm:g} mm white at the edges"
    if printer.scale != 1:
        yield f"{100 * printer.scale:g} % of true size"
    for offset, where in ((printer.offset, ""), (printer.lying, ", lying")):
        if offset != EXACT:
            yield f"backs {_placed(offset)}{where}"
    if not printer.colour:
        yield "no colour"
    if printer.largest:
        yield f"paper up to {printer.largest.name}"
    if printer.duplex == ONE_SIDE:
        yield "one side only"
    elif printer.duplex != ANY_PRINTER.duplex:
        yield f"turned over the {printer.duplex}"


def _placed(offset: Offset) -> str:
    """Where backs are: "1.5 mm to the right and 0.5 mm too high"."""
    across = f"{abs(offset.across):g} mm to the {'right' if offset.across > 0 else 'left'}"
    down = f"{abs(offset.down):g} mm too {'low' if offset.down > 0 else 'high'}"
    return " and ".join(text for text, by in ((across, offset.across), (down, offset.down)) if by)


def shown(printer: Printer) -> str:
    """What is known of a printer and what is done about it, line by line."""
    if printer == ANY_PRINTER:
        return "Nothing is known of your printer: decks are made for any."
    return "\n".join([f"For {told(printer)}, casedeck:", *(f"  {line}" for line in _done(printer))])


def _done(printer: Printer) -> Iterator[str]:
    """What a build does for a printer."""
    if printer.scale != 1:
        how = "larger" if printer.scale < 1 else "smaller"
        yield f"draws everything {abs(1 / printer.scale - 1):.1%} {how} where the edges allow it".replace(
            "%", " %"
        )
    if (printer.offset, printer.lying) != (EXACT, EXACT):
        yield "moves backs to where they belong"
    yield f"keeps {max(CLEAR_MM, printer.margin_mm):g} mm clear at the edges"
    if not printer.colour:
        yield "calls all files mono"
    if printer.papers:
        yield f"puts on {printer.papers[0].name} what is made for larger paper, unless a deck names its paper"
    if printer.duplex == ONE_SIDE:
        yield "says how to print both sides by hand"
