"""Tables of case studies: the same bytes each time, and nothing in them that a spreadsheet would work out."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from unicodedata import normalize
from zipfile import ZipFile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from casedeck.errors import Place
from casedeck.exchange.export import draw_table, reordered
from casedeck.exchange.outcome import SHIPPED
from casedeck.model.case_study import CaseStudy
from casedeck.model.signs import bare, tidied
from casedeck.model.text import Listing, Paragraph, rich
from casedeck.model.vocabulary import key
from casedeck.notation.pending import pending
from casedeck.notation.quotes import typographic
from casedeck.notation.yaml import Scalar
from casedeck.tables.write import WRITERS
from tests.support.library import library
from tests.support.processes import python
from tests.support.tables import imported, only
from tests.support.values import changed
from tests.tables.test_mending import NEVER

TIMPSON = library().cases["timpson"]


def table(*cases: CaseStudy, kind: str = ".csv") -> bytes:
    """The bytes of a table."""
    return draw_table(cases, library().vocabularies, kind)


def rows(data: bytes) -> list[list[str]]:
    """The cells of a CSV table."""
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_columns_read_well() -> None:
    """A row has a cell for each field: claims with their names, figures in bold, several sources on lines of
    their own.
    """
    heads, cells = rows(table(TIMPSON))
    row = dict(zip(heads, cells, strict=True))
    assert row["File name"] == "timpson"
    assert row["Benefit 1"] == "Behaviour: **3%** reoffend, while the UK average is **61%**."
    assert row["Keywords"] == "trusting, empowering, mutual"
    assert row["Sectors"] == "Retail, Criminal justice"
    assert row["Planning"].startswith("Hiring people")
    assert len(row["Sources"].splitlines()) == 2


@pytest.mark.parametrize("kind", WRITERS)
def test_same_bytes(kind: str) -> None:
    """The same cases give the same bytes, and with another case other bytes."""
    cases = library().by_title()
    assert table(*cases, kind=kind) == table(*cases, kind=kind)
    assert table(*cases, kind=kind) != table(*cases[1:], kind=kind)


def test_workbooks_hold_no_time(tmp_path: Path) -> None:
    """A workbook made at another time, without lxml, has the same bytes, and all its dates are constants."""
    code = """
