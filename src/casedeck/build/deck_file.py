"""Deck files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from casedeck.build.cuts import cuts_make_sense
from casedeck.choose.choices import choices
from casedeck.compose.faces import FACES
from casedeck.errors import Place, Report
from casedeck.library.activities import ACTIVITIES
from casedeck.library.card_size import CARD_SIZES, SizeOfCard
from casedeck.library.files import Files
from casedeck.library.illustration import PICTURE, illustration_of
from casedeck.library.library import Library
from casedeck.library.locale import LOCALES
from casedeck.library.paper import PAPERS
from casedeck.library.references import CaseName, Shelved
from casedeck.library.theme import THEMES
from casedeck.model.choice import NUMBERS, ORDERS, Choice
from casedeck.model.deck import BACK_OF_DECK, FIELDS, PRINTERS, Asked, Deck, PrintItem, Session
from casedeck.model.paper import Paper, at_hand
from casedeck.model.sheet import BACKS, CUTS, FLIPS
from casedeck.model.signs import bare
from casedeck.model.vocabulary import key
from casedeck.notation.amounts import Date, InMinutes, TimeOfDay, Whole
from casedeck.notation.combined import Checked, Pair
from casedeck.notation.fields import Field, OneOf, Schema
from casedeck.notation.lists import ListOf
from casedeck.notation.markup import Words
from casedeck.notation.records import Key, Read, Record
from casedeck.notation.yaml import Node, Scalar
from casedeck.prints import PRINTS
from casedeck.wording import joined

LANGUAGE = "en-GB"
"""The language of a deck that names none."""
MAX_COPIES = 1000
PEOPLE = Whole(1, 500, ("people", "persons", "person", "participants", "participant", "attendees", "guests"))
MINUTES = InMinutes(10, 600)
COPIES = Whole(1, MAX_COPIES, ("copies", "copy", "times", "x"))
WEIGHT = Whole(60, 600, ("g/m2", "g/m²", "gsm", "g"))
NO_BREAKS = ("none", "no", "false")
"""What says that there are no breaks; some editors write no as false."""


class DeckFile(NamedTuple):
    """A deck file: what the deck is called, the file's bytes, the name to show for it, and the files around
    it.
    """

    name: str
    data: bytes
    shown: str
    files: Files


class Breaks(NamedTuple):
    """The length of a break such as "15 minutes", returned in whole minutes; 0 for the word "none"."""

    length: InMinutes = InMinutes(1, 120)

    def read(self, node: Node, report: Report) -> float | None:
        """The minutes."""
        return (
            0 if isinstance(node, Scalar) and key(node.text) in NO_BREAKS else self.length.read(node, report)
        )

    def schema(self) -> Schema:
        """A length of time, or a word."""
        return {"anyOf": [self.length.schema(), {"enum": ["none", "no", False]}]}


def deck_record(library: Library) -> Record:
    """The keys of a deck file; its enumerations name what is in the library."""
    return Record(
        "a deck",
        {
            "title": Key(Words(60, breaks=True), "Printed at the foot of every card.", required=True),
            "subtitle": Key(Words(120), "For whom or for what occasion."),
            "picture": Key(PICTURE, "A picture for the cover, and what it shows in words."),
            "language": Key(
                OneOf("language", tuple(library.shelf(LOCALES).names())), "The language of the cards."
            ),
            "session": Key(_session(library), "Who meets when."),
            "cards": Key(
                choices(library),
                "Which case studies: names, or what to look for; or the word all.",
                required=True,
            ),
            "paper": Key(
                papers(library),
                "The paper that you have, if everything is to be on it; or a small and a large one.",
            ),
            "order": Key(
                OneOf("order", ORDERS), "The order of the cards; as listed unless you say otherwise."
            ),
            "numbers": Key(
                OneOf("way to number", NUMBERS),
                "Keep, if the other cards keep their numbers when one is taken out with not.",
            ),
            "print": Key(_prints(library), "What to print.", required=True),
        },
    )


def activities(library: Library) -> ListOf:
    """The activities of a session, by their names."""
    return ListOf(OneOf("activity", tuple(library.shelf(ACTIVITIES).names())), 1, 5, single=True, names=True)


def papers(library: Library) -> Field:
    """The papers at hand: one for everything, or one set like A4 and one set like A3."""

    def apart(found: list[Paper], place: Place, report: Report) -> tuple[Paper, ...] | None:
        return _apart(_with_half(found[0], library) if len(found) == 1 else found, place, report)

    return Checked(ListOf(Shelved(library.shelf(PAPERS)), 1, 2, single=True, names=True), apart)


def _with_half(paper: Paper, library: Library) -> list[Paper]:
    """The paper, and before it that of which two sheets are glued together to make it."""
    half = library.shelf(PAPERS).needed(paper.half.name, library.report) if paper.half else None
    return [half, paper] if half else [paper]


def _apart(found: list[Paper], place: Place, report: Report) -> tuple[Paper, ...] | None:
    if len({paper.like for paper in found}) == len(found):
        return tuple(found)
    names = " and ".join(paper.name for paper in found)
    report.add(
        place,
        "V106",
        f"{names} are both set like {found[0].like}",
        "name one of them, or a small one and a large one, as in A4, A3",
    )
    return None


def _session(library: Library) -> Record:
    return Record(
        "session",
        {
            "people": Key(PEOPLE, "How many people take part."),
            "date": Key(Date(), "The day, like 2027-03-12 or 12 March 2027."),
            "starts": Key(TimeOfDay(), 'When it starts, like "13:30" or 1.30pm.'),
            "minutes": Key(
                MINUTES, "How long you have; what takes longer is cut, or refused where it cannot be."
            ),
            "rooms": Key(
                Whole(1, 10, ("rooms", "room")),
                "How many rooms you have; groups in each present to one another.",
            ),
            "breaks": Key(
                Breaks(), 'How long each break between activities is, like "15 minutes", or the word none.'
            ),
            "seed": Key(
                Whole(0, 999_999_999), "Any number: the same one deals the cards in the same way again."
            ),
            "activities": Key(activities(library), "What you will do with the cards, in order."),
            "variations": Key(
                ListOf(Checked(Words(60), lambda name, place, _: Asked(name, place)), 1, 5, single=True),
                "Other ways to run the activities, by the names on their facilitator sheets.",
            ),
            "group cards": Key(
                ListOf(CaseName(library), 1, 60, single=True, names=True),
                "The card of the first group, the second and so on; others get what differs.",
            ),
        },
    )


def _prints(library: Library) -> Field:
    item = Record(
        "a print item",
        {
            "face": Key(OneOf("face", tuple(FACES)), "What the card shows."),
            "paper": Key(Shelved(library.shelf(PAPERS)), "The paper to print on."),
            "theme": Key(Shelved(library.shelf(THEMES)), "How it looks."),
            "copies": Key(COPIES, "How many copies of the whole deck stand in the PDF."),
            "size": Key(
                SizeOfCard(library.shelf(CARD_SIZES)), "How large cards are that are cut from their paper."
            ),
            "back": Key(OneOf("back", (BACK_OF_DECK,)), "What is on the back of all cards: deck."),
            "backs": Key(OneOf("place for backs", BACKS), "Where the backs of cards are printed."),
            "flip": Key(OneOf("edge", FLIPS), "Over which edge the printer turns the paper."),
            "cut": Key(OneOf("way to show cuts", CUTS), "What shows where to cut."),
            "card weight": Key(WEIGHT, "What a square metre of the paper of the cards weighs, in grams."),
            "for": Key(
                OneOf("printer", PRINTERS),
                "Who prints the cards: an office printer, or a print shop, which gets each card by itself.",
            ),
        },
    )
    return ListOf(Pair("each print item", OneOf("print item", tuple(PRINTS)), item), 1, 20, names=True)


def read_deck(name: str, node: Node, library: Library, report: Report) -> Deck | None:
    """The deck in a file's node. None where it has no usable title, cards or print items; problems are
    recorded.
    """
    values: Read | None = deck_record(library).read(node, report)
    if values is None or not {"title", "cards", "print"} <= values.keys():
        return None
    picture: Read | None = values.get("picture")
    stock = values.get("paper", library.printer.papers)
    return Deck(
        name=name,
        title=bare(values["title"]),
        subtitle=values.get("subtitle", ""),
        language=values.get("language", LANGUAGE),
        session=_asked_session(values.get("session", {}), values.places.get("session", node.place)),
        choices=tuple(values["cards"]),
        prints=_print_items(values["print"], stock, library, report),
        place=node.place,
        order=values.get("order", ORDERS[0]),
        numbers=values.get("numbers", NUMBERS[0]),
        papers=_papers_of_session(values["print"], library) or stock,
        hinted_title=values["title"],
        picture=illustration_of(picture),
        picture_place=picture.places.get("file") if picture else None,
    )


def _asked_session(values: Mapping[str, Any], place: Place) -> Session:
    """The session that a deck's file asks for."""
    return Session(
        values.get("people"),
        values.get("date"),
        values.get("starts"),
        values.get("minutes"),
        values.get("rooms", 0),
        values.get("seed", 1),
        tuple(values.get("activities", ())),
        place,
        tuple(values.get("group cards", ())),
        tuple(values.get("variations", ())),
        breaks=values.get("breaks"),
    )


