"""Workbooks: cells as Excel shows them, and workbooks that were made to do harm."""

from __future__ import annotations

import datetime as dt
import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.choose.scores import read_scores
from casedeck.errors import DeckError, Report
from casedeck.tables.excel import package, parts, worksheet
from casedeck.tables.excel.package import Enough
from casedeck.tables.excel.workbook import read_workbook
from casedeck.tables.excel.worksheet import Shared, WorksheetPart
from casedeck.tables.read import read_sheets
from casedeck.tables.sheet import MAX_COLUMNS, MAX_ROWS
from tests.support.library import library
from tests.support.tables import CHOIR, HEADS, cells, grid, imported, only, with_part, xlsx_bytes

SHEET, LINKS = "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"


def shown(value: Any, shape: str = "General") -> str:
    """The text of a cell with this value and number format."""
    (sheet,) = read_workbook(xlsx_bytes([["x", value]], formats={"B1": shape}), "a.xlsx")
    return sheet.rows[0].cells[1]


@pytest.mark.parametrize(
    ("value", "shape", "text"),
    [
        (12.0, "General", "12"),
        (0.1 + 0.2, "General", "0.3"),
        (1234567, "General", "1234567"),
        (0.39, "0%", "39%"),
        (0.385, "0%", "39%"),
        (0.385, "0.0%", "38.5%"),
        (1250, '"£"#,##0', "£1,250"),
        (1250, "£#,##0", "£1,250"),
        (1250.5, "[$£-809]#,##0.00", "£1,250.50"),
        (-1250, "[$£-809]#,##0", "-£1,250"),
        (1250, '#,##0 "€"', "1,250 €"),
        (1250, '_-"£"* #,##0_-;-"£"* #,##0_-', "£1,250"),
        (2000, "#,##0", "2,000"),
        (7, "00000", "00007"),
        (2.5, "0.00", "2.50"),
        (0.5, "# ?/?", "1/2"),
        (12345, "#,##0,", "12"),
        (12345, "0.00E+00", "12345"),
        (1e30, "0.00", "1e+30"),
        (-1e30, "#,##0", "-1e+30"),
        (1e20, "0.0%", "10000000000000000000000.0%"),
        (0.1, f"0.{'0' * 30}", "0.1"),
        (True, "General", "TRUE"),
        (dt.date(2027, 3, 12), "dd/mm/yyyy", "2027-03-12"),
        (dt.datetime(2027, 3, 12, 14, 30), "dd/mm/yyyy hh:mm", "2027-03-12 14:30"),  # noqa: DTZ001  # a spreadsheet knows no time zones
        (dt.time(9, 5), "hh:mm", "09:05"),
        ("  text ", "General", "  text "),
        ("a_x000D_\nb", "General", "a\nb"),
    ],
)
def test_cells_are_read_as_excel_shows_them(value: Any, shape: str, text: str) -> None:
    """Whole numbers have no decimals, percentages and money their signs, and dates are written
    year-month-day.
    """
    assert shown(value, shape) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(b"1e30", "1e+30"), (b"9" * 60, "1e+60"), (b"9" * 400, "9" * 400), (b"1e999", "1e999")],
)
def test_a_number_too_large_for_its_format_spoils_nothing(number: bytes, text: str) -> None:
    """The rest of the sheet is read where one number has more digits than a format can show."""
    data = xlsx_bytes([*grid(CHOIR), ["", 7.5]], formats={"B3": "0.00"})
    (sheet,) = read_workbook(
        with_part(data, SHEET, lambda part: part.replace(b"<v>7.5</v>", b"<v>" + number + b"</v>")), "a.xlsx"
    )
    assert [sheet.rows[1].cells[1], sheet.rows[2].cells[1]] == ["Doorstep choir", text]


