"""Blocks one below the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casedeck.compose.flow import Block, column, natural_height
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark, Shape, leaves

TINY = 1e-6


def block(gap: float, height: float, stretch: float, in_list: str = "") -> Block:
    """A block that draws a rectangle of its height."""

    def draw(y: float) -> Mark:
        return Shape(Box(0, y, 10, height), 0, "#000000", "", 0)

    return Block(gap, height, stretch, draw, in_list)


sizes = st.floats(0, 20)
columns = st.lists(
    st.builds(block, sizes, sizes, sizes, st.sampled_from(["", "", "one", "two"])), min_size=1, max_size=12
)


def boxes(marks: tuple[Mark, ...]) -> list[Box]:
    """Where the rectangles stand."""
    return [mark.box for mark in leaves(marks) if isinstance(mark, Shape)]


@given(columns, st.floats(0, 100), st.floats(0, 100))
def test_blocks_keep_their_order_and_never_overlap(blocks: list[Block], top: float, spare: float) -> None:
    """Each block is where the one before ends, or further down by at least its gap; the first is at the
    top.
    """
    placed = boxes(column(blocks, top, natural_height(blocks) + spare))
    assert [box.height for box in placed] == [each.height for each in blocks]
    assert placed[0].y == top
    for above, below, each in zip(placed, placed[1:], blocks[1:], strict=False):
        assert each.gap - TINY <= below.y - above.bottom <= each.gap + each.stretch + TINY


@given(columns, st.floats(0, 100), st.floats(0, 100))
def test_blocks_end_within_the_height(blocks: list[Block], top: float, spare: float) -> None:
    """What fits its column never leaves it."""
    height = natural_height(blocks) + spare
    assert boxes(column(blocks, top, height))[-1].bottom <= top + height + TINY


@given(columns, st.floats(0, 1))
def test_spare_height_is_all_used_as_far_as_gaps_stretch(blocks: list[Block], share: float) -> None:
    """A column with no more spare height than its gaps can take ends at its foot."""
    room = sum(each.stretch for each in blocks[1:])
    height = natural_height(blocks) + share * room
    assert abs(boxes(column(blocks, 0, height))[-1].bottom - height) < TINY * 10


@given(columns)
def test_an_overfull_column_is_set_tight(blocks: list[Block]) -> None:
    """Where there is too little height, gaps are as small as they may be, and nothing overlaps."""
    placed = boxes(column(blocks, 0, natural_height(blocks) / 2))
    assert abs(placed[-1].bottom - natural_height(blocks)) < TINY * 10


def test_neighbours_of_one_list_are_one_list() -> None:
    """Two lists that touch stay two, and a paragraph between items parts a list."""
    blocks = [block(1, 2, 0, name) for name in ("one", "one", "two", "", "two")]
    marks = column(blocks, 0, 100)
    assert [(mark.role, len(mark.marks)) if isinstance(mark, Group) else "shape" for mark in marks] == [
        ("L", 2),
        ("L", 1),
        "shape",
        ("L", 1),
    ]


def test_an_empty_column_is_empty() -> None:
    """No blocks, no height, no marks."""
    assert natural_height([]) == 0
    assert column([], 10, 20) == ()
