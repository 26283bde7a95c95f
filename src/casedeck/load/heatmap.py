"""The cool spots of a Relationships Heatmap: opportunities by name, or their scores, inline or in a CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from casedeck.errors import Place, Report
from casedeck.load.fields import OneTerm, Schema, Text, Whole
from casedeck.load.files import read_problem
from casedeck.load.library import Library
from casedeck.load.quote import short
from casedeck.load.records import Key, ListOf, Record
from casedeck.load.yaml import MAX_BYTES, Node
from casedeck.load.yaml import Mapping as Entries
from casedeck.model.choice import Spot
from casedeck.model.vocabulary import Term, Vocabulary

COOLEST = 3
"""How many of the scored opportunities count as cool unless the file says otherwise."""
LOW, HIGH = 1, 5
MAX_PEOPLE = 500
Scores = Mapping[str, Sequence[int]]
"""Everybody's scores by the id of the opportunity."""


def cool_spots(library: Library) -> CoolSpotsField:
    """What stands under `cool spots`."""
    return CoolSpotsField(library)


class CoolSpotsField(NamedTuple):
    """Names of opportunities, or `scores` or a `file` with them and how many are `coolest`."""

    library: Library

    def read(self, node: Node, report: Report) -> tuple[Spot, ...] | None:
        """The spots from the coolest; those named in their order."""
        if not isinstance(node, Entries):
            terms = self._names().read(node, report)
            return tuple(Spot(term) for term in dict.fromkeys(terms)) if terms else None
        before = len(report.problems)
        values = self._record().read(node, report)
        if values is None or len(report.problems) > before:
            return None
        if ("scores" in values) == ("file" in values):
            report.add(node.place, "V102", "cool spots needs either scores or a file", "write it like {file: heatmap.csv}")
            return None
        scores: Scores | None
        if "file" in values:
            scores = self._from_file(values["file"], values.places["file"], report)
        else:
            given = values["scores"]
            scores = {term.id: given[term.name.lower()] for term in self._terms if term.name.lower() in given}
        return coolest(scores, self._terms, values.get("coolest", COOLEST)) if scores else None

    @property
    def _terms(self) -> Vocabulary:
        return self.library.vocabularies["opportunities"]

    def _from_file(self, name: str, place: Place, report: Report) -> Scores | None:
        try:
            data = self.library.files.read(name)
        except OSError as error:
            report.problems.append(read_problem(error, place, f'the Heatmap file "{short(name)}"'))
            return None
        return read_scores(data, self.library.files.shown(name), self._terms, report)

    def _names(self) -> ListOf:
        return ListOf(OneTerm("opportunity", self._terms), 1, 10, single=True)

    def _record(self) -> Record:
        score = ListOf(Whole(LOW, HIGH), 1, MAX_PEOPLE, single=True)
        scores = {term.name.lower(): Key(score, f"How warm {term.name.lower()} is, from 1 (cool) to 5 (warm).") for term in self._terms}
        return Record(
            "cool spots",
            {
                "scores": Key(Record("scores", scores), "The score of each opportunity, or a list with everybody's."),
                "file": Key(Text(200), "A CSV file with the scores, in your folder."),
                "coolest": Key(Whole(1, 10), "How many of the coolest opportunities to warm up."),
            },
        )

    def schema(self) -> Schema:
        """Names, or a mapping."""
        return {"anyOf": [self._names().schema(), self._record().schema()]}


def coolest(scores: Scores, opportunities: Vocabulary, count: int) -> tuple[Spot, ...]:
    """The `count` opportunities with the lowest mean scores, the coolest first; of equal ones the first in the vocabulary's order."""
    spots = [Spot(term, tuple(found)) for term in opportunities if (found := scores.get(term.id))]
    return tuple(sorted(spots, key=lambda spot: spot.score or 0.0)[:count])


def read_scores(data: bytes, shown: str, opportunities: Vocabulary, report: Report) -> Scores | None:
    """The scores of a CSV file: opportunities above their columns and a row for each person, or the other way round.

    None with problems recorded, each at its line and the number of its cell there. Cells left empty are scores not given.
    """
    before = len(report.problems)
    table = _table(data, shown, opportunities, report)
    if table is None or len(report.problems) > before:
        return None
    found: dict[str, list[int]] = {}
    for number, term in table.terms.items():
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
    """The rows of a file that hold anything, each with its line; `turned` where each person has a column instead of a row.

    `terms` are the opportunities by their place in the first row, or in the first column of a table that is turned.
    """

    shown: str
    rows: Sequence[tuple[int, Sequence[str]]]
    turned: bool
    terms: Mapping[int, Term]

    @property
    def people(self) -> int:
        """How many rows of scores there are, or columns."""
        return (max(len(cells) for _, cells in self.rows) if self.turned else len(self.rows)) - 1

    def cell(self, person: int, number: int) -> tuple[str, Place]:
        """What a person's row says in its cell of this number, or a person's column, and where that stands; 0 is no person."""
        row, column = (number, person) if self.turned else (person, number)
        line, cells = self.rows[row]
        return cells[column].strip() if column < len(cells) else "", Place(self.shown, line, column + 1)


def _table(data: bytes, shown: str, opportunities: Vocabulary, report: Report) -> _Table | None:
    """The table of a CSV file, or None with a problem recorded; an opportunity that stands there twice is one as well."""
    rows = _rows(data, shown, report)
    if rows is None:
        return None
    above = _named(rows[0][1] if rows else (), opportunities)
    beside = _named([cells[0] for _, cells in rows], opportunities)
    turned = len(beside) >= len(above)
    named = beside if turned else above
    table = _Table(shown, rows, turned, {places[0]: term for term, places in named.items()})
    if not named:
        hint = "name the ten opportunities in its first row"
        report.add(Place(shown), "D106", "no opportunity is named in the first row or column", hint)
    elif table.people > MAX_PEOPLE:
        report.add(Place(shown), "D106", f"there are scores of {table.people:,} people; the limit is {MAX_PEOPLE}")
    for term, places in named.items():
        if len(places) > 1:
            report.add(table.cell(0, places[1])[1], "D106", f"{term.name} stands twice", "keep one of them")
    return table


def _named(cells: Sequence[str], opportunities: Vocabulary) -> dict[Term, list[int]]:
    """The opportunities that cells name, each with the places of its cells."""
    found: dict[Term, list[int]] = {}
    for place, cell in enumerate(cells):
        if term := opportunities.find(cell):
            found.setdefault(term, []).append(place)
    return found


def _rows(data: bytes, shown: str, report: Report) -> list[tuple[int, list[str]]] | None:
    """The rows of a CSV file that hold anything, each with its line, or None with a problem recorded.

    Columns end with a comma, a semicolon or a tab, whichever the first line with anything on it has most of.
    """
    if len(data) > MAX_BYTES:
        report.add(Place(shown), "F102", f"the file has {len(data):,} bytes; the limit is {MAX_BYTES:,}")
        return None
    text = data.decode("utf-8-sig", "replace")
    first = next((line for line in text.splitlines() if line.strip()), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), skipinitialspace=True)
    rows: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error:
        report.add(Place(shown, line, 1), "D106", f"a cell has more than {csv.field_size_limit():,} characters", "look for a lone quote")
        return None
    return rows
