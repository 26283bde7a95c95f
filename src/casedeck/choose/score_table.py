"""A sheet of scores as a table: which opportunities stand where, and who scored them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from casedeck.choose.answers import AMBIGUOUS, is_nobody, score, seen, within, year
from casedeck.errors import Place
from casedeck.model.vocabulary import Term, Vocabulary, key
from casedeck.tables.heading_words import SEARCHED_ROWS, meanings, nearest, plain
from casedeck.tables.sheet import Row, Sheet, letters
from casedeck.wording import short

NOBODY, STRUCK = "nobody", "struck through"
_PART = 5
"""The fewest letters that count as part of a name: Story of Storytelling."""


_LOOKED_AT = 60
"""By how many cells it is judged whether scores stand in a row or column."""
_MOST_JUDGED = 1_000
"""Of more rows than these, far more than can be people, none is looked at twice."""


class Person(NamedTuple):
    """A row of scores, or a column: its place in the table, what it is called, and why it is left, if it is.

    It is `blank` where nothing stands before its scores.
    """

    at: int
    name: str
    left: str
    blank: bool


class ScoreTable(NamedTuple):
    """A worksheet with the opportunities by their place in its row of headings, or in its first column where
    it is `turned`: then each person has a column instead of a row. An opportunity stands at one place, or at
    several by mistake.
    """

    shown: str
    sheet: Sheet
    turned: bool
    top: int
    named: Mapping[Term, list[int]]

    @property
    def numbers(self) -> range:
        """The places at which an opportunity can stand."""
        return range(len(self.sheet.rows) if self.turned else self.width)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(row.cells) for row in self.sheet.rows), default=0)

    def cell(self, person: int, number: int) -> tuple[str, Place]:
        """What a person's row says in its cell of this number, as people see it, and where that stands; 0 is
        no person.
        """
        row, column = self._at(person, number)
        return seen(row.cells[column]) if column < len(row.cells) else "", Place(
            self.shown, row.number, column + 1
        )

    def wrong(self, person: int, number: int) -> str:
        """Why nothing is read in a cell in which people see something; nothing where it is read."""
        row, column = self._at(person, number)
        struck = self.sheet.struck.get((row.number, column), "x")
        return self.sheet.remarks.get((row.number, column), "") or ("" if struck.strip() else STRUCK)

    def where(self, person: int) -> str:
        """How a person's row or column is called in the sheet."""
        return (
            f"column {letters(person)}" if self.turned else f"row {self.sheet.rows[self.top + person].number}"
        )

    def is_hidden(self, number: int) -> bool:
        """Whether people do not see the opportunity at this place."""
        return self.sheet.rows[number].hidden if self.turned else number in self.sheet.hidden_columns

    def people(self) -> list[Person]:
        """Everybody with a row of scores, or a column; a row that is hidden or struck through, or that only
        sums up others, is left.
        """
        last = self.width if self.turned else len(self.sheet.rows) - self.top
        before = range(min((places[0] for places in self.named.values()), default=0))[:SEARCHED_ROWS]
        earlier = self._earlier(before, last)
        found = [self._person(at, before, earlier) for at in range(1, last)]
        kept = [each.at for each in found if not each.left and not each.blank]
        blank = [each for each in found if each.blank and not each.left]
        if len(found) > _MOST_JUDGED:
            return found
        sums = {each.at for each in (blank if kept and len(blank) <= 3 else ()) if self._sums_up(each, kept)}
        doubtful = {each.at for each in found if each.left == NOBODY and key(each.name) in AMBIGUOUS}
        alone = not kept and any(each.left == NOBODY and each.at not in doubtful for each in found)
        names = (
            set()
            if alone
            else {each.at for each in found if each.at in doubtful and not self._sums_up(each, kept)}
        )
        return [
            each._replace(left="" if each.at in names else NOBODY if each.at in sums else each.left)
            for each in found
        ]

    def repeats(self, person: int) -> bool:
        """Whether a row has nothing but the names of the opportunities again."""
        return all(
            plain(self.cell(person, places[0])[0]) == plain(self.cell(0, places[0])[0])
            for places in self.named.values()
        )

    def _at(self, person: int, number: int) -> tuple[Row, int]:
        at, column = (number, person) if self.turned else (self.top + person, number)
        return self.sheet.rows[at], column

    def _earlier(self, before: range, last: int) -> dict[int, str]:
        """The rows of another year, with what says so: where most rows have one, all but those of the last;
        else those that have one.
        """
        found: dict[int, str] = {}
        for number in before:
            years = {at: text for at in range(1, last) if year(text := self.cell(at, number)[0])}
            newest = max(map(year, years.values()), default="") if len(years) * 2 > last - 1 else ""
            found |= {at: text for at, text in years.items() if year(text) != newest}
        return found

    def _person(self, at: int, before: range, earlier: Mapping[int, str]) -> Person:
        texts = [text for number in before if (text := self.cell(at, number)[0])]
        nobody = next((text for text in texts if is_nobody(text)), earlier.get(at, ""))
        name = nobody or next((text for text in texts if re.search(r"[^\W\d_]", text)), "")
        hidden = at in self.sheet.hidden_columns if self.turned else self.sheet.rows[self.top + at].hidden
        struck = bool(texts) and any(self.wrong(at, number) == STRUCK for number in before)
        return Person(
            at, short(name), "hidden" if hidden else STRUCK if struck else NOBODY if nobody else "", not texts
        )

    def _sums_up(self, person: Person, kept: Sequence[int]) -> bool:
        """Whether each number of a row is a mean, sum, number, least or most of the others' scores; one
        number no score will do.
        """
        pairs = []
        for number, *_ in self.named.values():
            if text := self.cell(person.at, number)[0]:
                others = [
                    found
                    for at in kept
                    if at != person.at and (found := score(self.cell(at, number)[0])) is not None
                ]
                pairs.append((text, others))
        values = [(_number(text), others) for text, others in pairs]
        if not values or any(value is None for value, _ in values):
            return False
        if person.name and any(score(text) is None for text, _ in pairs):
            return True
        ways: list[Callable[[list[int]], float]] = [
            len,
            sum,
            min,
            max,
            lambda others: sum(others) / len(others),
        ]
        same = any(
            all(others and abs(way(others) - (value or 0)) < 0.051 for value, others in values)
            for way in ways
        )
        return same and (bool(person.name) or any(score(text) is None for text, _ in pairs))


