"""The controlled words: benefits, enablers, opportunities, barriers, sectors, types of place and countries."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

KINDS = ("benefits", "enablers", "opportunities", "barriers", "sectors", "places", "countries")


@lru_cache(maxsize=4096)
def key(word: str) -> str:
    """The form in which names are compared: letters and digits only, without case; a word that has none is compared as it is."""
    return "".join([char for char in word.casefold() if char.isalnum()]) or word.strip()


class Term(NamedTuple):
    """One word of a vocabulary; `enablers` and `partly` are an opportunity's crosswalk to enabler ids, `within` a country's larger one."""

    id: str
    name: str
    meaning: str = ""
    icon: str = ""
    aliases: tuple[str, ...] = ()
    enablers: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    within: str = ""


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
