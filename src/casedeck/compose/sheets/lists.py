"""The first sheet of a pack: the session by the clock, below it every file to print, each with a box to tick,
and the titles of the cards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.kit import Column, Kit, Pages
from casedeck.compose.measures import text_on
from casedeck.compose.pour import pour
from casedeck.compose.sheets.run_sheet import clock_style, name_style
from casedeck.compose.stationery import Stationery
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark, Page, moved

SIDE, TOP = 14.0, 12.0
BODY_PT, LARGE_BODY_PT = 12.0, 16.0
"""The size of the text on A4, and on A3."""
TICK, BESIDE = 5.0, 3.0
"""A box to tick, and the space beside it."""
ROWS = ((12.0, 9.0), (10.0, 8.0), (9.0, 7.0), (9.0, 6.0), (0.0, 6.0), (0.0, 5.4))
"""How high the rows of the running order and of the list are at least, mm: the first pair with which all fits
one page, else the last.
"""
GUTTER = 6.0


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


class Telling(NamedTuple):
    """What the first sheet tells of a session: the deck and the day, people, cards and minutes, the running
    order, and the number and title of each card.
    """

    heading: str
    facts: str
    lines: Sequence[Happening]
    titles: Sequence[tuple[int, str]] = ()


def first_sheet(
    told: Telling,
    rows: Sequence[Printed],
    sheet: Stationery,
    session_words: Mapping[str, str],
    words: Mapping[str, str],
) -> Pages:
    """The session, then the print list and the titles of the cards, on one page where they fit: every file in
    order, with paper, sides, colour and sheets, and the paper it takes in all. `words` are those of the print
    list, `session_words` those of the session.
    """
    lists = _FirstSheet(sheet, session_words, words)
    for heights in ROWS:
        made = lists.pages(told, rows, *heights)
        if len(made.pages) == 1 and not made.over:
            break
    return made


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

    def pages(self, told: Telling, rows: Sequence[Printed], order: float, least: float) -> Pages:
        """The pages, with rows of the running order and of the list of at least these heights."""
        above = [*self.head(told), *self.order(told.lines, order)]
        cells = [[row.file_name, row.paper, str(row.sides), self._ink(row), str(row.sheets)] for row in rows]
        poured = [
            pour([blocks], [self.box]) for blocks in self._shared(above, cells, rows, told.titles, least)
        ]
        pages = [
            Page(self.sheet.size, (Group("Sect", tuple(each.marks[0])),), str(number), self.words["title"])
            for number, each in enumerate(poured, 1)
        ]
        return self.kit.pages(pages, max(each.over_mm for each in poured))

    def head(self, told: Telling) -> list[Block]:
        """The title, the deck and the day, and the facts of the session."""
        kit = self.kit
        title = kit.set(self.words["title"], kit.title, self.width, "black")
        return [
            Block(0, title.height, 0, lambda y: Group("H1", title.marks(0, y))),
            kit.paragraph(told.heading, 0, self.width, style=kit.quiet),
            kit.paragraph(told.facts, 0, self.width),
        ]

    def order(self, lines: Sequence[Happening], least: float) -> list[Block]:
        """The running order, to be read from further away; nothing without lines."""
        if not lines:
            return []
        kit, words = self.kit, self.session_words
        name = name_style(kit)
        columns = [
            Column(words["clock"], 26, style=clock_style(kit), weight="bold"),
            Column(words["minutes"], 26, True, name),
            Column(words["what"], 130, style=name, weight="bold"),
        ]
        cells = [[line.clock, str(line.minutes) if line.minutes else "–", line.what] for line in lines]
        table = kit.table(columns, cells, 0, self.width, least=least)
        return [kit.heading(words["order"], 0, self.width, 4), table]

    def _shared(
        self,
        above: Sequence[Block],
        cells: Sequence[Sequence[str]],
        rows: Sequence[Printed],
        titles: Sequence[tuple[int, str]],
        least: float,
    ) -> Iterator[list[Block]]:
        """The blocks of each page: the first begins with what stands above the list; the titles follow the
        list, on a page of their own where there is no room.
        """
        last, left = [self._total(rows), *self._notes(rows)], [*cells]
        blocks = [
            *above,
            self.kit.heading(self.words["list"], 0, self.width, 5),
            self.kit.paragraph(self.words["note"], 0, self.width),
        ]
        while True:
            count = self._fitting(blocks, left, last, least)
            blocks.append(self._table(left[:count], least))
            left = left[count:]
            if not left:
                break
            yield blocks
            blocks = [self.kit.heading(self.words["continued"], 0, self.width, 0)]
        blocks += last
        named = self._titles(titles)
        if natural_height([*blocks, *named]) > self.box.height:
            yield blocks
            blocks = []
        yield [*blocks, *named]

    def _total(self, rows: Sequence[Printed]) -> Block:
        """The paper that all files take."""
        in_all = self.sheet.language.paper_in_all([(row.paper, row.sheets) for row in rows])
        return self.kit.paragraph(in_all, 0, self.width, weight="bold", gap=3)

    def _notes(self, rows: Sequence[Printed]) -> Iterator[Block]:
        """What is to be done with files once they are printed, those together of which the same is said."""
        for notes in dict.fromkeys(row.notes for row in rows if row.notes):
            names = self.sheet.language.joined([row.file_name for row in rows if row.notes == notes])
            yield self.kit.paragraph(" ".join(notes), 0, self.width, lead=f"{names}:", gap=2)

    def _titles(self, titles: Sequence[tuple[int, str]]) -> list[Block]:
        """The numbers and titles of the cards, in as many columns as make them lowest."""
        if not titles:
            return []
        lowest = min([self._in_columns(titles, count) for count in (3, 2)], key=lambda block: block.height)
        return [self.kit.heading(self.words["cards"], 0, self.width, 5), lowest]

    def _in_columns(self, titles: Sequence[tuple[int, str]], count: int) -> Block:
        step, each = (self.width + GUTTER) / count, -(-len(titles) // count)
        items = self.kit.labelled([(str(number), title) for number, title in titles], 0, step - GUTTER)
        shares = [items[start : start + each] for start in range(0, len(items), each)]

        def draw(y: float) -> Mark:
            columns = enumerate(column(share, y, 0) for share in shares)
            marks = [moved(mark, place * step, 0.0) for place, share in columns for mark in share]
            return Group("Sect", tuple(marks))

        return Block(1.5, max(map(natural_height, shares)), 0, draw)

    def _ink(self, row: Printed) -> str:
        """Whether a file is printed in colour, in words."""
        return self.words["in colour" if row.colour == "colour" else "in black"]

    def _fitting(
        self, blocks: Sequence[Block], cells: Sequence[Sequence[str]], last: Sequence[Block], least: float
    ) -> int:
        """How many rows fit below the blocks, at least 1, and the last of them only with what comes last."""
        room = self.box.height - natural_height([*blocks, self._table([], least)])
        heights = self._heights(cells, least)
        if sum(heights) + sum(block.gap + block.height for block in last) <= room:
            return len(cells)
        count = next(
            (number for number in range(len(cells)) if sum(heights[: number + 1]) > room), len(cells) - 1
        )
        return max(1, min(count, len(cells) - 1))

    def _table(self, cells: Sequence[Sequence[str]], least: float) -> Block:
        """Rows with a box to tick before each."""
        table = self._rows(cells, least)
        heights = self._heights(cells, least)
        tops = [table.height - sum(heights[number:]) for number in range(len(heights))]

        def draw(y: float) -> Mark:
            middles = [y + top + height / 2 for top, height in zip(tops, heights, strict=True)]
            boxes = [self.kit.box(Box(0, middle - TICK / 2, TICK, TICK)) for middle in middles]
            return Group("Sect", (*boxes, table.draw(y)))

        return table._replace(draw=draw)

    def _rows(self, cells: Sequence[Sequence[str]], least: float) -> Block:
        left = TICK + BESIDE
        return self.kit.table(self.columns, cells, left, self.width - left, gap=2, least=least)

    def _heights(self, cells: Sequence[Sequence[str]], least: float) -> list[float]:
        """The height of each row, mm."""
        head = self._rows([], least).height
        return [self._rows([row], least).height - head for row in cells]
