"""Small libraries of made-up case studies, full and brief, for tests that try many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from casedeck.model.case_study import CaseStudy, Claim
from casedeck.model.text import rich
from casedeck.model.vocabulary import Term
from tests.support.cases import case
from tests.support.library import library

WORDS = library().vocabularies
_LOCATIONS = {"Leeds, England": "england", "Cardiff, Wales": "wales", "Various, UK": "uk", "Oslo": "", "": "", "Madrid, Spain": "spain"}


def claims(terms: Sequence[Term], case_id: str) -> tuple[Claim, ...]:
    """Claims of these terms, each with a sentence that only this case has."""
    return tuple(Claim(term, rich(f"{case_id} on {term.id}.")) for term in terms)


def made(case_id: str, kind: str, terms: Mapping[str, Sequence[Term]], **fields: Any) -> CaseStudy:
    """A case study, "full" or "brief", with these terms by the names of their vocabularies."""
    brief: dict[str, Any] = {"benefits": (), "enablers": (), "learning": (), "keywords": (), "strapline": ()}
    lists = {name: claims(each, case_id) for name, each in terms.items() if kind == "full" or name == "opportunities"}
    return case(case_id, **{**(brief if kind == "brief" else {}), **lists, **fields})


def _terms(kind: str, low: int, high: int) -> st.SearchStrategy[list[Term]]:
    return st.lists(st.sampled_from(list(WORDS[kind])), min_size=low, max_size=high, unique=True)


def _countries(location: str) -> tuple[Term, ...]:
    term = WORDS["countries"].find(_LOCATIONS[location])
    larger = WORDS["countries"].find(term.within) if term else None
    return tuple(each for each in (term, larger) if each)


@st.composite
def cases(draw: st.DrawFn, case_id: str) -> CaseStudy:
    """A case study of any kind; only what can be chosen by differs."""
    kind = draw(st.sampled_from(["full", "full", "brief"]))
    terms = {
        "benefits": draw(_terms("benefits", 3, 3)),
        "enablers": draw(_terms("enablers", 3, 3)),
        "opportunities": draw(_terms("opportunities", 1 if kind == "brief" else 0, 4)),
    }
    location = draw(st.sampled_from(list(_LOCATIONS)))
    return made(
        case_id,
        kind,
        terms,
        title=draw(st.sampled_from(["Alpha", "beta", "Gamma", "delta"])),
        sectors=tuple(draw(_terms("sectors", 0, 2))),
        location=location,
        countries=_countries(location),
        spotlight=rich(" ".join(["word"] * draw(st.integers(1, 200)))),
    )


def libraries(most: int = 8, least: int = 1) -> st.SearchStrategy[dict[str, CaseStudy]]:
    """Libraries of so many cases, by id."""
    sizes = st.integers(least, most)
    return sizes.flatmap(lambda size: st.tuples(*(cases(f"case-{number}") for number in range(size)))).map(
        lambda found: {each.id: each for each in found}
    )
