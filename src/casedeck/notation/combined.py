"""Fields put together from others: a pair, one of two kinds, one with a check of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from casedeck.errors import Place, Report
from casedeck.notation.fields import Field, Schema, may_be_blank, offered
from casedeck.notation.records import Record
from casedeck.notation.yaml import Entries, Node, Scalar, empty


class Either(NamedTuple):
    """Plain text read by `text`, keys and values read by `record`."""

    text: Field
    record: Field

    def read(self, node: Node, report: Report) -> Any:
        """Whichever the node is."""
        return (self.text if isinstance(node, Scalar) else self.record).read(node, report)

    def schema(self) -> Schema:
        """Either schema."""
        return {"anyOf": [self.text.schema(), self.record.schema()]}


class ByName(NamedTuple):
    """Names of the writer's own, each with a value read by `value`; gives the values by their names."""

    what: str
    value: Field

    def read(self, node: Node, report: Report) -> dict[str, Any] | None:
        """The values; None where the node is no names with values."""
        if not isinstance(node, Entries):
            report.add(node.place, "V103", f"{self.what} is a name and its value on each line")
            return None
        read = {name.text: self.value.read(value, report) for name, value in node.entries}
        return {name: value for name, value in read.items() if value is not None}

    def schema(self) -> Schema:
        """An object with any keys."""
        return {"type": "object", "additionalProperties": self.value.schema()}


class Pair(NamedTuple):
    """A mapping of exactly one key, as in `- health: "…"`; gives (name, value, place). A record may be left
    out: `- cards`.
    """

    what: str
    name: Field
    value: Field

    def read(self, node: Node, report: Report) -> tuple[Any, Any, Place] | None:
        """The pair."""
        if isinstance(node, Scalar) and isinstance(self.value, Record) and not empty(node):
            node = Entries([(node, Entries([], node.place))], node.place)
        if not isinstance(node, Entries) or len(node.entries) != 1:
            report.add(
                node.place,
                "V103",
                f"{self.what} is one name and one value",
                f'write it like "- {self._names()[0].lower()}: …"',
            )
            return None
        word, value_node = node.entries[0]
        name = self.name.read(word, report)
        if isinstance(self.value, Record) and empty(value_node):
            value_node = Entries([], value_node.place)
        value = self.value.read(value_node, report)
        return None if name is None or value is None else (name, value, value_node.place)

    def _names(self) -> list[str]:
        names: list[str] = offered(self.name.schema())
        return names

    def schema(self) -> Schema:
        """An object with one property, or the name of a record that is left out."""
        pair = {**self.keys_schema(), "minProperties": 1, "maxProperties": 1}
        return (
            {"if": {"type": "string"}, "then": self.name.schema(), "else": pair}
            if isinstance(self.value, Record)
            else pair
        )

    def keys_schema(self) -> Schema:
        """An object with any number of such names."""
        value = self.value.schema()
        held = {**value, "type": ["object", "null"]} if isinstance(self.value, Record) else value
        names = self.name.schema()
        return {
            "type": "object",
            "properties": dict.fromkeys(self._names(), held),
            "additionalProperties": held,
            "propertyNames": names,
        }


class Checked(NamedTuple):
    """A field whose value is passed through `convert`, which may record a problem and return None."""

    field: Field
    convert: Callable[[Any, Place, Report], Any]

    @property
    def blank(self) -> bool:
        """Whether the field may be."""
        return may_be_blank(self.field)

    def read(self, node: Node, report: Report) -> Any:
        """The converted value."""
        value = self.field.read(node, report)
        return None if value is None else self.convert(value, node.place, report)

    def schema(self) -> Schema:
        """The schema of the field before conversion."""
        return self.field.schema()
