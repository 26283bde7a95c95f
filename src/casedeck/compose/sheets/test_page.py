"""The test page: what a printer does to sizes, edges, sides, greys, codes and small type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.kit import RULE_PT, Column, Kit, Pages
from casedeck.compose.lettering import Style
from casedeck.compose.qr import qr_code, short_address
from casedeck.compose.sheets.rulers import LABEL_PT, REACH, TICKS, Rulers
from casedeck.compose.stationery import Stationery
from casedeck.model.geometry import Box, mm
from casedeck.model.page import ARTIFACT, Group, Image, Line, Mark, Page
from casedeck.model.text import filled

SIDE, TOP = 15.0, 15.0
"""Margins, mm: frames and their numbers are outside them."""
CROSS = 64.0
"""How far below the upper edge of the paper the cross is, on both sides, mm."""
BAND = 21.0
"""How far above and below the cross its words reach, mm."""
RULER = 100
"""How long rulers are, mm."""
RULER_ROOM = 20.0
"""What the ruler from top to bottom takes at the right, mm."""
CODES = (20, 24, 30)
"""Sides of QR codes, mm."""
SIZES_PT = (10, 11, 12)
WRITTEN = 17.0
"""How long a line to write a number on is, mm."""
ROW = 9.0
"""How high such a line stands, mm."""
GAP = 2.0
"""Between parts, mm; where there is room, up to four times that."""
GREYS = 15.0
"""How high the greys are with their numbers, mm."""


def pages_to_test(sheet: Stationery, words: Mapping[str, str]) -> Pages:
    """The front and the back of a test page, on the paper as it is turned: where it stands, everything; where
    it lies, the edges and the two sides alone.
    """
    return _TestPage(sheet, words).pages()


class _TestPage:
    def __init__(self, sheet: Stationery, words: Mapping[str, str]) -> None:
        self.sheet, self.words = sheet, words
        self.kit = Kit(sheet, max(12.0, sheet.theme.smallest_body_pt))
        self.rulers = Rulers(self.kit)
        self.box = Box(0, 0, *sheet.size).inset(SIDE, TOP)
        self.lying = sheet.size.width > sheet.size.height
        self.asked = 0

    def pages(self) -> Pages:
        """Both sides."""
        read = self.beside_cross("fit how", ("fit across", "fit down"))
        front = [self.edges(self.box.width)] if self.lying else self.measured()
        behind = self.beside_cross("fit behind", ())
        back = [self.table()]
        x = self.sheet.size.width / 2
        scale = (self.rulers.scale(x, CROSS), self.rulers.cross(x, CROSS, REACH))
        cross = (self.rulers.cross(x, CROSS, REACH + TICKS[10]),)
        made = [self.page("front", (*scale, *read), front), self.page("back", (*cross, *behind), back)]
        room = self.below().height
        return self.kit.pages(made, max(natural_height(front), natural_height(back)) - room)

    def below(self) -> Box:
        """What is left of a page below the cross."""
        top = CROSS + BAND + 2 * GAP
        return self.box._replace(y=top, height=self.box.bottom - top)

    def page(self, side: str, cross: Sequence[Mark], blocks: Sequence[Block]) -> Page:
        """One side: its frames and title, the cross, and what stands below it."""
        kit, box = self.kit, self.box
        name = filled(self.words["lying title" if self.lying else "title"], side=self.words[side])
        title = kit.set(name, kit.title, box.width, "black")
        note = kit.set(self.words["note"], kit.body, box.width)
        y = box.y + title.height + 1
        kit.wide.beyond(y + note.height - (CROSS - BAND))
        said = (Group("H1", title.marks(box.x, box.y)), Group("P", note.marks(box.x, y)))
        below = column(blocks, self.below().y, self.below().height)
        length = self.words["length"]
        frames = self.rulers.frames(self.sheet.size, box.right - 50, box.y - 0.8, length)
        return Page(self.sheet.size, (frames, Group("Sect", (*said, *cross, *below))), self.words[side], name)

    def beside_cross(self, told: str, answers: Sequence[str]) -> list[Mark]:
        """What to do with the cross, at its left, and lines to write on, at its right."""
        kit, box = self.kit, self.box
        beside = REACH + TICKS[10] + 10
        width = box.width / 2 - beside
        blocks = [
            self.numbered("fit", width) if answers else kit.heading(self.words["fit"], box.x, width),
            kit.paragraph(self.words[told], box.x, width, gap=0.8),
        ]
        kit.wide.beyond(natural_height(blocks) - 2 * BAND)
        marks = [*column(blocks, CROSS - BAND, 2 * BAND)]
        for number, name in enumerate(answers):
            y = CROSS - 2 + number * 1.3 * ROW
            right = min(box.right, box.x + box.width / 2 + beside + 55)
            marks.append(self.answers((name,), right, y, least=box.right - width))
        return marks

    def numbered(self, name: str, width: float) -> Block:
        """A heading with its number."""
        self.asked += 1
        return self.kit.heading(f"{self.asked} {self.words[name]}", self.box.x, width)

    def answers(self, names: Sequence[str], right: float, rule: float, least: float) -> Mark:
        """Lines to write on, each between its words, in a row that ends at `right` (mm), no further left than
        `least`.
        """
        marks: list[Mark] = []
        for name in reversed(names):
            before, _, after = self.words[name].partition("…")
            texts = [self.kit.set(text.strip(), self.kit.body, 70) for text in (before, after)]
            x = right - texts[0].width - texts[1].width - WRITTEN - 3
            top = rule - 0.8 * texts[0].height
            line = x + texts[0].width + 1.5
            ruled = Line(line, rule, line + WRITTEN, rule, RULE_PT, self.sheet.colour("slate"))
            unit = texts[1].marks(line + WRITTEN + 1.5, top) if after.strip() else ()
            marks.append(Group("P", (*texts[0].marks(x, top), *unit, Group(ARTIFACT, (ruled,)))))
            right = x - 5
        self.kit.wide.beyond(least - right - 5)
        return Group("Sect", tuple(reversed(marks)))

    def section(
        self,
        name: str,
        width: float,
        height: float = 0.0,
        figure: Callable[[float], Sequence[Mark]] = lambda _: (),
        answer: Sequence[str] = (),
    ) -> Block:
        """A numbered heading with lines to write on at its right, what to do below it, and then a figure of a
        height, drawn at its top.
        """
        heading = self.numbered(name, width)
        told = self.kit.set(self.words[f"{name} how"], self.kit.body, width)
        names = answer or (f"{name} found",)

        def draw(y: float) -> Mark:
            written = self.answers(names, self.box.x + width, y + 0.75 * heading.height, self.box.x + 30)
            below = y + heading.height + 0.6
            said = (heading.draw(y), written, Group("P", told.marks(self.box.x, below)))
            return Group("Sect", (*said, *figure(below + told.height + 1.6)))

        whole = heading.height + 0.6 + told.height + (1.6 + height if height else 0)
        return Block(2 * GAP, whole, 3 * GAP, draw)

    def measured(self) -> list[Block]:
        """All that is asked of a front below its cross, the ruler from top to bottom beside most of it."""
        width, x = self.box.width - RULER_ROOM, self.box.right - 12
        beside = [self.size(width), self.edges(width), self.greys(width), self.codes(width)]
        last = self.type()
        room = self.below().height - last.gap - last.height
        height = max(natural_height(beside), RULER + 3.0, min(room, natural_height(beside) + 20.0))

        def draw(y: float) -> Mark:
            return Group("Sect", (*column(beside, y, height), self.rulers.down(x, y + 1.5, RULER)))

        return [Block(0, height, 0, draw), last]

    def size(self, width: float) -> Block:
        """The ruler across, and where both are written down."""
        self.kit.wide.beyond(RULER + 3 - width)
        height = TICKS[10] + mm(LABEL_PT * 1.1)
        return self.section(
            "size",
            width,
            height,
            lambda y: (self.rulers.across(self.box.x + 2, y, RULER),),
            ("size across", "size down"),
        )

    def edges(self, width: float) -> Block:
        """Which of the frames is whole."""
        return self.section("edges", width)

    def greys(self, width: float) -> Block:
        """The greys."""

        def figure(y: float) -> Sequence[Mark]:
            return (self.rulers.ramp(Box(self.box.x, y, width, GREYS), 0.5),)

        return self.section("greys", width, GREYS, figure)

    def codes(self, width: float) -> Block:
        """QR codes, each beside its size."""
        address = self.words["address"]
        picture, ink = qr_code(address), "#000000"
        sizes = [filled(self.words["length"], number=side) for side in CODES]
        labels = [self.kit.set(size, self.kit.body, 20) for size in sizes]
        alt = filled(self.sheet.language.files["qr code"], address=short_address(address))

        def figure(y: float) -> Sequence[Mark]:
            marks: list[Mark] = []
            x = self.box.x
            for side, size, label in zip(CODES, sizes, labels, strict=True):
                box = Box(x, y + max(CODES) - side, side, side)
                marks.append(Group("Figure", (Image(box, picture, ink),), f"{alt}, {size}"))
                marks.append(Group("P", label.marks(x + side + 1, y + max(CODES) - label.height)))
                x += side + label.width + 10
            return marks

        return self.section("codes", width, max(CODES), figure)

    def type(self) -> Block:
        """A sentence in each of the small sizes."""
        kit, ink = self.kit, self.sheet.colour("ink")
        lines = [
            kit.set(
                filled(self.words["type sample"], size=size), Style(size, size * 1.35, ink), self.box.width
            )
            for size in SIZES_PT
        ]

        def figure(y: float) -> Sequence[Mark]:
            marks: list[Mark] = []
            for line in lines:
                marks.append(Group("P", line.marks(self.box.x, y)))
                y += line.height
            return marks

        return self.section("type", self.box.width, sum(line.height for line in lines), figure)

    def table(self) -> Block:
        """What to type for what was found."""
        words = self.words
        heads = [
            Column(words[f"column {name}"], share) for name, share in (("read", 5), ("found", 3), ("type", 4))
        ]
        rows = [
            [words[f"{name} read"], words[f"{name} example"], words[f"{name} typed"]]
            for name in ("fit", "lying", "size", "edges", "mono", "largest", "duplex")
        ]
        return self.kit.table(heads, rows, self.box.x, self.box.width)
