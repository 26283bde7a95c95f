"""The Heatmap sheet: how warm an organisation is on each opportunity, scored by one person or with a group's
dots.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.kit import RULE_PT, Kit, Pages
from casedeck.compose.lettering import Lettering, Style
from casedeck.compose.measures import A3, scaled
from casedeck.compose.painting import CORNER, painted
from casedeck.compose.stationery import Stationery
from casedeck.model.choice import HIGHEST_SCORE, LOWEST_SCORE
from casedeck.model.colour import mixed
from casedeck.model.geometry import Box
from casedeck.model.page import ARTIFACT, Group, Image, Line, Mark, Page, Shape
from casedeck.model.text import Rich, rich
from casedeck.model.vocabulary import Term, Vocabulary

SCORES = range(LOWEST_SCORE, HIGHEST_SCORE + 1)
SCORE_PT = 14.0
"""The least size of the score in a box's corner."""
RAMP = (0.0, 0.08, 0.16, 0.26, 0.38)
"""How dark the boxes of the scores are filled, from paper to ink: a copier keeps the steps."""
THICKER_PT = 6.0
"""How much thicker the line round a box would be that is as dark as ink."""
LEAST_BOX = 12.0
"""How high a box for a dot is at least, mm."""
BELOW_BOX = 1.6
"""Between the boxes of two rows, mm; the words of a row keep as far apart."""
ABOVE_ROWS = 1.2
"""Between what a score means and the rows, whose boxes stand half of BELOW_BOX further down, mm."""
BEFORE_BOXES = 3.0
"""Between the words of a row and its boxes, mm."""
WRITING = 9.0
"""From one line to write on to the next, mm."""
SPOTS = 3
"""How many coolest spots there is room for."""


class HeatmapMeasures(NamedTuple):
    """Measures in mm; `body_pt` and `title_pt` in points. `row` is the height of a row where the paper has
    room for it.
    """

    side: float
    top: float
    body_pt: float
    title_pt: float
    box: float
    tile: float
    row: float


UPRIGHT = HeatmapMeasures(side=14, top=12, body_pt=12, title_pt=26.4, box=14, tile=10, row=17.5)
"""On small paper, as they are at A4."""
LYING = HeatmapMeasures(side=12, top=10, body_pt=16, title_pt=30, box=46, tile=13, row=19.8)
"""On large paper, which lies on its long side and sets beside each other what else stands below each other,
as they are at A3.
"""


def heatmap_page(sheet: Stationery, opportunities: Vocabulary, words: Mapping[str, str]) -> Pages:
    """One page, upright on A4 and lying on A3 and papers like them: a row for each opportunity with a box for
    each score, then lines for the coolest spots and what to do with them.
    """
    size = sheet.size.landscape if sheet.paper.large else sheet.size.portrait
    return _Heatmap(sheet._replace(size=size), words).pages(opportunities)


