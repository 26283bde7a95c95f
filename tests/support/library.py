"""What the words of the library promise, as functions that say what is wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from casedeck.choose.facets import FACETS
from casedeck.disk.folder import Folder
from casedeck.errors import Report
from casedeck.library.library import Library
from casedeck.model.case_study import CaseStudy
from casedeck.model.figures import figures
from casedeck.model.text import plain
from casedeck.model.vocabulary import Vocabulary, key
from tests.support.decks import ROOT

VOCABULARY_OF = {name: facet.vocabulary for name, facet in FACETS.items() if facet.vocabulary}
"""The vocabulary that each facet takes its words from; the others take whatever words the cases have."""


@cache
def library() -> Library:
    """The shipped library, without a problem."""
    report = Report()
    loaded = Library(Folder(ROOT), report)
    report.raise_if_any()
    assert not loaded.cases.broken
    return loaded


def figures_of(case: CaseStudy) -> set[str]:
    """Every figure of a case; not those of its title, which are part of a name, nor of its sources."""
    opportunities = [("opportunities", claim.text) for claim in case.opportunities]
    return {
        figure.text
        for field, text in (*case.fields(), *opportunities)
        if field != "title"
        for figure in figures(plain(text))
    }


def wrong_figures(case: CaseStudy, expected: Collection[str]) -> Iterator[str]:
    """Figures that were changed, added or lost."""
    found = figures_of(case)
    yield from (f"{figure} is not in the source" for figure in sorted(found - set(expected)))
    yield from (f"{figure} is missing" for figure in sorted(set(expected) - found))


def wrong_facts(case: CaseStudy, expected: Collection[str]) -> Iterator[str]:
    """Facts that no row of the case's is named for, and figures of facts that were changed, added or lost."""
    found: set[str] = set()
    for fact in case.facts:
        words, _, source = fact.rpartition(" (")
        found.update(figure.text for figure in figures(words))
        if not any(source == f"{each.partition('Case study ')[2]})." for each in case.sources):
            yield f'"{fact}" names none of its sources'
    yield from (f"{figure} is not in the source" for figure in sorted(found - set(expected)))
    yield from (f"{figure} is missing" for figure in sorted(set(expected) - found))


def incomplete(case: CaseStudy) -> Iterator[str]:
    """What a card lacks."""
    for name, claims in case.printed_claims().items():
        if len({claim.term.id for claim in claims}) != (3 if case.full else len(claims) or 1):
            yield f"{name} are not three different ones"
    if len(case.keywords) != 3:
        yield "keywords are not three"
    if not any(source.strip() for source in case.sources):
        yield "no source"
    in_collection = any("collection, row" in source for source in case.sources)
    if in_collection and not (case.types_of_place and case.sectors and case.location):
        yield "no type of place, sector or location, which the collection gives"


def clashes(vocabulary: Vocabulary) -> Iterator[str]:
    """Words that would lead to two terms of one vocabulary."""
    owners: dict[str, str] = {}
    for term in vocabulary:
        for word in {key(word) for word in (term.id, term.name, *term.aliases)}:
            if owners.setdefault(word, term.id) != term.id:
                yield f"{word} means {owners[word]} and {term.id}"


def crosswalk(vocabulary: Vocabulary) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """For each opportunity the enablers that are the same idea, and those that are partly."""
    return {term.id: (term.enablers, term.partly) for term in vocabulary}


def icon_faults(icons: Collection[str], used: Collection[str]) -> Iterator[str]:
    """Icons that a term wants and are not there, and icons that no term wants."""
    yield from (f"{name} is missing" for name in sorted(set(used) - set(icons)))
    yield from (f"{name} is not used" for name in sorted(set(icons) - set(used)))
