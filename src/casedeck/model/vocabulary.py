"""The controlled words: benefits, enablers, opportunities, barriers, sectors, types of place and
countries.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from casedeck.model.signs import typed

KINDS = (
    "families",
    "benefits",
    "enablers",
    "opportunities",
    "barriers",
    "sectors",
    "places",
    "countries",
)


_ASCII_SIGNS = {code: None for code in range(128) if not chr(code).isalnum()}


@lru_cache(maxsize=1 << 14)
def key(word: str) -> str:
    """The form in which names are compared: letters and digits only, without case, however a letter and its
    accent are put together.

    A word that has none is compared as it is.
    """
    composed = composed_of(word)
    if composed.isascii():
        return composed.translate(_ASCII_SIGNS) or word.strip()
    return "".join([char for char in composed if char.isalnum()]) or word.strip()


def composed_of(word: str) -> str:
    """A word without case and unseen signs, each letter and its accents as one sign and each space the usual
    one: the same for all ways in which computers spell a file's name.
    """
    return word.casefold() if word.isascii() else normalize("NFC", typed(word).casefold())


class Term(NamedTuple):
    """One word of a vocabulary; `enablers` and `partly` are an opportunity's crosswalk to enabler ids,
    `within` a country's larger one, `family` the id of a benefit's family.
    """

    id: str
    name: str
    meaning: str = ""
    icon: str = ""
    aliases: tuple[str, ...] = ()
    enablers: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    within: str = ""
    family: str = ""


class Vocabulary:
    """Terms of one kind, in their listed order, found by id, name or alias."""

    def __init__(self, kind: str, terms: tuple[Term, ...]) -> None:
        self.kind, self.terms = kind, terms
        self._by_key: dict[str, Term] = {}
        for term in terms:
            for word in (term.id, term.name, *term.aliases):
                self._by_key.setdefault(key(word), term)

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def find(self, word: str) -> Term | None:
        """The term with this id, name or alias, or None."""
        return self._by_key.get(key(word))

    def names(self) -> list[str]:
        """The names, in listed order."""
        return [term.name for term in self.terms]


Vocabularies = dict[str, Vocabulary]
"""The vocabularies by kind (a key of KINDS)."""