def deck_of(
    name: str,
    title: str,
    choices: tuple[Choice, ...],
    order: str,
    prints: Iterable[str],
    library: Library,
    place: Place,
    report: Report,
) -> Deck:
    """A deck with these cards in an order, which prints these items as they usually are."""
    session = Session(None, None, None, None, 0, 1, (), place)
    items = _print_items([(kind, Read(), place) for kind in prints], library.printer.papers, library, report)
    return Deck(name, title, "", LANGUAGE, session, choices, items, place, order, hinted_title=title)


def _papers_of_session(items: list[tuple[str, Read, Place]], library: Library) -> tuple[Paper, ...]:
    """The paper that the item names for itself which prints the session; none where none does."""
    own = [item["paper"] for kind, item, _ in items if PRINTS[kind].session and "paper" in item]
    return tuple(_with_half(own[0], library)) if own else ()


def on_papers(deck: Deck, papers: tuple[Paper, ...]) -> Deck:
    """The deck with everything on these papers, whatever it says itself. Of two items that come to be the
    same, one is printed, with the copies of both.
    """
    items: dict[str, PrintItem] = {}
    for each in deck.prints:
        item = each._replace(paper=at_hand(each.paper, papers))
        same = items.get(item.file_name)
        items[item.file_name] = same._replace(copies=same.copies + item.copies) if same else item
    return deck._replace(prints=tuple(items.values()), papers=papers)


