"""Case studies from spreadsheets and back, with files only in memory."""

from __future__ import annotations

import pytest

from casedeck.api.exchange import (
    Incoming,
    Table,
    ending_of,
    exported,
    in_place_of,
    incoming,
    need_headings,
    need_rows,
    to_ask,
)
from casedeck.errors import DeckError, RefusedError, Report
from casedeck.exchange.outcome import OWN
from casedeck.library.library import Library
from tests.support.reading import Overlay
from tests.support.tables import CHOIR, HEADS, csv_bytes, grid

OWN_HEADS = {"Summary": "What they do", "Location": "Base"}
SHEET = csv_bytes([[OWN_HEADS.get(head, head) for head in HEADS], grid(CHOIR)[1]])
FILE = "assets/case-studies/doorstep-choir.yaml"


def coming(files: dict[str, str | bytes | None], table: Table) -> Incoming:
    """A table on its way into what ships and these files."""
    return incoming(Overlay(files), table, [name for name in files if "case-studies" in name])


def test_an_import_and_what_it_makes_come_back_from_an_export() -> None:
    """What is likely is asked about, what somebody says is kept for the next import, and the file that is
    made is in an export that makes it again.
    """
    asking = coming({}, Table(SHEET, "ours.csv"))
    assert any("What they do" in line and "likely" in line for line in to_ask(asking.read()))
    settled = asking.accepted(asking.read()).corrected("Base=location")
    made = settled.read()
    assert to_ask(made) == []
    assert settled.headings.endswith(b"What they do: overview\nBase: location\n")
    files: dict[str, str | bytes | None] = {
        FILE: made.files["doorstep-choir.yaml"],
        "assets/headings.yaml": settled.headings,
    }
    again = coming(files, Table(SHEET, "ours.csv", over=(OWN,)))
    assert again.headings == b""
    assert again.read().files == made.files
    assert in_place_of(again.read()) == ["doorstep-choir.yaml"]
    found = exported(Library(Overlay(files), Report()), ".csv", ["doorstep choir"])
    assert found is not None
    assert [case.id for case in found.cases] == ["doorstep-choir"]
    assert coming(files, Table(found.data, "out.csv", over=(OWN,))).read().files == made.files


def test_an_export_of_no_case_is_nothing() -> None:
    """Where no case passes there is no file; twin: without a filter there is one of all."""

    class Nobody:
        def passes(self, case: object) -> bool:
            return False

        def evidence(self, case: object) -> tuple[()]:
            return ()

    library = Library(Overlay({}), Report())
    assert exported(library, ".json", conditions=(Nobody(),)) is None  # type: ignore[arg-type]
    found = exported(library, ".json")
    assert found is not None
    assert len(found.cases) == len(library.cases)


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        ("Base", '"Base" names no heading'),
        ("Base=lokation", '"lokation" is nothing that a heading can be read as; did you mean "Location"?'),
    ],
)
def test_corrections_that_say_nothing_are_refused(correction: str, said: str) -> None:
    """A correction without a heading, or without a field that there is, is refused."""
    with pytest.raises(RefusedError, match=said[:30]) as caught:
        coming({}, Table(SHEET, "ours.csv")).corrected(correction)
    assert caught.value.message.startswith(said)
    assert caught.value.of == "column"


def test_what_a_sheet_does_not_have_is_refused() -> None:
    """Headings and rows that are asked for must be there; those that are there pass."""
    made = coming({}, Table(SHEET, "ours.csv")).read()
    need_headings(made, ["Base=location"])
    need_rows(made, [2])
    with pytest.raises(RefusedError, match='no heading is called "Bass"; did you mean "Base"'):
        need_headings(made, ["Bass=location"])
    with pytest.raises(RefusedError, match="no case study stands in row 9") as caught:
        need_rows(made, [2, 9])
    assert caught.value.said("--{}".format).endswith("; leave --row out to see what stands where")


def test_files_of_headings_with_problems_stop_an_import() -> None:
    """What is wrong in the files around a table is said before it is read."""
    with pytest.raises(DeckError, match="V106"):
        coming({"assets/headings.yaml": "Base: lokation"}, Table(SHEET, "ours.csv"))


def test_endings() -> None:
    """A file is written as its ending says, in capitals or not; others are refused."""
    assert ending_of("All.XLSX") == ".xlsx"
    for name in ("all.pdf", "all", ".csv"):
        with pytest.raises(RefusedError, match="needs one of the endings"):
            ending_of(name)
