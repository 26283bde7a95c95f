"""How much of a workbook is read before it is refused, in tags and bytes."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from casedeck.errors import DeckError
from casedeck.tables.excel.package import MAX_BYTES, MAX_TAGS, Package
from casedeck.tables.excel.parts import Looks, Texts
from casedeck.tables.excel.worksheet import MAX_FILLED, MAX_MERGES, Shared, WorksheetPart
from casedeck.tables.sheet import MAX_COLUMNS, MAX_ROWS

PIECE = 70_000
"""Bytes that may be read beyond a limit before it is noticed."""


class Counting(WorksheetPart):
    """A worksheet that counts the elements that it is given."""

    def __init__(self) -> None:
        super().__init__(Shared([], Looks(), from_1904=False))
        self.given = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.given += 1
        super().start(name, attributes)


def read(body: bytes, after: bytes = b"") -> tuple[Package, Counting, str]:
    """A worksheet with this in it, how far it was read, and why no further."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as parts:
        parts.writestr(
            "sheet.xml", b"<worksheet><sheetData>" + body + b"</sheetData>" + after + b"</worksheet>"
        )
    package, sheet = Package(made.getvalue(), "a.xlsx"), Counting()
    try:
        package.read("sheet.xml", sheet)
    except DeckError as error:
        return package, sheet, str(error)
    return package, sheet, sheet.sheet("S").problem


ROW = b"<row><c><v>1</v></c></row>"


@pytest.mark.parametrize(
    ("body", "tags", "message"),
    [
        (b"<row/>" * 3_000_000, MAX_TAGS, "holds more than 900,000 tags"),
        (b"<row>" + b"<c/>" * 3_000_000 + b"</row>", MAX_TAGS, "holds more than 900,000 tags"),
        (b"<a>" * 3_000_000, MAX_TAGS, "holds more than 900,000 tags"),
        (
            b"<row>" + b"<c><v>1</v></c>" * 800_000 + b"</row>",
            MAX_COLUMNS * 4,
            f"row 1 has {MAX_COLUMNS + 1} columns",
        ),
        (ROW * 200_000, MAX_ROWS * 6, "the sheet has more than 5,000 rows"),
        (
            (b"<row>" + b"<c><v>1</v></c>" * 150 + b"</row>") * 4_000,
            MAX_FILLED * 5,
            "there are 100,001 filled cells",
        ),
        (b"<!--" + b"x" * 30_000_000 + b"-->", 5, "has a tag of more than 1,000,000 bytes"),
        (
            b"<row " + b" ".join(b'a%d=""' % number for number in range(400_000)) + b"/>",
            5,
            "has a tag of more than 1,000,000 bytes",
        ),
        (
            b"".join(b"<a%d/>" % number for number in range(300_000)),
            PIECE,
            "has more than 3,000 names of elements",
        ),
    ],
)
def test_reading_stops_at_the_limit(body: bytes, tags: int, message: str) -> None:
    """However much is packed into a worksheet, no more is read of it than the limit and one piece."""
    package, sheet, said = read(body)
    assert message in said
    assert package.tags <= tags + PIECE
    assert sheet.given <= package.tags


def test_texts_stop_at_the_limit() -> None:
    """A part that unpacks to a hundred megabytes is unpacked only as far as the limit."""
    package, _, said = read(b"<c><is><t>" + b"x" * 100_000_000 + b"</t></is></c>")
    assert f"unpacks to more than {MAX_BYTES:,} bytes" in said
    assert package.bytes <= MAX_BYTES + PIECE


def test_merged_cells_stop_at_the_limit() -> None:
    """Ranges that are merged again and again, or over the whole sheet, fill no more cells than the limit."""
    after = b"<mergeCells>" + b'<mergeCell ref="A1:XFD1048576"/>' * 20_000 + b"</mergeCells>"
    assert "more than 200,000 cells are merged" in read(ROW * 5_000, after)[2]
    many = after.replace(b"A1:XFD1048576", b"A1:A2").replace(b"</", b'<mergeCell ref="A1:A2"/></')
    assert f"more than {MAX_MERGES:,} ranges of cells are merged" in read(ROW, many)[2]


def test_shared_texts_are_counted_too() -> None:
    """The texts that cells share count among the tags of a workbook."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as parts:
        parts.writestr("texts.xml", b"<sst>" + b"<si><t>x</t></si>" * 400_000 + b"</sst>")
    package, texts = Package(made.getvalue(), "a.xlsx"), Texts()
    with pytest.raises(DeckError, match="holds more than 900,000 tags"):
        package.read("texts.xml", texts)
    assert len(texts.texts) <= MAX_TAGS // 4 + PIECE


FILLED = (b"<row>" + b"<c><v>1</v></c>" * 19 + b"</row>") * MAX_ROWS


@pytest.mark.parametrize("body", [b"<row/>" * 500_000, ROW * MAX_ROWS, FILLED])
def test_what_honest_workbooks_hold_is_read(body: bytes) -> None:
    """Twin: half a million empty rows, five thousand filled ones, and nineteen columns of them are read to
    the end.
    """
    package, sheet, said = read(body)
    assert said == ""
    assert package.tags > len(sheet.rows)
