"""Whatever the people and the minutes, every time and every count on the finished sheets of an activity
agrees with the others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from casedeck.compose.sheets.facilitator import facilitator_sheet
from casedeck.errors import PlanError
from casedeck.model.activity import GROUPINGS, Activity
from casedeck.model.activity import Step as ScriptLine
from casedeck.model.text import filled, plain, rich
from casedeck.prints.front_pages import activity_facts
from casedeck.session.blocks import load_of
from casedeck.session.groups import groups_by_room, tables
from casedeck.session.plan import ActivityPlan, SessionPlan
from casedeck.session.telling import Teller, in_figures
from casedeck.session.timing import Slot, Task, clock, least, run, schedule, total
from casedeck.session.told import Told, division, told_of
from casedeck.worksheets.page import worksheet_texts
from tests.session.support import READING, activity, block, shipped
from tests.support.decks import ROOT
from tests.support.marks import locale
from tests.support.minutes import typed_minutes
from tests.support.packs import ACTIVITIES
from tests.support.sheets import LANGUAGE, deck_for
from tests.support.times import Row, Sheet, Step, faults, kept, of_pages, row, times
from tests.support.values import changed
from tests.support.worksheets import all_cards, sheet_for, shipped_worksheet

PEOPLE = range(4, 61)
STARTS = dt.time(9, 30)
CARDS = tuple(card._replace(of=16) for card in all_cards()[:16])
BEFORE = yaml.safe_load((ROOT / "tests/support/contradictory-sheets.yaml").read_text("utf-8"))


def planned(activity: Activity, people: int, minutes: int | None, reading: float = READING) -> ActivityPlan:
    """An activity in a session of its own, without the things that are printed for it."""
    load = load_of(activity, people, len(CARDS), reading)
    slots = tuple(slot for slot in schedule(activity, load, minutes) if slot.minutes)
    by_room = (
        groups_by_room(people, load.rooms)
        if activity.grouping == "groups"
        else tuple(map(tables, load.halls))
    )
    sizes = (
        tuple(size for room in by_room for size in room) if activity.grouping in ("groups", "tables") else ()
    )
    return ActivityPlan(
        activity,
        load,
        0,
        slots,
        tuple(clock(STARTS, slot.start) for slot in slots),
        (),
        None,
        (),
        sizes,
        in_rooms=tuple(map(len, by_room)) if sizes else load.halls,
    )


def told_by(plan: ActivityPlan) -> Told:
    """What its facilitator sheet is made from."""
    return told_of(
        deck_for(plan.load.people, starts=STARTS),
        SessionPlan(plan.load.people, 1, CARDS, (plan,)),
        plan,
        LANGUAGE,
    )


def sheet_of(made: Told) -> Sheet:
    """The texts of a facilitator sheet as they are handed to be set."""
    words, plan = locale()["facilitator sheet"], made.plan
    rooms = f" in {plan.load.rooms} rooms" if plan.load.rooms > 1 else ""
    divided = f", {division(plan, LANGUAGE)}" if plan.sizes else ""
    facts = f"{plan.minutes} minutes. {plan.load.people} people{rooms}{divided}."
    activity = made.activity
    named = [*(text for _, text in activity.roles), *(way.how for way in activity.variations)]
    others = [
        *activity.room,
        *activity.no_wall,
        *named,
        *activity.access,
        *activity.remote,
        *activity.harvest,
    ]
    late = tuple(
        (slot.block.name, slot.spare, plain(how).replace("\N{NO-BREAK SPACE}", " "))
        for slot, how in made.late
    )
    return Sheet(
        facts,
        tuple(_row(plan, slot, words) for slot in plan.slots),
        late,
        tuple(_script(made)),
        tuple(map(plain, others)),
    )


def _row(plan: ActivityPlan, slot: Slot, words: dict[str, str]) -> Row:
    name, each = slot.block.name, in_figures(slot.length.each)
    told_with = words["slots"].format(block=name, slots=slot.length.slots, each=each)
    return row(LANGUAGE.clock(*plan.begins(slot)), str(slot.minutes), told_with if slot.block.per else name)


def _script(made: Told) -> Iterator[Step]:
    block = ""
    for step in made.steps:
        block = step.opens.block.name if step.opens else block
        texts = tuple(plain(text) for text in (step.say, step.do, step.watch) if text)
        yield Step(step.number, block, texts)


def every_length(activity: Activity, people: int) -> range:
    """From the fewest minutes to the most."""
    task = Task(activity, load_of(activity, people, len(CARDS), READING))
    (fewest,) = least([task])
    return range(fewest, total(run([task])[0]) + 1)


@cache
def found(sheet: Sheet) -> list[str]:
    """What does not add up."""
    return faults(sheet)


@pytest.mark.parametrize("name", ACTIVITIES)
def test_times_and_counts_agree_at_every_length(name: str) -> None:
    """For 4 to 60 people and every length from the least to the most, all times and counts of a sheet add up,
    and what it says can still be saved is what lies between its length and the least.
    """
    activity, wrong = shipped(name), {}
    for people in PEOPLE:
        lengths = every_length(activity, people)
        for minutes in lengths:
            made = told_by(planned(activity, people, minutes))
            problems = found(sheet_of(made))
            if made.plan.minutes - sum(each.slot.spare for each in made.late) != lengths.start:
                problems = [
                    *problems,
                    f"{made.plan.minutes} minutes less all that can be saved are not {lengths.start}",
                ]
            if not lengths.start <= made.plan.minutes <= minutes:
                problems = [*problems, f"{made.plan.minutes} minutes are planned for {minutes}"]
            if problems:
                wrong[people, minutes] = problems
    assert dict(list(wrong.items())[:5]) == {}


@pytest.mark.parametrize("name", ACTIVITIES)
def test_less_than_the_least_is_refused(name: str) -> None:
    """A minute less than the least, for any number of people, is an error that says the least."""
    activity = shipped(name)
    for people in PEOPLE:
        fewest = every_length(activity, people).start
        with pytest.raises(PlanError, match=rf"\b{fewest}\b"):
            planned(activity, people, fewest - 1)


def sample() -> list[tuple[str, int, int]]:
    """Of each activity the shortest, the longest and a middle length for small, usual, odd and large numbers
    of people.
    """
    found = []
    for name in ACTIVITIES:
        for people in (4, 5, 8, 17, 24, 25, 36, 49, 60):
            lengths = every_length(shipped(name), people)
            found += [
                (name, people, minutes) for minutes in (lengths[0], lengths[len(lengths) // 2], lengths[-1])
            ]
    return found


@pytest.mark.parametrize(("name", "people", "minutes"), sample())
def test_what_is_set_is_what_was_told(name: str, people: int, minutes: int) -> None:
    """Read back from its pages, a facilitator sheet has the very times, counts and steps that were worked
    out, and they add up.
    """
    made = told_by(planned(shipped(name), people, minutes))
    set_on_paper = facilitator_sheet(made, sheet_for(), locale()["facilitator sheet"])
    read, told = of_pages(set_on_paper.pages), sheet_of(made)
    assert faults(read) == []
    assert (read.run, read.late) == (told.run, told.late)
    assert [(step.number, step.block, sorted(map(times, step.texts))) for step in read.script] == [
        (step.number, step.block, sorted(map(times, step.texts))) for step in told.script
    ]
    assert not set_on_paper.over


@pytest.mark.parametrize(
    "written", BEFORE[:-1], ids=lambda each: f"{each['activity']}-{each['people']}-{each['minutes']}"
)
def test_contradictions_are_found(written: dict[str, object]) -> None:
    """Twin: sheets whose scripts were not worked out from the plan are each found to contradict
    themselves.
    """
    assert faults(kept(written)) != []


def test_nobody_types_minutes() -> None:
    """No text of an activity or a worksheet that ships names a number of minutes: all are worked out from the
    plan.
    """
    paths = [*(ROOT / "assets/activities").glob("*.yaml"), *(ROOT / "assets/sheets").glob("*.yaml")]
    assert len(paths) > 10
    assert list(typed_minutes(paths)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Call time after 5 minutes.",
        "Two minutes each.",
        "Take half a minute.",
        "A minute and a half.",
        "After a minute, go on.",
        "in 90 seconds",
    ],
)
def test_typed_minutes_are_found(tmp_path: Path, text: str) -> None:
    """Twin: a number of minutes in figures or letters is found wherever it stands, but not a placeholder or
    what is no number.
    """
    path = tmp_path / "talk.yaml"
    path.write_text(
        yaml.safe_dump({"blocks": [{"minutes": "5 minutes"}], "steps": [{"also": {"cut": text}}]}), "utf-8"
    )
    assert list(typed_minutes([path])) == [f"talk.yaml: {text}"]
    path.write_text(
        yaml.safe_dump({"steps": [{"do": "Call the last minute, and time after {time}. Minutes pass."}]}),
        "utf-8",
    )
    assert list(typed_minutes([path])) == []


@pytest.mark.parametrize("name", ACTIVITIES)
@pytest.mark.parametrize("people", [8, 24, 36, 60])
def test_activity_cards_say_what_the_run_sheet_says(name: str, people: int) -> None:
    """Cut or whole, the card of an activity has the blocks and minutes of its run sheet, and names no other
    times than its script.
    """
    lengths = every_length(shipped(name), people)
    for minutes in (lengths[0], lengths[len(lengths) // 2], lengths[-1]):
        plan = planned(shipped(name), people, minutes)
        sheet = sheet_of(told_by(plan))
        card = activity_facts(Teller(plan.activity, plan.load, plan.slots, LANGUAGE), 1, 5)
        assert [(block, length) for block, length, _ in card.blocks] == [
            (each.name, each.minutes) for each in sheet.run
        ]
        assert card.minutes == plan.minutes
        for each, (_, _, told) in zip(sheet.run, card.blocks, strict=True):
            named = {
                time
                for step in sheet.script
                if step.block == each.name
                for text in step.texts
                for time in times(text)
            }
            assert set(times(plain(told))) <= {*named, each.each, float(each.minutes)}, plain(told)


def test_worksheets_say_what_the_run_sheet_says() -> None:
    """At every length, the pair sheet gives each card the time that the script gives it, and another time is
    found.
    """
    for people in (8, 23, 40):
        for minutes in every_length(shipped("creating-benefits"), people):
            plan = planned(shipped("creating-benefits"), people, minutes)
            texts = worksheet_texts(
                shipped_worksheet("pair-sheet"),
                "Deck",
                plan.activity,
                CARDS,
                (),
                Teller(*plan[:2], plan.slots, LANGUAGE).values(),
            )
            (intro,) = [plain(filled(shipped_worksheet("pair-sheet").intro, **each)) for each in texts]
            sheet = sheet_of(told_by(plan))
            assert times(intro)
            assert faults(sheet, [intro]) == []
            assert faults(sheet, ["Eleven and a half minutes a card."]) != []


@pytest.mark.parametrize("grouping", GROUPINGS)
def test_counts_are_filled_in_alike_everywhere(grouping: str) -> None:
    """However people are divided, the script and the activity's card count the same groups and tables."""
    told = rich("We are {people} people, {groups} groups at {tables} tables.")
    talk = block("Talk", 10)._replace(short=told)
    step = ScriptLine("Talk", told, told, ())
    plan = planned(changed(activity("Talk", talk), grouping=grouping, steps=(step,), room_holds=60), 24, None)
    (said,) = told_by(plan).steps
    card = activity_facts(Teller(plan.activity, plan.load, plan.slots, LANGUAGE), 1, 1)
    assert {plain(said.say), plain(said.do), plain(card.blocks[0][2])} == {
        "We are 24 people, 6 groups at 5 tables."
    }


def test_what_was_done_already_is_not_offered_again() -> None:
    """A cut that says one thing to do is offered as long as its block is whole; when part of it is used, the
    rest is a time to stop.
    """
    debriefs = {}
    for minutes in every_length(shipped("co-presentation"), 24):
        plan = planned(shipped("co-presentation"), 24, minutes)
        (late,) = [plain(how) for slot, how in told_by(plan).late if slot.block.name == "Debrief"] or [""]
        debriefs[plan.slots[3].minutes] = late.replace("\N{NO-BREAK SPACE}", " ")
    assert debriefs == {
        8: "Ask one question of each kind.",
        7: "Stop after 5 minutes.",
        6: "Stop after 5 minutes.",
        5: "",
    }
