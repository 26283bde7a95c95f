"""A case study, its words, and what is left when a field is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.model.case_study import CaseStudy, shortened, usual_words
from casedeck.model.text import word_count
from tests.support.samples import SAMPLES, sample_case

CUTTABLE = [name for name in sample_case().texts() if name != "keywords"]


def lengths(case: CaseStudy) -> dict[str, int]:
    """The words of each field."""
    return {name: word_count(*pieces) for name, pieces in case.texts().items()}


@given(st.sampled_from(SAMPLES), st.sampled_from(CUTTABLE), st.integers(1, 90))
def test_shortened_cuts_one_field_to_so_many_words(name: str, field: str, words: int) -> None:
    """The field has the first so many words, or all it had; every other field is as it was."""
    case = sample_case(name)
    before = lengths(case)
    assert lengths(shortened(case, field, words)) == {**before, field: min(words, before[field])}


@pytest.mark.parametrize("field", CUTTABLE)
def test_every_field_is_known_by_its_usual_length(field: str) -> None:
    """Each field that can be cut has a usual length, so that the longest for its kind can be found."""
    assert 8 <= usual_words(field) <= 83


def test_benefits_are_all_as_long_as_each_other() -> None:
    """The usual length of a benefit or enabler does not depend on which of the three it is."""
    assert [usual_words(f"benefits {number}") for number in (1, 2, 3)] == [8, 8, 8]
    assert [usual_words(f"enablers {number}") for number in (1, 2, 3)] == [11, 11, 11]


def test_fields_come_in_the_order_in_which_they_are_read() -> None:
    """Title, strapline, spotlight, overview, keywords, benefits, enablers, key learning."""
    names = [name for name, _ in sample_case("short-words").fields()]
    claims = [f"{kind} {number}" for kind in ("benefits", "enablers") for number in (1, 2, 3)]
    assert names == [
        "title",
        "strapline",
        "relationship spotlight",
        "overview",
        "keywords",
        *claims,
        "key learning",
    ]


def test_words_of_a_case_are_those_of_its_fields() -> None:
    """Headings, category names and opportunities do not count."""
    case = sample_case("short-words")
    assert case.words == sum(lengths(case).values()) == 44


def test_a_field_knows_its_place_in_the_file() -> None:
    """A benefit has a line of its own; a field that is absent has the file's."""
    case = sample_case("short-words")
    assert case.place("benefits 2").line == case.place("benefits 1").line + 1
    assert case.place("link") == case.place("")
