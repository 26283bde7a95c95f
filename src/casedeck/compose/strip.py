"""The strip along the left edge of a card, which shows when cards are fanned or hang: its number, its figure
and the family of its first benefit, always in words as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from casedeck.compose.figure import figure
from casedeck.compose.lettering import Lettering, Style, lettered
from casedeck.compose.painting import logo, logo_size, painted
from casedeck.compose.picture import credit, placed
from casedeck.compose.stationery import Stationery
from casedeck.model.deck import Card
from casedeck.model.geometry import PT_PER_MM, Box, Size
from casedeck.model.page import ARTIFACT, CAP, Group, Mark, Shape
from casedeck.model.paper import CUT_MM
from casedeck.model.text import filled
from casedeck.model.theme import Paint

BAR, MOST_BAR = 0.08, 6.0
"""How wide the solid bar in an outlined strip is, as a share of the strip's width, and at most in mm."""
FULLEST = 0.86
"""How much of the free height of a strip is filled at most."""
LOGO_SHARE, LOGO_ABOVE = 0.9, 0.07
"""How wide a logo below a strip is at most, and the space between them, as shares of the strip's width."""
THANKS_BELOW = 0.02
"""The space between a picture and the line that says whom to thank for it, as a share of its side."""
BESIDE_PICTURE = 0.62
"""How large a figure is where a picture stands above it, as a share of what it is without."""


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
    """The strip of a card in a box: its number at the top, its picture where it has one, its figure, and at
    the foot the family and the first benefit; the names of its enablers between them where there is a size
    for these.
    """
    paint = sheet.theme.strip_paint(family_of(card))
    inner = _inner(box, paint, measures.padding)
    number = _number(sheet, card, inner.width, paint, measures.number_pt)
    words = _words(sheet, card, inner, paint, measures.words_pt)
    names = _names(sheet, card, inner, paint, measures.names_pt)
    foot = inner.bottom - sum(line.height for line in words)
    top = inner.y + number.height
    free = foot - top - sum(line.height for line in names)
    pieces = _pieces(sheet, card, Size(inner.width, free), paint, measures.figure)
    gap = (free - sum(piece.height for piece in pieces)) / (len(pieces) + (2 if names else 1))
    inside: list[Mark] = []
    for piece in pieces:
        left = inner.x + (inner.width - piece.width) / 2
        inside.append(piece.draw(Box(left, top + gap, piece.width, piece.height)))
        top += gap + piece.height
    return (
        ground(sheet, box, paint),
        Group("P", number.marks(inner.x, inner.y)),
        *inside,
        *_paragraphs(names, inner.x, top + gap),
        *_paragraphs(words, inner.x, foot),
    )


def with_logo(sheet: Stationery, box: Box) -> tuple[Box, tuple[Mark, ...]]:
    """What is left of the box of a strip where the organisation's logo stands below it, and the logo; all of
    it and nothing where there is none.
    """
    if not sheet.logo:
        return box, ()
    size = logo_size(sheet.logo, Size(box.width * LOGO_SHARE, box.width * LOGO_SHARE / 2))
    left = box.x + (box.width - size.width) / 2
    mark = logo(sheet, left, box.bottom - size.height, size)
    return box._replace(height=box.height - size.height - LOGO_ABOVE * box.width), (mark,)


class BadgeMeasures(NamedTuple):
    """Measures of a badge: its width, what stays free at its edges in mm, and the greatest size of its
    number and that of its word, in points.
    """

    width: float
    padding: float
    number_pt: float
    words_pt: float


def badge(sheet: Stationery, card: Card, box: Box, measures: BadgeMeasures) -> tuple[Mark, ...]:
    """The same for a card with its number in a corner: number and family at the left, the figure at the
    right.
    """
    paint = sheet.theme.strip_paint(family_of(card))
    inner = _inner(box, paint, measures.padding)
    side = min(inner.height, inner.width * 0.56)
    left = inner._replace(width=inner.width - side - measures.padding)
    number = _number(sheet, card, left.width, paint, measures.number_pt)
    words = _words(sheet, card, left, paint, measures.words_pt)[:1]
    around = Box(inner.right - side, inner.y + (inner.height - side) / 2, side, side)
    return (
        ground(sheet, box, paint),
        Group("P", number.marks(left.x, left.y)),
        figure(sheet, card.case, around, paint),
        *[Group("P", word.marks(left.x, left.bottom - word.height)) for word in words],
    )


class _Piece(NamedTuple):
    """What stands in the middle of the strip: how high and how wide it is in mm, and what gives its mark in
    its box.
    """

    height: float
    width: float
    draw: Callable[[Box], Mark]


def _pieces(sheet: Stationery, card: Card, room: Size, paint: Paint, most: float) -> list[_Piece]:
    """The card's picture where it has one, with whom to thank for it, and its figure, which is smaller then;
    none larger than `most`, nor than there is room for in mm.
    """
    case, picture = card.case, card.case.picture

    def figured(box: Box) -> Mark:
        return figure(sheet, case, box, paint)

    if picture is None:
        side = min(most, room.width, room.height * FULLEST)
        return [_Piece(side, side, figured)]
    thanks = credit(sheet, picture, room.width, colour=paint.text)
    free = (room.height - thanks.height) * FULLEST
    side = min(most, room.width, free / (1 + BESIDE_PICTURE))
    below = side * (1 + THANKS_BELOW) if thanks.words else side

    def pictured(box: Box) -> Mark:
        seen = placed(sheet, picture, box._replace(height=side).middle(side))
        said = (Group("P", thanks.marks(box.x, box.y + below)),) if thanks.words else ()
        return Group("Sect", (seen, *said))

    small = side * BESIDE_PICTURE
    return [_Piece(below + thanks.height, room.width, pictured), _Piece(small, small, figured)]


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
    solid = Shape(Box(box.x, box.y, bar or _bar(box), box.height), 0, paint.border, "", 0)
    return Group(ARTIFACT, (painted(box, paint._replace(border=paint.text), 0), solid))


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


def _bar(box: Box) -> float:
    """How wide the bar in an outlined strip is, mm."""
    return min(box.width * BAR, MOST_BAR)


def _inner(box: Box, paint: Paint, padding: float) -> Box:
    left = 0.0 if paint.fill else _bar(box)
    inner = box.inset(padding, padding)
    return inner._replace(x=inner.x + left, width=inner.width - left)


def _number(sheet: Stationery, card: Card, width: float, paint: Paint, most_pt: float) -> Lettering:
    """The number of the card, smaller where it has too many digits for the width; its line is as high as its
    digits.
    """
    text = str(card.number or " ")
    size_pt = min(most_pt, width * PT_PER_MM / sheet.fonts.black.width(text))
    return lettered(text, Style(size_pt, size_pt * CAP * 1.1, paint.text), width + 0.1, sheet.fonts, "black")


def _words(sheet: Stationery, card: Card, box: Box, paint: Paint, size_pt: float) -> list[Lettering]:
    """The family, and which benefit comes first; of a brief card, that it is one."""
    style = Style(size_pt, size_pt * 1.28, paint.text)
    family = sheet.families.find(family_of(card))
    if not card.number:
        return []
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
