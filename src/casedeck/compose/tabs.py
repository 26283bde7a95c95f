"""The strip of tabs, one for each enabler, that runs along the top of every card."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from casedeck.compose.lettering import Style, letter
from casedeck.compose.painting import painted
from casedeck.compose.stationery import Stationery
from casedeck.model.geometry import PT_PER_MM, Box
from casedeck.model.page import ARTIFACT, Group, Mark, Shape
from casedeck.model.text import filled, rich
from casedeck.model.theme import Paint
from casedeck.typeset.fonts import Fonts
from casedeck.typeset.words import measure

TAB_GAP = 0.8
"""Between two tabs, mm."""


TAB_PADDING, MOST_PADDING = 4.0, 0.15
"""What the longest word of a tab leaves free of its width, mm, and the most of it that this is."""
BAR = 0.28
"""The solid bar along the top of a tab that is lit without being filled, as a share of its height."""
LEAST_PT = 6.0
"""In smaller letters nobody reads a tab's word: its place says what it stands for."""


def tab_strip(sheet: Stationery, lit: Container[str], box: Box, size_pt: float) -> Mark:
    """The strip of tabs, one fixed place for each enabler, those whose ids are `lit` lit; its words have
    `size_pt` points, or less where a tab is too narrow for the longest of them. Where they would be too small
    to read it has no words.

    An artifact: on most cards the enablers are said again, with their sentences, further down.
    """
    places = tab_boxes(sheet, box)
    widest = max([sheet.fonts.bold.width(term.name) for term in sheet.enablers])
    width = places[0].width - min(TAB_PADDING, MOST_PADDING * places[0].width)
    size_pt = min(size_pt, width * PT_PER_MM / widest)
    marks: list[Mark] = []
    for term, tab in zip(sheet.enablers, places, strict=True):
        part, weight = ("lit tab", "bold") if term.id in lit else ("dim tab", "regular")
        name = term.name if size_pt >= LEAST_PT else ""
        marks.extend(_tab(sheet.fonts, name, weight, sheet.theme.parts[part], tab, size_pt))
    return Group(ARTIFACT, tuple(marks))


def telling_strip(sheet: Stationery, lit: Container[str], box: Box, size_pt: float) -> Mark:
    """The same strip on a card that does not say its enablers again: a figure that says in words which tabs
    are lit.
    """
    names = [term.name for term in sheet.enablers if term.id in lit]
    strip = tab_strip(sheet, lit, box, size_pt)
    assert isinstance(strip, Group)
    return (
        Group("Figure", strip.marks, filled(sheet.labels["marked tabs"], names=sheet.language.joined(names)))
        if names
        else strip
    )


@lru_cache(maxsize=256)
def _tab(fonts: Fonts, name: str, weight: str, paint: Paint, tab: Box, size_pt: float) -> tuple[Mark, ...]:
    """One tab, kept because it is the same on many cards."""
    style = Style(size_pt, size_pt * 1.2, paint.text)
    label = letter(measure(rich(name), fonts, weight), style, tab.width, fonts)
    solid = tab.height * BAR if weight == "bold" and not paint.fill else 0.0
    bar = (Shape(tab._replace(height=solid), 0, paint.text, "", 0),) if solid else ()
    words_y = tab.y + solid + (tab.height - solid - label.height) / 2
    words = label.marks(tab.x + (tab.width - label.width) / 2, words_y)
    return (painted(tab, paint), *bar, *words)


def tab_boxes(sheet: Stationery, box: Box) -> list[Box]:
    """The place of each enabler's tab in a strip."""
    count = len(sheet.enablers)
    width = (box.width - TAB_GAP * (count - 1)) / count
    return [Box(box.x + place * (width + TAB_GAP), box.y, width, box.height) for place in range(count)]
