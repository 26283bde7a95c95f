"""Reading ease: Flesch's formula, fed with about the right numbers of syllables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.rules.reading_ease import reading_ease, syllables


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("trust", 1),
        ("helped", 1),
        ("local", 2),
        ("together", 3),
        ("community", 4),
        ("organisation", 5),
        ("Organisation", 5),
        ("", 1),
    ],
)
def test_syllables(word: str, number: int) -> None:
    """Everyday words have as many syllables as people hear, in British spelling and whatever their
    capitals.
    """
    assert syllables(word) == number


def test_the_formula() -> None:
    """Ten words of one syllable in two sentences come to 206.835 - 1.015 x 5 - 84.6 x 1."""
    for texts in (
        ["We ask for trust first. It has to be earned."],
        ["We ask for trust first", "It has to be won."],
    ):
        assert reading_ease(texts, 10) == pytest.approx(206.835 - 1.015 * 5 - 84.6, abs=0.001)


def test_figures_are_no_words() -> None:
    """A figure neither makes a text longer nor divides a sentence at its point."""
    assert reading_ease(["We ask for 0.5 of 26,000 first."], 5) == reading_ease(["We ask for of first."], 5)


def test_sentences_end_with_their_signs() -> None:
    """A full stop inside quotation marks or before a bracket ends a sentence too."""
    assert reading_ease(["“We ask.” They wait. (We ask.) They wait?"], 8) == reading_ease(
        ["We ask", "They wait", "We ask", "They wait"], 8
    )


def test_too_few_words_say_nothing() -> None:
    """Fewer words than are asked for have no reading ease, and no words at all never have."""
    assert reading_ease(["One two three."], 4) is None
    assert reading_ease(["One two three."], 3) is not None
    assert reading_ease([], 0) is None
    assert reading_ease(["26,000 … 5%"], 0) is None


def test_longer_words_and_sentences_are_harder() -> None:
    """Both lower the reading ease."""
    easy = reading_ease(["We help them. They help us."], 1)
    longer = reading_ease(["We help them and they help us."], 1)
    harder = reading_ease(["Organisations facilitate collaboration. Communities participate."], 1)
    assert easy is not None
    assert longer is not None
    assert harder is not None
    assert easy > longer > harder


@given(st.lists(st.text(), max_size=5))
def test_any_text(texts: list[str]) -> None:
    """Whatever is given, there is a number or nothing."""
    ease = reading_ease(texts, 1)
    assert ease is None or ease < 207
