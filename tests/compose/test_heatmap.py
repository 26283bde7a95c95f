"""The Heatmap sheet: ten rows with five boxes each, on one page of any paper in any theme."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import pytest

from casedeck.compose.kit import Pages
from casedeck.compose.sheets.heatmap import heatmap_page
from casedeck.compose.stationery import Stationery
from casedeck.draw.pdf import draw_pdf
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Line, Mark, Page, Shape, bounds_of, leaves
from casedeck.model.vocabulary import Vocabulary
from tests.support.decks import PAPERS, THEMES
from tests.support.ink import groups
from tests.support.library import library
from tests.support.marks import headings, locale, spoken, words_of
from tests.support.pdfua import failures
from tests.support.sheets import unprintable
from tests.support.worksheets import sheet_for

LOOKS = [(paper, theme) for paper in PAPERS for theme in THEMES]
every_look = pytest.mark.parametrize(("paper", "theme"), LOOKS)
WORDS = locale()["heatmap sheet"]
SAID = {name: text.replace("\N{NO-BREAK SPACE}", " ") for name, text in WORDS.items()}
TERMS = library().vocabularies["opportunities"]
WIDE = ("A3", "Tabloid")
LEAST = 12.0
"""The least width and height of a box, mm."""
DOT = 8.0
"""How wide a sticky dot is, mm."""


@cache
def sheet(paper: str = "A4", theme: str = "default") -> Stationery:
    """The paper in a theme, with the drawings of the opportunities."""
    icons = {term.icon: icon for term in TERMS if (icon := library().icon(term.icon))}
    return sheet_for(paper=paper, theme=theme)._replace(icons=icons)


def made(paper: str = "A4", theme: str = "default", **words: str) -> Pages:
    """The sheet; some of its words may be changed."""
    return heatmap_page(sheet(paper, theme), TERMS, {**WORDS, **words})


def rows(page: Page) -> list[Group]:
    """The rows of opportunities, which are the first list of the page."""
    return list(groups([next(groups(page.marks, "L"))], "LI"))


def boxes(row: Group) -> list[Box]:
    """The empty boxes of a row from left to right; its tile, at the left end, is none of them."""
    left = bounds_of((row,)).x
    return sorted(mark.box for mark in leaves(row.marks) if isinstance(mark, Shape) and mark.box.x > left + 1)


@every_look
def test_it_fits_one_page(paper: str, theme: str) -> None:
    """On each paper in each theme it is one page on which nothing is over, meets, is small or stands near the
    edge.
    """
    pages = made(paper, theme)
    assert pages.over == {}
    (page,) = pages.pages
    assert unprintable(page) == []
    size = sheet(paper, theme).size
    assert page.size == (size.landscape if paper in WIDE else size.portrait)


@every_look
def test_ten_rows_of_five_boxes(paper: str, theme: str) -> None:
    """Each opportunity has a row with its name and meaning, in the vocabulary's order, and five boxes with
    room for a dot.
    """
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


@every_look
def test_words_are_large_enough(paper: str, theme: str) -> None:
    """Only the scores in the corners of boxes have less than 12 points."""
    (page,) = made(paper, theme).pages
    assert {text for text in unprintable(page, least_pt=12) if not text.isdigit()} == set()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("paper", WIDE)
def test_ten_dots_fit_a_box_of_the_wall(paper: str, theme: str) -> None:
    """On the large papers a box holds two rows of five dots of 8 mm, in a box about as high on every
    paper.
    """
    (page,) = made(paper, theme).pages
    for row in rows(page):
        assert all(box.width >= 5 * DOT and 2 * DOT <= box.height <= 2.5 * DOT for box in boxes(row))


@every_look
def test_no_line_meets_another_thing(paper: str, theme: str) -> None:
    """The rules keep clear of boxes, tiles, words and each other."""
    (page,) = made(paper, theme).pages
    marks = list(leaves(page.marks))
    rules = [mark for mark in marks if isinstance(mark, Line)]
    assert len(rules) == 10 + 3 + 2
    assert met(rules, marks) == []


def met(rules: Sequence[Line], marks: Sequence[Mark]) -> list[Mark]:
    """The marks that a rule meets, or nearly."""
    found = []
    for rule in rules:
        for mark in marks:
            box = bounds_of((mark,))
            if (
                mark is not rule
                and box.x < rule.x2
                and rule.x1 < box.right
                and box.y - 0.2 < rule.y1 < box.bottom + 0.2
            ):
                found.append(mark)
    return found


def test_lines_that_meet_are_seen() -> None:
    """Twin: a rule through the middle of a box meets it."""
    (page,) = made().pages
    box = boxes(rows(page)[0])[0]
    rule = Line(box.x - 5, box.y + 2, box.x + 5, box.y + 2, 0.5, "#000000")
    assert met([rule], list(leaves(page.marks))) != []


@every_look
def test_the_scale_stands_above_its_ends(paper: str, theme: str) -> None:
    """What 1 and 5 mean stand 2 to 4 mm above the first and the last box, well apart and no wider than their
    words.
    """
    (page,) = made(paper, theme).pages
    first, *_, last = boxes(rows(page)[0])
    cool, warm = (paragraph(page, name) for name in ("cool", "warm"))
    for words in (cool, warm):
        assert 1.8 <= first.y - words.bottom <= 4
    assert cool.x == pytest.approx(first.x, abs=1)
    assert warm.right == pytest.approx(last.right, abs=1)
    assert warm.x - cool.right > 5


def paragraph(page: Page, name: str) -> Box:
    """Where the paragraph of these words stands."""
    (found,) = [bounds_of((each,)) for each in groups(page.marks, "P") if words_of([each]) == SAID[name]]
    return found


@pytest.mark.parametrize("names", [("think", "how"), ("alone", "group")])
@pytest.mark.parametrize("paper", PAPERS)
def test_each_sentence_begins_a_line(paper: str, names: tuple[str, str]) -> None:
    """The two questions, and the two ways to answer, stand below each other at one left edge."""
    (page,) = made(paper).pages
    one, other = (paragraph(page, name) for name in names)
    assert one.x == pytest.approx(other.x, abs=0.5)
    assert one.bottom <= other.y + 0.1


@every_look
def test_there_is_room_to_write(paper: str, theme: str) -> None:
    """Name and date have a line each, and the three coolest spots numbered ones 9 mm apart, each long enough
    for a name.
    """
    (page,) = made(paper, theme).pages
    name, date, *spots = [
        mark for mark in leaves(page.marks) if isinstance(mark, Line) and not within(mark, rows(page))
    ]
    assert min(name.x2 - name.x1, date.x2 - date.x1) >= 35
    assert [below.y1 - above.y1 for above, below in pairwise(spots)] == pytest.approx([9, 9])
    assert min(line.x2 - line.x1 for line in spots) >= 100
    numbers = [words_of([item]) for item in groups([list(groups(page.marks, "L"))[1]], "LI")]
    assert numbers == ["1.", "2.", "3."]


def within(line: Line, groups_of: list[Group]) -> bool:
    """Whether a line is one of those in groups."""
    return any(line is mark for mark in leaves(tuple(groups_of)))


def test_it_says_what_to_do() -> None:
    """Title, instructions, both ends of the scale, and what comes next stand in reading order around the
    rows.
    """
    pages = made().pages
    assert headings(pages) == [WORDS["title"]]
    assert headings(pages, "H2") == [WORDS["coolest"]]
    said = [words for role, words in spoken(pages) if role != "LBody"]
    order = ("title", "name", "date", "think", "how", "alone", "group", "cool", "warm", "coolest", "next")
    assert said == [SAID[name] for name in order]


@every_look
def test_it_passes_the_gate(paper: str, theme: str) -> None:
    """Its PDF is tagged without a fault."""
    assert (
        failures(
            draw_pdf(
                made(paper, theme).pages,
                sheet(paper, theme).fonts,
                title="Heatmap",
                subject="",
                language="en-GB",
            )
        )
        == []
    )


@pytest.mark.parametrize("name", list(WORDS))
def test_words_too_wide_are_said(name: str) -> None:
    """Twin: a word wider than its place, in any of the sheet's texts, is a fact of the page."""
    assert made(**{name: "m" * 100}).over["width"] > 1


