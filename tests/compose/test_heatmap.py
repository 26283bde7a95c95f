"""The Heatmap sheet: ten rows with five boxes each, on one page of any paper in any theme."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from casedeck.compose.sheet import Sheet
from casedeck.compose.sheets.heatmap import heatmap_page
from casedeck.compose.sheets.kit import Pages
from casedeck.draw.pdf import draw_pdf
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Page, Shape, bounds_of, leaves
from casedeck.model.vocabulary import Vocabulary
from tests.support.decks import PAPERS, THEMES
from tests.support.forms import sheet_for
from tests.support.ink import groups
from tests.support.library import library
from tests.support.marks import headings, locale, spoken, words_of
from tests.support.pdfua import failures
from tests.support.sheets import unprintable

LOOKS = [(paper, theme) for paper in PAPERS for theme in THEMES]
every_look = pytest.mark.parametrize(("paper", "theme"), LOOKS)
WORDS = locale()["heatmap sheet"]
TERMS = library().vocabularies["opportunities"]
LEAST = 12.0
"""The least width and height of a box, mm."""


@cache
def sheet(paper: str = "A4", theme: str = "default") -> Sheet:
    """The paper in a theme, with the drawings of the opportunities."""
    icons = {term.icon: icon for term in TERMS if (icon := library().icon(term.icon))}
    return sheet_for(paper=paper, theme=theme)._replace(icons=icons)


def made(paper: str = "A4", theme: str = "default", **words: str) -> Pages:
    """The sheet; some of its words may be changed."""
    return heatmap_page(sheet(paper, theme), TERMS, {**WORDS, **words})


def rows(page: Page) -> list[Group]:
    """The rows of opportunities."""
    return list(groups(page.marks, "LI"))


def boxes(row: Group) -> list[Box]:
    """The empty boxes of a row from left to right; its tile, at the left end, is none of them."""
    left = bounds_of((row,)).x
    return sorted(mark.box for mark in leaves(row.marks) if isinstance(mark, Shape) and mark.box.x > left + 1)


@every_look
def test_it_fits_one_page(paper: str, theme: str) -> None:
    """On each paper in each theme it is one page on which nothing is over, meets, is small or stands near the edge."""
    pages = made(paper, theme)
    assert pages.over == {}
    (page,) = pages.pages
    assert unprintable(page, least_pt=12) == []
    assert page.size == sheet(paper, theme).size


@every_look
def test_ten_rows_of_five_boxes(paper: str, theme: str) -> None:
    """Each opportunity has a row with its name and meaning, in the vocabulary's order, and five boxes with room for a dot."""
    (page,) = made(paper, theme).pages
    found = rows(page)
    assert len(found) == 10
    for row, term in zip(found, TERMS, strict=True):
        assert words_of([row]) == f"{term.name}: {term.meaning} 1 2 3 4 5"
        assert len(boxes(row)) == 5
        assert min(min(box.width, box.height) for box in boxes(row)) >= LEAST


@every_look
def test_rows_keep_apart(paper: str, theme: str) -> None:
    """No row reaches into the next, and no box into its neighbour or into the words before it."""
    (page,) = made(paper, theme).pages
    places = [bounds_of((row,)) for row in rows(page)]
    assert all(above.bottom <= below.y + 0.1 for above, below in pairwise(places))
    for row in rows(page):
        (said,) = groups([row], "LBody")
        found = boxes(row)
        words = [bounds_of((text,)) for text in said.marks]
        assert max(each.right for each in words if each.x < found[0].x) < found[0].x
        assert all(one.right < other.x for one, other in pairwise(found))


def test_it_says_what_to_do() -> None:
    """Title, instructions, both ends of the scale, and what comes next stand in reading order around the rows."""
    pages = made().pages
    assert headings(pages) == [WORDS["title"]]
    assert headings(pages, "H2") == [WORDS["coolest"]]
    said = [words for role, words in spoken(pages) if role != "LBody"]
    assert said == [WORDS[name] for name in ("title", "how", "place", "cool", "warm", "coolest", "next")]


@every_look
def test_it_passes_the_gate(paper: str, theme: str) -> None:
    """Its PDF is tagged without a fault."""
    assert failures(draw_pdf(made(paper, theme).pages, sheet(paper, theme).fonts, title="Heatmap", subject="", language="en-GB")) == []


@pytest.mark.parametrize("name", list(WORDS))
def test_words_too_wide_are_said(name: str) -> None:
    """Twin: a word wider than its place, in any of the sheet's texts, is a fact of the page."""
    assert made(**{name: "m" * 100}).over["width"] > 1


def test_meanings_too_wide_are_said() -> None:
    """Twin: so is one in what an opportunity means."""
    terms = Vocabulary("opportunities", tuple(term._replace(meaning="m" * 60) for term in TERMS))
    assert heatmap_page(sheet(), terms, WORDS).over["width"] > 1


def test_too_many_words_are_said() -> None:
    """Twin: a text that leaves the rows less room than their boxes need is over-full, and its page would be refused."""
    pages = made(how="How warm? " * 90)
    assert pages.over["height"] > 1
    assert "too near the edge" in unprintable(made(how="How warm? " * 200).pages[0])
    assert min(box.height for row in rows(pages.pages[0]) for box in boxes(row)) >= LEAST


def test_rows_shrink_before_the_page_is_over() -> None:
    """Where the room is a little short, the rows become less high, and the page still fits."""
    (usual,), (longer,) = made().pages, made(how=f"{WORDS['how']} {WORDS['how']}").pages
    assert made(how=f"{WORDS['how']} {WORDS['how']} {WORDS['how']}").over == {}
    assert bounds_of((rows(longer)[0],)).height <= bounds_of((rows(usual)[0],)).height


def test_without_drawings_it_is_the_same_sheet() -> None:
    """Icons that are not there leave their tiles away and nothing else."""
    bare = heatmap_page(sheet()._replace(icons={}), TERMS, WORDS)
    assert list(spoken(bare.pages)) == list(spoken(made().pages))
    assert bare.over == {}
