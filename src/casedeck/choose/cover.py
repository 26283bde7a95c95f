"""Choose the fewest cases that show what the deck does not show yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from casedeck.choose import keys
from casedeck.choose.coverage import claims_of, shown
from casedeck.choose.filters import Narrowing
from casedeck.choose.state import Found, State
from casedeck.choose.way import Way, flow, mapping
from casedeck.errors import Place, Report
from casedeck.library.library import Library
from casedeck.model.case_study import CaseStudy
from casedeck.model.choice import COVERED
from casedeck.model.reason import Phrase, Reason, Said, chained, in_a_list
from casedeck.model.vocabulary import Term, Vocabularies
from casedeck.notation.fields import OneOf, OneTerm, Schema
from casedeck.notation.lists import ListOf
from casedeck.notation.records import Key, Read, Record
from casedeck.notation.yaml import Entries, Node
from casedeck.wording import joined

Shown = tuple[str, str]
"""A term that a case shows: the name of its vocabulary, and its id."""

_WORDS: Mapping[str, tuple[str, ...]] = {
    "brings in the fewest": ("terms",),
    "brings in few": ("terms",),
    "what others show": (),
    **{f"the {one}": ("terms",) for one in COVERED.values()},
    **{f"the {kind}": ("terms",) for kind in COVERED},
}


class Cover(NamedTuple):
    """Choose the fewest cases that, with those chosen before, show all these terms, by the vocabularies that
    they are from.
    """

    terms: Mapping[str, tuple[Term, ...]]
    conditions: tuple[Narrowing, ...]
    place: Place

    def take(self, state: State) -> Found:
        """The cases, those that add most first; none, with a problem recorded, where a term is in none."""
        from casedeck.choose.smallest import smallest

        terms = {(kind, term.id): term for kind, each in self.terms.items() for term in each}
        before = frozenset[Shown]().union(*map(shown, state.before()))
        left = [each for each in terms if each not in before]
        pool = state.pool(self.conditions, self.place) if left else []
        if not pool:
            return []
        held = [shown(case) for case in pool]
        if missing := [terms[each].name for each in left if not any(each in one for one in held)]:
            message = f"no case study to choose from shows {joined(missing, 12)}"
            state.report.add(self.place, "D103", message, "ask for less, or loosen the filters")
            return []
        covering = smallest(left, held)
        chosen = [(pool[place], held[place]) for place in covering.chosen]
        name = "brings in the fewest" if covering.certain else "brings in few"
        return [
            (case, Reason(Phrase(name, {"terms": _brought(new, terms)}), claims_of(case, new)))
            for case, new in _by_most(chosen, left)
        ]

    def lines(self, vocabularies: Vocabularies) -> Sequence[str]:
        """The lines of a deck file, which name a vocabulary where all of it is wanted."""
        if all(terms == tuple(vocabularies[kind]) for kind, terms in self.terms.items()):
            wanted = flow([*self.terms])
        else:
            names = {kind: [term.name.lower() for term in terms] for kind, terms in self.terms.items()}
            wanted = mapping({kind: flow(each) for kind, each in names.items()})
        return [f"cover: {wanted}", *keys.narrowed_lines(self.conditions)]


def _by_most(
    chosen: Sequence[tuple[CaseStudy, frozenset[Shown]]], left: Sequence[Shown]
) -> Iterator[tuple[CaseStudy, list[Shown]]]:
    """The cases of a covering, those that add most first, each with what it is the first to show."""
    waiting, missing = [*chosen], [*left]
    while waiting:
        best = max(waiting, key=lambda item: len(item[1] & set(missing)))
        waiting.remove(best)
        case, held = best
        yield case, [each for each in missing if each in held]
        missing = [each for each in missing if each not in held]


def _brought(new: Sequence[Shown], terms: Mapping[Shown, Term]) -> Said:
    """What a case is the first to show: "the benefits Health and Skills, the enabler Norms"."""
    phrases: list[Said] = []
    for kind, one in COVERED.items():
        if names := [terms[each].name for each in new if each[0] == kind]:
            phrases.append(Phrase(f"the {kind if len(names) > 1 else one}", {"terms": in_a_list(names)}))
    return chained("next", phrases) if phrases else Phrase("what others show")


class Covered(NamedTuple):
    """What is to be covered: vocabularies in full, or some terms of each."""

    vocabularies: Vocabularies

    def read(self, node: Node, report: Report) -> dict[str, tuple[Term, ...]] | None:
        """The terms by their vocabulary."""
        if isinstance(node, Entries):
            values = self._record().read(node, report)
            return None if values is None else {kind: tuple(terms) for kind, terms in values.items()}
        kinds = self._kinds().read(node, report)
        return None if kinds is None else {kind: tuple(self.vocabularies[kind]) for kind in kinds}

    def _kinds(self) -> ListOf:
        return ListOf(OneOf("vocabulary", tuple(COVERED)), 1, len(COVERED), single=True, names=True)

    def _record(self) -> Record:
        return Record("cover", {kind: self._terms(kind) for kind in COVERED})

    def _terms(self, kind: str) -> Key:
        one = OneTerm(COVERED[kind], self.vocabularies[kind])
        return Key(ListOf(one, 1, 20, single=True, names=True), f"The {kind} that the deck must show.")

    def schema(self) -> Schema:
        """Names of vocabularies, or terms by vocabulary."""
        return {"anyOf": [self._kinds().schema(), self._record().schema()]}


def _keys(library: Library) -> dict[str, Key]:
    about = "What the deck must show, with as few cards as can be."
    return {"cover": Key(Covered(library.vocabularies), about)}


def _cover(values: Read, place: Place) -> Cover:
    return Cover(values["cover"], keys.narrowed(values), place)


COVER = Way(
    name="cover",
    about="Adds the fewest case studies that show what the cards above it do not.",
    example="[benefits, enablers]",
    keys=_keys,
    choice=_cover,
    takes=("where", "not"),
    words=_WORDS,
)