def test_meanings_too_wide_are_said() -> None:
    """Twin: so is one in what an opportunity means."""
    terms = Vocabulary("opportunities", tuple(term._replace(meaning="m" * 60) for term in TERMS))
    assert heatmap_page(sheet(), terms, WORDS).over["width"] > 1


def test_too_many_words_are_said() -> None:
    """Twin: a text that leaves the rows less room than their boxes need is over-full, and its page would be
    refused.
    """
    pages = made(how="How warm? " * 90)
    assert pages.over["height"] > 1
    assert "too near the edge" in unprintable(made(how="How warm? " * 200).pages[0])
    assert min(box.height for row in rows(pages.pages[0]) for box in boxes(row)) >= LEAST


def test_rows_shrink_before_the_page_is_over() -> None:
    """Where the room is a little short, the rows become less high, and the page still fits."""
    longer = made(how=" ".join(3 * [WORDS["how"]]))
    assert longer.over == {}
    assert bounds_of((rows(longer.pages[0])[0],)).height < bounds_of((rows(made().pages[0])[0],)).height


def test_without_drawings_it_is_the_same_sheet() -> None:
    """Icons that are not there leave their tiles away and nothing else."""
    bare = heatmap_page(sheet()._replace(icons={}), TERMS, WORDS)
    assert list(spoken(bare.pages)) == list(spoken(made().pages))
    assert bare.over == {}
