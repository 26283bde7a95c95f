"""Choose cases by what they have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from casedeck.choose import keys
from casedeck.choose.filters import Narrowing, all_in_words, all_phrase, evidence
from casedeck.choose.picks import AT_RANDOM, BY_TITLE, and_picked
from casedeck.choose.state import Found, State
from casedeck.choose.way import Way
from casedeck.errors import Place
from casedeck.model.reason import Reason
from casedeck.model.vocabulary import Vocabularies
from casedeck.notation.records import Read


class Where(NamedTuple):
    """Choose cases that pass every condition and are not chosen yet: at least and at most so many, picked in
    one of PICKS.
    """

    conditions: tuple[Narrowing, ...]
    place: Place
    at_least: int = 1
    at_most: int | None = None
    pick: str = BY_TITLE
    seed: int = 1

    def take(self, state: State) -> Found:
        """The cases, in order of title unless they are picked otherwise."""
        pool = state.pool(self.conditions, self.place, needed=self.at_least > 0)
        state.enough(len(pool), self.at_least, all_in_words(self.conditions), self.place)
        wanted = len(pool) if self.at_most is None else min(len(pool), self.at_most)
        phrase = all_phrase(self.conditions)
        if wanted < len(pool) or self.pick == AT_RANDOM:
            phrase = and_picked(phrase, self.pick, self.seed)
        picked = state.picked(self.pick, pool, wanted, self.seed)
        return [(case, Reason(phrase, evidence(case, self.conditions))) for case in picked]

    def lines(self, vocabularies: Vocabularies) -> Sequence[str]:
        """The lines of a deck file."""
        return [
            *keys.narrowed_lines(self.conditions),
            *keys.Limits(self.at_least, self.at_most).lines(),
            *keys.picking_lines(self.pick, self.seed, BY_TITLE),
        ]


def _where(values: Read, place: Place) -> Where:
    pick, seed = values.get("pick", BY_TITLE), values.get("seed", 1)
    return Where(keys.narrowed(values), place, *keys.limits(values), pick, seed)


WHERE = Way(
    name="where",
    about="Takes the case studies that have what is asked for.",
    example="{benefit: health}",
    keys=lambda library: {"where": keys.SHARED["where"](library)},
    choice=_where,
    takes=("not", "at least", "at most", "pick", "seed"),
)