def _print_items(
    pairs: list[tuple[str, Read, Place]],
    papers: tuple[Paper, ...],
    library: Library,
    report: Report,
) -> tuple[PrintItem, ...]:
    items: dict[str, PrintItem] = {}
    for kind, values, place in pairs:
        item = _print_item(kind, values, place, papers, library, report)
        if item is None:
            continue
        alike = next((each for each in items.values() if each.kind == kind), None)
        if PRINTS[kind].session and alike:
            hint = f"it stands first in line {alike.place.line}; one is enough"
            report.add(place, "D104", f"the {kind} would be written twice", hint)
            continue
        same = items.setdefault(item.file_name, item)
        if same is not item:
            hint = f"it stands first in line {same.place.line}; say copies there"
            report.add(place, "D104", f"{item.file_name} would be written twice", hint)
    return tuple(items.values())


def _print_item(
    kind: str, values: Read, place: Place, papers: tuple[Paper, ...], library: Library, report: Report
) -> PrintItem | None:
    """One item, on the deck's own `papers` where it names none itself; None with problems recorded."""
    wanted = PRINTS[kind]
    if wrong := values.keys() - {*wanted.takes}:
        message = f"the {kind} takes no {' or '.join(sorted(wrong))}"
        report.add(place, "V101", message, f"say only its {joined(wanted.takes)}")
        return None
    face = values.get("face", wanted.face)
    printed_on = FACES[face].paper if face else wanted.paper
    usual = values.get("paper") or library.shelf(PAPERS).find(printed_on, place, report)
    paper = usual if "paper" in values or not usual else at_hand(usual, papers)
    theme = values["theme"] if "theme" in values else library.shelf(THEMES).find("default", place, report)
    if paper is None or theme is None:
        return None
    item = PrintItem(kind, face, paper, theme, values.get("copies", 1), place, flip=library.printer.flip)
    item = item._replace(**{FIELDS[name]: values[name] for name in FIELDS.keys() & values.keys()})
    return item if cuts_make_sense(item, values, report) else None
