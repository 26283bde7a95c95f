"""A session worked out: what its plan says of every activity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from itertools import accumulate, repeat
from typing import NamedTuple

from casedeck.errors import Place, Problem
from casedeck.model.activity import Activity
from casedeck.model.deck import Card
from casedeck.model.paper import Paper
from casedeck.session.blocks import Load
from casedeck.session.copies import PrintLine
from casedeck.session.deal import pile
from casedeck.session.supplied import Supplied
from casedeck.session.timing import (
    Slot,
    total,
)
from casedeck.session.wall import WallPlan


class Printing(NamedTuple):
    """What can be printed on: papers, and how sheets are laid out on them, each by the name that activities
    give to it.
    """

    papers: Mapping[str, Paper]
    sheets: Mapping[str, Supplied]


class Given(NamedTuple):
    """A group or table, counted from 1, the room it is in, how many people it has, and the number of the card
    that it gets.
    """

    group: int
    room: int
    size: int
    card: int


class ActivityPlan(NamedTuple):
    """An activity in its place in a session, with its load and the blocks that are left of it.

    `start` is in minutes from the start of the session, `clocks` the time of day of each slot where the
    session says when it starts; `wall` stands where cards are hung, `hands` (card numbers by seat) where they
    are dealt, `sizes` are those of groups or tables. In each room are as many of these, or else of walls or
    seats, as `in_rooms` says. `group_cards` has the number of the card of each group, where they get one;
    `left_out` are the names of the blocks that were cut to nothing.
    """

    activity: Activity
    load: Load
    start: int
    slots: tuple[Slot, ...]
    clocks: tuple[dt.time, ...]
    prints: tuple[PrintLine, ...]
    wall: WallPlan | None
    hands: tuple[tuple[int, ...], ...]
    sizes: tuple[int, ...]
    group_cards: tuple[int, ...] = ()
    in_rooms: tuple[int, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return total(self.slots)

    @property
    def given(self) -> tuple[Given, ...]:
        """Which group or table gets which card; nothing where they get none, or people are not divided."""
        if not (self.sizes and self.group_cards):
            return ()
        ends = [*accumulate(self.in_rooms)]
        rooms = [
            next((room for room, last in enumerate(ends, 1) if group < last), 1)
            for group in range(len(self.sizes))
        ]
        return tuple(map(Given, range(1, len(rooms) + 1), rooms, self.sizes, self.group_cards))

    def begins(self, slot: Slot) -> tuple[dt.time | None, int]:
        """When a slot begins: by the clock where that is known, and in minutes from the session's start."""
        return self.clocks[self.slots.index(slot)] if self.clocks else None, self.start + slot.start

    def printed(self, copies: int) -> tuple[int, ...]:
        """The numbers of the cards to print, in printing order, of a print line with so many copies of single
        cards: dealt, or one for each member of each group, or one for each group.
        """
        if self.hands:
            return pile(self.hands)
        if sum(self.sizes) == copies:
            by_group = zip(self.group_cards, self.sizes, strict=True)
            return tuple(number for card, size in by_group for number in repeat(card, size))
        return tuple(self.group_cards[place % len(self.group_cards)] for place in range(copies))


class SessionPlan(NamedTuple):
    """A session: its people and the seed its cards are dealt with, the cards as numbered, and its activities
    in order.
    """

    people: int
    seed: int
    cards: tuple[Card, ...]
    activities: tuple[ActivityPlan, ...]

    @property
    def minutes(self) -> int:
        """From the start of the first activity to the end of the last, breaks included."""
        last = self.activities[-1]
        return last.start + last.minutes


def no_people(place: Place) -> Problem:
    """S101 for a session that does not say how many come."""
    hint = "add a line such as people: 20, or type --people 20 behind the command"
    return Problem(place, "S101", "the session does not say how many people come", hint)
