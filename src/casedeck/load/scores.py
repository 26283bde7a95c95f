"""The scores of a Relationships Heatmap, from a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from casedeck.errors import DeckError, Place, Report
from casedeck.load.headings import SEARCHED_ROWS, meanings, nearest, plain
from casedeck.load.heatmap import MAX_PEOPLE, Scores
from casedeck.load.quote import short
from casedeck.load.sheet import Row, Sheet
from casedeck.load.table import read_sheets
from casedeck.model.choice import HIGHEST_SCORE, LOWEST_SCORE
from casedeck.model.vocabulary import Term, Vocabulary, key

_PART = 5
"""The fewest letters that count as part of a name: Story of Storytelling."""
_REDUCED = re.compile("(?:average|avg|mean|median|total|sum)(?:s|scores?)?")


def read_scores(data: bytes, shown: str, opportunities: Vocabulary, report: Report) -> Scores | None:
    """The scores of a spreadsheet: opportunities above their columns and a row for each person, or the other way round.

    None with problems recorded, each at its row and the number of its cell there. Cells left empty are scores not given.
    """
    before = len(report.problems)
    table = _table(data, shown, opportunities, report)
    if table is None or len(report.problems) > before:
        return None
    found: dict[str, list[int]] = {}
    for term, (number, *_) in table.named.items():
        for person in table.people:
            cell, place = table.cell(person, number)
            if _is_score(cell):
                found.setdefault(term.id, []).append(int(cell))
            elif cell:
                hint = ", and leave averages out" if re.fullmatch(r"\d+[.,]\d+", cell) else ""
                message = f'"{short(cell)}" is not a score for {term.name}'
                report.add(place, "D106", message, f"write a whole number from {LOWEST_SCORE} to {HIGHEST_SCORE}{hint}")
    if not found and len(report.problems) == before:
        report.add(Place(shown), "D106", "there are no scores below the names of the opportunities", "write a row for each person")
    return found if len(report.problems) == before else None


class _Table(NamedTuple):
    """A worksheet with the opportunities by their place in its row of headings, or in its first column where it is `turned`: then
    each person has a column instead of a row. An opportunity stands at one place, or at several by mistake.
    """

    shown: str
    rows: Sequence[Row]
    turned: bool
    top: int
    named: Mapping[Term, list[int]]

    @property
    def numbers(self) -> range:
        """The places at which an opportunity can stand."""
        return range(len(self.rows) if self.turned else self.width)

    @property
    def people(self) -> list[int]:
        """Everybody with a row of scores, or a column, counted from 1; what only sums up the others, by a word before it, is nobody's."""
        last = self.width if self.turned else len(self.rows) - self.top
        before = range(min((places[0] for places in self.named.values()), default=0))[:SEARCHED_ROWS]
        return [each for each in range(1, last) if not any(_REDUCED.fullmatch(plain(self.cell(each, number)[0])) for number in before)]

    def cell(self, person: int, number: int) -> tuple[str, Place]:
        """What a person's row says in its cell of this number, or a person's column, and where that stands; 0 is no person."""
        at, column = (number, person) if self.turned else (self.top + person, number)
        row = self.rows[at]
        return row.cells[column].strip() if column < len(row.cells) else "", Place(self.shown, row.number, column + 1)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(row.cells) for row in self.rows), default=0)


def _table(data: bytes, shown: str, opportunities: Vocabulary, report: Report) -> _Table | None:
    """The worksheet that names the most opportunities, else the widest, or None; what is wrong with the names is recorded."""
    try:
        read = [(sheet, _tabled(sheet, shown, opportunities)) for sheet in read_sheets(data, shown)]
    except DeckError as error:
        report.problems.extend(error.problems)
        return None
    sheet, table = max(read, key=lambda pair: (len(pair[1].named), 0 if pair[1].named else pair[1].width))
    if sheet.problem:
        report.add(Place(shown), "D106", sheet.problem)
        return None
    before = len(report.problems)
    for number, name in _mistyped(table, opportunities):
        heading, place = table.cell(0, number)
        report.add(place, "D106", f'"{short(heading)}" is not an opportunity', f'did you mean "{name}"?')
    if not table.named and len(report.problems) == before:
        message = f"no opportunity is named in the first {SEARCHED_ROWS} rows or the first column"
        report.add(Place(shown), "D106", message, "write the ten opportunities in a row, with the scores below them")
    elif table.named and len(table.people) > MAX_PEOPLE:
        report.add(Place(shown), "D106", f"there are scores of {len(table.people):,} people; the limit is {MAX_PEOPLE}")
    for term, places in table.named.items():
        if len(places) > 1:
            report.add(table.cell(0, places[1])[1], "D106", f"{term.name} stands twice", "keep one of them")
    return table


def _tabled(sheet: Sheet, shown: str, opportunities: Vocabulary) -> _Table:
    """The worksheet by its row near the top that names the most opportunities, or by its first column where that names as many."""
    beside = _named([row.cells[0] for row in sheet.rows], opportunities)
    above = [_named(row.cells, opportunities) for row in sheet.rows[:SEARCHED_ROWS]]
    top = max(range(len(above)), key=lambda at: len(above[at]), default=0)
    if above and len(above[top]) > len(beside):
        return _Table(shown, sheet.rows, turned=False, top=top, named=above[top])
    return _Table(shown, sheet.rows, bool(beside), 0, beside)


def _named(cells: Sequence[str], opportunities: Vocabulary) -> dict[Term, list[int]]:
    """The opportunities that cells name, each with the places of its cells."""
    found: dict[Term, list[int]] = {}
    for place, term in meanings(cells, opportunities.find).items():
        found.setdefault(term, []).append(place)
    return found


def _mistyped(table: _Table, opportunities: Vocabulary) -> Iterator[tuple[int, str]]:
    """The places of headings that nearly name an opportunity, and of those with scores that name part of one, or more than one."""
    named, people = {number for places in table.named.values() for number in places}, table.people
    for number in table.numbers:
        word = plain(table.cell(0, number)[0])
        if number in named or len(word) < _PART:
            continue
        part = next((term for term in opportunities if term not in table.named and _shares(word, key(term.name))), None)
        scored = part and any(_is_score(table.cell(person, number)[0]) for person in people)
        if meant := _nearest(word, opportunities) or (part if scored else None):
            yield number, meant.name


def _nearest(word: str, opportunities: Vocabulary) -> Term | None:
    names = [name for term in opportunities for each in (term.name, *term.aliases) if (name := key(each))[0] == word[0]]
    return opportunities.find(nearest(word, names))


def _shares(word: str, name: str) -> bool:
    return name.startswith(word) or name.endswith(word) or word.startswith(name)


def _is_score(cell: str) -> bool:
    return cell.isdecimal() and len(cell) == 1 and LOWEST_SCORE <= int(cell) <= HIGHEST_SCORE
