"""Headings of a table of case studies: what is read under which words, and what is said of those that mean
nothing.
"""

from __future__ import annotations

import re

import pytest

from casedeck.errors import DeckError
from casedeck.exchange.columns import columns
from casedeck.exchange.importing import read_import
from casedeck.exchange.own_headings import told
from casedeck.model.text import rich
from tests.support.library import library
from tests.support.tables import (
    CHOIR,
    HEADS,
    LIBRARY,
    cases_of,
    csv_bytes,
    grid,
    imported,
    only,
    said,
    xlsx_bytes,
)


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
    """A heading is the same without regard to case, hyphens, brackets, colons and footnotes, and by its
    aliases.
    """
    heads = [new if head == old else head for head in HEADS]
    row = {**CHOIR, "Physical space [9]": "Doors.", "Rules and accountabilities [3]": "None."}
    rows = grid(row)
    assert cases_of(imported(csv_bytes([heads, *rows[1:]]))) == cases_of(imported(csv_bytes(rows)))


def test_what_stands_before_a_bracket_gives_way_to_a_whole_heading() -> None:
    """Twin: where another column has the heading without a bracket, the one with it is not read, wherever it
    stands.
    """
    for heads in (["Name (contact)", *HEADS], [*HEADS, "Name (contact)"]):
        made = imported(csv_bytes(grid({**CHOIR, "Name (contact)": "Ann"}, heads=heads)))
        assert only(made).title == "Doorstep choir"
        assert 'casedeck has no such field: "Name (contact)"' in said(made)


def test_headings_may_stand_lower_and_again() -> None:
    """Merged and blank rows above the headings are skipped, and headings printed again with their banner are
    passed over and said.
    """
    banner = ["", "", "", "", "", "", "", "", "Ways in", "for", "you"]
    rows = grid(CHOIR, LIBRARY)
    sheet = [
        ["Our collection"],
        [],
        banner,
        rows[0],
        rows[1],
        [],
        banner,
        rows[0],
        rows[2],
        ["Footnote: see above"],
    ]
    made = imported(csv_bytes(sheet))
    assert [each.row for each in made.outcomes] == [5, 9]
    assert cases_of(made) == cases_of(imported(csv_bytes(rows)))
    assert "Passed over, for the headings are only repeated there: rows 7, 8." in said(made).replace(
        " and", ","
    )
    assert "Passed over, for nothing stands there in a column that is read: row 10." in said(made)


def test_rows_that_only_look_like_headings_are_kept() -> None:
    """Twin: a row that has one of the headings as its text is a row."""
    made = imported(csv_bytes(grid(CHOIR, {**LIBRARY, "Storytelling [7]": "Storytelling"})))
    assert len(made.taken) == 2


def test_no_headings() -> None:
    """A file without a row of headings is refused, with the headings that are looked for."""
    with pytest.raises(
        DeckError,
        match=r"F111 no row has headings .* Title \(or Name\) and two more .* Overview, .*Storytelling",
    ):
        imported(csv_bytes([["Milk", "Eggs"], ["1", "7"]]))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["Name", "Age"], 'row 3 comes nearest: it has only "Name"; one with Title'),
        (
            ["No.", "Summary", "Place", "Who"],
            'row 3 comes nearest: it has "No.", "Summary" and "Place", and no name; one with Title',
        ),
        (
            ["Full name", "Place"],
            (
                'row 3 comes nearest: it has "Place", and no name; '
                'if "Full name" is the name, write Title there; one'
            ),
        ),
    ],
)
def test_the_row_that_comes_nearest(row: list[str], said: str) -> None:
    """Where a row has some headings and not enough, its number, what it has and a name that is lacking are
    said.
    """
    rows = [["Our collection"], [], row, ["1", "7"]]
    with pytest.raises(
        DeckError, match=f"F111 no row has enough headings that casedeck knows; {re.escape(said)}"
    ):
        imported(csv_bytes(rows))
    where = said.replace("row 3", 'row 3 of the worksheet "Collection"')
    with pytest.raises(DeckError, match=re.escape(where)):
        imported(xlsx_bytes(rows, ("Notes", [["Milk"]])), "table.xlsx")


