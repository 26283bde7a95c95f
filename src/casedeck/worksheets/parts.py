"""The parts of a form as blocks: paragraphs, writing lines, boxes, grids, zones, axes and big text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from casedeck.compose.flow import Block
from casedeck.compose.kit import Kit, Tab
from casedeck.compose.lettering import Lettering, Style, Widest
from casedeck.compose.painting import painted
from casedeck.model.geometry import Box, mm
from casedeck.model.page import ARTIFACT, CAP, DEPTH, Group, Line, Mark, Shape
from casedeck.model.text import Rich, filled, plain
from casedeck.typeset.fitting import largest
from casedeck.worksheets.model import Axes, Big, Boxes, Grid, Lines, Words, Zones

BOX = 12.0
BOX_GAP = 3.0
LARGE_PRINT_PT = 16
LARGE_PRINT_PITCH = 12.0
BIG_LEADING = 1.08
DEEP = frozenset("gjpqyQ,;()[]{}/|@")
FINE_PT = 0.5
LEAST_ZONE = 30.0


class Setting(NamedTuple):
    """Where parts stand: the kit, their left edge and width (mm), the size of tabs (points), what big text is
    multiplied by, what placeholders stand for, the big text that is the heading (or None), the last part of
    the form, and the word that is too wide so far.
    """

    kit: Kit
    x: float
    width: float
    tab_pt: float
    factor: float
    texts: Mapping[str, Rich]
    heading: Any
    last: Any
    wide: Widest

    def set(
        self, text: Rich | str, style: Style, width: float, weight: str = "regular", *, balanced: bool = False
    ) -> Lettering:
        """Text in lines of a width; words too wide for it are noted."""
        return self.wide.noted(self.kit.set(text, style, width, weight, balanced=balanced))

    def tab(self, text: Rich | str, width: float) -> Tab:
        """A tab at most so wide; words too wide for it are noted."""
        tab = self.kit.tab(text, Style(self.tab_pt, self.tab_pt * 1.2, self.kit.body.colour), width)
        self.wide.noted(tab.words)
        return tab

    def line(self, x1: float, y1: float, x2: float, y2: float, *, strong: bool = False) -> Line:
        """A line to write on, or a strong one that parts what is written."""
        fine_pt = max(FINE_PT, self.kit.sheet.theme.parts["dim tab"].border_pt)
        colour = self.kit.sheet.colour("ink" if strong else "slate")
        return Line(x1, y1, x2, y2, max(0.11 * self.tab_pt, 2 * fine_pt) if strong else fine_pt, colour)

    def outline(self, box: Box, radius: float = 0.8) -> Shape:
        """An empty box."""
        paint = self.kit.sheet.theme.parts["dim tab"]._replace(fill="")
        return painted(
            box,
            paint._replace(border=paint.border or paint.text, border_pt=max(FINE_PT, paint.border_pt)),
            radius,
        )

    def pitch(self, asked: float) -> float:
        """The distance of writing lines, mm: as asked, and wider in a theme for large print."""
        large = self.kit.sheet.theme.smallest_body_pt >= LARGE_PRINT_PT
        return max(asked, LARGE_PRINT_PITCH) if large else asked


def fills(part: Any) -> bool:
    """True for a part that grows with what is left."""
    if isinstance(part, Grid):
        return 0 in {part.rows, part.lines}
    if isinstance(part, Lines):
        return not part.lines
    return isinstance(part, Zones | Axes) or (isinstance(part, Big) and not part.height)


def block(part: Any, setting: Setting, gap: float, room: float = 0.0) -> Block:
    """A part as a block, `gap` below the one before; one that fills is as high as `room` allows, or as its
    least needs.
    """
    return MAKERS[type(part)](part, setting, gap, room)


def _count(room: float, unit: float) -> int:
    return max(1, int((room + 0.001) // unit))


def _words(part: Words, s: Setting, gap: float, room: float) -> Block:
    lettering = s.set(filled(part.text, **s.texts), s.kit.body, s.width)
    return Block(
        gap,
        lettering.height,
        gap,
        lambda y: Group("P" if lettering.ends else ARTIFACT, lettering.marks(s.x, y)),
    )


def _labelled(label: Lettering, x: float, y: float, *marks: Mark) -> Group:
    head = (Group("H2", label.marks(x, y)),) if label.ends else ()
    return Group("Sect", (*head, Group(ARTIFACT, marks))) if head else Group(ARTIFACT, marks)


def _lines(part: Lines, s: Setting, gap: float, room: float) -> Block:
    label = s.set(part.label, s.kit.label, s.width, "bold")
    pitch = s.pitch(part.pitch)
    head = 0.0 if part.beside else label.height
    count = part.lines or _count(room - head, pitch)
    first = s.x + label.width + 2.5 if part.beside and label.ends else s.x

    def draw(y: float) -> Mark:
        ys = [y + head + pitch * number for number in range(1, count + 1)]
        lines = [s.line(s.x if number else first, at, s.x + s.width, at) for number, at in enumerate(ys)]
        return _labelled(label, s.x, ys[0] - label.height + 0.2 if part.beside else y, *lines)

    return Block(gap, head + count * pitch, gap, draw)


def _boxes(part: Boxes, s: Setting, gap: float, room: float) -> Block:
    label = s.set(part.label, s.kit.label, s.width, "bold")
    row = part.boxes * (BOX + BOX_GAP) - BOX_GAP
    beside = label.width + 5 + row <= s.width and len(label.ends) < 2
    left = s.x + label.width + 5 if beside and label.ends else s.x
    head = 0.0 if beside else label.height + 1.5
    per_row = max(1, int((s.width + BOX_GAP) // (BOX + BOX_GAP)))
    rows = -(-part.boxes // per_row)

    def draw(y: float) -> Mark:
        top = y + head
        places = [divmod(number, per_row) for number in range(part.boxes)]
        squares = [
            s.outline(Box(left + col * (BOX + BOX_GAP), top + at * (BOX + BOX_GAP), BOX, BOX))
            for at, col in places
        ]
        return _labelled(label, s.x, y + (BOX - label.height) / 2 if beside else y, *squares)

    return Block(gap, head + rows * (BOX + BOX_GAP) - BOX_GAP, gap, draw)


def _grid(part: Grid, s: Setting, gap: float, room: float) -> Block:
    pad = 2.0
    total = sum([column.share for column in part.columns])
    widths = [s.width * column.share / total for column in part.columns]
    label = s.set(part.label, s.kit.label, s.width, "bold")
    heads = [
        s.set(column.heading, s.kit.body, width - pad, "bold")
        for column, width in zip(part.columns, widths, strict=True)
    ]
    top = label.height + (1.5 if label.ends else 0.0)
    head = max([cell.height for cell in heads]) + 1.2
    pitch = s.pitch(part.pitch)
    left = room - top - head
    rows = part.rows or _count(left, pitch * (part.lines or 1))
    lines = part.lines or _count(left / rows, pitch)
    row = lines * pitch + (max(0.0, left / rows - lines * pitch) if lines > 1 and fills(part) else 0.0)
    height = top + head + rows * row
    edges = [s.x + sum(widths[:number]) for number in range(len(widths))]

    def draw(y: float) -> Mark:
        foot = y + top + head
        cells = [
            Group("TH", cell.marks(x + (pad if number else 0.0), y + top + head - 1.2 - cell.height))
            for number, (cell, x) in enumerate(zip(heads, edges, strict=True))
        ]
        feet = [(foot + number * row, up) for number in range(1, rows + 1) for up in range(lines)]
        ruled = [
            s.line(s.x, at - up * pitch, s.x + s.width, at - up * pitch, strong=lines > 1 and not up)
            for at, up in feet
        ]
        upright = [s.line(x, y + top + 0.5, x, y + height) for x in edges[1:]]
        rule = s.line(s.x, foot, s.x + s.width, foot, strong=True)
        table = Group("Table", (Group("TR", tuple(cells)),))
        return Group("Sect", (_labelled(label, s.x, y, *ruled, *upright, rule), table))

    return Block(gap, height, gap, draw)


def _zones(part: Zones, s: Setting, gap: float, room: float) -> Block:
    between = 0.5 * gap + 2
    width = (s.width - between * (len(part.areas) - 1)) / len(part.areas)
    pitch = s.pitch(part.pitch) if part.pitch else 0.0
    tabs = [s.tab(area, width) for area in part.areas]
    tab = max([each.height for each in tabs])
    foot = 4.0
    count = _count(room - tab - foot, pitch) if pitch else 0
    height = max(room, tab + (count * pitch + foot if pitch else LEAST_ZONE))
    first = tab + pitch + (height - tab - count * pitch - foot) / 2

    def draw(y: float) -> Mark:
        marks: list[Mark] = []
        for number, each in enumerate(tabs):
            x = s.x + number * (width + between)
            marks.append(Group(ARTIFACT, (s.outline(Box(x, y + tab, width, height - tab), 0.0),)))
            ruled = [y + first + pitch * n for n in range(count)]
            if ruled:
                marks.append(Group(ARTIFACT, tuple([s.line(x + 4, at, x + width - 4, at) for at in ruled])))
            marks.extend(each.marks(x, y + tab - each.height, "H2"))
        return Group("Sect", tuple(marks))

    return Block(gap, height, gap, draw)


def _axes(part: Axes, s: Setting, gap: float, room: float) -> Block:
    ends = [s.tab(word, s.width / 3) for word in (*part.across, *part.down)]
    left, right, top, foot = ends
    height = max(room, 2 * LEAST_ZONE)
    space = 1.5

    def draw(y: float) -> Mark:
        middle, centre = y + height / 2, s.x + s.width / 2
        lines = (
            s.line(
                s.x + left.width + space, middle, s.x + s.width - right.width - space, middle, strong=True
            ),
            s.line(centre, y + top.height + space, centre, y + height - foot.height - space, strong=True),
        )
        places = (
            (s.x, middle - left.height / 2),
            (s.x + s.width - right.width, middle - right.height / 2),
            (centre - top.width / 2, y),
            (centre - foot.width / 2, y + height - foot.height),
        )
        words = [mark for end, (x, at) in zip(ends, places, strict=True) for mark in end.marks(x, at, "H2")]
        around = s.outline(Box(s.x, y, s.width, height), 0.0)
        return Group("Sect", (Group(ARTIFACT, (around, *lines, *_arrows(lines, s))), *words))

    return Block(gap, height, gap, draw)


def _arrows(lines: tuple[Line, Line], s: Setting) -> list[Line]:
    """Two short strokes at each end of both axes."""
    across, down = lines
    size = 2.5
    marks = []
    for x, inwards in ((across.x1, size), (across.x2, -size)):
        marks += [s.line(x, across.y1, x + inwards, across.y1 + side, strong=True) for side in (-size, size)]
    for y, inwards in ((down.y1, size), (down.y2, -size)):
        marks += [s.line(down.x1, y, down.x1 + side, y + inwards, strong=True) for side in (-size, size)]
    return marks


def _big(part: Big, s: Setting, gap: float, room: float) -> Block:
    text = filled(part.text, **s.texts)
    room = part.height * s.factor if part.height else room
    ruled = 0.32 * s.tab_pt if part.rule else 0.0
    role = "H1" if part is s.heading else "P"
    deep = part is s.last or not DEEP.isdisjoint(plain(text))

    def at(size_pt: float) -> tuple[Lettering, float]:
        style = Style(size_pt, size_pt * BIG_LEADING, s.kit.body.colour)
        lettering = s.kit.set(text, style, s.width, "black", balanced=True)
        ink = mm(size_pt) * (CAP + (DEPTH if deep else 0.0))
        return lettering, max(0, len(lettering.ends) - 1) * style.leading + ink

    def fits(size_pt: float) -> bool:
        lettering, height = at(size_pt)
        return height + ruled <= room and not lettering.too_wide

    least = max(part.least_pt * s.factor, s.kit.body.size_pt)
    size = largest(fits, least, max(least, part.most_pt * s.factor))
    lettering, height = at(size or least)
    s.wide.noted(lettering)
    font = s.kit.sheet.fonts.regular
    em = mm(size or least)
    above = (lettering.style.leading - em * (font.ascent + font.descent)) / 2 + em * (font.ascent - CAP)

    def draw(y: float) -> Mark:
        words = Group(role if lettering.ends else ARTIFACT, lettering.marks(s.x, y - above + ruled))
        rule = Group(ARTIFACT, (s.line(s.x, y, s.x + s.width, y, strong=True),))
        return Group("Sect", (rule, words)) if part.rule else words

    return Block(2 * gap, max(room, height + ruled), gap, draw)


Maker = Callable[[Any, Setting, float, float], Block]
MAKERS: dict[type, Maker] = {
    Words: _words,
    Lines: _lines,
    Boxes: _boxes,
    Grid: _grid,
    Zones: _zones,
    Axes: _axes,
    Big: _big,
}
