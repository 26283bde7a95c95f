"""Dividers for a box of cards: one for each family, with a tab that stands above the cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from casedeck.compose.compositor import Compositor
from casedeck.compose.families import Family, families_in
from casedeck.compose.figure import figure
from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.kit import Pages
from casedeck.compose.layout import overfull
from casedeck.compose.lettering import Style
from casedeck.compose.quilt import quilt_in, swatch
from casedeck.compose.stationery import Stationery
from casedeck.compose.strip import ground
from casedeck.model.deck import Card
from casedeck.model.geometry import Box, Size, mm
from casedeck.model.page import ARTIFACT, CAP, Group, Image, Line, Mark, Page
from casedeck.model.paper import CUT_MM
from casedeck.model.text import filled
from casedeck.model.vocabulary import Term, Vocabulary
from casedeck.typeset.fitting import largest

TAB = 10.0
"""How far a divider stands above the cards, mm."""
MOST_TABS = 4
"""A tab takes this share of the width, or less where there are more families."""
EDGE, CUT_PT = 1.5, 0.25
"""How far the colour of a tab stays from where this is cut, mm, and how thick the line to cut along is."""
TAB_BAR = 0.06
"""How wide the bar of an outlined tab is, as a share of its width."""
BESIDE = 1.5
"""What stays free on the colour of a tab at each side of its word, mm."""
USUAL_WIDTH = 142.0
"""The width of the divider whose measures are said here, mm."""
STRIP, GAP, PADDING = 45.0, 6.0, 4.0
"""The strip at the left, what is between it and the words, and what stays free in it, mm."""
COUNT_PT, NAME_PT, WORDS_PT, TAB_PT = 44.0, 32.0, 12.0, 12.5
"""The sizes of the number of cards, of the family on the divider, of what is said, and of the word on the
tab.
"""
LEAST_PT = 10.0
ICON, INDENT = 8.0, 11.0
"""The side of a benefit's icon, and how far its words stand from its left edge, mm."""
QUILT_SHARE = 0.9
"""How much of the room in the strip figures take."""


def divider_size(card: Size) -> Size:
    """The size in mm of a divider for cards of a size."""
    return Size(card.width, card.height + TAB)


def divider_pages(
    sheet: Stationery, cards: Sequence[Card], benefits: Vocabulary, words: Mapping[str, str]
) -> Pages:
    """A page for each family that some card is of, and one for the cards that are of none."""
    families = families_in(cards, sheet)
    made = [
        _Divider(sheet, family, tab, words)
        for family, tab in zip(families, _tabs(sheet, families), strict=True)
    ]
    pages = [each.page([term for term in benefits if term.family == each.family.id]) for each in made]
    widest = max([each.wide for each in made], key=lambda wide: wide.mm)
    over = {"height": max(each.over for each in made), "width": widest.mm}
    return Pages(tuple(pages), overfull(over), widest.word)


def _tabs(sheet: Stationery, families: Sequence[Family]) -> list[Box]:
    """The tabs of the families, side by side and equally wide; where the longest word has no room so, each as
    its own word needs it.
    """
    width, count = sheet.size.width, len(families)
    needs = [_needed(sheet, family) for family in families]
    share, spare = width / max(count, MOST_TABS), (width - sum(needs)) / count
    alike = max(needs) <= share or spare < 0
    widths = [share if alike else need + spare for need in needs]
    return [Box(sum(widths[:place]), 0.0, each, TAB) for place, each in enumerate(widths)]


def _needed(sheet: Stationery, family: Family) -> float:
    """How wide a tab is at least, so that its word is not too small, mm."""
    bar = 0.0 if sheet.theme.strip_paint(family.id).fill else TAB_BAR
    word = mm(LEAST_PT * sheet.fonts.bold.width(family.name))
    return (word + 2 * BESIDE + 0.1) / (1 - bar) + 2 * EDGE


