"""Small words that messages are put together from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.wording import count, joined, numbered, things


@pytest.mark.parametrize(
    ("number", "noun", "text"),
    [
        (0, "card", "0 cards"),
        (1, "card", "1 card"),
        (1200, "card", "1,200 cards"),
        (1, "copy", "1 copy"),
        (2, "copy", "2 copies"),
        (3, "case study", "3 case studies"),
        (1, "person", "1 person"),
        (24, "person", "24 people"),
    ],
)
def test_count(number: int, noun: str, text: str) -> None:
    """One has its noun as it is, any other number its plural, thousands a comma."""
    assert count(number, noun) == text


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("a", "a"),
        ("ab", "a and b"),
        ("abcd", "a, b, c and d"),
        ("abcde", "a, b, c and 2 more"),
        ("abcdefgh", "a, b, c and 5 more"),
    ],
)
def test_joined(words: str, text: str) -> None:
    """Words are listed as people do it, with how many more there are."""
    assert joined(list(words)) == text


@given(st.integers(1, 30), st.integers(2, 10))
def test_joined_names_or_counts_everything(number: int, most: int) -> None:
    """No more than so many are named, and those named and those counted are all of them."""
    text = joined(["word"] * number, most)
    named = text.count("word")
    counted = int(text.rsplit(" and ", 1)[1].split()[0]) if text.endswith("more") else 0
    assert named + counted == number
    assert named <= most


def test_things() -> None:
    """Things to bring begin small, in their order, with a count where there is more than one."""
    assert things([("Sticky dots", 72), ("Timer", 1), ("A4 paper", 2)]) == [
        "sticky dots (72)",
        "timer",
        "a4 paper (2)",
    ]
    assert things([]) == []


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([], ""),
        ([3], "3"),
        ([2, 5], "2 and 5"),
        ([2, 4, 5], "2, 4 and 5"),
        ([12, 13, 14, 15, 16, 17, 18], "12 to 18"),
        ([1, 4, 5, 6, 8, 9, 11, 12, 13], "1, 4 to 6, 8, 9 and 11 to 13"),
    ],
)
def test_numbers_are_listed_as_people_do(numbers: list[int], said: str) -> None:
    """Three or more in a row are a range, and the last comes after "and", however many there are."""
    assert numbered(numbers) == said
