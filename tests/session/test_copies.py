"""The print list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.errors import PlanError
from casedeck.model.activity import UNITS, Supply
from casedeck.session.blocks import Load, load_of
from casedeck.session.copies import PrintLine, print_line, print_list, quantity, supply_units
from tests.session.support import ALL_SHEETS, PAPERS, READING, load, shipped

ALL = ("gallery", "co-presentation", "creating-benefits", "divergent-connections", "make-your-own-case-study")
printed = st.builds(
    Supply,
    st.just("Test"),
    st.sampled_from(sorted(ALL_SHEETS)),
    st.sampled_from(["", "A3", "A4"]),
    st.sampled_from(["", *UNITS]),
    st.integers(1, 5),
    st.sampled_from([0, 0.1, 0.2, 0.5]),
    st.just(""),
)
loads = st.builds(load, st.integers(2, 60), st.integers(2, 46), st.integers(0, 5))


def lines(name: str, people: int) -> dict[str, tuple[int, int]]:
    """Copies and sheets of an activity for a deck of 16, by the name of the sheet or of the thing."""
    of = shipped(name)
    return {
        line.sheet or line.name: (line.copies, line.sheets)
        for line in print_list(of, load_of(of, people, 16, READING), PAPERS, ALL_SHEETS)
    }


def holds_all(line: PrintLine, cards: int = 16, slips: int = 0) -> bool:
    """Whether the paper holds all the items and so many slips, and no whole sheet of it is left empty; of a
    list of the deck's cards, so many pages for each copy as these take.
    """
    supplied = ALL_SHEETS[line.sheet]
    if line.on_sheet:
        spare = line.sheets * line.on_sheet - line.copies * line.cards - slips
        return line.times == 1 and line.pages == line.sheets * line.sides and 0 <= spare < line.on_sheet
    if supplied.lists:
        return line.sheets == line.pages == line.copies * -(-cards // supplied.lists)
    per_side = supplied.per_side
    spare = line.sheets * per_side - line.copies * line.cards - slips
    sets = line.copies if line.cards > 1 else 1
    return line.pages == line.sheets * line.sides and 0 <= spare < per_side * sets


@given(printed, loads)
def test_the_paper_holds_what_is_to_be_printed(supply: Supply, many: Load) -> None:
    """All copies fit on the sheets, none is blank, and pages are their printed sides; dealt cards have a slip
    for each hand besides.
    """
    line = print_line(supply, many, PAPERS, ALL_SHEETS)
    dealt = many.hand and ALL_SHEETS[line.sheet].cards and line.cards == 1
    assert holds_all(line, many.cards, many.people if dealt else 0)


def test_a_sheet_too_few_or_too_many_is_found() -> None:
    """Twin: with one sheet less a slip has no place, with one more a sheet is blank."""
    line = print_line(Supply("Slips", "response slips", "", "person", 1, 0, ""), load(), PAPERS, ALL_SHEETS)
    assert holds_all(line)
    assert not holds_all(line._replace(times=line.times - 1))
    assert not holds_all(line._replace(times=line.times + 1))


def test_a_gallery_for_twenty_prints_what_the_design_says() -> None:
    """16 wall cards, slips four on a sheet with a tenth to spare, 16 small cards on four sheets, 60 dots."""
    found = lines("gallery", 20)
    assert found["wall"] == (1, 16)
    assert found["response slips"] == (22, 6)
    assert found["sorter"] == (1, 4)
    assert found["Sticky dots"] == (60, 0)


def test_every_wall_has_its_own_set() -> None:
    """49 people need two walls of 16 on A3, 33 two on A4; labels come with each."""
    supply = Supply("Cards", "wall", "A3", "card", 1, 0, "")
    for made in (
        print_line(supply, load(49), PAPERS, ALL_SHEETS),
        print_line(supply._replace(paper="A4"), load(33), PAPERS, ALL_SHEETS),
    ):
        assert (made.copies, made.cards, made.sheets, made.pages) == (2, 16, 32, 32)
    assert print_line(supply._replace(sheet="number labels"), load(49), PAPERS, ALL_SHEETS).sheets == 8
    assert print_line(supply._replace(sheet="index"), load(49), PAPERS, ALL_SHEETS).copies == 1


def test_every_table_has_its_own_deck() -> None:
    """Creating benefits for 24 people is five decks of 16, 80 cards on 20 sheets of A4, or on 10 of A3; cards
    as large as their paper take 80.
    """
    assert lines("creating-benefits", 24)["sorter"] == (5, 20)
    decks = Supply("Decks", "sorter", "A4", "table", 1, 0, "")
    for sheet, paper, sheets in (("sorter", "A3", 10), ("pocket", "A4", 40), ("index", "A4", 80)):
        line = print_line(decks._replace(sheet=sheet, paper=paper), load(24), PAPERS, ALL_SHEETS)
        assert (line.copies, line.cards, line.sheets) == (5, 16, sheets)


def test_sets_share_sheets() -> None:
    """Three decks of 17 cards are 51 cards: 13 sheets, the last of them with three, and not 15."""
    decks = Supply("Decks", "sorter", "A4", "table", 1, 0, "")
    line = print_line(decks, load(15, 17), PAPERS, ALL_SHEETS)
    assert (line.copies, line.cards, line.sheets, line.pages, line.on_sheet) == (3, 17, 13, 26, 4)


def test_a_card_for_everyone_in_the_group() -> None:
    """Co-presentation for 20 prints 20 cards, five preparation sheets and 20 listening sheets, two on each
    A4.
    """
    found = lines("co-presentation", 20)
    assert (found["reader"], found["preparation sheet"], found["listening sheets"]) == (
        (20, 20),
        (5, 5),
        (20, 10),
    )


def test_divergent_connections_prints_three_cards_each() -> None:
    """Eight people need 24 cards, 20 people 60; with a slip for each hand these are 8 and 20 sheets, four
    cards on each.
    """
    assert [lines("divergent-connections", people)["sorter"] for people in (8, 20)] == [(24, 8), (60, 20)]
    assert supply_units(load(20))["card in hand"] == 60


def test_spare_copies_are_rounded_up() -> None:
    """A fifth more of five is six, a tenth more of twenty exactly 22, of 21 is 24; what is for nobody in
    particular is for each room.
    """
    supply = Supply("Blank cards", "blank card", "A3", "person", 1, 0.2, "")
    assert quantity(supply, {"person": 5}) == 6
    assert [quantity(supply._replace(spare=0.1), {"person": people}) for people in (20, 21)] == [22, 24]
    assert quantity(supply._replace(per="", times=3, spare=0), {"room": 2}) == 6


@pytest.mark.parametrize("name", ALL)
def test_every_sheet_of_the_shipped_activities_is_known(name: str) -> None:
    """The print list has a line for each supply, and what is only brought takes no paper."""
    of = shipped(name)
    made = print_list(of, load_of(of, 20, 16, READING), PAPERS, ALL_SHEETS)
    assert [line.name for line in made] == [supply.name for supply in of.supplies]
    assert all(line.copies > 0 and bool(line.sheet) == (line.sheets > 0) for line in made)


@pytest.mark.parametrize(
    ("sheet", "paper", "words"),
    [
        ("wal", "A3", 'sheet called "wal": did you mean "wall"'),
        ("wall", "A9", 'paper called "A9": use one of: A3, A4'),
    ],
)
def test_an_unknown_sheet_or_paper_is_refused(sheet: str, paper: str, words: str) -> None:
    """The error names the nearest known one, or all where they are few."""
    with pytest.raises(PlanError, match=f"there is no {words}"):
        print_line(Supply("Test", sheet, paper, "", 1, 0, ""), load(), PAPERS, ALL_SHEETS)


def test_paper_comes_from_the_sheet_where_the_activity_names_none() -> None:
    """A prompt poster is A3 unless said otherwise."""
    poster = Supply("Poster", "prompt poster", "", "", 1, 0, "")
    assert print_line(poster, load(), PAPERS, ALL_SHEETS).paper == "A3"
    assert print_line(poster._replace(paper="A4"), load(), PAPERS, ALL_SHEETS).paper == "A4"
