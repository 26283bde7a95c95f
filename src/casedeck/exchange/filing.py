"""The file of an imported row: written, read as every case study is, and written again without what is of no
use.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from casedeck.errors import DeckError, Place, Problem, Report
from casedeck.exchange.columns import MAIN
from casedeck.exchange.headings import Headings, likely
from casedeck.exchange.rows import RowValues, Value
from casedeck.library.case_file import plain_file
from casedeck.library.case_study import (
    BRIEF_FIELDS,
    CARD_FIELDS,
    FULL_ONLY,
    case_study_record,
    read_case_study,
)
from casedeck.library.illustration import IN_PARTS
from casedeck.model.case_study import Gap
from casedeck.model.vocabulary import Vocabularies
from casedeck.notation.yaml import Entries, Items, Node, parse
from casedeck.wording import count, joined

At = tuple[str, int]
"""A value by its key and its number; -1 is the whole list below the key."""

Item = TypeVar("Item")

WHOLE = -1
_TOLD = (*BRIEF_FIELDS[1:], "strapline", *FULL_ONLY)
"""What tells something of a case study besides its name."""
_SAID = {
    "opportunities": "sentence under an opportunity",
    "benefits": "benefits",
    "enablers": "enablers",
}
"""What is said of keys that several columns fill."""


class Filed(NamedTuple):
    """A row's file: its bytes, what had to be left out of it, what it still lacks, and why there can be none
    or nothing.
    """

    data: bytes
    findings: tuple[str, ...]
    lacking: tuple[str, ...]
    reason: str


class _Draft(NamedTuple):
    """The values to be written, by their keys, and the heading that each came from."""

    given: Mapping[str, Sequence[Value]]
    headings: Mapping[str, Sequence[str]]

    @property
    def needed(self) -> tuple[str, ...]:
        """The keys that a case study with these values needs."""
        return CARD_FIELDS if any(self.given.get(name) for name in FULL_ONLY) else BRIEF_FIELDS

    def without(self, useless: Collection[At]) -> _Draft:
        """What is left without these values."""
        return _Draft(_left(self.given, useless), _left(self.headings, useless))


class _Judged(NamedTuple):
    """A draft as a file that was read: its problems, each with the value that it is of, if it is of one; and
    what it still lacks.
    """

    data: bytes
    found: list[tuple[Problem, At | None]]
    gaps: tuple[Gap, ...]


class Filing:
    """Makes the files of rows below headings."""

    def __init__(self, headings: Headings, vocabularies: Vocabularies) -> None:
        self.headings = headings
        self.record = case_study_record(vocabularies)
        self.countries = vocabularies["countries"]

    def file(self, entry: RowValues, name: str) -> Filed:
        """The file of a row, with this name. Values that no case study can have are left out one round after
        the other, since a value that is gone can show what is wrong with another.
        """
        draft, findings = _Draft(entry.given, entry.headings), list[str]()
        try:
            judged = self._judged(draft, name)
            while useless := _useless(judged, draft):
                findings += [
                    f"{draft.headings[at[0]][at[1]]}: {_said(problem)}"
                    for problem, at in judged.found
                    if at and at in useless
                ]
                draft = draft.without(useless)
                judged = self._judged(draft, name)
        except DeckError as error:
            return Filed(b"", tuple(findings), (), error.problems[0].message)
        listed = [f"{at[0]}: {_said(problem)}" for problem, at in judged.found if at]
        reason = "; ".join([*self._missing(draft, entry), *listed])
        return Filed(judged.data, tuple(findings), self._lacking(judged.gaps), reason)

    def _judged(self, draft: _Draft, name: str) -> _Judged:
        """The draft as a file, read as every case study is. Raises DeckError where it is no YAML."""
        data = plain_file(draft.given).encode("utf-8", "replace")
        node, report = parse(data, f"{name}.yaml"), Report()
        case = read_case_study(name, self.record, node, self.countries, report)
        gaps = case.gaps if case else ()
        short = [_too_few(gap, len(draft.given[gap.key])) for gap in gaps if gap.key not in draft.needed]
        problems = [*sorted(set(report.problems)), *short]
        return _Judged(data, [(problem, _value_at(node, problem.place)) for problem in problems], gaps)

    def _lacking(self, gaps: Sequence[Gap]) -> tuple[str, ...]:
        """What a draft still lacks, by the sheet's own headings."""
        words = {**_SAID, "opportunities": f"a {_SAID['opportunities']}"}
        return tuple(words.get(gap.part) or self.headings.word(gap.part) for gap in gaps)

    def _missing(self, draft: _Draft, entry: RowValues) -> Iterator[str]:
        """Why a row makes no file, not even a draft.

        What it had and a case study needs is no use as it is, or it has a name and no text, or its text may
        stand below a heading that is not read.
        """
        missing = [name for name in draft.needed if not draft.given.get(name)]
        lost = [
            "an opportunity" if name == "opportunities" else f"its {self.headings.word(name)}"
            for name in missing
            if entry.given.get(name)
        ]
        if lost:
            yield f"without {joined(lost, len(lost))} it is no case study"
        elif not any(draft.given.get(name) for name in _TOLD) or self._unread(missing):
            words = [_SAID.get(name) or self.headings.word(name) for name in missing]
            yield f"it has no {' and no '.join(words)}"

    def _unread(self, missing: Collection[str]) -> bool:
        """True where the sheet has a heading that is not read and may mean one of the keys."""
        return any(
            column.key in missing and column.key not in self.headings.keys and likely(self.headings, column)
            for column in MAIN
        )


