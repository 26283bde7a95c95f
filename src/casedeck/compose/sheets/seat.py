"""The slip that parts one dealt hand from the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casedeck.compose.kit import Kit
from casedeck.compose.lettering import Style
from casedeck.compose.stationery import Stationery
from casedeck.model.page import Group, Page
from casedeck.model.text import filled


def seat_page(seat: int, cards: Sequence[int], sheet: Stationery, words: Mapping[str, str]) -> Page:
    """A page with the seat's number, large, and the numbers of the cards that follow."""
    kit = Kit(sheet, 20)
    ink = sheet.colour("ink")
    title = kit.set(filled(words["seat"], seat=seat), Style(90, 96, ink), sheet.size.width - 40, "black")
    note = kit.set(
        filled(words["seat note"], cards=sheet.language.row(cards)), kit.body, sheet.size.width - 40
    )
    top = sheet.size.height * 0.36
    marks = (Group("H1", title.marks(20, top)), Group("P", note.marks(20, top + title.height + 4)))
    return Page(
        sheet.size,
        (Group("Sect", marks),),
        filled(sheet.language.files["seat"], seat=seat),
        filled(words["seat"], seat=seat),
    )
