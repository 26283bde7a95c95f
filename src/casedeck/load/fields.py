"""What a field may hold. One description serves for reading, for messages and for the JSON Schema.

Every field has `read(node, report)`, which returns the value or records a problem and returns None, and `schema()`.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, NamedTuple, Protocol

from casedeck.errors import Report, did_you_mean
from casedeck.load.quote import short
from casedeck.load.wishes import way_out
from casedeck.load.yaml import Node, Scalar, Sequence
from casedeck.model.geometry import UNITS
from casedeck.model.vocabulary import Term, Vocabulary, key

Schema = dict[str, Any]

_UNSEEN = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
"""Control characters, line breaks that look like none, signs that turn the order of letters, and halves of characters."""


class Field(Protocol):
    """One kind of value."""

    def read(self, node: Node, report: Report) -> Any:
        """The value, or None with a problem recorded."""

    def schema(self) -> Schema:
        """The same rule as JSON Schema."""


def scalar(node: Node, report: Report, wanted: str) -> str | None:
    """The text of a scalar, or None with a problem that says what was wanted."""
    if isinstance(node, Scalar):
        return node.text
    got = "a list" if isinstance(node, Sequence) else "keys and values"
    report.add(node.place, "V103", f"here stands {got} where {wanted} is needed")
    return None


def spellings(*words: str) -> Schema:
    """An enumeration of words, then of their usual spellings: JSON Schema has no "without regard to case and hyphens"."""
    spaced = [form for word in words for form in (word, word.replace("-", " "))]
    others = [form for word in spaced for form in (word, word.lower(), word[:1].upper() + word[1:])]
    return {"enum": list(dict.fromkeys((*words, *others)))}


class Text(NamedTuple):
    """Plain text of at most `limit` characters, on one line unless `lines`."""

    limit: int = 300
    lines: bool = False

    def read(self, node: Node, report: Report) -> str | None:
        """The text without white space at its ends."""
        text = scalar(node, report, "text")
        if text is None:
            return None
        text = text.strip()
        if not text:
            report.add(node.place, "V104", "the text is empty")
        elif len(text) > self.limit:
            report.add(node.place, "V104", f"the text has {len(text):,} characters; the limit is {self.limit:,}")
        elif not self.lines and "\n" in text:
            report.add(node.place, "V104", "the text runs over several lines", "write it on one line, or after >-")
        elif unseen := self._unseen(text):
            report.add(node.place, "V104", f"the text holds a control character (U+{ord(unseen[0]):04X})", "delete it")
        else:
            return text
        return None

    def _unseen(self, text: str) -> re.Match[str] | None:
        if text.replace("\n", "").isprintable():  # as nearly every text is, and found to be quickly
            return None
        return re.search(_UNSEEN if self.lines else f"{_UNSEEN}|\t", text)

    def schema(self) -> Schema:
        """A string."""
        return {"type": "string", "minLength": 1, "maxLength": self.limit}


class Whole(NamedTuple):
    """A whole number from `low` to `high`."""

    low: int
    high: int

    def read(self, node: Node, report: Report) -> int | None:
        """The number."""
        text = scalar(node, report, "a whole number")
        if text is None:
            return None
        if re.fullmatch(r"[0-9]{1,9}", text) and self.low <= int(text) <= self.high:
            return int(text)
        report.add(node.place, "V105", f'"{short(text)}" is not a whole number from {self.low:,} to {self.high:,}')
        return None

    def schema(self) -> Schema:
        """An integer in its range."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


class Length(NamedTuple):
    """A length with its unit, returned in mm."""

    low_mm: float
    high_mm: float

    def read(self, node: Node, report: Report) -> float | None:
        """The length in mm."""
        text = scalar(node, report, 'a length such as "10mm"')
        if text is None:
            return None
        found = re.fullmatch(r"([0-9]{1,6}(?:\.[0-9]{1,6})?) ?([a-z]+)?", text)
        if not found:
            report.add(node.place, "V107", f'"{short(text)}" is not a length', "write it like 10mm")
        elif not found[2]:
            report.add(node.place, "V107", f"the length {text} has no unit", f'write "{text}mm", or use cm, in or pt')
        elif found[2] not in UNITS:
            report.add(node.place, "V107", f'"{found[2]}" is not a unit of length', "use mm, cm, in or pt")
        else:
            length = float(found[1]) * UNITS[found[2]]
            if self.low_mm <= length <= self.high_mm:
                return length
            report.add(node.place, "V107", f"{text} is outside the range from {self.low_mm:.4g}mm to {self.high_mm:.4g}mm")
        return None

    def schema(self) -> Schema:
        """A number with its unit."""
        return {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)? ?(mm|cm|in|pt)$"}


