"""The case studies that ship: facts as in their sources, words as the cards need them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from casedeck.model.case_study import shortened
from casedeck.model.text import Span, rich
from tests.support.decks import stems
from tests.support.figures import figures
from tests.support.library import incomplete, library, thin_figures, wrong_figures, wrong_lengths
from tests.support.values import changed

FIGURES: Mapping[str, Mapping[str, str]] = yaml.safe_load((Path(__file__).parent / "figures.yaml").read_text("utf-8"))
CASES = stems("assets/case-studies")


def test_every_case_study_has_its_figures_listed() -> None:
    """One entry for each file, and none without a file: 48 cases, 29 of them with a full card."""
    assert sorted(FIGURES) == CASES
    assert sorted(library().cases) == CASES
    assert len(CASES) == 48
    assert sum(case.full for case in library().cases.values()) == 29


@pytest.mark.parametrize("name", CASES)
def test_no_figure_is_changed_added_or_lost(name: str) -> None:
    """The figures of a case are those of its source, all of them and no other."""
    assert list(wrong_figures(library().cases[name], FIGURES[name])) == []


@pytest.mark.parametrize("name", CASES)
def test_figures_in_benefits_are_bold(name: str) -> None:
    """Wherever a figure stands in a benefit, it is bold from its first to its last character, unless it is a year or part of a name."""
    assert thin_figures(library().cases[name]) == []


@pytest.mark.parametrize("name", CASES)
def test_fields_are_as_long_as_the_cards_are_made_for(name: str) -> None:
    """Each field, and the card as a whole, is within the ranges of the cards that the faces were measured on."""
    assert list(wrong_lengths(library().cases[name])) == []


@pytest.mark.parametrize("name", CASES)
def test_cards_are_complete(name: str) -> None:
    """Three benefits, three enablers, three keywords, a source; type of place, sector and location where the collection gives them."""
    assert list(incomplete(library().cases[name])) == []


def test_a_changed_added_or_lost_figure_is_found() -> None:
    """The check names what is not in the source and what is missing."""
    timpson = library().cases["timpson"]
    wrong = changed(timpson, strapline=rich("Over 2,001 shops"))
    assert list(wrong_figures(wrong, FIGURES["timpson"])) == ["2,001 is not in the source"]
    assert list(wrong_figures(timpson, [*FIGURES["timpson"], "12%"])) == ["12% is missing"]
    assert list(wrong_figures(shortened(timpson, "benefits 1", 1), FIGURES["timpson"])) == ["61% is missing"]


def test_figures_are_found_as_people_write_them() -> None:
    """Money, percentages, thousands, millions, scores, ordinals, ranges and a comma that ends a clause."""
    text = "In 2016, £155k and £15bn; 5m, 0.01% and 37/40, 14th of 2,000, aged 11–25, 28% up, 26,000."
    case = changed(library().cases["migrateful"], strapline=rich(text))
    assert figures(case) == {"2016", "£155k", "£15bn", "5m", "0.01%", "37/40", "14", "2,000", "11", "25", "28%", "26,000"}


def test_a_figure_half_in_bold_is_found() -> None:
    """All of it is bold, or it is found; a year is not."""
    case = library().cases["migrateful"]
    thin = changed(case.benefits[0], text=(Span("Over "), Span("26", bold=True), Span(",000 meals in 2018 and "), Span("5", bold=True)))
    assert thin_figures(changed(case, benefits=(thin, *case.benefits[1:]))) == ["26,000"]


def test_fields_that_are_too_long_or_too_short_are_found() -> None:
    """One word more or less than the range is named with field, count and limits."""
    case = library().cases["timpson"]
    for count, strapline in ((15, "word " * 15), (10, "word " * 10)):
        assert f"strapline has {count} words, not 11 to 14" in wrong_lengths(changed(case, strapline=rich(strapline.strip())))
    assert next(wrong_lengths(shortened(case, "overview", 58))) == "overview has 58 words, not 59 to 83"


def test_a_card_that_lacks_something_is_found() -> None:
    """Each lack is named."""
    case = library().cases["timpson"]
    assert list(incomplete(changed(case, benefits=case.benefits[:2]))) == ["benefits are not three different ones"]
    assert list(incomplete(changed(case, enablers=(case.enablers[0],) * 3))) == ["enablers are not three different ones"]
    assert list(incomplete(changed(case, sources=(" ",)))) == ["no source"]
    assert list(incomplete(changed(case, sectors=()))) == ["no type of place, sector or location, which the collection gives"]
