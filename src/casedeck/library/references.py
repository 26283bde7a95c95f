"""Fields that name something in the library."""

from __future__ import annotations

from typing import Generic, NamedTuple

from casedeck.errors import Report, did_you_mean
from casedeck.library.library import Library
from casedeck.library.shelf import Item, Shelf
from casedeck.model.deck import Asked
from casedeck.notation.fields import Schema, Text, spellings
from casedeck.notation.yaml import Node
from casedeck.wording import short


class CaseName(NamedTuple):
    """The id or title of a case study."""

    library: Library

    def read(self, node: Node, report: Report) -> Asked | None:
        """The id of this case and its place; one whose file has problems counts as known."""
        text = Text(80).read(node, report)
        if text is None:
            return None
        found = self.library.cases.find(text)
        if len(found) == 1:
            return Asked(found[0], node.place)
        if found:
            report.add(
                node.place,
                "D101",
                f'several case studies are called "{short(text)}"',
                f"write the name in files: {' or '.join(found)}",
            )
        else:
            report.add(
                node.place,
                "D101",
                f'unknown case study "{short(text)}"',
                did_you_mean(text, self.library.names()),
            )
        return None

    def schema(self) -> Schema:
        """An enumeration of ids and titles."""
        return spellings(*self.library.names())


class Shelved(NamedTuple, Generic[Item]):
    """The name of something on a shelf, such as a theme."""

    shelf: Shelf[Item]

    def read(self, node: Node, report: Report) -> Item | None:
        """What has this name."""
        text = Text(60).read(node, report)
        return None if text is None else self.shelf.find(text, node.place, report)

    def schema(self) -> Schema:
        """An enumeration of what is on the shelf."""
        return spellings(*self.shelf.names())
