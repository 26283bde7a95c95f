"""What a facilitator sheet is made from: an activity, a deck, and every number worked out."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from casedeck.model.activity import Activity
from casedeck.model.deck import Card
from casedeck.model.text import Rich


class Moment(NamedTuple):
    """One line of the run sheet: a block, when it starts (minutes from the start, and by the clock where that
    is known), how long it takes, and its slots with the minutes of each where it has any.
    """

    name: str
    start: int
    minutes: int
    clock: dt.time | None
    slots: int = 1
    each: str = ""


class ScriptStep(NamedTuple):
    """A step of the script: the moment that it opens, or None, what to say, what to do and what to watch for."""

    opens: Moment | None
    say: Rich
    do: Rich
    watch: Rich


class Late(NamedTuple):
    """How a block is cut when it is late, and the minutes that this saves."""

    block: str
    how: Rich
    saves: int


class Item(NamedTuple):
    """One line of the print list: what, on which paper, how many copies of it, on how many sheets in all."""

    name: str
    paper: str
    copies: int
    sheets: int


class Hanging(NamedTuple):
    """One card on a wall: its number, the left edge and the centre above the floor in mm, its width and
    height in mm, and its row from 1, the upper.
    """

    number: int
    x: float
    centre: float
    width: float
    height: float
    row: int = 1


class GroupCard(NamedTuple):
    """Which card a group or table gets: its number, its room, and the card's number and title."""

    group: int
    room: int
    card: int
    title: str


class RoomShare(NamedTuple):
    """One of several rooms: how many people are in it, and which "groups", "tables", "walls" or "seats"; ""
    for none of these.
    """

    people: int
    what: str
    which: str


class Brief(NamedTuple):
    """All the facts of one facilitator sheet.

    `things` are what to bring, with counts; `walls` the labels of the walls (none where nothing is hung), on
    each of which the cards hang as in `hangings`, along `wall_mm`; `hands` the card numbers of each seat
    (none where nothing is dealt), `group_cards` which group has which card (none where groups have none);
    `rooms` what is in each room. All texts have their numbers.
    """

    activity: Activity
    deck_title: str
    when: str
    people: int
    division: str
    cards: tuple[Card, ...]
    moments: tuple[Moment, ...]
    items: tuple[Item, ...]
    things: tuple[tuple[str, int], ...]
    walls: tuple[str, ...]
    hangings: tuple[Hanging, ...]
    wall_mm: float
    hands: tuple[tuple[int, ...], ...]
    steps: tuple[ScriptStep, ...]
    late: tuple[Late, ...]
    rooms: tuple[RoomShare, ...]
    group_cards: tuple[GroupCard, ...] = ()

    @property
    def minutes(self) -> int:
        """The whole time."""
        return sum(moment.minutes for moment in self.moments)
