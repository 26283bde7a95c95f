"""How some of the cases that pass are picked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from casedeck.choose.chance import ring
from casedeck.choose.different import most_different
from casedeck.model.case_study import CaseStudy
from casedeck.model.reason import Phrase

Cases = Sequence[CaseStudy]

BY_TITLE, MOST_DIFFERENT, AT_RANDOM = "by title", "most different", "at random"


class Pick(NamedTuple):
    """A way to pick: the function that takes a pool in order of title, how many are wanted, the seed and the
    cases that are in the deck already; and the words that a reason has for it in the locale, if any.
    """

    picked: Callable[[Cases, int, int, Cases], Cases]
    words: str = ""
    placeholders: tuple[str, ...] = ("reason",)


def _by_title(pool: Cases, wanted: int, seed: int, before: Cases) -> Cases:
    return pool[:wanted]


def _most_different(pool: Cases, wanted: int, seed: int, before: Cases) -> Cases:
    return most_different(pool, wanted, before)


def _at_random(pool: Cases, wanted: int, seed: int, before: Cases) -> Cases:
    return [pool[number - 1] for number in ring(len(pool), seed)[:wanted]]


PICKS: Mapping[str, Pick] = {
    BY_TITLE: Pick(_by_title),
    MOST_DIFFERENT: Pick(_most_different, "picked to differ"),
    AT_RANDOM: Pick(_at_random, "drawn at random", ("reason", "seed")),
}
"""The ways to pick some of the cases that pass."""

WORDS: Mapping[str, tuple[str, ...]] = {
    pick.words: pick.placeholders for pick in PICKS.values() if pick.words
}


def picked(pick: str, pool: Cases, wanted: int, seed: int, before: Cases) -> Cases:
    """So many of the pool, picked in one of PICKS."""
    return PICKS[pick].picked(pool, wanted, seed, before)


def and_picked(reason: Phrase, pick: str, seed: int) -> Phrase:
    """A reason, and how cases were picked where there is anything to say of it."""
    words = PICKS[pick].words
    return Phrase(words, {"reason": reason, "seed": seed}) if words else reason
