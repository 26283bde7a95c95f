"""Lists of fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from casedeck.errors import Report
from casedeck.notation.apart import SEVERAL, items_of
from casedeck.notation.combined import Pair
from casedeck.notation.fields import Field, Schema
from casedeck.notation.pending import pending
from casedeck.notation.yaml import Entries, Items, Node, empty
from casedeck.wording import count


class ListOf(NamedTuple):
    """A list of `low` to `high` items; with `single`, one item may stand without its list.

    With `names`, the items are words or numbers that may stand on one line, with commas or "and" between
    them. With `later`, blank items and those that are too few are no problem: they can be filled in later.
    """

    item: Field
    low: int = 0
    high: int = 1000
    single: bool = False
    names: bool = False
    later: bool = False

    def read(self, node: Node, report: Report) -> list[Any] | None:
        """The values that could be read, in order."""
        nodes = self._nodes(node)
        if nodes is None:
            report.add(
                node.place,
                "V103",
                "a list is needed here",
                "put each item on a line of its own after a hyphen",
            )
            return None
        if self.later:
            nodes = [each for each in nodes if not pending(each)]
        if not (0 if self.later else self.low) <= len(nodes) <= self.high:
            wanted = str(self.low) if self.low == self.high else f"{self.low} to {self.high}"
            report.add(
                node.place,
                "V109",
                (
                    f"the list has {count(len(nodes), 'item')}; {wanted} {'is' if wanted == '1' else 'are'} "
                    "needed"
                ),
            )
            return None
        values = [self.item.read(each, report) for each in nodes]
        return [value for value in values if value is not None]

    def _nodes(self, node: Node) -> Sequence[Node] | None:
        """The items, each by itself; None for what is no list."""
        if isinstance(node, Items):
            nodes = node.items
        elif isinstance(node, Entries) and self._pair():
            nodes = [Entries([entry], entry[0].place) for entry in node.entries]
        elif not (self.single or self.names or (self.later and self._pair())) or empty(node):
            return None
        else:
            nodes = [node]
        if not self.names:
            return nodes
        return [
            part for each in nodes for part in items_of(each, self.item, 1 if each is not node else self.low)
        ]

    def _pair(self) -> Pair | None:
        """The pair that each item is, also where it is one that may be unfinished."""
        pair = getattr(self.item, "pair", self.item)
        return pair if isinstance(pair, Pair) else None

    def schema(self) -> Schema:
        """An array, or one item, or several on one line."""
        item = self.item.schema()
        if self.names:
            item = {"if": {"type": "string", "pattern": SEVERAL}, "else": item}
        array: Schema = {"type": "array", "items": item, "minItems": self.low, "maxItems": self.high}
        others = [item] if self.single or self.names else []
        if pair := self._pair():
            others.append({**pair.keys_schema(), "minProperties": self.low, "maxProperties": self.high})
        return {"if": {"type": "array"}, "then": array, "else": {"anyOf": others}} if others else array
