"""How long cards take to read."""

from __future__ import annotations

from collections.abc import Sequence

from casedeck.model.deck import Card

WORDS_PER_MINUTE = 175
"""The lower edge of what adults usually read; 238 is their average."""


def reading_minutes(words: float) -> float:
    """Minutes to read so many words. 166 words: 0.95."""
    return words / WORDS_PER_MINUTE


def median_words(cards: Sequence[Card]) -> float:
    """Words on the middle card of a deck by length, or the mean of the two in the middle; 0 for no cards."""
    words = sorted(card.case.words for card in cards)
    middle = len(words) // 2
    if len(words) % 2:
        return float(words[middle])
    return (words[middle - 1] + words[middle]) / 2 if words else 0.0
