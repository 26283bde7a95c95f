"""The scores of a Relationships Heatmap, from a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from casedeck.errors import DeckError, Place, Report
from casedeck.load.quote import short
from casedeck.load.table import Row, Sheet, read_sheets
from casedeck.model.choice import Spot
from casedeck.model.vocabulary import Term, Vocabulary

COOLEST = 3
"""How many of the scored opportunities count as cool unless the file says otherwise."""
LOW, HIGH = 1, 5
MAX_PEOPLE = 500
Scores = Mapping[str, Sequence[int]]
"""Everybody's scores by the id of the opportunity."""


def coolest(scores: Scores, opportunities: Vocabulary, count: int) -> tuple[Spot, ...]:
    """The `count` opportunities with the lowest mean scores, the coolest first; of equal ones the first in the vocabulary's order."""
    spots = [Spot(term, tuple(found)) for term in opportunities if (found := scores.get(term.id))]
    return tuple(sorted(spots, key=lambda spot: spot.score or 0.0)[:count])


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
        for person in range(1, table.people + 1):
            cell, place = table.cell(person, number)
            if cell and not (cell.isdecimal() and len(cell) == 1 and LOW <= int(cell) <= HIGH):
                report.add(place, "D106", f'"{short(cell)}" is not a score for {term.name}', f"write a whole number from {LOW} to {HIGH}")
            elif cell:
                found.setdefault(term.id, []).append(int(cell))
    if not found and len(report.problems) == before:
        report.add(Place(shown), "D106", "there are no scores below the names of the opportunities", "write a row for each person")
    return found if len(report.problems) == before else None


class _Table(NamedTuple):
    """A worksheet with the opportunities by their place in its first row, or in its first column where it is `turned`: then each
    person has a column instead of a row. An opportunity stands at one place, or at several by mistake.
    """

    shown: str
    rows: Sequence[Row]
    turned: bool
    named: Mapping[Term, list[int]]

    @property
    def people(self) -> int:
        """How many rows of scores there are, or columns."""
        return (max(len(row.cells) for row in self.rows) if self.turned else len(self.rows)) - 1

    def cell(self, person: int, number: int) -> tuple[str, Place]:
        """What a person's row says in its cell of this number, or a person's column, and where that stands; 0 is no person."""
        at, column = (number, person) if self.turned else (person, number)
        row = self.rows[at]
        return row.cells[column].strip() if column < len(row.cells) else "", Place(self.shown, row.number, column + 1)


def _table(data: bytes, shown: str, opportunities: Vocabulary, report: Report) -> _Table | None:
    """The worksheet that names the most opportunities, or None with a problem recorded; to name one twice is a problem as well."""
    try:
        read = [(sheet, _tabled(sheet, shown, opportunities)) for sheet in read_sheets(data, shown)]
    except DeckError as error:
        report.problems.extend(error.problems)
        return None
    sheet, table = max(read, key=lambda pair: len(pair[1].named))
    if sheet.problem:
        report.add(Place(shown), "D106", sheet.problem)
        return None
    if not table.named:
        hint = "name the ten opportunities in its first row"
        report.add(Place(shown), "D106", "no opportunity is named in the first row or column", hint)
    elif table.people > MAX_PEOPLE:
        report.add(Place(shown), "D106", f"there are scores of {table.people:,} people; the limit is {MAX_PEOPLE}")
    for term, places in table.named.items():
        if len(places) > 1:
            report.add(table.cell(0, places[1])[1], "D106", f"{term.name} stands twice", "keep one of them")
    return table


def _tabled(sheet: Sheet, shown: str, opportunities: Vocabulary) -> _Table:
    above = _named(sheet.rows[0].cells if sheet.rows else (), opportunities)
    beside = _named([row.cells[0] for row in sheet.rows], opportunities)
    turned = len(beside) >= len(above)
    return _Table(shown, sheet.rows, turned, beside if turned else above)


def _named(cells: Sequence[str], opportunities: Vocabulary) -> dict[Term, list[int]]:
    """The opportunities that cells name, each with the places of its cells."""
    found: dict[Term, list[int]] = {}
    for place, cell in enumerate(cells):
        if term := opportunities.find(cell):
            found.setdefault(term, []).append(place)
    return found
