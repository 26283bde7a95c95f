"""One session worked out: every activity of a deck with its times, print list, wall and deal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import accumulate, repeat
from typing import NamedTuple

from casedeck.errors import Report, did_you_mean
from casedeck.model.activity import PROMPTS, Activity
from casedeck.model.deck import Card, Deck, Session
from casedeck.model.form import Form
from casedeck.model.paper import Paper
from casedeck.plan.copies import Imposition, PrintLine, print_list
from casedeck.plan.deal import hands, pile, ring
from casedeck.plan.error import PlanError
from casedeck.plan.groups import cards_of_groups, groups, groups_by_room, tables
from casedeck.plan.reading import median_words, reading_minutes
from casedeck.plan.spread import order
from casedeck.plan.timing import Slot, clock, load_of, running_order, schedule, total
from casedeck.plan.wall import WallPlan, wall_plan
from casedeck.wording import in_sentence, joined


class Printing(NamedTuple):
    """What can be printed on: papers, and how sheets are laid out on them, each by the name that activities give to it."""

    papers: Mapping[str, Paper]
    sheets: Mapping[str, Imposition]


class Given(NamedTuple):
    """A group or table, counted from 1, the room it is in, how many people it has, and the number of the card that it gets."""

    group: int
    room: int
    size: int
    card: int


class ActivityPlan(NamedTuple):
    """An activity in its place in a session.

    `start` is in minutes from the start of the session, `clocks` the time of day of each slot where the session says when it
    starts; `wall` stands where cards are hung, `hands` (card numbers by seat) where they are dealt, `sizes` are those of groups or
    tables, in each of the `rooms` as many groups as `in_rooms` says, and `group_cards` the number of the card of each, where they
    get one.
    """

    activity: Activity
    start: int
    slots: tuple[Slot, ...]
    clocks: tuple[dt.time, ...]
    prints: tuple[PrintLine, ...]
    wall: WallPlan | None
    hands: tuple[tuple[int, ...], ...]
    sizes: tuple[int, ...]
    group_cards: tuple[int, ...] = ()
    in_rooms: tuple[int, ...] = ()

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
        rooms = [next((room for room, last in enumerate(ends, 1) if group < last), 1) for group in range(len(self.sizes))]
        return tuple(map(Given, range(1, len(rooms) + 1), rooms, self.sizes, self.group_cards))

    def printed(self, copies: int) -> tuple[int, ...]:
        """The numbers of the cards to print, in printing order, of a print line with so many copies of single cards: dealt, or one
        for each member of each group, or one for each group.
        """
        if self.hands:
            return pile(self.hands)
        if sum(self.sizes) == copies:
            by_group = zip(self.group_cards, self.sizes, strict=True)
            return tuple(number for card, size in by_group for number in repeat(card, size))
        return tuple(self.group_cards[place % len(self.group_cards)] for place in range(copies))


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


def imposition(form: Form, barriers: int) -> Imposition:
    """How a form is printed. One for each card, or for each of so many barriers, makes full sets, for each wall that has its own; one
    for each prompt makes full sets as well.
    """
    pages = {"prompt": -(-PROMPTS // form.per_side), "barrier": -(-barriers // form.per_side)}
    each_wall = "wall" if form.each in ("card", "barrier") else ""
    return Imposition(1 if form.each in pages else form.per_side, form.paper, 1, "mono", each_wall, pages=pages.get(form.each, 1))


def plan_session(
    deck: Deck, cards: Sequence[Card], activities: Sequence[Activity], others: Sequence[Activity], printing: Printing, report: Report
) -> SessionPlan | None:
    """The plan of a deck's session; None with problems recorded where it says too little or cannot be.

    `others` are the activities to suggest in place of one that does not fit. Cards keep their numbers; on a wall they hang in an
    order in which neighbours share as few enablers as can be.
    """
    session = deck.session
    _check_group_cards(session, cards, report)
    if report.problems:
        return None
    if session.people is None:
        report.add(session.place, "S101", "the session does not say how many people come", "add a line such as people: 20")
        return None
    planner = _Planner(session, session.people, cards, others, printing)
    plans: list[ActivityPlan] = []
    for activity in activities:
        try:
            plans.append(planner.plan(activity, session.minutes if len(activities) == 1 else None))
        except PlanError as error:
            report.add(session.place, "S102", error.message, error.hint)
    if len(plans) < len(activities):
        return None
    if session.group_cards and not session.for_once and not any(plan.given for plan in plans):
        report.add(session.group_cards[0].place, "S102", "no activity of this session gives each group a card", "take the group cards out")
        return None
    try:
        return SessionPlan(session.people, session.seed, tuple(cards), planner.in_order(plans))
    except PlanError as error:
        report.add(session.place, "S102", error.message, error.hint)
        return None


def _check_group_cards(session: Session, cards: Sequence[Card], report: Report) -> None:
    """Record the cards named for groups that are not in the deck."""
    known = {card.case.id: card.case.title for card in cards}
    for each in session.group_cards:
        if each.name not in known:
            hint = did_you_mean(each.name, known.values()) or "name one of its cards, or add this one to them"
            report.add(each.place, "S102", f'"{each.name}" is not among the cards of this deck', hint)


class _Planner:
    def __init__(self, session: Session, people: int, cards: Sequence[Card], others: Sequence[Activity], printing: Printing) -> None:
        self.session, self.people, self.cards, self.others, self.printing = session, people, cards, others, printing
        self.reading = reading_minutes(median_words(cards))

    def plan(self, activity: Activity, minutes: int | None) -> ActivityPlan:
        """An activity by itself, cut to the minutes; PlanError where it cannot be."""
        people, count = self.people, len(self.cards)
        brief = [card.case.title for card in self.cards if not card.case.benefits]
        if activity.full_cards and brief:
            message = f"{in_sentence(activity.name)} needs cards with benefits; {joined(brief)} {'has' if len(brief) == 1 else 'have'} none"
            raise PlanError(message, "leave brief cards out, as with where: {full card: yes}")
        load = load_of(activity, people, count, self.reading, self.session.rooms)
        if load.rooms > 1 and min(map(len, groups_by_room(people, load.rooms))) < 2:
            message = f"{load.rooms} rooms are too many for {people} people; a group would have nobody to present to"
            raise PlanError(message, "use fewer rooms")
        slots = schedule(activity, load, minutes, [other for other in self.others if other.id != activity.id])
        prints = print_list(activity, load, self.printing.papers, self.printing.sheets)
        hung = next((line for line in prints if line.sheet == "wall"), None)
        wall = self._wall(next(paper for paper in self.printing.papers.values() if paper.id == hung.paper)) if hung else None
        dealt = (
            hands([self.cards[place - 1].number for place in ring(count, self.session.seed)], people, activity.hand)
            if activity.hand
            else ()
        )
        lines = tuple(self._with_slips(line) for line in prints) if dealt else prints
        sizes = self._sizes(activity, load.rooms)
        given = () if dealt or not any(map(self._single, prints)) else self._group_cards(activity, len(sizes))
        rooms = tuple(map(len, groups_by_room(people, load.rooms))) if activity.grouping == "groups" else ()
        return ActivityPlan(activity, 0, slots, (), lines, wall, dealt, sizes, given, rooms)

    def _single(self, line: PrintLine) -> bool:
        """Whether a print line is of single cards, rather than of whole sets or of anything else."""
        return bool(line.sheet) and self.printing.sheets[line.sheet].cards and line.cards == 1

    def _with_slips(self, line: PrintLine) -> PrintLine:
        """The line of cards to deal, with the slip that is printed before each hand; any other line as it is."""
        slips = self.people if self._single(line) else 0
        return line._replace(sheets=line.sheets + slips, pages=line.pages + slips)

    def _group_cards(self, activity: Activity, count: int) -> tuple[int, ...]:
        """The number of the card of each of so many groups, or of the one card for everybody where there are none."""
        by_id = {card.case.id: card for card in self.cards}
        named = [by_id[each.name].case for each in self.session.group_cards] if count else []
        if len(named) > count:
            whose = f"{count} {activity.grouping} of {in_sentence(activity.name)} with {self.people} people"
            raise PlanError(f"{len(named)} cards are named for the {whose}", f"name {count} or fewer under group cards")
        return tuple(by_id[case.id].number for case in cards_of_groups(max(1, count), [card.case for card in self.cards], named))

    def _sizes(self, activity: Activity, rooms: int) -> tuple[int, ...]:
        """The sizes of groups or tables; none where everybody is on their own."""
        if activity.grouping == "groups":
            return groups(self.people, rooms)
        return tables(self.people) if activity.grouping == "tables" else ()

    def _wall(self, paper: Paper) -> WallPlan:
        """The wall plan with each card's number where it hangs."""
        plan = wall_plan(self.people, len(self.cards), paper)
        numbers = {card.case.id: card.number for card in self.cards}
        hung = [numbers[case.id] for case in order([card.case for card in self.cards]).cases]
        return plan._replace(spots=tuple(spot._replace(number=number) for spot, number in zip(plan.spots, hung, strict=True)))

    def in_order(self, plans: Sequence[ActivityPlan]) -> tuple[ActivityPlan, ...]:
        """The activities one after the other with breaks, by the clock; PlanError where they take too long or run past midnight."""
        starts = running_order([plan.minutes for plan in plans])
        whole, limit = starts[-1] + plans[-1].minutes, self.session.minutes
        if limit is not None and whole > limit:
            named = " and ".join(in_sentence(plan.activity.name) for plan in plans)
            message = f"{limit} minutes is too short for {named} with {self.people} people; with breaks it needs {whole}"
            raise PlanError(message, "leave one out, or allow more time")
        return tuple(self._timed(plan, start) for plan, start in zip(plans, starts, strict=True))

    def _timed(self, plan: ActivityPlan, start: int) -> ActivityPlan:
        starts = self.session.starts
        clocks = tuple(clock(starts, start + slot.start) for slot in plan.slots) if starts else ()
        return plan._replace(start=start, clocks=clocks)
