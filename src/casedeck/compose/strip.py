"""The strip along the left edge of a card, which shows when cards are fanned or hang: its number, its figure
and the family of its first benefit, always in words as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from casedeck.compose.figure import figure
from casedeck.compose.lettering import Lettering, Style, lettered
from casedeck.compose.painting import painted
from casedeck.compose.stationery import Stationery
from casedeck.model.deck import Card
from casedeck.model.geometry import PT_PER_MM, Box
from casedeck.model.page import ARTIFACT, CAP, Group, Mark, Shape
from casedeck.model.paper import CUT_MM
from casedeck.model.text import filled
from casedeck.model.theme import Paint

BAR = 0.055
"""How wide the solid bar in an outlined strip is, as a share of the strip's width."""


class StripMeasures(NamedTuple):
    """Measures of a strip: what stays free at its edges and the side of its figure in mm, the greatest size
    of its number, and the sizes of its words and of the names of enablers, in points; 0 where these are not
    named.
    """

    padding: float
    figure: float
    number_pt: float
    words_pt: float
    names_pt: float = 0.0


def strip(sheet: Stationery, card: Card, box: Box, measures: StripMeasures) -> tuple[Mark, ...]:
    """The strip of a card in a box: its number at the top, its figure, and at the foot the family and the
    first benefit; the names of its enablers between them where there is a size for these.
    """
    paint = sheet.theme.strip_paint(family_of(card))
    inner = _inner(box, paint, measures)
    number = _number(sheet, card, inner, paint, measures)
    words = _words(sheet, card, inner, paint, measures.words_pt)
    foot = inner.bottom - sum(line.height for line in words)
    names = _names(sheet, card, inner, paint, measures.names_pt)
    named = sum(line.height for line in names)
    side = min(measures.figure, inner.width)
    top = inner.y + number.height
    free = foot - top - side - named
    figure_y = top + (free * (0.4 if names else 0.5))
    around = Box(inner.x + (inner.width - side) / 2, figure_y, side, side)
    names_y = figure_y + side + (free * 0.25)
    return (
        ground(sheet, box, paint),
        Group("P", number.marks(inner.x, inner.y)),
        figure(sheet, card.case, around, paint),
        *_paragraphs(names, inner.x, names_y),
        *_paragraphs(words, inner.x, foot),
    )


def family_of(card: Card) -> str:
    """The id of the family of a card's first benefit; "" of one that has none."""
    benefits = card.case.benefits
    return benefits[0].term.family if benefits else ""


def ground(sheet: Stationery, box: Box, paint: Paint, bar: float = 0.0) -> Mark:
    """What a strip is painted on, beyond the edges of its card where colour is to bleed; an artifact. An
    outline has a solid bar at its left, `bar` mm wide or as wide as goes with its width.
    """
    if paint.fill:
        return Group(ARTIFACT, (painted(_bled(sheet, box), paint, 0),))
    solid = Shape(Box(box.x, box.y, bar or box.width * BAR, box.height), 0, paint.border, "", 0)
    return Group(ARTIFACT, (painted(box, paint, 0), solid))


def _bled(sheet: Stationery, box: Box) -> Box:
    """A box with each side that stands at a cut edge as far beyond that as colour bleeds."""
    if not sheet.bleed:
        return box
    width, height = sheet.size
    near = CUT_MM + 0.01
    left = -sheet.bleed if box.x <= near else box.x
    top = -sheet.bleed if box.y <= near else box.y
    right = width + sheet.bleed if width - box.right <= near else box.right
    foot = height + sheet.bleed if height - box.bottom <= near else box.bottom
    return Box(left, top, right - left, foot - top)


def _inner(box: Box, paint: Paint, measures: StripMeasures) -> Box:
    left = 0.0 if paint.fill else box.width * BAR
    inner = box.inset(measures.padding, measures.padding)
    return inner._replace(x=inner.x + left, width=inner.width - left)


def _number(sheet: Stationery, card: Card, box: Box, paint: Paint, measures: StripMeasures) -> Lettering:
    """The number of the card, smaller where it has too many digits for the box; its line is as high as its
    digits.
    """
    text = str(card.number)
    widest = box.width * PT_PER_MM / sheet.fonts.black.width(text)
    size_pt = min(measures.number_pt, widest)
    return lettered(text, Style(size_pt, size_pt * CAP * 1.1, paint.text), box.width, sheet.fonts, "black")


def _words(sheet: Stationery, card: Card, box: Box, paint: Paint, size_pt: float) -> list[Lettering]:
    """The family, and which benefit comes first; of a brief card, that it is one."""
    style = Style(size_pt, size_pt * 1.28, paint.text)
    family = sheet.families.find(family_of(card))
    if family is None:
        return [lettered(sheet.labels["in brief"], style, box.width, sheet.fonts, "bold")]
    first = filled(sheet.labels["first benefit"], benefit=card.case.benefits[0].term.name)
    return [
        lettered(family.name, style, box.width, sheet.fonts, "bold"),
        lettered(first, style, box.width, sheet.fonts),
    ]


def _names(sheet: Stationery, card: Card, box: Box, paint: Paint, size_pt: float) -> list[Lettering]:
    """The names of the card's enablers in the order of the ring, none where there is no size for them."""
    names = [term.name for term in sheet.enablers if term.id in card.case.enabler_ids] if size_pt else []
    widest = max([sheet.fonts.bold.width(name) for name in names], default=1.0)
    size_pt = min(size_pt, box.width * PT_PER_MM / widest)
    style = Style(size_pt, size_pt * 1.4, paint.text)
    return [lettered(name, style, box.width, sheet.fonts, "bold") for name in names]


def _paragraphs(lines: Sequence[Lettering], x: float, y: float) -> list[Mark]:
    made: list[Mark] = []
    for line in lines:
        made.append(Group("P", line.marks(x, y)))
        y += line.height
    return made
