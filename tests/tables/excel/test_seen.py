"""Sheets as people see them: what is hidden, merged or struck through."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from casedeck.errors import DeckError
from casedeck.exchange.importing import read_import
from casedeck.exchange.outcome import HIDDEN, STRUCK
from casedeck.model.text import plain
from casedeck.tables.read import read_sheets
from tests.support.library import library
from tests.support.tables import (
    CHOIR,
    LIBRARY,
    cases_of,
    csv_bytes,
    grid,
    imported,
    only,
    said,
    with_part,
    xlsx_bytes,
)

ROWS = grid(CHOIR, LIBRARY)


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    """A workbook after a change to it as openpyxl has it."""
    book = load_workbook(BytesIO(data), rich_text=True)
    change(book)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def sheet_with(change: Callable[[Any], None]) -> bytes:
    """A workbook with two rows, after a change to its only worksheet."""
    return changed(xlsx_bytes(ROWS), lambda book: change(book.worksheets[0]))


def hide_row(sheet: Any) -> None:
    """As a filter does."""
    sheet.row_dimensions[3].hidden = True


def strike_row(sheet: Any) -> None:
    """As somebody does who takes a row back."""
    for cell in sheet[3]:
        cell.font = Font(strike=True)


ASIDE = [
    (hide_row, HIDDEN, "where a filter or somebody hides them"),
    (strike_row, STRUCK, "struck through, so withdrawn"),
]


@pytest.mark.parametrize(("change", "aside", "words"), ASIDE)
def test_rows_that_nobody_sees_or_wants_are_left_and_named(
    change: Callable[[Any], None], aside: str, words: str
) -> None:
    """A hidden row, or one struck through, is left with a word; asked for by its number it is taken."""
    made = imported(sheet_with(change), "a.xlsx")
    assert [each.title for each in made.taken] == ["Doorstep choir"]
    assert [(each.row, each.aside, each.title) for each in made.left] == [(3, aside, "Tool library")]
    assert f"{words}; --row and the number takes one:\n  row 3    Tool library" in said(made)
    assert cases_of(imported(sheet_with(change), "a.xlsx", only=[3])) == cases_of(
        imported(csv_bytes(ROWS), only=[3])
    )


def test_rows_in_sight_are_taken() -> None:
    """Twin: rows that are neither are taken, and nothing is said of either."""
    made = imported(xlsx_bytes(ROWS), "a.xlsx")
    assert len(made.taken) == 2
    assert "Left because" not in said(made)


def test_many_hidden_rows_are_only_numbered() -> None:
    """Where a filter hides more rows than can be read, their numbers are said."""
    rows = grid(*[{**CHOIR, "Name": f"Choir {number}"} for number in range(20)])

    def hide(book: Any) -> None:
        for number in range(3, 18):
            book.worksheets[0].row_dimensions[number].hidden = True

    assert "takes one:\n  rows 3 to 17\n" in f"{said(imported(changed(xlsx_bytes(rows), hide), 'a.xlsx'))}\n"


def test_a_hidden_column_is_not_read() -> None:
    """What stands in a hidden column is not taken, and its heading is named; in sight again, it is taken."""

    def hide(sheet: Any) -> None:
        sheet.column_dimensions["E"].hidden = True

    made = imported(sheet_with(hide), "a.xlsx")
    assert cases_of(made)["doorstep-choir"].location == ""
    assert 'Not read, for the column is hidden in the sheet: "Location".' in said(made)
    assert cases_of(imported(xlsx_bytes(ROWS), "a.xlsx"))["doorstep-choir"].location == "Hull, England"


def book_of_two(first: str, opened: int) -> bytes:
    """A workbook of last year's sheet in some state, and this year's; one of them opens."""

    def set_states(book: Any) -> None:
        book.worksheets[0].sheet_state = first
        book.active = opened

    return changed(xlsx_bytes(grid(CHOIR), ("2025", grid(LIBRARY))), set_states)


@pytest.mark.parametrize(
    ("first", "opened", "name", "note"),
    [
        ("hidden", 1, "Collection", 'Hidden in the workbook, and not read: "2025".'),
        ("veryHidden", 1, "Collection", 'Hidden in the workbook, and not read: "2025".'),
        ("visible", 1, "Collection", 'One worksheet is read, and --sheet says which. Not read: "2025".'),
        ("visible", 0, "2025", 'One worksheet is read, and --sheet says which. Not read: "Collection".'),
    ],
)
def test_the_worksheet_that_people_see_is_read(first: str, opened: int, name: str, note: str) -> None:
    """Hidden worksheets are passed over, the one that opens with the workbook wins, and the others are
    named.
    """
    made = imported(book_of_two(first, opened), "a.xlsx")
    assert made.sheet.name == name
    assert note in said(made)


def test_a_worksheet_can_be_asked_for() -> None:
    """By its name any worksheet is read, also a hidden one; a name that is none is refused with those there
    are.
    """
    data = book_of_two("hidden", 1)
    made = read_import(data, "a.xlsx", library(), (), sheet_name="2025")
    assert [each.title for each in made.taken] == ["Tool library"]
    with pytest.raises(
        DeckError,
        match=r'F111 no worksheet is called "2024"; did you mean "2025"\?; '
        "the workbook has Collection and 2025",
    ):
        read_import(data, "a.xlsx", library(), (), sheet_name="2024")


def test_a_collection_on_a_hidden_sheet_alone() -> None:
    """Where only a hidden worksheet has headings, nothing is taken, and the ways out are said."""

    def hide(book: Any) -> None:
        book.worksheets[1].sheet_state = "hidden"

    data = changed(xlsx_bytes(grid(CHOIR), ("Notes", [["Milk"]])), hide)
    with pytest.raises(
        DeckError,
        match=r'F111 only the worksheet "Collection" has headings .* and it is hidden; '
        r'show it .* --sheet "Collection"',
    ):
        imported(data, "a.xlsx")


def test_a_category_merged_over_rows_belongs_to_each() -> None:
    """A cell merged down is in each of its rows, hidden or not; what is merged across the row of headings
    counts above each column.
    """

    def merge(sheet: Any) -> None:
        sheet["E3"] = None
        sheet.merge_cells("E2:E3")

    found = cases_of(imported(sheet_with(merge), "a.xlsx"))
    assert [case.location for case in found.values()] == ["Hull, England", "Hull, England"]
    (sheet,) = read_sheets(sheet_with(lambda sheet: sheet.merge_cells("E2:E9")), "a.xlsx")
    assert len(sheet.rows) == 3


BENEFITS = ["Health: People walk more.", "Belonging – neighbours meet", "Economic - shops sell more"]
PLAIN = ["Title", "Overview", "Relationship spotlight", "Storytelling"]


@pytest.mark.parametrize(
    "rows",
    [
        [[*PLAIN, "Benefits", "", ""], ["A", "B.", "C.", "D.", *BENEFITS]],
        [[*PLAIN, "Benefits", "", ""], ["", "", "", "", "1", "2", "3"], ["A", "B.", "C.", "D.", *BENEFITS]],
        [["", "", "", "", "Benefit", "", ""], [*PLAIN, "1", "2", "3"], ["A", "B.", "C.", "D.", *BENEFITS]],
        [[*PLAIN, "Benefits"], ["A", "B.", "C.", "D.", "\n".join(BENEFITS)]],
        [[*PLAIN, "Benefit", "Benefit", "Benefit"], ["A", "B.", "C.", "D.", *BENEFITS]],
    ],
)
def test_merged_headings(rows: list[list[str]]) -> None:
    """Benefits under one merged heading, in one cell or under the same heading thrice are read, in their
    order.
    """

    def merge(book: Any) -> None:
        sheet = book.worksheets[0]
        if len(rows[0]) == 7 and not rows[0][5]:
            sheet.merge_cells("E1:G1")
        if len(rows) == 3 and rows[0][0]:
            for column in "ABCD":
                sheet.merge_cells(f"{column}1:{column}2")

    made = imported(changed(xlsx_bytes(rows), merge), "a.xlsx")
    assert [title for *_, title in [(each.row, each.title) for each in made.outcomes]] == ["A"]
    assert not [finding for each in made.outcomes for finding in each.findings]


def test_two_rows_of_headings() -> None:
    """What is merged over numbers or letters stands before each of them; headings that say enough by
    themselves stay as they are.
    """
    tops, heads = (
        ["About", "", "", "Impact", "", "", "What helped", "", ""],
        ["Name", "Overview", "Spotlight", *"123123"],
    )

    def merge(book: Any) -> None:
        for span in ("A1:C1", "D1:F1", "G1:I1"):
            book.worksheets[0].merge_cells(span)

    made = imported(changed(xlsx_bytes([tops, heads, ["A", "B.", "C."]]), merge), "a.xlsx")
    assert [column.key for column in made.headings.columns.values()][3:] == ["benefits"] * 3 + [
        "enablers"
    ] * 3
    assert [*made.headings.words.values()][:4] == ["Name", "Overview", "Spotlight", "Impact 1"]


def test_struck_words_are_left_out_and_said() -> None:
    """Words struck through within a cell, or all of it, are left out with the row; words in any other look
    stay.
    """

    def strike(sheet: Any) -> None:
        gone, bold = InlineFont(strike=True), InlineFont(b=True)
        sheet["C2"] = CellRichText(
            "They sing", TextBlock(gone, " and shout"), TextBlock(bold, " on Sundays.")
        )
        sheet["E2"].font = Font(strike=True)

    made = imported(sheet_with(strike), "a.xlsx")
    choir = cases_of(made)["doorstep-choir"]
    assert (plain(dict(choir.fields())["overview"]), choir.location) == ("They sing on Sundays.", "")
    assert "Mended:\n  words that are struck through left out (row 2)" in said(made)


def test_notes_and_line_breaks_do_no_harm() -> None:
    """A note on a cell is not read, and a line break within a cell parts nothing."""

    def note(sheet: Any) -> None:
        sheet["B2"].comment = Comment("Is this still going?", "Ann")
        sheet["E2"] = "Hull,\nEngland"

    assert cases_of(imported(sheet_with(note), "a.xlsx")) == cases_of(imported(csv_bytes(ROWS)))


def test_a_formula_that_gives_nothing_is_an_empty_cell() -> None:
    """A formula whose result is an empty text is not taken for one without a result."""
    data, part = xlsx_bytes(grid({**CHOIR, "Location": '=IF(1,"","x")'})), "xl/worksheets/sheet1.xml"
    made = with_part(data, part, lambda text: text.replace(b'<c r="E2"', b'<c r="E2" t="str"'))
    assert imported(made, "a.xlsx").outcomes[0].findings == ()
    assert only(imported(made, "a.xlsx")).location == ""
