"""The orders that the cards of a deck can have."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.choose.orders import ordered
from casedeck.choose.spread import sharing
from casedeck.model.case_study import CaseStudy
from casedeck.model.choice import ORDERS
from tests.support.libraries import WORDS, libraries
from tests.support.library import library


@pytest.mark.parametrize("order", ORDERS)
@given(libraries(), st.randoms(use_true_random=False))
def test_orders_lose_nothing(order: str, cases: dict[str, CaseStudy], random: Random) -> None:
    """In every order the same cases come, each once; in the orders by words it is the same one whatever the
    order before.
    """
    found = ordered(order, list(cases.values()), WORDS)
    assert sorted(each.id for each in found) == sorted(cases)
    shuffled = list(cases.values())
    random.shuffle(shuffled)
    if order in ("title", "benefit", "sector"):
        assert ordered(order, shuffled, WORDS) == found
    assert ordered("as listed", shuffled, WORDS) == shuffled


@given(libraries())
def test_spread_never_shares_more(cases: dict[str, CaseStudy]) -> None:
    """Spread out, no more neighbours share an enabler than did as listed."""
    listed = list(cases.values())
    assert sharing(ordered("spread", listed, WORDS)) <= sharing(listed)


@pytest.mark.parametrize("backwards", [False, True])
def test_the_whole_library_spread_out(backwards: bool) -> None:
    """The shipped cases, full and brief, have far fewer neighbours that share an enabler once they are spread
    out.
    """
    listed = library().by_title()[:: -1 if backwards else 1]
    assert sharing(ordered("spread", listed, WORDS)) < sharing(listed) / 2


def test_by_title() -> None:
    """By title, capitals do not matter."""
    titles = [case.title.casefold() for case in ordered("title", list(library().cases.values()), WORDS)]
    assert titles == sorted(titles)


def test_by_benefit() -> None:
    """By benefit, cards stand by the benefit that is first on them, in the vocabulary's order, then by title,
    brief ones last.
    """
    names = WORDS["benefits"].names()
    found = ordered("benefit", list(library().cases.values()), WORDS)
    keys = [
        (names.index(each.benefits[0].term.name) if each.full else len(names), each.title.casefold())
        for each in found
    ]
    assert keys == sorted(keys)
    assert [each.full for each in found] == sorted((each.full for each in found), reverse=True)


@given(libraries())
def test_by_sector(cases: dict[str, CaseStudy]) -> None:
    """By sector, cards stand by the sector that is first on them, then by title, those without one last."""
    found = ordered("sector", list(cases.values()), WORDS)
    keys = [
        (not each.sectors, each.sectors[0].name if each.sectors else "", each.title.casefold())
        for each in found
    ]
    assert keys == sorted(keys)


def test_the_orders_differ() -> None:
    """Twin: on the shipped library no two orders are the same."""
    listed = list(reversed(library().by_title()))
    found = [[each.id for each in ordered(order, listed, WORDS)] for order in ORDERS]
    assert len({tuple(each) for each in found}) == len(ORDERS)
