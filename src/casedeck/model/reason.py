"""Why a case is in a deck: what is to be said of it, as data, and how that is said in a locale's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from casedeck.model.case_study import Claim
from casedeck.model.text import filled


class Phrase(NamedTuple):
    """Something to say: the name of its words in the locale, and what fills their placeholders."""

    name: str
    values: Mapping[str, str | int | float | Phrase] = {}


Said = str | int | float | Phrase
"""What can fill a placeholder: a word as it is, such as the name of a term, a number, or another phrase."""

Item = TypeVar("Item", bound=Said)


def chained(name: str, items: Sequence[Item]) -> Item | Phrase:
    """The items with the same words between any two of them: "a or b or c". The words have a {list} of those
    before and the {next}, or {last}, one.
    """
    first, *others = items
    made: Item | Phrase = first
    for item in others:
        made = Phrase(name, {"list": made, "next": item, "last": item})
    return made


def in_a_list(items: Sequence[Said]) -> Said:
    """The items as people list them: "a, b and c"."""
    *first, last = items
    return chained("last", [chained("next", first), last]) if first else last


def said(item: Said, words: Mapping[str, str]) -> str:
    """The item in the words of a locale, which have each phrase by its name, those of lists among them."""
    if isinstance(item, Phrase):
        values = {name: said(value, words) for name, value in item.values.items()}
        return filled(words[item.name], **values)
    return f"{item:g}".replace(".", words["decimal point"]) if isinstance(item, float) else str(item)


BY_NAME = Phrase("chosen by name")
"""What is said of a card that the deck names."""


class Reason(NamedTuple):
    """Why a case was chosen, and what it says to that itself."""

    phrase: Phrase
    claims: tuple[Claim, ...] = ()

    @property
    def by_name(self) -> bool:
        """Whether the deck names the case."""
        return self.phrase == BY_NAME
