"""Figures in texts: found as people write them, and bold where they count something."""

from __future__ import annotations

import pytest

from casedeck.model.figures import figures, thin_figures
from casedeck.model.text import Span, rich
from tests.support.cases import case, claims
from tests.support.library import figures_of
from tests.support.values import changed


def test_figures_are_found_as_people_write_them() -> None:
    """Money, percentages, thousands, millions, scores, ordinals, ranges and a comma that ends a clause."""
    text = "In 2016, £155k and £15bn; 5m, 0.01% and 37/40, 14th of 2,000, aged 11–25, 28% up, 26,000."
    found = list(figures(text))
    assert (
        " ".join(figure.text for figure in found)
        == "2016 £155k £15bn 5m 0.01% 37/40 14 2,000 11 25 28% 26,000"
    )
    assert all(text[figure.start : figure.end] == figure.text for figure in found)


def test_figures_of_a_case() -> None:
    """Those of its texts and opportunities, but not of its title, which is a name, nor of its sources."""
    (opportunity,) = claims("Storytelling")
    told = changed(opportunity, text=rich("All 12 told it."))
    made = case(
        "x", title="Route 66", strapline=rich("Over 7 years."), opportunities=(told,), sources=("Page 99",)
    )
    assert figures_of(made) == {"7", "12"}


def test_a_figure_half_in_bold_is_thin() -> None:
    """A figure is bold from its first to its last character, or it is thin."""
    assert thin_figures(
        (Span("Over "), Span("26", bold=True), Span(",000 meals and "), Span("5", bold=True))
    ) == ["26,000"]
    assert thin_figures(rich("Over 26,000 meals and 5 of 7.")) == ["26,000", "5", "7"]


@pytest.mark.parametrize(
    "text",
    [
        "Since 2014, in 1999.",
        "In the Times 100 list.",
        "On A4 paper.",
        "After Covid-19 came.",
        "They met on May 5.",
    ],
)
def test_years_and_parts_of_names_may_be_thin(text: str) -> None:
    """A year, and a number that stands in a name or date, counts nothing."""
    assert thin_figures(rich(text)) == []


@pytest.mark.parametrize(
    ("text", "thin"),
    [
        ("Over 40 came.", "40"),
        ("They came. Some 40 stayed.", "40"),
        ("It was so: Some 40 stayed.", "40"),
        ("For Timpson 40% stayed.", "40%"),
        ("For Timpson £40 is much.", "£40"),
        ("Some 2150 stayed.", "2150"),
    ],
)
def test_a_number_after_a_capital_may_still_count(text: str, thin: str) -> None:
    """The first word of a sentence is no name, and money and shares are never part of one."""
    assert thin_figures(rich(text)) == [thin]
