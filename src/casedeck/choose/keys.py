"""What several ways to choose can say: what they choose from, how many, and which of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from casedeck.choose import without
from casedeck.choose.conditions import conditions, where, where_text
from casedeck.choose.filters import Narrowing, sought, taken_out
from casedeck.choose.picks import AT_RANDOM, PICKS
from casedeck.choose.way import always, flow
from casedeck.errors import Place, Report
from casedeck.library.library import Library
from casedeck.notation.amounts import Whole
from casedeck.notation.fields import OneOf
from casedeck.notation.records import Key, Read

MAX_CARDS = 5000
CARDS = ("cards", "card", "case studies", "case study")

SHARED: Mapping[str, Callable[[Library], Key]] = {
    "where": lambda library: Key(where(library), "What the cases must have; every line must hold."),
    "not": without.names_key,
    "at least": always(
        Key(Whole(0, MAX_CARDS, CARDS), "How many there must be; 0 where none will do as well.")
    ),
    "at most": always(Key(Whole(1, MAX_CARDS, CARDS), "How many to take.")),
    "pick": always(Key(OneOf("way to pick", tuple(PICKS)), "Which of them to take.")),
    "seed": always(Key(Whole(0, 999_999_999), "Any number: the same one draws the same cards again.")),
}
"""The keys that a way can take, each with what stands behind it."""


class Limits(NamedTuple):
    """How many cases there must be, and how many are taken; None for all of them."""

    at_least: int = 1
    at_most: int | None = None

    def can_be(self, place: Place, report: Report) -> bool:
        """Whether no more are needed than are taken; a problem is recorded where they are."""
        if self.at_most is None or self.at_least <= self.at_most:
            return True
        report.add(place, "V105", f"at least {self.at_least} is more than at most {self.at_most}")
        return False

    def lines(self) -> list[str]:
        """The lines of a deck file."""
        least = [f"at least: {self.at_least}"] if self.at_least != 1 else []
        return least if self.at_most is None else [*least, f"at most: {self.at_most}"]


def narrowed(values: Read) -> tuple[Narrowing, ...]:
    """The conditions that stand beside a way, under `where` and `not`."""
    found: tuple[Narrowing, ...] = conditions(values["where"]) if "where" in values else ()
    return (*found, without.read_without(values, values.places["not"])) if "not" in values else found


def narrowed_lines(found: tuple[Narrowing, ...]) -> list[str]:
    """The lines of a deck file for these conditions."""
    wanted, out = sought(found), taken_out(found)
    lines = [f"where: {where_text(wanted)}"] if wanted else []
    return [*lines, f"not: {flow(out)}"] if out else lines


def limits(values: Read) -> Limits:
    """How many cases a choice asks for."""
    return Limits(values.get("at least", 1), values.get("at most"))


def picking_lines(pick: str, seed: int, usual: str) -> list[str]:
    """The lines of a deck file for how cases are picked, none for the `usual` way."""
    lines = [f"pick: {pick}"] if pick != usual else []
    return [*lines, f"seed: {seed}"] if pick == AT_RANDOM else lines
