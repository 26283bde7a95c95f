"""Backs behind their fronts, whichever way the paper is turned over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.impose.flip import Stand, behind
from casedeck.model.geometry import Box, Size
from casedeck.model.page import Page
from casedeck.model.sheet import FLIPS, LONG, SHORT, TURNS, Placed, Sheet, like_a_book, sideways
from tests.support.imposing import both_sides, card_sizes, counts, flips, laid, misplaced, papers

QUARTER = Size(142, 99)


@given(card_sizes, papers, flips, counts, st.integers(1, 9))
def test_every_back_is_behind_its_front(card: Size, paper: Size, flip: str, count: int, copies: int) -> None:
    """Seen through the paper, each back is where its front is, and upright once the card is turned like a
    page; also on a last sheet that is not full.
    """
    made = laid(card, paper, flip)
    if made:
        for fronts, backs in both_sides(made, count, copies):
            assert misplaced(fronts, backs, flip) == []


@pytest.mark.parametrize("flip", FLIPS)
@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("paper", [Size(210, 297), Size(297, 210)])
def test_cards_that_are_turned_have_their_backs_turned(paper: Size, flip: str, turn: int) -> None:
    """After each of the four flips, a card that stands turned on the sheet has its back turned to suit."""
    card = Size(60, 40)
    shown = Size(40, 60) if turn in (90, 270) else card
    other = behind(Stand(Box(20, 30, *shown), turn), paper, flip)
    front = Placed(Page(card, (), "1", "front"), 20, 30, turn)
    back = Placed(Page(card, (), "1", "back"), other.box.x, other.box.y, other.turn)
    assert misplaced(Sheet(paper, (front,), (), "1"), Sheet(paper, (back,), (), "2"), flip) == []


@pytest.mark.parametrize("flip", FLIPS)
def test_a_back_in_another_place_is_seen(flip: str) -> None:
    """Backs made for the other edge, and backs that are not turned over at all, are found."""
    made, other = laid(QUARTER, Size(210, 297), flip), laid(QUARTER, Size(210, 297), *{*FLIPS} - {flip})
    assert made
    assert other
    (fronts, _), (_, wrong) = both_sides(made, 4)[0], both_sides(other, 4)[0]
    assert len(misplaced(fronts, wrong, flip)) == 4
    upright = wrong._replace(placed=tuple(each._replace(turn=0) for each in wrong.placed))
    assert misplaced(fronts, upright, flip)
    same = fronts._replace(placed=tuple(each._replace(turn=0) for each in fronts.placed))
    assert misplaced(fronts, same, flip)


def test_a_missing_back_is_seen() -> None:
    """A front without its back is found, and a back without its front."""
    made = laid(QUARTER, Size(210, 297), LONG)
    assert made
    ((fronts, backs),) = both_sides(made, 4)
    assert misplaced(fronts, backs._replace(placed=backs.placed[1:]), LONG) == ["0 front"]
    assert misplaced(fronts._replace(placed=fronts.placed[1:]), backs, LONG) == ["0 back"]


def test_a_book_is_turned_over_the_edge_that_stands() -> None:
    """Paper that stands is turned like a page over its long edge, paper that lies over its short one."""
    assert like_a_book(Size(210, 297)) == LONG
    assert like_a_book(Size(297, 210)) == SHORT
    assert sideways(Size(297, 210), SHORT)
    assert not sideways(Size(297, 210), LONG)