class _Divider(Compositor):
    """One divider; `over` says by how many mm its words are too high at the smallest size."""

    def __init__(self, sheet: Stationery, family: Family, tab: Box, words: Mapping[str, str]) -> None:
        super().__init__(sheet)
        self.family, self.tab, self.words = family, tab, words
        self.paint = sheet.theme.strip_paint(family.id)
        self.unit = sheet.size.width / USUAL_WIDTH
        self.over = 0.0

    def page(self, benefits: Sequence[Term]) -> Page:
        """The page, with what its family's benefits are."""
        size = self.sheet.size
        body = Box(0, TAB, size.width, size.height - TAB).inset(CUT_MM, CUT_MM)
        strip = body._replace(width=STRIP * self.unit)
        left = strip.right + GAP * self.unit
        right = Box(left, body.y, body.right - left, body.height)
        marks = (*self.tabbed(), *self.strip(strip), *self.told(right, benefits))
        return Page(size, (Group("Sect", marks),), self.family.name, self.family.name, EDGE)

    def tabbed(self) -> Iterator[Mark]:
        """The tab with its word, and the lines that it is cut out along."""
        box, width = self.tab, self.sheet.size.width
        colour = self.sheet.colour("slate")
        lines = [Line(x, 0, x, TAB, CUT_PT, colour) for x in (box.x, box.right) if 0 < x < width - 0.01]
        for begins, ends in ((0.0, box.x), (box.right, width)):
            if ends - begins > 0.01:
                lines.append(Line(begins, TAB, ends, TAB, CUT_PT, colour))
        inner = box.inset(EDGE, EDGE)
        bar = 0.0 if self.paint.fill else TAB_BAR
        yield Group(ARTIFACT, (*lines, *swatch(self.sheet, inner, self.paint, bar)))
        room = inner.width * (1 - bar) - 2 * BESIDE
        size_pt = min(TAB_PT, room / max(0.01, mm(self.sheet.fonts.bold.width(self.family.name))))
        word = self.set(self.family.name, Style(size_pt, size_pt * 1.2, self.paint.text), room + 0.1, "bold")
        left = inner.x + inner.width * bar
        x = left + (inner.right - left - word.width) / 2
        yield Group(ARTIFACT, word.marks(x, inner.y + (inner.height - word.height) / 2))

    def strip(self, box: Box) -> Iterator[Mark]:
        """How many cards there are, and their figures, on the colour of the family."""
        yield ground(self.sheet, box, self.paint)
        inner = box.inset(PADDING * self.unit, PADDING * self.unit)
        if not self.paint.fill:
            inner = inner._replace(x=inner.x + self.unit, width=inner.width - self.unit)
        count = len(self.family.cards)
        size_pt = COUNT_PT * self.unit
        number = self.set(
            str(count), Style(size_pt, size_pt * CAP * 1.1, self.paint.text), inner.width, "black"
        )
        small = max(LEAST_PT, WORDS_PT * self.unit)
        said = self.words["card" if count == 1 else "cards"]
        noun = self.set(said, Style(small, small * 1.3, self.paint.text), inner.width, "bold")
        told_y = inner.y + number.height + self.unit
        yield Group("P", (*number.marks(inner.x, inner.y), *noun.marks(inner.x, told_y)))
        top = told_y + noun.height + 3 * self.unit
        yield Group(ARTIFACT, tuple(self.figures(Box(inner.x, top, inner.width, inner.bottom - top))))

    def figures(self, box: Box) -> Iterator[Mark]:
        """The figure of each card, in rows at the foot of a box."""
        quilt = quilt_in(len(self.family.cards), Size(box.width, box.height * QUILT_SHARE))
        places = quilt.boxes(box.x + (box.width - quilt.size.width) / 2, box.bottom - quilt.size.height)
        for card, place in zip(self.family.cards, places, strict=True):
            yield figure(self.sheet, card.case, place, self.paint)

    def told(self, box: Box, benefits: Sequence[Term]) -> Iterator[Mark]:
        """The family, what it means, its benefits, and which cards are behind the divider."""
        size_pt = NAME_PT * self.unit
        name = self.set(
            self.family.name, Style(size_pt, size_pt * 1.1, self.sheet.colour("ink")), box.width, "black"
        )
        top = box.y + name.height
        room = box.bottom - top
        short = [term._replace(meaning="") for term in benefits]
        blocks = self.fitting(box, benefits, room) or self.fitting(box, short, room)
        blocks = blocks or self.blocks(box, short, LEAST_PT)
        self.over = natural_height(blocks) - room
        yield Group("H1", name.marks(box.x, box.y - 0.12 * name.height))
        yield from column(blocks, top, room)

    def fitting(self, box: Box, benefits: Sequence[Term], room: float) -> list[Block]:
        """What stands below the name in the largest letters that have room; nothing where none have."""
        most = max(LEAST_PT, WORDS_PT * 1.2 * self.unit)
        found = largest(lambda pt: natural_height(self.blocks(box, benefits, pt)) <= room, LEAST_PT, most)
        return self.blocks(box, benefits, found) if found else []

    def blocks(self, box: Box, benefits: Sequence[Term], size_pt: float) -> list[Block]:
        """What stands below the name, in letters of a size; of a benefit without a meaning, its name."""
        ink = self.sheet.colour("ink")
        body = Style(size_pt, size_pt * 1.25, ink, ink)
        strong = body._replace(size_pt=size_pt * 1.1, leading_pt=size_pt * 1.1 * 1.25)
        meaning = self.family.meaning or self.words["brief"]
        blocks = [self.paragraph(meaning, strong, box, 1.0)]
        blocks += [self.benefit(term, body, box) for term in benefits]
        numbers = self.sheet.language.numbered([card.number for card in self.family.cards])
        name = "one behind" if len(self.family.cards) == 1 else "several behind"
        quiet = body._replace(colour=self.sheet.colour("slate"))
        return [*blocks, self.paragraph(filled(self.words[name], numbers=numbers), quiet, box, 3.0)]

    def paragraph(self, text: str, style: Style, box: Box, gap: float) -> Block:
        """Text across the box."""
        words = self.set(text, style, box.width, balanced=True)
        unit = self.unit
        return Block(gap * unit, words.height, unit * 2, lambda y: Group("P", words.marks(box.x, y)))

    def benefit(self, term: Term, style: Style, box: Box) -> Block:
        """A benefit: its icon, its name, and what it means."""
        side, indent = ICON * self.unit, INDENT * self.unit
        lead = f"{term.name}:" if term.meaning else term.name
        words = self.set(term.meaning, style, box.width - indent, lead=lead)
        height = max(side, words.height)

        def draw(y: float) -> Mark:
            icon = Image(Box(box.x, y, side, side), self.sheet.icons[term.icon], self.sheet.colour("ink"))
            text_y = y + max(0.0, (side - words.height) / 2)
            return Group("P", (Group(ARTIFACT, (icon,)), *words.marks(box.x + indent, text_y)))

        return Block(2.0 * self.unit, height, 2.0 * self.unit, draw)
