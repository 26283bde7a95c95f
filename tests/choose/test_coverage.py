"""Which benefits, enablers and opportunities a deck shows."""

from __future__ import annotations

from hypothesis import given

from casedeck.choose.coverage import claims_of, shown, terms_shown
from casedeck.model.case_study import CaseStudy
from casedeck.model.choice import COVERED
from tests.support.libraries import WORDS, libraries, made
from tests.support.samples import card


@given(libraries())
def test_coverage_is_exact(cases: dict[str, CaseStudy]) -> None:
    """For each term of each vocabulary, in its order, stand exactly the cards that show it."""
    cards = [card(each, number, len(cases)) for number, each in enumerate(cases.values(), 1)]
    found = terms_shown(cards, WORDS)
    assert list(found) == list(COVERED)
    for kind, rows in found.items():
        assert [row.term for row in rows] == list(WORDS[kind])
        for row in rows:
            assert row.cards == tuple(each.number for each in cards if shows(each.case, kind, row.term.id))


def shows(case: CaseStudy, kind: str, term: str) -> bool:
    """Whether a case shows a term, worked out the long way."""
    if term in [claim.term.id for claim in getattr(case, kind)]:
        return True
    return (
        kind == "enablers"
        and not case.full
        and any(term in claim.term.enablers for claim in case.opportunities)
    )


def test_a_brief_case_shows_the_enablers_that_its_opportunities_are() -> None:
    """A brief case shows the enablers that are the same idea as its opportunities, none that are so in part,
    and no benefit.
    """
    terms = {term.id: term for term in WORDS["opportunities"]}
    brief = made(
        "a",
        "brief",
        {"opportunities": [terms["storytelling"], terms["honesty-and-openness"], terms["physical-space"]]},
    )
    assert shown(brief) == {
        ("enablers", "narratives"),
        ("enablers", "space"),
        ("opportunities", "storytelling"),
        ("opportunities", "honesty-and-openness"),
        ("opportunities", "physical-space"),
    }


def test_a_full_case_shows_its_own_enablers() -> None:
    """Twin: a full case shows the three enablers that it names, whatever its opportunities are."""
    terms = {kind: list(WORDS[kind])[:3] for kind in COVERED}
    full = made("a", "full", terms)
    assert {name for kind, name in shown(full) if kind == "enablers"} == {
        term.id for term in terms["enablers"]
    }


@given(libraries())
def test_claims_are_those_of_the_terms(cases: dict[str, CaseStudy]) -> None:
    """Asked for all that it shows, a case gives each of its claims once; asked for nothing, none; for one
    term, its claim.
    """
    for case in cases.values():
        every = (*case.benefits, *case.enablers, *case.opportunities)
        assert claims_of(case, shown(case)) == every
        assert claims_of(case, []) == ()
        for kind in COVERED:
            for claim in getattr(case, kind):
                assert claims_of(case, [(kind, claim.term.id)]) == (claim,)
