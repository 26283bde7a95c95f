"""The filters there are: what can stand under `where`."""

from __future__ import annotations

from collections.abc import Iterable

from casedeck.choose.aspects import BY_ASPECT
from casedeck.choose.filters import Condition, Filter
from casedeck.choose.has import BY_FACET
from casedeck.choose.reading_time import READING_TIME
from casedeck.choose.way import mapping
from casedeck.library.library import Library
from casedeck.notation.records import Read, Record

FILTERS: tuple[Filter, ...] = (
    *BY_FACET,
    READING_TIME,
    *BY_ASPECT,
)
"""Every kind of filter, in the order in which they are offered."""

_BY_NAME = {each.name: each for each in FILTERS}


def where(library: Library) -> Record:
    """The keys under `where`. What is in the library is read when a word of it is asked for."""
    return Record("where", {each.name: each.key(library) for each in FILTERS})


def conditions(values: Read) -> tuple[Condition, ...]:
    """The conditions that the values of a `where` stand for, in the order of the file."""
    return tuple(
        condition
        for name, value in values.items()
        for condition in _BY_NAME[name].conditions(value, values.places[name])
    )


def where_text(found: Iterable[Condition]) -> str:
    """The conditions as they stand behind `where` in a deck file."""
    ways: dict[str, dict[str, str]] = {}
    for entry in (condition.entry() for condition in found):
        ways.setdefault(entry.name, {})[entry.how] = entry.value
    return mapping({name: _value(each) for name, each in ways.items()})


def _value(ways: dict[str, str]) -> str:
    """What stands behind one key: a value, words of which any will do, or words by how they are held."""
    (first, *others) = ways
    return ways[first] if first in ("", "any") and not others else mapping(ways)
