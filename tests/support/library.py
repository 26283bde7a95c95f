"""What the words of the library promise, as functions that say what is wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from casedeck.errors import Report
from casedeck.folder import Folder
from casedeck.load.library import Library
from casedeck.model.case_study import CaseStudy
from casedeck.model.text import word_count
from casedeck.model.vocabulary import Vocabulary, key
from tests.support.decks import ROOT
from tests.support.figures import figures, figures_not_bold

RANGES = {
    "strapline": (11, 14),
    "overview": (59, 83),
    "relationship spotlight": (12, 18),
    "benefits": (4, 8),
    "enablers": (6, 11),
    "opportunities": (10, 22),
    "key learning": (10, 17),
}
"""Words in the middle 80 % of the cards that the faces were measured on."""
CARD_WORDS = (143, 232)


@cache
def library() -> Library:
    """The shipped library, without a problem."""
    report = Report()
    loaded = Library(Folder(ROOT), report)
    report.raise_if_any()
    assert not loaded.broken
    return loaded


def wrong_figures(case: CaseStudy, expected: Collection[str]) -> Iterator[str]:
    """Figures that were changed, added or lost."""
    found = figures(case)
    yield from (f"{figure} is not in the source" for figure in sorted(found - set(expected)))
    yield from (f"{figure} is missing" for figure in sorted(set(expected) - found))


PARTS_OF_NAMES = {"cook": {"100"}}
"""Figures that count nothing: the Times 100."""


def thin_figures(case: CaseStudy) -> list[str]:
    """Figures of the benefits that are not bold; years and parts of names need not be."""
    thin = [figure for claim in case.benefits for figure in figures_not_bold(claim.text)]
    return [figure for figure in thin if not re.fullmatch("(19|20)[0-9]{2}", figure) and figure not in PARTS_OF_NAMES.get(case.id, ())]


def wrong_lengths(case: CaseStudy) -> Iterator[str]:
    """Fields with more or fewer words than the cards that the faces are made for."""
    for field, pieces in case.texts().items():
        low, high = RANGES.get(field.rstrip(" 0123456789"), (1, 100))
        count = word_count(*pieces)
        if not low <= count <= high:
            yield f"{field} has {count} words, not {low} to {high}"
    if case.full and not CARD_WORDS[0] <= case.words <= CARD_WORDS[1]:
        yield f"the card has {case.words} words, not {CARD_WORDS[0]} to {CARD_WORDS[1]}"


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
