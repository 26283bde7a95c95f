"""The families of benefits that the cards of a deck are of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from casedeck.compose.stationery import Stationery
from casedeck.compose.strip import family_of
from casedeck.model.deck import Card


class Family(NamedTuple):
    """A family: its id and name, what it means, and its cards in the order of the deck. Cards that are of
    none are together the one whose id is "".
    """

    id: str
    name: str
    meaning: str
    cards: tuple[Card, ...]


def families_in(cards: Sequence[Card], sheet: Stationery) -> list[Family]:
    """Those that occur, in the order of their vocabulary; cards of none come last."""
    known = [(term.id, term.name, term.meaning) for term in sheet.families]
    apart = [
        Family(*each, tuple([card for card in cards if family_of(card) == each[0]]))
        for each in (*known, ("", sheet.labels["in brief"], ""))
    ]
    return [family for family in apart if family.cards]
