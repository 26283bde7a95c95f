"""Fields that name something in the library."""

from __future__ import annotations

from typing import Literal, NamedTuple

from casedeck.errors import Report, did_you_mean
from casedeck.library.library import Library
from casedeck.model.choice import Choice, Named, Where
from casedeck.model.paper import Paper
from casedeck.model.theme import Theme
from casedeck.model.vocabulary import key
from casedeck.notation.combined import Either
from casedeck.notation.fields import Field, Schema, Text, spellings
from casedeck.notation.yaml import Mapping, Node, Scalar
from casedeck.wording import short


class CaseName(NamedTuple):
    """The id or title of a case study."""

    library: Library

    def read(self, node: Node, report: Report) -> Named | None:
        """The choice of this case; one whose file has problems counts as known."""
        text = Text(80).read(node, report)
        if text is None:
            return None
        found = self.library.cases.find(text)
        if len(found) == 1:
            return Named(found[0], node.place)
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


class CardChoice(NamedTuple):
    """The name of a case study, the word all, or keys that say what to look for.

    A title with a colon in it, such as Buffer: remote working, needs no quotes here, though YAML takes it for
    a key and a value.
    """

    library: Library
    chosen: Field

    def read(self, node: Node, report: Report) -> Choice | None:
        """The choice."""
        if isinstance(node, Mapping) and len(node.entries) == 1:
            word, value = node.entries[0]
            if (
                isinstance(value, Scalar)
                and len(found := self.library.cases.find(f"{word.text}: {value.text}")) == 1
            ):
                return Named(found[0], node.place)
        if isinstance(node, Scalar) and key(node.text) == "all" and not self.library.cases.find(node.text):
            return Where((), node.place)
        choice: Choice | None = Either(CaseName(self.library), self.chosen).read(node, report)
        return choice

    def schema(self) -> Schema:
        """Either; a title with a colon is to be quoted, as editors do."""
        return {"anyOf": [spellings("all"), *Either(CaseName(self.library), self.chosen).schema()["anyOf"]]}


class Shelved(NamedTuple):
    """The name of a theme or a paper."""

    library: Library
    kind: Literal["themes", "papers"]

    def read(self, node: Node, report: Report) -> Theme | Paper | None:
        """The theme or paper."""
        text = Text(60).read(node, report)
        if text is None:
            return None
        find = self.library.shelf.theme if self.kind == "themes" else self.library.shelf.paper
        return find(text, node.place, report)

    def schema(self) -> Schema:
        """An enumeration of what is on the shelf."""
        return spellings(*self.library.shelf.names(self.kind))