def score_table(sheet: Sheet, shown: str, opportunities: Vocabulary) -> ScoreTable:
    """The worksheet by its row near the top that names the most opportunities, or by its first column where
    that names as many.
    """
    rows = sheet.rows
    beside = _named([row.cells[0] for row in rows], opportunities, lambda at: _scored(rows[at].cells[1:]))
    above = [
        _named(row.cells, opportunities, partial(_scored_below, rows, at))
        for at, row in enumerate(rows[:SEARCHED_ROWS])
    ]
    top = max(range(len(above)), key=lambda at: len(above[at]), default=0)
    if above and len(above[top]) > len(beside):
        return _in_sight(ScoreTable(shown, sheet, turned=False, top=top, named=above[top]))
    return _in_sight(ScoreTable(shown, sheet, bool(beside), 0, beside))


def mistyped(
    table: ScoreTable, people: Sequence[Person], opportunities: Vocabulary
) -> Iterator[tuple[int, str]]:
    """The places of headings that nearly name an opportunity, and of those with scores that name part of one,
    or more than one.
    """
    named = {number for places in table.named.values() for number in places}
    for number in table.numbers:
        word = plain(table.cell(0, number)[0])
        if number in named or len(word) < _PART or table.is_hidden(number):
            continue
        part = next(
            (term for term in opportunities if term not in table.named and _shares(word, key(term.name))),
            None,
        )
        scored = part and any(score(table.cell(person.at, number)[0]) is not None for person in people)
        if meant := _nearest(word, opportunities) or (part if scored else None):
            yield number, meant.name


def _in_sight(table: ScoreTable) -> ScoreTable:
    """The table without opportunities that stand in a hidden column, or in a hidden row of a turned one."""
    named = {
        term: [number for number in places if not table.is_hidden(number)]
        for term, places in table.named.items()
    }
    return table._replace(named={term: places for term, places in named.items() if places})


def _named(
    cells: Sequence[str], opportunities: Vocabulary, scored: Callable[[int], bool]
) -> dict[Term, list[int]]:
    """The opportunities that cells name, each with the places of its cells; as part of a longer heading only
    where scores stand there.
    """
    found: dict[Term, list[int]] = {}
    whole = meanings(cells, opportunities.find)
    for place, term in whole.items():
        found.setdefault(term, []).append(place)
    parts: dict[Term, list[int]] = {}
    meant = {cell: _part(cell, opportunities) for cell in dict.fromkeys(cells)}
    for place, cell in enumerate(cells):
        named = None if place in whole else meant[cell]
        if named is not None and named not in found and scored(place):
            parts.setdefault(named, []).append(place)
    return {**found, **parts}


def _part(heading: str, opportunities: Vocabulary) -> Term | None:
    """The opportunity that a form tool's heading names beside a question; or a question that has the name of
    one alone in it.
    """
    if len(heading) > 300 or (
        not any(char in heading for char in "[:-–—|>_?0123456789") and heading[:1] not in "qQ"
    ):
        return None
    terms = [term for part in within(heading) if (term := opportunities.find(plain(part)))]
    if terms:
        return terms[0]
    if not heading.rstrip().endswith("?"):
        return None
    asked = [
        term
        for term in opportunities
        if re.search(rf"\b{re.escape(term.name.casefold())}\b", heading.casefold())
    ]
    return asked[0] if len(asked) == 1 else None


def _scored(cells: Sequence[str]) -> bool:
    """Whether scores stand in cells, and hardly anything else."""
    texts = [text for cell in cells[:_LOOKED_AT] if (text := seen(cell))]
    return sum(score(text) is not None for text in texts) * 2 > len(texts)


def _scored_below(rows: Sequence[Row], at: int, column: int) -> bool:
    return _scored([_cell(row, column) for row in rows[at + 1 :][:_LOOKED_AT]])


def _cell(row: Row, column: int) -> str:
    return row.cells[column] if column < len(row.cells) else ""


def _nearest(word: str, opportunities: Vocabulary) -> Term | None:
    names = [
        name
        for term in opportunities
        for each in (term.name, *term.aliases)
        if (name := key(each))[0] == word[0]
    ]
    return opportunities.find(nearest(word, names))


def _shares(word: str, name: str) -> bool:
    return name.startswith(word) or name.endswith(word) or name in word


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
