"""What is chosen so far: what every way to choose takes its cases from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from casedeck.choose.filters import Narrowing, filtered, sought, taken_out
from casedeck.choose.picks import picked
from casedeck.errors import Place, Report
from casedeck.model.case_study import CaseStudy
from casedeck.model.choice import Choice
from casedeck.model.reason import Reason
from casedeck.model.vocabulary import Vocabularies
from casedeck.wording import count, joined

Found = Iterable[tuple[CaseStudy, Reason]]
"""Cases in the order in which they are chosen, each with the reason."""


class State:
    """The cards chosen so far, by the case's id in their order, and what there is to choose from.

    `named` are the ids of the cases that the deck names anywhere, `out` those that it takes out of every
    search, with the place. With `keep`, cases that are taken out are chosen with the others and then
    `dropped`, so that the others keep their numbers.
    """

    def __init__(
        self,
        cases: Mapping[str, CaseStudy],
        vocabularies: Vocabularies,
        report: Report,
        named: Iterable[str] = (),
        out: Mapping[str, Place] | None = None,
        *,
        keep: bool = False,
    ) -> None:
        self.cases, self.vocabularies, self.report, self.keep = cases, vocabularies, report, keep
        self.named, self.out = set(named), out or {}
        self.chosen: dict[str, Reason] = {}
        self.dropped: set[str] = set()
        self._lines: dict[str, Place] = {}
        self._unwanted: set[str] = set()

    def take(self, choice: Choice) -> None:
        """Choose what the choice asks for."""
        self._unwanted = {*self.out}
        for case, reason in [*choice.take(self)]:
            self.chosen[case.id] = reason
            if self.keep and case.id in self._unwanted:
                self.dropped.add(case.id)

    def before(self) -> list[CaseStudy]:
        """The cases chosen so far, in their order."""
        return [self.cases[name] for name in self.chosen]

    def lacking(self, cards: int) -> int:
        """How many cards more make so many, with those that are named further down."""
        return cards - len(self.chosen.keys() | (self.named & self.cases.keys()))

    def is_free(self, name: str, place: Place) -> bool:
        """Whether the case that is named at a place is named nowhere before, and taken out nowhere; a problem
        is recorded where it is.
        """
        if name in self._lines:
            hint = f"it stands first in line {self._lines[name].line}"
            self.report.add(place, "D102", f'"{name}" is named twice', hint)
            return False
        self._lines[name] = place
        if name in self.out:
            message = f'"{name}" is named here under not, and as a card in line {place.line}'
            self.report.add(self.out[name], "D102", message, "take out one of the two")
            return False
        return True

    def pool(self, conditions: Sequence[Narrowing], place: Place, *, needed: bool = True) -> list[CaseStudy]:
        """The cases to choose from that pass every condition, in order of title; empty with a problem
        recorded if any are needed.
        """
        self._unwanted.update(taken_out(conditions))
        others = [each for each in self.cases.values() if each.id not in self.chosen.keys() | self.named]
        free = [case for case in others if not case.gaps and (self.keep or case.id not in self.out)]
        left = free
        for condition in sought(conditions) if self.keep else conditions:
            before, left = left, filtered([condition], left)
            if not left:
                if needed:
                    self._nothing_left(condition, len(before), free, _drafts(conditions, others))
                return []
        if not left and needed:
            self.report.add(place, "D103", "no case study is left to choose from")
        return filtered([], left)

    def _nothing_left(self, condition: Narrowing, before: int, free: list[CaseStudy], drafts: str) -> None:
        """Record that a condition leaves none of the cases `before` it."""
        those = "left by the lines before it" if before < len(free) else "to choose from"
        hint = drafts or ("" if filtered([condition], free) else condition.hint(free))
        message = f"{condition.in_words()} leaves no case study of the {before} {those}"
        self.report.add(condition.place, "D103", message, hint)

    def enough(self, found: int, at_least: int, said: str, place: Place) -> None:
        """Record a problem where fewer cases were found than are wanted at least, though some were."""
        if 0 < found < at_least:
            message = f"{said}: {count(found, 'case study')} to choose from; at least {at_least} are wanted"
            self.report.add(place, "D105", message, "ask for fewer, or loosen the filters")

    def picked(self, pick: str, pool: Sequence[CaseStudy], wanted: int, seed: int) -> Sequence[CaseStudy]:
        """So many of the pool, picked in one of PICKS."""
        return picked(pick, pool, wanted, seed, self.before())


def _drafts(conditions: Sequence[Narrowing], cases: Sequence[CaseStudy]) -> str:
    """A hint where a draft is what the conditions ask for."""
    drafts = [case.id for case in filtered(conditions, cases) if case.gaps]
    if not drafts:
        return ""
    are, them = ("is a draft", "it") if len(drafts) == 1 else ("are drafts", "them")
    return f"{joined(drafts)} would do, but {are}, which searches pass over; name {them} to print {them}"
