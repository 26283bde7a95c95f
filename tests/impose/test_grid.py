"""How many cards a sheet takes, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given

from casedeck.impose.grid import Grid, grid
from casedeck.model.geometry import Box, Size
from casedeck.model.paper import CLEAR_MM
from tests.support.imposing import NEAR, PAPERS, card_sizes, gaps, papers


def cells(found: Grid) -> list[Box]:
    """All places of a grid."""
    return [found.cell(place) for place in range(found.places)]


def cramped(boxes: list[Box], paper: Size) -> bool:
    """Whether any card is where printers do not reach."""
    least = CLEAR_MM - NEAR
    return any(min(box.x, box.y, paper.width - box.right, paper.height - box.bottom) < least for box in boxes)


@pytest.mark.parametrize(
    ("card", "paper", "places"),
    [
        (Size(142, 99), "A4", 4),
        (Size(142, 99), "A3", 8),
        (Size(198, 142), "A4", 2),
        (Size(198, 142), "A3", 4),
        (Size(133, 101), "Letter", 4),
        (Size(133, 101), "Tabloid", 8),
        (Size(70, 120), "A4", 4),
        (Size(63, 88), "A4", 9),
        (Size(85, 55), "A4", 10),
        (Size(85, 55), "Letter", 9),
    ],
)
def test_usual_cards_on_usual_paper(card: Size, paper: str, places: int) -> None:
    """A sheet takes as many cards of a size as it says in docs/printing.md."""
    found = grid(card, PAPERS[paper])
    assert found
    assert found.places == places


@pytest.mark.parametrize(
    ("card", "paper", "places"),
    [
        (Size(148, 210), "A4", 2),
        (Size(105, 148), "A4", 4),
        (Size(210, 297), "A3", 2),
        (Size(148, 210), "A3", 4),
        (Size(148, 105), "A3", 8),
        (Size(215.9, 279.4), "Tabloid", 2),
        (Size(139.7, 215.9), "Letter", 2),
    ],
)
def test_cards_with_margins_of_their_own_fill_the_paper(card: Size, paper: str, places: int) -> None:
    """Two A5 fill an A4, and need one cut; without that leave, fewer stand on it."""
    whole, inside = grid(card, PAPERS[paper], filled=True), grid(card, PAPERS[paper])
    assert whole
    assert whole.places == places
    assert whole.cuts == {2: 1, 4: 2, 8: 4}[places]
    assert not inside or inside.places < places


@given(card_sizes, papers)
def test_cards_share_their_cuts(card: Size, paper: Size) -> None:
    """Between two neighbours there is no gap, so that one cut parts them."""
    found = grid(card, paper)
    if found:
        across = [(box.x, box.right) for box in cells(found)]
        down = [(box.y, box.bottom) for box in cells(found)]
        assert all(abs(gap) < NEAR for gap in [*gaps(across), *gaps(down)])
        assert found.cuts == found.across.cards + found.down.cards + 2


def test_a_gap_is_seen() -> None:
    """Cards that stand 2 mm apart are found."""
    assert gaps([(10, 50), (52, 92)]) == [2]


@given(card_sizes, papers)
def test_cards_stand_in_the_middle_where_printers_reach(card: Size, paper: Size) -> None:
    """No card is nearer to the edge of the paper than 6 mm, and left and right are as wide as each other."""
    found = grid(card, paper)
    if found:
        assert not cramped(cells(found), found.paper)
        block, (width, height) = found.block, found.paper
        assert abs(block.x - (width - block.right)) < NEAR
        assert abs(block.y - (height - block.bottom)) < NEAR


def test_a_card_near_the_edge_is_seen() -> None:
    """A card that begins 5 mm from the edge is found."""
    assert cramped([Box(5, 50, 100, 100)], PAPERS["A4"])


@given(card_sizes, papers)
def test_no_other_grid_takes_more(card: Size, paper: Size) -> None:
    """However the paper is turned, rows and columns of upright cards are not more than those found."""
    found = grid(card, paper)
    usable = [
        (each.width - 2 * CLEAR_MM, each.height - 2 * CLEAR_MM) for each in (paper.portrait, paper.landscape)
    ]
    most = max(int(width // card.width) * int(height // card.height) for width, height in usable)
    assert (found.places if found else 0) >= most


def test_paper_smaller_than_the_card_takes_none() -> None:
    """A card that is as large as its paper, or larger, has no grid."""
    assert grid(Size(210, 297), PAPERS["A4"]) is None
    assert grid(Size(500, 20), PAPERS["A4"]) is None
