"""Builds of more pages than anybody prints."""

from __future__ import annotations

import pytest

from casedeck.errors import DeckError, Place
from casedeck.rules.amount import MAX_DIFFERENT, MAX_PAGES, Amount, few_enough
from tests.support.decks import ROOT, planned, stems

FIRST, SECOND = Place("d.yaml", 4, 5), Place("d.yaml", 5, 5)
FEWER = "ask for fewer copies here, and for the rest in the window that your printer shows"
SEVERAL = "print fewer items or fewer cards, or make several decks"


@pytest.mark.parametrize(
    ("amounts", "found"),
    [
        ([], []),
        ([Amount(FIRST, MAX_PAGES // 1000, MAX_PAGES)], []),
        ([Amount(FIRST, MAX_DIFFERENT, MAX_DIFFERENT)], []),
        (
            [Amount(FIRST, 1, MAX_PAGES), Amount(SECOND, 1, 1)],
            [f"d.yaml:4:5: P105 the deck would be printed on 100,001 pages; {FEWER}"],
        ),
        (
            [Amount(FIRST, 1, 1), Amount(SECOND, 48, 144_000)],
            [f"d.yaml:5:5: P105 the deck would be printed on 144,001 pages; {FEWER}"],
        ),
        (
            [Amount(FIRST, 1, 900), Amount(SECOND, MAX_DIFFERENT, MAX_DIFFERENT)],
            [f"d.yaml:5:5: P105 … 10,001 different pages; {SEVERAL}"],
        ),
    ],
)
def test_pages_are_counted(amounts: list[Amount], found: list[str]) -> None:
    """A hundred thousand pages and ten thousand different ones pass; one more is a problem at the item that
    makes most.
    """
    said = [
        str(each).replace("; the limit is 100,000", "").replace("; the limit is 10,000", "")
        for each in few_enough(amounts)
    ]
    assert said == [each.replace("…", "the deck would be printed on") for each in found]


def eighteen_files(copies: int) -> bytes:
    """A deck file that prints six cards on two faces, three papers and three themes."""
    items = [
        f"  - {face}: {{paper: {paper}, theme: {theme}, copies: {copies}}}"
        for face in ("cards", "wall cards")
        for paper in ("A3", "A4", "Letter")
        for theme in ("default", "high-contrast", "ink-saver")
    ]
    return "\n".join(
        ["title: A", f"cards: [{', '.join(stems('assets/case-studies')[:6])}]", "print:", *items]
    ).encode()


def test_a_deck_of_too_many_pages_is_refused_before_it_is_drawn() -> None:
    """The number and the limit are said at a print item; with fewer copies, as the message asks, the deck is
    ready to be drawn.
    """
    with pytest.raises(DeckError) as caught:
        planned(eighteen_files(1000), ROOT)
    assert (
        str(caught.value)
        == f"test.yaml:4:12: P105 the deck would be printed on 108,000 pages; the limit is 100,000; {FEWER}"
    )
    assert len(planned(eighteen_files(900), ROOT).documents) == 18
