"""Headings of a table of case studies: what is read under which words, and what is said of those that mean nothing."""

from __future__ import annotations

import re

import pytest

from casedeck.errors import DeckError
from tests.support.tables import CHOIR, HEADS, LIBRARY, cases_of, csv_bytes, grid, imported, only, said, xlsx_bytes


def test_columns_stand_in_any_order_with_others_between() -> None:
    """The order of the columns does not matter, and a column that casedeck does not know is named once."""
    heads = [*reversed(HEADS), "Phone", "Colour"]
    made = imported(csv_bytes(grid({**CHOIR, "Phone": "1"}, {**LIBRARY, "Phone": "2"}, heads=heads)))
    assert cases_of(made) == {**cases_of(imported(csv_bytes(grid(CHOIR, LIBRARY))))}
    assert said(made).count('Not read, for casedeck has no such field: "Phone" and "Colour".') == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Name", "TITLE:"),
        ("Summary", "Over-view (2)"),
        ("Relationships spotlight", "relationship spotlight"),
        ("Activities [8]", "<b>Activities</b>"),
        ("Activities [8]", "8. Activities"),
        ("Planning [1]", "(1) Planning"),
        ("Name", "2 Name"),
        ("Name", "Name (organisation)"),
        ("Activities [8]", "8. Activities (what people do together)"),
        ("Sector(s)", "Sectors:"),
        ("Rules and accountabilities [3]", "Rules & accountabilities"),
        ("Physical space [9]", "Buildings"),
    ],
)
def test_headings_are_known_by_other_names(old: str, new: str) -> None:
    """A heading is the same without regard to case, hyphens, brackets, colons and footnotes, and by its aliases."""
    heads = [new if head == old else head for head in HEADS]
    row = {**CHOIR, "Physical space [9]": "Doors.", "Rules and accountabilities [3]": "None."}
    rows = grid(row)
    assert cases_of(imported(csv_bytes([heads, *rows[1:]]))) == cases_of(imported(csv_bytes(rows)))


def test_what_stands_before_a_bracket_gives_way_to_a_whole_heading() -> None:
    """Twin: where another column has the heading without a bracket, the one with it is not read, wherever it stands."""
    for heads in (["Name (contact)", *HEADS], [*HEADS, "Name (contact)"]):
        made = imported(csv_bytes(grid({**CHOIR, "Name (contact)": "Ann"}, heads=heads)))
        assert only(made).title == "Doorstep choir"
        assert 'casedeck has no such field: "Name (contact)"' in said(made)


def test_headings_may_stand_lower_and_again() -> None:
    """Merged and blank rows above the headings are skipped, and headings printed again with their banner are passed over and said."""
    banner = ["", "", "", "", "", "", "", "", "Ways in", "for", "you"]
    rows = grid(CHOIR, LIBRARY)
    sheet = [["Our collection"], [], banner, rows[0], rows[1], [], banner, rows[0], rows[2], ["Footnote: see above"]]
    made = imported(csv_bytes(sheet))
    assert [each.row for each in made.outcomes] == [5, 9]
    assert cases_of(made) == cases_of(imported(csv_bytes(rows)))
    assert "Passed over, for the headings are only repeated there: rows 7, 8." in said(made).replace(" and", ",")
    assert "Passed over, for nothing stands there in a column that is read: row 10." in said(made)


def test_rows_that_only_look_like_headings_are_kept() -> None:
    """Twin: a row that has one of the headings as its text is a row."""
    made = imported(csv_bytes(grid(CHOIR, {**LIBRARY, "Storytelling [7]": "Storytelling"})))
    assert len(made.taken) == 2


def test_no_headings() -> None:
    """A file without a row of headings is refused, with the headings that are looked for."""
    with pytest.raises(DeckError, match=r"F111 no row has headings .* Title \(or Name\) and two more .* Overview, .*Storytelling"):
        imported(csv_bytes([["Milk", "Eggs"], ["1", "7"]]))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["Name", "Age"], 'row 3 comes nearest: it has only "Name"; one with Title'),
        (["No.", "Summary", "Place", "Who"], 'row 3 comes nearest: it has "No.", "Summary" and "Place", and no name; one with Title'),
        (["Full name", "Place"], 'row 3 comes nearest: it has "Place", and no name; if "Full name" is the name, write Title there; one'),
    ],
)
def test_the_row_that_comes_nearest(row: list[str], said: str) -> None:
    """Where a row has some headings and not enough, its number, what it has and a name that is lacking are said."""
    rows = [["Our collection"], [], row, ["1", "7"]]
    with pytest.raises(DeckError, match=f"F111 no row has enough headings that casedeck knows; {re.escape(said)}"):
        imported(csv_bytes(rows))
    where = said.replace("row 3", 'row 3 of the worksheet "Collection"')
    with pytest.raises(DeckError, match=re.escape(where)):
        imported(xlsx_bytes(rows, ("Notes", [["Milk"]])), "table.xlsx")


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        ("Summary", "Overview of case study", 'read as Overview. Not read: "Overview of case study"; did you mean "Overview"?'),
        ("Summary", "Our story so far", 'read as Overview. Not read: "Our story so far"; did you mean "Overview"?'),
        ("Summary", "Sumary", 'read as Overview. Not read: "Sumary"; did you mean "Overview"?'),
        ("Summary", "History", "read as Overview. One of these is needed: Overview, Summary, Story, Description."),
        ("Relationships spotlight", "The spotlight", 'Not read: "The spotlight"; did you mean "Relationship spotlight"?'),
    ],
)
def test_a_column_that_every_row_needs_is_missed_once(old: str, new: str, note: str) -> None:
    """Where overview or spotlight has no column, the report begins with that and the heading that may be meant; else it does not."""
    made = imported(csv_bytes([[new if head == old else head for head in HEADS], *grid(CHOIR, LIBRARY)[1:]]))
    assert said(made).splitlines()[0].endswith(note)
    assert said(made).count("No heading was read as") == 1
    assert ([each.lacking for each in made.taken] == [("overview",)] * 2) if new == "History" else not made.taken
    assert "No heading was read" not in said(imported(csv_bytes(grid(CHOIR))))
