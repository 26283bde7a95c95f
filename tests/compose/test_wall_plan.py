"""A wall drawn to scale."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedeck.compose.kit import Kit
from casedeck.compose.sheets.wall_plan import LONGEST_PART, SHOWN_HEIGHT, wall_plan
from casedeck.model.page import Group, Line, Mark, Shape
from casedeck.session.wall import BAND_MM, Hanging
from casedeck.session.wall import wall_plan as planned
from tests.session.support import A3, A4, PAPERS
from tests.support.ink import groups, said, texts
from tests.support.worksheets import sheet_for

WIDTH = 90.0


def drawn(cards: int, paper: str = "A3", *, tight: bool = False) -> tuple[list[Hanging], float, Mark, float]:
    """The hangings of a planned wall, its length in mm, its drawing with the top at 20 mm, and the height
    that it takes.
    """
    plan = planned(20, cards, PAPERS[paper], tight=tight)
    hangings = list(plan.spots)
    made = wall_plan(
        Kit(sheet_for()), hangings, plan.metres * 1000, WIDTH, "Seen from the front", "What it shows"
    )
    return hangings, plan.metres * 1000, made.draw(20), made.height


def figure_of(mark: Mark) -> Group:
    """The drawing itself."""
    (figure,) = groups([mark], "Figure")
    return figure


def faults(hangings: Sequence[Hanging], length: float, mark: Mark) -> list[str]:
    """What is not as it hangs: cards missing, not to scale, outside the viewing band or the wall, numbers not
    below their card.
    """
    figure = figure_of(mark)
    floors = [line for line in figure.marks if isinstance(line, Line)]
    boxes = [shape.box for shape in figure.marks if isinstance(shape, Shape)]
    labels = texts(figure.marks)
    found = []
    if [said(label) for label in labels] != [str(card.number) for card in hangings] or len(boxes) != len(
        hangings
    ):
        return ["not every card once, from left to right"]
    places = len({card.x for card in hangings})
    part = -(-places // len(floors)) * length / places
    scale = WIDTH / part
    for card, box, label in zip(hangings, boxes, labels, strict=True):
        number = min(len(floors) - 1, int((card.x + card.width / 2) / part))
        low, high = ((floors[number].y1 - edge) / scale for edge in (box.bottom, box.y))
        if not BAND_MM[0] - 1 <= low < high <= BAND_MM[1] + 1:
            found.append(f"card {card.number} hangs from {low:.0f} to {high:.0f} mm")
        if abs(box.width / scale - card.width) > 1 or abs(box.x / scale + part * number - card.x) > 1:
            found.append(f"card {card.number} is not to scale")
        upper = card.row == 1 and len({each.row for each in hangings}) > 1
        beside = box.y - 5 < label.y < box.y if upper else box.bottom < label.y < box.bottom + 5
        if not box.x - 1 < label.x + label.width / 2 < box.right + 1 or not beside:
            found.append(f"the number of card {card.number} is not {'above' if upper else 'below'} it")
        if any(
            other.x < label.x + label.width
            and label.x < other.right
            and other.y < label.y < other.bottom + 2.5
            for other in boxes
        ):
            found.append(f"the number of card {card.number} is hidden")
        if not -0.01 < box.x < box.right < WIDTH + 0.01:
            found.append(f"card {card.number} is off the wall")
    return found


@pytest.mark.parametrize("paper", ["A3", "A4"])
@given(st.integers(1, 60), st.booleans())
@settings(max_examples=25)
def test_every_card_hangs_in_the_band(paper: str, cards: int, tight: bool) -> None:
    """Each card once, to scale, between 1,100 and 1,675 mm from the floor, its number below it, or above it
    in the upper of two rows.
    """
    hangings, length, mark, _ = drawn(cards, paper, tight=tight)
    assert faults(hangings, length, mark) == []


def test_a_wrong_plan_is_found() -> None:
    """Twin: a card too high, one moved along, a number that is another, and one card less."""
    hangings, length, mark, _ = drawn(8)
    one, *rest = hangings
    assert faults([one._replace(x=one.x + 200), *rest], length, mark) == ["card 1 is not to scale"]
    assert faults([one._replace(number=9), *rest], length, mark) == [
        "not every card once, from left to right"
    ]
    assert faults(rest, length, mark) == ["not every card once, from left to right"]
    high = wall_plan(Kit(sheet_for()), [one._replace(y=1700), *rest], length, WIDTH, "", "").draw(20)
    assert faults(hangings, length, high) == ["card 1 hangs from 1552 to 1848 mm"]
    two, wide, _, _ = drawn(2, "A4")
    below = wall_plan(Kit(sheet_for()), [each._replace(row=2) for each in two], wide, WIDTH, "", "").draw(20)
    assert faults(two, wide, below) == [
        "the number of card 1 is not above it",
        "the number of card 1 is hidden",
    ]


@pytest.mark.parametrize(("cards", "parts"), [(1, 1), (9, 1), (10, 2), (18, 2), (19, 3), (24, 3)])
def test_a_long_wall_is_drawn_in_parts(cards: int, parts: int) -> None:
    """A wall longer than 9.6 m is drawn in parts of whole places, one below the other, and the block is as
    high as they are.
    """
    _, length, mark, height = drawn(cards)
    floors = [line for line in figure_of(mark).marks if isinstance(line, Line)]
    assert len(floors) == parts
    part_length = -(-cards // parts) * length / cards
    assert part_length <= LONGEST_PART
    steps = [after.y1 - before.y1 for before, after in pairwise(floors)]
    assert all(step == pytest.approx(SHOWN_HEIGHT * WIDTH / part_length + 3) for step in steps)
    assert floors[-1].y1 <= 20 + height


def test_two_rows_of_small_cards() -> None:
    """A4 cards hang in two rows that do not meet, the first card above the second."""
    hangings, length, mark, _ = drawn(8, "A4")
    assert faults(hangings, length, mark) == []
    first, second = [shape.box for shape in figure_of(mark).marks if isinstance(shape, Shape)][:2]
    assert first.x == second.x
    assert first.bottom < second.y
    assert (A3.like, A4.like) == ("A3", "A4")


def test_it_says_what_it_shows() -> None:
    """The drawing has its words for those who do not see it."""
    assert figure_of(drawn(8)[2]).alt == "What it shows"
