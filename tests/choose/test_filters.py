"""Whether a case passes a condition."""

from __future__ import annotations

import pytest

from casedeck.choose.filters import in_words, passes
from casedeck.model.choice import Has
from tests.support.cases import HERE, case


@pytest.mark.parametrize(
    ("field", "values", "passed"),
    [
        ("benefit", ["Health"], True),
        ("benefit", ["health"], True),
        ("benefit", ["Skills", "Health"], True),
        ("benefit", ["Norms"], False),
        ("enabler", ["co design"], True),
        ("enabler", ["Health"], False),
        ("opportunity", ["Storytelling"], True),
        ("sector", ["Food"], True),
        ("type of place", ["Charity"], True),
        ("location", ["England"], True),
        ("location", ["leeds"], True),
        ("location", ["Leeds, England"], True),
        ("location", ["Eng"], False),
        ("keyword", ["Kind"], True),
        ("keyword", ["kin"], False),
        ("keyword", [""], False),
        ("keyword", ["!"], False),
    ],
)
def test_passes(field: str, values: list[str], passed: bool) -> None:
    """A case passes with any of the words under a field, whole words, without regard to case and hyphens."""
    assert passes(case("a"), Has(field, tuple(values), HERE)) is passed


@pytest.mark.parametrize("word", ["", "!", "-"])
def test_nothing_said(word: str) -> None:
    """A case that says nothing about its location is never found by location."""
    assert not passes(case("a", location=""), Has("location", (word,), HERE))


@pytest.mark.parametrize(
    ("values", "words"), [(("Health",), "benefit Health"), (("Health", "Skills"), "benefit Health or Skills")]
)
def test_in_words(values: tuple[str, ...], words: str) -> None:
    """A condition is said as a person would say it."""
    assert in_words(Has("benefit", values, HERE)) == words
