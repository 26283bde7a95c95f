"""The fewest sets that cover everything."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedeck.choose import smallest as module
from casedeck.choose.coverage import shown
from casedeck.choose.smallest import Covering, smallest
from casedeck.model.case_study import CaseStudy
from tests.support.libraries import WORDS
from tests.support.library import library

Sets = list[frozenset[int]]
ELEMENTS = range(8)
sets_of = st.lists(st.frozensets(st.sampled_from(ELEMENTS), max_size=5), min_size=1, max_size=8)
BENEFITS = [("benefits", term.id) for term in WORDS["benefits"]]
ENABLERS = [("enablers", term.id) for term in WORDS["enablers"]]


def fewest(wanted: set[int], sets: Sets) -> int:
    """How many of the sets are needed, by trying every choice of them."""
    for count in range(len(sets) + 1):
        if any(wanted <= set[int]().union(*chosen) for chosen in combinations(sets, count)):
            return count
    raise AssertionError("nothing covers this")


@settings(max_examples=300)
@given(sets_of)
def test_it_is_the_smallest(sets: Sets) -> None:
    """The sets chosen cover all that is wanted, and no fewer sets do, which is certain."""
    wanted = set[int]().union(*sets)
    found = smallest(wanted, sets)
    assert wanted <= set[int]().union(*(sets[place] for place in found.chosen))
    assert (len(found.chosen), found.certain) == (fewest(wanted, sets), True)
    assert list(found.chosen) == sorted(set(found.chosen))


def test_greed_is_not_enough() -> None:
    """Twin: always taking the set that brings most needs three sets where two do, and that would be seen."""
    sets = [frozenset({0, 1, 2, 3}), frozenset({0, 1, 4}), frozenset({2, 3, 5})]
    masks = [sum(1 << each for each in one) for one in sets]
    assert len(module._greedy(masks, 0b111111)) == 3
    assert fewest(set(range(6)), sets) == 2
    assert smallest(range(6), sets) == Covering((1, 2), certain=True)


@given(sets_of, st.integers(0, 8))
def test_what_is_in_no_set_cannot_be_covered(sets: Sets, more: int) -> None:
    """ValueError where some of what is wanted is in none of the sets, and only then."""
    wanted = {*set[int]().union(*sets), more}
    if more in set[int]().union(*sets):
        assert smallest(wanted, sets).chosen
    else:
        with pytest.raises(ValueError, match="not everything"):
            smallest(wanted, sets)


def test_nothing_is_covered_by_nothing() -> None:
    """Where nothing is wanted, no set is chosen, and that is certain; without sets nothing else can be
    covered.
    """
    assert smallest([], [frozenset({1})]) == smallest([], []) == Covering((), certain=True)
    with pytest.raises(ValueError, match="not everything"):
        smallest([1], [])


@given(sets_of)
def test_the_same_twice(sets: Sets) -> None:
    """The same sets give the same choice, whatever the order of what is wanted; of equal sets the first is
    chosen.
    """
    wanted = set[int]().union(*sets)
    found = smallest(sorted(wanted), sets)
    assert smallest(sorted(wanted), sets) == found
    assert len(smallest(sorted(wanted, reverse=True), sets).chosen) == len(found.chosen)
    assert smallest(sorted(wanted), [*sets, *sets]) == found


def hard(seed: int = 1, sets: int = 40, elements: int = 40) -> tuple[range, Sets]:
    """Many sets that share much, of which it is not plain how few will do."""
    random = Random(seed)  # nothing secret
    return range(elements), [frozenset(random.sample(range(elements), 7)) for _ in range(sets)]


def test_it_is_not_certain_where_the_steps_run_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """With few steps the covering still covers, is no smaller than the smallest, and is not said to be
    certain.
    """
    wanted, sets = hard()
    monkeypatch.setattr(module, "STEPS", 50)
    found = smallest(wanted, sets)
    assert not found.certain
    assert set(wanted) == set().union(*(sets[place] for place in found.chosen))
    monkeypatch.setattr(module, "STEPS", 3_000_000)
    best = smallest(wanted, sets)
    assert best.certain
    assert len(best.chosen) <= len(found.chosen)


@settings(max_examples=100)
@given(sets_of, st.integers(1, 60))
def test_what_is_certain_is_true(sets: Sets, steps: int) -> None:
    """However few the steps, what is said to be certain is the smallest, and the rest still covers."""
    wanted = set[int]().union(*sets)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "STEPS", steps)
        found = smallest(wanted, sets)
    assert wanted <= set[int]().union(*(sets[place] for place in found.chosen))
    assert not found.certain or len(found.chosen) == fewest(wanted, sets)


def on_cards() -> list[CaseStudy]:
    """The shipped cases of the cards document."""
    return [
        case for case in library().by_title() if any("Case study cards" in source for source in case.sources)
    ]


def test_four_cards_show_every_benefit_and_enabler() -> None:
    """Of the 22 cases of the cards document, four show all 8 benefits and 9 enablers, and three do not; all
    full cards need no more.
    """
    cases = on_cards()
    assert len(cases) == 22
    found = smallest([*BENEFITS, *ENABLERS], [shown(case) for case in cases])
    assert (len(found.chosen), found.certain) == (4, True)
    held = [shown(case) & {*BENEFITS, *ENABLERS} for case in cases]
    assert all(len(frozenset().union(*three)) < 17 for three in combinations(held, 3))
    assert len(frozenset().union(*(held[place] for place in found.chosen))) == 17
    every = smallest([*BENEFITS, *ENABLERS], [shown(case) for case in library().by_title() if case.full])
    assert every.certain
    assert len(every.chosen) <= 4


@pytest.mark.parametrize("seed", range(3))
def test_a_large_library_ends_within_the_steps(seed: int) -> None:
    """In a made-up library of two thousand cases the search ends before its steps do, so that its answer is
    certain.
    """
    random = Random(seed)  # nothing secret
    terms = {
        kind: [(kind, term.id) for term in WORDS[kind]] for kind in ("benefits", "enablers", "opportunities")
    }
    held = [
        frozenset(
            [
                *random.sample(terms["benefits"], 3),
                *random.sample(terms["enablers"], 3),
                *random.sample(terms["opportunities"], 3),
            ]
        )
        for _ in range(2000)
    ]
    for wanted in (BENEFITS + ENABLERS, [each for kind in terms.values() for each in kind]):
        found = smallest(wanted, held)
        assert found.certain
        assert set(wanted) <= set().union(*(held[place] for place in found.chosen))
        assert len(found.chosen) <= 5
