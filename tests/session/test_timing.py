"""The run of an activity."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.errors import PlanError
from casedeck.model.activity import UNITS, Activity, Block, Minutes
from casedeck.session.blocks import block_minutes, load_of, units
from casedeck.session.timing import Slot, clock, running_order, schedule, total
from tests.session.support import READING, activity, block, load, rule, shipped

ALL = ("gallery", "co-presentation", "creating-benefits", "divergent-connections", "make-your-own-case-study")
hundredths = st.integers(0, 2000).map(lambda hundredth: hundredth / 100)
blocks = st.builds(block, st.text("abc", min_size=1), hundredths, st.integers(0, 4), hundredths)
activities = st.lists(blocks, min_size=1, max_size=8).map(lambda made: activity("Test", *made))


def run(
    of: Activity, people: int = 20, minutes: int | None = None, others: Sequence[Activity] = ()
) -> tuple[Slot, ...]:
    """The schedule for a deck of 16 median cards."""
    return schedule(of, load_of(of, people, 16, READING), minutes, others)


def floor(one: Block) -> float:
    """The fewest minutes a block may be cut to."""
    whole = block_minutes(one, load())
    return min(whole, one.cut_to.fixed) if one.cut else whole


def faults(of: Activity, slots: Sequence[Slot], minutes: int) -> list[str]:
    """What is wrong with a schedule for so many minutes."""
    whole = [block_minutes(one, load()) for one in of.blocks]
    found = []
    if [slot.minutes + slot.cut for slot in slots] != whole:
        found.append("minutes and what was cut are not the whole")
    if any(slot.start != sum(each.minutes for each in slots[:place]) for place, slot in enumerate(slots)):
        found.append("a block does not start where the one before it ends")
    if any(slot.minutes < floor(slot.block) for slot in slots):
        found.append("a block is cut too short")
    if total(slots) != min(sum(whole), minutes):
        found.append("more or less is cut than needed")
    in_order = sorted((slot for slot in slots if slot.block.cut), key=lambda slot: slot.block.cut)
    if any(
        late.cut and early.minutes - 1 >= floor(early.block)
        for early, late in pairwise(in_order)
        if early.block.cut < late.block.cut
    ):
        found.append("a block is cut before its turn")
    return found


@pytest.mark.parametrize(
    ("name", "totals"),
    [
        ("gallery", (35, 35, 35, 35)),
        ("co-presentation", (46, 51, 56, 51)),
        ("creating-benefits", (52, 58, 56, 62)),
        ("divergent-connections", (37, 39, 43, 45)),
        ("make-your-own-case-study", (57, 62, 67, 54)),
    ],
)
def test_activities_take_as_long_as_the_design_says(name: str, totals: tuple[int, ...]) -> None:
    """Minutes for 8, 16, 24 and 36 people; co-presentation for 36 is five groups in each of two rooms."""
    assert tuple(total(run(shipped(name), people)) for people in (8, 16, 24, 36)) == totals


@given(activities, st.integers(0, 120))
def test_a_schedule_adds_up(of: Activity, minutes: int) -> None:
    """Blocks follow one another and are cut in order, as little as needed, never too short; or the error says
    what it needs.
    """
    least = sum(math.ceil(floor(one)) for one in of.blocks)
    if least > minutes:
        with pytest.raises(
            PlanError, match=f"^{minutes} minutes? is too short for test .*allow at least {least} minutes?$"
        ):
            run(of, minutes=minutes)
    else:
        assert faults(of, run(of, minutes=minutes), minutes) == []


def test_a_schedule_that_does_not_add_up_is_found() -> None:
    """Twin: a run cut too much, too early, too short or with a gap has its faults."""
    of = activity("Test", block("One", 10, cut=2, cut_to=5), block("Two", 10, cut=1, cut_to=8))
    good = run(of, minutes=17)
    assert faults(of, good, 17) == []
    one, two = good
    assert faults(of, (one, two._replace(start=12)), 17) == [
        "a block does not start where the one before it ends"
    ]
    shorter = (*two.lengths, two.lengths[-1]._replace(minutes=7))
    assert faults(of, (one, two._replace(lengths=shorter, place=3)), 16) == ["a block is cut too short"]
    assert faults(of, (one._replace(place=3), two._replace(start=7, place=0)), 17) == [
        "a block is cut before its turn"
    ]
    assert faults(of, good, 18) == ["more or less is cut than needed"]
    assert "the whole" in faults(of, (one, two._replace(lengths=two.lengths[1:], place=1)), 17)[0]


@given(activities)
def test_time_to_spare_cuts_nothing(of: Activity) -> None:
    """With all the time it needs, or none given, an activity is whole."""
    whole = run(of)
    assert run(of, minutes=total(whole) + 10) == whole
    assert not any(slot.cut for slot in whole)


def presenting(name: str = "Co-presentation") -> Activity:
    """An activity like co-presentation of which six minutes can be cut."""
    return activity(
        name, block("Start", 26, cut=1, cut_to=20), block("Present", rule(each=5, per="group in a room"))
    )


def test_too_short_names_the_ways_out() -> None:
    """More rooms where they help, and the longest other activity that fits; its words are those of the
    design.
    """
    others = [shipped("gallery"), presenting("Itself"), shipped("divergent-connections")]
    with pytest.raises(PlanError) as caught:
        run(presenting(), 24, 45, others)
    assert str(caught.value) == (
        "45 minutes is too short for co-presentation with 24 people; it needs 56, or 50 with "
        "everything cut that can be cut: "
        "use two rooms, or divergent connections, which takes 43"
    )


def test_other_ways_out() -> None:
    """Without rooms that help, another activity; without that, how many minutes it needs at least."""
    with pytest.raises(
        PlanError, match=r"50 with everything cut that can be cut: choose gallery, which takes 35$"
    ):
        run(presenting(), 24, 36, [shipped("gallery"), shipped("divergent-connections")])
    with pytest.raises(PlanError, match=r"cut: allow at least 50 minutes$"):
        run(presenting(), 24, 20, [shipped("gallery")])
    with pytest.raises(PlanError, match=r"it needs 30: allow at least 30 minutes$"):
        run(activity("Talk", block("Talk", 30)), 24, 20)
    assert total(run(presenting(), 24, 50)) == 50


def test_too_many_or_too_few_people_are_refused() -> None:
    """The error says the range and names an activity for so many, or another way; the ends of the range are
    within it.
    """
    gallery = shipped("gallery")
    with pytest.raises(
        PlanError, match=r"^gallery is for 4 to 96 people, not for 3: choose talk, which is for 2 to 60$"
    ):
        run(gallery, 3, None, [activity("Talk", block("Talk", 3))])
    with pytest.raises(
        PlanError, match=r"not for 3: invite more people, or read the cards together at one table$"
    ):
        run(gallery, 3)
    with pytest.raises(PlanError, match=r"not for 97: take turns in two halves$"):
        run(gallery, 97)
    assert run(gallery, 4)
    assert run(gallery, 96)


def test_too_many_or_too_few_cards_are_refused() -> None:
    """A deck smaller or larger than an activity is for is an error with the way out."""
    short = activity("Talk", block("Talk", 3), cards=(6, 10))
    for cards, way in ((5, "choose 6 cards or more"), (11, "choose 10 cards or fewer")):
        with pytest.raises(PlanError, match=f"talk is for a deck of 6 to 10 cards, not of {cards}: {way}"):
            schedule(short, load(cards=cards))
    assert schedule(short, load(cards=6))


def test_every_unit_is_counted() -> None:
    """20 people with 16 cards, three in each hand."""
    counts = dict(zip(UNITS, (20, 10, 5, 5, 4, 1, 16, 8, 3, 5), strict=True))
    assert units(load()) == counts


def test_only_groups_that_present_need_more_rooms() -> None:
    """36 people present in two rooms and look at a gallery in one; nobody reads more cards than there are."""
    assert load_of(presenting(), 36, 16, READING).rooms == 2
    assert load_of(shipped("gallery"), 36, 16, READING).rooms == 1
    assert load_of(shipped("gallery"), 36, 6, READING).cards_read == 6


@pytest.mark.parametrize(
    ("minutes", "whole"),
    [
        (rule(2.5), 3),
        (rule(2.49), 2),
        (rule(0.1), 1),
        (rule(1, 0.1, "card in hand"), 1),
        (rule(each=0.55, per="card read", reading=True), 12),
        (rule(each=2, per="four")._replace(least=12), 12),
        (rule(each=2, per="four")._replace(most=6), 6),
        (rule(3, each=9), 3),
    ],
)
def test_minutes_are_whole(minutes: Minutes, whole: int) -> None:
    """Half a minute is rounded up, nothing takes less than a minute, and the whole is between its least and
    most.
    """
    assert block_minutes(block("Test", minutes), load()) == whole


def test_the_first_line_that_holds_counts() -> None:
    """Up to so many people the first line, then the next; where none holds it is an error."""
    two = block("Share", 0)._replace(minutes=(rule(7, up_to=16), rule(9, up_to=24)))
    assert [block_minutes(two, load(people)) for people in (16, 17, 24)] == [7, 9, 9]
    with pytest.raises(
        PlanError, match='"Share" has no minutes for 25 people: its last line holds "up to people: 24"'
    ):
        block_minutes(two, load(25))


def test_the_clock_runs_to_midnight() -> None:
    """13:30 and 45 minutes are 14:15; midnight is too late."""
    assert clock(dt.time(13, 30), 45) == dt.time(14, 15)
    assert clock(dt.time(23, 0), 59) == dt.time(23, 59)
    with pytest.raises(PlanError, match="60 minutes from 23:00 is past midnight: start earlier"):
        clock(dt.time(23, 0), 60)


@given(st.lists(st.integers(1, 240), max_size=6))
def test_activities_follow_one_another_with_a_break(lengths: list[int]) -> None:
    """Between the end of one and the start of the next are 10 or 15 minutes, and 15 after one of more than 90
    minutes.
    """
    starts = running_order(lengths)
    assert len(starts) == len(lengths)
    breaks = [
        after - before - length for (before, after), length in zip(pairwise(starts), lengths, strict=False)
    ]
    assert set(breaks) <= {10, 15}
    assert all(pause == 15 for pause, length in zip(breaks, lengths, strict=False) if length > 90)


def test_a_long_morning_has_a_long_break() -> None:
    """After 90 minutes the break is short, after 91 long; the count starts again after a long one."""
    assert running_order((90, 5)) == (0, 100)
    assert running_order((91, 5)) == (0, 106)
    assert running_order((35, 43, 52, 40, 10)) == (0, 45, 98, 165, 215)
    assert running_order(()) == ()
