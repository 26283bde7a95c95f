"""The deal and its promises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.choose.chance import ring, split_mix
from casedeck.errors import PlanError
from casedeck.session.deal import hands, pile

decks = st.integers(6, 46)
handfuls = st.integers(2, 5)
crowds = st.integers(2, 60)
seeds = st.integers(0, 2**70)
Dealt = Sequence[Sequence[int]]


def repeats(dealt: Dealt) -> bool:
    """Whether a hand has a card twice."""
    return any(len(set(hand)) < len(hand) for hand in dealt)


def unevenness(dealt: Dealt, cards: int) -> int:
    """How much oftener the most used card is dealt than the least used."""
    used = Counter(dict.fromkeys(range(1, cards + 1), 0))
    used.update(pile(dealt))
    return max(used.values()) - min(used.values())


def shared(dealt: Dealt, seats: int) -> bool:
    """Whether any so many seats in a row have a card in common between two of them."""
    rows = [pile(dealt[start : start + seats]) for start in range(max(1, len(dealt) - seats + 1))]
    return any(len(set(row)) < len(row) for row in rows)


@given(decks, handfuls, crowds, seeds)
def test_no_hand_repeats_a_card(cards: int, hand: int, people: int, seed: int) -> None:
    """Everybody has as many different cards as were asked for."""
    dealt = hands(ring(cards, seed), people, hand)
    assert [len(each) for each in dealt] == [hand] * people
    assert not repeats(dealt)


@given(decks, handfuls, crowds, seeds)
def test_every_card_is_used_as_often_as_any_other_or_once_more(
    cards: int, hand: int, people: int, seed: int
) -> None:
    """The use of cards is balanced within one."""
    assert unevenness(hands(ring(cards, seed), people, hand), cards) <= 1


@given(decks, handfuls, crowds, seeds)
def test_neighbours_meet_different_cards(cards: int, hand: int, people: int, seed: int) -> None:
    """Two seats in a row share nothing when 2k <= n, three when 3k <= n, four when 4k <= n."""
    dealt = hands(ring(cards, seed), people, hand)
    for seats in (2, 3, 4):
        if seats * hand <= cards:
            assert not shared(dealt, seats)


def test_a_deal_by_chance_breaks_the_promises() -> None:
    """Twin: hands drawn at random repeat cards, use them unevenly and share them with neighbours."""
    numbers = split_mix(1)
    dealt = [[next(numbers) % 16 + 1 for _ in range(3)] for _ in range(20)]
    assert repeats(dealt)
    assert unevenness(dealt, 16) > 1
    assert shared(dealt, 2)


def test_four_neighbours_share_where_the_deck_is_too_small() -> None:
    """Twin: with 4k > n the fourth seat has a card of the first."""
    assert shared(hands(ring(11, 1), 8, 3), 4)


@given(st.integers(0, 200), seeds)
def test_a_ring_holds_every_card_once(cards: int, seed: int) -> None:
    """The ring is the numbers from 1 in another order, the same whenever it is asked for."""
    assert sorted(ring(cards, seed)) == list(range(1, cards + 1))
    assert ring(cards, seed) == ring(cards, seed)


def test_a_ring_is_the_same_for_good() -> None:
    """A seed printed today deals the same cards in ten years."""
    assert ring(6, 2027) == (1, 4, 5, 2, 6, 3)
    assert ring(16, 2027) == (7, 2, 9, 10, 3, 11, 4, 5, 16, 15, 14, 6, 12, 8, 13, 1)


def test_another_seed_is_another_ring() -> None:
    """Of fifty seeds no two deal sixteen cards in the same order."""
    assert len({ring(16, seed) for seed in range(50)}) == 50


def test_every_card_may_come_anywhere() -> None:
    """Over 6,000 seeds each of six cards is first about a thousand times."""
    firsts = Counter(ring(6, seed)[0] for seed in range(6000))
    assert all(880 < count < 1120 for count in firsts.values())


def test_numbers_are_those_of_splitmix64() -> None:
    """The first five for seed 1234567, as other programs print them."""
    known = [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
        4593380528125082431,
        16408922859458223821,
    ]
    assert list(islice(split_mix(1234567), 5)) == known


def test_the_pile_comes_out_dealt() -> None:
    """The cards of the first seat lie on top, those of the last at the bottom."""
    assert hands((4, 1, 3, 2), 3, 2) == ((4, 1), (3, 2), (4, 1))
    assert pile(((4, 1), (3, 2), (4, 1))) == (4, 1, 3, 2, 4, 1)


def test_a_hand_larger_than_the_deck_is_refused() -> None:
    """The error says both numbers and what to do."""
    with pytest.raises(
        PlanError, match="a hand of 5 cards is more than the 4 of the deck: deal 4 or fewer, or add cards"
    ):
        hands(ring(4, 1), 8, 5)
    assert len(hands(ring(5, 1), 8, 5)) == 8


@pytest.mark.parametrize(("people", "hand"), [(0, 3), (8, 0)])
def test_dealing_nothing_is_refused(people: int, hand: int) -> None:
    """Nobody, or no cards each, is an error."""
    with pytest.raises(PlanError, match="leaves nothing to deal"):
        hands(ring(6, 1), people, hand)
