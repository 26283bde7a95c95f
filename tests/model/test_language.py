"""How a language puts lists, numbers, days and times."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.model.language import Language, parted
from casedeck.wording import joined, numbered
from tests.support.sheets import LANGUAGE

OTHER = Language(
    {
        "next": "{next} < {list}",
        "last": "{list} & {last}",
        "range": "{first}..{last}",
        "either": "{high} / {low}",
        "several": "{count} x {thing}",
        "paper in all": "{sheets} = all",
        "one sheet of": "a {paper}",
        "sheets of": "{paper} x {count}",
        "decimal point": ",",
        "letters": "A",
    },
    {
        "day": "{year}, {month}, {day} ({weekday})",
        "weekdays": "m, t, w, h, f, s, u",
        "months": "1st, 2nd, 3rd, 4th, 5th, 6th, 7th, 8th, 9th, 10th, 11th, 12th",
        "clock": "{hour}h{minute}",
        "later": "{minutes} later",
    },
    {},
    {},
)
"""A made-up language with its own way for everything."""


def test_paper_is_added_up_as_the_words_say() -> None:
    """The sheets of each paper are added up, in the order in which papers come; one is said as one."""
    printed = [("A4", 2), ("A3", 1), ("A4", 5)]
    assert LANGUAGE.paper_in_all(printed) == "In all: 7 sheets of A4, 1 sheet of A3."
    assert OTHER.paper_in_all(printed) == "a A3 < A4 x 7 = all"


def test_lists_are_put_as_the_words_say() -> None:
    """Where a comma stands, and what stands before the last, is the language's business."""
    assert [LANGUAGE.joined(texts) for texts in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert LANGUAGE.row(["a", 2, "c"]) == "a, 2, c"
    assert OTHER.joined(["a", "b", "c"]) == "b < a & c"
    assert OTHER.row([]) == ""


@given(st.lists(st.text("ab{}", max_size=4), min_size=1, max_size=6))
def test_texts_are_never_taken_for_placeholders(texts: list[str]) -> None:
    """A list of any texts, braces among them, is the same as the messages of casedeck have it."""
    assert LANGUAGE.joined(texts) == joined(texts, len(texts))


@given(st.sets(st.integers(1, 60), max_size=20).map(sorted))
def test_numbers_are_listed_as_in_messages(numbers: list[int]) -> None:
    """Runs of three or more are ranges, on pages as in messages."""
    assert LANGUAGE.numbered(numbers) == numbered(numbers)


def test_numbers_are_put_as_the_words_say() -> None:
    """Ranges, alternatives, counts and decimals, in the order and with the signs of the language."""
    assert OTHER.numbered([1, 2, 3, 7]) == "1..3 & 7"
    assert (OTHER.either([5, 3, 4]), OTHER.either([4, 4])) == ("5 / 3", "4")
    assert (OTHER.thing("dots", 72), OTHER.thing("timer", 1)) == ("72 x dots", "timer")
    assert (OTHER.decimal(11.2), LANGUAGE.decimal(11.2), LANGUAGE.decimal(16.0)) == ("11,2", "11.2", "16")
    assert LANGUAGE.letters(28)[:2] + LANGUAGE.letters(28)[25:] == ("A", "B", "Z", "AA", "BB")


@pytest.mark.parametrize(
    ("date", "said", "other"),
    [
        (dt.date(2027, 3, 12), "Friday 12 March 2027", "2027, 3rd, 12 (f)"),
        (dt.date(2028, 12, 3), "Sunday 3 December 2028", "2028, 12th, 3 (u)"),
        (None, "", ""),
    ],
)
def test_days_are_put_as_the_words_say(date: dt.date | None, said: str, other: str) -> None:
    """Weekday, day, month and year stand in the order of the language, in its own names."""
    assert (LANGUAGE.day(date), OTHER.day(date)) == (said, other)


def test_the_clock_is_put_as_the_words_say() -> None:
    """A time of day, or how long after the start where none is known."""
    assert (LANGUAGE.clock(dt.time(9, 5), 35), LANGUAGE.clock(None, 35)) == ("09:05", "+35")
    assert (OTHER.clock(dt.time(13, 30), 0), OTHER.clock(None, 0)) == ("13h30", "0 later")


def test_names_are_parted_at_commas() -> None:
    """Spaces beside commas do not count."""
    assert parted("one,two ,  three") == ("one", "two", "three")
