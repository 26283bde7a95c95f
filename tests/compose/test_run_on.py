"""Blocks that run on through columns in their order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casedeck.compose.flow import Block
from casedeck.compose.pour import Running, pour, run_on
from casedeck.model.geometry import Box
from tests.compose.test_pour import block, column, shapes

SIZES = st.lists(st.tuples(st.floats(0.5, 6), st.floats(0.5, 30)), min_size=1, max_size=12)
HEIGHTS = st.lists(st.floats(31, 90), min_size=1, max_size=4)


def blocks_of(sizes: list[tuple[float, float]]) -> list[Block]:
    """Blocks with these gaps and heights, the first one 1 mm wide and each a millimetre wider."""
    return [block(gap, height, name=number) for number, (gap, height) in enumerate(sizes, 1)]


def columns_of(heights: list[float]) -> list[Box]:
    """Columns of these heights beside each other."""
    return [column(50 * place, height) for place, height in enumerate(heights)]


@given(SIZES, HEIGHTS)
def test_blocks_run_on_in_order(sizes: list[tuple[float, float]], heights: list[float]) -> None:
    """Every block comes once, in order, from the first column on, and none reaches below its column unless
    that is said.
    """
    boxes = columns_of(heights)
    poured = run_on([Running(blocks_of(sizes))], boxes)
    placed = [shapes(marks) for marks in poured.marks]
    assert [round(each.width) for found in placed for each in found] == list(range(1, len(sizes) + 1))
    assert (round(placed[0][0].width), placed[0][0].y) == (1, boxes[0].y)
    over = max(found[-1].bottom - box.bottom for found, box in zip(placed, boxes, strict=True) if found)
    assert max(0.0, over) <= max(0.0, poured.over_mm) + 0.02


def test_poured_sections_may_begin_further_on() -> None:
    """Twin: sections poured whole leave the first column empty where only the second has room for all of
    them.
    """
    blocks, boxes = blocks_of([(1, 20), (1, 20), (1, 20)]), columns_of([50, 70])
    assert [len(marks) for marks in pour([blocks], boxes).marks] == [0, 3]
    assert [len(marks) for marks in run_on([Running(blocks)], boxes).marks] == [2, 1]


def widths_of(lists: list[Running], heights: list[float]) -> list[list[int]]:
    """How wide each block is that stands in each of the columns of these heights."""
    return [
        [round(each.width) for each in shapes(marks)] for marks in run_on(lists, columns_of(heights)).marks
    ]


def test_what_runs_on_begins_again() -> None:
    """A list that goes on in a further column has its words for that above it there, and only there."""
    again = block(0, 5, name=40)
    lists = [Running(blocks_of([(1, 20), (1, 20), (1, 20)]), again)]
    assert widths_of(lists, [50, 50]) == [[1, 2], [40, 3]]
    assert widths_of(lists, [70, 50]) == [[1, 2, 3], []]
    assert widths_of(lists, [30, 30, 30]) == [[1], [40, 2], [40, 3]]


def test_what_begins_together_stays_together() -> None:
    """A list whose first blocks do not fit what is left of a column begins in the next; one block alone would
    begin at the foot.
    """
    first, second = blocks_of([(1, 20)]), blocks_of([(1, 20), (1, 20)])
    assert widths_of([Running(first), Running(second, None, 2)], [45, 45]) == [[1], [1, 2]]
    assert widths_of([Running(first), Running(second)], [45, 45]) == [[1, 1], [2]]


def test_what_fits_no_column_begins_where_it_can() -> None:
    """Blocks that fit no column together begin at the top of one, with no column left empty before them."""
    assert widths_of([Running(blocks_of([(1, 20), (1, 20), (1, 20)]), None, 3)], [45, 45]) == [[1, 2], [3]]
