"""Take cases out by name: from one search, or, on a line of its own, from every search of a deck."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from casedeck.choose.way import Way, flow
from casedeck.errors import Place
from casedeck.library.library import Library
from casedeck.library.references import CaseName
from casedeck.model.case_study import CaseStudy, Claim
from casedeck.model.vocabulary import Vocabularies
from casedeck.notation.lists import ListOf
from casedeck.notation.records import Key, Read

MOST = 5000
"""The most cases that one line takes out."""


class Without(NamedTuple):
    """A case passes when it is none of these, named by their ids. As a choice of its own it takes them out of
    every search of a deck.
    """

    names: tuple[str, ...]
    place: Place

    def take(self, state: Any) -> tuple[()]:
        """No case; whatever is taken out is known before the first choice."""
        return ()

    def lines(self, vocabularies: Vocabularies) -> list[str]:
        """The line of a deck file."""
        return [f"not: {flow(self.names)}"]

    def passes(self, case: CaseStudy) -> bool:
        """True for any other case."""
        return case.id not in self.names

    def evidence(self, case: CaseStudy) -> tuple[Claim, ...]:
        """Nothing speaks for a case by its not being another."""
        return ()

    def in_words(self) -> str:
        """As messages say it: "without timpson"."""
        return f"without {' or '.join(self.names)}"

    def hint(self, pool: Sequence[CaseStudy]) -> str:
        """The way out where nothing else is there."""
        return "loosen it"


def names_key(library: Library) -> Key:
    """What stands behind `not`."""
    names = ListOf(CaseName(library), 1, MOST, single=True, names=True)
    about = "Case studies that are not to be chosen; on a line of its own, by none of the searches."
    return Key(names, about)


def read_without(values: Read, place: Place) -> Without:
    """The cases named under `not`."""
    return Without(tuple(each.name for each in values["not"]), place)


WITHOUT = Way(
    name="not",
    about="Takes these case studies out of every search.",
    example="[timpson]",
    keys=lambda library: {"not": names_key(library)},
    choice=read_without,
)
