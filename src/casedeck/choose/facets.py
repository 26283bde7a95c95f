"""What case studies can be chosen by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

from casedeck.model.case_study import CaseStudy
from casedeck.model.text import plain

_FACETS: Mapping[str, Callable[[CaseStudy], Iterable[str]]] = {
    "benefit": lambda case: (claim.term.name for claim in case.benefits),
    "enabler": lambda case: (claim.term.name for claim in case.enablers),
    "opportunity": lambda case: (claim.term.name for claim in case.opportunities),
    "sector": lambda case: (term.name for term in case.sectors),
    "type of place": lambda case: (term.name for term in case.types_of_place),
    "country": lambda case: (term.name for term in case.countries),
    "location": lambda case: (case.location, *case.location.split(",")),
    "keyword": lambda case: case.keywords,
}

VOCABULARY_OF = {
    "benefit": "benefits",
    "enabler": "enablers",
    "opportunity": "opportunities",
    "sector": "sectors",
    "type of place": "places",
    "country": "countries",
}
"""The vocabulary that each facet takes its words from; the others take whatever words the cases have."""

TEXT = "text"
"""The facet that is not a list of values: every word of a case, among which words and phrases are looked for."""


def values_of(case: CaseStudy, facet: str) -> Iterable[str]:
    """What a case has under a facet such as "sector"."""
    return (value.strip() for value in _FACETS[facet](case))


def holds_text(case: CaseStudy, wanted: str) -> bool:
    """True where the words stand side by side in one of the case's texts, each of them whole or the last
    one's beginning.
    """
    phrase = _words(wanted)
    return bool(phrase.strip()) and phrase.rstrip() in _all_text(case)


def _all_text(case: CaseStudy) -> str:
    pieces = [plain(text) for _, text in case.fields()]
    pieces += [plain(claim.text) for claim in case.opportunities]
    pieces += [value for facet in _FACETS for value in values_of(case, facet)]
    return "\n".join(map(_words, [*pieces, *case.facts, *case.sources, case.author]))


def _words(text: str) -> str:
    """The words with one space before each, without case, accents and signs."""
    letters = (
        text
        if text.isascii()
        else "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    )
    return " " + re.sub(r"\W+", " ", letters.casefold().replace("’", "").replace("'", "")).strip()


def known_values(cases: Iterable[CaseStudy], facet: str) -> list[str]:
    """Every value that any of the cases has under a facet, sorted."""
    found = {value for case in cases for value in values_of(case, facet)}
    return sorted(found - {""}, key=str.casefold)
