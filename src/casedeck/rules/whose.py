"""Whose text a problem is in, and so where it is mended: in a case study of one's own, or in the deck."""

from __future__ import annotations

from collections.abc import Sequence

from casedeck.errors import Place, Problem
from casedeck.model.deck import Card, Deck, PrintItem
from casedeck.model.text import plain

Ways = tuple[Sequence[str], Sequence[str]]


def problem_of(
    item: PrintItem, card: Card, field: str, code: str, message: str, ways: Ways, more: str = ""
) -> Problem:
    """What is wrong with a card, `{}` in the message standing for the case study.

    `ways` are the ways out in its file and those in the deck. Nobody is told to change a text that comes with
    casedeck: of such a one the problem stands where the deck prints it. A card that a search brought can be
    left out as well.
    """
    case = card.case
    in_file, in_deck = ways
    if case.own:
        listed = [*in_file, *in_deck] if card.reason.by_name else [*in_file, *in_deck, _without(card)]
        place, named = case.place(field), f'"{case.title}"'
    else:
        listed = [*in_deck, _without(card)]
        place, named = item.place, f'"{case.title}", which comes with casedeck,'
    hint = f"{', '.join(listed[:-1])}, or {listed[-1]}" if listed[1:] else listed[0]
    return Problem(place, code, message.replace("{}", named, 1), f"{hint}; {more}" if more else hint)


def place_of(word: str, deck: Deck, cards: Sequence[Card], sheet: Place) -> tuple[Place, str]:
    """Where the file of a word on a sheet is, and which text it is in: of the deck, or of one's own case
    study; else the sheet's place.
    """
    for name, text in (("title", deck.title), ("subtitle", deck.subtitle)):
        if word and word in text:
            return sheet, f", in the {name} of the deck"
    for case in (card.case for card in cards if card.case.own and word):
        for field, piece in case.fields():
            if word in plain(piece):
                return case.place(field), f', in the {field} of "{case.title}"'
    return sheet, ""


def _without(card: Card) -> str:
    """How to have a deck without a card."""
    return (
        f'take "{card.case.id}" out of the cards'
        if card.reason.by_name
        else f"leave it out with not: [{card.case.id}]"
    )
