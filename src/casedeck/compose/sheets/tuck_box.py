"""A tuck box for the cards of a deck on one sheet, with its title and the figures of its cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from casedeck.compose import painting
from casedeck.compose.families import Family, families_in
from casedeck.compose.kit import Kit, Pages
from casedeck.compose.lettering import Lettering, Style, lettered
from casedeck.compose.quilt import GAP, quilt_in, swatch, tile, tiles
from casedeck.compose.sheets.tuck_net import NOTCH_DEPTH, Net, dashed
from casedeck.compose.stationery import Stationery
from casedeck.model.deck import Card
from casedeck.model.geometry import Box, Size
from casedeck.model.page import ARTIFACT, Group, Line, Mark, Page
from casedeck.model.text import filled
from casedeck.typeset.fitting import largest

CUT_PT, FOLD_PT = 0.5, 0.5
WORDS_PT, SMALL_PT = 12.0, 10.0
"""The sizes of what the back says, and of what only the person reads who makes the box."""
TITLE_PT = 12.0, 40.0
INSIDE = 7.0
"""What stays free between a fold and what is printed, mm."""
QUILT_SHARE, MOST_TILE = 0.62, 42.0
"""The most of the front's height that the tiles take, and the largest tile, mm."""
SPINE, SPINE_EDGE = 9.0, 2.5
"""How deep a box is whose sides have tiles too, and what stays free beside these, mm."""
SWATCH, INDENT, BETWEEN = 5.0, 8.0, 2.0
"""The box in front of a family, how far the words stand from its left edge, and two families from each
other, mm.
"""


class BoxFacts(NamedTuple):
    """What a box is made for: the cards, and the weight of their paper in g/m²."""

    cards: Sequence[Card]
    weight: int


def box_page(net: Net, facts: BoxFacts, sheet: Stationery, words: Mapping[str, str]) -> Pages:
    """The page with the net."""
    return _TuckBox(net, facts, sheet, words).pages()


