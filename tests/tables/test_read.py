"""Text files and JSON as rows."""

from __future__ import annotations

import codecs
from itertools import islice

import pytest

from casedeck.errors import DeckError
from casedeck.tables.read import MAX_BYTES, read_sheets
from casedeck.tables.sheet import Row, shown_number
from tests.support.tables import CHOIR, HEADS, LIBRARY, cases_of, csv_bytes, grid, imported, xlsx_bytes


def test_rows_are_numbered_as_excel_does() -> None:
    """Blank lines count and a cell of several lines counts once; Excel's line sep= does not count."""
    text = 'sep=;\r\nName;b;c\r\n\r\n"two\nlines";x;y\r\n\r\nlast'
    sheet = list(read_sheets(text.encode(), "a.csv"))[1]
    assert sheet.rows == (Row(1, ("Name", "b", "c")), Row(3, ("two\nlines", "x", "y")), Row(5, ("last",)))


def test_line_breaks_within_cells() -> None:
    """Line breaks of any computer within a cell part no rows."""
    for line_break in ("\n", "\r\n", "\r"):
        made = imported(csv_bytes(grid({**CHOIR, "Location": f"Hull,{line_break}England"}, LIBRARY)))
        assert cases_of(made)["doorstep-choir"].location == "Hull, England"
        assert len(made.taken) == 2


def test_a_quotation_mark_that_is_not_closed_swallows_nothing() -> None:
    """In a text with tabs it is a letter like any other; in one with commas the import stops at its row."""
    rows = grid(CHOIR, {**LIBRARY, "Summary": '"Lend a drill'}, {**CHOIR, "Name": "Third"})
    plain = "\n".join("\t".join(row) for row in rows)
    assert len(imported(plain.encode(), "a.tsv").taken) == 3
    with pytest.raises(
        DeckError,
        match=r"F110 in row 3 a quotation mark .* opens a cell and does not close it; "
        r'take it out, write it twice \(""\)',
    ):
        imported("\n".join(";".join(row) for row in rows).encode())
    assert len(imported(csv_bytes(rows, ";")).taken) == 3


def test_commas_in_a_quoted_cell_of_several_lines_part_nothing() -> None:
    """A story in quotation marks may have lines with as many commas as the sheet has columns; the rows below
    it are read too.
    """
    story = '"They sing,\nrain, hail, snow, or shine,\nall year."'
    text = f"Title,Overview,Relationship spotlight,Storytelling\nChoir,{story},Nods.,Songs.\nShed,S.,T.,U."
    made = imported(text.encode())
    assert [each.title for each in made.taken] == ["Choir", "Shed"]
    assert "rain, hail, snow, or shine," in str(cases_of(made)["choir"].overview)


@pytest.mark.parametrize("text", ['a,"b\nc,d', 'a,"b\nc,"d, e"\n', '"a" b,c'])
def test_quotation_marks_that_do_not_pair_up_are_seen(text: str) -> None:
    """Twin: a mark that is never closed, that swallows the start of another, or that closes too early is
    named with its row.
    """
    *_, sheet = islice(read_sheets(text.encode(), "a.csv"), 3)
    assert sheet.problem.startswith('in row 1 a quotation mark (") opens a cell')


WIDE = [*HEADS, *[f"x{number}" for number in range(200)]]


@pytest.mark.parametrize(
    ("data", "file", "message"),
    [
        (csv_bytes(grid(CHOIR, heads=WIDE)), "a.csv", "row 1 has 217 columns; the limit is 200"),
        (csv_bytes(grid(CHOIR, heads=WIDE), "\t"), "a.tsv", "row 1 has 217 columns; the limit is 200"),
        (xlsx_bytes(grid(CHOIR, heads=WIDE)), "a.xlsx", "row 1 has 201 columns; the limit is 200"),
        (b'Our "collection"\n"Title" x,Overview,Spotlight,Planning\n', "a.csv", "in row 2 a quotation mark"),
        (
            csv_bytes([["x" * 200_000], *grid(CHOIR)]),
            "a.csv",
            "row 1 has a cell of more than 131,072 characters",
        ),
    ],
)
def test_what_hides_the_headings_is_said(data: bytes, file: str, message: str) -> None:
    """Where the reading stops before the headings, the reason is said and not that there are none."""
    with pytest.raises(DeckError, match=f"F110 {message}"):
        imported(data, file)


@pytest.mark.parametrize("data", [b'Milk,Eggs\n"Bread, white",Butter\n', csv_bytes([["Milk", "x"]] * 5_001)])
def test_what_hides_no_headings_is_not_said(data: bytes) -> None:
    """Twin: where only another way to read the text stops, or the sheet is only long, it is said that no
    headings were found.
    """
    with pytest.raises(DeckError, match="F111 no row has headings"):
        imported(data)


@pytest.mark.parametrize(
    ("data", "file"),
    [
        (b"", "a.csv"),
        (b"\r\n \t", "a.txt"),
        (codecs.BOM_UTF8, "a.csv"),
        (codecs.BOM_UTF16_LE + b"\n\0", "a.csv"),
        (b"", "a.json"),
        (b"[]", "a.json"),
        (b"", "a.xlsx"),
        (xlsx_bytes([]), "a.xlsx"),
        (xlsx_bytes([[" "]], ("Notes", [])), "a.xlsx"),
    ],
)
def test_an_empty_file_is_said_to_be_empty(data: bytes, file: str) -> None:
    """A file in which nothing stands is named as that, with a way out."""
    with pytest.raises(
        DeckError, match="F110 the file is empty; see whether it is the one you meant, and save it again"
    ):
        imported(data, file)


