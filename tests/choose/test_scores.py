"""Sheets of scores as people and form tools make them: whose scores count, which numbers are read, and what
is said of the rest.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from casedeck.choose.answers import is_no_answer, is_nobody, score, seen
from casedeck.choose.scores import read_scores
from casedeck.choose.spots import Scores
from casedeck.errors import Report
from tests.support.library import library
from tests.support.reading import lines

TERMS = library().vocabularies["opportunities"]
HEADS: list[Any] = ["Name", "Planning", "Training", "Storytelling"]
ANN: list[Any] = ["Ann", 1, 4, 3]
BO: list[Any] = ["Bo", 2, 5, 3]
WANTED = {"planning": [1, 2], "training": [4, 5], "storytelling": [3, 3]}
COUNTED = "heat.xlsx: D107 the scores of 2 people are counted"


def book(rows: list[list[Any]], change: Any = None) -> bytes:
    """A workbook of these rows, after a change to its worksheet."""
    made, out = Workbook(), BytesIO()
    sheet = made.worksheets[0]
    for row in rows:
        sheet.append(row)
    if change:
        change(sheet)
    made.save(out)
    return out.getvalue()


def scored(rows: list[list[Any]], change: Any = None) -> tuple[Scores | None, list[str], list[str]]:
    """The scores of a workbook, the problems, and what is said besides."""
    report = Report()
    found = read_scores(book(rows, change), "heat.xlsx", TERMS, report)
    return found, lines(report), [str(each) for each in report.advice]


NOBODIES = [
    *(
        "Responses",
        "n",
        "N=",
        "N = 2",
        "Count",
        "Total",
        "Mean score",
        "Mean",
        "Average",
        "Durchschnitt",
        "Median",
        "Min",
        "Max",
        "Std",
    ),
    *(
        "Last year",
        "Last year's",
        "Target",
        "St. dev.",
        "No. of responses",
        "Team average",
        "Overall",
        "Baseline",
        "Response count",
        "Sum:",
    ),
    *(
        "Standard deviation",
        "Number of people",
        "Range",
        "Test",
        "Test entry",
        "test@test.com",
        "Example",
        "Grand total",
        "Target score 2027",
    ),
]


@pytest.mark.parametrize("name", NOBODIES)
def test_rows_that_are_no_people_are_named_and_left(name: str) -> None:
    """A row that counts, averages, aims, remembers or tests is not counted, whatever stands in it, and is
    named with its row.
    """
    values = [2, 5, 3] if name == "Max" else [1, 4, 3] if name == "Min" else [2, 2, 2]
    found, problems, said = scored([HEADS, ANN, BO, [name, *values]])
    assert (found, problems) == (WANTED, [])
    assert said == [f"{COUNTED}; left: row 4 ({name})"]
    turned = [list(column) for column in zip(HEADS, ANN, BO, [name, *values], strict=True)]
    assert scored(turned) == (WANTED, [], [f"{COUNTED}; left: column D ({name})"])


@pytest.mark.parametrize(
    "name",
    ["Max", "Min", "N", "Sd", "Meander", "Annie Count", "Tess T", "Norm", "Summer", "Prior", "Goalie", "Mo"],
)
def test_people_with_such_names_are_counted(name: str) -> None:
    """Twin: somebody called Max, N or Norm, whose scores sum nobody up, has a row like all others."""
    found, problems, said = scored([HEADS, ANN, BO, [name, 5, 1, 2]])
    assert (found, problems) == (
        {"planning": [1, 2, 5], "training": [4, 5, 1], "storytelling": [3, 3, 2]},
        [],
    )
    assert said == ["heat.xlsx: D107 the scores of 3 people are counted"]


def test_averages_without_a_name_are_left() -> None:
    """A last row that nobody's name stands before, and that has the means of those above, is left; one with
    scores alone is a person.
    """
    assert scored([HEADS, ANN, BO, [None, 1.5, 4.5, 3]]) == (
        WANTED,
        [],
        [f"{COUNTED}; left: row 4 (without a name, and sums up the others)"],
    )
    found, _, said = scored([HEADS, ANN, BO, [None, 2, 4, 3]])
    assert found == {"planning": [1, 2, 2], "training": [4, 5, 4], "storytelling": [3, 3, 3]}
    assert said == ["heat.xlsx: D107 the scores of 3 people are counted"]
    assert scored([HEADS, ANN, BO, [None, 2.2, 4, 3]])[1] == [
        (
            'heat.xlsx:4:2: D106 "2.2" is not a score for Planning; '
            "write a whole number from 1 to 5, and leave averages out"
        )
    ]


@pytest.mark.parametrize("shape", ["0.0", "0.00", '0" of 5"', "0.0;-0.0", "General"])
def test_whole_scores_in_any_format(shape: str) -> None:
    """Scores shown as 1.0, 1.00 or 1 of 5 are read as 1."""

    def dress(sheet: Any) -> None:
        for row in sheet["B2:D3"]:
            for cell in row:
                cell.number_format = shape

    assert scored([HEADS, ANN, BO], dress)[:2] == (WANTED, [])


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "How warm is each? [{}]",
            "{}: how warm?",
            "Q3_1 {}",
            "Q3.1: {}",
            "{}2",
            "{} 2",
            "How warm is each? - {}",
            "{} – how warm is it?",
        ),
        *(
            "3) {}",
            "How warm are we on:\n{}",
            "Q12 - How warm is each? - {}",
            "How warm is {}?",
            "[{}]",
            "Rate each (1–5) | {}",
        ),
    ],
)
def test_headings_of_form_tools(heading: str) -> None:
    """A question before or behind the name of an opportunity, in any form tool's way, is read past; times,
    names and mail too.
    """
    heads = [
        "Timestamp",
        "Email address",
        "Name",
        *(heading.format(name) for name in HEADS[1:]),
        "Anything else?",
    ]
    rows = [
        [f"2027/03/12 10:0{at}:01", "a@b.org", *row, "No, 5 is plenty"] for at, row in enumerate([ANN, BO])
    ]
    assert scored([heads, *rows]) == (WANTED, [], [COUNTED])


@pytest.mark.parametrize("heading", ["{}: why?", "Points - {}", "Feedback - {}", "{} – comments"])
def test_other_columns_about_an_opportunity_are_passed_over(heading: str) -> None:
    """Twin: reasons, points and comments beside a score are not taken for it, before or behind it."""
    for at in (1, 4):
        heads, ann, bo = ([*row] for row in (HEADS, ANN, BO))
        for row, new in (
            (heads, heading.format("Planning")),
            (ann, 5 if "-" in heading else "because"),
            (bo, "so"),
        ):
            row.insert(at, new)
        assert scored([heads, ann, bo])[:2] == (WANTED, [])


def test_two_rows_of_headings() -> None:
    """Where a question is merged above the names, and a form tool's own names stand below them, the names are
    read.
    """
    below = ['{"ImportId":"QID1"}'] * 4
    assert scored([["Respondent", "How warm is each?", None, None], HEADS, below, ANN, BO])[:2] == (
        WANTED,
        [],
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(
            ("1", 1),
            ("5.0", 5),
            ("3,00", 3),
            ("٣", 3),
            ("1 - hardly at all", 1),
            ("5 (very warm)", 5),
            ("4: mostly", 4),
            ("2 seldom", 2),
        ),
        *(
            ("3 – here and there", 3),
            ("Very warm (5)", 5),
            ("Hardly at all = 1", 1),
            ("4/5", 4),
            ("4 out of 5", 4),
            ("4 of 5", 4),
        ),
        *(
            ("0", None),
            ("6", None),
            ("12", None),
            ("1.5", None),
            ("3 to 4", None),
            ("4 or 5", None),
            ("1-2", None),
            ("warm", None),
        ),
        *(
            ("1 1/2", None),
            ("5 out of 10", None),
            ("-1", None),
            ("3rd", None),
            ("4 or so", None),
            ("Level5", None),
            ("", None),
        ),
    ],
)
def test_answers(text: str, number: int | None) -> None:
    """An answer that holds one whole number from 1 to 5 beside words is that number; one that may mean two,
    or none, is not.
    """
    assert score(text) == number


@pytest.mark.parametrize("text", ["3\u00a0", "\u200b3", " 3 ", "\u202f3", "3\ufeff", "\u200e3", "\t3"])
def test_signs_that_nobody_sees(text: str) -> None:
    """Blanks of any kind and signs without a shape around a number are not there for people, nor for
    casedeck.
    """
    assert (seen(text), score(seen(text))) == ("3", 3)


def test_what_was_more_than_a_number_is_said() -> None:
    """Answers in words that hold a number are counted, and listed; empty answers and those that say so are
    not counted.
    """
    found, problems, said = scored(
        [HEADS, ["Ann", "1 - hardly at all", 4, 3], ["Bo", 2, "don't know", "n/a"], ["Cy", None, None, None]]
    )
    assert (found, problems) == ({"planning": [1, 2], "training": [4], "storytelling": [3]}, [])
    words = (
        f'{COUNTED}; not counted: Training in row 3 ("don\'t know") and Storytelling in row 3 ("n/a"); '
        'read by the number in them: "1 - hardly at all"'
    )
    assert said == [words]
    assert not is_no_answer("warm")


def test_what_nobody_sees_is_not_counted() -> None:
    """Hidden and struck rows are left with a word, a hidden column is not read, and errors and struck scores
    are named.
    """

    def hide(sheet: Any) -> None:
        sheet.row_dimensions[4].hidden = True
        sheet["A5"].font = sheet["D2"].font = Font(strike=True)
        sheet["B3"] = "#N/A"
        sheet.column_dimensions["E"].hidden = True

    rows = [[*HEADS, "Activities"], [*ANN, 1], [*BO, 1], ["Cy", 5, 5, 5, 5], ["Di", 5, 5, 5, 5]]
    found, problems, said = scored(rows, hide)
    assert (found, problems) == ({"planning": [1], "training": [4, 5], "storytelling": [3]}, [])
    words = (
        f"{COUNTED}; left: row 4 (Cy, hidden) and row 5 (Di, struck through); "
        "not counted: Planning in row 3 (holds the error #N/A) "
        "and Storytelling in row 2 (struck through)"
    )
    assert said == [words]


def test_hidden_worksheets_are_not_read() -> None:
    """Of two worksheets the one in sight is read, though the other has more; alone, a hidden one is named."""

    def older(sheet: Any) -> None:
        sheet.sheet_state = "hidden"
        newer = sheet.parent.create_sheet("2027")
        sheet.parent.active = 1
        for row in ([*HEADS[:2]], ["Ann", 5]):
            newer.append(row)

    assert scored([HEADS, ANN, BO], older)[0] == {"planning": [5]}

    def bare(sheet: Any) -> None:
        sheet.title, sheet.sheet_state = "2026", "hidden"
        sheet.parent.create_sheet("Notes").append(["Milk"])

    assert scored([HEADS, ANN, BO], bare)[1][0].endswith('show the worksheet "2026", which is hidden')


def test_a_name_that_is_none_is_known() -> None:
    """A year, a goal or a sum is told from a name by the whole of it."""
    assert is_nobody("Number of responses: 12")
    assert not is_nobody("Responses of Ann")


SUMMARIES = [
    "North average",
    "Team North (mean)",
    "Ave.",
    "Average (2 people)",
    "Mean - all staff",
    "North total",
    "2025",
    "March 2026",
    "2025/26",
    "Ø",
    "∅ 2027",
    "% warm",
    "Count of responses",
    "Responses received",
    "Change since last year",
]


@pytest.mark.parametrize("name", SUMMARIES)
def test_a_row_named_by_an_earlier_time_or_a_sign_for_a_sum_is_left_and_named(name: str) -> None:
    """Its whole numbers look like scores, and would be counted as another person's."""
    found, problems, said = scored([HEADS, ANN, BO, [name, 3, 3, 3]])
    assert (found, problems, said) == (WANTED, [], [f"{COUNTED}; left: row 4 ({name})"])


