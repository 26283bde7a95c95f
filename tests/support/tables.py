"""Spreadsheets made for one test, and imports of them into the library that ships."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Mapping, Sequence
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from casedeck.errors import Report
from casedeck.exchange.importing import read_import
from casedeck.exchange.outcome import Import
from casedeck.exchange.report import report_lines
from casedeck.library.case_study import case_study_record, read_case_study
from casedeck.model.case_study import CaseStudy
from casedeck.notation.yaml import parse
from tests.support.library import library

HEADS = (
    *(
        "No.",
        "Name",
        "Summary",
        "Relationships spotlight",
        "Location",
        "Sector(s)",
        "Type of place",
        "Planning [1]",
        "Training [2]",
    ),
    *(
        "Rules and accountabilities [3]",
        "Physical space [9]",
        "Digital technology [10]",
        "Honesty and openness [5]",
    ),
    *("Storytelling [7]", "Impact measurement [6]", "Activities [8]", "Incentives [4]"),
)
"""The seventeen headings of a collection sheet."""
CHOIR = {
    "No.": "1",
    "Name": "Doorstep choir",
    "Type of place": "Community group",
    "Sector(s)": "Neighbourliness, Health",
    "Location": "Hull, England",
    "Summary": "Every Sunday at six a street in Hull sings from its doorsteps, led by whoever has a song.",
    "Relationships spotlight": "Singing across the road turns nods into names.",
    "Activities [8]": "One song a week is all that anybody is asked for.",
}
LIBRARY = {
    "Name": "Tool library",
    "Type of place": "Charity",
    "Sector(s)": "Community",
    "Location": "Various, UK",
    "Summary": "Members lend one another drills and ladders, and show how they are used.",
    "Relationships spotlight": "Whoever lends a tool is trusted, and trusts.",
    "Physical space [9]": "The shelf stands in the hall, where people wait and talk.",
}
Cells = Mapping[str, str]


def cells(row: Cells, heads: Sequence[str] = HEADS) -> list[str]:
    """A row's cells under the headings."""
    return [row.get(head, "") for head in heads]


def grid(*rows: Cells, heads: Sequence[str] = HEADS) -> list[list[str]]:
    """Headings and the rows below them."""
    return [list(heads), *(cells(row, heads) for row in rows)]


def csv_bytes(rows: Iterable[Sequence[str]], separator: str = ",", encoding: str = "utf-8") -> bytes:
    """A text file of these rows."""
    made = StringIO(newline="")
    csv.writer(made, delimiter=separator).writerows(rows)
    return made.getvalue().encode(encoding)


def xlsx_bytes(
    rows: Iterable[Sequence[Any]],
    *before: tuple[str, Sequence[Sequence[Any]]],
    formats: Mapping[str, str] | None = None,
) -> bytes:
    """A workbook whose last worksheet holds these rows, with number formats by the cell's name; other
    worksheets stand before it.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, lines in (*before, ("Collection", list(rows))):
        sheet = book.create_sheet(title)
        for line in lines:
            sheet.append([None if value == "" else value for value in line])
    for name, shape in (formats or {}).items():
        book.worksheets[-1][name].number_format = shape
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def with_part(data: bytes, name: str, change: Any) -> bytes:
    """A workbook with one of its parts changed by a function of its bytes, or added."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, change(old.read(each)) if each == name else old.read(each))
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return made.getvalue()


def imported(
    data: bytes,
    file: str = "table.csv",
    own: Collection[str] = (),
    *,
    over: Collection[str] = (),
    only: Collection[int] = (),
) -> Import:
    """What a table makes, with the library that ships."""
    return read_import(data, file, library(), own, over=over, only=only)


def said(made: Import) -> str:
    """The report of an import."""
    return "\n".join(report_lines(made, "assets/case-studies"))


def cases_of(made: Import) -> dict[str, CaseStudy]:
    """The case studies of the files that an import makes, read by the loader without a problem."""
    cases: dict[str, CaseStudy] = {}
    words = library().vocabularies
    for file, data in made.files.items():
        name, report = file.removesuffix(".yaml"), Report()
        case = read_case_study(name, case_study_record(words), parse(data, file), words["countries"], report)
        report.raise_if_any()
        assert case
        cases[name] = case
    return cases


def only(made: Import) -> CaseStudy:
    """The one case study of an import."""
    (case,) = cases_of(made).values()
    return case
