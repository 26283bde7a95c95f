"""The card between two dealt hands."""

from __future__ import annotations

import pytest

from casedeck.compose.faces.sorter import FACE as SORTER
from casedeck.compose.kit import Pages
from casedeck.compose.sheets.seat import seat_pages
from casedeck.compose.stationery import Stationery
from casedeck.draw.listing import draw_listing
from casedeck.draw.pdf import draw_pdf
from casedeck.model.page import Page
from casedeck.model.paper import card_of
from tests.support.decks import PAPERS, THEMES
from tests.support.goldens import Goldens
from tests.support.ink import texts
from tests.support.marks import spoken
from tests.support.pdfua import failures
from tests.support.sheets import sample_words, unprintable
from tests.support.worksheets import sheet_for


def slips(
    seat: int = 7, cards: tuple[int, ...] = (3, 12, 11), paper: str = "A4", theme: str = "default"
) -> Pages:
    """The slips of so many seats on a paper held landscape, as the cards are."""
    sheet = sheet_for(paper=paper, theme=theme)
    return seat_pages([cards] * seat, sheet._replace(size=sheet.size.landscape), sample_words("print list"))


def small(seat: int = 7, cards: tuple[int, ...] = (3, 12, 11), theme: str = "default") -> Pages:
    """The slips of so many seats, as large as sorting cards."""
    return seat_pages([cards] * seat, on_card(sheet_for(theme=theme)), sample_words("print list"))


def on_card(sheet: Stationery) -> Stationery:
    """Stationery of the size of a sorting card."""
    assert SORTER.card
    return sheet._replace(paper=card_of(SORTER.card), size=SORTER.card)


def slip(
    seat: int = 7, cards: tuple[int, ...] = (3, 12, 11), paper: str = "A4", theme: str = "default"
) -> Page:
    """The last of them."""
    return slips(seat, cards, paper, theme).pages[-1]


def test_slip_is_as_it_was(goldens: Goldens) -> None:
    """Every mark of a seat slip is where it was when the golden was made."""
    goldens.text("sheet-seat", draw_listing([small().pages[-1]]))


def test_slip_says_seat_and_cards() -> None:
    """The seat's number stands large enough to be read while dealing, the numbers of its cards below."""
    assert list(spoken([slip()])) == [("H1", "Seat seat 7"), ("P", "Seat note cards 3, 12, 11")]
    assert max(run.size_pt for text in texts(slip().marks) for run in text.runs) >= 60
    assert (slip().label, slip().title) == ("seat 7", "Seat seat 7")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("paper", PAPERS)
def test_slips_can_be_printed_and_read(paper: str, theme: str) -> None:
    """On every paper and on small cards, in every theme, for seat 500 with ten cards of three figures,
    nothing is cut or meets.
    """
    cards = tuple(range(191, 201))
    for made in (slips(500, cards, paper, theme), small(500, cards, theme)):
        assert made.over == {}
        page = made.pages[-1]
        assert unprintable(page, least_pt=20) == []
        data = draw_pdf([page], sheet_for(theme=theme).fonts, title="Slip", subject="", language="en-GB")
        assert failures(data) == []


def test_a_cut_slip_is_found() -> None:
    """Twin: on paper that is too small the slip is too near the edge."""
    assert "too near the edge" in unprintable(slip()._replace(size=slip().size._replace(height=100)))


def test_a_word_too_wide_for_a_slip_is_named() -> None:
    """Twin: where the word for a seat is too long for the slip, it says which word and by how much."""
    words = {"seat": "Wirtschaftswissenschaftlerin", "seat note": "Cards {cards}"}
    made = seat_pages([(1, 2)], on_card(sheet_for()), words)
    assert made.word == "Wirtschaftswissenschaftlerin"
    assert made.over["width"] > 20


def test_too_many_cards_for_a_slip_are_found() -> None:
    """Twin: a hand of sixty cards is more than the room below the band."""
    assert small(1, tuple(range(100, 160))).over["height"] > 5
