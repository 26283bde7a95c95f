"""What case studies can be chosen by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from casedeck.model.case_study import CaseStudy, Claim
from casedeck.model.text import plain
from casedeck.model.vocabulary import Term

TEXT = "text"
"""The facet that is no list of values: every word of a case, among which words and phrases are looked for."""


def _nothing(case: CaseStudy) -> tuple[()]:
    return ()


class Facet(NamedTuple):
    """What a case has under a facet: its values, what the facet is for in a deck file, an example to offer
    and how an offer says what it has, the vocabulary that its words are from, if any, and the claims about
    them. Words of some facets are written `as_typed`.
    """

    values: Callable[[CaseStudy], Iterable[str]]
    about: str
    example: str
    offered: str
    vocabulary: str = ""
    claims: Callable[[CaseStudy], tuple[Claim, ...]] = _nothing
    as_typed: bool = False


def _of_claims(
    name: str, vocabulary: str, example: str, claims: Callable[[CaseStudy], tuple[Claim, ...]]
) -> Facet:
    return Facet(
        lambda case: (claim.term.name for claim in claims(case)),
        about=f"Cases with any of these as {name}.",
        example=example,
        offered=f"with this {name}",
        vocabulary=vocabulary,
        claims=claims,
    )


def _of_terms(
    name: str, vocabulary: str, example: str, terms: Callable[[CaseStudy], tuple[Term, ...]]
) -> Facet:
    return Facet(
        lambda case: (term.name for term in terms(case)),
        about=f"Cases with any of these as {name}.",
        example=example,
        offered=f"with this {name}",
        vocabulary=vocabulary,
    )


_COUNTRY = _of_terms("country", "countries", "Scotland", lambda case: case.countries)
_PLACE = _of_terms("type of place", "places", "charity", lambda case: case.types_of_place)
_LOCATION = Facet(
    lambda case: (case.location, *case.location.split(",")),
    about="Cases in any of these places: a town or a country.",
    example="Leeds",
    offered="at this place",
    as_typed=True,
)
_KEYWORD = Facet(
    lambda case: case.keywords,
    about="Cases with any of these keywords.",
    example="trusting",
    offered="with this keyword",
)
_TEXT = Facet(
    _nothing,
    about="Cases with these words anywhere.",
    example="prison",
    offered="with this in the text",
    as_typed=True,
)

FACETS: Mapping[str, Facet] = {
    "benefit": _of_claims("benefit", "benefits", "health", lambda case: case.benefits),
    "enabler": _of_claims("enabler", "enablers", "co-design", lambda case: case.enablers),
    "opportunity": _of_claims(
        "opportunity", "opportunities", "storytelling", lambda case: case.opportunities
    ),
    "sector": _of_terms("sector", "sectors", "education", lambda case: case.sectors),
    "type of place": _PLACE._replace(offered="from this type of place"),
    "country": _COUNTRY._replace(offered="in this country", as_typed=True),
    "location": _LOCATION,
    "keyword": _KEYWORD,
    TEXT: _TEXT,
}
"""The facets there are."""


def values_of(case: CaseStudy, facet: str) -> Iterable[str]:
    """What a case has under a facet such as "sector"."""
    return (value.strip() for value in FACETS[facet].values(case))


def holds_text(case: CaseStudy, wanted: str) -> bool:
    """True where the words stand side by side in one of the case's texts, each of them whole or the last
    one's beginning.
    """
    phrase = _words(wanted)
    return bool(phrase.strip()) and phrase.rstrip() in _all_text(case)


def _all_text(case: CaseStudy) -> str:
    pieces = [plain(text) for _, text in case.fields()]
    pieces += [plain(claim.text) for claim in case.opportunities]
    pieces += [value for facet in FACETS for value in values_of(case, facet)]
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
