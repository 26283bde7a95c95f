"""The print list: how many copies of what, on how many sheets of paper."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from casedeck.errors import PlanError, did_you_mean
from casedeck.model.activity import Activity, Supply
from casedeck.model.paper import Paper
from casedeck.session.blocks import Load, units
from casedeck.session.wall import walls
from casedeck.wording import article

T = TypeVar("T")


class Imposition(NamedTuple):
    """How a sheet is printed: items on one side of the paper, the paper (where the activity names none),
    printed sides, "colour" or "mono"; the unit, "wall" or "table", that each gets a full set where it shows
    the cards of the deck; and whether it is the cards themselves, on a face, so that some of them can be
    dealt, or given to groups. One copy takes so many `pages`, or one for so many cards of the deck as it
    `lists` on a page.
    """

    per_side: int
    paper: str
    sides: int
    colour: str
    set_for: str = ""
    cards: bool = False
    pages: int = 1
    lists: int = 0

    def pages_for(self, cards: int) -> int:
        """How many pages one copy takes with so many cards in the deck."""
        return -(-cards // self.lists) if self.lists else self.pages


SHEETS: Mapping[str, Imposition] = {
    "wall": Imposition(1, "A3", 1, "colour", "wall", cards=True),
    "index": Imposition(1, "A4", 1, "colour", "table", cards=True),
    "blank card": Imposition(1, "A3", 2, "mono"),
    "imagined blank card": Imposition(1, "A3", 2, "mono"),
    "card index": Imposition(1, "A4", 1, "mono", lists=25),
}
"""What casedeck prints besides worksheets, by the name in an activity's supplies; how worksheets are printed stands in
their files.
"""


class PrintLine(NamedTuple):
    """One line of the print list: copies (of a full set where `cards` is more than 1), cards in each copy,
    sheets of paper in all, pages in all. What is brought, not printed, has no sheet, paper or colour, and 0
    sides, sheets and pages.
    """

    name: str
    sheet: str
    paper: str
    sides: int
    colour: str
    copies: int
    cards: int
    sheets: int
    pages: int
    note: str


def print_list(
    activity: Activity, load: Load, papers: Mapping[str, Paper], sheets: Mapping[str, Imposition]
) -> tuple[PrintLine, ...]:
    """The lines for all of an activity's supplies, in its order; `papers` by the names it gives to them,
    `sheets` by name: SHEETS and the worksheets.

    PlanError for a sheet or paper not known.
    """
    cards = next((supply for supply in activity.supplies if supply.sheet == "wall"), None)
    hung = papers.get(cards.paper or sheets["wall"].paper) if cards else None
    return tuple(print_line(supply, load, papers, sheets, hung) for supply in activity.supplies)


def print_line(
    supply: Supply,
    load: Load,
    papers: Mapping[str, Paper],
    sheets: Mapping[str, Imposition],
    hung: Paper | None = None,
) -> PrintLine:
    """The line for one supply; `hung` is the paper of the cards on the wall, where that is another.

    A sheet that shows the deck comes in full sets, one more for each wall or table that gets its own: counted
    per "card" it is one set, or one for each wall; counted per "table" one for each table. Everything else is
    cut apart or single, and fills its paper.
    """
    if not supply.sheet:
        return PrintLine(
            supply.name, "", "", 0, "", quantity(supply, supply_units(load)), 1, 0, 0, supply.note
        )
    laid = _found(supply.sheet, sheets, "sheet")
    paper = _found(supply.paper or laid.paper, papers, "paper")
    counts = {
        **supply_units(load),
        "wall": sum(walls(people, load.cards, hung or paper) for people in load.halls),
    }
    whole = supply.per == "card" or (supply.per == "table" and laid.set_for == "table")
    if supply.per == "card" or (hung and not supply.per and laid.set_for == "wall"):
        supply = supply._replace(per="wall" if laid.set_for == "wall" else "")
    cards = load.cards if whole else 1
    copies = quantity(supply, counts)
    count = laid.pages_for(load.cards) * (
        copies * -(-cards // laid.per_side) if whole else -(-copies // laid.per_side)
    )
    return PrintLine(
        supply.name,
        supply.sheet,
        paper.id,
        laid.sides,
        laid.colour,
        copies,
        cards,
        count,
        count * laid.sides,
        supply.note,
    )


def quantity(supply: Supply, counts: Mapping[str, int]) -> int:
    """How many of a supply: times x units x (1 + spare), rounded up. One for each of 5 groups with 20 % to
    spare: 6.

    What is not counted by anything is needed in each room.
    """
    return math.ceil(round(supply.times * counts[supply.per or "room"] * (1 + supply.spare), 6))


def supply_units(load: Load) -> dict[str, int]:
    """Units as things are counted: every person has a hand and reads cards, so "card in hand" and "card read"
    are those of all.
    """
    counts = dict(units(load))
    return {**counts, "card in hand": load.people * load.hand, "card read": load.people * load.cards_read}


def _found(name: str, known: Mapping[str, T], kind: str) -> T:
    if name not in known:
        raise PlanError(
            f'there is no {kind} called "{name}"',
            did_you_mean(name, known) or f"use the name of {article(kind)} {kind} that casedeck knows",
        )
    return known[name]
