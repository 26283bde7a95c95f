"""Two lists on one page each: the print list of a pack, and the running order of a session."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from casedeck.compose.flow import Block
from casedeck.compose.layout import overfull
from casedeck.compose.pour import pour
from casedeck.compose.sheet import Sheet
from casedeck.compose.sheets.kit import Column, Kit, Pages
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark, Page

SIDE, TOP = 14.0, 12.0


class PrintRow(NamedTuple):
    """One file of a pack: its name, and how it is printed."""

    file_name: str
    paper: str
    sides: int
    colour: str
    sheets: int


class Running(NamedTuple):
    """One line of a running order: the time as it is written, minutes, and what happens."""

    clock: str
    minutes: int
    what: str


def print_list_page(heading: str, rows: Sequence[PrintRow], sheet: Sheet, words: Mapping[str, str]) -> Pages:
    """The print list: every file of a pack in order, with paper, sides, colour and sheets, and the paper it takes in all."""
    kit = Kit(sheet)
    width = sheet.size.width - 2 * SIDE
    columns = [
        Column(words["file"], 92),
        Column(words["paper"], 14),
        Column(words["sides"], 13, True),
        Column(words["colour"], 17),
        Column(words["sheets"], 17, True),
    ]
    cells = [[row.file_name, row.paper, str(row.sides), row.colour, str(row.sheets)] for row in rows]
    blocks = [
        *_head(kit, words["title"], heading, width),
        kit.paragraph(words["note"], 0, width),
        kit.table(columns, cells, 0, width, gap=4),
        kit.paragraph(words["total"].format(sheets=", ".join(_totals(rows, words))), 0, width, weight="bold", gap=4),
    ]
    return _page(blocks, sheet, words["title"])


def _totals(rows: Sequence[PrintRow], words: Mapping[str, str]) -> Iterator[str]:
    for paper in dict.fromkeys(row.paper for row in rows):
        count = sum(row.sheets for row in rows if row.paper == paper)
        yield words["one sheet of" if count == 1 else "sheets of"].format(count=count, paper=paper)


def running_order_page(heading: str, facts: str, lines: Sequence[Running], sheet: Sheet, words: Mapping[str, str]) -> Pages:
    """The session sheet: activities and breaks one after the other, by the clock."""
    kit = Kit(sheet, 14)
    width = sheet.size.width - 2 * SIDE
    columns = [Column(words["clock"], 20), Column(words["minutes"], 24, True), Column(words["what"], 100)]
    cells = [[line.clock, str(line.minutes) if line.minutes else "–", line.what] for line in lines]
    blocks = [
        *_head(kit, words["title"], heading, width),
        kit.paragraph(facts, 0, width),
        kit.heading(words["order"], 0, width, 6),
        kit.table(columns, cells, 0, width),
    ]
    return _page(blocks, sheet, words["title"])


def _head(kit: Kit, title: str, heading: str, width: float) -> list[Block]:
    lettering = kit.set(title, kit.title, width, "black")

    def draw(y: float) -> Mark:
        return Group("H1", lettering.marks(0, y))

    return [Block(0, lettering.height, 0, draw), kit.paragraph(heading, 0, width, style=kit.quiet)]


def _page(blocks: Sequence[Block], sheet: Sheet, title: str) -> Pages:
    box = Box(SIDE, TOP, sheet.size.width - 2 * SIDE, sheet.size.height - 2 * TOP)
    poured = pour([blocks], [box])
    page = Page(sheet.size, (Group("Sect", tuple(poured.marks[0])),), "1", title)
    return Pages((page,), overfull({"height": poured.over_mm}))
