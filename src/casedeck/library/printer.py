"""The file of a printer, in which a facilitator keeps what a test page showed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from casedeck.errors import Place, Report
from casedeck.library.files import Files, read_node
from casedeck.library.paper import PAPERS
from casedeck.library.shelf import Shelves
from casedeck.model.printer import ANY_PRINTER, TURNS_OVER, Offset, Printer
from casedeck.notation.amounts import Length
from casedeck.notation.combined import Checked
from casedeck.notation.fields import OneOf, Text, YesNo, taken
from casedeck.notation.lists import ListOf
from casedeck.notation.records import Key, Read, Record
from casedeck.notation.written.numbers import read_length
from casedeck.notation.yaml import Scalar
from casedeck.wording import short

FILE = "assets/printer.yaml"
LEAST_SCALE, MOST_SCALE = 90, 110
FURTHEST = 20.0
"""How far a back may be off, mm."""
WIDEST = 25.0
"""The widest margin, mm."""


def _scale(text: str, place: Place, report: Report) -> float | None:
    """A share of the true size, such as 0.985 for 98.5 %."""
    found = re.fullmatch(r"([0-9]{2,3}(?:[.,][0-9]{1,3})?)\s*(?:%|per ?cent|mm)?", text.strip().lower())
    percent = float(found[1].replace(",", ".")) if found else 0.0
    if LEAST_SCALE <= percent <= MOST_SCALE:
        return percent / 100
    message = f'"{short(text)}" is not a number from {LEAST_SCALE} to {MOST_SCALE}'
    report.add(place, "V105", message, "write how long the line of 100 mm is on paper, such as 98.5")
    return None


def _signed(text: str, place: Place, report: Report) -> float | None:
    """A length in mm, less than 0 where a minus stands before it."""
    found = re.fullmatch(r"\s*([-+\N{MINUS SIGN}\N{EN DASH}]?)\s*(.+?)\s*", text)
    sign, length = (found[1], found[2]) if found else ("", text)
    value = taken(read_length(length, 0, FURTHEST), Scalar(text, place), "V107", report)
    return None if value is None else (value if sign in ("", "+") else -value)


def _offset(values: list[float], place: Place, report: Report) -> Offset | None:
    return Offset(*values) if len(values) == 2 else None


_OFFSET = Checked(ListOf(Checked(Text(20), _signed), 2, 2, names=True), _offset)


def printer_record(shelf: Shelves) -> Record:
    """The keys of a printer's file; its papers are those on the shelf."""
    return Record(
        "a printer",
        {
            "name": Key(Text(40), "What you call it."),
            "margins": Key(Length(0, WIDEST), "What it leaves white at the edges of the paper, such as 5mm."),
            "scale": Key(
                Checked(Text(12), _scale),
                "How long 100 mm are on its paper, such as 98.5; 100 is true to size.",
            ),
            "offset": Key(
                _OFFSET, "Where it puts backs: to the right and further down, such as 1.5mm, -0.5mm."
            ),
            "offset lying": Key(_OFFSET, "The same on paper that lies on its long side."),
            "colour": Key(YesNo(), "Whether it prints colours."),
            "largest": Key(
                Checked(Text(40), shelf(PAPERS).find), "The largest paper that it takes, such as A4."
            ),
            "duplex": Key(
                OneOf("edge", TURNS_OVER), "Over which edge it turns the paper; none for one side only."
            ),
        },
    )


def read_printer(files: Files, shelf: Shelves, report: Report) -> Printer:
    """The printer of the facilitator's folder; ANY_PRINTER where there is no such file, or a wrong one, whose
    problems are recorded.
    """
    if FILE not in files.names("assets"):
        return ANY_PRINTER
    node = read_node(files, FILE, "the printer's file", report)
    values: Read | None = None if node is None else printer_record(shelf).read(node, report)
    return ANY_PRINTER if values is None else changed(ANY_PRINTER, values)


def changed(printer: Printer, values: Mapping[str, Any]) -> Printer:
    """The printer with what the keys of its file say otherwise."""
    fields = {_FIELDS[name]: value for name, value in values.items() if value is not None}
    return printer._replace(**fields)


_FIELDS = {
    "name": "name",
    "margins": "margin_mm",
    "scale": "scale",
    "offset": "offset",
    "offset lying": "lying",
    "colour": "colour",
    "largest": "largest",
    "duplex": "duplex",
}
"""The fields of a printer by the keys of its file."""


def as_said(printer: Printer) -> dict[str, str]:
    """What a printer's file says, by its keys; "" where there is nothing to say."""
    return {
        "name": printer.name,
        "margins": f"{printer.margin_mm:g}mm" if printer.margin_mm else "",
        "scale": f"{100 * printer.scale:g}",
        "offset": _shown(printer.offset),
        "offset lying": _shown(printer.lying),
        "colour": "yes" if printer.colour else "no",
        "largest": printer.largest.id if printer.largest else "",
        "duplex": printer.duplex,
    }


def printer_file(printer: Printer) -> str:
    """The text of a printer's file: what is not as with any printer."""
    usual = as_said(ANY_PRINTER)
    own = {name: text for name, text in as_said(printer).items() if text != usual[name]}
    return "".join([f"{name}: {_quoted(text) if name == 'name' else text}\n" for name, text in own.items()])


def _shown(offset: Offset) -> str:
    return f"{offset.across:g}mm, {offset.down:g}mm"


def _quoted(text: str) -> str:
    """A text of any signs as YAML."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
