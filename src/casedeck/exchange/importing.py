"""A table of case studies to case-study files, with a report on every row."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

from casedeck.errors import DeckError, Place, Problem, Report, did_you_mean
from casedeck.exchange.columns import MAIN, columns
from casedeck.exchange.headings import (
    NOTHING_TOLD,
    Headings,
    Told,
    find_headings,
    likely,
    nearest_headings,
    split_rows,
)
from casedeck.exchange.rows import Entry, RowReader, sums_up
from casedeck.library.case_file import RESERVED, Given, plain_file, slug_of
from casedeck.library.case_study import (
    BRIEF_FIELDS,
    CARD_FIELDS,
    FULL_ONLY,
    case_study_record,
    read_case_study,
)
from casedeck.library.files import ENDINGS, stem
from casedeck.library.library import Library
from casedeck.model.case_study import Gap
from casedeck.model.vocabulary import key
from casedeck.notation.yaml import Mapping as Entries
from casedeck.notation.yaml import Node, parse
from casedeck.notation.yaml import Sequence as Items
from casedeck.tables.read import read_sheets, why_unfound
from casedeck.tables.sheet import Row, Sheet, fail
from casedeck.wording import Watch, count, joined, short, unwatched

FOLDER = "assets/case-studies"
OWN, SHIPPED = "own", "shipped"
HIDDEN, STRUCK, SUM = "hidden", "struck", "sum"
_TOLD = (*BRIEF_FIELDS[1:], "strapline", *FULL_ONLY)
"""What tells something of a case study besides its name."""
_LISTED = {"benefits": "benefits", "enablers": "enablers"}
"""What is said of keys that several columns fill."""


class Outcome(NamedTuple):
    """What became of a row: the file that it makes, or the reason why it is left; `findings` are what it
    loses.

    `lacking` is what a file still lacks that is a draft.

    `there` says whose case study of the same name is there already: OWN or SHIPPED. A row without a file is
    left for it if it has no other `reason`. `shorter` is true where that one has a full card and this one has
    not. `aside` says why a row is left that nobody asked for by its number: nobody sees it in the sheet,
    being HIDDEN, or it was withdrawn, being STRUCK through, or it is only a SUM of the others.
    """

    row: int
    title: str
    file: str = ""
    data: bytes = b""
    reason: str = ""
    findings: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()
    there: str = ""
    shorter: bool = False
    aside: str = ""
    lacking: tuple[str, ...] = ()


class Import(NamedTuple):
    """A table read: where it was found, and what became of each row; the first of them as an `example`.

    `repeated` and `blank` are the numbers of rows that are passed over, since they
    repeat the headings or hold nothing in a column that is read.
    """

    sheet: Sheet
    headings: Headings
    outcomes: tuple[Outcome, ...]
    repeated: tuple[int, ...]
    blank: tuple[int, ...]
    example: Row | None = None

    @property
    def taken(self) -> list[Outcome]:
        """The rows that make a file."""
        return [each for each in self.outcomes if each.file]

    @property
    def left(self) -> list[Outcome]:
        """The rows that do not."""
        return [each for each in self.outcomes if not each.file]

    @property
    def files(self) -> dict[str, bytes]:
        """The files to write, by their names in the folder of case studies."""
        return {each.file: each.data for each in self.taken}


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
    sheet, headings = _table(data, file, library, sheet_name, told)
    if sheet.problem:
        fail(file, "F110", sheet.problem)
    rows, repeated = split_rows(sheet, headings)
    reader = RowReader(headings, library.vocabularies, sheet)
    maker = _Maker(headings, library, own, sheet.unit, over)
    blank: list[int] = []
    outcomes: list[Outcome] = []
    for number, row in enumerate(rows, 1):
        watch("Reading rows", number, len(rows))
        if only and row.number not in only:
            continue
        struck = reader.is_struck(row)
        entry = reader.read(row, whole=struck)
        aside = "" if only else HIDDEN if row.hidden else STRUCK if struck else SUM if sums_up(row) else ""
        if entry is None:
            blank.append(row.number)
        elif aside:
            outcomes.append(Outcome(row.number, entry.title, aside=aside))
        else:
            outcomes.append(maker.outcome(entry))
    outcomes = [maker.settled(each) for each in outcomes]
    example = next((row for row in rows if not row.hidden and row.number not in blank), None)
    return Import(
        sheet,
        headings,
        tuple(outcomes),
        tuple(row.number for row in repeated if not only),
        tuple(blank),
        example,
    )


def _table(data: bytes, file: str, library: Library, name: str, told: Told) -> tuple[Sheet, Headings]:
    """The worksheet of this name or, without one, the first that people see with a row of headings; and
    those.
    """
    known = columns(library.vocabularies)
    near: list[tuple[Sheet, Headings]] = []
    read = _named(read_sheets(data, file), name, file) if name else read_sheets(data, file)
    seen: list[Sheet] = []
    unseen = ""
    for sheet in read:
        headings = find_headings(sheet, known, told)
        if headings and (name or not sheet.hidden):
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
    message = "no row has headings that casedeck knows"
    if near:
        message = f"no row has enough headings that casedeck knows; {_nearest(*max(near, key=lambda pair: len(pair[1].keys)))}"
    names = ", ".join(
        [
            *(column.heading for column in MAIN[1:]),
            "Location",
            *library.vocabularies["opportunities"].names()[-4:],
        ]
    )
    hint = f"one with Title (or Name) and two more is needed, such as {names}; say what others mean with --column, as in --column Who=title"
    raise DeckError([Problem(Place(file), "F111", message, hint)])


def _named(sheets: Iterable[Sheet], name: str, file: str) -> Iterator[Sheet]:
    """The worksheet of this name, in whatever case it is written. Raises DeckError where there is none."""
    names: list[str] = []
    for sheet in sheets:
        if sheet.name.casefold().strip() == name.casefold().strip():
            yield sheet
            return
        names.append(sheet.name)
    said = "; ".join([f'no worksheet is called "{short(name)}"', did_you_mean(name, names)]).strip("; ")
    fail(
        file,
        "F111",
        said,
        f"the workbook has {joined([short(each) for each in names], 10)}"
        if any(names)
        else "leave --sheet out",
    )


def _nearest(sheet: Sheet, headings: Headings) -> str:
    """Which row comes nearest to one of headings, and what it lacks."""
    where = f' of the worksheet "{short(sheet.name)}"' if sheet.name else ""
    row = f"row {headings.row}{where}" if sheet.unit == "row" else "the list"
    has = joined([f'"{word}"' for word in headings.words.values()])
    if "title" in headings.keys:
        return f"{row} comes nearest: it has only {has}"
    meant = likely(headings, MAIN[0])
    return f"{row} comes nearest: it has {has}, and no name" + (
        f'; if "{meant}" is the name, write Title there' if meant else ""
    )


class _Maker:
    """Makes files of rows, one after the other: the first of two with one name is taken."""

    def __init__(
        self, headings: Headings, library: Library, own: Collection[str], unit: str, over: Collection[str]
    ) -> None:
        self.headings, self.library, self.unit, self.over = headings, library, unit, over
        self.record = case_study_record(library.vocabularies)
        files = [name for name in library.files.names(FOLDER) if name.lower().endswith(ENDINGS)]
        self.names = {stem(name): name.rsplit("/", 1)[-1] for name in files}
        self.exact = {normalize("NFC", name): name for name in self.names}
        self.meant: dict[str, list[str]] = {}
        for name in self.names:
            self.meant.setdefault(key(name), []).append(name)
        self.own = {stem(name) for name in own}
        self.seen: dict[str, int] = {}

    def outcome(self, entry: Entry) -> Outcome:
        """What becomes of a row."""
        name, reason = self._name(entry)
        there = "" if name not in self.names or reason else OWN if name in self.own else SHIPPED
        shorter = (
            bool(there)
            and name in self.library.cases
            and self.library.cases[name].full
            and not entry.given.get("benefits")
        )
        made = Outcome(entry.row, entry.title, "", b"", reason, entry.findings, entry.mended, there, shorter)
        if reason or (there and there not in self.over):
            return made
        data, findings, lacking, reason = self._file(entry, name)
        made = made._replace(findings=(*entry.findings, *findings))
        if reason:
            return made._replace(reason=reason)
        if not lacking:
            self.seen[key(name)] = entry.row
        return made._replace(
            file=self.names[name] if there == OWN else f"{name}.yaml", data=data, lacking=lacking
        )

    def settled(self, made: Outcome) -> Outcome:
        """What became of a row when all are read: a draft gives way to a whole case study of the same name
        further down.
        """
        if not made.lacking:
            return made
        first = self.seen.setdefault(key(stem(made.file)), made.row)
        if first == made.row:
            return made
        return made._replace(file="", data=b"", lacking=(), reason=f"{self.unit} {first} has the same name")

    def _name(self, entry: Entry) -> tuple[str, str]:
        """The name of a row's file without its ending, and why it cannot have one."""
        given = entry.file_name.removesuffix(".yaml").removesuffix(".yml")
        slug = self.exact.get(normalize("NFC", given)) or _file_name(given) or slug_of(entry.title)
        there = (
            [slug]
            if slug in self.names
            else self.meant.get(key(slug))
            or ([] if entry.file_name else self.library.cases.find(entry.title))
        )
        name = there[0] if there else slug
        if not entry.title:
            return "", "has no name"
        if not slug:
            return "", "no file can be named after it, for it has no letter from a to z; type its name again"
        if len(there) > 1:
            return (
                "",
                f"several case studies are called this: {joined(there)}; say in a column File name which is meant",
            )
        if first := self.seen.get(key(name)):
            return "", f"{self.unit} {first} has the same name"
        return name, ""

    def _file(self, entry: Entry, name: str) -> tuple[bytes, list[str], tuple[str, ...], str]:
        """The bytes of a row's file, what had to be left out of it, what it still lacks, and why there can be
        none.
        """
        given = {name: list(values) for name, values in entry.given.items()}
        words = {name: list(headings) for name, headings in entry.headings.items()}
        findings: list[str] = []
        while True:
            data = plain_file(given).encode("utf-8", "replace")
            try:
                node = parse(data, f"{name}.yaml")
            except DeckError as error:
                return b"", findings, (), error.problems[0].message
            needed = self._needed(given)
            problems, gaps = self._read(name, node)
            problems += [_too_few(gap, len(given[gap.key])) for gap in gaps if gap.key not in needed]
            found = [(problem, _value_at(node, problem.place)) for problem in problems]
            faulty = {at for _, at in found if at and (at[1] >= 0 or at[0] not in needed)}
            findings += [
                f"{words[at[0]][at[1]]}: {_said(problem)}" for problem, at in found if at in faulty and at
            ]
            for field, index in sorted(faulty, reverse=True):
                del (
                    given[field][index if index >= 0 else slice(None)],
                    words[field][index if index >= 0 else slice(None)],
                )
            if not faulty:
                listed = [f"{at[0]}: {_said(problem)}" for problem, at in found if at]
                return data, findings, self._lacking(gaps), "; ".join([*self._missing(given, entry), *listed])

    def _needed(self, given: Given) -> tuple[str, ...]:
        return CARD_FIELDS if any(given.get(name) for name in FULL_ONLY) else BRIEF_FIELDS

    def _read(self, name: str, node: Node) -> tuple[list[Problem], tuple[Gap, ...]]:
        """The problems of a file, and what it still lacks."""
        report = Report()
        case = read_case_study(name, self.record, node, self.library.vocabularies["countries"], report)
        return sorted(set(report.problems)), case.gaps if case else ()

    def _lacking(self, gaps: Sequence[Gap]) -> tuple[str, ...]:
        """What a draft still lacks, by the sheet's own headings."""
        words = {"opportunities": "a sentence under an opportunity", **_LISTED}
        return tuple(words.get(gap.part) or self.headings.word(gap.part) for gap in gaps)

    def _missing(self, given: Given, entry: Entry) -> Iterator[str]:
        """Why a row makes no file, not even a draft.

        What it had and a case study needs is no use as it is, or it has a name and no text, or its text may
        stand below a heading that is not read.
        """
        missing = [name for name in self._needed(given) if not given.get(name)]
        useless = [name for name in missing if entry.given.get(name)]
        lost = [
            "an opportunity" if name == "opportunities" else f"its {self.headings.word(name)}"
            for name in useless
        ]
        if lost:
            yield f"without {joined(lost, len(lost))} it is no case study"
        elif not any(given.get(name) for name in _TOLD) or self._unread(missing):
            words = {"opportunities": "sentence under an opportunity", **_LISTED}
            yield f"it has no {' and no '.join(words.get(name) or self.headings.word(name) for name in missing)}"

    def _unread(self, missing: Collection[str]) -> bool:
        """True where the sheet has a heading that is not read and may mean one of the keys."""
        return any(
            column.key in missing and column.key not in self.headings.keys and likely(self.headings, column)
            for column in MAIN
        )


