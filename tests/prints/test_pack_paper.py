"""The paper that a pack takes: the plan, the print list and the files count the same."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import pytest

from casedeck.build.pipeline import Built, Changes, build
from casedeck.session.copies import PrintLine
from tests.support.decks import ROOT, asked, shipped_deck
from tests.support.packs import ACTIVITIES, CARDS, cut_line, pack_deck
from tests.support.values import changed

PAPERS = ((), ("Letter",), ("A3",), ("Letter", "Tabloid"), ("A4", "two A4"))
PEOPLE = (4, 20, 23, 49, 80)
BEFORE = 142
"""The sheets of the pack of the away day when every card was a sheet of its own."""


@lru_cache(maxsize=32)
def made(activity: str, people: int, papers: tuple[str, ...] = (), cards: int = 16) -> Built:
    """What a deck of so many cards builds for an activity."""
    deck = asked(pack_deck(activity, people=people, cards=CARDS[:cards]), ROOT)
    return build(deck, Changes(papers=papers))


def differences(built: Built) -> list[str]:
    """Where a file has another number of pages, sheets or sides than the plan counts for it, or holds another
    number of sides than it says.
    """
    assert built.plan
    found = []
    for plan in built.plan.activities:
        printed = [line for line in plan.prints if line.sheet]
        files = [each for each in built.documents if f"-{plan.activity.id}-" in each.file_name]
        for line, file in zip(printed, files[1:], strict=True):
            counted = line.page_count, line.times, line.sides, line.sheets
            if counted != (file.page_count, file.copies, file.sides, file.sheets):
                found.append(f"{file.file_name}: {counted} in the plan, {file.sheets} sheets made")
            if len([*file.pages()]) != file.page_count:
                found.append(f"{file.file_name}: not {file.page_count} sides")
    return found


@pytest.mark.parametrize("papers", PAPERS, ids="+".join)
@pytest.mark.parametrize("activity", ACTIVITIES)
def test_the_plan_counts_what_is_made(activity: str, papers: tuple[str, ...]) -> None:
    """On every paper, for 4 to 80 people in one room or several, each file has just the sheets that the plan
    says, and the sides that it says itself.
    """
    assert [differences(made(activity, people, papers)) for people in PEOPLE] == [[]] * len(PEOPLE)


@pytest.mark.parametrize("cards", [6, 7, 9, 15])
@pytest.mark.parametrize("activity", ["creating-benefits", "divergent-connections"])
def test_the_plan_counts_decks_that_leave_places_empty(activity: str, cards: int) -> None:
    """The same for decks whose last sheet is not full."""
    assert differences(made(activity, 23, (), cards)) == []


def test_another_count_is_found() -> None:
    """Twin: a sheet more in the plan than in the file is found, with the file's name."""
    built = made("creating-benefits", 20)
    assert built.plan
    (plan,) = built.plan.activities

    def more(line: PrintLine) -> PrintLine:
        return line._replace(page_count=line.page_count + 2) if line.sheet == "sorter" else line

    other = plan._replace(prints=tuple(map(more, plan.prints)))
    (found,) = differences(changed(built, plan=built.plan._replace(activities=(other,))))
    assert "creating-benefits-decks-of-cards.pdf" in found


def test_small_cards_save_paper() -> None:
    """Decks of 16 cards for 24 people are at most 20 sheets, and so are three cards each for 20 people, their
    separators among them.
    """
    for activity, people, cards in (("creating-benefits", 24, 16), ("divergent-connections", 20, 9)):
        built = made(activity, people, (), cards)
        assert built.plan
        (file,) = [each for each in built.documents if cut_line(built.plan, each.file_name)]
        assert file.sheets <= 20


def test_the_away_day_takes_less_than_half_the_paper() -> None:
    """The pack of the away day is fewer than half the sheets it was, with everything in it."""
    built = build(asked(shipped_deck("away-day"), ROOT))
    sheets = Counter({each.file_name: each.sheets for each in built.documents})
    assert len(sheets) == 12
    assert 2 * sheets.total() < BEFORE
