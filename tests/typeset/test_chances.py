"""Where a line may break inside a word."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.typeset.chances import chances, is_address

BROKEN = {
    "hyphens": ["well-·being", "co-·production", "self-·led-·ness", "(well-·being)", "“pay-·as-·you-·feel”"],
    "no hyphens between words": [
        "-5",
        "A-level",
        "T-shirt",
        "e-mail",
        "covid-19",
        "11-25",
        "well-",
        "-being",
        "--",
    ],
    "dashes": ["now—·then", "“now”—·then", "now–·then", "wait…·then", "now—", "—then", "now—.", "wait…"],
    "slashes": ["and/·or", "health/·wellbeing", "/path", "he/·she"],
    "signs that stand for words": ["yes|·no", "9/10", "24/7", "1/2", "km/h", "4|5"],
    "ranges and dates": [
        "2018-19",
        "2018–2019",
        "12/3/2027",
        "2027-03-12",
        "13:30–14:15",
        "9.30-10.15",
        "£2.78–£4.56",
    ],
    "addresses": [
        "https://·example.·org/·a-long/·way_·home?·and=·more",
        "www.example.·org/·path",
        "example.·org",
        "someone@·example.·org",
        "(https://·example.·org)",
        "example.·org.",
    ],
    "what only looks like one": ["e.g.", "U.K.", "3.5", "Dr.Who1", "a.m."],
    "Chinese": ["关·系·让·人·们·彼·此·信·任", "关·系。", "「关·系」", "关·系、·信·任"],
    "Japanese": ["ひ·と·と·の·つ·な·が·り", "コ·ミュ·ニ·ティ", "「つ·な·が·り」·は"],
    "hints": ["neigh\u00ad·bour\u00ad·hood", "long\u200b·word"],
}


def parted(word: str) -> str:
    """A word with a dot where a line may break."""
    places = [0, *(chance.at for chance in chances(word)), len(word)]
    return "·".join(word[start:end] for start, end in pairwise(places))


def wrong(words: Iterable[str]) -> list[str]:
    """How words break that do not break where their dots are."""
    return [found for word in words if (found := parted(word.replace("·", ""))) != word]


@pytest.mark.parametrize("kind", BROKEN)
def test_where_lines_may_break(kind: str) -> None:
    """Inside each word at its dots, and nowhere else."""
    assert wrong(BROKEN[kind]) == []


def test_other_breaks_are_seen() -> None:
    """Twin: a break that is missing and one too many are found."""
    assert wrong(["wellbeing", "well-being", "e-·mail", "2018-·19"]) == ["well-·being", "e-mail", "2018-19"]


def test_a_hyphen_is_shown_at_hints_only() -> None:
    """Where a word has its own hyphen, or says that it may break without one, none is added."""
    softs = {
        word: [chance.soft for chance in chances(word)]
        for word in ("neigh\u00adbour", "well-being", "long\u200bword", "self-\u00adled")
    }
    assert softs == {
        "neigh\u00adbour": [True],
        "well-being": [False],
        "long\u200bword": [False],
        "self-\u00adled": [False],
    }


@given(st.text("ab1-–—/|….,:?&@#=関系。「」ー\u00ad\u200b“”()", max_size=20))
def test_breaks_stand_inside(word: str) -> None:
    """Whatever a word is made of, its breaks are inside it, from left to right, each once."""
    places = [chance.at for chance in chances(word)]
    assert places == sorted(set(places))
    assert all(0 < place < len(word) for place in places)


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        *[
            (word, True)
            for word in (
                "https://a.org",
                "www.a.org",
                "a.org/b",
                "(a.org).",
                "mailto:a@b.org",
                "a@b.org",
                "a-b.co.uk?c=d",
            )
        ],
        *[
            (word, False)
            for word in ("e.g.", "3.5", "and/or", "a.m.", "well-being", "@home", "U.K.", "end.", "")
        ],
    ],
)
def test_addresses(word: str, wanted: bool) -> None:
    """What reaches a page or a person is one, whatever stands round it; abbreviations and numbers are
    none.
    """
    assert is_address(word) is wanted
