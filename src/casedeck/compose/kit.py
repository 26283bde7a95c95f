"""What sheets are made of: headings, paragraphs, bullets, tables, writing lines and boxes, in one theme and
one body size.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from casedeck.compose.compositor import Compositor
from casedeck.compose.flow import Block
from casedeck.compose.layout import overfull
from casedeck.compose.lettering import Lettering, Style, lettered
from casedeck.compose.painting import painted
from casedeck.compose.stationery import Stationery
from casedeck.model.geometry import Box, mm
from casedeck.model.page import ARTIFACT, Group, Line, Mark, Page, Shape
from casedeck.model.text import Rich
from casedeck.model.theme import Paint

RULE_PT = 0.5
CELL_PAD, LEAST_PAD = 1.6, 0.5
"""Between the words of a cell and the next column, mm, and the least of it beside a long word."""
BULLET = 0.62
"""The least room for a bullet, as a share of the size of its letters."""


class Pages(NamedTuple):
    """The pages of a sheet. `over` says by how many mm what stands on them is too much: "height", and "width"
    for a single word that is wider than its line; empty where everything fits. `word` is that word.
    """

    pages: tuple[Page, ...]
    over: Mapping[str, float]
    word: str = ""


class Column(NamedTuple):
    """One column of a table: its heading, its share of the width, whether it has numbers at its right, and
    how its cells are set: like the body where that is not said.
    """

    heading: str
    share: float
    right: bool = False
    style: Style | None = None
    weight: str = "regular"


class Tab(NamedTuple):
    """A filled tab with words in it, `pad` mm from its sides."""

    words: Lettering
    paint: Paint
    pad: float

    @property
    def width(self) -> float:
        """How wide it is, mm; nothing without words."""
        return self.words.width + 2 * self.pad if self.words.ends else 0.0

    @property
    def height(self) -> float:
        """How high it is, mm; nothing without words."""
        return self.words.height + self.pad * 0.67 if self.words.ends else 0.0

    def marks(self, x: float, y: float, role: str) -> tuple[Mark, ...]:
        """The tab with its top left corner at x, y; its words have a role, the rest is an artifact."""
        if not self.words.ends:
            return ()
        shape = painted(Box(x, y, self.width, self.height), self.paint, 0.0)
        return Group(ARTIFACT, (shape,)), Group(role, self.words.marks(x + self.pad, y + self.pad * 0.335))


class Kit(Compositor):
    """Makes blocks of text and drawing for a sheet; sizes in points, everything else in mm."""

    def __init__(self, sheet: Stationery, body_pt: float = 12) -> None:
        super().__init__(sheet)
        ink, slate, accent = (sheet.colour(name) for name in ("ink", "slate", "accent"))
        self.body = Style(body_pt, body_pt * 1.22, ink, accent)
        self.quiet = Style(body_pt, body_pt * 1.22, slate, accent)
        self.label = Style(body_pt * 1.04, body_pt * 1.3, accent)
        self.say = Style(body_pt * 14 / 12, body_pt * 14 / 12 * 1.22, ink, accent)
        self.title = Style(body_pt * 2.2, body_pt * 2.3, ink)

    def larger(self) -> Kit:
        """The same with larger letters, to be read from further away; it notes together with this one what is
        too wide.
        """
        return Kit(self.sheet, self.body.size_pt * 14 / 12).noting(self)

    def noting(self, other: Kit) -> Kit:
        """The kit, having begun to note together with another what is too wide."""
        self.wide = other.wide
        return self

    def pages(self, pages: Sequence[Page], height: float = 0.0) -> Pages:
        """Pages set with the kit, over-full by so many mm in height, and by its widest word."""
        return Pages(tuple(pages), overfull({"height": height, "width": self.wide.mm}), self.wide.word)

    def tab(self, text: Rich | str, style: Style, width: float) -> Tab:
        """A lit tab as wide as its words, at most `width`."""
        paint = self.sheet.theme.parts["lit tab"]
        pad = mm(style.size_pt) * 0.75
        words = self.set(
            text, style._replace(colour=paint.text, lead_colour=paint.text), width - 2 * pad, "bold"
        )
        return Tab(words, paint, pad)

    def heading(self, text: str, x: float, width: float, gap: float = 2.2) -> Block:
        """A heading in the accent colour."""
        lettering = self.set(text, self.label, width, "bold")
        return Block(gap, lettering.height, gap, lambda y: Group("H2", lettering.marks(x, y)))

    def paragraph(
        self,
        text: Rich | str,
        x: float,
        width: float,
        *,
        style: Style | None = None,
        weight: str = "regular",
        lead: str = "",
        gap: float = 1.2,
    ) -> Block:
        """A paragraph, with `lead` in the accent colour before it."""
        lettering = self.set(text, style or self.body, width, weight, lead=lead)
        return Block(gap, lettering.height, gap, lambda y: Group("P", lettering.marks(x, y)))

    def bullets(self, items: Sequence[Rich], x: float, width: float, name: str) -> list[Block]:
        """A list with bullets; `name` tells neighbouring lists apart."""
        return [self._bullet(item, x, width, name) for item in items]

    def named(
        self, items: Sequence[tuple[str, Rich]], x: float, width: float, gap: float = 0.9
    ) -> list[Block]:
        """Paragraphs that each begin with a name in bold."""
        return [self.paragraph(text, x, width, lead=f"{name}:", gap=gap) for name, text in items]

    def labelled(self, items: Sequence[tuple[str, str]], x: float, width: float) -> list[Block]:
        """A list of texts, each beside its own label in bold."""
        indent = (
            max((self.set(label, self.body, width, "bold").width for label, _ in items), default=0.0) + 2.5
        )
        return [self._labelled(label, text, x, width, indent) for label, text in items]

    def _labelled(self, label: str, text: str, x: float, width: float, indent: float) -> Block:
        before, after = self.set(label, self.body, width, "bold"), self.set(text, self.body, width - indent)

        def draw(y: float) -> Mark:
            return Group("LI", (Group("Lbl", before.marks(x, y)), Group("LBody", after.marks(x + indent, y))))

        return Block(0.3, after.height, 0.6, draw, "labelled")

    def _bullet(self, item: Rich, x: float, width: float, name: str) -> Block:
        indent, gap = max(4.2, BULLET * mm(self.body.size_pt)), 0.7
        lettering = self.set(item, self.body, width - indent)

        def draw(y: float) -> Mark:
            label = self.set("•", self.body, indent)
            return Group(
                "LI", (Group("Lbl", label.marks(x, y)), Group("LBody", lettering.marks(x + indent, y)))
            )

        return Block(gap, lettering.height, gap, draw, name)

    def _cell(self, text: str, style: Style, width: float, weight: str) -> Lettering:
        """The words of a cell; a single one may take most of what parts it from the next column."""
        cell = lettered(text, style, width - CELL_PAD, self.sheet.fonts, weight)
        return self.wide.noted(cell, CELL_PAD - LEAST_PAD)

    def _cells(
        self, texts: Sequence[str], columns: Sequence[Column], widths: Sequence[float]
    ) -> list[Lettering]:
        return [
            self._cell(text, column.style or self.body, width, column.weight)
            for text, column, width in zip(texts, columns, widths, strict=True)
        ]

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        x: float,
        width: float,
        gap: float = 1.5,
        least: float = 0.0,
    ) -> Block:
        """A table with a heading row and a fine rule under each row, which is at least so many mm high."""
        total = sum(column.share for column in columns)
        widths = [width * column.share / total for column in columns]
        heads = [column._replace(style=None, weight="bold") for column in columns]
        head = self._cells([column.heading for column in columns], heads, widths)
        lines = [head, *[self._cells(row, columns, widths) for row in rows]]
        heights = [max(cell.height for cell in line) + 0.6 for line in lines]
        heights[1:] = [max(least, height) for height in heights[1:]]

        def draw(y: float) -> Mark:
            marks: list[Mark] = []
            for number, (line, height) in enumerate(zip(lines, heights, strict=True)):
                cells = self._row(line, columns, widths, Box(x, y, width, height), "TD" if number else "TH")
                y += height
                rule = Line(
                    x,
                    y,
                    x + width,
                    y,
                    RULE_PT * (2 if number == 0 else 1),
                    self.sheet.colour("ink" if number == 0 else "slate"),
                )
                marks.append(Group("TR", (*cells, Group(ARTIFACT, (rule,)))))
            return Group("Table", tuple(marks))

        return Block(gap, sum(heights), gap, draw)

    def _row(
        self,
        line: Sequence[Lettering],
        columns: Sequence[Column],
        widths: Sequence[float],
        row: Box,
        role: str,
    ) -> list[Mark]:
        cells: list[Mark] = []
        x = row.x
        for cell, column, width in zip(line, columns, widths, strict=True):
            left = x + width - 3.2 - cell.width if column.right else x
            cells.append(Group(role, cell.marks(left, row.y + (row.height - cell.height - 0.4) / 2)))
            x += width
        return cells

    def rules(self, x: float, width: float, count: int, pitch: float, gap: float = 1) -> Block:
        """Lines to write on, `pitch` mm apart."""

        def draw(y: float) -> Mark:
            colour = self.sheet.colour("slate")
            return Group(
                ARTIFACT,
                tuple(
                    Line(x, y + pitch * n, x + width, y + pitch * n, RULE_PT, colour)
                    for n in range(1, count + 1)
                ),
            )

        return Block(gap, count * pitch, gap, draw)

    def box(self, box: Box, *, tint: bool = False) -> Mark:
        """An empty box to write in, or a tinted one to stand behind text."""
        fill = self.sheet.colour("tint") if tint else ""
        border = "" if tint else self.sheet.colour("slate")
        return Group(ARTIFACT, (Shape(box, 0.8, fill, border, RULE_PT),))
