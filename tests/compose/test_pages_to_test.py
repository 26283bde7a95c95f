"""The test page: what is measured on it is as long as it says, and lies where it says on both sides."""

from __future__ import annotations

from functools import cache

import pytest

from casedeck.compose.kit import Pages
from casedeck.compose.sheets.rulers import FRAMES
from casedeck.compose.sheets.test_page import CODES, CROSS, RULER, SIZES_PT, pages_to_test
from casedeck.draw.pdf import draw_pdf
from casedeck.model.geometry import Size
from casedeck.model.page import Image, Line, Page, Shape, Squares, leaves
from tests.support.decks import PAPERS, THEMES
from tests.support.ink import overlapping, texts
from tests.support.marks import locale, words_of
from tests.support.pdfua import failures
from tests.support.worksheets import sheet_for

WORDS = locale()["test page"]
LOOKS = [(paper, theme, lying) for paper in PAPERS for theme in THEMES for lying in (False, True)]


@cache
def made(paper: str = "A4", theme: str = "default", lying: bool = False) -> Pages:
    """Both sides of a test page."""
    sheet = sheet_for(paper=paper, theme=theme)
    size = sheet.size.landscape if lying else sheet.size.portrait
    return pages_to_test(sheet._replace(size=size), WORDS)


def lines(page: Page) -> list[Line]:
    """The lines of a page."""
    return [mark for mark in leaves(page.marks) if isinstance(mark, Line)]


def crossing(page: Page, at: tuple[float, float]) -> list[Line]:
    """The lines that meet at a place, the upright one first."""
    x, y = at
    upright = [each for each in lines(page) if each.x1 == each.x2 == x and each.y1 < y < each.y2]
    level = [each for each in lines(page) if each.y1 == each.y2 == y and each.x1 < x < each.x2]
    return [*upright, *level]


@pytest.mark.parametrize(("paper", "theme", "lying"), LOOKS)
def test_it_fits_any_paper(paper: str, theme: str, lying: bool) -> None:
    """Standing and lying, in each theme, nothing is over, no words meet others and none are small."""
    pages = made(paper, theme, lying)
    assert pages.over == {}
    for page in pages.pages:
        assert overlapping(page) == []
        assert min(run.size_pt for text in texts(page.marks) for run in text.runs) >= SIZES_PT[0]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("lying", [False, True])
def test_the_crosses_are_behind_each_other(paper: str, lying: bool) -> None:
    """On both sides the cross is in the middle of the width, as far from the upper edge; that of the back
    reaches over the scale of the front.
    """
    front, back = made(paper, "default", lying).pages
    at = front.size.width / 2, CROSS
    (read, across), (behind, level) = crossing(front, at), crossing(back, at)
    assert behind.y2 - behind.y1 > read.y2 - read.y1 + 8
    assert level.x2 - level.x1 > across.x2 - across.x1 + 8
    assert (behind.x1 + behind.x2, level.x1 + level.x2) == pytest.approx((2 * at[0], 2 * at[0]))


def test_rulers_have_a_tick_a_millimetre() -> None:
    """Both rulers are 100 mm long, with 101 ticks."""
    found = lines(made().pages[0])
    (across,) = [each for each in found if each.y1 == each.y2 and each.x2 - each.x1 == pytest.approx(RULER)]
    (down,) = [each for each in found if each.x1 == each.x2 and each.y2 - each.y1 == pytest.approx(RULER)]
    assert len([each for each in found if each.x1 == each.x2 and each.y1 == across.y1]) == RULER + 1
    assert len([each for each in found if each.y1 == each.y2 and each.x1 == down.x1]) == RULER + 1


@pytest.mark.parametrize("lying", [False, True])
def test_frames_run_along_the_edges(lying: bool) -> None:
    """On both sides a frame stands at each distance from all four edges."""
    for page in made(lying=lying).pages:
        boxes = [mark.box for mark in leaves(page.marks) if isinstance(mark, Shape) and not mark.fill]
        edges = {(box.x, box.y, page.size.width - box.right, page.size.height - box.bottom) for box in boxes}
        assert edges >= {(edge,) * 4 for edge in FRAMES}


def test_greys_codes_and_type_have_their_sizes() -> None:
    """Ten greys go down to black in equal steps, codes have their sides, and each sentence is as large as it
    says.
    """
    page = made().pages[0]
    greys = [mark.fill for mark in leaves(page.marks) if isinstance(mark, Shape) and mark.fill]
    levels = [int(grey[1:3], 16) for grey in greys]
    assert [255 - level for level in levels] == pytest.approx([25.5 * n for n in range(1, 11)], abs=1)
    codes = [mark.box for mark in leaves(page.marks) if isinstance(mark, Image)]
    assert [(box.width, box.height) for box in codes] == [(side, side) for side in CODES]
    assert all(isinstance(mark.picture, Squares) for mark in leaves(page.marks) if isinstance(mark, Image))
    for size in SIZES_PT:
        (line,) = [each for each in texts(page.marks) if words_of([each]).startswith(f"{size} pt")]
        assert line.runs[0].size_pt == size


def test_small_paper_has_no_room() -> None:
    """On a postcard it is over-full, and not cut short."""
    small = sheet_for()._replace(size=Size(105.0, 148.0))
    assert {*pages_to_test(small, WORDS).over} == {"height", "width"}


def test_it_is_tagged() -> None:
    """As a PDF it passes the checks of PDF/UA."""
    pages = made().pages
    fonts = sheet_for().fonts
    assert failures(draw_pdf(pages, fonts, title="Test page", subject="", language="en-GB", sides=2)) == []
