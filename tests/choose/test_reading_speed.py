"""How long cards take to read."""

from __future__ import annotations

from casedeck.choose.reading_speed import median_words, reading_minutes
from casedeck.model.deck import Card
from casedeck.model.reason import BY_NAME, Reason
from tests.session.support import case


def deck(*lengths: int) -> list[Card]:
    """Cards of so many words."""
    empty = case("word").words - 1
    return [
        Card(case("word", words=length - empty), number, len(lengths), Reason(BY_NAME))
        for number, length in enumerate(lengths, 1)
    ]


def test_the_median_card_takes_as_long_as_the_design_says() -> None:
    """166 words at 175 a minute."""
    assert round(reading_minutes(166), 2) == 0.95


def test_a_stop_at_the_gallery_takes_a_minute_and_a_half() -> None:
    """Reading the median card and 33 seconds to move and note are 90 seconds."""
    assert round(reading_minutes(166) * 60 + 33) == 90


def test_the_median_is_the_card_in_the_middle() -> None:
    """An odd deck has a middle card, an even one the mean of two, an empty one none."""
    assert median_words(deck(300, 10, 20)) == 20
    assert median_words(deck(300, 10, 20, 25)) == 22.5
    assert median_words([]) == 0
