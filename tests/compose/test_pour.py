"""Sections of blocks poured through columns."""

from __future__ import annotations

from itertools import count, groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.compose.flow import Block
from casedeck.compose.pour import Poured, pour
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark, Shape, leaves

TINY = 0.011
Sections = list[list[Block]]


def block(gap: float, height: float, in_list: str = "", *, name: float = 10) -> Block:
    """A block that draws a rectangle of its height; its width is its name."""
    return Block(
        gap,
        height,
        0,
        lambda y: Group("LI" if in_list else "P", (Shape(Box(0, y, name, height), 0, "", "#000000", 0),)),
        in_list,
    )


def column(x: float, height: float) -> Box:
    """A column to pour into."""
    return Box(x, 10, 40, height)


def shapes(marks: list[Mark]) -> list[Box]:
    """Where the rectangles stand."""
    return [mark.box for mark in leaves(tuple(marks)) if isinstance(mark, Shape)]


def named(sections: list[list[tuple[float, float, str]]]) -> Sections:
    """Sections of blocks, each with a name of its own: 1 to 99 in the first section, 101 on in the second."""
    return [
        [block(*each, name=100 * place + number) for number, each in enumerate(section, 1)]
        for place, section in enumerate(sections)
    ]


sizes = st.floats(0.5, 20)
sections_of = st.lists(
    st.lists(st.tuples(sizes, sizes, st.sampled_from(["", "", "one"])), min_size=1, max_size=5),
    min_size=1,
    max_size=5,
)
columns_of = st.lists(st.floats(45, 90), min_size=1, max_size=4).map(
    lambda heights: [column(50 * place, height) for place, height in enumerate(heights)]
)


