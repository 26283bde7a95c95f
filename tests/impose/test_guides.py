"""What guides cutting and folding."""

from __future__ import annotations

from hypothesis import given

from casedeck.impose.guides import AWAY, LEAST, guides
from casedeck.impose.layout import Layout, layout
from casedeck.model.geometry import Size
from casedeck.model.page import Line
from casedeck.model.paper import CLEAR_MM
from casedeck.model.sheet import BESIDE, LINES, MARKS, NONE, UNMARKED, Sheet
from tests.support.imposing import (
    NEAR,
    PAPERS,
    both_sides,
    card_sizes,
    cuts,
    flips,
    laid,
    lines,
    papers,
    too_near_the_edge,
)

QUARTER = Size(142, 99)


def roomy(made: Layout) -> bool:
    """Whether marks have room beside the cards wherever the paper is cut."""
    across, down = made.grid.across, made.grid.down
    rooms = [
        other.begins - AWAY - CLEAR_MM for along, other in ((across, down), (down, across)) if along.cuts
    ]
    return min(rooms) >= LEAST


@given(card_sizes, papers, flips, cuts)
def test_guides_and_cards_are_where_printers_reach(card: Size, paper: Size, flip: str, cut: str) -> None:
    """Nothing is printed within 6 mm of the edge of the paper, on either side of it."""
    made = laid(card, paper, flip, cut)
    if made:
        for sheet in both_sides(made, 5)[0]:
            assert too_near_the_edge(sheet) == []


def test_a_guide_near_the_edge_is_seen() -> None:
    """A line that begins 5 mm from the edge is found, and one along the edge."""
    near = Line(100, 5, 100, 50, 0.25, "#000000"), Line(20, 5.9, 90, 5.9, 0.25, "#000000")
    assert len(too_near_the_edge(Sheet(PAPERS["A4"], (), near, "1"))) == 2


@given(card_sizes, papers)
def test_there_is_one_line_for_each_cut(card: Size, paper: Size) -> None:
    """Neighbours have one line between them, which stands where both end."""
    made = layout(card, paper, NONE, cut=LINES)
    if made:
        drawn = [*guides(made, "#000000")]
        upright = sorted(mark.x1 for mark in drawn if isinstance(mark, Line) and mark.x1 == mark.x2)
        assert len(drawn) == made.grid.cuts
        assert all(abs(at - cut) < 0.1 for at, cut in zip(upright, made.grid.across.cuts, strict=True))


def test_marks_stand_beside_the_cards() -> None:
    """Marks begin 3 mm away from the cards, where there is room for them."""
    made = layout(Size(70, 120), PAPERS["A4"], NONE, cut=MARKS)
    assert made
    assert roomy(made)
    block = made.grid.block
    for mark in guides(made, "#000000"):
        assert isinstance(mark, Line)
        ends = (mark.y1, mark.y2) if mark.x1 == mark.x2 else (mark.x1, mark.x2)
        begins, foot = (block.y, block.bottom) if mark.x1 == mark.x2 else (block.x, block.right)
        assert all(end <= begins - AWAY + NEAR or end >= foot + AWAY - NEAR for end in ends)


def test_marks_without_room_stand_on_the_cut() -> None:
    """Four to an A4 leave no room beside them, and the marks are short ones at either end of each cut."""
    made = layout(QUARTER, PAPERS["A4"], NONE, cut=MARKS)
    assert made
    assert not roomy(made)
    found = guides(made, "#000000")
    assert len(found) == 2 * made.grid.cuts
    assert too_near_the_edge(Sheet(made.grid.paper, (), found, "1")) == []


def test_nothing_shows_where_to_cut_if_nothing_is_wanted() -> None:
    """With cut none, a sheet of cards has no guides."""
    made = layout(QUARTER, PAPERS["A4"], NONE, cut=UNMARKED)
    assert made
    assert guides(made, "#000000") == ()


def test_pairs_have_a_broken_line_to_fold_along() -> None:
    """Backs beside their cards: a broken line runs between the two, and no cut does."""
    made = layout(QUARTER, PAPERS["A4"], BESIDE, cut=UNMARKED)
    assert made
    drawn = [mark for mark in guides(made, "#000000") if isinstance(mark, Line)]
    middle = made.grid.paper.width / 2 if not made.below else made.grid.cell(0).y + QUARTER.height
    assert drawn
    assert all(abs((mark.y1 if made.below else mark.x1) - middle) < NEAR for mark in drawn)
    assert len(drawn) > 10


def test_backs_have_no_guides() -> None:
    """Only fronts say where to cut: lines on the back would not meet those on the front."""
    made = laid(QUARTER, PAPERS["A4"], "long edge")
    assert made
    ((fronts, backs),) = both_sides(made, 4)
    assert [*lines(fronts)]
    assert not backs.guides
