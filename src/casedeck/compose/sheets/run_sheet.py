"""The run sheet of an activity, read standing: a row for each block with its clock time, and below each row
the stretch of the whole time that it takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from casedeck.compose.flow import Block
from casedeck.compose.kit import RULE_PT, Kit
from casedeck.compose.lettering import Lettering, Style
from casedeck.model.geometry import Box, mm
from casedeck.model.page import ARTIFACT, Group, Line, Mark
from casedeck.model.text import filled, rich
from casedeck.session.telling import in_figures
from casedeck.session.timing import Slot, total
from casedeck.session.told import Told

ROW = 9.0
"""The least height of a row, mm."""
CLOCK_PT, NAME_PT = 20.0, 16.0
"""Clock times, and the names and minutes of blocks, where the body has 12 points."""
CLOCK, MINUTES, NAME, STEPS = 23.0, 12.0, 46.0, 17.0
"""The columns beside the way to cut a block where the body has 12 points, mm."""
PAD = 3.0
"""Between the words of two columns, mm."""
NEVER = "–"
"""What stands in place of a way to cut a block that is never cut."""
STRETCH_PT = 3.0
"""How thick the part of a row's rule is that shows when its block takes place."""


def clock_style(kit: Kit) -> Style:
    """Clock times, to be read from a table while standing."""
    size_pt = CLOCK_PT * kit.body.size_pt / 12
    return Style(size_pt, size_pt * 1.1, kit.body.colour)


def name_style(kit: Kit) -> Style:
    """The names and minutes of what happens when."""
    size_pt = NAME_PT * kit.body.size_pt / 12
    return Style(size_pt, size_pt * 1.15, kit.body.colour)


def steps_of(told: Told) -> dict[Slot, list[int]]:
    """The numbers of the steps of the script that belong to each slot."""
    found: dict[Slot, list[int]] = {slot: [] for slot in told.plan.slots}
    opened: Slot | None = None
    for step in told.steps:
        opened = step.opens or opened
        if opened:
            found[opened].append(step.number)
    return found


def run_sheet(told: Told, kit: Kit, page: Box, words: Mapping[str, str]) -> Iterator[Block]:
    """The table below its heading, as wide as the page."""
    yield kit.heading(words["run sheet"], page.x, page.width)
    yield _RunSheet(told, kit, page, words).table()


class _Row(NamedTuple):
    """The cells of a row from left to right, and its height, mm."""

    cells: tuple[Lettering, ...]
    height: float


class _RunSheet:
    def __init__(self, told: Told, kit: Kit, page: Box, words: Mapping[str, str]) -> None:
        self.told, self.kit, self.page, self.words = told, kit, page, words
        self.name = name_style(kit)
        unit = kit.body.size_pt / 12
        clock, minutes, name, steps = (unit * width for width in (CLOCK, MINUTES, NAME, STEPS))
        words_of = [word for slot in told.plan.slots for word in self.named(slot).split()]
        widest = max([kit.set(word, self.name, page.width, "bold").width for word in words_of], default=0.0)
        name = max(name, widest + PAD)
        left = page.width - clock - minutes - steps
        self.widths = (clock, minutes, *([name, steps, left - name] if told.late else [left, steps]))

    def table(self) -> Block:
        """Headings and rows."""
        head, rows = self.head(), [self.row(slot) for slot in self.told.plan.slots]

        def draw(y: float) -> Mark:
            marks: list[Mark] = [
                self.drawn("TH", head, y, Line(*self.across(y + head.height), 1.0, self.ink))
            ]
            y += head.height
            for slot, row in zip(self.told.plan.slots, rows, strict=True):
                y += row.height
                marks.append(self.drawn("TD", row, y - row.height, *self.rules(slot, y)))
            return Group("Table", tuple(marks))

        return Block(1.0, head.height + sum(row.height for row in rows), 1.0, draw)

    @property
    def ink(self) -> str:
        return self.kit.sheet.colour("ink")

    def across(self, y: float) -> tuple[float, float, float, float]:
        return self.page.x, y, self.page.right, y

    def rules(self, slot: Slot, y: float) -> Iterator[Line]:
        """The rule below a row, and the thick part of it that is to scale: when the block takes place."""
        sheet, whole = self.kit.sheet, max(1, total(self.told.plan.slots))
        start, end = (
            self.page.x + self.page.width * at / whole for at in (slot.start, slot.start + slot.minutes)
        )
        yield Line(*self.across(y), RULE_PT, sheet.colour("slate"))
        yield Line(start, y, end, y, STRETCH_PT, sheet.colour("accent"))

    def head(self) -> _Row:
        names = ("clock", "minutes short", "block", "steps", "if late")[: len(self.widths)]
        cells = [
            self.kit.set(self.words[name], self.kit.body, width - PAD, "bold")
            for name, width in zip(names, self.widths, strict=True)
        ]
        return _Row(tuple(cells), max(cell.height for cell in cells) + 0.6)

    def row(self, slot: Slot) -> _Row:
        """Clock, minutes, name, steps and the way to cut the block."""
        kit, language = self.kit, self.kit.sheet.language
        steps = language.numbered(steps_of(self.told)[slot])
        cells = [
            kit.set(
                language.clock(*self.told.plan.begins(slot)), clock_style(kit), self.widths[0] - PAD, "bold"
            ),
            kit.set(str(slot.minutes), self.name, self.widths[1] - PAD),
            kit.set(self.named(slot), self.name, self.widths[2] - PAD, "bold"),
            kit.set(steps, kit.body, self.widths[3] - PAD),
            *self.late(slot),
        ]
        return _Row(tuple(cells), max(ROW, *[cell.height + 1.0 for cell in cells]))

    def named(self, slot: Slot) -> str:
        """The block's name, with how many slots it has, and the minutes of each."""
        name, length = slot.block.name, slot.length
        if not (slot.block.per and length.slots):
            return name
        return filled(self.words["slots"], block=name, slots=length.slots, each=in_figures(length.each))

    def late(self, slot: Slot) -> Iterator[Lettering]:
        """How the block is cut when it is late, and what that saves; a dash where it is not."""
        if self.told.late:
            how = next((how for late, how in self.told.late if late == slot), rich(NEVER))
            saves = "" if how == rich(NEVER) else filled(self.words["saves"], minutes=slot.spare)
            yield self.kit.set(how, self.kit.body, self.widths[4], lead=saves)

    def drawn(self, role: str, row: _Row, y: float, *rules: Line) -> Group:
        """A row with its top at y: one line of each cell in the middle, or its lines about the middle."""
        cells, x = [Group(ARTIFACT, rules)], self.page.x
        for place, (cell, width) in enumerate(zip(row.cells, self.widths, strict=True)):
            left = x + width - PAD - cell.width if place == 1 else x
            top = y + (row.height - cell.height) / 2 + mm(0.04 * cell.style.size_pt)
            cells.append(Group(role, cell.marks(left, top)))
            x += width
        return Group("TR", tuple(cells))