import os, sys, time
os.environ["OPENPYXL_LXML"] = "False"
import openpyxl.writer.excel as excel
time.time = lambda: 1_900_000_000.0
sys.path.insert(0, sys.argv[1])
from tests.exchange.test_export import TIMPSON, table
open("a.xlsx", "wb").write(table(TIMPSON, kind=".xlsx"))
"""
    root = Path(__file__).parents[2]
    done = python(code, str(root), cwd=tmp_path)
    assert done.code == 0, done.err
    made = table(TIMPSON, kind=".xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == made
    with ZipFile(BytesIO(made)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = parts.read("docProps/core.xml").decode()
        assert core.count("2000-01-01T00:00:00Z") == 2


def test_csv_is_as_excel_wants_it() -> None:
    """A text file starts with a mark for UTF-8 and its lines end with CR and LF."""
    data = table(TIMPSON)
    assert data.startswith(b"\xef\xbb\xbfFile name,Title,")
    assert data.endswith(b"\r\n")


def awkward() -> CaseStudy:
    """A case whose texts would be formulas, tags, entities or nothing in a spreadsheet."""
    return changed(
        TIMPSON,
        title="=1+1",
        overview=(
            Listing((rich("bring"), rich("mend")), numbered=False),
            Paragraph(rich("a <u>b</u> &amp; c")),
        ),
        location="'-two  spaces",
        keywords=("a, b", "c; d", "@e"),
        author="n/a, or Ada",
        facts=("-5 people left.", "=2, then 3; then 4"),
        sources=("+one", "Smith-", "notes <br>"),
        countries=(),
    )


@pytest.mark.parametrize("kind", WRITERS)
def test_awkward_texts_come_back(kind: str) -> None:
    """Texts that a spreadsheet would take for something else are the same after an import."""
    made = imported(table(awkward(), kind=kind), f"a{kind}", over=[SHIPPED])
    assert only(made)._replace(places={}, id="") == awkward()._replace(places={}, id="")


PIECES = [
    "'",
    "-",
    "=",
    "@",
    ",",
    ";",
    "&amp;",
    "&",
    "#",
    "n/a",
    "<b>",
    "<br>",
    " ",
    "\xad",
    "\u200b",
    "\xa0",
    "x",
    "é",
    "neigh-",
    "**",
]
LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=NEVER)
TEXTS = (
    st.one_of(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), st.text(LETTERS, max_size=20))
    .map(lambda text: normalize("NFC", bare(tidied(text))).strip())
    .filter(bool)
)
WORDS = TEXTS.map(typographic).filter(lambda text: not pending(Scalar(text, Place("a.yaml"))))
"""Keywords: a sign or n/a alone stands for one that is still to come."""


@pytest.mark.parametrize("kind", [".csv", ".json"])
@given(words=st.lists(WORDS, min_size=3, max_size=3, unique_by=key), sources=st.lists(TEXTS, max_size=4))
@example(words=["a-b", "<b>", "-y"], sources=["'-quoted start", "-", "n/a", "&amp;"])
@example(words=["-x", "a, b", "c; d"], sources=["-x", "'=y", "Smith-", "bours"])
@example(words=["rock&roll;", "R&D;", "x"], sources=[])
def test_lists_of_any_texts_come_back(kind: str, words: list[str], sources: list[str]) -> None:
    """Keywords, facts and sources of any letters are the same after an import, each by itself, and nothing is
    left out.
    """
    case = changed(TIMPSON, keywords=tuple(words), facts=tuple(sources), sources=tuple(sources))
    made = imported(table(case, kind=kind), f"a{kind}", over=[SHIPPED])
    found = only(made)
    assert (found.keywords, found.facts, found.sources) == (case.keywords, case.facts, case.sources)
    assert made.outcomes[0].findings == ()


def test_lists_that_are_escaped_as_one_would_not_come_back() -> None:
    """Twin: without the escape of each item, a source that only looks empty is lost."""
    data = table(changed(TIMPSON, sources=("a", "n/a")), kind=".json")
    assert only(imported(data.replace(b"&#x6E;", b"n"), "a.json", over=[SHIPPED])).sources == ("a",)


def test_no_cell_is_a_formula() -> None:
    """In a text file no cell starts as a formula does; in a workbook every cell is typed as text."""
    assert not [
        cell for row in rows(table(awkward())) for cell in row if cell[:1] in tuple("=+-@\t") and cell
    ]
    sheet = load_workbook(BytesIO(table(awkward(), kind=".xlsx"))).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert "=1+1" in [cell.value for cell in cells]


def test_formulas_would_be_seen() -> None:
    """Twin: a cell of another workbook that starts with = is a formula unless it is typed as text."""
    from tests.support.tables import xlsx_bytes

    assert load_workbook(BytesIO(xlsx_bytes([["=1+1"]]))).worksheets[0]["A1"].data_type == "f"


def test_json_has_every_column() -> None:
    """Each item of a JSON table has all headings in their order."""
    items = json.loads(table(TIMPSON, library().cases["buffer-customer-service"], kind=".json"))
    assert [list(item) for item in items] == [rows(table(TIMPSON))[0]] * 2


def test_other_orders_of_opportunities_are_known() -> None:
    """Opportunities in another order than the columns are put into it, which is said; those of all cases that
    ship stay.
    """
    words = library().vocabularies
    assert reordered(library().by_title(), words) == []
    turned = changed(TIMPSON, opportunities=TIMPSON.opportunities[::-1])
    assert reordered([turned, TIMPSON], words) == [turned]
    assert only(imported(table(turned), over=[SHIPPED])).opportunities == TIMPSON.opportunities
