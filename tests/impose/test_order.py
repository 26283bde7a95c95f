"""The order of cards on sheets, and in the piles after cutting."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from casedeck.impose.order import in_piles, stacks

few = st.integers(1, 60)
places = st.integers(1, 10)


def cut(sheets: list[tuple[int, ...]]) -> list[int]:
    """The cards in their order after the sheets are cut as one stack, and the pile of each place is laid on
    that of the next.
    """
    most = max(map(len, sheets), default=0)
    return [sheet[place] for place in range(most) for sheet in sheets if place < len(sheet)]


@given(few, places)
def test_a_stack_is_in_order_once_it_is_cut(count: int, each: int) -> None:
    """Cut the stack once and lay the piles on each other: the cards are in the order in which they were."""
    assert cut([*in_piles(count, each)]) == [*range(count)]


def test_another_order_is_seen() -> None:
    """Cards that were put on sheets row by row come out mixed."""
    assert cut([(0, 1), (2, 3)]) == [0, 2, 1, 3]


@given(few, places)
def test_only_last_places_are_empty(count: int, each: int) -> None:
    """No sheet takes more cards than it has places, no place is empty on a sheet above one where it is not,
    and there are as few sheets as can be.
    """
    sheets = [*in_piles(count, each)]
    sizes = [*map(len, sheets)]
    assert len(sheets) == -(-count // each)
    assert max(sizes) <= each
    assert sizes == sorted(sizes, reverse=True)
    assert max(sizes) - min(sizes) <= 1


def test_few_cards_stand_row_by_row() -> None:
    """What fits on one sheet stands on it in order."""
    assert [*in_piles(3, 4)] == [(0, 1, 2)]


@given(few, st.integers(1, 50), places)
def test_copies_take_as_little_paper_as_can_be(cards: int, copies: int, each: int) -> None:
    """Stacks hold all copies, on no more sheets than all cards together need."""
    found = stacks(cards, copies, each)
    assert sum(stack.decks for stack in found) == copies
    assert sum(stack.sheets for stack in found) == -(-cards * copies // each)


@given(few, st.integers(1, 50), places)
def test_every_card_is_there_as_often_as_it_was_asked_for(cards: int, copies: int, each: int) -> None:
    """Each card is on exactly as many places as there are copies, in whole decks one after the other."""
    piled = [cut([*in_piles(cards * stack.decks, each)]) for stack in stacks(cards, copies, each)]
    assert all(order == [*range(len(order))] for order in piled)
    used = Counter(index % cards for index in chain.from_iterable(piled))
    assert used == dict.fromkeys(range(cards), copies)


def test_each_pile_is_a_deck_where_there_are_enough() -> None:
    """Four copies on sheets of four: each sheet has one card four times."""
    assert stacks(22, 9, 4) == [(4, 22), (4, 22), (1, 6)]
    sheets = list(in_piles(88, 4))
    assert [index % 22 for index in sheets[5]] == [5, 5, 5, 5]
