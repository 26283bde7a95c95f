"""A table of case studies to case-study files, with a report on every row."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from casedeck.exchange.filing import Filing
from casedeck.exchange.finding import find_table
from casedeck.exchange.headings import NOTHING_TOLD, Told, split_rows
from casedeck.exchange.naming import Names
from casedeck.exchange.outcome import HIDDEN, STRUCK, SUM, Import, Outcome
from casedeck.exchange.rows import RowReader, RowValues, sums_up
from casedeck.library.library import Library
from casedeck.tables.sheet import Row
from casedeck.wording import Watch, unwatched


def read_import(
    data: bytes,
    file: str,
    library: Library,
    own: Collection[str],
    *,
    over: Collection[str] = (),
    only: Collection[int] = (),
    sheet_name: str = "",
    told: Told = NOTHING_TOLD,
    watch: Watch = unwatched,
) -> Import:
    """What a table of case studies makes, or the rows `only` with these numbers. Raises DeckError where it
    cannot be understood at all.

    `own` are the names in the library's folder of case studies that are the facilitator's, not casedeck's.
    `over` says whose case studies of the same name a row takes the place of: OWN, SHIPPED, both or nobody's.
    `sheet_name` names the worksheet to read, which may be hidden; without one, the first with headings that
    people see is read. `told` says what headings mean.
    """
    sheet, headings = find_table(data, file, library.vocabularies, sheet_name, told)
    rows, repeated = split_rows(sheet, headings)
    reader = RowReader(headings, library.vocabularies, sheet)
    taker = _Taker(library, Names(library, own, sheet.unit), Filing(headings, library.vocabularies), over)
    outcomes: list[Outcome] = []
    blank: list[int] = []
    for number, row in enumerate(rows, 1):
        watch("Reading rows", number, len(rows))
        if only and row.number not in only:
            continue
        if outcome := _outcome(row, reader, taker, asked_for=bool(only)):
            outcomes.append(outcome)
        else:
            blank.append(row.number)
    settled = tuple([taker.settled(each) for each in outcomes])
    passed = () if only else tuple([row.number for row in repeated])
    seen = (row for row in rows if not row.hidden and row.number not in blank)
    return Import(sheet, headings, settled, passed, tuple(blank), next(seen, None))


def _outcome(row: Row, reader: RowReader, taker: _Taker, *, asked_for: bool) -> Outcome | None:
    """What becomes of a row, read without those below it; None where it is blank."""
    struck = reader.is_struck(row)
    entry = reader.read(row, whole=struck)
    if entry is None:
        return None
    if not asked_for and (
        aside := HIDDEN if row.hidden else STRUCK if struck else SUM if sums_up(row) else ""
    ):
        return Outcome(row.number, entry.title, aside=aside)
    return taker.outcome(entry)


class _Taker(NamedTuple):
    """Takes rows one after the other: the first of two with one name makes a file."""

    library: Library
    names: Names
    filing: Filing
    over: Collection[str]

    def outcome(self, entry: RowValues) -> Outcome:
        """What becomes of a row."""
        name, reason = self.names.name(entry)
        there = "" if reason else self.names.whose(name)
        known = self.library.cases.get(name) if there else None
        outcome = Outcome(
            entry.row,
            entry.title,
            reason=reason,
            findings=entry.findings,
            mended=entry.mended,
            there=there,
            shorter=bool(known and known.full and not entry.given.get("benefits")),
        )
        if reason or (there and there not in self.over):
            return outcome
        filed = self.filing.file(entry, name)
        outcome = outcome._replace(findings=(*entry.findings, *filed.findings), reason=filed.reason)
        if filed.reason:
            return outcome
        if not filed.lacking:
            self.names.take(name, entry.row)
        return outcome._replace(file=self.names.file(name), data=filed.data, lacking=filed.lacking)

    def settled(self, outcome: Outcome) -> Outcome:
        """What became of a row when all are read: a draft gives way to a whole case study of the same name
        further down.
        """
        first = self.names.first_with(outcome.file, outcome.row) if outcome.lacking else outcome.row
        if first == outcome.row:
            return outcome
        return outcome._replace(file="", data=b"", lacking=(), reason=self.names.same(first))
