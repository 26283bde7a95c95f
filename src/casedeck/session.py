"""One session worked out: every activity of a deck with its times, print list, wall and deal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from casedeck.errors import Report
from casedeck.model.activity import Activity
from casedeck.model.deck import Card, Deck, Session
from casedeck.model.paper import Paper
from casedeck.plan.copies import PrintLine, print_list
from casedeck.plan.deal import hands, ring
from casedeck.plan.error import PlanError
from casedeck.plan.groups import groups, tables
from casedeck.plan.reading import median_words, reading_minutes
from casedeck.plan.spread import order
from casedeck.plan.timing import Load, Slot, clock, load_of, running_order, schedule, total
from casedeck.plan.wall import WallPlan, wall_plan


class ActivityPlan(NamedTuple):
    """An activity in its place in a session.

    `start` is in minutes from the start of the session, `clocks` the time of day of each slot where the session says when it
    starts; `wall` stands where cards are hung, `hands` (card numbers by seat) where they are dealt, `sizes` are those of groups or
    tables.
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

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return total(self.slots)


class SessionPlan(NamedTuple):
    """A session: its people and the seed its cards are dealt with, the cards as numbered, and its activities in order."""

    people: int
    seed: int
    cards: tuple[Card, ...]
    activities: tuple[ActivityPlan, ...]

    @property
    def minutes(self) -> int:
        """From the start of the first activity to the end of the last, breaks included."""
        last = self.activities[-1]
        return last.start + last.minutes


def plan_session(
    deck: Deck,
    cards: Sequence[Card],
    activities: Sequence[Activity],
    others: Sequence[Activity],
    papers: Mapping[str, Paper],
    report: Report,
) -> SessionPlan | None:
    """The plan of a deck's session; None with problems recorded where it says too little or cannot be.

    `others` are the activities to suggest in place of one that does not fit. On a wall and in the deal the cards keep the numbers
    they have in the deck, which is spread so that neighbours share as few enablers as can be.
    """
    session = deck.session
    if session.people is None:
        report.add(session.place, "S101", "the session does not say how many people come", "add a line such as people: 20")
        return None
    reading = reading_minutes(median_words(cards))
    share = None if session.minutes is None else session.minutes
    plans: list[ActivityPlan] = []
    for activity in activities:
        try:
            plans.append(_plan(activity, session, len(cards), reading, share if len(activities) == 1 else None, others, papers))
        except PlanError as error:
            report.add(session.place, "S102", error.message, error.hint)
    if len(plans) < len(activities):
        return None
    return _in_order(session, tuple(cards), plans, report)


def spread_cards(cards: Sequence[Card]) -> tuple[Card, ...]:
    """The cards in an order in which neighbours share as few enablers as can be, numbered anew."""
    by_id = {card.case.id: card for card in cards}
    ordered = order([card.case for card in cards]).cases
    return tuple(by_id[case.id]._replace(number=number) for number, case in enumerate(ordered, 1))


def _plan(
    activity: Activity,
    session: Session,
    cards: int,
    reading: float,
    minutes: int | None,
    others: Sequence[Activity],
    papers: Mapping[str, Paper],
) -> ActivityPlan:
    assert session.people is not None
    people = session.people
    load = load_of(activity, people, cards, reading)
    slots = schedule(activity, load, minutes, [other for other in others if other.id != activity.id])
    prints = print_list(activity, load, papers)
    hung = next((line for line in prints if line.sheet == "wall"), None)
    wall = wall_plan(people, cards, papers[hung.paper]) if hung else None
    dealt = tuple(tuple(hand) for hand in hands(ring(cards, session.seed), people, activity.hand)) if activity.hand else ()
    sizes = {"groups": groups, "tables": tables}.get(activity.grouping)
    return ActivityPlan(activity, load, 0, slots, (), prints, wall, dealt, tuple(sizes(people)) if sizes else ())


def _in_order(session: Session, cards: tuple[Card, ...], plans: Sequence[ActivityPlan], report: Report) -> SessionPlan | None:
    """The activities one after the other with breaks, cut to the session's minutes, with clock times."""
    assert session.people is not None
    starts = running_order([plan.minutes for plan in plans])
    whole = starts[-1] + plans[-1].minutes if plans else 0
    if session.minutes is not None and whole > session.minutes and len(plans) > 1:
        named = " and ".join(plan.activity.name[0].lower() + plan.activity.name[1:] for plan in plans)
        message = f"{session.minutes} minutes are too short for {named} with {session.people} people; with breaks they take {whole}"
        report.add(session.place, "S102", message, "leave one out, or allow more time")
        return None
    try:
        timed = tuple(_timed(plan, start, session.starts) for plan, start in zip(plans, starts, strict=True))
    except PlanError as error:
        report.add(session.place, "S102", error.message, error.hint)
        return None
    return SessionPlan(session.people, session.seed, cards, timed)


def _timed(plan: ActivityPlan, start: int, starts: dt.time | None) -> ActivityPlan:
    clocks = tuple(clock(starts, start + slot.start) for slot in plan.slots) if starts else ()
    return plan._replace(start=start, clocks=clocks)
