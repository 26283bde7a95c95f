"""Days, times and lengths of time as a spreadsheet shows them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from casedeck.tables.excel.shapes import Token

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LAST_DAY = 2_950_000
"""Days after the year 9976 are none that anybody means."""
_LONGEST = 10_000_000
"""How many days a length of time may have."""


def shown_date(number: float, tokens: Sequence[Token], *, from_1904: bool = False) -> str:
    """A number of days in a format; one that names a day, a month and a year is written year-month-day, and
    nothing for no date.
    """
    named = _with_minutes(tokens)
    if any(token.kind == "passed" for token in tokens):
        return _length(number, named) if abs(number) < _LONGEST else ""
    if not 0 <= number < _LAST_DAY:
        return ""
    moment = _moment(number, from_1904=from_1904)
    letters = {text[0] for kind, text in named if kind in ("date", "month")}
    if {"y", "M", "d"} <= letters:
        return (
            moment.date().isoformat()
            if moment.time() == dt.time() or "h" not in letters
            else f"{moment:%Y-%m-%d %H:%M}"
        )
    halves = any(kind == "halves" for kind, _ in named)
    return "".join(_shown(kind, text, moment, halves=halves) for kind, text in named).strip()


def _with_minutes(tokens: Sequence[Token]) -> list[tuple[str, str]]:
    """The tokens as pairs, a month's letter large: minutes are the m that follow hours or come before
    seconds.
    """
    made = [(token.kind, token.text) for token in tokens]
    timed = [index for index, (kind, _) in enumerate(made) if kind in ("date", "passed")]
    minutes = {after for before, after in pairwise(timed) if made[before][1][0] == "h"}
    minutes |= {before for before, after in pairwise(timed) if made[after][1][0] == "s"}
    months = {
        at for at, (kind, text) in enumerate(made) if kind == "date" and text[0] == "m" and at not in minutes
    }
    return [("month", text.upper()) if at in months else (kind, text) for at, (kind, text) in enumerate(made)]


def _moment(number: float, *, from_1904: bool) -> dt.datetime:
    """The day and time that a number stands for, to the nearest second."""
    seconds = round(number * 86_400)
    days, rest = divmod(seconds, 86_400)
    first = dt.datetime(1904, 1, 1) if from_1904 else dt.datetime(1899, 12, 31 if days < 60 else 30)  # noqa: DTZ001  # no time zones here
    return first + dt.timedelta(days=days, seconds=rest)


def _shown(kind: str, text: str, moment: dt.datetime, *, halves: bool) -> str:
    if kind == "halves":
        return ("AM", "PM")[moment.hour > 11][: 1 if text == "a/p" else 2]
    if kind == "digit":
        return "0"
    if kind not in ("date", "month"):
        return text if kind in ("word", "mark") else ""
    hour = (moment.hour % 12 or 12) if halves else moment.hour
    numbers = {"M": moment.month, "d": moment.day, "h": hour, "m": moment.minute, "s": moment.second}
    if text[0] in "ye":
        return f"{moment.year:04}" if len(text) > 2 or text[0] == "e" else f"{moment.year % 100:02}"
    if text[0] in "Md" and len(text) > 2:
        name = _MONTHS[moment.month - 1] if text[0] == "M" else _DAYS[moment.weekday()]
        return name[: {3: 3, 5: 1}.get(len(text), 20)]
    return f"{numbers[text[0]]:0{min(len(text), 2)}}" if text[0] in numbers else ""


def _length(number: float, tokens: Sequence[tuple[str, str]]) -> str:
    """A length of time: what stands in brackets is counted to its end, as 26 hours are."""
    left = round(abs(number) * 86_400)
    made = "-" if number < 0 and left else ""
    for kind, text in tokens:
        size = {"h": 3_600, "m": 60, "s": 1}.get(text[:1].lower(), 0) if kind in ("date", "passed") else 0
        if size:
            whole, left = (
                divmod(left, size) if kind == "passed" else (left // size % {3_600: 24}.get(size, 60), left)
            )
            made += f"{whole:0{len(text)}}"
        elif kind != "date":
            made += text if kind in ("word", "mark") else "0" if kind == "digit" else ""
    return made.strip()
