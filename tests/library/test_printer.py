"""The file of a printer: what it says is read, written and refused."""

from __future__ import annotations

import pytest

from casedeck.errors import Report
from casedeck.library.library import Library
from casedeck.library.printer import FILE, printer_file
from casedeck.model.paper import SIZES
from casedeck.model.printer import ANY_PRINTER, Offset, Printer
from tests.support.reading import Overlay

FULL = """\
name: Office
margins: 4mm
scale: 98.5 %
offset: 1.5mm, -0.5mm
offset lying: [0.25mm, 2 mm]
colour: no
largest: A4
duplex: short edge
"""


def read(text: str) -> tuple[Printer, list[str]]:
    """The printer in such a file, and what is wrong with it."""
    report = Report()
    found = Library(Overlay({FILE: text.encode()}), report).printer
    return found, [str(problem) for problem in report.problems]


def test_a_printer_is_read() -> None:
    """Each key has its value in mm or as a share."""
    found, wrong = read(FULL)
    assert wrong == []
    assert found._replace(largest=None) == Printer(
        "Office", 4.0, 0.985, Offset(1.5, -0.5), Offset(0.25, 2.0), colour=False, duplex="short edge"
    )
    assert found.largest
    assert found.largest.size == SIZES["A4"]
    assert found.papers == (found.largest,)
    assert found.clear_mm == 6.0


def test_without_a_file_nothing_is_known() -> None:
    """A folder without the file has any printer."""
    assert Library(Overlay({}), Report()).printer == ANY_PRINTER


@pytest.mark.parametrize("text", [FULL, 'name: "A \\"B\\" \\\\ C"\n', "scale: 101\n", "margins: 8mm\n"])
def test_what_is_written_is_read_again(text: str) -> None:
    """A printer comes back from its file, and the file says nothing that goes without saying."""
    found, _ = read(text)
    written = printer_file(found)
    assert read(written) == (found, [])
    assert len(written.splitlines()) == len(text.splitlines())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("scale: 50", "V105"),
        ("scale: large", "V105"),
        ("margins: 90mm", "V107"),
        ("offset: 1.5", "V109"),
        ("offset: 1.5mm", "V109"),
        ("offset: 1.5, 2mm", "V107"),
        ("offset: 30mm, 0mm", "V107"),
        ("largest: B9", "V106"),
        ("duplex: both", "V106"),
        ("colour: blue", "V106"),
        ("ink: black", "V101"),
    ],
)
def test_a_wrong_file_is_said(text: str, said: str) -> None:
    """What cannot be is a problem with its place."""
    _, wrong = read(text)
    assert [each.split(": ")[1].split(" ")[0] for each in wrong] == [said]
    assert wrong[0].startswith(FILE)


def test_large_paper_asks_for_nothing() -> None:
    """A printer that takes A3 leaves each sheet the paper that it is meant for."""
    found, _ = read("largest: A3")
    assert found.papers == ()
    assert found.takes(SIZES["A3"].landscape)
    assert not read("largest: A4")[0].takes(SIZES["A3"])
