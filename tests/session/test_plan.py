"""One session worked out: times, print lists, walls, hands and groups of each activity in its place."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedeck.choose.spread import order
from casedeck.errors import Place, Report
from casedeck.model.activity import Activity
from casedeck.model.deck import Deck
from casedeck.session.plan import Printing, SessionPlan
from casedeck.session.planner import plan_session
from casedeck.session.supplied import Supplied
from casedeck.session.wall import BAND_MM
from casedeck.worksheets.file import supplied
from tests.session.support import ALL_SHEETS, PAPERS, activity, block, shipped
from tests.support.packs import ACTIVITIES
from tests.support.reading import lines
from tests.support.sheets import deck_for
from tests.support.values import changed
from tests.support.worksheets import all_cards, shipped_worksheet

ALL = [shipped(name) for name in ACTIVITIES]
PRINTING = Printing(PAPERS, ALL_SHEETS)


def planned(
    *activities: Activity,
    people: int | None = 24,
    cards: int = 16,
    minutes: int | None = None,
    starts: dt.time | None = None,
    seed: int = 1,
    rooms: int = 0,
) -> tuple[SessionPlan | None, list[str]]:
    """The plan of a session, and what is wrong with it."""
    report = Report()
    deck = deck_for(people, minutes=minutes, starts=starts)
    deck = deck._replace(session=deck.session._replace(place=Place("d.yaml", 3, 9), seed=seed, rooms=rooms))
    return plan_session(deck, all_cards()[:cards], activities, ALL, PRINTING, report), lines(report)


def plan(
    *activities: Activity,
    people: int = 24,
    cards: int = 16,
    minutes: int | None = None,
    starts: dt.time | None = None,
) -> SessionPlan:
    """The plan of a session that can be."""
    made, problems = planned(*activities, people=people, cards=cards, minutes=minutes, starts=starts)
    assert problems == []
    assert made is not None
    return made


def faults(made: SessionPlan, starts: dt.time) -> list[str]:
    """What does not follow in a plan by the clock."""
    found = []
    for before, after in pairwise(made.activities):
        if after.start - before.start - before.minutes not in (10, 15):
            found.append(f"no break before {after.activity.name}")
    for each in made.activities:
        for clock, slot in zip(each.clocks, each.slots, strict=True):
            if clock.hour * 60 + clock.minute != starts.hour * 60 + starts.minute + each.start + slot.start:
                found.append(f"{each.activity.name} at the wrong time")
    if made.minutes != made.activities[-1].start + sum(slot.minutes for slot in made.activities[-1].slots):
        found.append("the whole is not the sum")
    return found


@given(st.lists(st.sampled_from(ALL), min_size=1, max_size=5), st.integers(8, 40))
@settings(max_examples=25)
def test_activities_follow_by_the_clock(activities: list[Activity], people: int) -> None:
    """Any activities one after the other have breaks between them, clock times that follow, and minutes that
    add up.
    """
    starts = dt.time(9, 30)
    made = plan(*activities, people=people, starts=starts)
    assert [each.activity for each in made.activities] == activities
    assert faults(made, starts) == []
    assert (made.people, made.seed, len(made.cards)) == (people, 1, 16)


def test_a_wrong_plan_is_found() -> None:
    """Twin: an activity that starts early, and a clock that is slow."""
    starts = dt.time(9, 30)
    made = plan(ALL[0], ALL[1], starts=starts)
    one, two = made.activities
    assert faults(made._replace(activities=(one, two._replace(start=two.start - 10))), starts)[0].startswith(
        "no break before"
    )
    slow = one._replace(clocks=(dt.time(9, 31), *one.clocks[1:]))
    assert faults(made._replace(activities=(slow, two)), starts) == [f"{one.activity.name} at the wrong time"]


def test_without_a_start_there_is_no_clock() -> None:
    """A session that does not say when it starts has minutes only."""
    assert [each.clocks for each in plan(*ALL).activities] == [()] * 5


def test_one_activity_is_cut_to_the_minutes() -> None:
    """One activity, or several with the breaks between them, are cut to the minutes there are; too few
    minutes are refused.
    """
    gallery, divergent = shipped("gallery"), shipped("divergent-connections")
    assert plan(gallery, minutes=30).minutes == 30
    assert any(slot.cut for slot in plan(gallery, minutes=30).activities[0].slots)
    both = plan(gallery, divergent, minutes=120)
    assert not any(slot.cut for each in both.activities for slot in each.slots)
    assert plan(gallery, divergent, minutes=80).minutes == 80
    made, (problem,) = planned(gallery, divergent, minutes=60)
    assert made is None
    assert problem == (
        "d.yaml:3:9: S102 60 minutes is too short for gallery and divergent connections with 24 people; "
        f"with breaks it needs {both.minutes}, or 61 with everything cut that can be cut; "
        "say breaks: none, or leave one out, or allow at least 61 minutes"
    )


@pytest.mark.parametrize(
    ("people", "rooms", "can_be"), [(8, 1, True), (8, 2, False), (12, 2, True), (12, 3, False), (24, 2, True)]
)
def test_every_group_has_another_to_present_to(people: int, rooms: int, can_be: bool) -> None:
    """A session with so many rooms that a group would be alone in one is refused, with the way out."""
    made, problems = planned(shipped("co-presentation"), people=people, rooms=rooms)
    refused = (
        f"d.yaml:3:9: S102 {rooms} rooms are too many for {people} people; a group would have "
        "nobody to present to; use fewer rooms"
    )
    assert (made is not None, problems) == (can_be, [] if can_be else [refused])


def test_a_session_without_people_is_refused() -> None:
    """How many come has to be said, and how to say it stands beside it."""
    hint = "add a line such as people: 20, or type --people 20 behind the command"
    problem = f"d.yaml:3:9: S101 the session does not say how many people come; {hint}"
    assert planned(shipped("gallery"), people=None) == (None, [problem])


def test_every_activity_that_cannot_be_is_named() -> None:
    """All activities that do not fit are said in one run, each with a way out, at the session's place."""
    made, problems = planned(shipped("gallery"), shipped("co-presentation"), cards=5)
    assert made is None
    assert [problem.split(" is for ")[0] for problem in problems] == [
        "d.yaml:3:9: S102 co-presentation",
        "d.yaml:3:9: S102 gallery",
    ]
    assert all(problem.endswith("; choose 6 cards or more") for problem in problems)


