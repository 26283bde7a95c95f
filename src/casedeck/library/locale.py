"""Locale files: every word that casedeck itself prints on cards and sheets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casedeck.errors import Place, Report
from casedeck.library.shelf import Kind
from casedeck.model.case_study import STATUSES
from casedeck.model.language import Language, parted
from casedeck.notation.combined import Checked
from casedeck.notation.fields import Text
from casedeck.notation.quotes import typographic
from casedeck.notation.records import Key, Read, Record
from casedeck.notation.yaml import Node
from casedeck.wording import short

LOCALES: Kind[Node] = Kind(
    "assets/locales", "language", "the file of printed words", lambda file, _: file.node
)
"""What the locale files say, by the names of their languages; a record such as `locale_record` reads it."""

Placeholders = Mapping[str, tuple[str, ...]]
"""Printed words by name, each with the placeholders it may have."""

CARDS: Placeholders = {
    "overview": (),
    "relationship spotlight": (),
    "keywords": (),
    "benefits": (),
    "enablers": (),
    "opportunities": (),
    "key learning": (),
    "type of place": (),
    "sectors": (),
    "location": (),
    "and also": (),
    "next fact": ("facts", "fact"),
    "in brief": (),
    **dict.fromkeys(("what got better", "what made it possible", "what it shows"), ()),
    "marked tabs": ("names",),
    "card number": ("number", "of"),
    "back of card": ("number",),
    "back of the cards": (),
    "first benefit": ("benefit",),
    "read more": (),
    **dict.fromkeys(STATUSES, ()),
}
"""The words on cards, each with the placeholders it may have."""


def fixed(names: str) -> dict[str, tuple[str, ...]]:
    """Words without placeholders, their names between commas."""
    return {name.strip(): () for name in names.split(",")}


COMMON: Mapping[str, Placeholders] = {
    "lists": {
        "next": ("list", "next"),
        "last": ("list", "last"),
        "range": ("first", "last"),
        "either": ("low", "high"),
        "several": ("thing", "count"),
        **dict.fromkeys(("groups", "one of the groups", "tables", "one of the tables"), ("count", "sizes")),
        "paper in all": ("sheets",),
        **dict.fromkeys(("one sheet of", "sheets of"), ("count", "paper")),
        **fixed("decimal point, letters"),
    },
    "days": {
        "day": ("weekday", "day", "month", "year"),
        **fixed("weekdays, months"),
        "clock": ("hour", "minute"),
        "later": ("minutes",),
    },
    "times": {
        "stop": ("time",),
        **fixed("all of them, half a minute, a minute and a half, numbers"),
        **dict.fromkeys(("about so many", "minute", "minutes", "and a half"), ("number",)),
    },
    "files": {
        "title": ("deck", "document"),
        **dict.fromkeys(("index cards", "wall cards", "front matter"), ("paper",)),
        "cards": ("face", "paper"),
        "supply": ("activity", "supply"),
        "side": ("activity", "side"),
        "seat": ("seat",),
        "further copy": ("page", "title"),
        "qr code": ("address",),
        **dict.fromkeys(("fronts", "backs"), ("document",)),
    },
    "print shop": {
        "file": ("file",),
        "size": ("width", "height", "bleed"),
        **fixed("one side, two sides, colours, stock, trim"),
        "quantity": ("cards", "sets", "all"),
    },
    "cutting": {
        **fixed("behind, beside, apart, long edge, short edge, piles, piles across, piles down"),
        **fixed("halves, glue here"),
        **dict.fromkeys(("cards", "one card"), ("places", "width", "height")),
        "decks": ("sheets",),
        "stack": ("piles",),
        "last stack": ("sheets", "piles"),
    },
}
"""The words that belong to no sheet of their own (`casedeck.model.language`)."""


class _Placeholders:
    """Checks that a text has no braces but those of its placeholders."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names

    def __call__(self, text: str, place: Place, report: Report) -> str | None:
        """The text, or None with the problem recorded."""
        rest = text
        for name in self.names:
            rest = rest.replace(f"{{{name}}}", " ")
        if "{" not in rest and "}" not in rest:
            return typographic(text)
        allowed = " and ".join(f"{{{name}}}" for name in self.names) or "none"
        hint = (
            'write it like "{number} of {of}"'
            if self.names == ("number", "of")
            else f"it may have: {allowed}"
        )
        report.add(place, "V106", f'"{short(text)}" holds other words in {{}} than {allowed}', hint)
        return None


class _Names:
    """Checks that a text is so many names with commas between them, or any number where that is 0."""

    names = ()

    def __init__(self, count: int) -> None:
        self.count = count

    def __call__(self, text: str, place: Place, report: Report) -> str | None:
        """The text, or None with the problem recorded."""
        found = parted(text)
        if all(found) and len(found) == (self.count or len(found)):
            return _Placeholders(self.names)(text, place, report)
        counted = f"here stand {len(found)} names where {self.count} are needed"
        message = counted if all(found) else "a name is missing beside a comma"
        report.add(place, "V109", message, "write the names in their order, with commas between them")
        return None


_NAMES = {"weekdays": 7, "months": 12, "letters": 0, "numbers": 0}
"""The words that are several names, each with how many of them there must be; 0 is any number."""


def printed(words: Placeholders, limit: int = 160) -> dict[str, Key]:
    """The keys of a record of printed words, each with the placeholders it may have, of at most `limit`
    characters.
    """
    return {
        name: Key(
            Checked(Text(limit), _check(name, allowed)), f"The words printed for {name}.", required=True
        )
        for name, allowed in words.items()
    }


def _check(name: str, allowed: tuple[str, ...]) -> _Names | _Placeholders:
    return _Names(_NAMES[name]) if name in _NAMES else _Placeholders(allowed)


def locale_record(sections: Mapping[str, Placeholders]) -> Record:
    """The keys of a locale file: the words on cards, then those of each kind of sheet, section by section."""
    return Record(
        "a locale", {**printed(CARDS), **{name: _section(name, sections[name]) for name in sections}}
    )


def _section(name: str, words: Placeholders) -> Key:
    about = f"the words of the {name}"
    return Key(Record(about, printed(words)), f"The words of the {name}.", required=True)


def complete(values: Read, record: Record) -> bool:
    """Whether a locale that was read has every word, those of its sections too."""
    keys = record.keys.items()
    sections = [(name, each.field) for name, each in keys if isinstance(each.field, Record)]
    return len(values) == len(keys) and all(len(values[name]) == len(field.keys) for name, field in sections)


def language_of(words: Mapping[str, Any]) -> Language:
    """How the language of a locale puts lists, numbers, days and times."""
    return Language(words["lists"], words["days"], words["times"], words["files"], words["cutting"])
