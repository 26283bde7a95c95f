"""The net of a tuck box, folded by arithmetic."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.compose.sheets.tuck_net import (
    GLUE,
    LEAST_DEPTH,
    NOTCH_DEPTH,
    SPARE,
    TONGUE,
    TUCK,
    Net,
    dashed,
    depth_of,
)
from casedeck.model.geometry import Size

ROUNDING = 1e-6
nets = st.builds(
    Net,
    st.builds(Size, st.floats(45, 200), st.floats(45, 300)),
    st.floats(LEAST_DEPTH, 40),
    st.floats(0, 50),
    st.floats(0, 50),
)


@pytest.mark.parametrize(("sheets", "weight", "depth"), [(48, 200, 12.56), (4, 200, 5), (29, 350, 13.165)])
def test_depth_follows_from_cards_and_paper(sheets: int, weight: int, depth: float) -> None:
    """Each sheet of 200 g/m² is 0.22 mm thick, and 2 mm are to spare; no box is less than 5 mm deep."""
    assert depth_of(sheets, weight) == pytest.approx(depth)


def test_a_card_has_room() -> None:
    """Inside it is 3 mm wider and higher than the cards as they stand."""
    net = Net.around(Size(99, 142), 10)
    assert net.front == Size(99 + SPARE, 142 + SPARE)


@given(nets)
def test_the_net_folds_up(net: Net) -> None:
    """Front and back are equal, the sides are as wide as lid and bottom are deep, and what is glued or tucked
    in is no longer than what it lies behind.
    """
    glue, side, front, other, back = [net.panel(number) for number in range(5)]
    assert front.width == pytest.approx(back.width) == pytest.approx(net.front.width)
    assert side.width == pytest.approx(other.width) == pytest.approx(net.depth)
    _, lid, top, bottom, tongue, end = net.rows
    assert top - lid == pytest.approx(net.depth) == pytest.approx(tongue - bottom)
    assert glue.width == pytest.approx(GLUE)
    assert max(TUCK, end - tongue) <= net.front.height
    assert 2 * net.dust <= net.front.width
    assert front.bottom - front.y > TUCK + NOTCH_DEPTH


@given(nets)
def test_it_is_cut_out_in_one_line(net: Net) -> None:
    """The line to cut along ends where it began, stays inside what the net says it takes, reaches each of its
    edges, and meets every end of a fold.
    """
    lines = [*net.cuts()]
    assert all(one[1] == other[0] for one, other in zip(lines, [*lines[1:], lines[0]], strict=True))
    corners = net.outline()
    assert min(x for x, _ in corners) == pytest.approx(net.x)
    assert min(y for _, y in corners) == pytest.approx(net.y)
    assert max(x for x, _ in corners) == pytest.approx(net.x + net.size.width)
    assert max(y for _, y in corners) == pytest.approx(net.y + net.size.height)
    for fold in net.folds():
        for end in fold:
            assert min(distance(end, line) for line in lines) < ROUNDING


def distance(point: tuple[float, float], line: tuple[tuple[float, float], tuple[float, float]]) -> float:
    """How far a point is from a line between two points."""
    (x, y), ((x1, y1), (x2, y2)) = point, line
    length = math.dist(*line) ** 2
    along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return math.dist(point, (x1 + along * (x2 - x1), y1 + along * (y2 - y1)))


def test_a_fold_that_ends_inside_the_paper_is_seen() -> None:
    """Twin: the middle of the front is on no line to cut along."""
    net = Net(Size(102, 145), 12)
    x, y, width, height = net.panel(2)
    assert min(distance((x + width / 2, y + height / 2), line) for line in net.cuts()) > TONGUE


@given(st.floats(0.5, 300))
def test_broken_lines_reach_both_ends(length: float) -> None:
    """The first dash begins where the line does, the last ends where it ends, and none lies on another."""
    pieces = [(one[0], other[0]) for one, other in dashed(((0.0, 0.0), (length, 0.0)))]
    assert pieces[0][0] == 0
    assert pieces[-1][1] == pytest.approx(length)
    assert all(one[1] < other[0] for one, other in pairwise(pieces))
