"""Measures that grow with the paper."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.compose import grid
from casedeck.compose.faces import sorter, wall
from casedeck.compose.layout import CardRange
from casedeck.compose.measures import LEAST, Measures, margin_on, measure_at, scaled, text_on
from casedeck.compose.sheets import heatmap
from casedeck.model.geometry import Size
from casedeck.model.paper import SIZES, Paper, nearest_setting, scale_of

A3 = scale_of(SIZES["A3"])
TABLES = [grid.MEASURES, wall.MEASURES, grid.BODY_PT]
scales = st.floats(0.3, 4)
lengths = st.floats(0.1, 200)


@pytest.mark.parametrize("table", TABLES)
def test_measures_are_as_said_at_a4_and_a3(table: Measures[tuple[float, ...]]) -> None:
    """What is said at A4 and at A3 is taken there to the last digit; a little beside it, it is not."""
    assert table.at(1.0) == table.at_a4
    assert table.at(A3) == table.at_a3
    assert table.at(1.01) != table.at_a4


@pytest.mark.parametrize(
    ("scale", "points"),
    [(1.0, 12.0), (A3, 16.0), ((1 + A3) / 2, 14.0), (0.5, 6.0), (2 * A3, 32.0)],
)
def test_a_measure_grows_with_the_paper(scale: float, points: float) -> None:
    """Between A4 and A3 it lies between theirs; on smaller and larger paper it goes with the size."""
    assert measure_at(scale, 12.0, 16.0) == pytest.approx(points)


@given(scales, scales, lengths, st.floats(1.0, 3.0))
def test_larger_paper_never_has_smaller_measures(one: float, other: float, at_a4: float, more: float) -> None:
    """Of two papers the larger has at least the measures of the smaller."""
    small, large = sorted((one, other))
    assert measure_at(small, at_a4, at_a4 * more) <= measure_at(large, at_a4, at_a4 * more) * (1 + 1e-9)


def test_no_paper_goes_below_the_least() -> None:
    """Margins stay where printers reach, codes as large as phones read, letters as large as people read; what
    has no least goes on shrinking.
    """
    tiny = grid.MEASURES.at(0.1)
    assert (tiny.side, tiny.qr, tiny.foot_pt) == (LEAST["side"], LEAST["qr"], LEAST["foot_pt"])
    assert tiny.tile == pytest.approx(0.95)
    assert margin_on(0.1) == LEAST["margin"]
    assert text_on(0.1, 12, 16) == LEAST["body_pt"] < text_on(1.2, 12, 16)
    assert scaled(heatmap.UPRIGHT, 0.1).body_pt == LEAST["body_pt"]


def test_every_least_is_of_a_measure() -> None:
    """Each name that has a least is one of a table's; and no table is held up by it at the size that it is
    made for.
    """
    tables: list[Any] = [grid.MEASURES.at_a4, wall.MEASURES.at_a4, heatmap.UPRIGHT, sorter.MEASURES.values]
    names = {name for table in tables for name in table._fields}
    assert LEAST.keys() - names == {"margin"}
    assert all(value >= LEAST.get(name, 0) for table in tables for name, value in table._asdict().items())


def test_a_paper_that_is_set_like_another_has_its_measures() -> None:
    """Letter is set like A4 whatever its size; without that, a paper goes by its own, and is nearest to one
    of the two.
    """
    letter = Paper("Letter", "Letter", Size(215.9, 279.4), "A4")
    assert letter.scale == 1.0
    assert letter._replace(set_like=False).scale == pytest.approx(279.4 / 297)
    assert [nearest_setting(size) for size in (Size(148, 210), Size(240, 340), Size(260, 370))] == [
        "A4",
        "A4",
        "A3",
    ]
    assert letter._replace(like="A3").large
    assert not letter.large


def test_what_is_made_for_one_card_grows_in_proportion_to_it() -> None:
    """As it is at its own size, twice as much at twice that; of body text only the greatest size grows."""
    own = scale_of(sorter.CARD)
    small, large = sorter.MEASURES.at(own), sorter.MEASURES.at(2 * own)
    assert small == sorter.MEASURES.values
    assert tuple(large) == pytest.approx([2 * each for each in small])
    sizes = CardRange(12, 12.5, own)
    assert [sizes.at(own * times) for times in (0.5, 1, 2)] == [(12, 12), (12, 12.5), (12, 25)]
