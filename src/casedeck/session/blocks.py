"""How long a block of an activity is: every length that it can have, and what each leaves to its parts."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from casedeck.errors import PlanError
from casedeck.model.activity import Activity, Block, Minutes, Part, presents
from casedeck.session.groups import balanced, fours, groups, groups_by_room, pairs, rooms, tables

_ROUNDING = 1e-9
SLOT_STEP = 0.5
"""Slots that come one after the other are told in half minutes, all else in whole ones."""


class Load(NamedTuple):
    """What an activity's minutes and copies depend on: people, cards in the deck, minutes to read one card,
    cards in a hand (0 for none), cards that each person reads, rooms, and whether people find their partners
    at tables.
    """

    people: int
    cards: int
    reading: float
    hand: int
    cards_read: int
    rooms: int
    at_tables: bool = False

    @property
    def halls(self) -> tuple[int, ...]:
        """How many people are in each room, the fullest first. 59 in two rooms: 30, 29."""
        return balanced(self.people, self.rooms)


class Length(NamedTuple):
    """One length of a block: its whole minutes, its slots (1 where it has none) and the minutes of each part
    of a slot; `block` is the one that takes place, where the time is too short for another.
    """

    block: Block
    minutes: int
    slots: int
    parts: tuple[float, ...]

    @property
    def each(self) -> float:
        """The minutes of one slot; a little less than its share of the block where that is no half minute."""
        return sum(self.parts)


def load_of(activity: Activity, people: int, cards: int, reading: float, in_rooms: int = 0) -> Load:
    """The load of an activity: nobody reads more cards than the deck has; more rooms where one would be too
    full.

    `in_rooms` is how many rooms there are, which counts where groups present one by one; 0 takes as many as
    are needed.
    """
    needed = rooms(people, activity.room_holds)
    in_rooms = (in_rooms or needed) if presents(activity) else needed
    return Load(
        people,
        cards,
        reading,
        activity.hand,
        min(activity.cards_read, cards),
        in_rooms,
        activity.grouping == "tables",
    )


def units(load: Load) -> Mapping[str, int]:
    """How many there are of each of `casedeck.model.activity.UNITS`, in all rooms. PlanError for fewer than 2
    people in one.
    """
    halls = load.halls
    return {
        "person": load.people,
        "pair": sum(len(partners(people, load)) for people in halls),
        "four": sum(len(fours(people)) for people in halls),
        "group": len(groups(load.people, load.rooms)),
        "table": sum(len(tables(people)) for people in halls),
        "room": load.rooms,
        **_same(load),
        "group in a room": max(map(len, groups_by_room(load.people, load.rooms))),
    }


def units_in_a_room(load: Load) -> Mapping[str, int]:
    """How many of each there are in the fullest room."""
    people, crowd = load.halls[0], max(map(len, groups_by_room(load.people, load.rooms)))
    return {
        "person": people,
        "pair": len(partners(people, load)),
        "four": len(fours(people)),
        "group": crowd,
        "table": len(tables(people)),
        "room": 1,
        **_same(load),
        "group in a room": crowd,
    }


def partners(people: int, load: Load) -> tuple[int, ...]:
    """The sizes of pairs, and of the trios that odd numbers make, among so many people: table by table where
    they sit at tables.
    """
    return (
        tuple(size for table in tables(people) for size in pairs(table)) if load.at_tables else pairs(people)
    )


def _same(load: Load) -> Mapping[str, int]:
    return {"card": load.cards, "card read": load.cards_read, "card in hand": load.hand}


def blocks_of(activity: Activity, load: Load) -> tuple[Block, ...]:
    """The blocks that take place with so many people in a room."""
    return tuple(block for block in activity.blocks if holds(block.people, load))


def holds(people: tuple[int, int], load: Load) -> bool:
    """Whether the fullest room has so many people."""
    return people[0] <= load.halls[0] <= people[1]


def lengths(block: Block, load: Load) -> tuple[Length, ...]:
    """Every length that a block can have, the longest first; only one where it is never cut.

    PlanError where none of its lines holds for so many people.
    """
    own = _of_parts(block, load) if block.parts else _of_minutes(block, load)
    if block.instead is None:
        return own
    return (*own, *[each for each in lengths(block.instead, load) if each.minutes < own[-1].minutes])


def _of_minutes(block: Block, load: Load) -> tuple[Length, ...]:
    full = block_minutes(block, load)
    least = min(full, math.ceil(_sum(block.cut_to, load) - _ROUNDING)) if block.cut else full
    return tuple(Length(block, minutes, 1, (float(minutes),)) for minutes in range(full, least - 1, -1))


def _of_parts(block: Block, load: Load) -> tuple[Length, ...]:
    slots = units_in_a_room(load)[block.per] if block.per else 1
    step = SLOT_STEP if block.per else 1.0
    whole = [_rounded(part.minutes, part, load, step) for part in block.parts]
    least = [_rounded(part.cut_to, part, load, step) for part in block.parts] if block.cut else whole
    made = [
        Length(block, math.ceil(slots * sum(parts) - _ROUNDING), slots, parts)
        for parts in _shorter(whole, least, step)
    ]
    return tuple(
        length for place, length in enumerate(made) if place == 0 or length.minutes < made[place - 1].minutes
    )


def block_minutes(block: Block, load: Load) -> int:
    """Whole minutes of a block that is not cut; of one without parts, half a minute rounded up, at least 1.

    8 cards of 0.55 minutes and 0.95 to read: 12. PlanError where none of its lines holds for so many people.
    """
    if block.parts:
        return lengths(block, load)[0].minutes
    people = load.halls[0]
    rule = next((rule for rule in block.minutes if people <= rule.up_to_people), None)
    if rule is None:
        most = max(rule.up_to_people for rule in block.minutes)
        raise PlanError(
            f'"{block.name}" has no minutes for {people} people',
            f'its last line holds "up to people: {most}"',
        )
    return max(1, math.floor(_sum(rule, load) + 0.5 + _ROUNDING))


def _sum(rule: Minutes, load: Load) -> float:
    """The minutes of a rule, between its least and most."""
    times = units_in_a_room(load)[rule.per] if rule.per else 0
    minutes = rule.fixed + times * (rule.each + (load.reading if rule.reading else 0))
    return min(max(minutes, rule.least), rule.most)


def _rounded(minutes: float, part: Part, load: Load, step: float) -> float:
    """The minutes of a part with its reading, in steps, at least one step unless there are none."""
    whole = minutes + (load.reading if part.reading else 0)
    return max(step, math.floor(whole / step + 0.5 + _ROUNDING) * step) if whole else 0.0


def _shorter(whole: Sequence[float], least: Sequence[float], step: float) -> Iterator[tuple[float, ...]]:
    """The parts ever shorter: each time a step is taken from the one that can best spare it, of several from
    the last.

    A part that may be left out is left out as a whole.
    """
    parts = list(whole)
    yield tuple(parts)
    while any(now > fewest for now, fewest in zip(parts, least, strict=True)):
        longest = max(range(len(parts)), key=lambda place: (parts[place] - least[place], place))
        parts[longest] -= min(step, parts[longest] - least[longest]) if least[longest] else parts[longest]
        yield tuple(parts)
