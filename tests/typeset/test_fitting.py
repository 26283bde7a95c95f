"""Finding the largest size that fits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casedeck.typeset.fitting import STEP_PT, largest


def tried_one_by_one(limit: float, low: float, high: float) -> float | None:
    """The answer by trying every size."""
    sizes = [low + step * STEP_PT for step in range(int((high - low) / STEP_PT) + 1)] + [high]
    return max((size for size in sizes if size <= limit), default=None)


@given(st.floats(-0.1, 1.1), st.integers(40, 80), st.integers(0, 60))
def test_the_largest_is_the_largest(share: float, low: int, steps: int) -> None:
    """The answer is the one found by trying every size."""
    low_pt, high_pt = low * STEP_PT, (low + steps) * STEP_PT
    limit = low_pt + share * (high_pt - low_pt)
    assert largest(lambda size: size <= limit, low_pt, high_pt) == tried_one_by_one(limit, low_pt, high_pt)


@given(st.floats(-0.1, 1.1), st.floats(10, 20), st.floats(0, 5))
def test_the_largest_is_the_largest_off_the_grid(share: float, low: float, span: float) -> None:
    """The same where the range is no whole number of steps, as with a theme whose smallest size is 12.1
    points.
    """
    limit = low + share * span
    assert largest(lambda size: size <= limit, low, low + span) == tried_one_by_one(limit, low, low + span)


def test_nothing_fits() -> None:
    """None, where even the smallest size does not fit."""
    assert largest(lambda _: False, 12, 14) is None


def test_few_sizes_are_tried() -> None:
    """Halving finds one of 81 sizes in at most eight tries."""
    tried: list[float] = []

    def fits(size: float) -> bool:
        tried.append(size)
        return size <= 17.3

    assert largest(fits, 10, 30) == 17.25
    assert len(tried) <= 8
