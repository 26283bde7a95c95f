"""Deck files."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.errors import Place, Report
from casedeck.load.fields import Date, Field, OneOf, OneTerm, Schema, Text, TimeOfDay, Whole
from casedeck.load.library import Library
from casedeck.load.markup import Words
from casedeck.load.records import Checked, Either, Key, ListOf, Pair, Read, Record
from casedeck.load.references import CaseName, Shelved
from casedeck.load.yaml import Node, Scalar
from casedeck.model.deck import Choice, Condition, Deck, PrintItem, Session, Where
from casedeck.model.vocabulary import key

FACES = {"index": "A4", "wall": "A3"}
"""The card faces, each with the paper it is printed on unless the deck says otherwise."""

ITEMS = {"cards": "index", "wall cards": "wall"}
"""What can stand under `print`, each with the face it has unless the deck says otherwise."""

ACTIVITIES = ("gallery", "co-presentation", "creating benefits", "divergent connections", "make your own case study")
LANGUAGES = ("en-GB",)
MAX_CARDS = 5000
MAX_COPIES = 1000
CONDITIONS = {
    "benefit": "benefits",
    "enabler": "enablers",
    "opportunity": "opportunities",
    "sector": "sectors",
    "type of place": "places",
}


def deck_record(library: Library) -> Record:
    """The keys of a deck file; its enumerations name what is in the library."""
    return Record(
        "a deck",
        {
            "title": Key(Words(60), "Printed at the foot of every card.", required=True),
            "subtitle": Key(Words(120), "For whom or for what occasion."),
            "language": Key(OneOf("language", LANGUAGES), "The language of the cards."),
            "session": Key(_session(), "Who meets when."),
            "cards": Key(_cards(library), "Which case studies: names, or what to look for; or the word all.", required=True),
            "print": Key(_prints(library), "What to print.", required=True),
        },
    )


def _session() -> Record:
    return Record(
        "session",
        {
            "people": Key(Whole(1, 500), "How many people take part."),
            "date": Key(Date(), "The day, like 2027-03-12."),
            "starts": Key(TimeOfDay(), 'When it starts, like "13:30".'),
            "activities": Key(ListOf(OneOf("activity", ACTIVITIES), 1, 5, single=True), "What you will do with the cards."),
        },
    )


def _cards(library: Library) -> Field:
    words = ListOf(Text(80), 1, 20, single=True)
    keys = {
        name: Key(ListOf(OneTerm(name, library.vocabularies[kind]), 1, 20, single=True), f"Cases with any of these as {name}.")
        for name, kind in CONDITIONS.items()
    }
    keys["location"] = Key(words, "Cases in any of these places: a town or a country.")
    keys["keyword"] = Key(words, "Cases with any of these keywords.")
    chosen = Record(
        "a choice of cards",
        {
            "where": Key(Record("where", keys), "What the cases must have; every line must hold.", required=True),
            "at most": Key(Whole(1, MAX_CARDS), "How many to take, in order of title."),
        },
    )
    return AllOr(ListOf(Either(CaseName(library), Checked(chosen, _where)), 1, MAX_CARDS))


def _prints(library: Library) -> Field:
    item = Record(
        "a print item",
        {
            "face": Key(OneOf("face", tuple(FACES)), "What the card shows."),
            "paper": Key(Shelved(library, "papers"), "The paper to print on."),
            "theme": Key(Shelved(library, "themes"), "How it looks."),
            "copies": Key(Whole(1, MAX_COPIES), "How many copies of the whole deck stand in the PDF."),
        },
    )
    return ListOf(Pair("each print item", OneOf("print item", tuple(ITEMS)), item), 1, 20)


class AllOr(NamedTuple):
    """The word "all", or a list of choices."""

    choices: Field

    def read(self, node: Node, report: Report) -> list[Choice] | None:
        """The choices; "all" is one that nothing fails."""
        if isinstance(node, Scalar) and key(node.text) == "all":
            return [Where((), None, node.place)]
        found: list[Choice] | None = self.choices.read(node, report)
        return found

    def schema(self) -> Schema:
        """Either."""
        return {"anyOf": [{"const": "all"}, self.choices.schema()]}


def _where(values: Read, place: Place, report: Report) -> Where | None:
    where = values.get("where")
    if where is None:
        return None
    conditions = []
    for name, found in where.items():
        names = tuple(each if isinstance(each, str) else each.name for each in found)
        conditions.append(Condition(name, names, where.places[name]))
    if not where.places.keys() - {""}:
        report.add(place, "V102", "where says nothing to look for", "add a line such as benefit: health")
    return Where(tuple(conditions), values.get("at most"), place)


def read_deck(name: str, node: Node, library: Library, report: Report) -> Deck | None:
    """The deck in a file's node. None where it has no usable title, cards or print items; problems are recorded."""
    values: Read | None = deck_record(library).read(node, report)
    if values is None or not {"title", "cards", "print"} <= values.keys():
        return None
    session = values.get("session", {})
    return Deck(
        name=name,
        title=values["title"],
        subtitle=values.get("subtitle", ""),
        language=values.get("language", LANGUAGES[0]),
        session=Session(session.get("people"), session.get("date"), session.get("starts"), tuple(session.get("activities", ()))),
        choices=tuple(values["cards"]),
        prints=_print_items(values["print"], library, report),
        place=node.place,
    )


def _print_items(pairs: list[tuple[str, Read, Place]], library: Library, report: Report) -> tuple[PrintItem, ...]:
    items: dict[str, PrintItem] = {}
    for kind, values, place in pairs:
        face = values.get("face", ITEMS[kind])
        paper = values["paper"] if "paper" in values else library.shelf.paper(FACES[face], place, report)
        theme = values["theme"] if "theme" in values else library.shelf.theme("default", place, report)
        if paper is None or theme is None:
            continue
        item = PrintItem(face, paper, theme, values.get("copies", 1), place)
        if item.file_name in items:
            first = items[item.file_name].place.line
            report.add(place, "D104", f"{item.file_name} would be written twice", f"it stands first in line {first}; say copies there")
        items.setdefault(item.file_name, item)
    return tuple(items.values())
