"""Where things stand on the cards of the whole library, on every face, paper and theme."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from casedeck.model.geometry import Box, Size
from casedeck.model.page import Group, Mark, Page, Shape, bounds_of
from tests.support.decks import FACE_NAMES, PAPERS, THEMES, deck_of, pages_of, prepared, whole_library
from tests.support.ink import groups, ink, overlapping, said, texts
from tests.support.samples import SAMPLES, line_of_text

SETTINGS = [(face, paper, theme) for face in FACE_NAMES for paper in PAPERS for theme in THEMES]
every_setting = pytest.mark.parametrize(("face", "paper", "theme"), SETTINGS)
TABBED = ("index",)
"""The faces with a strip of tabs along the top, and benefits and enablers in rows."""
with_tabs = pytest.mark.parametrize(
    ("face", "paper", "theme"), [setting for setting in SETTINGS if setting[0] in TABBED]
)
with_strip = pytest.mark.parametrize(
    ("face", "paper", "theme"), [setting for setting in SETTINGS if setting[0] not in TABBED]
)


@cache
def all_pages(face: str, paper: str, theme: str) -> list[Page]:
    """The pages of the library and of the samples, which have links, lists and pictures."""
    _, (samples,) = prepared(deck_of(*SAMPLES, face=face, paper=paper, theme=theme))
    return [*pages_of(whole_library(face, paper, theme)), *pages_of(samples)]


def rows(page: Page) -> list[Group]:
    """The rows of benefits and enablers: list items with a tile beside them."""
    return [
        item
        for item in groups(page.marks, "LI")
        if any(isinstance(mark, Group) and mark.role == "Artifact" for mark in item.marks)
    ]


def strip_of(page: Page) -> Group:
    """The strip of tabs, which comes first on every card."""
    (card,) = page.marks
    assert isinstance(card, Group)
    strip = card.marks[0]
    assert isinstance(strip, Group)
    return strip


@every_setting
def test_no_mark_is_beyond_the_page_or_where_printers_clip(face: str, paper: str, theme: str) -> None:
    """All ink keeps clear of every edge: 6 mm on paper, 4 mm on a card that is cut out."""
    for page in all_pages(face, paper, theme):
        for box in ink(page):
            assert (
                min(box.x, box.y, page.size.width - box.right, page.size.height - box.bottom)
                >= page.clear - 0.001
            ), page.title


@every_setting
def test_no_two_texts_overlap(face: str, paper: str, theme: str) -> None:
    """The ink of no line meets that of another."""
    for page in all_pages(face, paper, theme):
        assert overlapping(page) == [], page.title


def test_texts_that_overlap_are_found() -> None:
    """The check for overlaps sees two lines of which one stands in the other."""
    lines = (line_of_text("one", y=50), line_of_text("two", y=53), line_of_text("three", y=60))
    assert overlapping(Page(Size(297, 210), lines, "1", "")) == ["one / two"]


@every_setting
def test_no_text_is_smaller_than_ten_points(face: str, paper: str, theme: str) -> None:
    """Clear print: nothing under 10 points, anywhere on a card."""
    for page in all_pages(face, paper, theme):
        assert min(run.size_pt for text in texts(page.marks) for run in text.runs) >= 10


@with_tabs
def test_tabs_stand_at_the_same_place_on_every_card(face: str, paper: str, theme: str) -> None:
    """The strip of nine tabs is the first thing on each page, and its boxes and words never move."""
    places = {tab_places(page) for page in all_pages(face, paper, theme)}
    assert len(places) == 1
    assert [len(each) for each in places.pop()] == [9, 9]


def test_tabs_that_move_are_found() -> None:
    """A strip that is one millimetre further right has other places."""
    page = pages_of(whole_library("index", "A4", "default"))[0]
    assert tab_places(moved(page, 1)) != tab_places(page)


@with_tabs
def test_the_tabs_that_are_lit_are_the_card_s_enablers(face: str, paper: str, theme: str) -> None:
    """The bold words on the strip are the names of the case's three enablers, or of those that a brief case's
    opportunities are.
    """
    one = whole_library(face, paper, theme)
    for page, card in zip(pages_of(one), one.cards, strict=True):
        strip = strip_of(page)
        lit = {said(text) for text in texts(strip.marks) if text.runs[0].weight != "regular"}
        assert lit == {term.name for term in one.sheet.enablers if term.id in card.case.enabler_ids}
        assert len(lit) == 3 or not card.case.full


@with_strip
def test_the_strip_has_the_number_and_the_family(face: str, paper: str, theme: str) -> None:
    """What is read first on a card is its number; its family is among what follows."""
    one = whole_library(face, paper, theme)
    families = {term.id: term.name for term in one.sheet.families}
    fronts = [sides[0] for sides in one.cards_in_pages()]
    for page, card in zip(fronts, one.cards, strict=True):
        first, *others = [said(text) for text in texts(page.marks)]
        assert first == str(card.number)
        benefits = card.case.benefits
        assert (families[benefits[0].term.family] if benefits else "In brief") in others


@with_tabs
def test_words_on_tabs_stay_inside_their_tabs(face: str, paper: str, theme: str) -> None:
    """Every word of the strip has its tab around it."""
    page = pages_of(whole_library(face, paper, theme))[0]
    strip = strip_of(page)
    tabs = [bounds_of((mark,)) for mark in strip.marks if isinstance(mark, Shape)]
    for text in texts(strip.marks):
        assert any(inside(bounds_of((text,)), tab) for tab in tabs), said(text)


@with_tabs
def test_text_beside_a_tile_stays_in_its_column(face: str, paper: str, theme: str) -> None:
    """In each row the text starts right of the tile, at one x for the whole row, and ends before the right
    margin.
    """
    briefs = {card.case.title for card in whole_library(face, paper, theme).cards if not card.case.full}
    for page in all_pages(face, paper, theme):
        assert len(rows(page)) == 6 or page.title in briefs
        strip = bounds_of((strip_of(page),))
        assert [astray(row, strip.right) for row in rows(page)] == [[]] * len(rows(page)), page.title


def test_text_that_leaves_its_column_is_found() -> None:
    """Too wide, under its tile, or with a second line that starts elsewhere."""
    tile = Group("Artifact", (Shape(Box(10, 50, 10, 10), 0, "#000000", "", 0),))
    rows_of = {
        "fine": (line_of_text("one", x=23, y=52), line_of_text("two", x=23, y=57)),
        "too wide": (line_of_text("one", x=23, width=80),),
        "over its tile": (line_of_text("one", x=19),),
        "ragged left": (line_of_text("one", x=23, y=52), line_of_text("two", x=24, y=57)),
    }
    for name, lines in rows_of.items():
        found = astray(Group("LI", (tile, Group("LBody", lines))), 100)
        assert found == ([] if name == "fine" else [name])


@with_tabs
def test_rows_do_not_run_into_each_other(face: str, paper: str, theme: str) -> None:
    """Each row of benefits and enablers ends before the next begins, tiles included."""
    for page in all_pages(face, paper, theme):
        boxes = [bounds_of((row,)) for row in rows(page)]
        assert all(above.bottom <= below.y + 0.01 for above, below in pairwise(boxes)), page.title


def test_qr_codes_can_be_scanned_at_their_size() -> None:
    """A module is at least half a millimetre, and no ink but the code's stands in its quiet zone."""
    for face, paper in ((face, paper) for face in FACE_NAMES for paper in PAPERS):
        _, (one,) = prepared(deck_of("with-link", face=face, paper=paper))
        sides = [(page, figure) for page in pages_of(one) for figure in groups(page.marks, "Figure")]
        ((page, figure),) = ((page, each) for page, each in sides if each.alt.startswith("QR code"))
        box = bounds_of((figure,))
        modules = figure.marks[0].picture.side  # type: ignore[union-attr]
        assert box.width / modules >= 0.5
        assert sum(overlaps(box, other) for other in ink(page)) == 1


