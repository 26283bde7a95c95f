"""Whether a case passes a condition."""

from __future__ import annotations

import pytest

from casedeck.choose.has import Has
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
    assert Has(field, tuple(values), HERE).passes(case("a")) is passed


@pytest.mark.parametrize("word", ["", "!", "-"])
def test_nothing_said(word: str) -> None:
    """A case that says nothing about its location is never found by location."""
    assert not Has("location", (word,), HERE).passes(case("a", location=""))


@pytest.mark.parametrize(
    ("values", "words"), [(("Health",), "benefit Health"), (("Health", "Skills"), "benefit Health or Skills")]
)
def test_in_words(values: tuple[str, ...], words: str) -> None:
    """A condition is said as a person would say it."""
    assert Has("benefit", values, HERE).in_words() == words
