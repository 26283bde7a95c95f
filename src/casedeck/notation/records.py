"""Fields made of fields by their keys: records, with the shapes that they can have."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from casedeck.errors import Place, Report
from casedeck.model.vocabulary import key
from casedeck.notation.fields import Field, Schema, has, may_be_blank, other_spelling, spellings
from casedeck.notation.pending import pending
from casedeck.notation.wishes import way_out
from casedeck.notation.yaml import Entries, Node, Scalar, blank, empty
from casedeck.wording import short


class Read(dict[str, Any]):
    """The values of a record, and where each stood; `places[""]` is the record itself. `missing` are keys to
    be filled in later.
    """

    places: dict[str, Place]
    missing: list[str]


class Key(NamedTuple):
    """One key of a record: what it holds, whether it must be there, what it is for."""

    field: Field
    about: str
    required: bool = False


class Shape(NamedTuple):
    """One of several ways to fill a record: the keys it needs, those by which it is known, and those it
    leaves out.
    """

    needs: tuple[str, ...]
    known_by: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def is_that_of(self, given: Collection[str]) -> bool:
        """True where the keys given are those of this shape."""
        return set(self.known_by) <= set(given) and not set(self.without) & set(given)

    def schema(self) -> Schema:
        """What an object of this shape has and has not."""
        without = [{"required": [name]} for name in self.without]
        return {
            "allOf": [has(name) for name in self.needs],
            **({"not": {"anyOf": without}} if without else {}),
        }


class Record(NamedTuple):
    """Known keys with their fields; any other key is a problem. Of the `shapes`, the first that a record can
    be is the one it must be.

    With `later`, needed keys that are not filled in are no problem; they are listed in `Read.missing`.
    """

    what: str
    keys: dict[str, Key]
    shapes: tuple[Shape, ...] = ()
    later: bool = False

    def read(self, node: Node, report: Report) -> Read | None:
        """The values by the keys' names in full; keys left out or not readable are absent."""
        if not isinstance(node, Entries):
            report.add(
                node.place,
                "V103",
                f"{self.what} needs keys and values here",
                f"begin with one of: {', '.join([*self.keys][:6])}",
            )
            return None
        names = {key(name): name for name in self.keys}
        given = {names[key(word.text)] for word, _ in node.entries if key(word.text) in names}
        required = self._required(given)
        values = Read()
        values.places, values.missing = {"": node.place}, []
        above: Scalar | None = None
        for word, value_node in node.entries:
            name, emptied = names.get(key(word.text)), above
            above = word if empty(value_node) else above
            if name is None:
                hint = self._belongs_to(emptied, word) or way_out(self.what, word.text, self.keys)
                report.add(word.place, "V101", f'unknown key "{short(word.text)}" in {self.what}', hint)
            else:
                values.places[name] = value_node.place
                self._read_value(name, value_node, required, values, report)
        for name in self.keys:
            if name in required and name not in values.places:
                self._miss(name, "is missing", node.place, values, report)
        return values

    def _read_value(
        self, name: str, node: Node, required: Collection[str], values: Read, report: Report
    ) -> None:
        """Put what stands under a key into the values, if anything does."""
        field = self.keys[name].field
        meant = blank(node) and (name in required or may_be_blank(field))
        if empty(node) or (pending(node) if self.later else meant):
            if name in required:
                self._miss(name, "has no value", node.place, values, report)
            return
        value = field.read(node, report)
        if value == [] and self.later and name in required:
            self._miss(name, "has no value", node.place, values, report)
        elif value is not None:
            values[name] = value

    def _belongs_to(self, above: Scalar | None, word: Scalar) -> str:
        """The way out for a line that should stand further in: a key of the last one above without a value,
        or a text that goes on.
        """
        entry = next((self.keys[name] for name in self.keys if above and key(name) == key(above.text)), None)
        if above and entry and key(word.text) in map(key, entry.field.schema().get("properties", ())):
            return f'if it belongs to "{short(above.text)}", begin it in column {above.place.column + 2}'
        return (
            "put two spaces before it if it goes on with the text above"
            if " " in word.text.strip() and self.later
            else ""
        )

    def _miss(self, name: str, how: str, place: Place, values: Read, report: Report) -> None:
        if self.later:
            values.missing.append(name)
        else:
            report.add(place, "V102", f'"{name}" {how} in {self.what}')

    def _required(self, given: Collection[str]) -> set[str]:
        shape = next((shape for shape in self.shapes if shape.is_that_of(given)), Shape(()))
        return {name for name, entry in self.keys.items() if entry.required} | set(shape.needs)

    def schema(self) -> Schema:
        """An object that allows no other keys, each in any spelling."""
        held = {
            name: {"description": entry.about, **entry.field.schema()} for name, entry in self.keys.items()
        }
        made: Schema = {
            "type": "object",
            "properties": held,
            "patternProperties": {other_spelling(name): value for name, value in held.items()},
            "propertyNames": spellings(*self.keys),
        }
        needed = [has(name) for name, entry in self.keys.items() if entry.required]
        if self.shapes:
            needed.append({"anyOf": [shape.schema() for shape in self.shapes]})
        return {**made, "allOf": needed} if needed else made


def unique(values: Iterable[str]) -> bool:
    """True where no two values are the same name."""
    keys = [key(value) for value in values]
    return len(keys) == len(set(keys))
