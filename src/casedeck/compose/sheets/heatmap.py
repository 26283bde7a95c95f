"""The Heatmap sheet: how warm an organisation is on each opportunity, scored by one person or with a group's dots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from casedeck.compose.faces.parts import CORNER, painted
from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.layout import overfull
from casedeck.compose.lettering import Lettering
from casedeck.compose.sheet import Sheet
from casedeck.compose.sheets.kit import RULE_PT, Kit, Pages
from casedeck.model.geometry import Box
from casedeck.model.page import ARTIFACT, Group, Image, Line, Mark, Page, Shape
from casedeck.model.text import Rich, rich
from casedeck.model.vocabulary import Term, Vocabulary

SCORES = (1, 2, 3, 4, 5)
LEAST_BOX = 12.0
"""How high a box for a dot is at least, mm."""
BELOW_BOX = 2.0
"""Between the boxes of two rows, mm."""


class _Metrics(NamedTuple):
    """Measures in mm; `body_pt` in points. `row` is the height of a row where the paper has room for it."""

    side: float
    top: float
    body_pt: float
    box: float
    tile: float
    row: float


_METRICS = {"A4": _Metrics(14, 12, 12, 14.5, 10, 17.5), "A3": _Metrics(20, 17, 17, 21, 14, 25)}


def heatmap_page(sheet: Sheet, opportunities: Vocabulary, words: Mapping[str, str]) -> Pages:
    """One page: a row for each opportunity with a box for each score, then lines for the coolest spots and what to do with them."""
    return _Heatmap(sheet, words).pages(opportunities)


class _Heatmap:
    def __init__(self, sheet: Sheet, words: Mapping[str, str]) -> None:
        self.sheet, self.words = sheet, words
        self.m = m = _METRICS[sheet.like]
        self.kit = Kit(sheet, max(m.body_pt, sheet.theme.smallest_body_pt))
        self.box = Box(0, 0, *sheet.size).inset(m.side, m.top)
        self.boxes_x = self.box.right - len(SCORES) * m.box
        self.text_x = self.box.x + m.tile + 3
        self.too_wide = 0.0

    def set(self, text: Rich | str, width: float, weight: str = "regular", *, lead: str = "") -> Lettering:
        """Body text of a width; a word too wide for it is noted."""
        return self.noted(self.kit.set(text, self.kit.body, width, weight, lead=lead))

    def noted(self, lettering: Lettering) -> Lettering:
        """The lettering; a word too wide for it is noted."""
        self.too_wide = max(self.too_wide, lettering.too_wide)
        return lettering

    def pages(self, opportunities: Vocabulary) -> Pages:
        """The page, and by how much it is over-full."""
        head, foot = [*self.head(), self.scale()], list(self.foot())
        meanings = [self.meaning(term) for term in opportunities]
        top = self.box.y + natural_height(head)
        end = foot[0].gap + natural_height(foot)
        row = self.row_height(meanings, self.box.bottom - top - end)
        rows = [
            self.row(term, text, Box(self.box.x, top + place * row, self.box.width, row))
            for place, (term, text) in enumerate(zip(opportunities, meanings, strict=True))
        ]
        bottom = top + len(rows) * row
        marks = (*column(head, self.box.y, 0), Group("L", tuple(rows)), *column(foot, bottom + foot[0].gap, 0))
        over = overfull({"height": bottom + end - self.box.bottom, "width": self.too_wide})
        return Pages((Page(self.sheet.size, (Group("Sect", marks),), "1", self.words["title"]),), over)

    def row_height(self, meanings: Sequence[Lettering], room: float) -> float:
        """How high a row is: as usual, or less where the room is short, but never less than its words and its boxes need."""
        least = max([LEAST_BOX + BELOW_BOX, *(text.height for text in meanings)])
        return max(least, min(self.m.row, room / max(1, len(meanings))))

    def head(self) -> Iterator[Block]:
        """Title and how to fill it in."""
        kit, x, width = self.kit, self.box.x, self.box.width
        m = self.m
        title = self.noted(kit.set(self.words["title"], kit.title, width, "black", balanced=True))
        yield Block(0, title.height, 0, lambda y: Group("H1", title.marks(x, y)))
        for name, gap in (("how", 0.15), ("place", 0.3)):
            yield self.paragraph(name, gap * m.tile)

    def scale(self) -> Block:
        """What the lowest and the highest score mean, above the first and the last box."""
        width = self.m.box * len(SCORES) / 2 - 2
        cool, warm = (self.set(self.words[name], width, "bold") for name in ("cool", "warm"))
        height = max(cool.height, warm.height)

        def draw(y: float) -> Mark:
            low = Group("P", cool.marks(self.boxes_x, y + height - cool.height))
            return Group("Sect", (low, Group("P", warm.marks(self.box.right - warm.width, y + height - warm.height))))

        return Block(5, height + 1, 0, draw)

    def meaning(self, term: Term) -> Lettering:
        """An opportunity's name and what it means, between its tile and its boxes."""
        return self.set(rich(term.meaning), self.boxes_x - self.text_x - 4, lead=term.name + ":")

    def row(self, term: Term, text: Lettering, box: Box) -> Group:
        """An opportunity: its tile, its name and meaning, and a box for each score."""
        m = self.m
        middle = box.y + box.height / 2
        said: list[Mark] = [*text.marks(self.text_x, middle - text.height / 2)]
        side = Box(box.x, middle - m.tile / 2, m.tile, m.tile)
        behind: list[Mark] = [Line(box.x, box.y, box.right, box.y, RULE_PT, self.sheet.colour("slate"))]
        paint = self.sheet.theme.parts["enabler tile"]
        if term.icon in self.sheet.icons:
            icon = Image(side.inset(m.tile * 0.17, m.tile * 0.17), self.sheet.icons[term.icon], paint.text)
            behind += [painted(side, paint, CORNER * m.tile / 9.5), icon]
        height = min(box.height - BELOW_BOX, m.box)
        for place, score in enumerate(SCORES):
            x = self.boxes_x + place * m.box
            behind.append(Shape(Box(x + 0.6, middle - height / 2, m.box - 1.2, height), 0.8, "", self.sheet.colour("slate"), RULE_PT))
            number = self.kit.set(str(score), self.kit.quiet, m.box)
            said.extend(number.marks(x + 2, middle - height / 2 + 0.6))
        return Group("LI", (Group(ARTIFACT, tuple(behind)), Group("LBody", tuple(said))))

    def foot(self) -> Iterator[Block]:
        """Lines for the three coolest spots, and how their cards are found."""
        kit, x, width = self.kit, self.box.x, self.box.width
        self.noted(kit.set(self.words["coolest"], kit.label, width, "bold"))
        yield kit.heading(self.words["coolest"], x, width, 0.5 * self.m.tile)
        yield kit.rules(x, width, 1, 0.85 * self.m.tile, 0)
        yield self.paragraph("next", 0.4 * self.m.tile)

    def paragraph(self, name: str, gap: float) -> Block:
        """One of the sheet's texts across the page, in lines about equally long."""
        text = self.noted(self.kit.set(self.words[name], self.kit.body, self.box.width, balanced=True))
        return Block(gap, text.height, 0, lambda y: Group("P", text.marks(self.box.x, y)))
