"""How what an activity needs is printed, and how much paper that takes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casedeck.session.supplied import WALL, Supplied, sheets_of


@given(st.integers(1, 500), st.sampled_from([1, 2]), st.integers(1, 500))
def test_paper_holds_every_page(pages: int, sides: int, copies: int) -> None:
    """The sheets of each copy have room for its pages, and one sheet fewer would not; copies share none."""
    each, left = divmod(sheets_of(pages, sides, copies), copies)
    assert left == 0
    assert (each - 1) * sides < pages <= each * sides


def test_pages_follow_from_the_cards_they_list() -> None:
    """What lists the cards takes a page for each so many of them; everything else has its own number."""
    index, blank = Supplied("A4", "mono", lists=25), Supplied("A3", "mono", sides=2, pages=2)
    assert [index.pages_for(cards) for cards in (1, 25, 26)] == [1, 1, 2]
    assert [blank.pages_for(cards) for cards in (1, 26)] == [2, 2]


def test_only_cards_hang() -> None:
    """Cards that are set for a wall hang there; labels for it, and cards for a table, do not."""
    cards = Supplied("A3", "colour", set_for=WALL, cards=True)
    assert cards.hung
    assert not cards._replace(cards=False).hung
    assert not cards._replace(set_for="table").hung