class Duration(NamedTuple):
    """A time such as "90 seconds" or "1.5 minutes", returned in seconds."""

    def read(self, node: Node, report: Report) -> float | None:
        """The time in seconds."""
        text = scalar(node, report, 'a time such as "60 seconds"')
        if text is None:
            return None
        found = re.fullmatch(r"([0-9]{1,4}(?:\.[0-9]{1,2})?) ?(s|sec|seconds?|min|minutes?)", text.strip().lower())
        if found:
            return round(float(found[1]) * (1 if found[2].startswith("s") else 60), 2)
        report.add(node.place, "V108", f'"{short(text)}" is not a time with its unit', "write it like 60 seconds or 1.5 minutes")
        return None

    def schema(self) -> Schema:
        """A number with its unit."""
        return {"type": "string", "pattern": r"^[0-9]{1,4}(\.[0-9]{1,2})? ?(s|sec|seconds?|min|minutes?)$"}


class OneOf(NamedTuple):
    """One of a few names, without regard to case and hyphens."""

    what: str
    names: tuple[str, ...]
    code: str = "V106"

    def read(self, node: Node, report: Report) -> str | None:
        """The name as listed."""
        text = scalar(node, report, self.what)
        if text is None:
            return None
        for name in self.names:
            if key(name) == key(text):
                return name
        report.add(node.place, self.code, f'unknown {self.what} "{short(text)}"', way_out(self.what, text, self.names))
        return None

    def schema(self) -> Schema:
        """An enumeration."""
        return spellings(*self.names)


class YesNo(NamedTuple):
    """The word yes or no; true and false are understood, for many editors write those."""

    def read(self, node: Node, report: Report) -> bool | None:
        """True for yes."""
        if isinstance(node, Scalar) and key(node.text) in ("true", "false"):
            return key(node.text) == "true"
        word = OneOf("answer", ("yes", "no")).read(node, report)
        return None if word is None else word == "yes"

    def schema(self) -> Schema:
        """Either word, which some readers of YAML take for true and false."""
        return {"enum": ["yes", "no", True, False]}


class OneTerm(NamedTuple):
    """A term of a vocabulary by id, name or alias."""

    what: str
    vocabulary: Vocabulary

    def read(self, node: Node, report: Report) -> Term | None:
        """The term."""
        text = scalar(node, report, f"the name of a {self.what}")
        if text is None:
            return None
        term = self.vocabulary.find(text)
        if term is None and len(self.vocabulary):  # where it is empty, its own file has problems
            report.add(node.place, "V106", f'unknown {self.what} "{short(text)}"', did_you_mean(text, self.vocabulary.names()))
        return term

    def schema(self) -> Schema:
        """An enumeration of names, ids and aliases."""
        return spellings(*self.vocabulary.names(), *[word for term in self.vocabulary for word in (term.id, *term.aliases)])


class Date(NamedTuple):
    """A day, written 2027-03-12."""

    def read(self, node: Node, report: Report) -> dt.date | None:
        """The date."""
        text = scalar(node, report, "a date")
        if text is None:
            return None
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
                return dt.date.fromisoformat(text)
        except ValueError:
            pass
        report.add(node.place, "V108", f'"{short(text)}" is not a date', "write year-month-day, like 2027-03-12")
        return None

    def schema(self) -> Schema:
        """A date string."""
        return {"type": "string", "format": "date"}


class TimeOfDay(NamedTuple):
    """A time on the 24-hour clock, written 13:30."""

    def read(self, node: Node, report: Report) -> dt.time | None:
        """The time."""
        text = scalar(node, report, "a time")
        if text is None:
            return None
        found = re.fullmatch(r"([0-9]{1,2})[:.]([0-9]{2})", text)
        if found and int(found[1]) < 24 and int(found[2]) < 60:
            return dt.time(int(found[1]), int(found[2]))
        report.add(node.place, "V108", f'"{short(text)}" is not a time of day', 'write it on the 24-hour clock, like "13:30"')
        return None

    def schema(self) -> Schema:
        """A time string."""
        return {"type": "string", "pattern": r"^[0-9]{1,2}[:.][0-9]{2}$"}
