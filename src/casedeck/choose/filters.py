"""What a filter under `where` says of itself, and which cases pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from casedeck.choose.without import Without
from casedeck.errors import Place
from casedeck.library.library import Library
from casedeck.model.case_study import CaseStudy, Claim
from casedeck.model.reason import Phrase, chained
from casedeck.notation.records import Key

LOOSEN = "loosen it"
"""The way out where a condition leaves no case and nothing better can be said."""


class Entry(NamedTuple):
    """A condition under `where` in a deck file: its key, how its words are to be held, "" where that is not
    said, and its value as it is written.
    """

    name: str
    how: str
    value: str


class Condition(Protocol):
    """What a case must be to be chosen. Each kind has its own file in `casedeck.choose`."""

    @property
    def place(self) -> Place:
        """Where it stands."""

    def passes(self, case: CaseStudy) -> bool:
        """True when the case is what the condition asks for."""

    def evidence(self, case: CaseStudy) -> Iterable[Claim]:
        """The claims of the case by which it passes."""

    def in_words(self) -> str:
        """The condition as messages say it, in the words of deck files: "benefit Health or Wellbeing"."""

    def phrase(self) -> Phrase:
        """The condition as a reason says it."""

    def entry(self) -> Entry:
        """The condition as a deck file says it."""

    def hint(self, pool: Sequence[CaseStudy]) -> str:
        """The way out where no case of the pool passes."""


Narrowing = Condition | Without
"""What narrows down from what a search chooses."""


class Filter(NamedTuple):
    """A key under `where`: its name, what stands behind it, the conditions that its value stands for, and the
    names of its words in the locale with their placeholders.
    """

    name: str
    key: Callable[[Library], Key]
    conditions: Callable[[Any, Place], Iterable[Condition]]
    words: Mapping[str, tuple[str, ...]] = {}


ALL_CASES = Phrase("all case studies")
WORDS: Mapping[str, tuple[str, ...]] = {ALL_CASES.name: ()}
"""The words for what passes where nothing is asked for."""


def filtered(conditions: Sequence[Narrowing], cases: Iterable[CaseStudy]) -> list[CaseStudy]:
    """The cases that pass every condition, in order of title."""
    left = [case for case in cases if all(condition.passes(case) for condition in conditions)]
    return sorted(left, key=lambda case: (case.title.casefold(), case.id))


def evidence(case: CaseStudy, conditions: Iterable[Narrowing]) -> tuple[Claim, ...]:
    """The claims of the case by which it passes the conditions, each once."""
    return tuple(dict.fromkeys(claim for each in conditions for claim in each.evidence(case)))


def sought(conditions: Iterable[Narrowing]) -> list[Condition]:
    """The conditions but for those that take cases out by name."""
    return [each for each in conditions if not isinstance(each, Without)]


def taken_out(conditions: Iterable[Narrowing]) -> list[str]:
    """The ids of the cases that conditions take out by name."""
    return [name for each in conditions if isinstance(each, Without) for name in each.names]


def all_in_words(conditions: Iterable[Narrowing]) -> str:
    """Several conditions as messages say them, but for those taken out by name; where there are none, every
    case passes.
    """
    return ", ".join(each.in_words() for each in sought(conditions)) or "all case studies"


def all_phrase(conditions: Iterable[Narrowing]) -> Phrase:
    """Several conditions as a reason says them, but for those taken out by name."""
    found = [each.phrase() for each in sought(conditions)]
    return chained("next", found) if found else ALL_CASES
