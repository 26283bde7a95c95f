"""What becomes of the rows of a table of case studies."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.exchange.headings import Headings
from casedeck.tables.sheet import Row, Sheet

OWN, SHIPPED = "own", "shipped"
HIDDEN, STRUCK, SUM = "hidden", "struck", "sum"


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
    def faulty(self) -> list[Outcome]:
        """Those among them for which there is a reason in the row itself."""
        return [each for each in self.left if each.reason]

    def in_the_way(self, whose: str) -> list[Outcome]:
        """Those for which a case study of the same name is there already, OWN or SHIPPED."""
        others = (each for each in self.left if not (each.reason or each.aside))
        return [each for each in others if each.there == whose]

    def aside(self, why: str) -> list[Outcome]:
        """Those that nobody asked for by their numbers: HIDDEN, STRUCK or a SUM."""
        return [each for each in self.left if each.aside == why]

    @property
    def files(self) -> dict[str, bytes]:
        """The files to write, by their names in the folder of case studies."""
        return {each.file: each.data for each in self.taken}
