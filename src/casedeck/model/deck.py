"""A deck: what a deck file asks for, and the cards that come of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from casedeck.errors import Place
from casedeck.model.card_size import CardSize
from casedeck.model.case_study import CaseStudy
from casedeck.model.choice import NUMBERS, ORDERS, Choice
from casedeck.model.illustration import Illustration
from casedeck.model.paper import Paper
from casedeck.model.reason import Reason
from casedeck.model.sheet import LINES, LONG
from casedeck.model.theme import Theme


class Asked(NamedTuple):
    """Something that a deck asks for by name, and where."""

    name: str
    place: Place


class Session(NamedTuple):
    """Who meets when, for what, in how many minutes; anything may be absent. `rooms` is how many there are, 0
    where that is not said; `seed` settles how cards are dealt; `group_cards` are the cards of the first
    groups, where the deck says which; `variations` are other ways to run the activities. Where these were
    changed `for_once`, what the deck says of others is passed over. `breaks` are the minutes of each break, 0
    for none, None where that is not said.
    """

    people: int | None
    date: dt.date | None
    starts: dt.time | None
    minutes: int | None
    rooms: int
    seed: int
    activities: tuple[str, ...]
    place: Place
    group_cards: tuple[Asked, ...] = ()
    variations: tuple[Asked, ...] = ()
    for_once: bool = False
    breaks: int | None = None


PRINTERS = OFFICE, PRINT_SHOP = "office printer", "print shop"
"""Who prints: the first unless a deck says otherwise."""
BACK_OF_DECK = "deck"
"""What says that cards have one back for all: that of the deck."""

CARD_WEIGHT = 200
"""What the paper of cards weighs unless a deck says it, g/m²."""


class PrintItem(NamedTuple):
    """Something to print: its kind as the deck names it, cards with the face they have, else a face of "", on
    a paper and theme, and so many copies; cards of another `size` than their face's own.

    Cards that are cut from larger paper have their `backs` where one of BACKS says, or where their face has
    them; the paper is turned over the edge that `flip` says, and one of CUTS shows where to `cut`. With a
    `back` of BACK_OF_DECK, that stands behind all cards. What is for the PRINT_SHOP is not put on sheets of
    paper: that is the shop's business. A box is made for cards whose `card_weight` is so many g/m².
    """

    kind: str
    face: str
    paper: Paper
    theme: Theme
    copies: int
    place: Place
    size: CardSize | None = None
    backs: str = ""
    flip: str = LONG
    cut: str = LINES
    back: str = ""
    printed_by: str = OFFICE
    card_weight: int = CARD_WEIGHT

    @property
    def for_print_shop(self) -> bool:
        """Whether it is printed by a print shop."""
        return self.printed_by == PRINT_SHOP

    @property
    def file_name(self) -> str:
        """The PDF's name in the deck's output folder."""
        theme = "" if self.theme.id == "default" else f"-{self.theme.id}"
        what = f"cards-{self.face}" if self.face else self.kind
        size = f"-{self.size.name.replace(' ', '-').lower()}-on" if self.size else ""
        if self.for_print_shop:
            own = self.size.name.replace(" ", "-").lower() if self.size else self.paper.id.lower()
            return f"{what.replace(' ', '-')}-{own}{theme}-print-shop.pdf"
        return f"{what.replace(' ', '-')}{size}-{self.paper.id.lower()}{theme}.pdf"


FIELDS: Mapping[str, str] = {
    **{name: name for name in ("size", "backs", "flip", "cut", "back")},
    "for": "printed_by",
    "card weight": "card_weight",
}
"""What a key says of an item besides its face, paper, theme and copies: the name of the field, by the key."""


class Deck(NamedTuple):
    """A deck file, read and checked. `papers` are those that its session is printed on: none where each sheet
    has its own, one for all, or one for the sheets made for each of SETTINGS. `hinted_title` is the title
    with hints on where lines break, for the cover. Where it has a `picture`, `picture_place` says where that
    stands.
    """

    name: str
    title: str
    subtitle: str
    language: str
    session: Session
    choices: tuple[Choice, ...]
    prints: tuple[PrintItem, ...]
    place: Place
    order: str = ORDERS[0]
    numbers: str = NUMBERS[0]
    papers: tuple[Paper, ...] = ()
    hinted_title: str = ""
    picture: Illustration | None = None
    picture_place: Place | None = None


class Card(NamedTuple):
    """One case study in its place in a deck: card `number` of `of`, both 0 for one that is blank, and why it
    was chosen.
    """

    case: CaseStudy
    number: int
    of: int
    reason: Reason
