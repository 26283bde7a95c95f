"""Sizes of cards: files that name one, and how a deck says one."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.errors import Report
from casedeck.library.shelf import File, Kind, Shelf
from casedeck.model.card_size import CardSize
from casedeck.model.geometry import Size
from casedeck.notation.amounts import Length, Whole
from casedeck.notation.fields import Schema, Text, spellings, taken
from casedeck.notation.records import Key, Read, Record, Shape
from casedeck.notation.written import framed
from casedeck.notation.written.numbers import SIZE, read_size
from casedeck.notation.yaml import Node

LEAST, MOST = 40.0, 1000.0
"""How long a side of a card can be, mm."""


CARD_SIZE = Record(
    "a size of card",
    {
        "name": Key(Text(40), "What it is called.", required=True),
        "width": Key(Length(LEAST, MOST), "One side."),
        "height": Key(Length(LEAST, MOST), "The other side."),
        "to a sheet": Key(
            Whole(2, 9), "Instead of its sides: how many are cut from a sheet of A4, or of paper like it."
        ),
    },
    shapes=(
        Shape(("to a sheet",), known_by=("to a sheet",), without=("width", "height")),
        Shape(("width", "height")),
    ),
)


def read_card_size(file: File, report: Report) -> CardSize | None:
    """The size in a file, or None with problems recorded."""
    part = report.part()
    values: Read | None = CARD_SIZE.read(file.node, report)
    if values is None or not part.clean:
        return None
    if "to a sheet" in values:
        return CardSize(values["name"], None, values["to a sheet"])
    return CardSize(values["name"], Size(values["width"], values["height"]))


CARD_SIZES = Kind("assets/card-sizes", "size of card", "the file", read_card_size)


class SizeOfCard(NamedTuple):
    """A size of card by its name, or as two lengths such as 70x120mm."""

    shelf: Shelf[CardSize]

    def read(self, node: Node, report: Report) -> CardSize | None:
        """The size."""
        text = Text(60).read(node, report)
        if text is None:
            return None
        said = read_size(text, LEAST, MOST)
        if said is None:
            return self.shelf.find(text, node.place, report)
        size = taken(said, node, "V107", report)
        return CardSize(f"{size.width:g}x{size.height:g}mm", size) if size else None

    def schema(self) -> Schema:
        """An enumeration of what is on the shelf, or two lengths."""
        return {
            "anyOf": [
                *spellings(*self.shelf.names())["anyOf"],
                {"type": "string", "pattern": framed(SIZE)},
            ]
        }
