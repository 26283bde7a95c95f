"""The filter by how long a card takes to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from casedeck.choose.filters import LOOSEN, Entry, Filter
from casedeck.choose.reading_speed import reading_minutes
from casedeck.choose.way import always, mapping
from casedeck.errors import Place, Report
from casedeck.model.case_study import CaseStudy, Claim
from casedeck.model.reason import Phrase
from casedeck.notation.amounts import Duration
from casedeck.notation.combined import Checked
from casedeck.notation.records import Key, Read, Record

NAME = "reading time"
NO_END = float("inf")

_WORDS: Mapping[str, tuple[str, ...]] = {
    "reads at least": ("low",),
    "reads at most": ("high",),
    "reads from to": ("low", "high"),
}


class Reads(NamedTuple):
    """A case passes when reading its card takes no less and no more seconds than these."""

    low: float
    high: float
    place: Place

    def passes(self, case: CaseStudy) -> bool:
        """True when it takes so long."""
        return self.low <= reading_minutes(case.words) * 60 <= self.high

    def evidence(self, case: CaseStudy) -> tuple[Claim, ...]:
        """No claim speaks of it."""
        return ()

    def in_words(self) -> str:
        """As messages say it: "reading time at most 60 seconds"."""
        limits = [f"at least {self.low:g}"] if self.low else []
        limits += [f"at most {self.high:g}"] if self.high < NO_END else []
        return f"{NAME} {' and '.join(limits)} seconds"

    def phrase(self) -> Phrase:
        """As a reason says it."""
        if self.high == NO_END:
            return Phrase("reads at least", {"low": float(self.low)})
        if not self.low:
            return Phrase("reads at most", {"high": float(self.high)})
        return Phrase("reads from to", {"low": float(self.low), "high": float(self.high)})

    def entry(self) -> Entry:
        """As a deck file says it."""
        limits = {"at least": self.low} if self.low else {}
        limits |= {"at most": self.high} if self.high < NO_END else {}
        return Entry(NAME, "", mapping({name: _as_written(limit) for name, limit in limits.items()}))

    def hint(self, pool: Sequence[CaseStudy]) -> str:
        """The way out where no card takes so long."""
        return LOOSEN


def _as_written(seconds: float) -> str:
    """A time as a deck file can say it: in seconds of up to four digits, else in minutes."""
    return f"{seconds:g} seconds" if seconds < 10_000 else f"{seconds / 60:g} minutes"


def reads(values: Read, place: Place, report: Report) -> Reads | None:
    """The condition that the limits stand for; None, with a problem recorded, where they are none."""
    if not values.keys() & {"at least", "at most"}:
        if not values.places.keys() - {""}:
            hint = "write it like {at most: 60 seconds}"
            report.add(place, "V102", "reading time says neither at least nor at most", hint)
        return None
    low, high = values.get("at least", 0.0), values.get("at most", NO_END)
    at = values.places.get("at least", place)
    return Reads(low, high, place) if can_be(low, high, at, report) else None


def can_be(low: float, high: float, place: Place, report: Report) -> bool:
    """Whether a time can be no less and no more than these seconds; a problem is recorded where it cannot."""
    if low > high:
        report.add(place, "V105", f"at least {low:g} seconds is more than at most {high:g}")
    return low <= high


_LIMITS = Record(
    NAME,
    {
        "at least": Key(Duration(), "No less than this."),
        "at most": Key(Duration(), "No more than this."),
    },
)


def _one(condition: Reads, place: Place) -> list[Reads]:
    return [condition]


READING_TIME = Filter(
    NAME,
    always(Key(Checked(_LIMITS, reads), "How long the card takes to read.")),
    _one,
    _WORDS,
)
