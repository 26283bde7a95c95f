"""How long cards take to read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.model.deck import Card
from casedeck.plan.error import PlanError
from casedeck.plan.reading import PACES, median_words, reading_minutes
from tests.plan.support import case


def deck(*lengths: int) -> list[Card]:
    """Cards of so many words."""
    empty = case("word").words - 1
    return [Card(case("word", words=length - empty), number, len(lengths), "") for number, length in enumerate(lengths, 1)]


@pytest.mark.parametrize(("pace", "minutes"), [("planning", 0.95), ("average", 0.70), ("gentle", 1.38)])
def test_the_median_card_takes_as_long_as_the_design_says(pace: str, minutes: float) -> None:
    """166 words at 175, 238 and 120 a minute."""
    assert round(reading_minutes(166, pace), 2) == minutes


def test_a_stop_at_the_gallery_takes_a_minute_and_a_half() -> None:
    """Reading the median card and 33 seconds to move and note are 90 seconds."""
    assert round(reading_minutes(166) * 60 + 33) == 90


@given(st.integers(0, 1000), st.sampled_from(sorted(PACES)))
def test_a_slower_pace_takes_longer(words: int, pace: str) -> None:
    """No pace is slower than gentle or quicker than average."""
    assert reading_minutes(words, "average") <= reading_minutes(words, pace) <= reading_minutes(words, "gentle")


def test_an_unknown_pace_is_refused() -> None:
    """The error names the paces there are."""
    with pytest.raises(PlanError, match=r'no reading pace "quick": use planning, average, gentle'):
        reading_minutes(166, "quick")


def test_the_median_is_the_card_in_the_middle() -> None:
    """An odd deck has a middle card, an even one the mean of two, an empty one none."""
    assert median_words(deck(300, 10, 20)) == 20
    assert median_words(deck(300, 10, 20, 25)) == 22.5
    assert median_words([]) == 0
