"""What a deck file asks for: case studies by name, by what they have, or by what they do for the deck."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from casedeck.errors import Place
from casedeck.model.vocabulary import Term

COVERED = {"benefits": "benefit", "enablers": "enabler", "opportunities": "opportunity"}
"""The vocabularies that a deck can cover, each with the facet that its terms are found by."""

PICKS = ("by title", "most different", "at random")
"""The ways to pick some of the cases that pass."""

ORDERS = ("as listed", "title", "spread", "benefit", "sector")
"""The orders that the cards of a deck can have."""

NUMBERS = ("in order", "keep")
"""How cards are numbered: without a gap, or so that each keeps its number when others are taken out by
name.
"""

LOWEST_SCORE, HIGHEST_SCORE = 1, 5
"""The scores of a Heatmap: that of the coolest spots and that of the warmest."""

ASPECTS = ("full card", "own")
"""What a case can be besides what it has: one with a full card, one of the facilitator's own."""


class Has(NamedTuple):
    """A case passes when it has, under a facet, any, all or none of the values, as `how` says."""

    field: str
    values: tuple[str, ...]
    place: Place
    how: str = "any"


class Reads(NamedTuple):
    """A case passes when reading its card takes no less and no more seconds than these."""

    low: float
    high: float
    place: Place


class Is(NamedTuple):
    """A case passes when it is one of ASPECTS, or, where that is not wanted, when it is not."""

    aspect: str
    wanted: bool
    place: Place


class Without(NamedTuple):
    """A case passes when it is none of these, named by their ids. As a choice of its own it takes them out of
    every search of a deck.
    """

    names: tuple[str, ...]
    place: Place


Condition = Has | Reads | Is | Without


class Named(NamedTuple):
    """Choose one case study by its name."""

    name: str
    place: Place


class Where(NamedTuple):
    """Choose cases that pass every condition and are not chosen yet: at least and at most so many, picked in
    one of PICKS.
    """

    conditions: tuple[Condition, ...]
    place: Place
    at_least: int = 1
    at_most: int | None = None
    pick: str = PICKS[0]
    seed: int = 1


class Spot(NamedTuple):
    """An opportunity that is cool, with the scores that people gave it, or without any."""

    term: Term
    scores: tuple[int, ...] = ()

    @property
    def score(self) -> float | None:
        """The mean of the scores."""
        return sum(self.scores) / len(self.scores) if self.scores else None


class CoolSpots(NamedTuple):
    """Choose the cases that warm the most and the coolest of the spots, which stand in order from the
    coolest.
    """

    spots: tuple[Spot, ...]
    conditions: tuple[Condition, ...]
    place: Place
    at_least: int = 1
    at_most: int | None = None


class Cover(NamedTuple):
    """Choose the fewest cases that, with those chosen before, show all these terms, by the vocabularies that
    they are from.
    """

    terms: Mapping[str, tuple[Term, ...]]
    conditions: tuple[Condition, ...]
    place: Place


class FillTo(NamedTuple):
    """Choose cases until the deck has so many cards, picked in one of PICKS."""

    cards: int
    conditions: tuple[Condition, ...]
    place: Place
    pick: str = "most different"
    seed: int = 1


Choice = Named | Where | CoolSpots | Cover | FillTo | Without
