"""Cards on sheets."""

from __future__ import annotations

from collections import Counter
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.impose.cards import Sides, card_sheets, sheet_count
from casedeck.impose.layout import BACK, FRONT, Layout, layout
from casedeck.impose.order import stacks
from casedeck.model.geometry import Size
from casedeck.model.sheet import BEHIND, BESIDE, Sheet
from tests.support.imposing import PAPERS, both_sides, card_sizes, corners, counts, papers, piles, same, toy

QUARTER = Size(142, 99)
copies_of = st.integers(1, 11)


def quarters(backs: str = BEHIND) -> Layout:
    """Four to an A4."""
    made = layout(QUARTER, PAPERS["A4"], backs)
    assert made
    return made


def used(sheets: list[Sheet]) -> Counter[str]:
    """How often each side of a card is there."""
    return Counter(placed.page.title for sheet in sheets for placed in sheet.placed)


def told(sheets: list[Sheet]) -> Counter[str]:
    """How often each side of a card is said to be the first of its kind."""
    return Counter(placed.page.title for sheet in sheets for placed in sheet.placed if placed.first)


@given(card_sizes, papers, counts, copies_of)
def test_each_card_is_there_exactly_as_often_as_asked(
    card: Size, paper: Size, count: int, copies: int
) -> None:
    """Fronts and backs of every card are on as many places as there are copies, and told of once."""
    made = layout(card, paper, BEHIND)
    if made:
        sheets = [*chain.from_iterable(both_sides(made, count, copies))]
        titles = [f"{number} {side}" for number in range(count) for side in ("front", "back")]
        assert used(sheets) == dict.fromkeys(titles, copies)
        assert told(sheets) == dict.fromkeys(titles, 1)
        assert len(sheets) == 2 * sheet_count(count, copies, made)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=50))
def test_the_dealing_order_survives_cutting(order: list[int]) -> None:
    """Cut the sheets as one stack and lay left on right, upper on lower: already dealt."""
    sheets = [*card_sheets(order, 1, toy(QUARTER, 1), quarters(), "#000000")]
    assert [*chain.from_iterable(piles(sheets))] == [*map(str, order)]


def test_another_order_is_seen() -> None:
    """Two sheets that have changed places do not come out in order."""
    sheets = [*card_sheets(range(8), 1, toy(QUARTER, 1), quarters(), "#000000")]
    assert [*chain.from_iterable(piles(sheets[::-1]))] != [*map(str, range(8))]


@given(counts, copies_of)
def test_whole_decks_come_one_after_the_other(count: int, copies: int) -> None:
    """Stack by stack, cut and laid on each other: deck after deck, each in order."""
    sheets = [*card_sheets(range(count), copies, toy(QUARTER, 1), quarters(), "#000000")]
    found: list[str] = []
    for stack in stacks(count, copies, 4):
        found += chain.from_iterable(piles(sheets[: stack.sheets]))
        del sheets[: stack.sheets]
    assert found == [str(number) for number in range(count)] * copies


def test_what_is_the_same_is_the_same_value() -> None:
    """Of a thousand copies, few sheets differ: those that show the same have the very same cards placed."""
    sheets = [*card_sheets(range(22), 1000, toy(QUARTER), quarters(), "#000000", shown=(FRONT, BACK))]
    assert len(sheets) == 2 * 5500
    assert len({id(sheet.placed) for sheet in sheets}) <= 4 * 22
    assert len({id(sheet.guides) for sheet in sheets}) == 2
    assert [sheet.label for sheet in sheets[:3]] == ["1", "2", "3"]


@pytest.mark.parametrize(("copies", "least"), [(1, 1), (3, 1)])
def test_a_card_is_made_once(copies: int, least: int) -> None:
    """Each card is asked for once, however often it is placed."""
    asked: Counter[int] = Counter()
    cards = toy(QUARTER)

    def sides_of(number: int) -> Sides:
        asked[number] += 1
        return cards(number)

    for _ in card_sheets(range(10), copies, sides_of, quarters(), "#000000", shown=(FRONT, BACK)):
        pass
    assert asked == dict.fromkeys(range(10), least)


def test_cards_without_backs_leave_the_other_side_blank() -> None:
    """A sheet of which no card has a back has a second side all the same, so that the next begins on paper of
    its own.
    """
    ((fronts, backs),) = both_sides(quarters(), 3, sides=1)
    assert len(fronts.placed) == 3
    assert backs.placed == ()


def folded_wrong(sheet: Sheet, made: Layout) -> bool:
    """Whether, folded along the line between front and back, the back is not behind its card, or not upright
    there when the card is turned like a page: its top left corner then lies on the top right one.
    """
    front, back = map(corners, sheet.placed)
    left, top = front[0]
    edge_x, edge_y = left + made.card.width, top + made.card.height
    laid_over = [(x, 2 * edge_y - y) if made.below else (2 * edge_x - x, y) for x, y in back]
    return not same((laid_over[1], laid_over[0], laid_over[3], laid_over[2]), front)


@pytest.mark.parametrize("paper", [*PAPERS])
@pytest.mark.parametrize("card", [QUARTER, Size(99, 142), Size(60, 60), Size(63, 88)])
def test_a_folded_card_has_its_back_behind_its_front(card: Size, paper: str) -> None:
    """Folded along the broken line, the back lies on the back of its card, with its top where the top is."""
    made = layout(card, PAPERS[paper], BESIDE)
    assert made
    (sheet,) = card_sheets([1], 1, toy(card), made, "#000000")
    assert not folded_wrong(sheet, made)


def test_a_card_folded_wrong_is_seen() -> None:
    """A back that stands upright below its front would be on its head, and is found."""
    made = layout(Size(180, 90), PAPERS["A4"], BESIDE)
    assert made
    assert made.below
    (sheet,) = card_sheets([1], 1, toy(Size(180, 90)), made, "#000000")
    front, back = sheet.placed
    assert folded_wrong(sheet._replace(placed=(front, back._replace(turn=0))), made)
