"""The index of a deck by benefit and enabler."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import pytest

from casedeck.compose.kit import Pages
from casedeck.compose.sheets.card_index import (
    ICON,
    LEAST_ROWS,
    MOST_ROWS,
    NO,
    YES,
    card_index_pages,
    whole_index_pages,
)
from casedeck.compose.stationery import Stationery
from casedeck.draw.pdf import draw_pdf
from casedeck.model.deck import Card
from casedeck.model.geometry import Size
from casedeck.model.page import Drawing, Group, Image, Page, leaves
from casedeck.model.paper import CLEAR_MM
from casedeck.prints.words import SECTIONS
from tests.support.decks import THEMES
from tests.support.ink import groups, ink, overlapping, read_out, said, texts
from tests.support.library import library
from tests.support.marks import spoken
from tests.support.pdfua import failures
from tests.support.values import changed
from tests.support.worksheets import benefits, mixed_cards
from tests.support.worksheets import sheet_for as plain_sheet

CARDS = mixed_cards()


@cache
def icons() -> dict[str, Drawing]:
    """The drawings of benefits and enablers."""
    terms = [term for kind in ("benefits", "enablers") for term in library().vocabularies[kind]]
    return {term.icon: icon for term in terms if (icon := library().icon(term.icon))}


def sheet_for(
    size: Size | None = None, paper: str = "A4", theme: str = "default", smallest_body_pt: float = 0
) -> Stationery:
    """A paper in a theme, with the drawings of benefits and enablers."""
    return plain_sheet(size, paper, theme, smallest_body_pt)._replace(icons=icons())


WORDS = {
    **{word: word.capitalize() for word in SECTIONS["card index"]},
    "number": "No.",
    "page": "page {page} of {pages}",
}


def index(theme: str = "default", paper: str = "A4", times: int = 1, smallest_body_pt: float = 0) -> Pages:
    """The index of all cards, so many times over."""
    return card_index_pages(CARDS * times, sheet_for(None, paper, theme, smallest_body_pt), benefits(), WORDS)


def notes(cards: Sequence[Card]) -> list[str]:
    """What stands below the title of the index of these cards, before the names of its halves."""
    found = [
        words
        for role, words in spoken(card_index_pages(cards, sheet_for(), benefits(), WORDS).pages)
        if role == "P"
    ]
    return found[:-2]


def _alt(cell: Group) -> str:
    """What the picture in a cell says to who cannot see it."""
    return "".join(each.alt for each in groups([cell], "Figure"))


def rows(page: Page) -> list[list[str]]:
    """The words in each cell of the table, row by row."""
    found = []
    for row in groups(page.marks, "TR"):
        cells = [mark for mark in row.marks if isinstance(mark, Group)]
        found.append([read_out([cell]) or _alt(cell) for cell in cells])
    return found


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_index_fits_everywhere(theme: str, paper: str) -> None:
    """No word is too wide, no line meets another, nothing is under 10 points or within 6 mm of the edge."""
    pages = index(theme, paper)
    assert pages.over == {}
    for page in pages.pages:
        assert overlapping(page) == []
        assert (
            min(
                min(box.x, box.y, page.size.width - box.right, page.size.height - box.bottom)
                for box in ink(page)
            )
            >= CLEAR_MM
        )
        assert min(run.size_pt for text in texts(page.marks) for run in text.runs) >= 10


def test_index_says_what_each_card_shows() -> None:
    """Every card has a row with its number, its title and a dot for each of its benefits and enablers, and
    only there.
    """
    (page,) = index().pages
    head, *body = rows(page)
    assert head[2:] == [*benefits().names(), *sheet_for().enablers.names()]
    for card, (number, title, *signs) in zip(CARDS, body, strict=True):
        assert (number, title) == (
            str(card.number),
            card.case.title if card.case.full else f"{card.case.title} Brief",
        )
        held = [name for name, sign in zip(head[2:], signs, strict=True) if sign == YES]
        helped = [term.name for term in sheet_for().enablers if term.id in card.case.enabler_ids]
        assert held == [*sorted(claim.term.name for claim in card.case.benefits), *helped]
        assert set(signs) == {YES, NO}


def test_brief_cards_are_explained_where_there_are_any() -> None:
    """The note says where the dots of brief cards come from in a deck that has some, and only there."""
    assert notes(CARDS) == ["Note Brief note"]
    assert notes([card for card in CARDS if card.case.full]) == ["Note"]


@pytest.mark.parametrize("theme", THEMES)
def test_brief_cards_are_marked_in_slate(theme: str) -> None:
    """Behind the title of a brief card, and of no other, stands a smaller word in slate that says so."""
    slate = sheet_for(theme=theme).colour("slate")
    for row, card in zip(list(groups(index(theme).pages[0].marks, "TR"))[1:], CARDS, strict=False):
        runs = [run for text in texts([list(groups([row], "TD"))[1]]) for run in text.runs]
        marked = [run for run in runs if run.text == "Brief"]
        assert len(marked) == (not card.case.full)
        assert all(run.colour == slate and 10 <= run.size_pt < runs[0].size_pt for run in marked)


def test_a_title_that_ends_in_the_word_is_no_brief_card() -> None:
    """Twin: the same word at the end of a full card's title stays as large as the title."""
    card = next(card for card in CARDS if card.case.full)
    (page,) = card_index_pages(
        [card._replace(case=changed(card.case, title="In Brief"))], sheet_for(), benefits(), WORDS
    ).pages
    _, title, *_ = texts(list(groups(page.marks, "TD")))
    assert [run.text for run in title.runs] == ["In Brief"]


