"""What the facilitator sheet of an activity tells of its session."""

from __future__ import annotations

import datetime as dt
from itertools import accumulate, pairwise
from typing import NamedTuple

from casedeck.model.activity import Activity
from casedeck.model.deck import Card, Deck
from casedeck.model.language import Language
from casedeck.model.text import filled
from casedeck.session.plan import ActivityPlan, SessionPlan
from casedeck.session.telling import Late, Teller, ToldStep


class Told(NamedTuple):
    """An activity as it is planned for a day of a deck: the `activity` with its texts filled in, its script,
    and what can still be cut where it is late.
    """

    deck_title: str
    date: dt.date | None
    cards: tuple[Card, ...]
    plan: ActivityPlan
    activity: Activity
    steps: tuple[ToldStep, ...]
    late: tuple[Late, ...]

    def title(self, number: int) -> str:
        """The title of the card with a number."""
        return next(card.case.title for card in self.cards if card.number == number)


class RoomShare(NamedTuple):
    """One of several rooms: how many people are in it, and which "groups", "tables", "walls" or "seats"; ""
    for none of these.
    """

    people: int
    what: str
    which: str


def told_of(deck: Deck, session: SessionPlan, plan: ActivityPlan, language: Language) -> Told:
    """What is told of one activity of a session, in a language."""
    teller = teller_of(plan, language)
    return Told(
        deck.title,
        deck.session.date,
        session.cards,
        plan,
        teller.filled(),
        teller.steps(),
        tuple(teller.late()),
    )


def teller_of(plan: ActivityPlan, language: Language) -> Teller:
    """What fills in the texts of an activity of a session."""
    return Teller(plan.activity, plan.load, plan.slots, language)


def rooms_of(plan: ActivityPlan, language: Language) -> tuple[RoomShare, ...]:
    """What is in each room: groups, tables, walls or seats, counted on from room to room."""
    what = plan.activity.grouping if plan.sizes else "walls" if plan.wall else "seats" if plan.hands else ""
    ends = [0, *accumulate(plan.in_rooms)]
    shares = [range(start, end) for start, end in pairwise(ends)]
    if plan.wall and what == "walls":
        letters = language.letters(len(plan.wall.labels))
        which = [language.joined([letters[number] for number in share]) for share in shares]
    else:
        which = [language.numbered([number + 1 for number in share]) for share in shares]
    return tuple(RoomShare(people, what, each) for people, each in zip(plan.load.halls, which, strict=True))


def division(plan: ActivityPlan, language: Language) -> str:
    """How people are divided: "5 groups of 3 or 4", or nothing."""
    if not plan.sizes:
        return ""
    name = plan.activity.grouping
    words = language.lists[name if len(plan.sizes) > 1 else f"one of the {name}"]
    return filled(words, count=len(plan.sizes), sizes=language.either(plan.sizes))