@pytest.mark.parametrize(
    ("old", "new"),
    [("Summary", "History"), ("Relationships spotlight", "Warmth"), ("Summary", "Overview checked")],
)
def test_a_column_that_every_row_needs_is_missed_once(old: str, new: str) -> None:
    """Where overview or spotlight has no column, nor a likely one, the report begins with that and what would
    do; else it does not.
    """
    made = imported(csv_bytes([[new if head == old else head for head in HEADS], *grid(CHOIR, LIBRARY)[1:]]))
    column = "Overview" if old == "Summary" else "Relationship spotlight"
    assert said(made).startswith(f"No heading was read as {column}. ")
    assert said(made).count("No heading was read as") == 1
    assert ('did you mean "Overview"?' in said(made)) == (new == "Overview checked")
    lacking = "overview" if old == "Summary" else "relationship spotlight"
    assert (
        not made.taken
        if new == "Overview checked"
        else [each.lacking for each in made.taken] == [(lacking,)] * 2
    )
    assert "No heading was read" not in said(imported(csv_bytes(grid(CHOIR))))


LIKELY = [
    *[
        ("Summary", heading)
        for heading in ("What they do", "Overview of case study", "Our story so far", "Sumary", "About")
    ],
    *[
        ("Name", heading)
        for heading in ("Organisation name", "Project name", "Name of the group", "Initiative:")
    ],
    *[
        ("Relationships spotlight", heading)
        for heading in ("The spotlight", "Relationships", "Key relationship", "The spot-light")
    ],
    *[("Location", heading) for heading in ("Town", "Town and country", "Based in", "Where are they based?")],
    *[
        ("Name", heading)
        for heading in ("Org name", "What is your organisation called?", "Case", "Name of your project")
    ],
    *[("Summary", heading) for heading in ("Please describe your work", "Tell us about the project")],
    *[
        ("Relationships spotlight", heading)
        for heading in ("How do relationships come in", "The relational insight?")
    ],
]


@pytest.mark.parametrize(("old", "new"), LIKELY)
def test_headings_of_ones_own_are_read_as_what_is_likely(old: str, new: str) -> None:
    """Headings that say something in other words are read, and the report begins with what each is read as
    and how to say otherwise.
    """
    made = imported(csv_bytes([[new if head == old else head for head in HEADS], *grid(CHOIR, LIBRARY)[1:]]))
    assert cases_of(made) == cases_of(imported(csv_bytes(grid(CHOIR, LIBRARY))))
    assert said(made).startswith("The headings are read like this, with row 2 as an example:\n")
    assert re.search(rf'"{re.escape(new)}" +[A-Z][a-z ]+ +likely  +[A-Z]', said(made))
    assert f'--column "{new}=overview", or --column "{new}=" to leave it out.' in said(made)


OFFICE = (
    "Contact name",
    "Your name",
    "Email",
    "Notes on the story",
    "Timestamp",
    "Budget",
    "Name of funder",
    "Id number",
    "Your role",
)


@pytest.mark.parametrize("heading", OFFICE)
def test_what_an_office_keeps_for_itself_is_not_read(heading: str) -> None:
    """Twin: columns that hold contacts, notes, money or times are proposed for nothing, even where a column
    is lacking.
    """
    heads = [head for head in HEADS if head != "Summary"]
    made = imported(csv_bytes(grid({**CHOIR, heading: "x"}, heads=[*heads, heading])))
    assert made.headings.guessed == frozenset()
    assert f'casedeck has no such field: "{heading}"' in said(made)


