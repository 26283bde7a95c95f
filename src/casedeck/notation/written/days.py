"""Dates: 2027-03-12, 12/3/2027, 12 March 2027, Friday 12th March 2027."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

from casedeck.notation.written import Wrong, plain
from casedeck.wording import short

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_WORDS = re.compile(r"(?:(?:[a-z]{2,9}|[0-9]{1,4}(?:st|nd|rd|th)?)(?:[/.-]|[.,]? |$))+")
_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)\b")
_MIDNIGHT = re.compile(r"(?<=[0-9])[t ]00:00(?::00)?$")
_THIS_CENTURY = 70
"""Two figures below this are a year of this century, as in 12/3/27."""
_EXAMPLE = "write it like 2027-03-12 or 12 March 2027"


def read_date(text: str) -> dt.date | Wrong:
    """The day meant. The day comes before the month, unless the year comes first; a weekday must agree."""
    words = _MIDNIGHT.sub("", plain(text))
    if len(words) > 60 or not _WORDS.fullmatch(words):
        return _no_date(text)
    parts = [
        part for part in re.findall("[a-z]+|[0-9]+", _ORDINAL.sub("", words)) if part not in ("of", "the")
    ]
    weekdays = [day for part in parts if (day := _named(part, DAYS)) is not None]
    parts = [part for part in parts if _named(part, DAYS) is None]
    if len(weekdays) > 1:
        return _no_date(text)
    found = _day_month_year(parts)
    if found is None:
        return _half_said(text, parts) or _no_date(text)
    if max(len(parts[0]), len(parts[2])) == 2 and parts[1].isdecimal() and "-" in words:
        return Wrong(
            f'"{short(text)}" may begin with the year or with the day',
            "write the year in full, like 2027-03-12",
        )
    return _checked(text, *found, weekdays)


def _day_month_year(parts: list[str]) -> tuple[int, int, int] | None:
    """The three numbers, by where the year and the month's name stand; None where they are none."""
    if len(parts) != 3:
        return None
    if parts[0].isdecimal() and len(parts[0]) == 4:
        parts = [*reversed(parts)]
    elif _named(parts[0], MONTHS) is not None:
        parts = [parts[1], parts[0], parts[2]]
    day, month, year = parts
    if (
        not day.isdecimal()
        or not year.isdecimal()
        or len(day) > 2
        or len(year) not in (2, 4)
        or not _month(month)
    ):
        return None
    century = 0 if len(year) == 4 else 2000 if int(year) < _THIS_CENTURY else 1900
    return int(day), _month(month), century + int(year)


def _checked(text: str, day: int, month: int, year: int, weekdays: list[int]) -> dt.date | Wrong:
    """The date, as long as there is one."""
    if month > 12 and day <= 12 and day and month <= monthrange(max(year, 1), day)[1]:
        return Wrong(
            f'"{short(text)}" has no month {month}',
            f"write {year:04}-{day:02}-{month:02}, or {month}/{day}/{year}",
        )
    if not (1 <= month <= 12 and year and day):
        return _no_date(text)
    most = monthrange(year, month)[1]
    if day > most:
        return Wrong(f'"{short(text)}" is not a date; {MONTHS[month - 1]} {year} has {most} days', _EXAMPLE)
    date = dt.date(year, month, day)
    if weekdays and date.weekday() != weekdays[0]:
        name = f"{day} {MONTHS[month - 1]} {year}"
        message = f"{name} is a {DAYS[date.weekday()]}, not a {DAYS[weekdays[0]]}"
        return Wrong(message, f"write {date.isoformat()}, or the date of the {DAYS[weekdays[0]]}")
    return date


def _half_said(text: str, parts: list[str]) -> Wrong | None:
    """What is missing from a month with a day or a year; None for anything else."""
    named = [MONTHS[_month(part) - 1] for part in parts if part.isalpha() and _month(part)]
    number = next((part for part in parts if part.isdecimal()), "")
    if len(parts) != 2 or not named or not number:
        return None
    if len(number) == 4:
        return Wrong(f'"{short(text)}" has no day', f"write it with its day, like 1 {named[0]} {number}")
    return Wrong(f'"{short(text)}" has no year', f"write it with its year, like {number} {named[0]} 2027")


def _no_date(text: str) -> Wrong:
    return Wrong(f'"{short(text)}" is not a date', _EXAMPLE)


def _named(word: str, names: tuple[str, ...]) -> int | None:
    """Which of the names a word is, in full or cut to three letters or more: Sept, Weds."""
    word = {"weds": "wed", "thurs": "thu", "tues": "tue"}.get(word, word)
    return next(
        (number for number, name in enumerate(names) if len(word) > 2 and name.lower().startswith(word)), None
    )


def _month(word: str) -> int:
    """The month's number; 0 for what is none."""
    if word.isdecimal():
        return int(word) if len(word) < 3 else 0
    named = _named(word, MONTHS)
    return 0 if named is None else named + 1
