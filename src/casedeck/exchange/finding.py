"""The worksheet of a file that holds a table of case studies, and its row of headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from casedeck.errors import DeckError, Place, Problem, did_you_mean
from casedeck.exchange.columns import MAIN, columns
from casedeck.exchange.headings import Headings, Told, find_headings, likely, nearest_headings
from casedeck.model.vocabulary import Vocabularies
from casedeck.tables.read import read_sheets, why_unfound
from casedeck.tables.sheet import Sheet, fail
from casedeck.wording import joined, short

_Near = tuple[Sheet, Headings]


def find_table(
    data: bytes, file: str, vocabularies: Vocabularies, name: str, told: Told
) -> tuple[Sheet, Headings]:
    """The worksheet of this name or, without one, the first that people see with a row of headings; and
    those. Raises DeckError where there is none, or not all of it could be read.
    """
    known = columns(vocabularies)
    near: list[_Near] = []
    seen: list[Sheet] = []
    unseen = ""
    sheets = read_sheets(data, file)
    for sheet in _named(sheets, name, file) if name else sheets:
        headings = find_headings(sheet, known, told)
        if headings and (name or not sheet.hidden):
            if sheet.problem:
                fail(file, "F110", sheet.problem)
            return sheet, headings
        if headings:
            unseen = unseen or sheet.name
        elif found := nearest_headings(sheet, known):
            near.append((sheet, found))
        seen.append(sheet)
    why, hint = why_unfound(seen)
    if why:
        fail(file, "F110", why, hint)
    if unseen:
        message = f'only the worksheet "{short(unseen)}" has headings that casedeck knows, and it is hidden'
        fail(file, "F111", message, f'show it in the workbook, or import with --sheet "{short(unseen)}"')
    raise DeckError([Problem(Place(file), "F111", _too_few(near), _needed(vocabularies))])


def _named(sheets: Iterable[Sheet], name: str, file: str) -> Iterator[Sheet]:
    """The worksheet of this name, in whatever case it is written. Raises DeckError where there is none."""
    names: list[str] = []
    for sheet in sheets:
        if sheet.name.casefold().strip() == name.casefold().strip():
            yield sheet
            return
        names.append(sheet.name)
    message = "; ".join([f'no worksheet is called "{short(name)}"', did_you_mean(name, names)]).strip("; ")
    there = joined([short(each) for each in names], 10)
    fail(file, "F111", message, f"the workbook has {there}" if any(names) else "leave --sheet out")


def _too_few(near: Sequence[_Near]) -> str:
    """What is said where no row has enough headings: the one that comes nearest, where one has any."""
    if not near:
        return "no row has headings that casedeck knows"
    nearest = max(near, key=lambda pair: len(pair[1].keys))
    return f"no row has enough headings that casedeck knows; {_nearest(*nearest)}"


def _nearest(sheet: Sheet, headings: Headings) -> str:
    """Which row comes nearest to one of headings, and what it lacks."""
    where = f' of the worksheet "{short(sheet.name)}"' if sheet.name else ""
    row = f"row {headings.row}{where}" if sheet.unit == "row" else "the list"
    has = joined([f'"{word}"' for word in headings.words.values()])
    if "title" in headings.keys:
        return f"{row} comes nearest: it has only {has}"
    meant = likely(headings, MAIN[0])
    hint = f'; if "{meant}" is the name, write Title there' if meant else ""
    return f"{row} comes nearest: it has {has}, and no name{hint}"


def _needed(vocabularies: Vocabularies) -> str:
    """What a row of headings needs, with examples."""
    main, ways_in = [column.heading for column in MAIN[1:]], vocabularies["opportunities"].names()[-4:]
    examples = ", ".join([*main, "Location", *ways_in])
    way_out = "say what others mean with --column, as in --column Who=title"
    return f"one with Title (or Name) and two more is needed, such as {examples}; {way_out}"
