"""What `casedeck plan` prints: the same numbers as the sheets of the pack, for people and for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import pytest

from casedeck.api.describe_session import session_object, session_text
from casedeck.model.page import Page
from casedeck.session.plan import SessionPlan
from tests.support.audit import run_sheet, sheets_of
from tests.support.marks import locale, sections, table_with
from tests.support.packs import ACTIVITIES, TWO, Pack, pack
from tests.support.times import row

SESSIONS = [*[(name,) for name in ACTIVITIES], TWO]


def other_cards(given: list[dict[str, Any]], text: str, pages: Sequence[Page]) -> list[str]:
    """What is said where the cards of groups are not the same as values, in words and on the sheet."""
    words = locale()["facilitator sheet"]
    cards = [(str(each["group"]), f"card {each['card']}, {each['title']}") for each in given]
    told = [line for group, card in cards for line in (words["groups"].format(group=group), card)]
    said = re.findall(r"^  group (\d+): (card .*) \(", text, re.MULTILINE)
    same = said == cards and sections(pages).get(words["group cards"], []) == told
    return [] if same else ["other cards of groups"]


def faults(made: Pack, session: SessionPlan) -> list[str]:
    """Where a plan in words and as values does not say what the sheets say."""
    words, found = locale()["facilitator sheet"], []
    text, values = session_text(session, "A title"), session_object(session)
    if not text.startswith(
        f"A title: {made.people} people, {len(made.cards)} cards, {values['minutes']} minutes"
    ):
        found.append("the head of the plan is another")
    for part, (activity, _, pages) in zip(values["activities"], sheets_of(made), strict=True):
        rows = [[clock, minutes, row(clock, minutes, name).name] for clock, minutes, name in run_sheet(pages)]
        if [[slot["clock"], str(slot["minutes"]), slot["block"]] for slot in part["slots"]] != rows:
            found.append(f"other times for {activity.name}")
        if any(
            not re.search(rf"^ +{clock} +{minutes} min  {re.escape(block)}", text, re.MULTILINE)
            for clock, minutes, block in rows
        ):
            found.append(f"other times in words for {activity.name}")
        supplies = table_with(pages, *(words[name] for name in ("what", "paper", "copies", "sheets")))
        if [
            [each["name"], each["paper"], str(each["copies"]), str(each["sheets"])] for each in part["print"]
        ] != supplies:
            found.append(f"another print list for {activity.name}")
        for name, paper, copies, sheets in supplies:
            if not re.search(rf"^  {re.escape(name)} +{paper} .* {copies} +{sheets}$", text, re.MULTILINE):
                found.append(f"{name} is not in words")
        brought = ", ".join(
            each["name"] + (f" ({each['count']})" if each["count"] > 1 else "") for each in part["bring"]
        )
        if sections(pages)[words["bring"]][0].lower() != f"{brought}.".lower():
            found.append(f"other things to bring for {activity.name}")
        if part["deal"] and sections(pages)[words["deal list"]] != [
            words["seat"].format(seat=seat, cards=", ".join(map(str, hand)))
            for seat, hand in enumerate(part["deal"], 1)
        ]:
            found.append("another deal")
        found += other_cards(part["group_cards"], text, pages)
    return found


@pytest.mark.parametrize("activities", SESSIONS, ids="+".join)
def test_plan_says_what_the_sheets_say(activities: tuple[str, ...]) -> None:
    """Times, print lists, things to bring, the deal and the cards of groups are the same in words, as values,
    and on the facilitator sheets.
    """
    made = pack(*activities)
    assert faults(made, made.session) == []


def test_another_plan_is_found() -> None:
    """Twin: a plan with another number of people, one minute moved, a copy more or a card dealt otherwise is
    not the sheets'.
    """
    made = pack("divergent-connections")
    (of,) = made.session.activities
    assert faults(made, made.session._replace(people=25)) == ["the head of the plan is another"]
    slots = (
        of.slots[0]._replace(lengths=(of.slots[0].length._replace(minutes=of.slots[0].minutes + 1),)),
        *of.slots[1:],
    )
    prints = (of.prints[0]._replace(copies=7), *of.prints[1:])
    for other, said in (
        (of._replace(slots=slots), "other times"),
        (of._replace(prints=prints), "another print list"),
        (of._replace(hands=of.hands[::-1]), "another deal"),
        (of._replace(prints=of.prints[:-1]), "other things to bring"),
    ):
        assert said in " ".join(faults(made, made.session._replace(activities=(other,))))


def test_other_cards_of_groups_are_found() -> None:
    """Twin: a plan that gives the groups each other's cards is not the sheet's."""
    made = pack("co-presentation")
    (of,) = made.session.activities
    other = of._replace(group_cards=of.group_cards[::-1])
    assert other.given != of.given
    assert faults(made, made.session._replace(activities=(other,))) == ["other cards of groups"]


def test_values_are_plain() -> None:
    """The object is JSON as it stands, with cards, walls, groups and hands by number."""
    for name in ACTIVITIES:
        session = pack(name).session
        values = session_object(session)
        assert json.loads(json.dumps(values)) == values
        assert [card["number"] for card in values["cards"]] == list(range(1, 17))
        (part,) = values["activities"]
        assert (part["id"], part["name"]) == (name, session.activities[0].activity.name)
        assert sum(part["sizes"]) in (0, 24)
        if part["wall"]:
            assert sorted(spot["number"] for spot in part["wall"]["spots"]) == list(range(1, 17))
            assert part["wall"]["metres"] == 16


def test_what_is_cut_apart_is_said() -> None:
    """Words and values say of small cards how many are on a sheet, and of nothing else."""
    session = pack("creating-benefits").session
    assert "\nCut apart: decks of cards, 4 on each sheet\n" in session_text(session, "x")
    (part,) = session_object(session)["activities"]
    assert {each["name"]: each["on each sheet"] for each in part["print"] if each["on each sheet"]} == {
        "Decks of cards": 4
    }
    assert "Cut apart" not in session_text(pack("co-presentation").session, "x")


def test_words_are_said_in_whole() -> None:
    """Groups, the wall plan, the seed and each seat are in the text, and what was cut."""
    assert "6 groups of 4 people" in session_text(pack("co-presentation").session, "x")
    assert "Wall plan: 1 wall of 16 m, cards in 1 row, middle 1.37 m above the floor" in session_text(
        pack("gallery").session, "x"
    )
    dealt = session_text(pack("divergent-connections").session, "x")
    assert "Deal (seed 1)" in dealt
    assert len(re.findall(r"^  seat \d+: cards \d+, \d+, \d+$", dealt, re.MULTILINE)) == 24


def test_without_a_clock_minutes_are_counted() -> None:
    """A session that does not say when it starts has minutes from its start, in words and as values."""
    made = pack("gallery")
    (of,) = made.session.activities
    session = made.session._replace(activities=(of._replace(clocks=()),))
    assert re.search(r"^ +\+0 +4 min", session_text(session, "x"), re.MULTILINE)
    assert session_object(session)["activities"][0]["slots"][1]["clock"] is None
    assert session_object(session)["activities"][0]["slots"][1]["start"] == 4


def test_what_was_cut_is_said() -> None:
    """A block that is shorter than it should be says by how many minutes."""
    made = pack("gallery")
    (of,) = made.session.activities
    longer = of.slots[0].length._replace(minutes=of.slots[0].minutes + 2)
    slots = (of.slots[0]._replace(lengths=(longer, of.slots[0].length), place=1), *of.slots[1:])
    assert "(cut by 2)" in session_text(made.session._replace(activities=(of._replace(slots=slots),)), "x")
    assert "(cut by" not in session_text(made.session, "x")
