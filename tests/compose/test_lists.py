"""The first sheet of a pack: the session, and the print list below it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedeck.compose.kit import Pages
from casedeck.compose.sheets.lists import TICK, Happening, Telling, first_sheet
from casedeck.draw.listing import draw_listing
from casedeck.draw.pdf import draw_pdf
from casedeck.model.page import Page, Shape, leaves, moved
from tests.support.decks import THEMES
from tests.support.goldens import Goldens
from tests.support.ink import said, texts
from tests.support.marks import headings, spoken, tables
from tests.support.pdfua import failures
from tests.support.sheets import sample_words, unprintable
from tests.support.worksheets import sheet_for


class File(NamedTuple):
    """A file to print."""

    file_name: str
    paper: str
    sides: int
    colour: str
    sheets: int
    notes: tuple[str, ...] = ()


ROWS = (
    File("01-sample-walk-wall-cards.pdf", "A3", 1, "colour", 12),
    File("02-sample-walk-facilitator-sheet.pdf", "A4", 2, "mono", 1),
    File("03-sample-walk-number-labels.pdf", "A4", 1, "mono", 103),
)
ORDER = (
    Happening("13:30", 35, "Sample walk"),
    Happening("14:05", 10, "Break"),
    Happening("14:15", 43, "Sample talk"),
    Happening("14:58", 0, "End"),
)
TITLE = "A deck for tests, Friday 12 March 2027"


SESSION_WORDS, WORDS = sample_words("session sheet"), sample_words("print list")


def made(
    *rows: File,
    order: Sequence[Happening] = ORDER,
    theme: str = "default",
    paper: str = "A4",
    cards: int = 0,
) -> Pages:
    """The first sheet of a session."""
    on = sheet_for(paper=paper, theme=theme)
    titles = [(number, f"Card {'long ' * (number % 4)}{number}") for number in range(1, cards + 1)]
    told = Telling(TITLE, "24 people, 5 cards.", order, titles)
    return first_sheet(told, rows, on, SESSION_WORDS, WORDS)


def test_lists_are_as_they_were(goldens: Goldens) -> None:
    """Every mark of a first sheet, with a running order and without, is where it was when the goldens were
    made.
    """
    goldens.text("sheet-session", draw_listing(made(*ROWS).pages))
    goldens.text("sheet-print-list", draw_listing(made(*ROWS, order=()).pages))


@pytest.mark.parametrize("paper", ["A4", "Letter", "A3"])
@pytest.mark.parametrize("theme", THEMES)
def test_lists_can_be_printed_and_read(theme: str, paper: str) -> None:
    """In each theme and on each paper it fits one page, nothing meets or is cut, and its PDF passes the
    gate.
    """
    sheet = made(*ROWS, theme=theme, paper=paper)
    assert sheet.over == {}
    assert unprintable(sheet.pages[0], least_pt=12) == []
    data = draw_pdf(sheet.pages, sheet_for(theme=theme).fonts, title="List", subject="", language="en-GB")
    assert failures(data) == []


def rows_of(sheet: Pages) -> list[list[str]]:
    """The rows of the print list on all its pages."""
    return [row for table in tables(sheet.pages) if table[0][0] == WORDS["file"] for row in table[1:]]


def test_each_file_has_a_row_and_a_box() -> None:
    """Files stand in their order with paper, sides, colour and sheets, a box to tick before each; the paper
    is added up by size.
    """
    sheet = made(*ROWS)
    assert rows_of(sheet) == [
        [row.file_name, row.paper, str(row.sides), row.colour, str(row.sheets)] for row in ROWS
    ]
    assert ticks(sheet.pages[0]) == ["beside its file"] * len(ROWS)
    total = [words for _, words in spoken(sheet.pages)][-1]
    assert total == "In all: 12 sheets of A3, 104 sheets of A4."


def ticks(page: Page) -> list[str]:
    """For each box on a page whether it stands beside the name of a file, and apart from its neighbours."""
    boxes = [mark.box for mark in leaves(page.marks) if isinstance(mark, Shape)]
    names = [text.y for text in texts(page.marks) if said(text).endswith(".pdf")]
    apart = all(after.y > before.bottom for before, after in pairwise(boxes))
    return [
        "beside its file" if apart and box.y < at < box.bottom else "astray"
        for box, at in zip(boxes, names, strict=True)
    ]


def test_a_box_astray_is_found() -> None:
    """Twin: a page whose boxes have moved up by a row is not as it should be."""
    page = made(*ROWS).pages[0]
    raised = page._replace(
        marks=tuple([moved(mark, 0, -6) if isinstance(mark, Shape) else mark for mark in leaves(page.marks)])
    )
    assert set(ticks(raised)) == {"astray"}


def test_each_activity_has_a_line() -> None:
    """Activities, breaks and the end stand in their order, with the clock and minutes; nothing is in an empty
    cell.
    """
    sheet = made(*ROWS).pages
    (_, *rows) = next(table for table in tables(sheet) if table[0][0] == SESSION_WORDS["clock"])
    assert [(row[0], row[2]) for row in rows] == [(line.clock, line.what) for line in ORDER]
    assert [row[1] for row in rows] == ["35", "10", "43", "–"]
    assert headings(sheet) == [WORDS["title"]]
    assert SESSION_WORDS["order"] not in headings(made(*ROWS, order=()).pages, "H2")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_session_and_the_list_are_one_page(paper: str) -> None:
    """Seven lines of running order, nine files and eighteen cards fit one page, every line 9 mm high and
    every box 5 mm wide.
    """
    sheet = made(*ROWS * 3, order=ORDER[:1] * 6 + ORDER[3:], paper=paper, cards=18)
    (page,) = sheet.pages
    assert unprintable(page, least_pt=12) == []
    assert {mark.box.width for mark in leaves(page.marks) if isinstance(mark, Shape)} == {TICK}
    clocks = [text.y for text in texts(page.marks) if text.runs[0].size_pt == 20]
    assert len(clocks) == 7
    assert min(after - before for before, after in pairwise(clocks)) > 8.99


@pytest.mark.parametrize("cards", [1, 2, 3, 12, 25, 60])
def test_every_card_is_named_once(cards: int) -> None:
    """The number and title of each card stand below the list in their order, on a page of their own where
    there is no room.
    """
    for rows in (ROWS, ROWS * 7):
        sheet = made(*rows, cards=cards)
        assert sheet.over == {}
        assert [unprintable(page, least_pt=12) for page in sheet.pages] == [[]] * len(sheet.pages)
        (last,) = [page for page in sheet.pages if WORDS["cards"] in headings([page], "H2")]
        said_of = [words for role, words in spoken([last]) if role == "LBody"]
        assert [int(words.split()[-1]) for words in said_of] == list(range(1, cards + 1))


def test_a_long_list_runs_on() -> None:
    """Five activities with breaks, all their files and twenty more come on two pages, each file once, the sum
    at the end.
    """
    rows = [
        row._replace(file_name=f"{number:02d}-make-your-own-case-study-facilitator-sheet.pdf")
        for number, row in enumerate(ROWS * 18)
    ]
    for count in range(1, 54):
        sheet = made(*rows[:count], order=[*ORDER[:2] * 5, ORDER[3]])
        assert sheet.over == {}
        assert [unprintable(page, least_pt=12) for page in sheet.pages] == [[]] * len(sheet.pages)
        assert [row[0] for row in rows_of(sheet)] == [row.file_name for row in rows[:count]]
        assert [role for role, _ in spoken(sheet.pages)][-1] == "P"
        assert len(sheet.pages) == (1 if count < 19 else 2), count


@given(
    st.lists(
        st.tuples(st.sampled_from(["A3", "A4", "Letter"]), st.integers(1, 9999)), min_size=1, max_size=12
    )
)
@settings(max_examples=20)
def test_totals_add_up(sheets: list[tuple[str, int]]) -> None:
    """The sum of each paper is that of its rows, each paper named once."""
    rows = [ROWS[0]._replace(paper=paper, sheets=count) for paper, count in sheets]
    total = [words for _, words in spoken(made(*rows).pages)][-1]
    wanted = {paper: sum(count for name, count in sheets if name == paper) for paper, _ in sheets}
    said = [f"{count} sheet{'' if count == 1 else 's'} of {paper}" for paper, count in wanted.items()]
    assert total == f"In all: {', '.join(said)}."


def test_a_name_too_wide_for_its_column_is_named() -> None:
    """A file whose name is one long word is over-full by its width, with that name; a usual one is not."""
    name = "m" * 60 + ".pdf"
    sheet = made(ROWS[0]._replace(file_name=name))
    assert (sheet.word, set(sheet.over)) == (name, {"width"})
    assert made(*ROWS).word == ""
