"""How people are divided, and which cases the groups get."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.choose.different import most_different
from casedeck.errors import PlanError
from casedeck.model.case_study import CaseStudy
from casedeck.session.groups import (
    balanced,
    cards_of_groups,
    fours,
    groups,
    groups_by_room,
    pairs,
    rooms,
    tables,
)
from tests.session.support import case

crowds = st.integers(2, 200)
DIVISIONS: list[Callable[[int], tuple[int, ...]]] = [groups, pairs, fours, tables]
cases = st.lists(st.tuples(*[st.text("abcdefg", max_size=3)] * 3), max_size=24).map(
    lambda rows: [case(str(number), *row) for number, row in enumerate(rows)]
)


def firsts(chosen: Sequence[CaseStudy]) -> list[str]:
    """The first enablers there are."""
    return [each.enablers[0].term.id for each in chosen if each.enablers]


@pytest.mark.parametrize(
    ("people", "sizes"),
    [
        (8, (2,) * 4),
        (7, (3, 2, 2)),
        (9, (3,) * 3),
        (16, (4, 3, 3, 3, 3)),
        (20, (4,) * 5),
        (24, (4,) * 6),
        (11, (4, 4, 3)),
    ],
)
def test_groups_are_those_of_the_design(people: int, sizes: tuple[int, ...]) -> None:
    """Pairs up to eight people, then as near five groups as threes and fours allow."""
    assert groups(people) == sizes


def test_more_than_24_people_take_two_rooms() -> None:
    """24 people are one room, 25 are two, 36 are five groups in each of two, 49 are three."""
    assert [rooms(people) for people in (2, 24, 25, 48, 49)] == [1, 1, 2, 2, 3]
    assert groups_by_room(36) == ((4, 4, 4, 3, 3),) * 2
    assert groups(24, 2) == (3,) * 8


@pytest.mark.parametrize("divide", DIVISIONS)
@given(people=crowds)
def test_everybody_is_in_one_part(divide: Callable[[int], tuple[int, ...]], people: int) -> None:
    """The sizes add up to the people and are within one of each other."""
    sizes = divide(people)
    assert sum(sizes) == people
    assert max(sizes) - min(sizes) <= 1


@given(st.integers(9, 200))
def test_groups_are_threes_and_fours(people: int) -> None:
    """Above eight people no group is smaller than three or larger than four, and no room has more than
    six.
    """
    assert set(groups(people)) <= {3, 4}
    assert all(sum(room) <= 24 and len(room) <= 6 for room in groups_by_room(people))


@given(crowds)
def test_pairs_have_at_most_one_trio(people: int) -> None:
    """An odd number of people has one trio, an even one none."""
    assert sorted(pairs(people)) == [2] * (people // 2 - people % 2) + [3] * (people % 2)


@given(crowds)
def test_fours_and_tables_are_never_too_large(people: int) -> None:
    """Never more than four meet, or five sit at a table; and there are as few parts as that allows."""
    for sizes, most in ((fours(people), 4), (tables(people), 5)):
        assert max(sizes) <= most
        assert people > most * (len(sizes) - 1)


@pytest.mark.parametrize("divide", DIVISIONS)
def test_one_person_cannot_be_divided(divide: Callable[[int], tuple[int, ...]]) -> None:
    """Fewer than two people are an error in words; two are not."""
    assert divide(2) == (2,)
    with pytest.raises(PlanError, match="1 people cannot be divided: this needs at least 2"):
        divide(1)


def test_parts_begin_with_the_larger() -> None:
    """18 in five parts are three fours and two threes."""
    assert balanced(18, 5) == (4, 4, 4, 3, 3)


@given(cases, st.integers(0, 24))
def test_no_two_chosen_share_a_first_enabler_where_there_are_enough(
    pool: list[CaseStudy], count: int
) -> None:
    """With so many first enablers in the deck, every chosen case has one of its own; with fewer, all of them
    are there.
    """
    count = min(count, len(pool))
    chosen = most_different(pool, count)
    assert len({each.id for each in chosen}) == count
    assert len(set(firsts(chosen))) == min(count, len(set(firsts(pool))))


def test_the_first_cases_are_not_the_most_different() -> None:
    """Twin: taking cases as they come shares first enablers where choosing does not."""
    pool = [case("1", "ab"), case("2", "ac"), case("3", "bd")]
    assert len(set(firsts(pool[:2]))) == 1
    assert len(set(firsts(most_different(pool, 2)))) == 2


@pytest.mark.parametrize(
    "rows",
    [
        [("a", "", ""), ("a", "", ""), ("b", "", "")],
        [("ab", "", ""), ("cb", "", ""), ("cd", "", "")],
        [("a", "x", ""), ("b", "x", ""), ("b", "y", "")],
        [("a", "x", "s"), ("b", "y", "s"), ("b", "y", "t")],
    ],
)
def test_cases_differ_by_what_matters_first(rows: list[tuple[str, str, str]]) -> None:
    """First enabler, then enablers, then benefits, then sectors decide; the case that differs is taken before
    the one that does not.
    """
    pool = [case(str(number), *row) for number, row in enumerate(rows)]
    assert [each.id for each in most_different(pool, 2)] == ["0", "2"]


def test_cases_without_enablers_come_last() -> None:
    """A card without enablers is chosen only when no other is left."""
    pool = [case("none"), case("1", "a"), case("2", "a")]
    assert [each.id for each in most_different(pool, 3)] == ["1", "2", "none"]


def test_more_cases_than_there_are_is_refused() -> None:
    """The error says both numbers."""
    with pytest.raises(PlanError, match="2 different cards are wanted and the deck has 1"):
        most_different([case("1")], 2)


@given(st.integers(1, 15), st.integers(1, 12), st.integers(0, 4))
def test_every_group_has_a_card(count: int, cards: int, named: int) -> None:
    """The first groups get the cards that are named; the rest get others while there are any, then begin
    again.
    """
    cases = [case(f"c{number}", enablers="abc"[number % 3]) for number in range(cards)]
    first = cases[::-1][:named]
    given_cards = [each.id for each in cards_of_groups(count, cases, first)]
    assert len(given_cards) == count
    assert given_cards[: len(first)] == [each.id for each in first][:count]
    assert len(set(given_cards)) == min(count, cards)
    assert given_cards[cards:] == given_cards[: max(0, count - cards)]
