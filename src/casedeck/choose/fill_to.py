"""Choose cases until the deck has so many cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from casedeck.choose import keys
from casedeck.choose.filters import Narrowing, evidence
from casedeck.choose.picks import MOST_DIFFERENT, and_picked
from casedeck.choose.state import Found, State
from casedeck.choose.way import Way
from casedeck.errors import Place
from casedeck.library.library import Library
from casedeck.model.reason import Phrase, Reason
from casedeck.model.vocabulary import Vocabularies
from casedeck.notation.amounts import Whole
from casedeck.notation.records import Key, Read
from casedeck.wording import count


class FillTo(NamedTuple):
    """Choose cases until the deck has so many cards, picked in one of PICKS."""

    cards: int
    conditions: tuple[Narrowing, ...]
    place: Place
    pick: str = MOST_DIFFERENT
    seed: int = 1

    def take(self, state: State) -> Found:
        """As many cases more as the deck lacks, with those that are named further down."""
        wanted = state.lacking(self.cards)
        if wanted <= 0:
            return []
        pool = state.pool(self.conditions, self.place)
        if pool and len(pool) < wanted:
            comes_to = count(self.cards - wanted + len(pool), "card")
            message = f"the deck comes to {comes_to}; {self.cards} are wanted"
            state.report.add(self.place, "D105", message, "fill to fewer, or loosen the filters")
            return []
        phrase = and_picked(Phrase("fills the deck", {"cards": self.cards}), self.pick, self.seed)
        picked = state.picked(self.pick, pool, min(wanted, len(pool)), self.seed)
        return [(case, Reason(phrase, evidence(case, self.conditions))) for case in picked]

    def lines(self, vocabularies: Vocabularies) -> Sequence[str]:
        """The lines of a deck file."""
        picking = keys.picking_lines(self.pick, self.seed, MOST_DIFFERENT)
        return [f"fill to: {self.cards}", *keys.narrowed_lines(self.conditions), *picking]


def _keys(library: Library) -> dict[str, Key]:
    cards = Whole(1, keys.MAX_CARDS, keys.CARDS)
    return {"fill to": Key(cards, "How many cards the deck then has.")}


def _fill_to(values: Read, place: Place) -> FillTo:
    pick, seed = values.get("pick", MOST_DIFFERENT), values.get("seed", 1)
    return FillTo(values["fill to"], keys.narrowed(values), place, pick, seed)


FILL_TO = Way(
    name="fill to",
    about="Adds case studies until the deck has so many.",
    example="12",
    keys=_keys,
    choice=_fill_to,
    takes=("where", "not", "pick", "seed"),
    words={"fills the deck": ("cards",)},
)