def _useless(judged: _Judged, draft: _Draft) -> set[At]:
    """The values with problems that a file can do without: an item of a list, or what no case study needs;
    with one of a picture, all of it.
    """
    useless = {at for _, at in judged.found if at and (at[1] != WHOLE or at[0] not in draft.needed)}
    return useless | {(name, 0) for name in IN_PARTS if any(at[0] in IN_PARTS for at in useless)}


def _left(lists: Mapping[str, Sequence[Item]], useless: Collection[At]) -> dict[str, list[Item]]:
    """The lists without the items that are of no use; each key stays."""
    return {
        name: []
        if (name, WHOLE) in useless
        else [item for number, item in enumerate(items) if (name, number) not in useless]
        for name, items in lists.items()
    }


def _too_few(gap: Gap, number: int) -> Problem:
    """What is wrong with a list that need not be there and is too short, such as the keywords of a brief case
    study.
    """
    return Problem(gap.place, "V109", f"the list has {count(number, 'item')}; 3 are needed")


def _value_at(node: Node, place: Place) -> At | None:
    """The value that a place is in; None for the whole file."""
    assert isinstance(node, Entries)
    at = (place.line, place.column)
    if at == (node.place.line, node.place.column):
        return None
    for word, value in reversed(node.entries):
        if (word.place.line, word.place.column) <= at:
            if word.text == "picture" and isinstance(value, Entries):
                return _part_at(word.text, value, at)
            return word.text, _number_at(value, at) if isinstance(value, Items) else 0
    return None


def _part_at(name: str, part: Entries, at: tuple[int, int]) -> At:
    """The value of a picture that a line and column are in."""
    within = [word.text for word, _ in part.entries if (word.place.line, word.place.column) <= at]
    return f"{name} {within[-1]}", 0


def _number_at(items: Items, at: tuple[int, int]) -> int:
    """The number of the item that a line and column are in, or WHOLE."""
    if at == (items.place.line, items.place.column):
        return WHOLE
    starts = [(item.place.line, item.place.column) for item in items.items]
    return sum([start <= at for start in starts]) - 1


def _said(problem: Problem) -> str:
    return problem.message + (f"; {problem.hint}" if problem.hint else "")
