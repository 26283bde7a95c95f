"""Fields that hold numbers, lengths, times and days. How times and days are written is imported when one is
read: a deck of cards names none.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from casedeck.errors import Report
from casedeck.notation.fields import Schema, scalar, taken
from casedeck.notation.written import NUMBER_WORDS, any_of, framed
from casedeck.notation.written.numbers import FIGURES, SIDE, read_length, read_whole
from casedeck.notation.yaml import Node
from casedeck.wording import short


class Whole(NamedTuple):
    """A whole number from `low` to `high`, with or without one of the `nouns` behind it: 24 or 24 people."""

    low: int
    high: int
    nouns: tuple[str, ...] = ()

    def read(self, node: Node, report: Report) -> int | None:
        """The number."""
        text = scalar(node, report, "a whole number")
        return (
            None
            if text is None
            else taken(read_whole(text, self.low, self.high, self.nouns), node, "V105", report)
        )

    def schema(self) -> Schema:
        """An integer in its range, or a text that holds one."""
        noun = f"(?:\\s*{any_of(self.nouns)})?" if self.nouns else ""
        pattern = framed(f"(?:{FIGURES}|{any_of(tuple(NUMBER_WORDS))}){noun}")
        return {
            "anyOf": [
                {"type": "integer", "minimum": self.low, "maximum": self.high},
                {"type": "string", "pattern": pattern},
            ]
        }


class Length(NamedTuple):
    """A length with its unit, returned in mm."""

    low_mm: float
    high_mm: float

    def read(self, node: Node, report: Report) -> float | None:
        """The length in mm."""
        text = scalar(node, report, 'a length such as "10mm"')
        return (
            None
            if text is None
            else taken(read_length(text, self.low_mm, self.high_mm), node, "V107", report)
        )

    def schema(self) -> Schema:
        """A number with its unit."""
        return {"type": "string", "pattern": framed(SIDE)}


_COUNTED = framed(f"(?:[0-9¼½¾]|{any_of(('a', 'half', 'quarter', *NUMBER_WORDS))}).*")


class Duration(NamedTuple):
    """A time such as "90 seconds" or "1.5 minutes", returned in seconds."""

    def read(self, node: Node, report: Report) -> float | None:
        """The time in seconds."""
        from casedeck.notation.written.clock import read_seconds

        text = scalar(node, report, 'a time such as "60 seconds"')
        if text is None:
            return None
        found = read_seconds(text)
        if found is None:
            report.add(
                node.place,
                "V108",
                f'"{short(text)}" is not a time with its unit',
                "write it like 60 seconds or 1.5 minutes",
            )
        return found

    def schema(self) -> Schema:
        """A number with its unit."""
        from casedeck.notation.written.clock import SECONDS

        return {"type": "string", "pattern": framed(f".*{any_of(tuple(SECONDS))}(?![A-Za-z]).*")}


class InMinutes(NamedTuple):
    """A length of time from `low` to `high` minutes, such as 45, "45 minutes" or "1h30"; in whole minutes
    unless `parts`.
    """

    low: int
    high: int
    parts: bool = False

    def read(self, node: Node, report: Report) -> float | None:
        """The minutes; an int where they are whole."""
        from casedeck.notation.written.clock import read_seconds

        text = scalar(node, report, "a number of minutes")
        if text is None:
            return None
        seconds = read_seconds(text, 60)
        minutes = None if seconds is None else seconds / 60
        if minutes is not None and self.low <= minutes <= self.high and (self.parts or minutes.is_integer()):
            return minutes if self.parts else int(minutes)
        wanted = (
            f"a number from {self.low} to {self.high}"
            if self.parts
            else f"a whole number from {self.low} to {self.high}"
        )
        hint = (
            ""
            if minutes is not None or text.strip().lstrip("-").isdecimal()
            else "write it like 90, 90 minutes or 1h30"
        )
        report.add(node.place, "V105", f'"{short(text)}" is not {wanted}', hint)
        return None

    def schema(self) -> Schema:
        """A number in its range, or a text with a unit."""
        number = "number" if self.parts else "integer"
        text = {"type": "string", "pattern": _COUNTED}
        return {"anyOf": [{"type": number, "minimum": self.low, "maximum": self.high}, text]}


class Date(NamedTuple):
    """A day, written 2027-03-12, 12/3/2027 or 12 March 2027."""

    def read(self, node: Node, report: Report) -> dt.date | None:
        """The date."""
        from casedeck.notation.written.days import read_date

        text = scalar(node, report, "a date")
        return None if text is None else taken(read_date(text), node, "V108", report)

    def schema(self) -> Schema:
        """A text with the figures of a year."""
        return {"type": "string", "pattern": "[0-9]{2}"}


class TimeOfDay(NamedTuple):
    """A time of day, written 13:30 or 1.30pm."""

    def read(self, node: Node, report: Report) -> dt.time | None:
        """The time."""
        from casedeck.notation.written.clock import read_time

        text = scalar(node, report, "a time")
        return None if text is None else taken(read_time(text), node, "V108", report)

    def schema(self) -> Schema:
        """A text with figures or noon, or what an editor takes for a number: 14.30, 1430."""
        noon = any_of(("noon", "midday"))
        return {"anyOf": [{"type": "number"}, {"type": "string", "pattern": framed(f"[0-9].*|{noon}")}]}
