"""The index of a deck by benefit and enabler."""

from __future__ import annotations

import pytest

from casedeck.compose.sheets.card_index import MOST_ROWS, NO, YES, card_index_pages
from casedeck.compose.sheets.kit import Pages
from casedeck.draw.pdf import draw_pdf
from casedeck.load.locale import SECTIONS
from casedeck.model.page import Group, Page, Text, bounds, leaves
from casedeck.rules.edges import CLEAR_MM
from tests.support.decks import THEMES
from tests.support.forms import benefits, mixed_cards, sheet_for
from tests.support.ink import groups, ink, overlapping, said, texts
from tests.support.pdfua import failures

CARDS = mixed_cards()


def index(theme: str = "default", paper: str = "A4", times: int = 1, smallest_body_pt: float = 0) -> Pages:
    """The index of all cards, so many times over."""
    sheet = sheet_for(None, paper, theme, smallest_body_pt)
    return card_index_pages(
        CARDS * times, sheet, benefits(), {**{word: word.capitalize() for word in SECTIONS["card index"]}, "number": "No."}
    )


def rows(page: Page) -> list[list[str]]:
    """The words in each cell of the table, row by row."""
    found = []
    for row in groups(page.marks, "TR"):
        cells = [mark for mark in row.marks if isinstance(mark, Group)]
        found.append([" ".join(said(text) for text in texts([cell])) for cell in cells])
    return found


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_index_fits_everywhere(theme: str, paper: str) -> None:
    """No word is too wide, no line meets another, nothing is under 10 points or within 6 mm of the edge."""
    pages = index(theme, paper)
    assert pages.over == {}
    for page in pages.pages:
        assert overlapping(page) == []
        assert min(min(box.x, box.y, page.size.width - box.right, page.size.height - box.bottom) for box in ink(page)) >= CLEAR_MM
        assert min(run.size_pt for text in texts(page.marks) for run in text.runs) >= 10


def test_index_says_what_each_card_shows() -> None:
    """Every card has a row with its number, its title and a dot for each of its benefits and enablers, and only there."""
    (page,) = index().pages
    head, *body = rows(page)
    assert head[2:] == [*benefits().names(), *sheet_for().enablers.names()]
    for card, (number, title, *signs) in zip(CARDS, body, strict=True):
        assert (number, title) == (str(card.number), card.case.title)
        held = [name for name, sign in zip(head[2:], signs, strict=True) if sign == YES]
        helped = [term.name for term in sheet_for().enablers if term.id in card.case.enabler_ids]
        assert held == [*sorted(claim.term.name for claim in card.case.benefits), *helped]
        assert set(signs) == {YES, NO}


def test_index_stands_in_columns() -> None:
    """All dots of a column stand below each other, in the order of the headings, with no heading turned or cut."""
    (page,) = index().pages
    centres = []
    for row in list(groups(page.marks, "TR"))[1:]:
        cells = [text for text in texts([row]) if said(text) in {YES, NO}]
        centres.append([round(text.x + text.width / 2, 3) for text in cells])
    assert all(line == centres[0] for line in centres)
    assert centres[0] == sorted(centres[0])


def test_no_heading_stands_in_the_way_of_a_line() -> None:
    """The line from a heading down to its column crosses no other heading."""
    (page,) = index().pages
    heads = [mark for head in groups(page.marks, "TH") for mark in leaves(head.marks) if isinstance(mark, Text)]
    downs = [mark for mark in leaves(page.marks) if not isinstance(mark, Text) and bounds(mark)[2] - bounds(mark)[0] < 1]
    assert len(downs) == 17
    for down in downs:
        left, top, right, foot = bounds(down)
        for head in heads:
            hl, ht, hr, hf = bounds(head)
            assert not (hl < right and left < hr and ht < foot and top < hf), said(head)


def test_index_goes_on_with_its_head() -> None:
    """More cards than fit go on further pages, at most 25 on each, every page with the headings, every card once."""
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
