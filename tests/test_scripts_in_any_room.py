"""What a facilitator reads aloud can be done by the people, groups and cards that are there."""

from __future__ import annotations

import re

import pytest

from casedeck.compose.sheets.facilitator import facilitator_sheet
from casedeck.model.text import plain
from casedeck.session.blocks import load_of
from casedeck.session.groups import tables
from casedeck.session.telling import Teller
from casedeck.session.timing import schedule
from tests.session.support import READING, shipped
from tests.support.marks import headings, locale, sections
from tests.support.packs import ACTIVITIES
from tests.support.sheets import LANGUAGE, shipped_told
from tests.support.worksheets import sheet_for

PEOPLE = range(4, 61)
ONE_OF_MANY = re.compile(r"(?<![\d½])\b(?:1 (?!minute)\w+s|one (?:tables|groups|cards|pairs|fours))\b")


def script(name: str, people: int, cards: int = 12) -> str:
    """Everything in the script of an activity at its full length."""
    activity = shipped(name)
    load = load_of(activity, people, cards, READING)
    steps = Teller(activity, load, tuple(schedule(activity, load)), LANGUAGE).steps()
    return " ".join(plain(text) for step in steps for text in (step.say, step.do, step.watch))


@pytest.mark.parametrize("name", ACTIVITIES)
def test_one_is_not_said_as_many(name: str) -> None:
    """No script asks for "1 tables" or "1 groups", however few come."""
    assert {
        people: found[0] for people in PEOPLE if (found := ONE_OF_MANY.findall(script(name, people)))
    } == {}


def test_one_said_as_many_is_found() -> None:
    """Twin: such a count is noticed, and minutes are let be."""
    assert ONE_OF_MANY.findall("Seat 1 tables. Call time after 1 minute.") == ["1 tables"]


@pytest.mark.parametrize(
    ("people", "said"),
    [(4, False), (5, False), (6, True), (7, True), (8, False), (9, False), (10, True), (24, False)],
)
def test_a_pair_left_over_has_a_place(people: int, said: bool) -> None:
    """Where pairs join pairs and their number is odd, the script says what the last three do; where it is
    even, it says nothing.
    """
    assert ("last three pairs" in script("divergent-connections", people)) is said


@pytest.mark.parametrize("people", [4, 5, 6])
def test_one_four_has_nobody_to_join(people: int) -> None:
    """Up to five people are one group, which joins nobody and does not take turns with others."""
    said = script("divergent-connections", people)
    assert ("join another pair" in said, "from each group" in said) == (people > 5, people > 5)


@pytest.mark.parametrize(
    ("cards", "said"), [(6, "time for all of them"), (8, "time for all of them"), (9, "time for about 8")]
)
def test_all_cards_are_not_about_so_many(cards: int, said: str) -> None:
    """A gallery says how many of its cards there is time for, and "all of them" where that is so."""
    assert said in script("gallery", 20, cards)


@pytest.mark.parametrize("cards", [6, 12, 18, 24])
def test_sorting_cut_short_has_time_for_its_cards(cards: int) -> None:
    """However much is cut, a table of three has time to read its shares of the deck, and ten seconds to put
    down each card.
    """
    activity = shipped("creating-benefits")
    for people in PEOPLE:
        load = load_of(activity, people, cards, READING)
        sort = next(slot for slot in schedule(activity, load) if slot.block.name == "Sort")
        share = -(-cards // min(tables(load.halls[0])))
        assert sort.lengths[-1].minutes + 0.5 >= share * READING + cards / 6, (people, cards)


@pytest.mark.parametrize("name", ACTIVITIES)
def test_only_what_is_printed_is_handed_out(name: str) -> None:
    """No sheet speaks of spare cards: each hand is printed once."""
    activity = shipped(name)
    texts = [*activity.room, *activity.access, activity.safety]
    assert "spare card" not in " ".join([script(name, 24), *map(plain, texts)])


@pytest.mark.parametrize(
    ("name", "people", "sides"),
    [("co-presentation", 24, 2), ("make-your-own-case-study", 24, 2), ("co-presentation", 60, 3)],
)
def test_groups_have_their_cards_on_two_sides_where_they_fit(name: str, people: int, sides: int) -> None:
    """The list of groups and cards goes to a third side only where two cannot hold it, though titles stand
    but once.
    """
    words = locale()["facilitator sheet"]
    pages = facilitator_sheet(shipped_told(name, people, 16), sheet_for(), words).pages
    assert (len(pages), words["group cards"] in headings(pages[:2], "H2")) == (sides, True)


@pytest.mark.parametrize(
    ("cards", "people", "said"),
    [(6, 8, "6 m, seen"), (12, 20, "12 m in 2 parts"), (22, 20, "in 3 parts"), (12, 60, "each in 2 parts")],
)
def test_a_wall_drawn_in_parts_says_so(cards: int, people: int, said: str) -> None:
    """Where a wall is drawn in parts, one below the other, its caption says in how many: nobody hangs them as
    rows.
    """
    words = locale()["facilitator sheet"]
    pages = facilitator_sheet(shipped_told("gallery", people, cards), sheet_for(), words).pages
    assert said in " ".join(sections(pages)[words["room"]])


COUNTED_OTHERWISE = re.compile(
    r"\bcards each\b|\b(?:half|eight|five) (?:the deck|of the deck|cards)|\bminutes?\b|\bhalf as many\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", ACTIVITIES)
def test_another_way_leaves_minutes_and_cards_as_they_are(name: str) -> None:
    """A way that a deck asks for stands above the script, so it names no other number of cards or minutes:
    `minutes` shortens.
    """
    assert [way.name for way in shipped(name).variations if COUNTED_OTHERWISE.search(plain(way.how))] == []


def test_a_way_with_other_counts_is_found() -> None:
    """Twin: a way that deals or reads other numbers of cards than the script is noticed."""
    for how in (
        "Two cards each, then from alone to fours.",
        "Eight cards, of which two are chosen.",
        "Read five cards only, and in pairs.",
    ):
        assert COUNTED_OTHERWISE.search(how)


@pytest.mark.parametrize("people", [47, 48, 49, 59, 60])
def test_a_gallery_in_two_rooms_takes_two_sides(people: int) -> None:
    """What it tells about rooms and about odd people leaves room for the titles and for taking care on two
    sides.
    """
    words = locale()["facilitator sheet"]
    pages = facilitator_sheet(shipped_told("gallery", people, 12), sheet_for(), words).pages
    assert (len(pages), words["list apart"] in sections(pages)[words["this deck"]]) == (2, False)
