"""Chance that falls out the same again for the same seed."""

from __future__ import annotations

from collections.abc import Iterator

_MASK = 2**64 - 1


def ring(card_count: int, seed: int) -> tuple[int, ...]:
    """The card numbers 1 to `card_count` shuffled by `seed`: the same on every machine and Python, for good.

    Fisher-Yates from the last place down, each place drawn with SplitMix64 (Steele, Lea and Flood 2014)
    modulo the places left. Seeds that differ by 2**64 are the same. ring(6, 2027) is (1, 4, 5, 2, 6, 3).
    """
    cards = list(range(1, card_count + 1))
    numbers = split_mix(seed)
    for last in range(card_count - 1, 0, -1):
        drawn = next(numbers) % (last + 1)
        cards[last], cards[drawn] = cards[drawn], cards[last]
    return tuple(cards)


def split_mix(seed: int) -> Iterator[int]:
    """Whole numbers from 0 to 2**64 - 1 without end, as SplitMix64 makes them from a seed."""
    state = seed & _MASK
    while True:
        state = (state + 0x9E3779B97F4A7C15) & _MASK
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        yield mixed ^ (mixed >> 31)