def test_merged_cells_hold_their_text_once() -> None:
    """The text of merged cells stands in the top left one; a merged title above the headings is no
    trouble.
    """
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(xlsx_bytes([["A title for all"], [], *grid(CHOIR)])))
    book.worksheets[0].merge_cells("A1:Q1")
    book.worksheets[0].merge_cells("F4:F5")
    made = BytesIO()
    book.save(made)
    found = imported(made.getvalue(), "a.xlsx")
    assert (found.headings.row, found.outcomes[0].row, only(found).title) == (3, 4, "Doorstep choir")


def test_the_first_worksheet_with_headings_is_read() -> None:
    """A worksheet of notes before the collection is passed over, and the report names what is not read."""
    data = xlsx_bytes(grid(CHOIR), ("Notes", [["Read me"]]), ("More", [["Name", "x"]]))
    found = imported(data, "a.xlsx")
    assert (found.sheet.name, found.sheet.others) == ("Collection", ("Notes", "More"))
    assert only(found).title == "Doorstep choir"


def test_formulas_are_read_by_their_results() -> None:
    """A formula that Excel has worked out is its result; one without a result is named with its heading."""
    data = xlsx_bytes(grid({**CHOIR, "Location": '="Hull"&", England"', "Planning [1]": "=A1"}))
    empty, result = rb'(<c r="E2")[^>]*>(<f>.*?</f>)(?:<v\s*/>|<v></v>)', rb'\1 t="str">\2<v>Hull</v>'
    cached = with_part(data, SHEET, lambda part: re.sub(empty, result, part))
    found = imported(cached, "a.xlsx")
    assert only(found).location == "Hull"
    (finding,) = found.outcomes[0].findings
    assert finding.startswith("Planning [1]: a formula without a result; open the file in Excel, save it")


def test_errors_in_cells_are_named() -> None:
    """A cell that shows an error such as #REF! is left out and named."""
    found = imported(xlsx_bytes(grid({**CHOIR, "Location": "#REF!"})), "a.xlsx")
    assert found.outcomes[0].findings == ("Location: holds the error #REF!",)


SHARED = (
    b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Hull</t></si>'
    b"<si><r><t xml:space='preserve'>Leeds, </t></r><r><rPr><b/></rPr><t>England</t></r></si></sst>"
)

LINK = (
    b'<Relationship Id="t" Type="http://x/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/>'
    b"</Relationships>"
)


@pytest.mark.parametrize(("number", "text"), [(0, "Hull"), (1, "Leeds, England")])
def test_shared_texts_are_read(number: int, text: str) -> None:
    """Texts that a workbook keeps in one list, as Excel writes them, are read, also where some of their words
    are bold.
    """
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    kind = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{main}"/></Types>'.encode()
    cell = f'<c r="E2" t="s"><v>{number}</v></c>'.encode()
    data = with_part(xlsx_bytes(grid(CHOIR)), "xl/sharedStrings.xml", lambda _: SHARED)
    data = with_part(data, "[Content_Types].xml", lambda part: part.replace(b"</Types>", kind))
    data = with_part(data, LINKS, lambda part: part.replace(b"</Relationships>", LINK))
    data = with_part(data, SHEET, lambda part: re.sub(rb'<c r="E2".*?</c>', cell, part))
    assert only(imported(data, "a.xlsx")).location == text


_CELLS = [
    *(
        b"<c/>",
        b"<c><v>1</v></c>",
        b'<c r="B2" t="s"><v>9</v></c>',
        b'<c r="1" t="e"><v>#N/A</v></c>',
        b'<c t="b"><v>x</v></c>',
    ),
    *(
        b'<c r="ZZZZ9" s="9" t="str"><f/><v>x</v></c>',
        b"<c><f>A1</f></c>",
        b'<c r="" t="d"><v>1e9</v></c>',
        b"<c><v>1e400</v></c>",
    ),
    *(
        b'<c t="inlineStr"><is><r><rPr><strike/></rPr><t>x</t></r><rPh><t>y</t></rPh></is></c>',
        b'<c t="s"><v>-1</v></c>',
        b"<x><v>2",
    ),
]
_ROWS = [b"<row>", b'<row r="2">', b'<row r="x" ht="0">', b'<row r="99999999999999999" hidden="true">']
_AFTER = [
    b"",
    b'<mergeCell ref="A1:B9"/>',
    b'<mergeCell ref="B9:A1"/>',
    b'<cols><col min="0" max="9" hidden="1"/></cols>',
    b"</x>",
]
_BODIES = st.lists(
    st.tuples(st.sampled_from(_ROWS), st.lists(st.sampled_from(_CELLS), max_size=5).map(b"".join)), max_size=5
)


