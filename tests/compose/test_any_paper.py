"""Cards and sheets on papers of one's own, each of which is one small file."""

from __future__ import annotations

from functools import cache

import pytest

from casedeck.build.pipeline import Built, build
from casedeck.errors import DeckError
from casedeck.model.geometry import Size
from casedeck.model.page import Page
from casedeck.model.paper import CLEAR_MM
from casedeck.model.sheet import Sheet, Side
from casedeck.prints import PRINTS
from tests.support.decks import asked
from tests.support.ink import ink, overlapping
from tests.support.reading import Overlay

OWN = {
    "A2": "name: A2\nwidth: 420mm\nheight: 594mm\n",
    "A5": "name: A5\nwidth: 148mm\nheight: 210mm\n",
    "Pocket": "name: Pocket\nwidth: 90mm\nheight: 120mm\n",
}
"""Papers that casedeck does not know."""
TOO_FULL = {"P101", "P104", "P106"}


def deck(paper: str, item: str, cards: str = "{where: {full card: yes}, at most: 6}") -> bytes:
    """A deck file for a session that prints one item on a paper."""
    session = "session: {people: 12, activities: [divergent connections]}\n"
    return f"title: Own\n{session}cards: [{cards}]\npaper: {paper}\nprint: [{item}]\n".encode()


@cache
def made(paper: str, item: str) -> tuple[Built | None, tuple[str, ...]]:
    """What a deck comes to, or None, and the codes of its problems."""
    files = Overlay({f"assets/papers/{name}.yaml": text for name, text in OWN.items()})
    try:
        return build(asked(deck(paper, item), files)), ()
    except DeckError as error:
        return None, tuple(problem.code for problem in error.problems)


def pages(paper: str, item: str) -> list[Page]:
    """The pages of an item that fits."""
    built, codes = made(paper, item)
    assert codes == ()
    assert built is not None
    return [page for document in built.documents for page in document.each_page()]


@pytest.mark.parametrize("item", PRINTS)
@pytest.mark.parametrize("paper", OWN)
def test_every_print_on_any_paper_fits_or_says_what_does_not(paper: str, item: str) -> None:
    """Each print item is made on a paper that nothing in the code knows, clear of its edges and with no words
    over others; or it is refused because its text does not fit.
    """
    built, codes = made(paper, item)
    assert set(codes) <= TOO_FULL
    for document in built.documents if built else ():
        for side in document.one_copy().pages():
            assert nearest(side) >= document.clear_mm - 0.001, side.label
        for page in document.each_page():
            assert overlapping(page) == [], page.title


def nearest(side: Side) -> float:
    """How near any ink on a side of paper is to an edge of it, mm."""
    boxes = [each.ink for each in side.placed if each.ink] if isinstance(side, Sheet) else ink(side)
    width, height = side.size
    ends = [end for box in boxes for end in (box.x, box.y, width - box.right, height - box.bottom)]
    return min(ends, default=CLEAR_MM)


@pytest.mark.parametrize(
    ("paper", "fit"),
    [
        ("A2", set(PRINTS)),
        (
            "A5",
            {
                *("wall cards", "card index", "why these cards"),
                *("blank reader card", "blank pocket card", "dividers"),
            },
        ),
        ("Pocket", {"why these cards"}),
    ],
)
def test_what_fits_which_paper(paper: str, fit: set[str]) -> None:
    """Everything fits A2; what has much to say does not fit small paper at a size that people can read."""
    assert {item for item in PRINTS if made(paper, item)[0]} == fit


@pytest.mark.parametrize(("paper", "size"), [("A2", Size(594, 420)), ("A5", Size(210, 148))])
def test_cards_are_as_large_as_the_paper(paper: str, size: Size) -> None:
    """A card fills a paper of one's own, lying on its long side."""
    assert {page.size for page in pages(paper, "wall cards")} == {size}


def test_a_paper_that_no_file_describes_is_refused() -> None:
    """Twin: without its file, the paper is unknown, and the one meant is named."""
    with pytest.raises(DeckError, match='V106 unknown paper "A5"'):
        build(asked(deck("A5", "cards"), Overlay({})))
