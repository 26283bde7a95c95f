"""Filters by what a case is: one with a full card, one of the facilitator's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from casedeck.choose.filters import LOOSEN, Entry, Filter
from casedeck.choose.way import always
from casedeck.errors import Place
from casedeck.model.case_study import CaseStudy, Claim
from casedeck.model.reason import Phrase
from casedeck.notation.fields import YesNo
from casedeck.notation.records import Key


class Aspect(NamedTuple):
    """Something that a case is or is not: how to see it, what the filter is for, and the words for a case
    that is and for one that is not, in messages and, by the same names, in the locale.
    """

    seen: Callable[[CaseStudy], bool]
    about: str
    words: tuple[str, str]


ASPECTS: Mapping[str, Aspect] = {
    "full card": Aspect(
        lambda case: case.full,
        "Cases that have a full card; no for those that are brief.",
        ("with a full card", "without a full card"),
    ),
    "own": Aspect(
        lambda case: case.own,
        "Cases of your own folder; no for those that come with casedeck.",
        ("one of your own", "one that comes with casedeck"),
    ),
}
"""What a case can be besides what it has."""


class Is(NamedTuple):
    """A case passes when it is one of ASPECTS, or, where that is not wanted, when it is not."""

    aspect: str
    wanted: bool
    place: Place

    def passes(self, case: CaseStudy) -> bool:
        """True when it is as wanted."""
        return ASPECTS[self.aspect].seen(case) is self.wanted

    def evidence(self, case: CaseStudy) -> tuple[Claim, ...]:
        """No claim speaks of it."""
        return ()

    def in_words(self) -> str:
        """As messages say it: "with a full card"."""
        said, said_not = ASPECTS[self.aspect].words
        return said if self.wanted else said_not

    def phrase(self) -> Phrase:
        """As a reason says it."""
        return Phrase(self.in_words())

    def entry(self) -> Entry:
        """As a deck file says it."""
        return Entry(self.aspect, "", "yes" if self.wanted else "no")

    def hint(self, pool: Sequence[CaseStudy]) -> str:
        """The way out where no case is so."""
        return LOOSEN


def _filter(name: str) -> Filter:
    aspect = ASPECTS[name]
    return Filter(
        name,
        always(Key(YesNo(), aspect.about)),
        lambda wanted, place: [Is(name, wanted, place)],
        dict.fromkeys(aspect.words, ()),
    )


BY_ASPECT = tuple(map(_filter, ASPECTS))
"""A filter for each aspect."""
