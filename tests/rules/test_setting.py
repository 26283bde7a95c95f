"""Lines that run into something, and headings that end in one word."""

from __future__ import annotations

import pytest

from casedeck.model.geometry import Box
from casedeck.model.page import Group, Image, Mark, Raster
from casedeck.rules.setting import headings_end_well, nothing_overlaps
from tests.support.finished import filled, icon, line, told

PICTURE = Image(Box(15, 25, 20, 20), Raster("logo", 1, 1, b"\0\0\0", b""), "")


@pytest.mark.parametrize(
    ("mark", "what"),
    [
        (line("Others", x=45, y=31), 'has "Some words", which runs into "Others"'),
        (PICTURE, 'has "Some words", which runs into a picture'),
        (filled("#E6F1F8", x=30), 'has "Some words", which runs into the edge of a box in #E6F1F8'),
        (filled("#E6F1F8", y=28), 'has "Some words", which runs into the edge of a box in #E6F1F8'),
    ],
)
def test_text_runs_into_something(mark: Mark, what: str) -> None:
    """P112 says which words, and what they run into."""
    (said,) = told(nothing_overlaps, mark, line())
    assert f'P112 page 3, "Timpson", {what}; shorten the text' in said


def test_text_under_a_box() -> None:
    """A box painted over words is P112 as well."""
    assert "which runs into a box in #E6F1F8 over it" in told(nothing_overlaps, line(), filled("#E6F1F8"))[0]


def test_what_stands_clear_passes() -> None:
    """Words inside a box, above one another, on a box that hides the edge of another, beside a
    picture or in the middle of a drawing are none.
    """
    assert told(nothing_overlaps, filled("#E6F1F8"), line(y=28), line(y=33)) == []
    assert told(nothing_overlaps, filled("#E6F1F8", x=30), filled("#FFFFFF"), line()) == []
    assert told(nothing_overlaps, PICTURE, line(x=36), icon("#000000", x=40, y=26)) == []


def heading(*lines: tuple[str, float], role: str = "H1") -> Group:
    """A heading of lines so many mm wide."""
    return Group(
        role, tuple(line(text, y=20 + 8 * at, width=width) for at, (text, width) in enumerate(lines))
    )


@pytest.mark.parametrize("role", ["H1", "H2"])
def test_a_heading_that_ends_in_one_word(role: str) -> None:
    """A short word alone on the last line is P111 with the word."""
    (said,) = told(headings_end_well, heading(("A heading that is", 60), ("long", 12), role=role))
    assert 'P111 page 3, "Timpson", has a heading with one word on its last line, "long"' in said


@pytest.mark.parametrize(
    "good",
    [
        heading(("A heading", 60)),
        heading(("Word", 12)),
        heading(("A heading that", 60), ("is long", 20)),
        heading(("What got", 20), ("better", 14)),
        heading(("A text that is", 60), ("long", 12), role="P"),
    ],
)
def test_headings_that_end_well(good: Group) -> None:
    """One line, two words at the end, a word that fills its line, and what is no heading are none."""
    assert told(headings_end_well, good) == []
