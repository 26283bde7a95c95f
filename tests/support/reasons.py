"""Why cards are in a deck, said in the shipped words."""

from __future__ import annotations

from casedeck.choose.reasons import words_of
from casedeck.model.deck import Card
from casedeck.model.reason import Phrase, Reason, said
from tests.support.marks import locale

WORDS: dict[str, str] = {**words_of(locale()), "as it is": "{words}"}
"""The shipped words for reasons, and those of `in_words`."""


def why(card: Card) -> str:
    """Why a card is in its deck."""
    return said(card.reason.phrase, WORDS)


def in_words(words: str) -> Reason:
    """A reason that is said with these very words."""
    return Reason(Phrase("as it is", {"words": words}))
