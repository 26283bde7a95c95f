"""The print list: how many copies of what, on how many sheets of paper."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from casedeck.errors import PlanError, did_you_mean
from casedeck.model.activity import Activity, Supply
from casedeck.model.paper import Paper
from casedeck.session.blocks import Load, units
from casedeck.session.supplied import TABLE, WALL, Supplied, sheets_of
from casedeck.session.wall import walls
from casedeck.wording import article

T = TypeVar("T")


class PrintLine(NamedTuple):
    """One line of the print list: copies (of a full set where `cards` is more than 1), cards in each copy,
    and how these lie in a file: so many pages, so many times. What is brought, not printed, has no sheet,
    paper or colour, and 0 sides and pages. Of cards that are cut from larger paper, so many are `on_sheet`.
    """

    name: str
    sheet: str
    paper: str
    sides: int
    colour: str
    copies: int
    cards: int
    page_count: int
    times: int
    note: str
    on_sheet: int = 0

    @property
    def sheets(self) -> int:
        """Sheets of paper in all."""
        return sheets_of(self.page_count, self.sides, self.times) if self.sheet else 0

    @property
    def pages(self) -> int:
        """Printed pages in all."""
        return self.page_count * self.times


def print_list(
    activity: Activity, load: Load, papers: Mapping[str, Paper], sheets: Mapping[str, Supplied]
) -> tuple[PrintLine, ...]:
    """The lines for all of an activity's supplies, in its order; `papers` by the names it gives to them,
    `sheets` by the names of all that is printed.

    PlanError for a sheet or paper not known.
    """
    hung = next(
        (each for each in activity.supplies if each.sheet in sheets and sheets[each.sheet].hung), None
    )
    on = papers.get(hung.paper or sheets[hung.sheet].paper) if hung else None
    return tuple(print_line(supply, load, papers, sheets, on) for supply in activity.supplies)


def print_line(
    supply: Supply,
    load: Load,
    papers: Mapping[str, Paper],
    sheets: Mapping[str, Supplied],
    hung: Paper | None = None,
) -> PrintLine:
    """The line for one supply; `hung` is the paper of the cards on the wall, where that is another.

    A sheet that shows the deck comes in full sets, one more for each wall or table that gets its own: counted
    per "card" it is one set, or one for each wall; counted per "table" one for each table. Cards counted by
    anything else are single ones; where hands are dealt, a slip lies before each. Cards that are cut from
    larger paper share its sheets. Everything else is cut apart or single, and fills its paper.
    """
    if not supply.sheet:
        brought = quantity(supply, supply_units(load))
        return PrintLine(supply.name, "", "", 0, "", brought, 1, 0, 0, supply.note)
    laid = _found(supply.sheet, sheets, "sheet")
    paper = _found(supply.paper or laid.paper, papers, "paper")
    hanging = sum(walls(people, load.cards, hung or paper) for people in load.halls)
    a_set = laid.deck and supply.per == "card"
    single = laid.cards and not a_set and not (supply.per == TABLE and laid.set_for == TABLE)
    whole = laid.deck and not single
    if a_set or (hung and not supply.per and laid.set_for == WALL):
        supply = supply._replace(per=WALL if laid.set_for == WALL else "")
    copies = quantity(supply, {**supply_units(load), WALL: hanging})
    cards = load.cards if whole else 1
    slips = load.people if single and load.hand else 0
    pages, times = _lying(laid, paper, copies, load.cards, slips, whole=whole)
    sides = laid.sides
    if paper.half:  # each side of it is two sheets, printed on one side
        sides, pages = 1, 2 * pages
    about = supply.name, supply.sheet, paper.id, sides, laid.colour
    return PrintLine(*about, copies, cards, pages, times, supply.note, laid.cut.get(paper.id, 0))


def _lying(
    laid: Supplied, paper: Paper, copies: int, cards: int, slips: int, *, whole: bool
) -> tuple[int, int]:
    """How copies of a sheet lie in its file: so many pages, so many times. Of cards that are cut from larger
    paper, all copies and slips share its sheets. Each full set of larger ones is a copy of its own; single
    cards lie in one pile.
    """
    on_sheet = laid.cut.get(paper.id, 0)
    if on_sheet:
        pieces = copies * (cards if whole else 1) + slips
        return laid.sides * -(-pieces // on_sheet), 1
    if whole:
        return laid.pages_for(cards) * -(-cards // laid.per_side), copies
    if laid.cards:
        return copies + slips, 1
    return laid.pages_for(cards), -(-copies // laid.per_side)


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