def test_an_activity_is_never_its_own_way_out() -> None:
    """What is too short is not answered with the activity itself."""
    _, (problem,) = planned(shipped("gallery"), minutes=10)
    assert "choose gallery" not in problem


@pytest.mark.parametrize(("starts", "good"), [(dt.time(23, 20), True), (dt.time(23, 40), False)])
def test_a_session_ends_before_midnight(starts: dt.time, good: bool) -> None:
    """A block that would begin after midnight is refused with the way out."""
    made, problems = planned(shipped("gallery"), starts=starts)
    assert (made is not None) is good
    assert good or problems[0].endswith("is past midnight; start earlier, or choose fewer activities")


@pytest.mark.parametrize("cards", [6, 16, 22])
def test_cards_hang_in_spread_order_with_their_numbers(cards: int) -> None:
    """Every card hangs once in the viewing band, by the numbers it has in the deck, in an order in which
    neighbours share least.
    """
    (gallery,) = plan(shipped("gallery"), cards=cards).activities
    assert gallery.wall is not None
    spread = [case.id for case in order([card.case for card in all_cards()[:cards]]).cases]
    by_number = {card.number: card.case.id for card in all_cards()}
    assert [by_number[spot.number] for spot in gallery.wall.spots] == spread
    assert all(
        BAND_MM[0] <= spot.y - spot.height / 2 and spot.y + spot.height / 2 <= BAND_MM[1]
        for spot in gallery.wall.spots
    )


def test_only_what_is_hung_or_dealt_or_divided_has_a_plan_for_it() -> None:
    """The gallery has a wall, divergent connections hands, co-presentation groups, creating benefits tables,
    and no more.
    """
    made = {each.activity.id: each for each in plan(*ALL, people=36).activities}
    assert [name for name, each in made.items() if each.wall] == ["gallery"]
    assert [name for name, each in made.items() if each.hands] == ["divergent-connections"]
    sizes = {name: (len(each.sizes), sum(each.sizes)) for name, each in made.items() if each.sizes}
    assert sizes == {
        "co-presentation": (10, 36),
        "creating-benefits": (8, 36),
        "make-your-own-case-study": (9, 36),
    }


def test_groups_are_those_that_copies_are_counted_by() -> None:
    """What is printed for each group is printed for as many as there are, whatever the rooms."""
    for each in plan(*ALL, people=36).activities:
        for supply, line in zip(each.activity.supplies, each.prints, strict=True):
            if supply.per in ("group", "table") and not supply.spare and line.cards == 1:
                assert line.copies == len(each.sizes) * supply.times, supply.name


def test_dealt_cards_are_counted_with_their_slips() -> None:
    """The pile of dealt cards has a card for each of them and one for the slip before each hand: four on a
    sheet with two sides, or each on a sheet of its own where cards are as large as their paper.
    """
    divergent = shipped("divergent-connections")
    (made,) = plan(divergent, people=20).activities
    pile = next(line for line in made.prints if line.sheet == "sorter")
    assert (pile.copies, pile.sheets, pile.pages) == (60, 20, 40)
    others = [line for line in made.prints if line.sheet not in ("", "sorter")]
    assert all(line.sheets <= line.copies for line in others)
    large = divergent.supplies[0]._replace(sheet="index")
    (made,) = plan(changed(divergent, supplies=(large,)), people=20).activities
    assert (made.prints[0].copies, made.prints[0].sheets, made.prints[0].pages) == (60, 80, 80)


def test_the_seed_settles_the_hands() -> None:
    """The same seed deals the same hands; another deals others."""
    one, same, other = (planned(shipped("divergent-connections"), seed=seed)[0] for seed in (1, 1, 2))
    assert one is not None
    assert other is not None
    assert one == same
    assert one.activities[0].hands != other.activities[0].hands