@given(_BODIES, st.sampled_from(_AFTER))
def test_any_worksheet(rows: list[tuple[bytes, bytes]], after: bytes) -> None:
    """Whatever stands in a worksheet, it is rows of text, or a problem in words, for an import as for
    scores.
    """
    end = b"".join([start + cells + b"</row>" for start, cells in rows]) + b"</sheetData>" + after
    data = with_part(
        xlsx_bytes([["Planning", "Training"], [1, 2]]), SHEET, lambda part: part.replace(b"</sheetData>", end)
    )
    report = Report()
    found = read_scores(data, "a.xlsx", library().vocabularies["opportunities"], report)
    assert (found is None) == bool(report.problems)
    with pytest.raises(DeckError, match=r"F11[01]"):
        imported(data, "a.xlsx")


def test_ragged_rows() -> None:
    """Rows shorter than the headings, blank ones and ones with a number alone are no trouble."""
    rows = grid(CHOIR)
    found = imported(xlsx_bytes([rows[0], [], ["7"], cells(CHOIR)[:15]]), "a.xlsx")
    assert [each.row for each in found.outcomes] == [4]
    assert found.blank == (3,)


def refused(data: bytes, file: str = "a.xlsx") -> str:
    """What is said of a workbook that cannot be imported."""
    with pytest.raises(DeckError) as caught:
        imported(data, file)
    return str(caught.value)


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><worksheet>&b;</worksheet>'


def test_entities_are_refused() -> None:
    """A part that defines entities is refused before any is written out, in whatever letters it hides; parts
    not needed are not read.
    """
    good = xlsx_bytes(grid(CHOIR))
    ebcdic = b'<?xml version="1.0" encoding="cp037"?>' + BOMB[21:].decode().encode("cp037")
    for part in (BOMB, BOMB.decode().encode("utf-16")):
        assert "F110 the workbook defines entities" in refused(
            with_part(good, SHEET, lambda _, part=part: part)
        )
    assert "F110 the workbook is broken" in refused(with_part(good, SHEET, lambda _: ebcdic))
    assert len(imported(with_part(good, "docProps/note.xml", lambda _: BOMB), "a.xlsx").taken) == 1