class _Heatmap:
    def __init__(self, sheet: Stationery, words: Mapping[str, str]) -> None:
        self.sheet, self.words = sheet, words
        lying = sheet.paper.large
        measures = scaled(LYING, sheet.scale / A3) if lying else scaled(UPRIGHT, sheet.scale)
        self.measures = measures
        self.kit = Kit(sheet, max(measures.body_pt, sheet.theme.smallest_body_pt))
        self.box = Box(0, 0, *sheet.size).inset(measures.side, measures.top)
        self.boxes_x = self.box.right - len(SCORES) * measures.box
        self.text_x = self.box.x + measures.tile + 3

    def set(
        self, text: Rich | str, style: Style, width: float, weight: str = "regular", *, lead: str = ""
    ) -> Lettering:
        """Text of a width in lines about equally long."""
        return self.kit.set(text, style, width, weight, lead=lead, balanced=not lead)

    def pages(self, opportunities: Vocabulary) -> Pages:
        """The page, and by how much it is over-full."""
        head, foot = self.head(), self.foot()
        meanings = [self.meaning(term) for term in opportunities]
        top = self.box.y + natural_height(head) + ABOVE_ROWS
        end = foot.gap + foot.height
        row = self.row_height(meanings, self.box.bottom - top - end)
        rows = [
            self.row(term, text, Box(self.box.x, top + place * row, self.box.width, row))
            for place, (term, text) in enumerate(zip(opportunities, meanings, strict=True))
        ]
        bottom = top + len(rows) * row
        marks = (*column(head, self.box.y, 0), Group("L", tuple(rows)), foot.draw(bottom + foot.gap))
        page = Page(self.sheet.size, (Group("Sect", marks),), "1", self.words["title"])
        return self.kit.pages([page], bottom + end - self.box.bottom)

    def row_height(self, meanings: Sequence[Lettering], room: float) -> float:
        """How high a row is: as usual, or less where the room is short, but never less than its words and its
        boxes need.
        """
        least = max([LEAST_BOX, *(text.height for text in meanings)]) + BELOW_BOX
        return max(least, min(self.measures.row, room / max(1, len(meanings))))

    def head(self) -> list[Block]:
        """Title, name and date, how to fill the sheet in, and what its outer scores mean."""
        box, gap = self.box, 0.3 * self.measures.tile
        asked, told = ("think", "how"), ("alone", "group")
        if not self.sheet.paper.large:
            return [
                self.title(),
                *self.said(asked, box.x, box.width, gap),
                *self.said(told, box.x, box.width, gap),
                self.scale(gap),
            ]
        left = self.said(asked, box.x, self.boxes_x - box.x - BEFORE_BOXES, gap)
        right = [*self.said(told, self.boxes_x, box.right - self.boxes_x, gap), self.scale(gap)]
        height = max(natural_height(left), natural_height(right))
        beside = Block(
            gap, height, 0, lambda y: Group("Sect", (*column(left, y, height), *column(right, y, height)))
        )
        return [self.title(), beside]

    def said(self, names: Sequence[str], x: float, width: float, gap: float) -> list[Block]:
        """Sentences that each begin a line, with a gap before the first."""
        return [self.paragraph(name, x, width, 0 if number else gap) for number, name in enumerate(names)]

    def title(self) -> Block:
        """The title, and at its right a line for a name or a team and one for the date."""
        kit, box, measures = self.kit, self.box, self.measures
        size_pt = measures.title_pt * kit.body.size_pt / measures.body_pt
        room = box.width * 0.38
        x = box.right - room
        title = self.set(
            self.words["title"],
            Style(size_pt, size_pt * 1.06, kit.body.colour),
            box.width - room - 4,
            "black",
        )
        rule = title.height - 0.3 * title.style.leading
        ends = (
            ((x, rule, room * 0.62), (x + room * 0.65, rule, room * 0.35))
            if self.sheet.paper.large
            else ((x, rule - WRITING, room), (x, rule, room))
        )
        labels = [
            self.set(self.words[name], kit.body, width)
            for name, (_, _, width) in zip(("name", "date"), ends, strict=True)
        ]

        def draw(y: float) -> Mark:
            lines = [
                self.written("P", label, left, y + rule, width)
                for label, (left, rule, width) in zip(labels, ends, strict=True)
            ]
            return Group("Sect", (Group("H1", title.marks(box.x, y)), *lines))

        return Block(0, title.height, 0, draw)

    def written(self, role: str, label: Lettering, x: float, rule: float, width: float) -> Group:
        """Words that stand on a line to write on, which goes on from them; it is at the height `rule`."""
        left = x + label.width + 2
        line = Line(left, rule, x + width, rule, RULE_PT, self.sheet.colour("slate"))
        return Group(role, (Group(ARTIFACT, (line,)), *label.marks(x, rule - 0.8 * label.height)))

    def scale(self, gap: float) -> Block:
        """What the lowest and the highest score mean, above the first and the last box."""
        width = self.measures.box * len(SCORES) / 2 - 2
        cool, warm = (self.set(self.words[name], self.kit.body, width, "bold") for name in ("cool", "warm"))
        height = max(cool.height, warm.height)

        def draw(y: float) -> Mark:
            low = Group("P", cool.marks(self.boxes_x, y + height - cool.height))
            return Group(
                "Sect", (low, Group("P", warm.marks(self.box.right - warm.width, y + height - warm.height)))
            )

        return Block(gap, height, 100, draw)

    def meaning(self, term: Term) -> Lettering:
        """An opportunity's name and what it means, between its tile and its boxes."""
        return self.set(
            rich(term.meaning), self.kit.body, self.boxes_x - self.text_x - BEFORE_BOXES, lead=term.name + ":"
        )

    def row(self, term: Term, text: Lettering, box: Box) -> Group:
        """An opportunity: its tile, its name and meaning, and a box for each score."""
        measures, slate = self.measures, self.sheet.colour("slate")
        middle = box.y + box.height / 2
        said: list[Mark] = [*text.marks(self.text_x, middle - text.height / 2)]
        side = Box(box.x, middle - measures.tile / 2, measures.tile, measures.tile)
        behind: list[Mark] = [Line(box.x, box.y, self.boxes_x - BEFORE_BOXES, box.y, RULE_PT, slate)]
        paint = self.sheet.theme.parts["enabler tile"]
        if term.icon in self.sheet.icons:
            icon = Image(
                side.inset(measures.tile * 0.17, measures.tile * 0.17),
                self.sheet.icons[term.icon],
                paint.text,
            )
            behind += [painted(side, paint, CORNER * measures.tile / 9.5), icon]
        height = min(box.height - BELOW_BOX, measures.row - BELOW_BOX)
        size_pt, ink = max(SCORE_PT, 0.75 * measures.body_pt), self.sheet.colour("ink")
        for place, (score, dark) in enumerate(zip(SCORES, RAMP, strict=True)):
            x = self.boxes_x + place * measures.box
            side = Box(x + 0.6, middle - height / 2, measures.box - 1.2, height)
            behind.append(self.warmth(side, dark))
            number = self.kit.set(str(score), Style(size_pt, size_pt, ink), measures.box, "bold")
            said.extend(number.marks(x + 1.8, side.y + 0.9))
        return Group("LI", (Group(ARTIFACT, tuple(behind)), Group("LBody", tuple(said))))

    def warmth(self, side: Box, dark: float) -> Shape:
        """A box for a score, filled as dark as that is warm; in a theme without tints its line is thicker
        instead.
        """
        paper, ink, slate = (self.sheet.colour(name) for name in ("paper", "ink", "slate"))
        if self.sheet.colour("tint") == paper:
            return Shape(side, 0.8, "", slate, RULE_PT + THICKER_PT * dark)
        return Shape(side, 0.8, mixed(paper, ink, dark) if dark else "", slate, RULE_PT)

    def foot(self) -> Block:
        """Numbered lines for the coolest spots, and at their right how the cards for them are found."""
        kit, box = self.kit, self.box
        width = self.boxes_x - box.x - BEFORE_BOXES
        heading = self.set(self.words["coolest"], kit.label, width, "bold")
        numbers = [kit.set(f"{number}.", kit.body, width) for number in range(1, SPOTS + 1)]
        x = self.boxes_x
        after = self.set(self.words["next"], kit.body, box.right - x)
        height = heading.height + SPOTS * WRITING

        def draw(y: float) -> Mark:
            rules = [y + heading.height + WRITING * place - 0.5 for place in range(1, SPOTS + 1)]
            lines = [
                self.written("LBody", number, box.x, rule, width)
                for number, rule in zip(numbers, rules, strict=True)
            ]
            spots = Group("L", tuple([Group("LI", (line,)) for line in lines]))
            words = Group("P", after.marks(x, y + heading.height - kit.body.leading))
            return Group("Sect", (Group("H2", heading.marks(box.x, y)), spots, words))

        return Block(0.4 * self.measures.tile, max(height, after.height), 0, draw)

    def paragraph(self, name: str, x: float, width: float, gap: float) -> Block:
        """One of the sheet's texts."""
        text = self.set(self.words[name], self.kit.body, width)
        return Block(gap, text.height, 0, lambda y: Group("P", text.marks(x, y)))
