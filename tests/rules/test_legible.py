"""Letters and drawings that can hardly be read on a finished page."""

from __future__ import annotations

import pytest

from casedeck.model.page import Group
from casedeck.rules.legible import apart_in_grey, contrasts, large_enough
from tests.support.finished import filled, icon, line, told

GREY, DARK = "#808080", "#333333"


def test_letters_too_close_to_the_paper() -> None:
    """Grey of 3.9 to 1 is P107 with words, both colours, contrast, limit and way out; darker is none."""
    (said,) = told(contrasts, line(colour=GREY))
    assert said == (
        'test.yaml:1:1: P107 page 3, "Timpson", has "Some words" in #808080 on #FFFFFF, a contrast of 3.9 to '
        "1; 4.5 to 1 is the least that people can read; choose a darker or a lighter colour in the theme, or "
        "in the file that has it"
    )
    assert told(contrasts, line(colour="#757575")) == []


def test_what_is_painted_before_is_behind() -> None:
    """Letters stand on the last box painted before them that holds them, in whatever group it is."""
    assert "on #333333" in told(contrasts, filled(DARK), line())[0]
    assert told(contrasts, filled(DARK), Group("P", (filled("#FFFFFF"), line()))) == []
    assert told(contrasts, filled("#FFFFFF"), Group("P", (filled(DARK),)), line())
    assert told(contrasts, filled(DARK, y=60), line()) == []
    assert told(contrasts, line(), filled(DARK)) == []


@pytest.mark.parametrize(
    ("size", "weight", "passes"),
    [(17.9, "regular", False), (18, "regular", True), (13.9, "bold", False), (14, "bold", True)],
)
def test_large_letters_need_less(size: float, weight: str, passes: bool) -> None:
    """From 18 points, or 14 in bold, 3 to 1 is enough."""
    found = told(contrasts, line(size_pt=size, weight=weight, colour=GREY))
    assert (found == []) is passes


def test_each_run_of_a_line_counts() -> None:
    """A line whose second half is too light is found."""
    both = line()
    second = both.runs[0]._replace(text="light", colour=GREY)
    assert told(contrasts, both._replace(runs=(*both.runs, second)))


def test_a_drawing_needs_three_to_one() -> None:
    """An icon lighter than that is P107 with its name, and the same on a box where it shows is not."""
    (said,) = told(contrasts, icon("#AAAAAA"))
    assert "the drawing star in #AAAAAA on #FFFFFF, a contrast of 2.3 to 1; 3 to 1" in said
    assert told(contrasts, icon(GREY)) == []
    assert told(contrasts, filled("#000000"), icon("#AAAAAA")) == []


def test_a_drawing_in_two_strengths_may_be_faint_in_one() -> None:
    """Faint points of a figure pass where its others show in the very same place, and nowhere else."""
    assert told(contrasts, icon("#AAAAAA"), icon("#000000")) == []
    assert told(contrasts, icon("#AAAAAA"), icon("#000000", x=60))


def test_a_logo_has_colours_of_its_own() -> None:
    """A drawing without a colour is not judged."""
    assert told(contrasts, icon("")) == []


def test_letters_that_vanish_in_grey() -> None:
    """Red on green of one lightness is P113 however different they look; black on it is not."""
    red, green = "#C00000", "#2E7D32"
    (said,) = told(apart_in_grey, filled(green), line(colour=red, size_pt=30))
    assert (
        'P113 page 3, "Timpson", has "Some words" in #C00000 on #2E7D32, 6 apart in lightness; in grey'
        in said
    )
    assert told(apart_in_grey, filled("#A5D6A7"), line(colour="#000000")) == []


def test_small_letters() -> None:
    """Under 10 points is P108 with the smallest on the page; 10 points are none."""
    (said,) = told(large_enough, line(size_pt=9.9), line("Tiny", y=60, size_pt=8))
    assert 'P108 page 3, "Timpson", has "Tiny" in 8.0 points; 10 is the least' in said
    assert told(large_enough, line(size_pt=10)) == []
    assert told(large_enough) == []
