"""Filters by what a case has under a facet: any, all or none of some words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from casedeck.choose.facets import FACETS, TEXT, holds_text, known_values, values_of
from casedeck.choose.filters import LOOSEN, Entry, Filter
from casedeck.choose.way import flow
from casedeck.errors import Place, Report, did_you_mean
from casedeck.library.library import Library
from casedeck.model.case_study import CaseStudy, Claim
from casedeck.model.reason import Phrase, chained
from casedeck.model.vocabulary import Term, key
from casedeck.notation.fields import Field, OneOf, OneTerm, Schema, Text
from casedeck.notation.lists import ListOf
from casedeck.notation.records import Key, Record
from casedeck.notation.yaml import Entries, Items, Node, Scalar
from casedeck.notation.yaml_text import bare


class How(NamedTuple):
    """How words are to be held: what it does with whether each is, what it is for in a deck file, what stands
    between them in messages, before them there, and which words of the locale stand between them in reasons.
    """

    holds: Callable[[Iterable[bool]], bool]
    about: str
    between: str
    before: str = ""
    words: str = "or"


HOW: Mapping[str, How] = {
    "any": How(any, "Any of these will do.", "or"),
    "all": How(all, "It has all of these.", "and", words="last"),
    "none": How(lambda found: not any(found), "It has none of these.", "or", "not "),
}

Wanted = tuple[str, tuple[str, ...], Place]
"""How words are to be held, the words (terms by their names), and the place."""


class Has(NamedTuple):
    """A case passes when it has, under a facet, any, all or none of the values, as `how` says."""

    field: str
    values: tuple[str, ...]
    place: Place
    how: str = "any"

    def passes(self, case: CaseStudy) -> bool:
        """True when the case has them so."""
        return HOW[self.how].holds(self._found(case))

    def _found(self, case: CaseStudy) -> list[bool]:
        """For each of the values, whether the case has it."""
        if self.field == TEXT:
            return [holds_text(case, value) for value in self.values]
        held = {key(value) for value in values_of(case, self.field)} - {""}
        return [key(value) in held for value in self.values]

    def evidence(self, case: CaseStudy) -> Iterator[Claim]:
        """The claims of the case about the values, none where they were excluded."""
        wanted = {key(value) for value in self.values} if self.how != "none" else ()
        return (claim for claim in FACETS[self.field].claims(case) if key(claim.term.name) in wanted)

    def in_words(self) -> str:
        """As messages say it: "benefit Health or Wellbeing"."""
        how = HOW[self.how]
        return f"{self.field} {how.before}{f' {how.between} '.join(self._quoted())}"

    def phrase(self) -> Phrase:
        """As a reason says it."""
        how = HOW[self.how]
        words = chained(how.words, self._quoted())
        return Phrase(
            "has none" if self.how == "none" else "has", {"what": Phrase(self.field), "words": words}
        )

    def _quoted(self) -> list[str]:
        """The values, as people look for them in a text in quotes."""
        return [f'"{value}"' for value in self.values] if self.field == TEXT else [*self.values]

    def entry(self) -> Entry:
        """As a deck file says it, in small letters where case does not matter."""
        as_typed = FACETS[self.field].as_typed
        words = [value if as_typed else value.lower() for value in self.values]
        return Entry(self.field, self.how, flow(words) if len(words) > 1 else bare(words[0]))

    def hint(self, pool: Sequence[CaseStudy]) -> str:
        """A word that is had, where any of them will do."""
        if self.how != "any" or self.field == TEXT:
            return LOOSEN
        near = did_you_mean(self.values[0], known_values(pool, self.field))
        return near or "no case to choose from has this"


class Held(NamedTuple):
    """Words of which any will do, or lists of words under `any`, `all` and `none`."""

    words: ListOf

    def read(self, node: Node, report: Report) -> list[Wanted] | None:
        """What is wanted, each way at most once."""
        if not isinstance(node, Entries):
            return [("any", _names(self.words.read(node, report)), node.place)]
        part = report.part()
        values = self._record().read(node, report)
        if not values and part.clean:
            hint = "write it like {none: [health, skills]}"
            report.add(node.place, "V102", "this filter says nothing to look for", hint)
        return [(how, _names(words), values.places[how]) for how, words in values.items()] if values else []

    def typed(self, words: Sequence[str], place: Place, report: Report) -> tuple[str, ...]:
        """Words typed one by one at a place."""
        items = Items([Scalar(word, place) for word in words], place)
        return _names(self.words.read(items, report))

    def _record(self) -> Record:
        return Record("a filter", {name: Key(self.words, how.about) for name, how in HOW.items()})

    def schema(self) -> Schema:
        """The words, or a mapping."""
        return {"anyOf": [self.words.schema(), {**self._record().schema(), "minProperties": 1}]}


class Known(NamedTuple):
    """A word that some case of the library has under a facet such as "location"; asking for it reads all."""

    facet: str
    library: Library

    def read(self, node: Node, report: Report) -> str | None:
        """The word as the cases have it."""
        return self._one().read(node, report)

    def schema(self) -> Schema:
        """An enumeration of the words."""
        return self._one().schema()

    def _one(self) -> OneOf:
        return OneOf(self.facet, tuple(known_values(self.library.cases.values(), self.facet)))


def _names(words: Sequence[object] | None) -> tuple[str, ...]:
    """The words, terms by their names."""
    return tuple(each.name if isinstance(each, Term) else str(each) for each in words or ())


def held(facet: str, library: Library) -> Held:
    """What can be wanted under a facet: words of its vocabulary, those that the cases have, or any text."""
    kind = FACETS[facet].vocabulary
    item: Field = Text(80)
    if kind:
        item = OneTerm(facet, library.vocabularies[kind])
    elif facet != TEXT:
        item = Known(facet, library)
    return Held(ListOf(item, 1, 20, single=True, names=facet != TEXT))


def has(facet: str, wanted: Iterable[Wanted]) -> list[Has]:
    """The conditions that stand for what is wanted under a facet."""
    return [Has(facet, words, place, how) for how, words, place in wanted if words]


def _filter(facet: str) -> Filter:
    return Filter(
        facet,
        lambda library: Key(held(facet, library), FACETS[facet].about),
        lambda wanted, _: has(facet, wanted),
        {facet: ()},
    )


WORDS: Mapping[str, tuple[str, ...]] = {
    "has": ("what", "words"),
    "has none": ("what", "words"),
    "or": ("list", "next"),
}
"""The words for what a case has, or has not; each facet has its own name besides."""

BY_FACET = tuple(map(_filter, FACETS))
"""A filter for each facet."""
