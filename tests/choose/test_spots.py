"""The cases that warm the cool spots of a Heatmap, and the order in which they come."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.choose.spots import CoolSpot, ranked, sentences
from casedeck.model.case_study import CaseStudy
from casedeck.model.choice import HIGHEST_SCORE
from casedeck.model.reason import in_a_list, said
from casedeck.model.vocabulary import Term
from tests.support.libraries import WORDS, libraries, made
from tests.support.reasons import WORDS as REASONS

TERMS = list(WORDS["opportunities"])
PLANNING, TRAINING, RULES, *_ = TERMS


@st.composite
def spots_of(draw: st.DrawFn) -> list[CoolSpot]:
    """One to four spots, all with scores or all without any."""
    terms = draw(st.lists(st.sampled_from(TERMS), min_size=1, max_size=4, unique=True))
    scores = (
        st.lists(st.integers(1, 5), min_size=1, max_size=4).map(tuple) if draw(st.booleans()) else st.just(())
    )
    return [CoolSpot(term, draw(scores)) for term in terms]


def weight(spot: CoolSpot) -> float:
    """What a spot weighs before any card warms it."""
    return 1.0 if spot.score is None else HIGHEST_SCORE + 0.5 - spot.score


def shows(case: CaseStudy, spot: CoolSpot) -> bool:
    """Whether the case says anything of the spot."""
    return spot.term.id in {claim.term.id for claim in case.opportunities}


def small(case_id: str, *terms: Term) -> CaseStudy:
    """A case that illustrates these opportunities."""
    return made(case_id, "brief", {"opportunities": terms})


@given(libraries(), spots_of())
def test_no_case_that_warms_a_spot_is_left_out(cases: dict[str, CaseStudy], spots: list[CoolSpot]) -> None:
    """Every case that warms any of the spots comes once, with exactly the spots that it warms, and no other
    case comes.
    """
    found = list(ranked(spots, cases.values()))
    assert sorted(case.id for case, _ in found) == sorted(
        case.id for case in cases.values() if any(shows(case, spot) for spot in spots)
    )
    assert all(warmed == [spot for spot in spots if shows(case, spot)] for case, warmed in found)


@given(libraries(), spots_of())
def test_each_case_warms_the_greatest_weight_left(cases: dict[str, CaseStudy], spots: list[CoolSpot]) -> None:
    """The first case warms the greatest weight, and each next one the greatest after the spots of those
    before it count half.
    """
    left = dict(cases)
    weights = {spot.term.id: weight(spot) for spot in spots}
    for case, warmed in ranked(spots, cases.values()):
        most = max(
            sum(weights[spot.term.id] for spot in spots if shows(each, spot)) for each in left.values()
        )
        assert sum(weights[spot.term.id] for spot in warmed) == pytest.approx(most)
        del left[case.id]
        for spot in warmed:
            weights[spot.term.id] /= 2


def test_a_forgotten_spot_comes_up() -> None:
    """Where two cards have warmed the coolest spot, a card for the other one comes before a third of the
    same.
    """
    cases = [*(small(name, PLANNING) for name in "abc"), small("z", TRAINING)]
    spots = [CoolSpot(PLANNING, (1,)), CoolSpot(TRAINING, (3,))]
    assert [case.id for case, _ in ranked(spots, cases)] == ["a", "z", "b", "c"]


def test_without_halving_it_would_be_forgotten() -> None:
    """Twin: by the weights alone, all cards of the coolest spot would come first."""
    assert weight(CoolSpot(PLANNING, (1,))) > weight(CoolSpot(TRAINING, (3,)))
    assert weight(CoolSpot(PLANNING, (1,))) / 2 < weight(CoolSpot(TRAINING, (3,)))


@given(libraries(), spots_of(), st.randoms(use_true_random=False))
def test_the_order_of_the_cases_does_not_matter(
    cases: dict[str, CaseStudy], spots: list[CoolSpot], random: Random
) -> None:
    """The same cases come in the same order, however they are ordered before."""
    shuffled = list(cases.values())
    random.shuffle(shuffled)
    assert list(ranked(spots, shuffled)) == list(ranked(spots, cases.values()))


def test_ties() -> None:
    """Of cases of equal weight, the one that warms the cooler spot comes first, then the one whose title
    does, whatever its capitals.
    """
    cases = [
        small("b", TRAINING),
        small("a", TRAINING)._replace(title="zeta"),
        small("c", PLANNING),
        small("d", TRAINING)._replace(title="Alpha"),
    ]
    assert [case.id for case, _ in ranked([CoolSpot(PLANNING), CoolSpot(TRAINING)], cases)] == [
        "c",
        "d",
        "b",
        "a",
    ]
    assert [case.id for case, _ in ranked([CoolSpot(TRAINING), CoolSpot(PLANNING)], cases)] == [
        "d",
        "c",
        "b",
        "a",
    ]


@given(libraries(), spots_of())
def test_the_sentences_are_those_of_the_case(cases: dict[str, CaseStudy], spots: list[CoolSpot]) -> None:
    """What a card says to its spots are the case's own sentences about them, in the order of the spots."""
    for case, warmed in ranked(spots, cases.values()):
        found = sentences(case, warmed)
        assert [claim.term for claim in found] == [spot.term for spot in warmed]
        assert list(found) == [
            claim for spot in warmed for claim in case.opportunities if claim.term == spot.term
        ]


@pytest.mark.parametrize(
    ("spot", "words"),
    [
        (CoolSpot(PLANNING), "Planning"),
        (CoolSpot(PLANNING, (2,)), "Planning (2)"),
        (CoolSpot(PLANNING, (2, 2)), "Planning (2)"),
        (CoolSpot(RULES, (1, 2, 2)), "Rules and accountabilities (1.7 on average, from 1 to 2)"),
        (CoolSpot(PLANNING, (1, 5, 4, 4)), "Planning (3.5 on average, from 1 to 5)"),
    ],
)
def test_a_spot_in_words(spot: CoolSpot, words: str) -> None:
    """A spot is named with its mean, and where people differ, with their lowest and highest score."""
    assert said(spot.phrase(), REASONS) == words


@given(spots_of())
def test_the_reason_names_every_spot(spots: list[CoolSpot]) -> None:
    """A reason names all the spots that the case warms, in their order, none as "more"."""
    reason = said(in_a_list([spot.phrase() for spot in spots]), REASONS)
    places = [reason.index(said(spot.phrase(), REASONS)) for spot in spots]
    assert places == sorted(places)
    assert "more" not in reason
