"""Locale files: every word that casedeck itself prints on cards and sheets."""

from __future__ import annotations

from collections.abc import Mapping

from casedeck.errors import Place, Report
from casedeck.model.case_study import STATUSES
from casedeck.notation.combined import Checked
from casedeck.notation.fields import Text
from casedeck.notation.quotes import typographic
from casedeck.notation.records import Key, Read, Record
from casedeck.wording import short

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
    "marked tabs": ("names",),
    "card number": ("number", "of"),
    "read more": (),
    **dict.fromkeys(STATUSES, ()),
}
"""The words on cards, each with the placeholders it may have."""


def fixed(names: str) -> dict[str, tuple[str, ...]]:
    """Words without placeholders, their names between commas."""
    return {name.strip(): () for name in names.split(",")}


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


def printed(words: Placeholders, limit: int = 160) -> dict[str, Key]:
    """The keys of a record of printed words, each with the placeholders it may have, of at most `limit`
    characters.
    """
    return {
        name: Key(
            Checked(Text(limit), _Placeholders(placeholders)), f"The words printed for {name}.", required=True
        )
        for name, placeholders in words.items()
    }


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
