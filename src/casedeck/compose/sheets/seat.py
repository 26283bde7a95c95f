"""The cards that part each dealt hand from the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casedeck.compose.kit import Kit, Pages
from casedeck.compose.lettering import Lettering, Style, lettered
from casedeck.compose.painting import painted
from casedeck.compose.stationery import Stationery
from casedeck.model.geometry import Box
from casedeck.model.page import ARTIFACT, Group, Mark, Page
from casedeck.model.text import filled
from casedeck.typeset.fitting import largest

BAND = 0.46
"""How much of a card's height its band takes: nothing else in a pile is as dark."""
PADDING, GAP = 0.05, 0.06
"""Within the band at its left and right, and below it, as shares of the height."""
LEAST_PT, MOST_PT = 36.0, 0.84
"""The least size of the seat's number, and the greatest in points for each mm of the height."""
CARDS_PT = 26.0
"""The size of the numbers of the cards."""


def seat_pages(hands: Sequence[Sequence[int]], sheet: Stationery, words: Mapping[str, str]) -> Pages:
    """A page for each hand, as large as its cards, with the seat's number on a band, and below it the numbers
    of the cards that follow.
    """
    kit = Kit(sheet, CARDS_PT)
    made = [_page(seat, hand, kit, words) for seat, hand in enumerate(hands, 1)]
    return kit.pages([page for page, _ in made], max([over for _, over in made], default=0.0))


def _page(seat: int, cards: Sequence[int], kit: Kit, words: Mapping[str, str]) -> tuple[Page, float]:
    """The page of one seat, and by how many mm it is too low for its words."""
    sheet, edge = kit.sheet, kit.sheet.paper.clear
    box = Box(0, 0, *sheet.size).inset(edge, edge)
    band = box._replace(height=box.height * BAND)
    pad = PADDING * sheet.size.height
    paint = sheet.theme.parts["lit tab"]
    said = filled(words["seat"], seat=seat)
    title = kit.wide.noted(_title(said, band.inset(pad, 0), sheet, paint.text))
    note = kit.set(filled(words["seat note"], cards=sheet.language.row(cards)), kit.body, box.width, "bold")
    below = band.bottom + GAP * sheet.size.height
    marks: tuple[Mark, ...] = (
        Group(ARTIFACT, (painted(band, paint, 0),)),
        Group("H1", title.marks(band.x + pad, band.y + (band.height - title.height) / 2)),
        Group("P", note.marks(box.x, below)),
    )
    label = filled(sheet.language.files["seat"], seat=seat)
    page = Page(sheet.size, (Group("Sect", marks),), label, said, sheet.paper.clear)
    return page, below + note.height - box.bottom


def _title(said: str, room: Box, sheet: Stationery, colour: str) -> Lettering:
    """The seat in the largest size at which it stands on one line."""

    def at(size_pt: float) -> Lettering:
        style = Style(size_pt, size_pt * 1.06, colour)
        return lettered(said, style, room.width, sheet.fonts, "black")

    def fits(size_pt: float) -> bool:
        title = at(size_pt)
        return len(title.ends) == 1 and not title.too_wide

    return at(largest(fits, LEAST_PT, MOST_PT * sheet.size.height) or LEAST_PT)
