"""Colours and the light that they stand for."""

from __future__ import annotations

import pytest

from casedeck.model.colour import channels, in_grey, light_of, linear, written


@pytest.mark.parametrize("colour", ["#000000", "#040404", "#1D2530", "#00558C", "#F2B33D", "#FFFFFF"])
def test_light_comes_back_as_it_was_written(colour: str) -> None:
    """A colour that is made light and written again is the same."""
    assert written(linear(colour)) == pytest.approx(channels(colour), abs=1e-6)


def test_grey_has_no_colour() -> None:
    """What is grey already stays, and red becomes the grey that is as light."""
    assert written(in_grey(light_of((0.5, 0.5, 0.5)))) == pytest.approx((0.5,) * 3)
    assert written(in_grey(light_of((1.0, 0.0, 0.0)))) == pytest.approx((0.4985,) * 3, abs=0.001)