def test_a_worksheet_behind_another_ending_hides_nothing() -> None:
    """A worksheet is read by its link, whatever its part is called, and refused for what it holds."""
    moved = with_part(xlsx_bytes(grid(CHOIR)), LINKS, lambda part: part.replace(b"sheet1.xml", b"sheet1.bin"))
    assert "the workbook has no worksheet" in refused(moved)
    assert "defines entities" in refused(with_part(moved, "xl/worksheets/sheet1.bin", lambda _: BOMB))


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("MAX_BYTES", 3_000, "unpacks to more than 3,000 bytes"),
        ("MAX_TAGS", 60, "holds more than 60 tags, which stand for cells, texts and formats"),
        ("MAX_PARTS", 3, "has 9 parts; the limit is 3"),
        ("MAX_NAMES", 9, "has more than 9 names of elements"),
    ],
)
def test_workbooks_over_a_limit_are_refused(
    limit: str, value: int, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workbook over any limit is refused with it and a way out; within them it is read."""
    data = xlsx_bytes(grid(CHOIR))
    assert len(imported(data, "a.xlsx").taken) == 1
    monkeypatch.setattr(package, limit, value)
    assert (
        refused(data) == f"a.xlsx: F102 the workbook {message}; "
        "delete empty rows, columns and old sheets, or save the sheet as .csv"
    )


BOOK = "xl/workbook.xml"


def packed(mark: bytes, many: int, part: str, before: bytes) -> bytes:
    """A workbook in which an element stands so many times more in a part."""
    return with_part(xlsx_bytes(grid(CHOIR)), part, lambda text: text.replace(before, mark * many + before))


def test_too_many_worksheets_are_refused() -> None:
    """A workbook of more than two hundred worksheets is refused before any is read; one of two hundred is
    read.
    """
    many = [(f"Notes {number}", [["x"]]) for number in range(200)]
    assert "F102 the workbook has 201 worksheets; the limit is 200" in refused(xlsx_bytes(grid(CHOIR), *many))
    assert len(imported(xlsx_bytes(grid(CHOIR), *many[1:]), "a.xlsx").taken) == 1


def test_thousands_of_formats_are_read() -> None:
    """A workbook that many hands have coloured is read."""
    assert len(imported(packed(b"<xf/>", 20_000, "xl/styles.xml", b"</cellXfs>"), "a.xlsx").taken) == 1


def test_no_more_formats_are_read_than_excel_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that holds nothing but looks is left off at the most that any workbook has, and the sheet is
    read.
    """
    monkeypatch.setattr(parts, "MAX_LOOKS", 50)
    looks = parts.Looks()
    looks.start("cellXfs", {})
    for _ in range(50):
        looks.start("xf", {})
    with pytest.raises(Enough):
        looks.start("xf", {})
    assert len(imported(packed(b"<xf/>", 100, "xl/styles.xml", b"</cellXfs>"), "a.xlsx").taken) == 1


def test_columns_hidden_again_and_again_are_hidden_once() -> None:
    """A part may say thousands of times that the same columns are hidden; each is looked at once."""
    sheet = WorksheetPart(Shared([], parts.Looks(), from_1904=False))
    for _ in range(3):
        sheet.start("col", {"min": "2", "max": "16384", "hidden": "1"})
        sheet.hidden_columns.discard(5)
    assert sheet.hidden_columns == {1, 2, 3, 4, *range(6, 200)}


def test_a_cell_that_nobody_can_have_typed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text of more than Excel's most is refused with its row; one within it is read."""
    monkeypatch.setattr(worksheet, "MAX_TEXT", 200)
    assert len(imported(xlsx_bytes(grid(CHOIR)), "a.xlsx").taken) == 1
    assert (
        refused(xlsx_bytes(grid({**CHOIR, "Summary": "x" * 201})))
        == "a.xlsx: F110 row 2 has a cell of more than 200 characters"
    )


def test_a_worksheet_that_stands_twice_is_refused() -> None:
    """Two names for one worksheet would be read twice, and two hundred two hundred times."""
    data = xlsx_bytes(grid(CHOIR), ("Notes", [["x"]]))
    twice = with_part(data, LINKS, lambda part: part.replace(b"sheet2.xml", b"sheet1.xml"))
    assert "F110 two worksheets of the workbook are one and the same; save the sheet as .csv" in refused(
        twice
    )


def test_a_workbook_without_worksheets_is_refused() -> None:
    """A workbook with nothing in it, or with charts alone, is refused with a way out, by an import and as a
    Heatmap's scores.
    """
    bare = with_part(xlsx_bytes(grid(CHOIR)), BOOK, lambda part: re.sub(rb"<sheet .*?/>", b"", part))
    hint = "open it in Excel, put the table into a worksheet and save it again"
    message = f"a.xlsx: F110 the workbook has no worksheet; {hint}"
    report = Report()
    assert read_scores(bare, "a.xlsx", library().vocabularies["opportunities"], report) is None
    assert [refused(bare), *map(str, report.problems)] == [message, message]


def test_too_many_rows_and_columns() -> None:
    """One row or column over the limit stops the import with the limit; those just within it do not."""
    long = [list(HEADS), *([["1", f"Place {number}"] for number in range(MAX_ROWS)])]
    assert "the sheet has more than 5,000 rows; import it in parts" in refused(xlsx_bytes(long))
    assert len(imported(xlsx_bytes(long[:MAX_ROWS]), "a.xlsx").outcomes) == MAX_ROWS - 1
    wide = grid(CHOIR)
    wide[1] = [*wide[1], *["x"] * (MAX_COLUMNS - len(wide[1]))]
    assert len(imported(xlsx_bytes(wide), "a.xlsx").taken) == 1
    wide[1].append("x")
    assert "row 2 has 201 columns; the limit is 200" in refused(xlsx_bytes(wide))


def test_a_stray_format_in_the_last_row_costs_little() -> None:
    """A sheet whose last possible row is formatted has as many rows as are filled."""
    data = with_part(
        xlsx_bytes(grid(CHOIR)),
        SHEET,
        lambda part: part.replace(b"</sheetData>", b'<row r="1048576"/></sheetData>'),
    )
    assert len(imported(data, "a.xlsx").outcomes) == 1
    beyond = with_part(
        xlsx_bytes(grid(CHOIR)),
        SHEET,
        lambda part: part.replace(b"</sheetData>", b'<row r="99999999999"/></sheetData>'),
    )
    assert len(imported(beyond, "a.xlsx").outcomes) == 1


@pytest.mark.parametrize(
    ("data", "file", "message"),
    [
        (b"PK\x03\x04broken", "a.xlsx", "F110 the workbook cannot be unpacked"),
        (b"x", "a.xlsx", "F110 the workbook cannot be unpacked"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "a.xlsx",
            "an old Excel file, or one with a password; save it as .xlsx or .csv",
        ),
        (b"x", "a.xls", "casedeck does not read .xls files; open it in Excel, choose File, Save As"),
        (b"x", "a.ods", "casedeck does not read .ods files; open it in LibreOffice"),
        (
            b"x",
            "a.numbers",
            "casedeck does not read .numbers files; open it in Numbers, choose File, Export To",
        ),
        (b"x", "a.pdf", "casedeck does not know the ending .pdf; use one of .csv"),
        (b"x", "a", "does not know the ending of this file"),
    ],
)
def test_what_is_no_workbook_is_refused(data: bytes, file: str, message: str) -> None:
    """Broken files, old ones and those of other programs are refused with a way out."""
    assert message in refused(data, file)


def test_other_zip_files_are_refused() -> None:
    """A zip file that is no workbook, such as a Word document, is refused."""
    made = BytesIO()
    with ZipFile(made, "w") as parts:
        parts.writestr("a.xml", "<a/>")
    assert "this is not an Excel workbook; save it as .xlsx or .csv" in refused(made.getvalue())


@pytest.mark.parametrize(
    ("part", "message"),
    [
        (
            "mimetype",
            "this is an OpenDocument file; open it in LibreOffice and save it as Excel 2007-365 (.xlsx)",
        ),
        (
            "Index/Document.iwa",
            "this is a Numbers file; open it in Numbers and choose File, Export To, Excel",
        ),
        (
            "word/document.xml",
            "this is a Word document; copy its table into a spreadsheet and save that as .xlsx",
        ),
        (
            "xl/workbook.bin",
            "this is a binary workbook (.xlsb); open it in Excel and save it as Excel Workbook (.xlsx)",
        ),
    ],
)
def test_files_of_other_programs_are_named(part: str, message: str) -> None:
    """Whatever its ending says, a file of another program is called what it is, with the way to an .xlsx
    file.
    """
    made = BytesIO()
    with ZipFile(made, "w") as parts:
        parts.writestr(part, "<a/>")
    assert refused(made.getvalue()) == f"a.xlsx: F110 {message}"


def test_a_workbook_by_another_name_is_read() -> None:
    """A workbook that is called .csv is read as what it is."""
    assert next(read_sheets(xlsx_bytes(grid(CHOIR)), "a.csv")).name == "Collection"
