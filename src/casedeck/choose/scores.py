"""The scores of a Relationships Heatmap, from a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casedeck.choose.answers import is_no_answer, is_plain, score
from casedeck.choose.score_table import NOBODY, Person, ScoreTable, mistyped, score_table
from casedeck.choose.spots import MAX_PEOPLE, Scores
from casedeck.errors import DeckError, Place, Problem, Report
from casedeck.model.choice import HIGHEST_SCORE, LOWEST_SCORE
from casedeck.model.vocabulary import Term, Vocabulary
from casedeck.tables.heading_words import SEARCHED_ROWS
from casedeck.tables.read import read_sheets
from casedeck.wording import count, joined, short

_HOW = "write the ten opportunities in a row, with the scores below them"


def read_scores(data: bytes, shown: str, opportunities: Vocabulary, report: Report) -> Scores | None:
    """The scores of a spreadsheet: opportunities above their columns and a row for each person, or the other
    way round.

    None with problems recorded, each at its row and the number of its cell there. Cells left empty are scores
    not given. Whose scores are counted, and what was left or is more than a number, is said as advice.
    """
    part = report.part()
    table = _table(data, shown, opportunities, report)
    if table is None or not part.clean:
        return None
    people = table.people()
    counted = _Counted({}, set(), [], [])
    for term, (number, *_) in table.named.items():
        for person in people:
            if not person.left:
                _count(table, person, number, term, counted, report)
    if not counted.scores and part.clean:
        report.add(
            Place(shown),
            "D106",
            "there are no scores below the names of the opportunities",
            "write a row for each person",
        )
    if not part.clean:
        return None
    report.advise([Problem(Place(shown), "D107", "; ".join(_said(table, people, counted)))])
    return counted.scores


class _Counted(NamedTuple):
    """The scores found, the people who gave any, and what was more than a number or left in their rows."""

    scores: dict[str, list[int]]
    people: set[int]
    words: list[str]
    left: list[str]


def _count(
    table: ScoreTable, person: Person, number: int, term: Term, counted: _Counted, report: Report
) -> None:
    cell, place = table.cell(person.at, number)
    if why := table.wrong(person.at, number):
        counted.left.append(f"{term.name} in {table.where(person.at)} ({why})")
    elif (found := score(cell)) is not None:
        counted.scores.setdefault(term.id, []).append(found)
        counted.people.add(person.at)
        if not is_plain(cell):
            counted.words.append(f'"{short(cell)}"')
    elif is_no_answer(cell):
        if re.search(r"\w", cell):
            counted.left.append(f'{term.name} in {table.where(person.at)} ("{short(cell)}")')
    else:
        hint = ", and leave averages out" if re.fullmatch(r"\d+[.,]\d+", cell) else ""
        message = f'"{short(cell)}" is not a score for {term.name}'
        report.add(
            place, "D106", message, f"write a whole number from {LOWEST_SCORE} to {HIGHEST_SCORE}{hint}"
        )


def _said(table: ScoreTable, people: list[Person], counted: _Counted) -> Iterator[str]:
    """Whose scores are counted, and what is left or read by its number."""
    yield f"the scores of {count(len(counted.people), 'person')} are counted"
    if left := [f"{table.where(each.at)} ({_why(each)})" for each in people if each.left]:
        yield f"left: {joined(left, 10)}"
    if counted.left:
        yield f"not counted: {joined(counted.left, 6)}"
    if words := list(dict.fromkeys(counted.words)):
        yield f"read by the number in them: {joined(words, 4)}"


def _why(person: Person) -> str:
    if person.left == NOBODY:
        return person.name or "without a name, and sums up the others"
    return ", ".join([name for name in (person.name, person.left) if name])


def _chosen(tables: list[ScoreTable], shown: str, report: Report) -> ScoreTable:
    """The table with people's scores that names the most opportunities, else the widest; others with such
    scores are named.
    """
    scored = [
        len(tables) == 1 or (bool(each.named) and any(not person.left for person in each.people()))
        for each in tables
    ]
    ranks = [(scored[at], len(each.named), 0 if each.named else each.width) for at, each in enumerate(tables)]
    first = ranks.index(max(ranks))
    others = [
        f'"{short(each.sheet.name)}"'
        for at, each in enumerate(tables)
        if scored[at] and at != first and each.sheet.name
    ]
    if others:
        read = f'the worksheet "{short(tables[first].sheet.name)}" is read'
        said = f"{read}; scores stand in {joined(others, 6)} too"
        report.advise([Problem(Place(shown), "D107", said)])
    return tables[first]


def _table(data: bytes, shown: str, opportunities: Vocabulary, report: Report) -> ScoreTable | None:
    """The worksheet in sight with the scores, or None; what is wrong with the names is recorded."""
    try:
        read = [score_table(sheet, shown, opportunities) for sheet in read_sheets(data, shown)]
    except DeckError as error:
        report.problems.extend(error.problems)
        return None
    tables = [table for table in read if not table.sheet.hidden] or read
    table = _chosen(tables, shown, report)
    if table.sheet.problem:
        report.add(Place(shown), "D106", table.sheet.problem)
        return None
    part = report.part()
    people = table.people()
    for number, name in mistyped(table, people, opportunities):
        heading, place = table.cell(0, number)
        report.add(place, "D106", f'"{short(heading)}" is not an opportunity', f'did you mean "{name}"?')
    if not table.named and part.clean:
        message = f"no opportunity is named in the first {SEARCHED_ROWS} rows or the first column"
        unseen = next((each.sheet.name for each in read if each.sheet.hidden and each.named), "")
        hint = f'show the worksheet "{short(unseen)}", which is hidden' if unseen else _HOW
        report.add(Place(shown), "D106", message, hint)
    elif table.named and (many := sum(not each.left for each in people)) > MAX_PEOPLE:
        report.add(Place(shown), "D106", f"there are scores of {many:,} people; the limit is {MAX_PEOPLE}")
    for person in people if table.named else ():
        if table.repeats(person.at):
            place = table.cell(person.at, next(iter(table.named.values()))[0])[1]
            report.add(
                place,
                "D106",
                "the names of the opportunities stand here again",
                "keep one table of scores in the sheet",
            )
    for term, places in table.named.items():
        if len(places) > 1:
            report.add(table.cell(0, places[1])[1], "D106", f"{term.name} stands twice", "keep one of them")
    return table
