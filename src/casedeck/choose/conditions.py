"""What a case must have to be chosen: the keys under `where`."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.choose.facets import TEXT, VOCABULARY_OF, known_values
from casedeck.errors import Place, Report
from casedeck.library.library import Library
from casedeck.model.choice import ASPECTS, Condition, Has, Is, Reads
from casedeck.notation.amounts import Duration
from casedeck.notation.combined import Checked
from casedeck.notation.fields import Field, OneOf, OneTerm, Schema, Text, YesNo
from casedeck.notation.lists import ListOf
from casedeck.notation.records import Key, Read, Record
from casedeck.notation.yaml import Mapping, Node

_HOW = {"any": "Any of these will do.", "all": "It has all of these.", "none": "It has none of these."}


def where(library: Library) -> Record:
    """The keys under `where`; its enumerations name what is in the library, which is read when it is asked."""
    keys = {
        name: Key(
            Held(_list(OneTerm(name, library.vocabularies[kind]))), f"Cases with any of these as {name}."
        )
        for name, kind in VOCABULARY_OF.items()
    }
    for name, about in (
        ("location", "Cases in any of these places: a town or a country."),
        ("keyword", "Cases with any of these keywords."),
    ):
        keys[name] = Key(Held(_list(Known(name, library))), about)
    reading = {
        "at least": Key(Duration(), "No less than this."),
        "at most": Key(Duration(), "No more than this."),
    }
    keys[TEXT] = Key(Held(_list(Text(80))), "Cases with these words anywhere.")
    keys["reading time"] = Key(
        Checked(Record("reading time", reading), _reads), "How long the card takes to read."
    )
    keys["full card"] = Key(YesNo(), "Cases that have a full card; no for those that are brief.")
    keys["own"] = Key(YesNo(), "Cases of your own folder; no for those that come with casedeck.")
    return Record("where", keys)


def conditions(values: Read) -> tuple[Condition, ...]:
    """The conditions that the values of a `where` stand for, in the order of the file."""
    found: list[Condition] = []
    for name in values:
        value, place = values[name], values.places[name]
        if name == "reading time":
            found.append(Reads(value[0], value[1], place))
        elif name in ASPECTS:
            found.append(Is(name, value, place))
        else:
            found += [Has(name, words, at, how) for how, words, at in value if words]
    return tuple(found)


class Known(NamedTuple):
    """A word that some case of the library has under a facet such as "location"; asking for it reads all."""

    facet: str
    library: Library

    def read(self, node: Node, report: Report) -> str | None:
        """The word as the cases have it."""
        return self._one().read(node, report)

    def schema(self) -> Schema:
        """An enumeration of the words."""
        return self._one().schema()

    def _one(self) -> OneOf:
        return OneOf(self.facet, tuple(known_values(self.library.cases.values(), self.facet)))


class Held(NamedTuple):
    """Words of which any will do, or lists of words under `any`, `all` and `none`."""

    words: ListOf

    def read(self, node: Node, report: Report) -> list[tuple[str, tuple[str, ...], Place]]:
        """How the words are to be held, the words (terms by their names), and the place; each way at most
        once.
        """
        if isinstance(node, Mapping):
            part = report.part()
            values = self._record().read(node, report)
            if not values and part.clean:
                report.add(
                    node.place,
                    "V102",
                    "this filter says nothing to look for",
                    "write it like {none: [health, skills]}",
                )
            return (
                [(how, _names(words), values.places[how]) for how, words in values.items()] if values else []
            )
        return [("any", _names(self.words.read(node, report) or ()), node.place)]

    def _record(self) -> Record:
        return Record("a filter", {how: Key(self.words, about) for how, about in _HOW.items()})

    def schema(self) -> Schema:
        """The words, or a mapping."""
        return {"anyOf": [self.words.schema(), {**self._record().schema(), "minProperties": 1}]}


def _list(item: Field) -> ListOf:
    return ListOf(item, 1, 20, single=True, names=not isinstance(item, Text))


def _names(words: object) -> tuple[str, ...]:
    assert isinstance(words, (list, tuple))
    return tuple(each if isinstance(each, str) else each.name for each in words)


def _reads(values: Read, place: Place, report: Report) -> tuple[float, float] | None:
    if not values.keys() & {"at least", "at most"}:
        if not values.places.keys() - {""}:
            report.add(
                place,
                "V102",
                "reading time says neither at least nor at most",
                "write it like {at most: 60 seconds}",
            )
        return None
    low, high = values.get("at least", 0.0), values.get("at most", float("inf"))
    if low > high:
        report.add(
            values.places["at least"], "V105", f"at least {low:g} seconds is more than at most {high:g}"
        )
        return None
    return low, high