def faults(sections: Sections, boxes: list[Box], poured: Poured) -> list[str]:
    """What is wrong with sections poured into boxes."""
    found = []
    placed = [shapes(marks) for marks in poured.marks]
    names = [round(each.width) for column in placed for each in column]
    wanted = [round(shapes([each.draw(0)])[0].width) for section in sections for each in section]
    if sorted(names) != wanted:
        return ["not every block once"]
    runs = [number for number, _ in groupby(names, lambda name: name // 100)]
    if len(runs) != len(set(runs)) or any(
        after < before and after // 100 == before // 100 for before, after in pairwise(names)
    ):
        found.append("a section is not in order")
    for box, column in zip(boxes, placed, strict=True):
        if any(each.x != box.x for each in column) or (column and abs(column[0].y - box.y) > TINY):
            found.append("a column does not begin at its top left")
        if box is not boxes[-1] and len(column) > 1 and column[-1].bottom > box.bottom + TINY:
            found.append("a column runs over")
        if any(after.y < before.bottom - TINY for before, after in pairwise(column)):
            found.append("two blocks overlap")
    last = max((each.bottom for each in placed[-1]), default=boxes[-1].y)
    if abs(poured.over_mm - max(0.0, last - boxes[-1].bottom)) > TINY:
        found.append("what is over is not what is said")
    return found


@given(sections_of.map(named), columns_of)
def test_every_block_stands_once_in_order(sections: Sections, boxes: list[Box]) -> None:
    """Each section stands in one piece and in order, from the top of each column, and what is left over is
    told in mm.
    """
    assert faults(sections, boxes, pour(sections, boxes)) == []


def test_a_wrong_pour_is_found() -> None:
    """Twin: blocks left out, out of order, on top of each other, in the wrong place, or over without a
    word.
    """
    boxes = [column(0, 50), column(50, 50)]
    sections = named([[(1, 20, "")] * 2, [(1, 20, "")] * 2])
    good = pour(sections, boxes)
    first, second = good.marks
    assert faults(sections, boxes, good) == []
    assert faults(sections, boxes, good._replace(marks=[first[:1], second])) == ["not every block once"]
    turned = [block(0, 20, name=name).draw(y) for name, y in ((2, 10), (1, 30))]
    assert faults(sections, boxes, good._replace(marks=[turned, second])) == ["a section is not in order"]
    assert "a column does not begin at its top left" in faults(
        sections, boxes, good._replace(marks=[second, first])
    )
    close = [block(0, 20, name=name).draw(y) for name, y in ((1, 10), (2, 15))]
    assert faults(sections, boxes, good._replace(marks=[close, second])) == ["two blocks overlap"]
    low = [block(0, 20, name=name).draw(y) for name, y in ((1, 10), (2, 50))]
    assert faults(sections, boxes, good._replace(marks=[low, second])) == ["a column runs over"]
    assert faults(sections, boxes, good._replace(over_mm=1)) == ["what is over is not what is said"]


@given(sections_of.map(named), columns_of)
def test_no_heading_ends_a_column(sections: Sections, boxes: list[Box]) -> None:
    """The first block of a section never stands alone at the foot of a column, unless it is the whole
    section.
    """
    alone = [100 * place + 1 for place, section in enumerate(sections) if len(section) == 1]
    for marks in pour(sections, boxes).marks[:-1]:
        last = shapes(marks)[-1:]
        assert all(round(each.width) % 100 != 1 or round(each.width) in alone for each in last)


def test_a_heading_is_moved_with_its_company() -> None:
    """Where heading and paragraph do not both fit, both stand in the next column."""
    poured = pour([[block(0, 40)], [block(0, 5), block(0, 20)]], [column(0, 50), column(50, 50)])
    assert [len(shapes(marks)) for marks in poured.marks] == [1, 2]


def test_a_hole_is_filled_by_a_later_section() -> None:
    """A section that fits the rest of a column as a whole comes before one that does not fit there; nothing
    is left over.
    """
    names = count(1)
    sections = [
        [block(0, height, name=next(names)) for height in heights] for heights in ((40,), (5, 20), (4, 5))
    ]
    poured = pour(sections, [column(0, 50), column(50, 25)])
    assert [[round(each.width) for each in shapes(marks)] for marks in poured.marks] == [[1, 4, 5], [2, 3]]
    assert poured.over_mm == 0


def test_neighbours_of_one_list_stand_in_one_list() -> None:
    """Items of a list are grouped in each column, and lists of other names apart."""
    section = [
        block(0, 20, "one"),
        block(0, 20, "one"),
        block(0, 20, "one"),
        block(0, 20, "two"),
        block(0, 5),
    ]
    poured = pour([section], [column(0, 50), column(50, 50)])
    made = [
        [(mark.role, len(mark.marks)) for mark in marks if isinstance(mark, Group)] for marks in poured.marks
    ]
    assert made == [[("L", 2)], [("L", 1), ("L", 1), ("P", 1)]]


@pytest.mark.parametrize(("height", "over"), [(50, 0), (50.005, 0.005), (60, 10), (500, 450)])
def test_too_much_is_said(height: float, over: float) -> None:
    """A block higher than the last column runs on below it, and by how much is said."""
    assert pour([[block(3, height)]], [column(0, 50)]).over_mm == pytest.approx(over)


def test_too_much_in_a_column_that_is_not_the_last_is_said() -> None:
    """A block higher than its column is reported, though others follow in the next."""
    assert pour(
        [[block(3, 20), block(3, 10), block(3, 70), block(3, 10)]],
        [column(0, 50), column(50, 50), column(100, 50)],
    ).over_mm == pytest.approx(20)


def test_the_gap_before_the_first_block_of_a_column_is_dropped() -> None:
    """Every column begins at its top, whatever gap its first block has."""
    poured = pour([[block(9, 30)], [block(9, 30)]], [column(0, 50), column(50, 50)])
    assert [shapes(marks)[0].y for marks in poured.marks] == [10, 10]


def test_empty_sections_take_no_room() -> None:
    """A section without blocks is left out."""
    assert [len(shapes(marks)) for marks in pour([[], [block(0, 5)], []], [column(0, 50)]).marks] == [1]
