"""The row of headings of a table of case studies: found, and read by whatever names a sheet has for its
columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from casedeck.exchange.columns import MAIN, MANY, NOT_READ, TableColumn, meant_by
from casedeck.exchange.synonyms import likely_columns
from casedeck.model.vocabulary import key
from casedeck.tables.heading_words import LONGEST, SEARCHED_ROWS, TAG, meanings, nearest, plain
from casedeck.tables.sheet import Row, Sheet
from casedeck.wording import short

Told = Mapping[str, TableColumn | None]
"""What a facilitator says that headings mean, in the form that `plain` gives them; None for one that is not
to be read.
"""

NOTHING_TOLD: Told = {}
FEWEST = 3
_BANNER_ROWS = 5
_WORD = re.compile(r"[^\W_]+")


class Headings(NamedTuple):
    """The row of headings of a sheet: the column that stands at each index, with the words that it has there.

    `unknown` are headings that mean nothing to casedeck, `twice` those of columns that are there already,
    `unseen` those of columns that are hidden, `dropped` those that the facilitator leaves out; none of them
    is read. `told` are the indexes of those that mean what the facilitator says, `guessed` of those that mean
    what is likely.
    """

    row: int
    columns: Mapping[int, TableColumn]
    words: Mapping[int, str]
    unknown: Mapping[int, str]
    twice: tuple[str, ...]
    unseen: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    told: frozenset[int] = frozenset()
    guessed: frozenset[int] = frozenset()

    @property
    def keys(self) -> list[str]:
        """The keys that its columns fill, and FILE_NAME."""
        return [column.key for column in self.columns.values() if column.key != NOT_READ]

    def word(self, name: str) -> str:
        """What the sheet calls the column that fills a key, or what casedeck calls it."""
        at = next((index for index, column in self.columns.items() if column.key == name), None)
        return name if at is None else self.words[at]


def find_headings(sheet: Sheet, known: list[TableColumn], told: Told = NOTHING_TOLD) -> Headings | None:
    """The first row near the top that has a title's heading and two more, sure ones or else likely ones; None
    where there is none.

    Headings in it that nobody has told the meaning of are read as what is likely.
    """
    rows = list(_near_the_top(sheet, known, told))
    guessed = (_guessed(found, known) for found in rows)
    return next((_guessed(found, known) for found in rows if _is_enough(found)), None) or next(
        filter(_is_enough, guessed), None
    )


def _is_enough(headings: Headings) -> bool:
    return "title" in headings.keys and len(headings.keys) >= FEWEST


def nearest_headings(sheet: Sheet, known: list[TableColumn]) -> Headings | None:
    """The row near the top that has the most headings, the first of equal ones; None where none has any."""
    found = (each for each in _near_the_top(sheet, known, NOTHING_TOLD) if each.keys)
    return max(found, key=lambda found: len(found.keys), default=None)


def _guessed(headings: Headings, known: list[TableColumn]) -> Headings:
    """The headings with those read that nobody has told, as what is likely."""
    likely_ones = likely_columns(headings.unknown, known, headings.columns.values())
    return headings._replace(
        columns=dict(sorted({**headings.columns, **likely_ones}.items())),
        words={**headings.words, **{index: headings.unknown[index] for index in likely_ones}},
        unknown={index: word for index, word in headings.unknown.items() if index not in likely_ones},
        guessed=frozenset(likely_ones),
    )


def lacking(headings: Headings, column: TableColumn) -> str:
    """What is to be said of a column that has no heading: the one not read that may mean it, or else all that
    would.
    """
    if meant := likely(headings, column):
        return (
            f'No heading was read as {column.heading}. Not read: "{meant}"; did you mean "{column.heading}"?'
        )
    words = ", ".join((column.heading, *column.also))
    return f"No heading was read as {column.heading}. One of these is needed: {words}."


def likely(headings: Headings, column: TableColumn) -> str:
    """The heading not read that may mean a column, since it has its name as a word among others or nearly is
    its name; or nothing.
    """
    names = (column.heading, *column.also)
    for heading in headings.unknown.values():
        if any(
            f" {name.casefold()} " in " ".join(["", *_WORD.findall(heading.casefold()), ""]) for name in names
        ):
            return heading
    return next((each for each in headings.unknown.values() if nearest(key(each), map(key, names))), "")


def split_rows(sheet: Sheet, headings: Headings) -> tuple[list[Row], list[Row]]:
    """The rows below the headings, and those among them that only repeat the headings, as where pages were
    printed.

    What stands directly above repeated headings without a word in the columns of a title, overview or
    spotlight belongs to them.
    """
    rows: list[Row] = []
    repeated: list[Row] = []
    words = {
        index: plain(text)
        for index, text in headings.words.items()
        if headings.columns[index].key != NOT_READ
    }
    main = [index for index, column in headings.columns.items() if column in MAIN]
    for row in sheet.rows:
        if row.number <= headings.row:
            continue
        same = [
            index
            for index, text in enumerate(row.cells)
            if index in words and plain(_shown(text)) == words[index]
        ]
        if len(same) >= FEWEST and any(index in main for index in same):
            while rows and _is_banner(rows[-1], row, main):
                repeated.append(rows.pop())
            repeated.append(row)
        else:
            rows.append(row)
    return rows, sorted(repeated)


def _is_banner(above: Row, row: Row, main: list[int]) -> bool:
    return row.number - above.number <= _BANNER_ROWS and not any(
        "".join(above.cells[at : at + 1]).strip() for at in main
    )


def _shown(text: str) -> str:
    """A heading as a report quotes it."""
    return short(" ".join(TAG.sub("", text[:LONGEST]).split()))


def _near_the_top(sheet: Sheet, known: list[TableColumn], told: Told) -> Iterator[Headings]:
    """Each row near the top taken for headings; with what is merged over several columns repeated above each
    of them, if that says more.
    """
    meant = meant_by(known)
    for index, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        ways = [row.cells, *_spread(sheet, index, meant)]
        found = [_headings(row.number, cells, sheet, meant, told) for cells in ways]
        yield max(
            found, key=lambda each: (len(each.keys), len(_guessed(each, known).keys) if len(found) > 1 else 0)
        )


def _spread(sheet: Sheet, index: int, meant: Mapping[str, TableColumn]) -> Iterator[Sequence[str]]:
    """A row with a text that is merged over several cells in each of them, and with the one merged above
    before its own: before each, or before those that mean nothing by themselves.
    """
    row, above = sheet.rows[index], sheet.rows[index - 1] if index else None
    if sheet.across.get(row.number):
        yield [text or own for text, own in _over(sheet, row, len(row.cells))]
    if above and sheet.across.get(above.number):
        width = max(len(row.cells), len(above.cells))
        cells = [*row.cells, *[""] * (width - len(row.cells))]
        merged = [text for text, _ in _over(sheet, above, width)]
        yield [
            f"{text} {own}" if text and own != text else own for text, own in zip(merged, cells, strict=True)
        ]
        yield [
            own if own == text or plain(own) in meant else f"{text} {own}".strip()
            for text, own in zip(merged, cells, strict=True)
        ]


def _over(sheet: Sheet, row: Row, width: int) -> list[tuple[str, str]]:
    """For each cell of a row the text of the cells merged there, or nothing, and its own."""
    made = [("", row.cells[index] if index < len(row.cells) else "") for index in range(width)]
    for first, last in sheet.across.get(row.number, ()):
        for index in range(first, min(last + 1, width)):
            made[index] = made[first][1], made[index][1]
    return made


def _headings(
    number: int, cells: Sequence[str], sheet: Sheet, meant: Mapping[str, TableColumn], told: Told
) -> Headings:
    """A row taken for the headings of its sheet."""
    found: dict[int, TableColumn] = {}
    unknown: dict[int, str] = {}
    left: dict[str, list[str]] = {"twice": [], "unseen": [], "dropped": []}
    said = {index: told[word] for index, text in enumerate(cells) if (word := plain(text)) in told}
    known = {**meanings(cells, meant.get), **said}
    sure = {*filter(None, said.values())} - {*MANY}
    for index, text in enumerate(cells):
        column, word = known.get(index), _shown(text)
        if index in said and column is None:
            left["dropped"].append(word)
        elif index in sheet.hidden_columns and index not in said:
            left["unseen"] += [word] if word else []
        elif (
            column is not None
            and (column not in found.values() or column in MANY)
            and (index in said or column not in sure)
        ):
            found[index] = column
        elif column is not None:
            left["twice"].append(word)
        elif word:
            unknown[index] = word
    words = {index: _shown(cells[index]) for index in found}
    twice, unseen, dropped = map(tuple, left.values())
    return Headings(
        number, found, words, unknown, twice, unseen, dropped, frozenset(said.keys() & found.keys())
    )
