"""Works out a session: every activity of a deck with its times, print list, wall and deal."""

from __future__ import annotations

from collections.abc import Sequence

from casedeck.choose.chance import ring
from casedeck.choose.reading_speed import median_words, reading_minutes
from casedeck.choose.spread import order
from casedeck.errors import Place, PlanError, Report, did_you_mean
from casedeck.model.activity import Activity
from casedeck.model.deck import Card, Deck, Session
from casedeck.model.paper import Paper
from casedeck.session.blocks import Load, load_of
from casedeck.session.copies import PrintLine, print_list
from casedeck.session.deal import hands
from casedeck.session.groups import cards_of_groups, groups_by_room, tables
from casedeck.session.plan import ActivityPlan, Printing, SessionPlan, no_people
from casedeck.session.timing import (
    LONG_BREAK,
    SHORT_BREAK,
    Slot,
    Task,
    check_range,
    clock,
    least,
    run,
    running_order,
    schedule,
    total,
)
from casedeck.session.wall import WallPlan, labels, wall_plan
from casedeck.wording import count, in_sentence, joined


def plan_session(
    deck: Deck,
    cards: Sequence[Card],
    activities: Sequence[Activity],
    others: Sequence[Activity],
    printing: Printing,
    report: Report,
) -> SessionPlan | None:
    """The plan of a deck's session; None with problems recorded where it says too little or cannot be.

    `others` are the activities to suggest in place of one that does not fit. Cards keep their numbers; on a
    wall they hang in an order in which neighbours share as few enablers as can be.
    """
    session = deck.session
    _check_group_cards(session, cards, report)
    if report.problems:
        return None
    if session.people is None:
        report.problems.append(no_people(session.place))
        return None
    planner = _Planner(session, session.people, cards, others, printing)
    plans = _plans(planner, activities, session.place, report)
    if plans is None:
        return None
    if session.group_cards and not session.for_once and not any(plan.given for plan in plans):
        message, hint = "no activity of this session gives each group a card", "take the group cards out"
        report.add(session.group_cards[0].place, "S102", message, hint)
        return None
    return SessionPlan(session.people, session.seed, tuple(cards), plans)


def _plans(
    planner: _Planner, activities: Sequence[Activity], place: Place, report: Report
) -> tuple[ActivityPlan, ...] | None:
    """The activities as the planner has them, in order; None with problems at the session's place."""
    tasks: list[Task] = []
    for activity in activities:
        try:
            tasks.append(planner.task(activity))
        except PlanError as error:
            report.add(place, "S102", error.message, error.hint)
    if len(tasks) < len(activities):
        return None
    try:
        slots = planner.slots(tasks)
        return planner.in_order([planner.plan(task, own) for task, own in zip(tasks, slots, strict=True)])
    except PlanError as error:
        report.add(place, "S102", error.message, error.hint)
        return None


def _check_group_cards(session: Session, cards: Sequence[Card], report: Report) -> None:
    """Record the cards named for groups that are not in the deck."""
    known = {card.case.id: card.case.title for card in cards}
    for each in session.group_cards:
        if each.name not in known:
            hint = did_you_mean(each.name, known.values()) or "name one of its cards, or add this one to them"
            report.add(each.place, "S102", f'"{each.name}" is not among the cards of this deck', hint)


