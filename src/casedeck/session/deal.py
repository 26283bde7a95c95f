"""The deal: who gets which cards. Shuffled once into a ring, dealt seat by seat round it.

With n cards, k in a hand: no hand repeats a card; every card is used as often as any other, or once more;
neighbours share no card when 2k <= n; any four neighbours share none when 4k <= n. The last seat and the
first are not neighbours in this.
"""

from __future__ import annotations

from collections.abc import Sequence

from casedeck.errors import PlanError


def hands(cards: Sequence[int], people: int, hand: int) -> tuple[tuple[int, ...], ...]:
    """The hand of each seat: seat i (from 0) takes cards i*k to i*k+k-1 round the ring `cards`, k being
    `hand`.

    PlanError where a hand is more than the ring, or nobody is there to be dealt to, or nothing to deal.
    """
    if people < 1 or hand < 1:
        raise PlanError(
            f"{people} people with {hand} cards each leaves nothing to deal", "use 1 or more of both"
        )
    if hand > len(cards):
        raise PlanError(
            f"a hand of {hand} cards is more than the {len(cards)} of the deck",
            f"deal {len(cards)} or fewer, or add cards",
        )
    return tuple(
        tuple(cards[(seat * hand + place) % len(cards)] for place in range(hand)) for seat in range(people)
    )


def pile(dealt: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The card numbers in the order in which they are printed: seat by seat, so that the pile comes out
    dealt.
    """
    return tuple(number for each in dealt for number in each)
