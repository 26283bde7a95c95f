"""The cards of a deck file: names, and what to look for."""

from __future__ import annotations

from typing import Any, NamedTuple

from casedeck.choose.keys import MAX_CARDS, SHARED, limits
from casedeck.choose.named import Named
from casedeck.choose.picks import AT_RANDOM
from casedeck.choose.way import Way
from casedeck.choose.ways import WAYS
from casedeck.choose.where import Where
from casedeck.errors import Place, Report
from casedeck.library.library import Library
from casedeck.library.references import CaseName
from casedeck.model.choice import Choice
from casedeck.model.vocabulary import key
from casedeck.notation.combined import Checked, Either
from casedeck.notation.fields import Field, Schema, spellings
from casedeck.notation.lists import ListOf
from casedeck.notation.records import Key, Read, Record
from casedeck.notation.yaml import Entries, Node, Scalar


def choices(library: Library) -> Field:
    """What stands under `cards`."""
    one = CardChoice(library, Checked(choice_record(library), _choice))
    return AllOr(ListOf(one, 1, MAX_CARDS, single=True, names=True))


def choice_record(library: Library) -> Record:
    """The keys of a choice of cards: those that several ways share, and those of each way."""
    keys: dict[str, Key] = {"where": SHARED["where"](library)}
    for way in WAYS:
        keys |= way.keys(library)
        keys[way.name] = keys[way.name]._replace(field=_Told(keys[way.name].field))
    shared = {name: make(library) for name, make in SHARED.items() if name not in keys}
    return Record("a choice of cards", {**keys, **shared})


class AllOr(NamedTuple):
    """The word "all", or a list of choices."""

    choices: Field

    def read(self, node: Node, report: Report) -> list[Choice] | None:
        """The choices; "all" is one that nothing fails."""
        if isinstance(node, Scalar) and key(node.text) == "all":
            return [Where((), node.place)]
        found: list[Choice] | None = self.choices.read(node, report)
        return found

    def schema(self) -> Schema:
        """Either."""
        return {"anyOf": [spellings("all"), self.choices.schema()]}


class CardChoice(NamedTuple):
    """The name of a case study, the word all, or keys that say what to look for.

    A title with a colon in it, such as Buffer: remote working, needs no quotes here, though YAML takes it for
    a key and a value.
    """

    library: Library
    sought: Field

    def read(self, node: Node, report: Report) -> Choice | None:
        """The choice."""
        if isinstance(node, Entries) and (name := self._with_a_colon(node)):
            return Named(name, node.place)
        if isinstance(node, Scalar) and key(node.text) == "all" and not self.library.cases.find(node.text):
            return Where((), node.place)
        choice: Choice | None = self._either().read(node, report)
        return choice

    def _with_a_colon(self, node: Entries) -> str:
        """The id of the case whose title is a key and its value, if there is one."""
        if len(node.entries) != 1 or not isinstance(value := node.entries[0][1], Scalar):
            return ""
        found = self.library.cases.find(f"{node.entries[0][0].text}: {value.text}")
        return found[0] if len(found) == 1 else ""

    def _either(self) -> Either:
        return Either(Checked(CaseName(self.library), lambda asked, *_: Named(*asked)), self.sought)

    def schema(self) -> Schema:
        """Either; a title with a colon is to be quoted, as editors do."""
        return {"anyOf": [spellings("all"), *self._either().schema()["anyOf"]]}


class _Unread(NamedTuple):
    """Stands for a value of which a problem is recorded already."""


_UNREAD = _Unread()


class _Told(NamedTuple):
    """What stands behind the name of a way: its value; None where it says nothing,
    _UNREAD where it is wrong.
    """

    field: Field

    def read(self, node: Node, report: Report) -> Any:
        """The value."""
        part = report.part()
        value = self.field.read(node, report)
        return value or (None if part.clean else _UNREAD)

    def schema(self) -> Schema:
        """That of the value."""
        return self.field.schema()


def _choice(values: Read, place: Place, report: Report) -> Choice | None:
    way = next((each for each in WAYS if each.name in values.places), None)
    if way is None:
        hint = f"begin with one of: {', '.join(each.name for each in WAYS)}"
        report.add(place, "V102", "this does not say what to look for", hint)
        return None
    _say_what_is_too_much(way, values, report)
    if _UNREAD in values.values():
        return None
    if way.name not in values:
        hint = f"write it like {way.example}"
        report.add(place, "V102", f"{way.name} says nothing to look for", hint)
        return None
    at = values.places.get("at least", place)
    return way.choice(values, place) if limits(values).can_be(at, report) else None


def _say_what_is_too_much(way: Way, values: Read, report: Report) -> None:
    """Record the keys that say nothing beside a way, and a seed that nothing is drawn with."""
    for name in values.places.keys() - {"", way.name, *way.takes}:
        message = f'"{name}" says nothing where a choice begins with "{way.name}"'
        report.add(values.places[name], "V101", message, "take it out")
    if "seed" in values and "seed" in way.takes and values.get("pick") != AT_RANDOM:
        hint = "take it out, or draw at random"
        report.add(values.places["seed"], "V101", '"seed" says nothing without pick: at random', hint)
