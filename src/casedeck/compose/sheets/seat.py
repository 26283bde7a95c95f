"""The slips that part each dealt hand from the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casedeck.compose.kit import Kit, Pages
from casedeck.compose.lettering import Style
from casedeck.compose.stationery import Stationery
from casedeck.model.page import Group, Page
from casedeck.model.text import filled

SIDE = 20.0


def seat_pages(hands: Sequence[Sequence[int]], sheet: Stationery, words: Mapping[str, str]) -> Pages:
    """A page for each hand with the seat's number, large, and the numbers of the cards that follow."""
    kit = Kit(sheet, 20)
    return kit.pages([_page(seat, hand, kit, words) for seat, hand in enumerate(hands, 1)])


def _page(seat: int, cards: Sequence[int], kit: Kit, words: Mapping[str, str]) -> Page:
    sheet, width = kit.sheet, kit.sheet.size.width - 2 * SIDE
    said = filled(words["seat"], seat=seat)
    title = kit.set(said, Style(90, 96, sheet.colour("ink")), width, "black")
    note = kit.set(filled(words["seat note"], cards=sheet.language.row(cards)), kit.body, width)
    top = sheet.size.height * 0.36
    marks = (Group("H1", title.marks(SIDE, top)), Group("P", note.marks(SIDE, top + title.height + 4)))
    return Page(sheet.size, (Group("Sect", marks),), filled(sheet.language.files["seat"], seat=seat), said)