def _too_few(gap: Gap, number: int) -> Problem:
    """What is wrong with a list that need not be there and is too short, such as the keywords of a brief case
    study.
    """
    return Problem(gap.place, "V109", f"the list has {count(number, 'item')}; 3 are needed")


def _file_name(name: str) -> str:
    """The name of a new file as a sheet gives it, without its ending, fit for any disk."""
    plain = (
        name.isascii()
        and name.replace("-", "").replace("_", "").isalnum()
        and name[0].isalnum()
        and len(name) <= 80
    )
    return name if plain and name.lower() not in RESERVED else slug_of(name)


def _value_at(node: Node, place: Place) -> tuple[str, int] | None:
    """The key and the number of the value that a place is in, -1 for a list as a whole; None for the whole
    file.
    """
    assert isinstance(node, Entries)
    at = (place.line, place.column)
    for word, value in reversed(node.entries):
        if (word.place.line, word.place.column) <= at and at != (node.place.line, node.place.column):
            if not isinstance(value, Items):
                return word.text, 0
            items = [
                index for index, item in enumerate(value.items) if (item.place.line, item.place.column) <= at
            ]
            return word.text, items[-1] if items and at != (value.place.line, value.place.column) else -1
    return None


def _said(problem: Problem) -> str:
    return problem.message + (f"; {problem.hint}" if problem.hint else "")
