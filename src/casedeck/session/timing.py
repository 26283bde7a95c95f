"""The run of an activity: how long each block takes, what is cut when time is short, and clock times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from casedeck.errors import PlanError
from casedeck.model.activity import Activity, Block, presents
from casedeck.session.blocks import Length, Load, blocks_of, lengths, load_of
from casedeck.session.cutting import Stretch, cut
from casedeck.wording import count, in_sentence

_DAY = 24 * 60
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
SHORT_BREAK, LONG_BREAK, STRETCH = 10, 15, 90
"""Minutes of a break, of one after a long stretch, and what is a long stretch."""


class Slot(NamedTuple):
    """A place in the run: the minute it starts at, from the start of the activity, and the one of its lengths
    that it takes.
    """

    start: int
    lengths: tuple[Length, ...]
    place: int = 0

    @property
    def block(self) -> Block:
        """The block that takes place."""
        return self.length.block

    @property
    def length(self) -> Length:
        """The length it takes."""
        return self.lengths[self.place]

    @property
    def minutes(self) -> int:
        """Its whole minutes."""
        return self.length.minutes

    @property
    def cut(self) -> int:
        """The minutes that were cut."""
        return self.lengths[0].minutes - self.minutes

    @property
    def spare(self) -> int:
        """The minutes that can still be cut."""
        return self.minutes - self.lengths[-1].minutes


class Task(NamedTuple):
    """An activity and its load."""

    activity: Activity
    load: Load


def schedule(
    activity: Activity, load: Load, minutes: int | None = None, others: Sequence[Activity] = ()
) -> tuple[Slot, ...]:
    """The blocks one after the other, cut to `minutes` where that is given: in the order of `Block.cut`, as
    little as needed, never below their least. A block cut to nothing has 0 minutes.

    PlanError for people or cards outside the activity's range, and where everything cut is still too long;
    the way out names the one of `others` that fits, or more rooms, or how many minutes it needs.
    """
    check_range(activity, load, others)
    (slots,) = run([Task(activity, load)], minutes)
    if minutes is not None and total(slots) > minutes:
        raise _too_short(activity, load, minutes, others)
    return slots


def run(tasks: Sequence[Task], minutes: int | None = None) -> tuple[tuple[Slot, ...], ...]:
    """The blocks of several activities, cut together to so many minutes in all, or to their least where that
    is more.
    """
    made = [[Stretch(block.cut, lengths(block, task.load)) for block in blocks_of(*task)] for task in tasks]
    flat = [each for stretches in made for each in stretches]
    places = iter([0] * len(flat) if minutes is None else cut(flat, minutes))
    return tuple(_one_by_one([(each.lengths, next(places)) for each in stretches]) for stretches in made)


def _one_by_one(chosen: Sequence[tuple[tuple[Length, ...], int]]) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    for each, place in chosen:
        slots.append(Slot(slots[-1].start + slots[-1].minutes if slots else 0, each, place))
    return tuple(slots)


def least(tasks: Sequence[Task]) -> tuple[int, ...]:
    """The fewest minutes that each of several activities can be cut to."""
    return tuple(total(slots) for slots in run(tasks, 0))


def total(slots: Sequence[Slot]) -> int:
    """Minutes of the whole run."""
    return sum(slot.minutes for slot in slots)


def clock(starts: dt.time, minute: int) -> dt.time:
    """The time of day so many minutes after `starts`; PlanError from midnight on. 13:30 and 45 minutes:
    14:15.
    """
    after = starts.hour * 60 + starts.minute + minute
    if after >= _DAY:
        raise PlanError(
            f"{count(minute, 'minute')} from {starts:%H:%M} is past midnight",
            "start earlier, or choose fewer activities",
        )
    return dt.time(after // 60, after % 60)


def running_order(lengths: Sequence[int], breaks: int | None = None) -> tuple[int, ...]:
    """The minute at which each of several activities starts, with a break of so many minutes before each but
    the first.

    Where that is not said, a break has 10 minutes, or 15 where more than 90 have passed since the start or
    the last break of 15. 35, 43 and 52 minutes: 0, 45, 98; 95 and 30: 0, 110.
    """
    starts: list[int] = []
    now, rested = 0, 0
    for length in lengths:
        if starts:
            long = now - rested > STRETCH
            now += (LONG_BREAK if long else SHORT_BREAK) if breaks is None else breaks
            rested = now if long else rested
        starts.append(now)
        now += length
    return tuple(starts)


def _holds(activity: Activity, load: Load) -> bool:
    return (
        activity.people[0] <= load.people <= activity.people[1]
        and activity.cards[0] <= load.cards <= activity.cards[1]
    )


def _fitting(load: Load, others: Sequence[Activity]) -> list[tuple[int, Activity]]:
    """The other activities for so many people and cards, with their uncut minutes, the longest first."""
    loads = [(other, load_of(other, load.people, load.cards, load.reading)) for other in others]
    found = [(total(run([Task(other, its)])[0]), other) for other, its in loads if _holds(other, its)]
    return sorted(found, key=lambda pair: -pair[0])


def check_range(activity: Activity, load: Load, others: Sequence[Activity]) -> None:
    """PlanError for people or cards outside the activity's range; the way out names one of `others`."""
    (fewest, most), (low, high) = activity.people, activity.cards
    if not fewest <= load.people <= most:
        ways = [
            f"choose {in_sentence(other.name)}, which is for {other.people[0]} to {other.people[1]}"
            for _, other in _fitting(load, others)
        ]
        usual = (
            "take turns in two halves"
            if load.people > most
            else "invite more people, or read the cards together at one table"
        )
        raise PlanError(
            f"{in_sentence(activity.name)} is for {fewest} to {most} people, not for {load.people}",
            (*ways, usual)[0],
        )
    if not low <= load.cards <= high:
        way = f"choose {high} cards or fewer" if load.cards > high else f"choose {low} cards or more"
        raise PlanError(
            f"{in_sentence(activity.name)} is for a deck of {low} to {high} cards, not of {load.cards}", way
        )


def _too_short(activity: Activity, load: Load, minutes: int, others: Sequence[Activity]) -> PlanError:
    task = Task(activity, load)
    full, (fewest,) = total(run([task])[0]), least([task])
    needs = f"it needs {full}" + (
        f", or {fewest} with everything cut that can be cut" if fewest < full else ""
    )
    ways = []
    more = load._replace(rooms=load.rooms + 1)
    if presents(activity) and load.people >= 6 * more.rooms and least([Task(activity, more)]) <= (minutes,):
        ways.append(f"use {_NUMBERS[more.rooms] if more.rooms < len(_NUMBERS) else more.rooms} rooms")
    ways += [
        f"{in_sentence(other.name)}, which takes {needed}"
        for needed, other in _fitting(load, others)
        if needed <= minutes
    ][:1]
    way = ", or ".join(ways) or f"allow at least {count(fewest, 'minute')}"
    if ways and not ways[0].startswith("use"):
        way = f"choose {way}"
    of = f"{in_sentence(activity.name)} with {load.people} people"
    return PlanError(f"{count(minutes, 'minute')} is too short for {of}; {needs}", way)
