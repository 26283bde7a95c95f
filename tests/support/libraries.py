"""Small libraries of made-up case studies, full and brief, for tests that try many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from hypothesis import strategies as st

from casedeck.model.case_study import CaseStudy, Claim
from casedeck.model.text import rich
from casedeck.model.vocabulary import Term
from tests.support.cases import case
from tests.support.library import library

WORDS = library().vocabularies
_LOCATIONS = {
    "Leeds, England": "england",
    "Cardiff, Wales": "wales",
    "Various, UK": "uk",
    "Oslo": "",
    "": "",
    "Madrid, Spain": "spain",
}


def claims(terms: Sequence[Term], case_id: str) -> tuple[Claim, ...]:
    """Claims of these terms, each with a sentence that only this case has."""
    return tuple(Claim(term, rich(f"{case_id} on {term.id}.")) for term in terms)


def made(case_id: str, kind: str, terms: Mapping[str, Sequence[Term]], **fields: Any) -> CaseStudy:
    """A case study, "full" or "brief", with these terms by the names of their vocabularies."""
    brief: dict[str, Any] = {"benefits": (), "enablers": (), "learning": (), "keywords": (), "strapline": ()}
    lists = {
        name: claims(each, case_id)
        for name, each in terms.items()
        if kind == "full" or name == "opportunities"
    }
    return case(case_id, **{**(brief if kind == "brief" else {}), **lists, **fields})


def _countries(location: str) -> tuple[Term, ...]:
    term = WORDS["countries"].find(_LOCATIONS[location])
    larger = WORDS["countries"].find(term.within) if term else None
    return tuple(each for each in (term, larger) if each)


def _drawn(number: int) -> CaseStudy:
    """A case study of any kind, the same for a number; only what can be chosen by differs."""
    random = Random(number)  # nothing secret
    kind = random.choice(["full", "full", "brief"])
    counts = {"benefits": 3, "enablers": 3, "opportunities": random.randint(1 if kind == "brief" else 0, 4)}
    location = random.choice(list(_LOCATIONS))
    return made(
        f"drawn-{number}",
        kind,
        {name: random.sample(list(WORDS[name]), count) for name, count in counts.items()},
        title=random.choice(["Alpha", "beta", "Gamma", "delta"]),
        sectors=tuple(random.sample(list(WORDS["sectors"]), random.randint(0, 2))),
        location=location,
        countries=_countries(location),
        spotlight=rich(" ".join(["word"] * random.randint(1, 200))),
    )


_POOL = [_drawn(number) for number in range(150)]


def libraries(most: int = 8, least: int = 1) -> st.SearchStrategy[dict[str, CaseStudy]]:
    """Libraries of so many cases, called case-0, case-1 and so on; each has sentences that no other case
    has.
    """
    found = st.lists(st.sampled_from(range(len(_POOL))), min_size=least, max_size=most, unique=True)
    return found.map(
        lambda numbers: {
            f"case-{place}": _POOL[number]._replace(id=f"case-{place}")
            for place, number in enumerate(numbers)
        }
    )
