"""An activity: what people do with the cards, block by block, and what it needs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from casedeck.errors import Place
from casedeck.model.text import Rich
from casedeck.model.vocabulary import key

UNITS = (
    "person",
    "pair",
    "four",
    "group",
    "table",
    "room",
    "card",
    "card read",
    "card in hand",
    "group in a room",
)
"""What minutes and copies can be counted by. A "card read" is one of the few that each person reads, a "card
in hand" one of those dealt to each person; a "group in a room" counts the groups that present one after the
other.
"""

CONDITIONS = ("whole", "cut", "odd people", "odd pairs")
"""What a sentence of the script can depend on: that its block is as long as usual, or shorter; that somebody
has no partner, or a pair no other pair.
"""

GROUPINGS = ("none", "groups", "tables", "hands")
"""How people are divided: not at all, in groups of three or four, at tables of five, or each with a hand of
cards.
"""


PROMPTS = 4
"""The prompt of an activity and the others to choose from."""


class Minutes(NamedTuple):
    """How long a block takes: `fixed` minutes and `each` for every unit of `per` (a key of UNITS, or "" for
    none), with the reading time of one card added to each where `reading`; the whole between `least` and
    `most`. Holds up to so many people.
    """

    fixed: float
    each: float
    per: str
    reading: bool
    least: float
    most: float
    up_to_people: int


class Part(NamedTuple):
    """A part of a block, or of each of its slots: so many minutes, or `cut_to` when time is short; 0 of them
    and it is left out.

    The reading time of one card is added to both where `reading`.
    """

    name: str
    minutes: float
    reading: bool
    cut_to: float


EVERYBODY = (1, 10_000)
"""Any number of people."""
NEVER = Minutes(0.0, 0.0, "", False, 0.0, 10_000.0, 10_000)
"""No minutes at all."""


class Block(NamedTuple):
    """A stretch of the activity. When time is short, blocks are cut in the order of `cut` (0: never);
    `if_late` says how. `short` is what happens, in a sentence, or "". It takes place where so many `people`
    share a room.

    A block is a whole, made of `parts`, or a slot made of `parts` for every unit of `per`. One without parts
    takes as long as the first of `minutes` that holds for the number of people, and at least `cut_to`. When
    time is too short for it, it gives way to the block `instead`.
    """

    name: str
    minutes: tuple[Minutes, ...]
    cut: int
    cut_to: Minutes
    if_late: Rich
    short: Rich = ()
    per: str = ""
    parts: tuple[Part, ...] = ()
    people: tuple[int, int] = EVERYBODY
    instead: Block | None = None


class Step(NamedTuple):
    """One step of the script: what to say, what to do, what to watch for; either of the first two may be
    empty.

    `also` are sentences to add to what to do, each with the one of CONDITIONS that it depends on. A step of a
    `part` is left out with it, and stands in the script where so many `people` share a room.
    """

    block: str
    say: Rich
    do: Rich
    watch: Rich
    part: str = ""
    also: tuple[tuple[str, Rich], ...] = ()
    people: tuple[int, int] = EVERYBODY


class Supply(NamedTuple):
    """Something to print or to bring: `times` for every unit of `per`, or just `times` where `per` is "",
    with a share to spare.

    `sheet` names a sheet or card face that casedeck prints; "" is something to bring. With a `variation`, it
    is needed only where that is chosen, in place of what has the same name otherwise. `place` is where its
    number stands in the activity's file.
    """

    name: str
    sheet: str
    paper: str
    per: str
    times: int
    spare: float
    note: str
    variation: str = ""
    place: Place = Place("")


class Variation(NamedTuple):
    """Another way to run an activity: its name, how it goes, the prompt where that is another, and whether
    cards need links for it.
    """

    name: str
    how: Rich
    prompt: Rich = ()
    needs_links: bool = False


class Activity(NamedTuple):
    """An activity as its file describes it. `hand` is how many cards each person is dealt, `cards_read` how
    many each reads; `full_cards` where people work with benefits, which brief cards have none of. More people
    than `room_holds` are in several rooms. `chosen` are the variations that it is run in.
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
    variations: tuple[Variation, ...]
    access: tuple[Rich, ...]
    remote: tuple[Rich, ...]
    debrief: Mapping[str, tuple[Rich, ...]]
    harvest: tuple[Rich, ...]
    safety: Rich
    place: Place
    full_cards: bool = False
    room_holds: int = 10_000
    chosen: tuple[Variation, ...] = ()

    def varied(self, names: Collection[str]) -> Activity:
        """The activity run in those of its variations that are named, with the supplies and the prompt of
        these.
        """
        wanted = {key(name) for name in names}
        chosen = tuple(each for each in self.variations if key(each.name) in wanted)
        given = {key(each.name) for each in chosen}
        own = [supply for supply in self.supplies if key(supply.variation) in given] if chosen else []
        instead = {key(supply.name): supply for supply in own}
        usual = [instead.pop(key(supply.name), supply) for supply in self.supplies if not supply.variation]
        prompt = next((each.prompt for each in chosen if each.prompt), self.prompt)
        others = tuple(self.prompt if each == prompt else each for each in self.other_prompts)
        left = tuple(each for each in self.variations if each not in chosen)
        return self._replace(
            chosen=chosen,
            variations=left,
            supplies=(*usual, *instead.values()),
            prompt=prompt,
            other_prompts=others,
        )


ROOM = 24
"""The most people in one room when groups present one after the other: six fours."""


def presents(activity: Activity) -> bool:
    """Whether the groups of each room take their turns one after the other."""
    return any(
        "group in a room" in (block.per, *(rule.per for rule in block.minutes)) for block in activity.blocks
    )


OF_THE_SESSION = ("people", "cards", "hand", "groups", "tables", "rooms", "prompt")
"""The placeholders that every text can have."""


OF_A_BLOCK = ("minutes", "time", "half", "time each", "slots", "cards read", "cards to read", "steps")
"""Those of texts that belong to a block."""
