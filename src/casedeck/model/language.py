"""How a language puts things: lists, numbers, days and times, and what a file says of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from casedeck.model.text import filled
from casedeck.wording import runs

Words = Mapping[str, str]
"""Words of a locale by their names, with placeholders to be filled in."""


class Language(NamedTuple):
    """The words of a locale that have no sheet of their own: `lists` for what is strung together, `days` for
    days and the time of day, `times` for stretches of time, `files` for the titles and tags of a PDF,
    `cutting` for what is to be done with printed paper.
    """

    lists: Words
    days: Words
    times: Words
    files: Words
    cutting: Words = MappingProxyType({})

    def row(self, texts: Iterable[object]) -> str:
        """Texts one after the other: "a, b, c"; nothing for none."""
        row = ""
        for place, text in enumerate(texts):
            row = filled(self.lists["next"], list=row, next=text) if place else str(text)
        return row

    def joined(self, texts: Sequence[str]) -> str:
        """Texts as people list them: "a, b and c"; nothing for none."""
        if len(texts) < 2:
            return self.row(texts)
        return filled(self.lists["last"], list=self.row(texts[:-1]), last=texts[-1])

    def numbered(self, numbers: Iterable[int]) -> str:
        """Ascending numbers as people list them, three or more in a row as a range: "1, 4 to 9 and 12"."""
        return self.joined([text for run in runs(numbers) for text in self._run(run)])

    def _run(self, run: Sequence[int]) -> list[str]:
        if len(run) < 3:
            return [str(number) for number in run]
        return [filled(self.lists["range"], first=run[0], last=run[-1])]

    def either(self, counts: Iterable[int]) -> str:
        """The lowest and the highest of some counts: "5", or "4 or 5" where they differ."""
        low, high = min(found := tuple(counts)), max(found)
        return str(low) if low == high else filled(self.lists["either"], low=low, high=high)

    def thing(self, name: str, count: int) -> str:
        """A thing with how many there are of it: "sticky dots (72)", "timer"."""
        return filled(self.lists["several"], thing=name, count=count) if count > 1 else name

    def paper_in_all(self, printed: Sequence[tuple[str, int]]) -> str:
        """The paper that files take together, each with the name of its paper and its sheets: "In all: 56
        sheets of A4, 14 sheets of A3.".
        """
        told = []
        for paper in dict.fromkeys([paper for paper, _ in printed]):
            count = sum([sheets for name, sheets in printed if name == paper])
            words = self.lists["one sheet of" if count == 1 else "sheets of"]
            told.append(filled(words, count=count, paper=paper))
        return filled(self.lists["paper in all"], sheets=self.row(told))

    def decimal(self, number: float) -> str:
        """A number with its decimals: "11.2", "16"."""
        return f"{number:g}".replace(".", self.lists["decimal point"])

    def letters(self, count: int) -> tuple[str, ...]:
        """Names for so many walls: A, B … Z, then AA, BB and so on."""
        letters = parted(self.lists["letters"])
        size = len(letters)
        return tuple([letters[place % size] * (place // size + 1) for place in range(count)])

    def day(self, date: dt.date | None) -> str:
        """A day in words: "Friday 12 March 2027"; nothing for none."""
        if date is None:
            return ""
        weekday, month = (
            parted(self.days["weekdays"])[date.weekday()],
            parted(self.days["months"])[date.month - 1],
        )
        return filled(self.days["day"], weekday=weekday, day=date.day, month=month, year=date.year)

    def clock(self, time: dt.time | None, minute: int) -> str:
        """A time of day, "13:05"; where there is none, so many minutes after the start, "+35"."""
        if time is None:
            return filled(self.days["later"], minutes=minute)
        return filled(self.days["clock"], hour=f"{time:%H}", minute=f"{time:%M}")


@lru_cache(maxsize=32)
def parted(names: str) -> tuple[str, ...]:
    """The names in a text with commas between them: "one, two, three"."""
    return tuple([name.strip() for name in names.split(",")])
