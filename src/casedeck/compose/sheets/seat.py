"""The slips that part each dealt hand from the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casedeck.compose.kit import Kit, Pages
from casedeck.compose.lettering import Style
from casedeck.compose.stationery import Stationery
from casedeck.model.page import Group, Page
from casedeck.model.text import filled

SIDE = 20.0
LARGE_PT, NOTE_PT, LEAST_PT = 90.0, 20.0, 12.0
"""The size of the seat's number and of the note below it on a whole sheet, and the least of this."""


def seat_pages(hands: Sequence[Sequence[int]], sheet: Stationery, words: Mapping[str, str]) -> Pages:
    """A page for each hand with the seat's number, large, and the numbers of the cards that follow."""
    kit = Kit(sheet, max(LEAST_PT, NOTE_PT * _share(sheet)))
    return kit.pages([_page(seat, hand, kit, words) for seat, hand in enumerate(hands, 1)])


def _share(sheet: Stationery) -> float:
    """How large what stands on a card is that is cut from a sheet, as a share of that on a whole one."""
    return sheet.scale if sheet.paper.cut else 1.0


def _page(seat: int, cards: Sequence[int], kit: Kit, words: Mapping[str, str]) -> Page:
    sheet, share = kit.sheet, _share(kit.sheet)
    side, size_pt = SIDE * share, LARGE_PT * share
    width = sheet.size.width - 2 * side
    said = filled(words["seat"], seat=seat)
    title = kit.set(said, Style(size_pt, size_pt * 96 / 90, sheet.colour("ink")), width, "black")
    note = kit.set(filled(words["seat note"], cards=sheet.language.row(cards)), kit.body, width)
    top = sheet.size.height * 0.36
    marks = (Group("H1", title.marks(side, top)), Group("P", note.marks(side, top + title.height + 4)))
    return Page(sheet.size, (Group("Sect", marks),), filled(sheet.language.files["seat"], seat=seat), said)