class _TuckBox:
    def __init__(self, net: Net, facts: BoxFacts, sheet: Stationery, words: Mapping[str, str]) -> None:
        self.net, self.cards, self.weight, self.sheet, self.words = net, *facts, sheet, words
        self.kit = Kit(sheet, WORDS_PT)
        self.small = Style(SMALL_PT, SMALL_PT * 1.2, sheet.colour("slate"))
        self.over = 0.0

    def pages(self) -> Pages:
        """The page, and by how much what it says is too long."""
        marks = (
            *self.front(self.net.panel(2).inset(INSIDE, INSIDE)),
            *self.back(self.net.panel(4).inset(INSIDE, INSIDE)),
            *self.how(),
            *self.spines(),
            *self.lines(),
        )
        title = self.words["title"]
        page = Page(self.sheet.size, (Group("Sect", marks),), title, title)
        return self.kit.pages([page], self.over)

    def lines(self) -> Iterator[Mark]:
        """The lines to cut along and those to fold along, and what the flaps are for."""
        colour = self.sheet.colour("slate")
        cuts = [Line(*one, *other, CUT_PT, colour) for one, other in self.net.cuts()]
        folds = [
            Line(*one, *other, FOLD_PT, colour) for each in self.net.folds() for one, other in dashed(each)
        ]
        yield Group(ARTIFACT, (*cuts, *folds))
        x, y = self.net.columns, self.net.rows
        glued = self.net.panel(0), Box(x[4], y[4], x[5] - x[4], y[5] - y[4])
        for box in glued:
            yield self.label("glue", box)
        yield self.label("fold", Box(x[4], y[0], x[5] - x[4], y[1] - y[0]))

    def label(self, name: str, box: Box) -> Mark:
        """A word in the middle of a flap."""
        word = self.kit.set(self.words[name], self.small, box.width)
        return Group(
            "P",
            word.marks(box.x + (box.width - word.width) / 2, box.y + (box.height - word.height) / 2),
        )

    def how(self) -> Iterator[Mark]:
        """What the box is for, above the front, and how it is made, below it, on paper that is cut off."""
        x, y = self.net.columns, self.net.rows
        count = len(self.cards)
        name = "made for one" if count == 1 else "made for"
        said = filled(self.words[name], cards=count, weight=self.weight)
        for text, top, bottom in ((said, y[0], y[2]), (self.words["how"], y[3] + 1, y[5])):
            words = self.kit.set(text, self.small, x[3] - x[2] - 4)
            yield Group("P", words.marks(x[2] + 2, top))
            self.over = max(self.over, words.height - (bottom - top))

    def title(self, room: Size) -> Lettering:
        """The deck's title in the largest size at which it has room."""
        fonts, ink = self.sheet.fonts, self.sheet.colour("ink")

        def at(size_pt: float) -> Lettering:
            style = Style(size_pt, size_pt * 1.06, ink)
            return lettered(self.sheet.deck_title, style, room.width, fonts, "black", balanced=True)

        def fits(size_pt: float) -> bool:
            title = at(size_pt)
            return title.height <= room.height and not title.too_wide

        return self.kit.wide.noted(at(largest(fits, *TITLE_PT) or TITLE_PT[0]))

    def front(self, box: Box) -> Iterator[Mark]:
        """The deck's title, and a tile for each card at the foot."""
        quilt = quilt_in(len(self.cards), Size(box.width, box.height * QUILT_SHARE), MOST_TILE)
        top = box.y + NOTCH_DEPTH
        room = Size(box.width, box.bottom - quilt.size.height - INSIDE - top)
        title = self.title(room)
        self.over = max(self.over, title.height - room.height)
        yield Group("H1", title.marks(box.x, top))
        marks = tiles(self.sheet, self.cards, quilt, box.x, box.bottom - quilt.size.height)
        yield Group(ARTIFACT, tuple(marks))

    def back(self, box: Box) -> Iterator[Mark]:
        """How many cards there are, what each colour means, and the logo at the foot."""
        count = len(self.cards)
        said = self.words["one card"] if count == 1 else filled(self.words["cards"], cards=count)
        large = self.kit.label._replace(size_pt=WORDS_PT * 1.4, leading_pt=WORDS_PT * 1.7)
        head = self.kit.set(said, large._replace(colour=self.sheet.colour("ink")), box.width, "bold")
        yield Group("P", head.marks(box.x, box.y))
        y = box.y + head.height + 3
        logo = painting.logo_size(self.sheet.logo).height if self.sheet.logo else 0.0
        if logo:
            yield painting.logo(self.sheet, box.x, box.bottom - logo)
        families = families_in(self.cards, self.sheet)
        room, width = box.bottom - logo - y, box.width - INDENT
        told = [self.family(family, width) for family in families]
        if _height(told) > room:
            told = [self.family(family._replace(meaning=""), width) for family in families]
        self.over = max(self.over, _height(told) - room)
        for family, words in zip(families, told, strict=True):
            square = Box(box.x, y + 0.3, SWATCH, SWATCH)
            paint = self.sheet.theme.strip_paint(family.id)
            yield Group(ARTIFACT, swatch(self.sheet, square, paint, 0.36))
            yield Group("P", words.marks(box.x + INDENT, y))
            y += words.height + BETWEEN

    def family(self, family: Family, width: float) -> Lettering:
        """What a colour means, in words."""
        style = self.kit.body._replace(lead_colour=self.sheet.colour("ink"))
        if not family.meaning:
            return self.kit.set(family.name, style, width, "bold")
        return self.kit.set(family.meaning, style, width, lead=f"{family.name}:")

    def spines(self) -> Iterator[Mark]:
        """Tiles down both sides of a box that is deep enough, each with a figure of the deck."""
        side = self.net.depth - 2 * SPINE_EDGE
        if self.net.depth < SPINE:
            return
        marks: list[Mark] = []
        for column in (1, 3):
            box = self.net.panel(column).inset(SPINE_EDGE, INSIDE)
            count = int((box.height + side * GAP) // (side * (1 + GAP)))
            pitch = (box.height - side) / max(1, count - 1)
            for place in range(count):
                card = self.cards[(place + (count if column == 3 else 0)) % len(self.cards)]
                marks += tile(self.sheet, card, Box(box.x, box.y + place * pitch, side, side))
        yield Group(ARTIFACT, tuple(marks))


def _height(told: Sequence[Lettering]) -> float:
    """What some paragraphs take, with what is between them, mm."""
    return sum(words.height + BETWEEN for words in told)
