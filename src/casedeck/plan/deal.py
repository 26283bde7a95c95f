"""The deal: who gets which cards. Shuffled once into a ring, dealt seat by seat round it.

With n cards, k in a hand: no hand repeats a card; every card is used as often as any other, or once more; neighbours share no
card when 2k <= n; any four neighbours share none when 4k <= n. The last seat and the first are not neighbours in this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casedeck.plan.error import PlanError

_MASK = 2**64 - 1


def ring(card_count: int, seed: int) -> tuple[int, ...]:
    """The card numbers 1 to `card_count` shuffled by `seed`: the same on every machine and Python, for good.

    Fisher-Yates from the last place down, each place drawn with SplitMix64 (Steele, Lea and Flood 2014) modulo the places left.
    Seeds that differ by 2**64 are the same. ring(6, 2027) is (1, 4, 5, 2, 6, 3).
    """
    cards = list(range(1, card_count + 1))
    numbers = split_mix(seed)
    for last in range(card_count - 1, 0, -1):
        drawn = next(numbers) % (last + 1)
        cards[last], cards[drawn] = cards[drawn], cards[last]
    return tuple(cards)


def hands(cards: Sequence[int], people: int, hand: int) -> tuple[tuple[int, ...], ...]:
    """The hand of each seat: seat i (from 0) takes cards i*k to i*k+k-1 round the ring `cards`, k being `hand`.

    PlanError where a hand is more than the ring, or nobody is there to be dealt to, or nothing to deal.
    """
    if people < 1 or hand < 1:
        raise PlanError(f"{people} people with {hand} cards each leaves nothing to deal", "use 1 or more of both")
    if hand > len(cards):
        raise PlanError(f"a hand of {hand} cards is more than the {len(cards)} of the deck", f"deal {len(cards)} or fewer, or add cards")
    return tuple(tuple(cards[(seat * hand + place) % len(cards)] for place in range(hand)) for seat in range(people))


def pile(dealt: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The card numbers in the order in which they are printed: seat by seat, so that the pile comes out dealt."""
    return tuple(number for each in dealt for number in each)


def split_mix(seed: int) -> Iterator[int]:
    """Whole numbers from 0 to 2**64 - 1 without end, as SplitMix64 makes them from a seed."""
    state = seed & _MASK
    while True:
        state = (state + 0x9E3779B97F4A7C15) & _MASK
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        yield mixed ^ (mixed >> 31)
