"""Colours as others see them."""

from __future__ import annotations

import pytest

from casedeck.model.vision import COLOUR_BLIND, GREY, VISIONS, Colour, seen


@pytest.mark.parametrize("name", VISIONS)
def test_white_and_black_stay(name: str) -> None:
    """Nobody sees a colour in white, in black or in a grey."""
    for level in (0.0, 0.5, 1.0):
        assert seen((level, level, level), VISIONS[name]) == pytest.approx((level,) * 3, abs=0.004)


def test_known_colours() -> None:
    """Red and green are told apart by the colour-blind by their lightness alone, and grey has no colour."""
    red: Colour = (1.0, 0.0, 0.0)
    green: Colour = (0.0, 0.5, 0.0)
    for name in ("deuteranopia", "protanopia"):
        for colour in (red, green):
            one, other, _ = seen(colour, COLOUR_BLIND[name])
            assert abs(one - other) < 0.13
    assert seen(red, VISIONS[GREY]) == pytest.approx((0.4985,) * 3, abs=0.001)
    assert seen(red, COLOUR_BLIND["tritanopia"])[0] == pytest.approx(1.0)
