"""Filters typed word by word, as on a command line or in a form, rather than written in a deck file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from casedeck.choose.aspects import Is
from casedeck.choose.conditions import FILTERS
from casedeck.choose.facets import FACETS
from casedeck.choose.filters import Condition
from casedeck.choose.has import Has, held
from casedeck.choose.reading_time import NO_END, Reads, can_be
from casedeck.errors import Place, Report
from casedeck.library.library import Library
from casedeck.notation.amounts import Duration
from casedeck.notation.wishes import way_out
from casedeck.notation.yaml import Scalar
from casedeck.wording import short

HERE = Place("your choice")
"""Where messages say that conditions stand which are typed one by one."""


class TypedWords(NamedTuple):
    """Words to look for under a facet, of which any, all or none are to be held, and where they are typed."""

    facet: str
    how: str
    words: tuple[str, ...]
    place: Place


class TypedTime(NamedTuple):
    """A time as somebody types it, such as "60s", and where."""

    text: str
    place: Place


class Typed(NamedTuple):
    """Everything that cases are to be, as it is typed: what they have, how long their cards take to read, and
    for each of the aspects that matter whether it is wanted.
    """

    words: tuple[TypedWords, ...] = ()
    at_least: TypedTime | None = None
    at_most: TypedTime | None = None
    aspects: Mapping[str, bool] = {}

    def conditions(self, library: Library, place: Place, report: Report) -> tuple[Condition, ...]:
        """The conditions that it stands for, which stand at a place of their own; what is wrong is recorded
        where it is typed.
        """
        facets = dict.fromkeys(each.facet for each in self.words)
        found: list[Condition] = [
            condition
            for facet in facets
            for each in self.words
            if each.facet == facet
            for condition in _has(each, library, place, report)
        ]
        found += self._reads(place, report)
        return (*found, *[Is(name, wanted, place) for name, wanted in self.aspects.items()])

    def _reads(self, place: Place, report: Report) -> list[Reads]:
        """The reading time, if there are limits to it and these can be."""
        typed = self.at_least or self.at_most
        if typed is None:
            return []
        low, high = _seconds(self.at_least, 0.0, report), _seconds(self.at_most, NO_END, report)
        if low is None or high is None or not can_be(low, high, typed.place, report):
            return []
        return [Reads(low, high, place)]


def _has(typed: TypedWords, library: Library, place: Place, report: Report) -> list[Has]:
    if typed.facet not in FACETS:
        hint = way_out("where", typed.facet, [each.name for each in FILTERS])
        report.add(typed.place, "V101", f'unknown key "{short(typed.facet)}" in where', hint)
        return []
    words = held(typed.facet, library).typed(typed.words, typed.place, report)
    return [Has(typed.facet, words, place, typed.how)] if words else []


def _seconds(typed: TypedTime | None, unless: float, report: Report) -> float | None:
    """The time in seconds; None, with a problem recorded, where it is none."""
    return unless if typed is None else Duration().read(Scalar(typed.text, typed.place), report)
