"""Numbers, days and times as a spreadsheet shows them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.tables.excel.formats import BUILT_IN, shown, shown_value, words_around

MARCH_7, HALF_PAST_TWO = 46_453, 46_453 + 14.5 / 24


@pytest.mark.parametrize(
    ("number", "shape", "text"),
    [
        (24, '0" people"', "24 people"),
        (24, 'General" people"', "24 people"),
        (24, "0\\ \\p", "24 p"),
        (7, "00000", "00007"),
        (441632960, "00000 000000", "00441 632960"),
        (1234567890, "00\\-00\\-00", "123456-78-90"),
        (1234567, "#,##0", "1,234,567"),
        (1000, "0,000", "1,000"),
        (999, "#,##0", "999"),
        (12345, "#,##0,", "12"),
        (1_250_000, '0.0,,"m"', "1.3m"),
        (0, "#,##0", "0"),
        (0, "#", ""),
        (3.0, "0.#", "3"),
        (0.25, "0.##", "0.25"),
        (1.0, "0.0", "1.0"),
        (0.385, "0.0#%", "38.5%"),
        (1.5, "# ?/?", "1 1/2"),
        (2, "# ?/?", "2"),
        (0, "# ?/?", "0"),
        (1 / 3, "# ??/??", "1/3"),
        (0.5, "# ?/8", "4/8"),
        (1.5, "?/?", "3/2"),
        (1e13, "# ?/?", "10000000000000"),
        (-5, "#,##0;[Red](#,##0)", "(5)"),
        (-5, "0", "-5"),
        (-0.2, "0", "0"),
        (0, '0;-0;"none"', "none"),
        (3, ";;;", ""),
        (12, '[<100]0" few";0" many"', "12 few"),
        (120, '[<100]0" few";0" many"', "120 many"),
        (1, '[=1]0" dog";0" dogs"', "1 dog"),
        (5, '"five"', "five"),
        (5, "@", "5"),
        (5, "[Blue]", "5"),
        (12345, "0.00E+00", "12345"),
        (1e300, "0.00", "1e+300"),
    ],
)
def test_numbers(number: float, shape: str, text: str) -> None:
    """Zeros in front, words, thousands, fractions, percentages and sections for some numbers are as on the
    screen.
    """
    assert shown(number, shape) == text


@pytest.mark.parametrize(
    ("number", "shape", "text"),
    [
        (MARCH_7, "mmm-yy", "Mar-27"),
        (MARCH_7, "mmmm yyyy", "March 2027"),
        (MARCH_7, "d mmm", "7 Mar"),
        (MARCH_7, "dddd", "Sunday"),
        (MARCH_7, "yyyy", "2027"),
        (MARCH_7, "mmmmm", "M"),
        (MARCH_7, "[$-809]dd mmmm yyyy;@", "2027-03-07"),
        (MARCH_7, "dd/mm/yy", "2027-03-07"),
        (HALF_PAST_TWO, "dd/mm/yyyy", "2027-03-07"),
        (HALF_PAST_TWO, "dd/mm/yyyy hh:mm", "2027-03-07 14:30"),
        (HALF_PAST_TWO, "h:mm AM/PM", "2:30 PM"),
        (HALF_PAST_TWO, "hh:mm:ss", "14:30:00"),
        (0.0, "h AM/PM", "12 AM"),
        (26 / 24, "[h]:mm", "26:00"),
        (26 / 24, "h:mm", "2:00"),
        (75 / 1440, '[m]" min"', "75 min"),
        (90.4 / 86_400, "mm:ss.0", "01:30.0"),
        (-1 / 24, "[h]:mm", "-1:00"),
        (-1, "dd/mm/yyyy", "-1"),
        (1e300, "[h]", "1e+300"),
        (1, "d mmm", "1 Jan"),
        (61, "d mmm", "1 Mar"),
    ],
)
def test_days_and_times(number: float, shape: str, text: str) -> None:
    """A day with its year is written year-month-day, which nobody can misread; all else as on the screen."""
    assert shown(number, shape) == text


def test_days_from_1904() -> None:
    """A workbook from an old Mac, which counts from 1904, has the days that it shows."""
    assert shown(MARCH_7 - 1_462, "mmm-yy", from_1904=True) == "Mar-27"


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        ("1", "b", "TRUE"),
        ("0", "b", "FALSE"),
        ("2027-03-12T00:00:00", "d", "2027-03-12"),
        ("2027-03-12T14:30", "d", "2027-03-12 14:30"),
        ("soon", "d", "soon"),
        ("ten", "n", "ten"),
        ("1e999", "n", "1e999"),
        ("nan", "n", "nan"),
    ],
)
def test_values_that_are_no_numbers(value: str, kind: str, text: str) -> None:
    """Yes or no, days in words, and what is no number although its cell says so, spoil nothing."""
    assert shown_value(value, kind, "General", from_1904=False) == text


@pytest.mark.parametrize(
    ("shape", "around"),
    [
        ("@", ("", "")),
        ('@" (draft)"', ("", " (draft)")),
        ('0;0;0;"Dr "@', ("Dr ", "")),
        (";;;", None),
        ("0;0", ("", "")),
        ("0", ("", "")),
    ],
)
def test_words_around_texts(shape: str, around: tuple[str, str] | None) -> None:
    """A format may put words around a text, or hide it."""
    assert words_around(shape) == around


@given(
    st.floats(allow_nan=False, allow_infinity=False), st.text('0#?.,%/;E+-@ymdhs[]"\\_*<>=1 ', max_size=20)
)
def test_any_format(number: float, shape: str) -> None:
    """Whatever stands in a format, every number has a text of one line in it."""
    assert "\n" not in shown(number, shape)


@given(st.dates(dt.date(1900, 3, 1), dt.date(9900, 1, 1)))
def test_any_day(day: dt.date) -> None:
    """Every day since March 1900 is read from its number."""
    assert shown((day - dt.date(1899, 12, 30)).days, BUILT_IN["14"]) == day.isoformat()
