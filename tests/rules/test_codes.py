"""QR codes that a telephone could not read."""

from __future__ import annotations

import pytest

from casedeck.model.geometry import Box
from casedeck.model.page import Line, Mark, Shape
from casedeck.rules.codes import codes_large, codes_read
from tests.support.finished import code, filled, icon, line, told


def test_a_black_code_on_white_is_read() -> None:
    """Squares of half a millimetre, black on paper or on a white box, are no problem."""
    assert told(codes_read, code(16.5), line(x=10, y=20)) == []
    assert told(codes_large, code(16.5)) == []
    assert told(codes_read, filled("#FFFFFF", 40, 30, 60, 60), code()) == []


def test_small_squares() -> None:
    """Squares under half a millimetre are P110 with their side, as advice: a long link stops no deck."""
    assert told(codes_read, code(16.0)) == []
    (said,) = told(codes_large, code(16.0))
    assert 'P110 page 3, "Timpson", has a QR code with squares of 0.48mm; 0.5mm is the least' in said


def test_colours_are_black_on_white() -> None:
    """Any other colour, of the code or behind it, is P110 with both."""
    assert "a QR code in #00558C on #FFFFFF" in told(codes_read, code(colour="#00558C"))[0]
    assert "a QR code in #000000 on #E6F1F8" in told(codes_read, filled("#E6F1F8", 40, 30, 60, 60), code())[0]


@pytest.mark.parametrize(
    "mark",
    [
        line("https://example.org", x=45, y=64),
        icon("#000000", x=45, y=35),
        filled("#FFFFFF", 10, 20, 45, 45),
        Line(40, 40.5, 100, 40.5, 1, "#000000"),
        Shape(Box(60, 50, 40, 40), 0, "", "#000000", 1),
    ],
)
def test_the_quiet_zone_is_free(mark: Mark) -> None:
    """Letters, drawings, boxes and rules in it are P110, also around a code without one of its own."""
    assert any("other ink nearer than 4 of its squares" in said for said in told(codes_read, code(), mark))
    beside = line(x=76, y=50)
    assert told(codes_read, code(25), beside) == []
    assert told(codes_read, code(25, margin=0), beside)
