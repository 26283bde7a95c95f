"""The print list of a pack, and the session sheet."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedeck.compose.sheets.kit import Pages
from casedeck.compose.sheets.lists import PrintRow, Running, print_list_page, running_order_page
from casedeck.draw.listing import draw_listing
from casedeck.draw.pdf import draw_pdf
from tests.support.decks import THEMES
from tests.support.forms import sheet_for
from tests.support.goldens import Goldens
from tests.support.marks import headings, spoken, tables
from tests.support.pdfua import failures
from tests.support.sheets import sample_words, unprintable

ROWS = (
    PrintRow("01-sample-walk-wall-cards.pdf", "A3", 1, "colour", 12),
    PrintRow("02-sample-walk-facilitator-sheet.pdf", "A4", 2, "mono", 1),
    PrintRow("03-sample-walk-number-labels.pdf", "A4", 1, "mono", 103),
)
ORDER = (
    Running("13:30", 35, "Sample walk"),
    Running("14:05", 10, "Break"),
    Running("14:15", 43, "Sample talk"),
    Running("14:58", 0, "End"),
)
TITLE = "A deck for tests, Friday 12 March 2027"


def prints(*rows: PrintRow, theme: str = "default", paper: str = "A4") -> Pages:
    """A print list."""
    return print_list_page(TITLE, rows, sheet_for(paper=paper, theme=theme), sample_words("print list"))


def order(*lines: Running, theme: str = "default") -> Pages:
    """A session sheet."""
    return running_order_page(TITLE, "24 people, 5 cards.", lines, sheet_for(theme=theme), sample_words("session sheet"))


def test_lists_are_as_they_were(goldens: Goldens) -> None:
    """Every mark of a print list and of a session sheet is where it was when the goldens were made."""
    goldens.text("sheet-print-list", draw_listing(prints(*ROWS).pages))
    goldens.text("sheet-session", draw_listing(order(*ORDER).pages))


@pytest.mark.parametrize("theme", THEMES)
def test_lists_can_be_printed_and_read(theme: str) -> None:
    """In each theme both fit one page, nothing meets or is cut, and their PDFs pass the gate."""
    for made in (prints(*ROWS, theme=theme), order(*ORDER, theme=theme)):
        assert made.over == {}
        assert unprintable(made.pages[0], least_pt=12) == []
        data = draw_pdf(made.pages, sheet_for(theme=theme).fonts, title="List", subject="", language="en-GB")
        assert failures(data) == []


def test_each_file_has_a_row() -> None:
    """Files stand in their order with paper, sides, colour and sheets; the paper it takes is added up by size."""
    made = prints(*ROWS).pages
    ((_, *rows),) = tables(made)
    assert rows == [[row.file_name, row.paper, str(row.sides), row.colour, str(row.sheets)] for row in ROWS]
    total = [words for _, words in spoken(made)][-1]
    assert total == "Total sheets Sheets of count 12 paper A3, Sheets of count 104 paper A4"


def test_each_activity_has_a_line() -> None:
    """Activities, breaks and the end stand in their order, with the clock and minutes; nothing is in an empty cell."""
    made = order(*ORDER).pages
    ((_, *rows),) = tables(made)
    assert [(row[0], row[2]) for row in rows] == [(line.clock, line.what) for line in ORDER]
    assert [row[1] for row in rows] == ["35", "10", "43", "–"]
    assert headings(made) == ["Title"]


def test_five_activities_fit_one_page() -> None:
    """The largest session, five activities with breaks and all their files, fits both sheets."""
    rows = [row._replace(file_name=f"{number:02d}-make-your-own-case-study-facilitator-sheet.pdf") for number, row in enumerate(ROWS * 13)]
    assert prints(*rows[:36]).over == {}
    assert order(*ORDER[:2] * 5, ORDER[3]).over == {}


def test_what_is_too_long_is_said() -> None:
    """Twin: more files than a page holds are over by about as many rows, on a page that is refused."""
    over = [prints(*ROWS * count).over for count in (12, 20, 21)]
    assert over[0] == {}
    assert over[2]["height"] - over[1]["height"] == pytest.approx(3 * 6.07, abs=0.2)
    assert "too near the edge" in unprintable(prints(*ROWS * 21).pages[0])


@given(st.lists(st.tuples(st.sampled_from(["A3", "A4", "Letter"]), st.integers(1, 9999)), min_size=1, max_size=12))
@settings(max_examples=20)
def test_totals_add_up(sheets: list[tuple[str, int]]) -> None:
    """The sum of each paper is that of its rows, each paper named once."""
    rows = [ROWS[0]._replace(paper=paper, sheets=count) for paper, count in sheets]
    total = [words for _, words in spoken(prints(*rows).pages)][-1]
    wanted = {paper: sum(count for name, count in sheets if name == paper) for paper, _ in sheets}
    said = [f"{'One sheet' if count == 1 else 'Sheets'} of count {count} paper {paper}" for paper, count in wanted.items()]
    assert total == f"Total sheets {', '.join(said)}"
