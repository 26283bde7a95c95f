"""Sheets of finished pages."""

from __future__ import annotations

import pytest

from casedeck.model.geometry import Box, Size
from casedeck.model.page import Page
from casedeck.model.sheet import TURNS, Placed, Sheet, new_pages
from tests.support.imposing import corners

PAGE = Page(Size(60, 40), (), "1", "A card")


@pytest.mark.parametrize("turn", TURNS)
def test_what_is_on_a_page_is_on_its_sheet(turn: int) -> None:
    """The whole page stands where it is placed, and its top left corner where turning takes it."""
    placed = Placed(PAGE, 100, 200, turn)
    assert placed.standing(Box(0, 0, 60, 40)) == Box(100, 200, *placed.size)
    x, y = corners(placed)[0]
    corner = placed.standing(Box(0, 0, 2, 1))
    assert x in (corner.x, corner.right)
    assert y in (corner.y, corner.bottom)


def test_a_page_turned_by_a_quarter() -> None:
    """Clockwise: what is at the top is at the right."""
    assert Placed(PAGE, 0, 0, 90).standing(Box(0, 0, 60, 1)) == Box(39, 0, 1, 60)
    assert Placed(PAGE, 0, 0, 270).standing(Box(0, 0, 60, 1)) == Box(0, 0, 1, 60)
    assert Placed(PAGE, 0, 0, 180).standing(Box(0, 0, 60, 1)) == Box(0, 39, 60, 1)


def test_new_pages_are_those_that_come_first() -> None:
    """A page by itself is new; on a sheet, those that are said to be the first of their kind."""
    first, again = Placed(PAGE, 0, 0), Placed(PAGE, 60, 0, first=False)
    assert new_pages(PAGE) == (PAGE,)
    assert new_pages(Sheet(Size(210, 297), (first, again), (), "1")) == (PAGE,)
    assert not Sheet(Size(210, 297), (first, again), (), "1").again
    assert Sheet(Size(210, 297), (again, again), (), "1").again
    assert not Sheet(Size(210, 297), (), (), "1").again