def test_every_page_says_which_it_is() -> None:
    """The deck's name and the number of each page of how many stand at the foot of it, in 10.5 points, as do
    those of the lists.
    """
    whole = whole_index_pages(
        CARDS * 3, sheet_for(), benefits(), library().vocabularies["opportunities"], WORDS
    )
    assert whole.over == {}
    for pages in (index(times=3).pages, whole.pages):
        for number, page in enumerate(pages, 1):
            *_, left, right = texts(page.marks)
            assert (said(left), said(right)) == ("Relationships and health", f"page {number} of {len(pages)}")
            assert {run.size_pt for text in (left, right) for run in text.runs} == {10.5}
            assert page.label == str(number)
    assert len(whole.pages) > len(index(times=3).pages)


def test_index_stands_in_columns() -> None:
    """All dots of a column stand below each other, in the order of the headings, with no heading turned or
    cut.
    """
    (page,) = index().pages
    centres = []
    for row in list(groups(page.marks, "TR"))[1:]:
        cells = [text for text in texts([row]) if said(text) in {YES, NO}]
        centres.append([round(text.x + text.width / 2, 3) for text in cells])
    assert all(line == centres[0] for line in centres)
    assert centres[0] == sorted(centres[0])


def test_icons_stand_over_their_columns() -> None:
    """Above each column stands the icon of its word, 7 mm wide, over its dots, and no two of them meet."""
    (page,) = index().pages
    head, first, *_ = groups(page.marks, "TR")
    drawn = [mark.box for mark in leaves((head,)) if isinstance(mark, Image)]
    dots = [text.x + text.width / 2 for text in texts([first]) if said(text) in {YES, NO}]
    assert {round(box.width, 3) for box in drawn} == {ICON}
    assert [round(box.x + box.width / 2, 3) for box in drawn] == [round(at, 3) for at in dots]
    assert all(after.x >= before.right for before, after in pairwise(drawn))


def test_the_key_has_each_word_once() -> None:
    """Below the title stands each icon with its word, which the first page reads out and no other."""
    names = [*benefits().names(), *plain_sheet().enablers.names()]
    pages = index(times=2).pages
    assert [words for role, words in spoken(pages) if role == "LBody"] == names
    for page in pages:
        bold = [said(text) for text in texts(page.marks) if said(text) in names]
        assert bold == names


@pytest.mark.parametrize("count", range(20, 60))
def test_the_last_page_has_five_rows(count: int) -> None:
    """With any number of cards the last of several pages has at least five of them."""
    many = (CARDS * 4)[:count]
    pages = card_index_pages(many, sheet_for(), benefits(), WORDS).pages
    shares = [len(rows(page)) - 1 for page in pages]
    assert sum(shares) == count
    assert max(shares) <= MOST_ROWS
    assert len(shares) == 1 or shares[-1] >= LEAST_ROWS


def test_index_goes_on_with_its_head() -> None:
    """More cards than fit go on further pages, at most 25 on each, every page with the headings, every card
    once.
    """
    pages = index(times=3).pages
    assert len(pages) > 2
    tables = [rows(page) for page in pages]
    assert all(len(table) - 1 <= MOST_ROWS for table in tables)
    assert len({tuple(table[0]) for table in tables}) == 1
    assert [row[0] for table in tables for row in table[1:]] == [str(card.number) for card in CARDS * 3]


def test_index_is_a_tagged_table() -> None:
    """Its PDF is tagged throughout, with as many cells in each row as the head has."""
    pages = index(times=2).pages
    assert failures(draw_pdf(pages, sheet_for().fonts, title="Index", subject="", language="en-GB")) == []
    assert {len(row) for page in pages for row in rows(page)} == {19}


def test_dots_are_in_the_fonts() -> None:
    """The signs of the index are characters of every theme's fonts."""
    for theme in THEMES:
        assert [font.missing(YES + NO) for font in sheet_for(theme=theme).fonts] == ["", "", ""]


@pytest.mark.parametrize("smallest_body_pt", [13, 14, 16, 18])
def test_index_in_large_print(smallest_body_pt: float) -> None:
    """In large print the index takes more pages, and its headings still stand clear of each other."""
    pages = index(smallest_body_pt=smallest_body_pt)
    assert pages.over == {}
    assert [pair for page in pages.pages for pair in overlapping(page)] == []


def test_headings_too_wide_are_said() -> None:
    """Twin: letters so large that a heading leaves the page are a fact of the pages."""
    assert index(smallest_body_pt=26).over["width"] > 0
