"""Case studies taken in from spreadsheets and given out as spreadsheets, as bytes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from casedeck.api.cases import named
from casedeck.choose.filters import Narrowing, filtered
from casedeck.errors import RefusedError, Report, did_you_mean
from casedeck.exchange.columns import SINGLE, TableColumn, columns
from casedeck.exchange.export import draw_table, reordered
from casedeck.exchange.importing import read_import
from casedeck.exchange.outcome import OWN, Import
from casedeck.exchange.own_headings import column_named, hint, read_told, told
from casedeck.exchange.report import mapping_lines, which
from casedeck.library.case_file import told_file
from casedeck.library.files import Files
from casedeck.library.library import Library
from casedeck.model.case_study import CaseStudy
from casedeck.tables.heading_words import plain
from casedeck.tables.write import WRITERS
from casedeck.wording import Watch, unwatched


class Table(NamedTuple):
    """A spreadsheet of case studies: its bytes, the name to show for it, and what is wanted of it.

    `over` says whose case studies of the same name a row takes the place of: OWN, SHIPPED, both or nobody's.
    `rows` are the numbers of the only rows to take, none for all; `sheet_name` is the worksheet to read, ""
    for the first that has headings.
    """

    data: bytes
    shown: str
    over: Collection[str] = ()
    rows: Collection[int] = ()
    sheet_name: str = ""


class Incoming(NamedTuple):
    """A table on its way into a library: what its headings are said to mean by now, and what was `kept` of
    that. `own` are the facilitator's own files in the library's folder of case studies, by their names.
    """

    table: Table
    library: Library
    own: Collection[str]
    known: Sequence[TableColumn]
    words: Mapping[str, str]
    kept: Mapping[str, str]

    def corrected(self, correction: str) -> Incoming:
        """The same after a correction such as "Impact 1=benefit". Raises RefusedError for one that says
        nothing.
        """
        heading, equals, word = (part.strip().strip("\"'") for part in correction.rpartition("="))
        if not equals or not plain(heading):
            how = 'write it like "Impact 1=benefit"'
            raise RefusedError(f'"{correction}" names no heading; {how}', of="column")
        if word and column_named(word, self.known) is None:
            message = f'"{word}" is nothing that a heading can be read as'
            raise RefusedError(f"{message}; {hint(word, self.known)}", of="column")
        return self._saying(heading, word)

    def accepted(self, made: Import) -> Incoming:
        """The same once somebody takes what is likely for what is meant."""
        found = self
        for index in made.headings.guessed:
            heading = made.headings.columns[index].heading
            found = found._saying(made.headings.words[index], SINGLE.get(heading, heading).lower())
        return found

    def read(self, watch: Watch = unwatched) -> Import:
        """What the import would make, with what becomes of each row. Raises DeckError for a table that cannot
        be understood at all.
        """
        table = self.table
        return read_import(
            table.data,
            table.shown,
            self.library,
            self.own,
            over=table.over,
            only=table.rows,
            sheet_name=table.sheet_name,
            told=told(self.words, self.known),
            watch=watch,
        )

    @property
    def headings(self) -> bytes:
        """The file that keeps what headings mean for the next import; nothing where nothing new is said."""
        return told_file(self.words).encode() if self.words != self.kept else b""

    def _saying(self, heading: str, word: str) -> Incoming:
        others = {each: said for each, said in self.words.items() if plain(each) != plain(heading)}
        return self._replace(words={**others, heading: word})


def incoming(files: Files, table: Table, own: Collection[str]) -> Incoming:
    """A table on its way into the library of these files, its headings read as it is said there. Raises
    DeckError where anything but a case study has problems there.
    """
    report = Report()
    library = Library(files, report)
    known = columns(library.vocabularies)
    words = read_told(files, known, report)
    report.raise_if_any()
    return Incoming(table, library, own, known, words, words)


def to_ask(made: Import) -> list[str]:
    """What each heading is read as, line by line, to be shown before anything is written; nothing where no
    heading is only likely to mean what it is read as.
    """
    return [*mapping_lines(made)][:-1] if made.headings.guessed else []


def need_headings(made: Import, corrections: Collection[str]) -> None:
    """Refuse a correction of a heading that the sheet does not have. Raises RefusedError."""
    headings = made.headings
    read, unread = headings.words.values(), headings.unknown.values()
    words = [*read, *unread, *headings.twice, *headings.unseen, *headings.dropped]
    for each in corrections:
        heading = each.rpartition("=")[0].strip()
        if plain(heading) not in map(plain, words):
            near = did_you_mean(heading, words)
            message = f'no heading is called "{heading}"' + (f"; {near}" if near else "")
            raise RefusedError(message, of="column")


def need_rows(made: Import, rows: Collection[int]) -> None:
    """Refuse rows asked for where no case study stands. Raises RefusedError."""
    if nowhere := {*rows} - {each.row for each in made.outcomes}:
        message = f"no case study stands in {which(made.sheet.unit, nowhere)}"
        raise RefusedError(f"{message}; leave {{row}} out to see what stands where", of="row", names=["row"])


def in_place_of(made: Import) -> list[str]:
    """The files of an import that take the place of the facilitator's own."""
    return [each.file for each in made.taken if each.there == OWN]


class Export(NamedTuple):
    """A spreadsheet of these cases; of some, opportunities stand there in another order than in their
    files.
    """

    data: bytes
    cases: Sequence[CaseStudy]
    reordered: Sequence[CaseStudy]


def exported(
    library: Library, ending: str, names: Collection[str] = (), conditions: tuple[Narrowing, ...] = ()
) -> Export | None:
    """The cases of these names, or all, that pass the conditions, as a file with one of the endings of
    WRITERS; None where no case does.

    Raises RefusedError for a name that none has, DeckError where the file of one has problems.
    """
    passed = filtered(conditions, library.cases.values())
    cases = [case for case in named(library, names) if case in passed] if names else passed
    if not cases:
        return None
    data = draw_table(cases, library.vocabularies, ending)
    return Export(data, cases, reordered(cases, library.vocabularies))


def ending_of(name: str) -> str:
    """The ending of a file to export to, such as ".csv". Raises RefusedError for one that cannot be
    written.
    """
    before, dot, last = name.rpartition(".")
    ending = (dot + last).lower()
    if not before or ending not in WRITERS:
        raise RefusedError(f"{name} needs one of the endings {', '.join(WRITERS)}")
    return ending
