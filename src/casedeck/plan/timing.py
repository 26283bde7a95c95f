"""The run of an activity: how long each block takes, what is cut when time is short, and clock times."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from casedeck.model.activity import Activity, Block
from casedeck.plan.error import PlanError
from casedeck.plan.groups import fours, groups, groups_by_room, pairs, rooms, tables
from casedeck.wording import count, in_sentence

_ROUNDING = 1e-9
_DAY = 24 * 60
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class Load(NamedTuple):
    """What an activity's minutes and copies depend on: people, cards in the deck, minutes to read one card, cards in a hand (0 for
    none), cards that each person reads, and rooms.
    """

    people: int
    cards: int
    reading: float
    hand: int
    cards_read: int
    rooms: int


class Slot(NamedTuple):
    """A block in the run: the minute it starts at, from the start of the activity, its whole minutes, and how many were cut."""

    block: Block
    start: int
    minutes: int
    cut: int


def load_of(activity: Activity, people: int, cards: int, reading: float, in_rooms: int = 0) -> Load:
    """The load of an activity: nobody reads more cards than the deck has; more rooms only where groups present one by one.

    `in_rooms` is how many rooms there are; 0 takes as many as so many people usually need.
    """
    in_rooms = (in_rooms or rooms(people)) if _presents(activity) else 1
    return Load(people, cards, reading, activity.hand, min(activity.cards_read, cards), in_rooms)


def units(load: Load) -> Mapping[str, int]:
    """How many there are of each of `casedeck.model.activity.UNITS`. PlanError for fewer than 2 people."""
    return {
        "person": load.people,
        "pair": len(pairs(load.people)),
        "four": len(fours(load.people)),
        "group": len(groups(load.people, load.rooms)),
        "table": len(tables(load.people)),
        "room": load.rooms,
        "card": load.cards,
        "card read": load.cards_read,
        "card in hand": load.hand,
        "group in a room": max(map(len, groups_by_room(load.people, load.rooms))),
    }


def block_minutes(block: Block, load: Load) -> int:
    """Whole minutes of a block, half a minute rounded up, at least 1. PlanError where none of its lines holds for so many people.

    8 cards of 0.55 minutes and 0.95 to read: 12.
    """
    rule = next((rule for rule in block.minutes if load.people <= rule.up_to_people), None)
    if rule is None:
        most = max(rule.up_to_people for rule in block.minutes)
        raise PlanError(f'"{block.name}" has no minutes for {load.people} people', f'its last line holds "up to people: {most}"')
    times = units(load)[rule.per] if rule.per else 0
    minutes = rule.fixed + times * (rule.each + (load.reading if rule.reading else 0))
    return max(1, math.floor(min(max(minutes, rule.least), rule.most) + 0.5 + _ROUNDING))


def schedule(activity: Activity, load: Load, minutes: int | None = None, others: Sequence[Activity] = ()) -> tuple[Slot, ...]:
    """The blocks one after the other, cut to `minutes` where that is given: in the order of `Block.cut`, as little as needed,
    never below `cut_to`. A block cut to nothing has 0 minutes.

    PlanError for people or cards outside the activity's range, and where everything cut is still too long; the way out names the
    one of `others` that fits, or more rooms, or how many minutes it needs.
    """
    _check_range(activity, load, others)
    slots = _run(activity, load, minutes)
    if minutes is not None and total(slots) > minutes:
        raise _too_short(activity, load, minutes, others)
    return slots


def total(slots: Sequence[Slot]) -> int:
    """Minutes of the whole run."""
    return sum(slot.minutes for slot in slots)


def clock(starts: dt.time, minute: int) -> dt.time:
    """The time of day so many minutes after `starts`; PlanError from midnight on. 13:30 and 45 minutes: 14:15."""
    after = starts.hour * 60 + starts.minute + minute
    if after >= _DAY:
        raise PlanError(f"{count(minute, 'minute')} from {starts:%H:%M} is past midnight", "start earlier, or choose fewer activities")
    return dt.time(after // 60, after % 60)


def running_order(lengths: Sequence[int]) -> tuple[int, ...]:
    """The minute at which each of several activities starts: a break of 10 minutes before each but the first, or of 15 where more
    than 90 minutes have passed since the start or the last break of 15. 35, 43 and 52 minutes: 0, 45, 98; 95 and 30: 0, 110.
    """
    starts: list[int] = []
    now, rested = 0, 0
    for length in lengths:
        if starts:
            long = now - rested > 90
            now += 15 if long else 10
            rested = now if long else rested
        starts.append(now)
        now += length
    return tuple(starts)


def _run(activity: Activity, load: Load, minutes: int | None) -> tuple[Slot, ...]:
    full = [block_minutes(block, load) for block in activity.blocks]
    over = 0 if minutes is None else sum(full) - minutes
    cuts = [0] * len(full)
    for place in sorted(range(len(full)), key=lambda place: activity.blocks[place].cut):
        block = activity.blocks[place]
        if block.cut and over > 0:
            cuts[place] = max(0, min(over, full[place] - math.ceil(block.cut_to)))
            over -= cuts[place]
    starts = [sum(full[:place]) - sum(cuts[:place]) for place in range(len(full))]
    return tuple(map(Slot, activity.blocks, starts, [whole - cut for whole, cut in zip(full, cuts, strict=True)], cuts))


def _holds(activity: Activity, load: Load) -> bool:
    return activity.people[0] <= load.people <= activity.people[1] and activity.cards[0] <= load.cards <= activity.cards[1]


def _fitting(load: Load, others: Sequence[Activity]) -> list[tuple[int, Activity]]:
    """The other activities for so many people and cards, with their uncut minutes, the longest first."""
    loads = [(other, load_of(other, load.people, load.cards, load.reading)) for other in others]
    found = [(total(_run(other, its, None)), other) for other, its in loads if _holds(other, its)]
    return sorted(found, key=lambda pair: -pair[0])


def _check_range(activity: Activity, load: Load, others: Sequence[Activity]) -> None:
    (fewest, most), (low, high) = activity.people, activity.cards
    if not fewest <= load.people <= most:
        ways = [
            f"choose {in_sentence(other.name)}, which is for {other.people[0]} to {other.people[1]}" for _, other in _fitting(load, others)
        ]
        usual = "take turns in two halves" if load.people > most else "invite more people"
        raise PlanError(f"{in_sentence(activity.name)} is for {fewest} to {most} people, not for {load.people}", (*ways, usual)[0])
    if not low <= load.cards <= high:
        way = f"choose {high} cards or fewer" if load.cards > high else f"choose {low} cards or more"
        raise PlanError(f"{in_sentence(activity.name)} is for a deck of {low} to {high} cards, not of {load.cards}", way)


def _too_short(activity: Activity, load: Load, minutes: int, others: Sequence[Activity]) -> PlanError:
    full, least = total(_run(activity, load, None)), total(_run(activity, load, 0))
    needs = f"it needs {full}" + (f", or {least} with everything cut that can be cut" if least < full else "")
    ways = []
    more = load._replace(rooms=load.rooms + 1)
    if _presents(activity) and load.people >= 6 * more.rooms and total(_run(activity, more, minutes)) <= minutes:
        ways.append(f"use {_NUMBERS[more.rooms] if more.rooms < len(_NUMBERS) else more.rooms} rooms")
    ways += [f"{in_sentence(other.name)}, which takes {needed}" for needed, other in _fitting(load, others) if needed <= minutes][:1]
    way = ", or ".join(ways) or f"allow at least {count(least, 'minute')}"
    if ways and not ways[0].startswith("use"):
        way = f"choose {way}"
    return PlanError(f"{count(minutes, 'minute')} is too short for {in_sentence(activity.name)} with {load.people} people; {needs}", way)


def _presents(activity: Activity) -> bool:
    """Whether the groups of each room take their turns one after the other."""
    return any(rule.per == "group in a room" for block in activity.blocks for rule in block.minutes)
