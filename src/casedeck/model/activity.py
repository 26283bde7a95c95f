"""An activity: what people do with the cards, block by block, and what it needs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from casedeck.errors import Place
from casedeck.model.text import Rich
from casedeck.model.vocabulary import key

UNITS = ("person", "pair", "four", "group", "table", "room", "card", "card read", "card in hand", "group in a room")
"""What minutes and copies can be counted by. A "card read" is one of the few that each person reads, a "card in hand" one of
those dealt to each person; a "group in a room" counts the groups that present one after the other."""

GROUPINGS = ("none", "groups", "tables", "hands")
"""How people are divided: not at all, in groups of three or four, at tables of five, or each with a hand of cards."""


PROMPTS = 4
"""The prompt of an activity and the others to choose from."""


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

    `sheet` names a sheet or card face that casedeck prints; "" is something to bring. With a `variation`, it is needed only where
    that is chosen, in place of what has the same name otherwise.
    """

    name: str
    sheet: str
    paper: str
    per: str
    times: int
    spare: float
    note: str
    variation: str = ""


class Variation(NamedTuple):
    """Another way to run an activity: its name, how it goes, the prompt where that is another, and whether cards need links for it."""

    name: str
    how: Rich
    prompt: Rich = ()
    needs_links: bool = False


class Activity(NamedTuple):
    """An activity as its file describes it. `hand` is how many cards each person is dealt, `cards_read` how many each reads;
    `full_cards` where people work with benefits, which brief cards have none of. `chosen` are the variations that it is run in.
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
    chosen: tuple[Variation, ...] = ()

    def varied(self, names: Collection[str]) -> Activity:
        """The activity run in those of its variations that are named, with the supplies and the prompt of these."""
        wanted = {key(name) for name in names}
        chosen = tuple(each for each in self.variations if key(each.name) in wanted)
        given = {key(each.name) for each in chosen}
        own = [supply for supply in self.supplies if key(supply.variation) in given] if chosen else []
        instead = {key(supply.name): supply for supply in own}
        usual = [instead.pop(key(supply.name), supply) for supply in self.supplies if not supply.variation]
        prompt = next((each.prompt for each in chosen if each.prompt), self.prompt)
        others = tuple(self.prompt if each == prompt else each for each in self.other_prompts)
        left = tuple(each for each in self.variations if each not in chosen)
        return self._replace(chosen=chosen, variations=left, supplies=(*usual, *instead.values()), prompt=prompt, other_prompts=others)
