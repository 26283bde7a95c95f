"""Times with their units."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.notation.amounts import Duration
from tests.support.reading import read

UNITS = {"s": 1, "sec": 1, "second": 1, "seconds": 1, "min": 60, "minute": 60, "minutes": 60}


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("60 seconds", 60),
        ("1 second", 1),
        ("45s", 45),
        ("45 Seconds", 45),
        ("45 s", 45),
        ("30 sec", 30),
        ("1.5 minutes", 90),
        ("2min", 120),
        ("0.25 minute", 15),
        ("1,5 minutes", 90),
        ("one minute", 60),
        ("1 min 30 s", 90),
        ("half a minute", 30),
        ("60  s", 60),
        ("1 hour", 3600),
    ],
)
def test_times(text: str, seconds: float) -> None:
    """A number with its unit is a time in seconds."""
    assert read(Duration(), text) == (seconds, [])


@pytest.mark.parametrize(
    "text", ["60", "1:30", "-1 s", "1e3 s", "12345 s", "1.234 min", "s", "soon", "1 s 2 min"]
)
def test_what_is_no_time(text: str) -> None:
    """Whatever has no unit, another one, or no number is refused with what was typed and an example."""
    message = (
        f'test.yaml:1:1: V108 "{text}" is not a time with its unit; write it like 60 seconds or 1.5 minutes'
    )
    assert read(Duration(), f'"{text}"') == (None, [message])


def test_a_list_is_no_time() -> None:
    """A list is refused as one."""
    assert read(Duration(), "[60 s]")[1] == [
        'test.yaml:1:1: V103 here stands a list where a time such as "60 seconds" is needed'
    ]


@given(st.integers(0, 999_999), st.sampled_from(list(UNITS)), st.sampled_from(["", " "]))
def test_any_time(hundredths: int, unit: str, space: str) -> None:
    """Any number with up to two decimals is read to the hundredth of a second, and the schema accepts what is
    read.
    """
    text = f"{hundredths // 100}.{hundredths % 100:02d}{space}{unit}"
    assert read(Duration(), text) == (round(hundredths * UNITS[unit] / 100, 2), [])
    assert re.search(Duration().schema()["pattern"], text)
