"""The first sheet of a pack: the session by the clock, and below it every file to print, each with a box to
tick.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from casedeck.compose.flow import Block, natural_height
from casedeck.compose.kit import Column, Kit, Pages
from casedeck.compose.measures import text_on
from casedeck.compose.pour import Poured, pour
from casedeck.compose.stationery import Stationery
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark, Page
from casedeck.model.text import filled

SIDE, TOP = 14.0, 12.0
BODY_PT, LARGE_BODY_PT = 12.0, 16.0
"""The size of the text on A4, and on A3."""
TICK, BESIDE = 5.0, 3.0
"""A box to tick, and the space beside it."""


class Printed(Protocol):
    """A file to print, as far as the list tells of it: its name, and how it is printed."""

    @property
    def file_name(self) -> str:
        """What it is called."""

    @property
    def paper(self) -> str:
        """The name of its paper."""

    @property
    def sides(self) -> int:
        """How many sides of the paper are printed."""

    @property
    def colour(self) -> str:
        """Whether in "colour" or in "mono"."""

    @property
    def sheets(self) -> int:
        """How many sheets of paper it takes."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What is to be done once it is printed."""


class Happening(NamedTuple):
    """One line of a running order: the time as it is written, minutes, and what happens."""

    clock: str
    minutes: int
    what: str


def first_sheet(
    heading: str,
    facts: str,
    lines: Sequence[Happening],
    rows: Sequence[Printed],
    sheet: Stationery,
    session_words: Mapping[str, str],
    words: Mapping[str, str],
) -> Pages:
    """The session, with a running order where there are `lines`, then the print list, on as many pages as it
    takes: every file in order, with paper, sides, colour and sheets, and the paper it takes in all. `words`
    are those of the print list, `session_words` those of the session.
    """
    lists = _FirstSheet(sheet, session_words, words)
    return lists.pages([*lists.head(heading, facts), *lists.order(lines)], rows)


class _FirstSheet:
    def __init__(self, sheet: Stationery, session_words: Mapping[str, str], words: Mapping[str, str]) -> None:
        self.sheet, self.session_words, self.words = sheet, session_words, words
        self.kit = Kit(sheet, text_on(sheet.scale, BODY_PT, LARGE_BODY_PT))
        self.box = Box(SIDE, TOP, sheet.size.width - 2 * SIDE, sheet.size.height - 2 * TOP)
        self.width = self.box.width
        self.columns = [
            Column(words["file"], 96),
            Column(words["paper"], 15),
            Column(words["sides"], 12, True),
            Column(words["colour"], 15),
            Column(words["sheets"], 15, True),
        ]

    def head(self, heading: str, facts: str) -> list[Block]:
        """The title, the deck and the day, and the facts of the session."""
        kit = self.kit
        title = kit.set(self.words["title"], kit.title, self.width, "black")
        return [
            Block(0, title.height, 0, lambda y: Group("H1", title.marks(0, y))),
            kit.paragraph(heading, 0, self.width, style=kit.quiet),
            kit.paragraph(facts, 0, self.width),
        ]

    def order(self, lines: Sequence[Happening]) -> list[Block]:
        """The running order in larger letters; nothing without lines."""
        if not lines:
            return []
        kit, words = self.kit.larger(), self.session_words
        columns = [Column(words["clock"], 20), Column(words["minutes"], 24, True), Column(words["what"], 100)]
        cells = [[line.clock, str(line.minutes) if line.minutes else "–", line.what] for line in lines]
        return [self.kit.heading(words["order"], 0, self.width, 5), kit.table(columns, cells, 0, self.width)]

    def pages(self, above: Sequence[Block], rows: Sequence[Printed]) -> Pages:
        """The pages, the first of which begins with what stands above the list."""
        words, left = (
            self.words,
            [[row.file_name, row.paper, str(row.sides), self._ink(row), str(row.sheets)] for row in rows],
        )
        total = self.kit.paragraph(
            filled(words["total"], sheets=self.sheet.language.row(_totals(rows, words))),
            0,
            self.width,
            weight="bold",
            gap=4,
        )
        blocks = [
            *above,
            self.kit.heading(words["list"], 0, self.width, 6),
            self.kit.paragraph(words["note"], 0, self.width),
        ]
        last = [total, *self._notes(rows)]
        poured: list[Poured] = []
        while True:
            count = self._fitting(blocks, left, last)
            whole = [*blocks, self._table(left[:count]), *([] if left[count:] else last)]
            poured.append(pour([whole], [self.box]))
            left = left[count:]
            if not left:
                break
            blocks = [self.kit.heading(words["continued"], 0, self.width, 0)]
        pages = [
            Page(self.sheet.size, (Group("Sect", tuple(each.marks[0])),), str(number), words["title"])
            for number, each in enumerate(poured, 1)
        ]
        return self.kit.pages(pages, max(each.over_mm for each in poured))

    def _ink(self, row: Printed) -> str:
        """Whether a file is printed in colour, in words."""
        return self.words["in colour" if row.colour == "colour" else "in black"]

    def _notes(self, rows: Sequence[Printed]) -> Iterator[Block]:
        """What is to be done with files once they are printed, those together of which the same is said."""
        for notes in dict.fromkeys(row.notes for row in rows if row.notes):
            names = self.sheet.language.joined([row.file_name for row in rows if row.notes == notes])
            yield self.kit.paragraph(" ".join(notes), 0, self.width, lead=f"{names}:", gap=2)

    def _fitting(self, blocks: Sequence[Block], cells: Sequence[Sequence[str]], last: Sequence[Block]) -> int:
        """How many rows fit below the blocks, at least 1, and the last of them only with what comes last."""
        room = self.box.height - natural_height([*blocks, self._table([])])
        heights = self._heights(cells)
        if sum(heights) + sum(block.gap + block.height for block in last) <= room:
            return len(cells)
        count = next(
            (number for number in range(len(cells)) if sum(heights[: number + 1]) > room), len(cells) - 1
        )
        return max(1, min(count, len(cells) - 1))

    def _table(self, cells: Sequence[Sequence[str]]) -> Block:
        """Rows with a box to tick before each."""
        table = self._rows(cells)
        heights = self._heights(cells)
        tops = [table.height - sum(heights[number:]) for number in range(len(heights))]

        def draw(y: float) -> Mark:
            boxes = [self.kit.box(Box(0, y + top + 0.5, TICK, TICK)) for top in tops]
            return Group("Sect", (*boxes, table.draw(y)))

        return table._replace(draw=draw)

    def _rows(self, cells: Sequence[Sequence[str]]) -> Block:
        left = TICK + BESIDE
        return self.kit.table(self.columns, cells, left, self.width - left, gap=3)

    def _heights(self, cells: Sequence[Sequence[str]]) -> list[float]:
        """The height of each row, mm."""
        head = self._rows([]).height
        return [self._rows([row]).height - head for row in cells]


def _totals(rows: Sequence[Printed], words: Mapping[str, str]) -> Iterator[str]:
    for paper in dict.fromkeys(row.paper for row in rows):
        count = sum(row.sheets for row in rows if row.paper == paper)
        yield filled(words["one sheet of" if count == 1 else "sheets of"], count=count, paper=paper)
