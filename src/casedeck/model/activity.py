"""An activity: what people do with the cards, block by block, and what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from casedeck.errors import Place
from casedeck.model.text import Rich

UNITS = ("person", "pair", "four", "group", "table", "room", "card", "card read", "card in hand", "group in a room")
"""What minutes and copies can be counted by. A "card read" is one of the few that each person reads, a "card in hand" one of
those dealt to each person; a "group in a room" counts the groups that present one after the other."""

GROUPINGS = ("none", "groups", "tables", "hands")
"""How people are divided: not at all, in groups of three or four, at tables of five, or each with a hand of cards."""


class Minutes(NamedTuple):
    """How long a block takes: `fixed` minutes and `each` for every unit of `per` (a key of UNITS, or "" for none), with the
    reading time of one card added to each where `reading`; the whole between `least` and `most`. Holds up to so many people.
    """

    fixed: float
    each: float
    per: str
    reading: bool
    least: float
    most: float
    up_to_people: int


class Block(NamedTuple):
    """A stretch of the activity. The first of `minutes` that holds for the number of people counts. When time is short, blocks are
    cut in the order of `cut` (0: never) down to `cut_to` minutes; `if_late` says how. `short` is what happens, in a sentence, or "".
    """

    name: str
    minutes: tuple[Minutes, ...]
    cut: int
    cut_to: float
    if_late: str
    short: str = ""


class Step(NamedTuple):
    """One step of the script: what to say, what to do, what to watch for; either of the first two may be empty."""

    block: str
    say: Rich
    do: Rich
    watch: Rich


class Supply(NamedTuple):
    """Something to print or to bring: `times` for every unit of `per`, or just `times` where `per` is "", with a share to spare.

    `sheet` names a sheet or card face that casedeck prints; "" is something to bring.
    """

    name: str
    sheet: str
    paper: str
    per: str
    times: int
    spare: float
    note: str


class Activity(NamedTuple):
    """An activity as its file describes it. `hand` is how many cards each person is dealt, `cards_read` how many each reads;
    `full_cards` where people work with benefits, which brief cards have none of.
    """

    id: str
    name: str
    purpose: str
    people: tuple[int, int]
    cards: tuple[int, int]
    cards_read: int
    hand: int
    grouping: str
    space: str
    energy: str
    difficulty: str
    blocks: tuple[Block, ...]
    steps: tuple[Step, ...]
    prompt: Rich
    other_prompts: tuple[Rich, ...]
    supplies: tuple[Supply, ...]
    room: tuple[Rich, ...]
    no_wall: tuple[Rich, ...]
    roles: tuple[tuple[str, Rich], ...]
    variations: tuple[tuple[str, Rich], ...]
    access: tuple[Rich, ...]
    remote: tuple[Rich, ...]
    debrief: Mapping[str, tuple[Rich, ...]]
    harvest: tuple[Rich, ...]
    safety: Rich
    place: Place
    full_cards: bool = False
