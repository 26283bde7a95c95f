"""Lengths and boxes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casedeck.model.geometry import PT_PER_MM, UNITS, Box, Size, mm

lengths = st.floats(0.1, 500)


def test_an_inch_is_an_inch_in_every_unit() -> None:
    """72 points, 25.4 mm and 2.54 cm."""
    assert abs(mm(72) - 25.4) < 1e-9
    assert abs(72 * UNITS["pt"] - UNITS["in"]) < 1e-9
    assert abs(2.54 * UNITS["cm"] - UNITS["in"]) < 1e-9
    assert UNITS["mm"] == 1


@given(lengths)
def test_points_and_millimetres_lead_back_to_each_other(length: float) -> None:
    """What goes to points comes back the same."""
    assert abs(mm(length * PT_PER_MM) - length) < 1e-9


@given(lengths, lengths)
def test_a_sheet_turns(width: float, height: float) -> None:
    """Landscape has the long side across, portrait upright; both are the same sheet."""
    size = Size(width, height)
    assert size.landscape.width >= size.landscape.height
    assert size.portrait == Size(*reversed(size.landscape))
    assert sorted(size) == sorted(size.landscape)


@given(lengths, lengths, lengths, lengths, st.floats(-5, 5), st.floats(-5, 5))
def test_an_inset_box_keeps_its_middle(
    x: float, y: float, width: float, height: float, dx: float, dy: float
) -> None:
    """Every edge moves in by as much as was asked."""
    box = Box(x, y, width, height)
    small = box.inset(dx, dy)
    moved = (small.x - box.x, box.right - small.right, small.y - box.y, box.bottom - small.bottom)
    assert all(abs(found - wanted) < 1e-9 for found, wanted in zip(moved, (dx, dx, dy, dy), strict=True))
