"""Sides of paper on their way to be drawn."""

from __future__ import annotations

import pytest

from casedeck.build.sides import digested, judged
from casedeck.errors import DeckError, Problem
from casedeck.model.geometry import Box, Size
from casedeck.model.page import Group, Page, Run, Shape, Text
from casedeck.model.sheet import Placed, Sheet, Side
from casedeck.prints.document import Document
from tests.support.decks import deck_of, planned
from tests.support.values import changed

A4 = Size(210, 297)


def card(x: float = 10.0) -> Page:
    """A small card with one mark, so far from its left edge."""
    return Page(Size(90, 60), (Shape(Box(x, 10, 20, 20), 0, "#000000", "", 0),), "1", "Timpson")


def sheet(*placed: Placed) -> Sheet:
    """A sheet of A4."""
    return Sheet(A4, placed, (), "1")


def of(*sides: Side) -> Document:
    """A document of these sides."""
    (document,) = planned(deck_of("short-words")).documents
    return changed(document, pages=lambda: iter(sides))


def problems(*sides: Side) -> list[str]:
    """What is said of sides once all have passed."""
    with pytest.raises(DeckError) as caught:
        [*judged(of(*sides), [])]
    return [problem.code for problem in caught.value.problems]


def digests(*sides: Side) -> list[str]:
    """The digests of sides."""
    found: list[str] = []
    assert [*digested(iter(sides), found)] == [*sides]
    return found


def test_a_card_near_the_edge_of_the_paper_is_found() -> None:
    """What matters is how far the ink is from the edge of the paper, not from that of the card."""
    near, clear = Placed(card(3), 0, 0), Placed(card(3), 6, 6)
    assert problems(sheet(near)) == ["P103"]
    assert len([*judged(of(sheet(clear)), [])]) == 1


def test_a_card_is_judged_wherever_it_stands() -> None:
    """A page that passed on one sheet is looked at again where it stands elsewhere."""
    page = card(3)
    good = sheet(Placed(page, 50, 50))
    assert problems(good, sheet(Placed(page, 0, 50, first=False))) == ["P103"]


def test_sheets_that_are_alike_are_judged_once() -> None:
    """The very same cards on another sheet are no second problem."""
    again = (Placed(card(3), 0, 0, first=False),)
    assert problems(Sheet(A4, again, (), "1"), Sheet(A4, again, (), "2")) == ["P103"]


def test_sheets_of_the_same_cards_have_one_digest() -> None:
    """What is on the paper counts: neither its number, nor whether it was there before."""
    page = card()
    first, again = sheet(Placed(page, 10, 10)), sheet(Placed(page, 10, 10, first=False))
    one, other, third = digests(first, again, again._replace(label="7"))
    assert one == other == third


def test_another_sheet_has_another_digest() -> None:
    """Twin: another place, turn, window, card or guide, and other paper."""
    page = card()
    line = Shape(Box(10, 10, 1, 1), 0, "#000000", "", 0)
    sheets = [
        sheet(Placed(page, 10, 10)),
        sheet(Placed(page, 11, 10)),
        sheet(Placed(page, 10, 10, 180)),
        sheet(Placed(page, 10, 10, window=Box(0, 0, 50, 50))),
        sheet(Placed(card(12), 10, 10)),
        sheet(Placed(page, 10, 10))._replace(guides=(line,)),
        sheet(Placed(page, 10, 10))._replace(size=Size(216, 279)),
    ]
    assert len({*digests(*sheets)}) == len(sheets)


def test_pages_on_sheets_are_judged_where_they_are_first() -> None:
    """What is wrong with a card itself is said once, however often it is placed."""
    pale = Text(20, 20, 30, (Run("Pale", "regular", 12, "#AAAAAA"),))
    page = card()._replace(marks=(pale,))
    placed = Placed(page, 20, 20), Placed(page, 20, 100, first=False)
    assert sorted(problems(sheet(*placed), sheet(placed[1]))) == ["P107", "P113"]


def test_advice_stops_nothing() -> None:
    """A heading that ends in one word is drawn, and told."""
    lines = [
        Text(20, 20 + 8 * at, width, (Run(text, "bold", 14, "#000000"),))
        for at, (text, width) in enumerate([("A heading that is", 60), ("long", 12)])
    ]
    advice: list[Problem] = []
    side = Page(A4, (Group("H1", tuple(lines)),), "1", "Timpson")
    assert [*judged(of(side), advice)] == [side]
    assert [each.code for each in advice] == ["P111"]