def test_what_is_not_known_is_a_problem() -> None:
    """A sheet or paper that is not there, more cards in a hand than there are, or a wall of huge paper is
    S102, never another error.
    """
    gallery, divergent = shipped("gallery"), shipped("divergent-connections")
    one = gallery.supplies[0]
    for wrong in (
        changed(gallery, supplies=(one._replace(sheet="walls"),)),
        changed(gallery, supplies=(one._replace(paper="A2"),)),
        changed(divergent, hand=10, cards=(1, 60)),
        activity("Late", block("Late", 10))._replace(people=(2, 3)),
    ):
        made, problems = planned(wrong, cards=6)
        assert made is None
        assert [problem.split(": ")[1].split(" ")[0] for problem in problems] == ["S102"]


@pytest.mark.parametrize(
    ("worksheet", "wanted"),
    [
        ("number-labels", Supplied("A4", "mono", per_side=4, set_for="wall", deck=True)),
        ("prompt-slips", Supplied("A4", "mono")),
        ("barrier-labels", Supplied("A4", "mono", set_for="wall")),
        ("listening-sheets", Supplied("A4", "mono", per_side=2)),
        ("prompt-poster", Supplied("A3", "mono")),
    ],
)
def test_forms_are_printed_as_their_files_say(worksheet: str, wanted: Supplied) -> None:
    """What is cut from a side shares it; one for each card makes sets; one for each prompt fills a side."""
    assert supplied(shipped_worksheet(worksheet), 6) == wanted


@pytest.mark.parametrize("breaks", [None, 0, 20])
def test_several_activities_are_cut_together(breaks: int | None) -> None:
    """From the least to the most minutes, a session of two or three activities with its breaks takes no
    longer than there is time.
    """
    for activities in (
        ALL[:2],
        [shipped("gallery"), shipped("divergent-connections"), shipped("creating-benefits")],
    ):
        report = Report()
        deck = deck_for(20)
        whole = plan_session(
            changed_session(deck, None, breaks), all_cards()[:16], activities, ALL, PRINTING, report
        )
        assert whole
        for minutes in range(whole.minutes, 40, -7):
            made = plan_session(
                changed_session(deck, minutes, breaks),
                all_cards()[:16],
                activities,
                ALL,
                PRINTING,
                report := Report(),
            )
            if made is None:
                (said,) = lines(report)
                fewest = int(said.rsplit("allow at least ", 1)[1].split(" ")[0])
                assert minutes < fewest <= minutes + 7
                exact = plan_session(
                    changed_session(deck, fewest, breaks),
                    all_cards()[:16],
                    activities,
                    ALL,
                    PRINTING,
                    Report(),
                )
                assert exact
                assert exact.minutes <= fewest
                break
            assert minutes - 6 <= made.minutes <= minutes
            gaps = [
                after.start - before.start - before.minutes for before, after in pairwise(made.activities)
            ]
            assert all(gap in ((10, 15) if breaks is None else (breaks,)) for gap in gaps)


def changed_session(deck: Deck, minutes: int | None, breaks: int | None) -> Deck:
    """The deck with other minutes and breaks."""
    return deck._replace(session=deck.session._replace(minutes=minutes, breaks=breaks))


@pytest.mark.parametrize(("people", "halls"), [(48, (48,)), (49, (25, 24)), (60, (30, 30)), (96, (48, 48))])
def test_many_people_share_rooms(people: int, halls: tuple[int, ...]) -> None:
    """Above 48 people a gallery is in two rooms with a wall and a poster each, and everything for a person is
    counted once.
    """
    (gallery,) = plan(shipped("gallery"), people=people).activities
    counts = {line.name: line.copies for line in gallery.prints}
    assert gallery.load.halls == halls
    assert gallery.minutes == plan(shipped("gallery"), people=halls[0]).activities[0].minutes
    assert gallery.wall is not None
    assert (
        len(gallery.wall.labels)
        == counts["Wall cards"]
        == counts["Prompt poster"]
        == counts["Harvest sheet"]
        == len(halls)
    )
    assert (counts["Pens"], counts["Sticky dots"]) == (people, 3 * people)


def test_too_few_rooms_are_refused() -> None:
    """A deck that says one room, where so many people need two, is told the way out."""
    made, (problem,) = planned(shipped("gallery"), people=60, rooms=1)
    assert made is None
    assert problem == (
        "d.yaml:3:9: S102 gallery for 60 people needs 2 rooms, not 1; "
        "take the line rooms out, or run it in turns, one half of the people after the other"
    )


def test_a_block_cut_to_nothing_leaves_the_session() -> None:
    """It has no slot, is said to be left out, and the others follow one another."""
    short = activity("Short", block("One", 10), block("Two", 5, cut=1), block("Three", 10))
    (made,) = plan(short._replace(supplies=shipped("gallery").supplies[2:3]), minutes=20).activities
    assert [(slot.block.name, slot.start) for slot in made.slots] == [("One", 0), ("Three", 10)]
    assert made.left_out == ("Two",)
