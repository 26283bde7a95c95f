"""Blocks poured through columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.compose.flow import Block
from casedeck.compose.pour import Poured, pour
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark, Shape, leaves

TINY = 0.011


def block(gap: float, height: float, role: str = "P", in_list: str = "") -> Block:
    """A block that draws a rectangle of its height in a group of a role."""
    return Block(gap, height, 0, lambda y: Group(role, (Shape(Box(0, y, 10, height), 0, "#000000", "", 0),)), in_list)


def column(x: float, height: float) -> Box:
    """A column to pour into."""
    return Box(x, 10, 40, height)


def shapes(marks: list[Mark]) -> list[Box]:
    """Where the rectangles stand."""
    return [mark.box for mark in leaves(tuple(marks)) if isinstance(mark, Shape)]


sizes = st.floats(0.5, 20)
kinds = st.sampled_from([("P", ""), ("P", ""), ("H2", ""), ("LI", "one"), ("LI", "two")])
blocks_of = st.lists(st.builds(lambda gap, height, kind: block(gap, height, *kind), sizes, sizes, kinds), min_size=1, max_size=14)
columns_of = st.lists(st.floats(45, 90), min_size=1, max_size=4).map(
    lambda heights: [column(50 * place, height) for place, height in enumerate(heights)]
)


def faults(blocks: list[Block], boxes: list[Box], poured: Poured) -> list[str]:
    """What is wrong with blocks poured into boxes."""
    found = []
    placed = [shapes(marks) for marks in poured.marks]
    if [each.height for column in placed for each in column] != [each.height for each in blocks]:
        found.append("not every block once, in order")
    for box, column in zip(boxes, placed, strict=True):
        if any(each.x != box.x for each in column) or (column and abs(column[0].y - box.y) > TINY):
            found.append("a column does not begin at its top left")
        if box is not boxes[-1] and column and column[-1].bottom > box.bottom + TINY and len(column) > 1:
            found.append("a column runs over")
        if any(after.y < before.bottom - TINY for before, after in zip(column, column[1:], strict=False)):
            found.append("two blocks overlap")
    last = max((each.bottom for each in placed[-1]), default=boxes[-1].y)
    if abs(poured.over_mm - max(0.0, last - boxes[-1].bottom)) > TINY:
        found.append("what is over is not what is said")
    return found


@given(blocks_of, columns_of)
def test_every_block_stands_once_in_order(blocks: list[Block], boxes: list[Box]) -> None:
    """Blocks stand below each other from the top of each column, none over another, and what is left over is told in mm."""
    assert faults(blocks, boxes, pour(blocks, boxes)) == []


def test_a_wrong_pour_is_found() -> None:
    """Twin: blocks left out, moved, on top of each other, or over without a word."""
    boxes = [column(0, 50), column(50, 50)]
    blocks = [block(1, 20) for _ in range(4)]
    good = pour(blocks, boxes)
    first, second = good.marks
    assert faults(blocks, boxes, good) == []
    assert faults(blocks, boxes, good._replace(marks=[first[:1], second])) == ["not every block once, in order"]
    assert "a column does not begin at its top left" in faults(blocks, boxes, good._replace(marks=[first, first]))
    assert "two blocks overlap" in faults(blocks, boxes, good._replace(marks=[[first[0], first[0]], second]))
    assert faults(blocks, boxes, good._replace(over_mm=1)) == ["what is over is not what is said"]
    tall = [*first, block(0, 20).draw(52)]
    assert "a column runs over" in faults([*blocks[:2], *blocks[:1], *blocks[2:]], boxes, good._replace(marks=[tall, second]))


@given(blocks_of, columns_of)
def test_no_heading_ends_a_column(blocks: list[Block], boxes: list[Box]) -> None:
    """A heading goes to the next column with what it heads, unless it is the last block of all."""
    poured = pour(blocks, boxes)
    last_of_all = blocks[-1].height
    for marks in poured.marks[:-1]:
        last = marks[-1] if marks else None
        if isinstance(last, Group) and last.role == "H2":
            assert [box.height for box in shapes([last])] == [last_of_all]


def test_a_heading_is_moved_with_its_company() -> None:
    """Where heading and paragraph do not both fit, both stand in the next column; a paragraph alone would have stayed."""
    boxes = [column(0, 50), column(50, 50)]
    for role, count in (("H2", 1), ("P", 2)):
        poured = pour([block(0, 40), block(0, 5, role), block(0, 20)], boxes)
        assert len(shapes(poured.marks[0])) == count
    assert pour([block(0, 40), block(0, 5, "H2"), block(0, 20)], boxes).over_mm == 0


def test_neighbours_of_one_list_stand_in_one_list() -> None:
    """Items of a list are grouped in each column, and lists of other names apart."""
    blocks = [block(0, 20, "LI", "one"), block(0, 20, "LI", "one"), block(0, 20, "LI", "one"), block(0, 20, "LI", "two"), block(0, 5)]
    poured = pour(blocks, [column(0, 50), column(50, 50)])
    made = [[(mark.role, len(mark.marks)) for mark in marks if isinstance(mark, Group)] for marks in poured.marks]
    assert made == [[("L", 2)], [("L", 1), ("L", 1), ("P", 1)]]


@pytest.mark.parametrize(("height", "over"), [(50, 0), (50.005, 0.005), (60, 10), (500, 450)])
def test_too_much_is_said(height: float, over: float) -> None:
    """A block higher than the last column runs on below it, and by how much is said."""
    assert pour([block(3, height)], [column(0, 50)]).over_mm == pytest.approx(over)


def test_the_gap_before_the_first_block_of_a_column_is_dropped() -> None:
    """Every column begins at its top, whatever gap its first block has."""
    poured = pour([block(9, 30), block(9, 30)], [column(0, 50), column(50, 50)])
    assert [shapes(marks)[0].y for marks in poured.marks] == [10, 10]
