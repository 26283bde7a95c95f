"""The gallery wall."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.errors import PlanError
from casedeck.model.geometry import Size
from casedeck.model.paper import Paper
from casedeck.session.wall import BAND_MM, Hanging, labels, metres, wall_plan, walls
from tests.session.support import A3, A4

LETTER = Paper("Letter", "Letter", Size(215.9, 279.4), "A4")
TABLOID = Paper("Tabloid", "Tabloid", Size(279.4, 431.8), "A3")
papers = st.sampled_from([A3, A4, LETTER, TABLOID])
counts = st.integers(1, 60)


def within(spots: tuple[Hanging, ...], length: float) -> bool:
    """Whether every card hangs within the viewing band and the length of the wall."""
    return all(
        spot.y - spot.height / 2 >= BAND_MM[0]
        and spot.y + spot.height / 2 <= BAND_MM[1]
        and spot.x >= 0
        and spot.x + spot.width <= length * 1000
        for spot in spots
    )


def apart(spots: tuple[Hanging, ...]) -> bool:
    """Whether no two cards overlap."""
    return all(
        abs(one.x - other.x) >= min(one.width, other.width)
        or abs(one.y - other.y) >= min(one.height, other.height)
        for one, other in combinations(spots, 2)
    )


@given(counts, counts, papers, st.booleans())
def test_every_card_hangs_where_it_can_be_read(people: int, cards: int, paper: Paper, tight: bool) -> None:
    """All cards are within the band and the wall, and none overlaps another."""
    plan = wall_plan(people, cards, paper, tight=tight)
    assert within(plan.spots, plan.metres)
    assert apart(plan.spots)


@given(counts, papers, st.booleans())
def test_cards_hang_in_their_order(cards: int, paper: Paper, tight: bool) -> None:
    """From left to right, and from top to bottom in each place, the numbers are 1, 2, 3 and so on."""
    plan = wall_plan(8, cards, paper, tight=tight)
    assert [spot.number for spot in sorted(plan.spots, key=lambda spot: (spot.x, spot.row))] == list(
        range(1, cards + 1)
    )
    assert {spot.row for spot in plan.spots} <= set(range(1, plan.rows + 1))


def test_cards_hung_wrongly_are_found() -> None:
    """Twin: a card too low or past the end of the wall is not within it, and two cards in one place
    overlap.
    """
    upper, lower = wall_plan(8, 2, A4).spots
    assert within((upper, lower), 1)
    assert not within((upper, lower._replace(y=1200)), 1)
    assert not within((upper._replace(x=710), lower), 1)
    assert not apart((upper, upper._replace(number=3, x=upper.x + 20)))


@pytest.mark.parametrize(("size", "rows"), [(A3.size, 1), (A4.size, 2), (Size(148, 210), 3)])
def test_as_many_rows_hang_as_the_band_holds(size: Size, rows: int) -> None:
    """A3 hangs in one row, A4 in two and A5 in three, all within the band; one row more would leave it."""
    plan = wall_plan(8, 6, A3._replace(size=size))
    assert plan.rows == rows
    assert within(plan.spots, plan.metres)
    assert (rows + 1) * (min(size) + 30) - 30 > 2 * 270


def test_the_rows_are_about_the_centre_line() -> None:
    """A3 hangs at 1370 mm, the two rows of A4 at 1490 and 1250 mm; the first card is in the middle of its
    metre.
    """
    assert [(spot.x, spot.y) for spot in wall_plan(8, 1, A3).spots] == [(290, 1370)]
    assert [(spot.x, spot.y) for spot in wall_plan(8, 2, A4).spots] == [(351.5, 1490), (351.5, 1250)]


@pytest.mark.parametrize(
    ("people", "cards", "paper", "count"),
    [
        (36, 16, A3, 1),
        (48, 16, A3, 1),
        (49, 16, A3, 2),
        (32, 16, A4, 1),
        (33, 16, A4, 2),
        (20, 6, A3, 2),
        (2, 16, A3, 1),
    ],
)
def test_walls_are_those_of_the_design(people: int, cards: int, paper: Paper, count: int) -> None:
    """Three people read an A3 at once, two an A4."""
    assert walls(people, cards, paper) == count
    assert wall_plan(people, cards, paper).labels == labels(count)


def test_metres_are_those_of_the_design() -> None:
    """16 cards on A3 take 16 m, or 11 m tight; on A4 half of it."""
    assert metres(16, A3) == 16
    assert round(metres(16, A3, tight=True)) == 11
    assert metres(16, A4) == 8
    assert metres(15, A4) == 8


def test_walls_have_letters() -> None:
    """A, B and so on, and none twice."""
    assert labels(3) == ("A", "B", "C")
    assert len(set(labels(60))) == 60


@pytest.mark.parametrize("size", [Size(594, 841), Size(280, 750)])
def test_paper_too_large_for_the_wall_is_refused(size: Size) -> None:
    """Paper whose cards would leave the band or overlap is an error."""
    with pytest.raises(
        PlanError, match="Huge is too large to hang in 1 row: print the wall cards on smaller"
    ):
        wall_plan(8, 8, Paper("huge", "Huge", size, "A4"), tight=True)


def test_a_wall_without_cards_is_refused() -> None:
    """There is nothing to plan for no cards."""
    with pytest.raises(PlanError, match="without cards"):
        walls(8, 0, A3)