def tab_places(page: Page) -> tuple[tuple[object, ...], tuple[str, ...]]:
    """Where the tabs of a page stand, and the words on them."""
    strip = strip_of(page)
    boxes = [bounds_of((mark,)) for mark in strip.marks if isinstance(mark, Shape) and mark.border]
    names = sorted(said(text) for text in texts(strip.marks))
    return tuple((round(box.x, 1), round(box.y, 1), round(box.right, 1)) for box in boxes), tuple(names)


def moved(page: Page, by: float) -> Page:
    """A page with all its shapes so far to the right."""

    def deep(mark: Mark) -> Mark:
        if isinstance(mark, Group):
            return mark._replace(marks=tuple(map(deep, mark.marks)))
        return mark._replace(box=mark.box._replace(x=mark.box.x + by)) if isinstance(mark, Shape) else mark

    return page._replace(marks=tuple(map(deep, page.marks)))


def astray(row: Group, right_edge: float) -> list[str]:
    """In what ways the text of a row leaves its column, which ends at the right edge."""
    tile = bounds_of((next(groups(row.marks, "Artifact")),))
    lines = [bounds_of((text,)) for text in texts([next(groups(row.marks, "LBody"))])]
    starts = {round(min(line.x for line in lines if abs(line.y - each.y) < 1), 2) for each in lines}
    found = {
        "over its tile": min(line.x for line in lines) < tile.right + 1,
        "too wide": max(line.right for line in lines) > right_edge + 0.01,
        "ragged left": len(starts) > 1,
    }
    return [name for name, wrong in found.items() if wrong]


def inside(small: Box, large: Box) -> bool:
    """True where one box holds the other."""
    return (
        small.x >= large.x
        and small.y >= large.y
        and small.right <= large.right
        and small.bottom <= large.bottom
    )


def overlaps(one: Box, other: Box) -> bool:
    """True where two boxes meet."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