def test_people_who_scored_in_an_earlier_year_are_left() -> None:
    """Where a column says the year of each row, only those of the last one count; a note below it makes no
    difference.
    """
    rows = [["Year", *HEADS], [2027, *ANN], [2027, *BO], [2026, "Cy", 5, 5, 5], ["Thank you"]]
    found, problems, said = scored(rows)
    assert (found, problems, said) == (WANTED, [], [f"{COUNTED}; left: row 4 (2026)"])
    assert scored([["Year", *HEADS], [2027, *ANN], [2027, *BO]])[2] == [COUNTED]


def test_a_column_named_by_an_earlier_year_is_left() -> None:
    """Where the opportunities stand below one another, last year's scores are a column."""
    rows = [["", "Ann", "Bo", 2025], ["Planning", 1, 2, 5], ["Training", 4, 5, 5], ["Storytelling", 3, 3, 5]]
    found, problems, said = scored(rows)
    assert (found, problems, said) == (WANTED, [], [f"{COUNTED}; left: column D (2025)"])


def test_a_second_table_below_the_first_is_named_where_it_begins() -> None:
    """Its names are no scores, and one message says so rather than one for each name."""
    found, problems, _ = scored([HEADS, ANN, BO, ["2025"], HEADS, ["Cy", 5, 5, 5]])
    assert found is None
    assert problems == [
        (
            "heat.xlsx:5:2: D106 the names of the opportunities stand here again; "
            "keep one table of scores in the sheet"
        )
    ]