def test_cells_beyond_any_length_stop_the_import() -> None:
    """A cell of more than a hundred thousand letters stops the import with its row and the limit."""
    with pytest.raises(DeckError, match="F110 row 3 has a cell of more than 131,072 characters"):
        imported(csv_bytes(grid(CHOIR, {**CHOIR, "Summary": "x" * 200_000})))


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (
            b"Name\r\nCaf\xc3\xa9,\xc3\xa0 la carte\r\nBlack Caf\xe9",
            'in line 3, behind "Black Caf", stands a byte',
        ),
        (b"\xef\xbb\xbfName\n\xe9t\xc3\xa9", "at the start of line 2 stands a byte"),
        (b"\xc3\xa9\rJos\xe9", 'in line 2, behind "Jos", stands'),
    ],
)
def test_a_few_wrong_bytes_garble_nothing(data: bytes, where: str) -> None:
    """A text in UTF-8 with single bytes of another encoding is refused with the place of the first."""
    with pytest.raises(DeckError) as caught:
        list(read_sheets(data, "a.csv"))
    assert f"a.csv: F103 the file is UTF-8 text, but {where}" in str(caught.value)
    assert str(caught.value).endswith('that is not; save it as "CSV UTF-8" or as .xlsx')


@pytest.mark.parametrize("text", ["Café", "“CAFÉ”, “été” – à Zürich", "no accents"])
def test_windows_texts_are_still_read(text: str) -> None:
    """Twin: a text in Windows-1252 is read as that, even where two of its letters look like one of UTF-8."""
    sheet = next(read_sheets(text.encode("cp1252"), "a.tsv"))
    assert sheet.rows == (Row(1, (text,)),)


def test_large_files_are_refused() -> None:
    """A file over the limit is refused with both numbers."""
    with pytest.raises(DeckError, match=r"F102 the file has 20\.1 MB; the limit is 20 MB"):
        list(read_sheets(bytes(MAX_BYTES + 1), "a.csv"))


def test_json() -> None:
    """A list of objects is a table whose rows are items, by itself or as the only value of an object; lists
    become lines.
    """
    item = '{"Name": "A", "Overview": null, "Consent": true, "Keywords": ["x", 2.0, 10], "Date": 2027}'
    for text in (f"[{item}]", f'{{"case studies": [{item}]}}'):
        (sheet,) = read_sheets(text.encode(), "a.json")
        assert sheet.unit == "item"
        assert sheet.rows[1] == Row(1, ("A", "", "yes", "x\n2\n10", "2027"))


@pytest.mark.parametrize("text", ["{", "[1]", '"x"', '{"a": 1, "b": 2}'])
def test_json_that_is_no_table_is_refused(text: str) -> None:
    """What is not JSON, or no list of objects, is refused in words."""
    with pytest.raises(DeckError, match=r"F110 (this is not valid JSON|a list of case studies is needed)"):
        list(read_sheets(text.encode(), "a.json"))


def test_json_with_too_many_names_is_refused() -> None:
    """Items that have more names together than a sheet has columns are refused at the first over the limit;
    those within it are not.
    """
    text = ",".join(f'{{"k{number}": "x"}}' for number in range(20_000))
    with pytest.raises(
        DeckError, match="F110 up to item 201 there are 201 names of values; the limit is 200"
    ):
        list(read_sheets(f"[{text}]".encode(), "a.json"))
    (sheet,) = read_sheets(f"[{','.join(text.split(',')[:200])}]".encode(), "a.json")
    assert (len(sheet.rows), len(sheet.rows[0].cells), sheet.problem) == (201, 200, "")


def test_json_values_within_values_are_named() -> None:
    """An object where a text is needed is left out and named, and the rest of the item is taken."""
    told = b'"Name": "A", "Overview": "B.", "Spotlight": "C.", "Planning": "D."'
    data = b"[{" + told + b', "Location": {"town": "Hull"}}]'
    made = imported(data, "a.json")
    assert len(made.taken) == 1
    assert made.outcomes[0].findings == ("Location: holds values within values; text is needed",)


@pytest.mark.parametrize(
    ("value", "text"), [(3.0, "3"), (2.5, "2.5"), (1e20, "1e+20"), (-0.0, "0"), (1 / 3, "0.3333333333")]
)
def test_shown_number(value: float, text: str) -> None:
    """Numbers have no more digits than a spreadsheet shows."""
    assert shown_number(value) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[{"Name": ' + "9" * 5_000 + "}]",
            "F110 a number has thousands of digits; put quotation marks around it, or take it out",
        ),
        ("[" * 100_000, "F110 values stand within values, hundreds deep; write it like"),
    ],
)
def test_what_python_does_not_read_is_said_in_plain_words(text: str, said: str) -> None:
    """A number without an end and lists within lists are named as what they are, without the words of a
    programming language.
    """
    with pytest.raises(DeckError, match=said):
        list(read_sheets(text.encode(), "a.json"))