def test_each_column_is_guessed_once() -> None:
    """Of two headings that may mean one column the first is read as it, and where a column is there already
    none is.
    """
    heads = ["Name", "What they do", "About", "Relationships spotlight", "Activities", "Town"]
    made = imported(csv_bytes([heads, ["A", "First.", "Second.", "C.", "D.", "Leeds, England"]]))
    assert dict(only(made).fields())["overview"] == rich("First.")
    assert [*made.headings.unknown.values()] == ["About"]
    assert imported(csv_bytes([[*HEADS, "Town"], [*grid(CHOIR)[1], "Goole"]])).headings.guessed == frozenset()


def test_impacts_are_benefits_and_what_helped_are_enablers() -> None:
    """Three columns each are read as benefits and enablers, in their order; a fourth is not."""
    heads = [
        *("Title", "What they do", "Spotlight", "Lesson"),
        *(f"Impact {number}" for number in range(1, 5)),
        "What helped #1",
        "What helped #2",
    ]
    made = imported(csv_bytes([heads, ["A"]]))
    assert [column.key for column in made.headings.columns.values()][4:] == ["benefits"] * 3 + [
        "enablers"
    ] * 2
    assert [*made.headings.unknown.values()] == ["Impact 4"]


def test_what_a_facilitator_says_comes_first() -> None:
    """A heading that is told means that, whatever it says, also in a hidden column; one told to be left out
    is not read.
    """
    known = columns(library().vocabularies)
    words = {"Summary": "strapline", "Remarks": "overview", "Location": ""}
    rows = grid({**CHOIR, "Remarks": "A long story.", "Summary": "A short one."}, heads=[*HEADS, "Remarks"])
    made = read_import(csv_bytes(rows), "a.csv", library(), (), told=told(words, known))
    fields = dict(only(made).fields())
    assert (fields["strapline"], fields["overview"], only(made).location) == (
        rich("A short one."),
        rich("A long story."),
        "",
    )
    assert 'Not read, as you said: "Location".' in said(made)
    assert re.search('"Remarks" +Overview +as you said +A long story.', said(made))
    assert "The headings are read" not in said(imported(csv_bytes(grid(CHOIR))))


def test_letters_and_brackets_number_columns_as_well() -> None:
    """Outcome A to C and (1) to (3) are three columns each, whatever question stands before the number."""
    heads = [
        "Name",
        "Story",
        "Spotlight",
        *(f"Outcome {letter}" for letter in "ABC"),
        *(f"What made it possible? ({n})" for n in (1, 2, 3)),
    ]
    made = imported(csv_bytes([heads, ["A"]]))
    assert [column.key for column in made.headings.columns.values()][3:] == ["benefits"] * 3 + [
        "enablers"
    ] * 3


def test_cells_below_no_heading_are_named() -> None:
    """A text with a comma in it and without its quotation marks pushes the last cell of its row beyond the
    headings.
    """
    heads = ["Name", "Summary", "Spotlight", "Activities"]
    made = imported(
        csv_bytes(
            [
                heads,
                ["Choir", " sung on doorsteps", "They sing.", "They nod.", "Songs."],
                ["B", "B.", "C.", "D."],
            ]
        )
    )
    assert "Not read, for no heading stands above it: column E (row 2)." in said(made)
    assert "no heading stands above" not in said(
        imported(csv_bytes([[*heads, "Phone"], ["A", "B.", "C.", "D.", "1"]]))
    )


@pytest.mark.parametrize("name", ["Total", "Count", "Average", "Totals:"])
def test_a_row_of_sums_is_no_case_study(name: str) -> None:
    """A row below the others that is called Total and has numbers alone is left, and can be asked for."""
    for at in (0, 1):
        made = imported(
            csv_bytes([*grid(CHOIR), [name if index == at else "2" for index in range(len(HEADS))]])
        )
        assert [each.title for each in made.taken] == ["Doorstep choir"]
        assert (
            "Left because they only sum up the others; --row and the number takes one:\n  row 3    "
            in said(made)
        )
    assert [
        each.row for each in imported(csv_bytes([*grid(CHOIR), grid({**CHOIR, "Name": name})[1]])).taken
    ] == [2, 3]