@pytest.mark.parametrize("heading", ["Q3: Storytelling (1–5)", "Q3: Storytelling (1 = cool, 5 = warm)*"])
def test_a_scale_behind_a_heading_makes_no_difference(heading: str) -> None:
    """A form tool's number before the name and a scale behind it were too much, and the column was lost
    without a word.
    """
    assert scored([[*HEADS[:3], heading], ANN, BO])[::2] == (WANTED, [COUNTED])


@pytest.mark.parametrize("heading", ["How well do we do Storytelling", "Rate storytelling"])
def test_a_heading_with_a_name_in_it_above_scores_is_never_passed_over_in_silence(heading: str) -> None:
    """What it means is likely, not certain, so it is asked."""
    _, problems, _ = scored([[*HEADS[:3], heading], ANN, BO])
    assert problems == [
        f'heat.xlsx:1:4: D106 "{heading}" is not an opportunity; did you mean "Storytelling"?'
    ]


def books(*sheets: tuple[str, list[list[Any]]]) -> bytes:
    """A workbook of these worksheets, the first of them open."""
    made, out = Workbook(), BytesIO()
    made.remove(made.worksheets[0])
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("counts", [[], [2, 2, 2]])
def test_a_worksheet_of_people_goes_before_one_of_means(counts: list[int]) -> None:
    """A summary that stands first has the names of the opportunities too, but nobody's scores."""
    rows = [["", "Mean score", *(["n"] if counts else [])], *([name, 2, *counts[:1]] for name in HEADS[1:])]
    report = Report()
    assert (
        read_scores(books(("Summary", rows), ("Answers", [HEADS, ANN, BO])), "heat.xlsx", TERMS, report)
        == WANTED
    )
    assert [str(each) for each in report.advice] == [COUNTED]


def test_a_second_worksheet_of_scores_is_named() -> None:
    """Of two with people's scores the one that is seen first is read, and the other is named."""
    report = Report()
    read_scores(
        books(("2026", [HEADS, ANN, BO]), ("2025", [HEADS, ["Cy", 5, 5, 5]])), "heat.xlsx", TERMS, report
    )
    said = 'heat.xlsx: D107 the worksheet "2026" is read; scores stand in "2025" too'
    assert [str(each) for each in report.advice] == [said, COUNTED]