class _Planner:
    def __init__(
        self,
        session: Session,
        people: int,
        cards: Sequence[Card],
        others: Sequence[Activity],
        printing: Printing,
    ) -> None:
        self.session, self.people, self.cards, self.others, self.printing = (
            session,
            people,
            cards,
            others,
            printing,
        )
        self.reading = reading_minutes(median_words(cards))

    def task(self, activity: Activity) -> Task:
        """An activity with its load; PlanError where it is not for such a deck, such people or such rooms."""
        brief = [card.case.title for card in self.cards if not card.case.benefits]
        if activity.full_cards and brief:
            has = "has" if len(brief) == 1 else "have"
            message = f"{in_sentence(activity.name)} needs cards with benefits; {joined(brief)} {has} none"
            raise PlanError(message, "leave brief cards out, as with where: {full card: yes}")
        load = load_of(activity, self.people, len(self.cards), self.reading, self.session.rooms)
        if load.rooms > 1 and min(map(len, groups_by_room(self.people, load.rooms))) < 2:
            message = f"{load.rooms} rooms are too many for {self.people} people"
            raise PlanError(f"{message}; a group would have nobody to present to", "use fewer rooms")
        task = Task(activity, load)
        check_range(activity, load, self._others(activity))
        if 0 < self.session.rooms < load.rooms:
            needs = f"needs {count(load.rooms, 'room')}, not {self.session.rooms}"
            raise PlanError(
                f"{in_sentence(activity.name)} for {self.people} people {needs}",
                "take the line rooms out, or run it in turns, one half of the people after the other",
            )
        return task

    def _others(self, activity: Activity) -> list[Activity]:
        return [other for other in self.others if other.id != activity.id]

    def slots(self, tasks: Sequence[Task]) -> tuple[tuple[Slot, ...], ...]:
        """The blocks of each activity, cut together to the minutes there are; PlanError where they are too
        few.

        Breaks take their part: they are as short as the lengths of the activities allow.
        """
        limit = self.session.minutes
        if len(tasks) == 1:
            ((activity, load),) = tasks
            return (schedule(activity, load, limit, self._others(activity)),)
        if limit is None or self._whole(run(tasks)) <= limit:
            return run(tasks)
        for breaks in self._breaks(len(tasks) - 1):
            made = run(tasks, limit - breaks)
            if self._whole(made) <= limit:
                return made
        raise self._too_short(tasks, limit)

    def _breaks(self, number: int) -> Sequence[int]:
        """How long so many breaks can be together, the shortest first."""
        if self.session.breaks is not None:
            return [number * self.session.breaks]
        return range(number * SHORT_BREAK, number * LONG_BREAK + 1, LONG_BREAK - SHORT_BREAK)

    def _whole(self, slots: Sequence[Sequence[Slot]]) -> int:
        """Minutes of several activities with the breaks between them."""
        return running_order([total(each) for each in slots], self.session.breaks)[-1] + total(slots[-1])

    def _too_short(self, tasks: Sequence[Task], limit: int) -> PlanError:
        named = joined([in_sentence(task.activity.name) for task in tasks], len(tasks))
        fewest = self._whole(run(tasks, 0))
        needs = f"it needs {self._whole(run(tasks))}, or {fewest} with everything cut that can be cut"
        with_breaks = "" if self.session.breaks == 0 else "with breaks "
        way = f"leave one out, or allow at least {count(fewest, 'minute')}"
        if self.session.breaks is None and sum(least(tasks)) <= limit:
            way = f"say breaks: none, or {way}"
        return PlanError(
            f"{limit} minutes is too short for {named} with {self.people} people; {with_breaks}{needs}", way
        )

    def plan(self, task: Task, slots: Sequence[Slot]) -> ActivityPlan:
        """An activity by itself in the blocks that it has; PlanError where it cannot be."""
        (activity, load), people, number = task, self.people, len(self.cards)
        prints = print_list(activity, load, self.printing.papers, self.printing.sheets)
        hung = next((line for line in prints if line.sheet and self.printing.sheets[line.sheet].hung), None)
        walls = self._walls(load, self._paper(hung)) if hung else []
        ring_of_cards = [self.cards[place - 1].number for place in ring(number, self.session.seed)]
        dealt = hands(ring_of_cards, people, activity.hand) if activity.hand else ()
        by_room = self._sizes(activity, load)
        sizes = tuple(size for room in by_room for size in room)
        given = () if dealt or not any(map(self._single, prints)) else self._group_cards(activity, len(sizes))
        kept = tuple(slot for slot in slots if slot.minutes)
        gone = tuple(slot.block.name for slot in slots if not slot.minutes)
        in_rooms = tuple(map(len, by_room or [each.labels for each in walls])) or load.halls
        wall = walls[0]._replace(labels=labels(sum(len(each.labels) for each in walls))) if walls else None
        return ActivityPlan(activity, load, 0, kept, (), prints, wall, dealt, sizes, given, in_rooms, gone)

    def _single(self, line: PrintLine) -> bool:
        """Whether a print line is of single cards, rather than of whole sets or of anything else."""
        return bool(line.sheet) and self.printing.sheets[line.sheet].cards and line.cards == 1

    def _paper(self, line: PrintLine) -> Paper:
        """The paper of a line."""
        return next(paper for paper in self.printing.papers.values() if paper.id == line.paper)

    def _group_cards(self, activity: Activity, count: int) -> tuple[int, ...]:
        """The number of the card of each of so many groups, or of the one card for everybody where there are
        none.
        """
        by_id = {card.case.id: card for card in self.cards}
        named = [by_id[each.name].case for each in self.session.group_cards] if count else []
        if len(named) > count:
            whose = f"{count} {activity.grouping} of {in_sentence(activity.name)} with {self.people} people"
            raise PlanError(
                f"{len(named)} cards are named for the {whose}", f"name {count} or fewer under group cards"
            )
        return tuple(
            by_id[case.id].number
            for case in cards_of_groups(max(1, count), [card.case for card in self.cards], named)
        )

    def _sizes(self, activity: Activity, load: Load) -> tuple[tuple[int, ...], ...]:
        """The sizes of groups or tables in each room; none where everybody is on their own."""
        if activity.grouping == "groups":
            return groups_by_room(load.people, load.rooms)
        return tuple(tables(people) for people in load.halls) if activity.grouping == "tables" else ()

    def _walls(self, load: Load, paper: Paper) -> list[WallPlan]:
        """The wall plan of each room, with each card's number where it hangs."""
        plans = [wall_plan(people, load.cards, paper) for people in load.halls]
        numbers = {card.case.id: card.number for card in self.cards}
        hung = [numbers[case.id] for case in order([card.case for card in self.cards]).cases]
        spots = tuple(spot._replace(number=number) for spot, number in zip(plans[0].spots, hung, strict=True))
        return [plan._replace(spots=spots) for plan in plans]

    def in_order(self, plans: Sequence[ActivityPlan]) -> tuple[ActivityPlan, ...]:
        """The activities one after the other with breaks, by the clock; PlanError where they run past
        midnight.
        """
        starts = running_order([plan.minutes for plan in plans], self.session.breaks)
        return tuple(self._timed(plan, start) for plan, start in zip(plans, starts, strict=True))

    def _timed(self, plan: ActivityPlan, start: int) -> ActivityPlan:
        starts = self.session.starts
        clocks = tuple(clock(starts, start + slot.start) for slot in plan.slots) if starts else ()
        return plan._replace(start=start, clocks=clocks)
