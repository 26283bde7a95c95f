"""How long cards take to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casedeck.model.deck import Card
from casedeck.plan.error import PlanError

PACES: Mapping[str, int] = {"planning": 175, "average": 238, "gentle": 120}
"""Words per minute: the lower edge of what adults usually read, what they read on average, and taking it slowly (session.md, 2)."""


def reading_minutes(words: float, pace: str = "planning") -> float:
    """Minutes to read so many words at a pace (a key of PACES); PlanError for another. 166 words at planning pace: 0.95."""
    if pace not in PACES:
        raise PlanError(f'there is no reading pace "{pace}"', f"use {', '.join(PACES)}")
    return words / PACES[pace]


def median_words(cards: Sequence[Card]) -> float:
    """Words on the middle card of a deck by length, or the mean of the two in the middle; 0 for no cards."""
    words = sorted(card.case.words for card in cards)
    middle = len(words) // 2
    if len(words) % 2:
        return float(words[middle])
    return (words[middle - 1] + words[middle]) / 2 if words else 0.0
