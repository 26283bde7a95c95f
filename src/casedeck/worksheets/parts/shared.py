"""What the files of several parts share: keys, and how a number of lines is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from casedeck.errors import Place, Report
from casedeck.model.vocabulary import key
from casedeck.notation.amounts import Length, Whole
from casedeck.notation.combined import Checked
from casedeck.notation.fields import Schema, scalar, spellings, taken
from casedeck.notation.markup import Words as Label
from casedeck.notation.records import Key, Read, Record
from casedeck.notation.written import Wrong
from casedeck.notation.written.numbers import read_whole
from casedeck.notation.yaml import Node

PITCH_MM = 9.0
_NOUNS = ("lines", "line", "rows", "row")


class Count(NamedTuple):
    """A whole number from 1 to `high`, or the word "fill", which gives 0."""

    high: int

    def read(self, node: Node, report: Report) -> int | None:
        """The number, or 0 for as many as fill what is left."""
        text = scalar(node, report, 'a whole number or "fill"')
        if text is None:
            return None
        if key(text) == "fill":
            return 0
        found = read_whole(text, 1, self.high, _NOUNS)
        if isinstance(found, Wrong):
            found = Wrong(found.message, 'write "fill" for as many as fit')
        return taken(found, node, "V105", report)

    def schema(self) -> Schema:
        """An integer or the word."""
        return {"anyOf": [*Whole(1, self.high, _NOUNS).schema()["anyOf"], spellings("fill")]}


def made(
    record: Record, make: Callable[[Read], Any], check: Callable[[Read, Report], bool] | None = None
) -> Checked:
    """The record's values made into a part's value, where all that is required could be read and `check`
    found nothing to report.
    """

    def convert(values: Read, place: Place, report: Report) -> Any:
        complete = all(name in values for name, entry in record.keys.items() if entry.required)
        return make(values) if complete and (check is None or check(values, report)) else None

    return Checked(record, convert)


PITCH = Key(
    Length(9, 20),
    "The distance from line to line, from 9mm to 20mm, with its unit: 9mm for adults, 12mm for schools and "
    "large print. 9mm, if not said.",
)
LABEL = Key(Label(80), "The words above or beside it, at most 80 characters. No words, if not said.")
