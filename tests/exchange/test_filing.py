"""Files of imported rows, and what they are called."""

from __future__ import annotations

import pytest

from casedeck.exchange.filing import Filing
from casedeck.exchange.finding import find_table
from casedeck.exchange.headings import NOTHING_TOLD
from casedeck.exchange.naming import Names
from casedeck.exchange.outcome import OWN, SHIPPED
from casedeck.exchange.rows import RowValues, Value
from tests.support.library import library

HEADINGS = find_table(
    b"Title,Overview,Relationship spotlight,Keywords,Planning",
    "a.csv",
    library().vocabularies,
    "",
    NOTHING_TOLD,
)[1]
PLANNING = library().vocabularies["opportunities"].find("planning")
WHOLE: dict[str, list[Value]] = {
    "title": ["Bike kitchen"],
    "overview": ["People mend bikes together."],
    "relationship spotlight": ["Neighbours meet."],
    "opportunities": [(PLANNING, "They plan with everybody.")] if PLANNING else [],
}


def entry(file_name: str = "", **given: list[Value]) -> RowValues:
    """A row with these values instead of those of a whole one."""
    values = {**WHOLE, **{name.replace("_", " "): value for name, value in given.items()}}
    headings = {name: [name.capitalize()] * len(items) for name, items in values.items()}
    return RowValues(2, file_name, values, headings, (), ())


def test_a_whole_row_is_a_file() -> None:
    """A row with all that a case study needs makes a file of which nothing is left out."""
    filed = Filing(HEADINGS, library().vocabularies).file(entry(), "bike-kitchen")
    assert filed.data.startswith(b"title: Bike kitchen\n")
    assert filed[1:] == ((), (), "")


def test_what_is_of_no_use_is_left_out() -> None:
    """Values that no case study can have are named by their headings and left out; the rest is written."""
    filed = Filing(HEADINGS, library().vocabularies).file(
        entry(keywords=["a", "b", "x" * 200], link=["nowhere"]), "bike-kitchen"
    )
    assert [finding.split(":")[0] for finding in filed.findings] == ["Keywords", "Link", "Keywords"]
    assert filed.findings[-1] == "Keywords: the list has 2 items; 3 are needed"
    assert filed == Filing(HEADINGS, library().vocabularies).file(entry(), "x")._replace(
        findings=filed.findings
    )


def test_a_row_without_what_is_needed_has_a_reason() -> None:
    """Where what a case study needs is of no use, or was never there, the row is left with a reason."""
    filing = Filing(HEADINGS, library().vocabularies)
    assert filing.file(entry(title=["x" * 2000]), "x").reason.startswith("without its Title it is no case")
    bare = filing.file(entry(overview=[], relationship_spotlight=[], opportunities=[]), "x")
    assert bare.reason.startswith("it has no Overview and no Relationship spotlight")


@pytest.mark.parametrize(
    ("row", "named"),
    [
        (entry(), ("bike-kitchen", "")),
        (entry("timpson.yaml"), ("timpson", "")),
        (entry(title=["Timpson"]), ("timpson", "")),
        (entry(title=[]), ("", "has no name")),
    ],
)
def test_names(row: RowValues, named: tuple[str, str]) -> None:
    """A file is called as its row says, or as the case study is that is there already, or after its title."""
    assert Names(library(), (), "row").name(row) == named


def test_no_file_has_a_name_that_windows_keeps() -> None:
    """A name that Windows keeps for itself is not taken as it is."""
    assert Names(library(), (), "row").name(entry("CON"))[0].lower() not in {"", "con"}


def test_a_name_is_taken_once() -> None:
    """A name that a row has taken is refused to the next, with the first one's number."""
    names = Names(library(), ("assets/case-studies/timpson.yml",), "item")
    names.take("Bike-Kitchen", 5)
    assert names.name(entry()) == ("", "item 5 has the same name")
    assert (names.whose("timpson"), names.whose("cook"), names.whose("new")) == (OWN, SHIPPED, "")
    assert names.file("new") == "new.yaml"
