"""Cool spots: named, or found by the scores of a Heatmap, inline or in a CSV file."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casedeck.choose.cool_spots import CoolSpotsField
from casedeck.choose.scores import read_scores
from casedeck.choose.spots import MAX_PEOPLE, CoolSpot, Scores, coolest
from casedeck.errors import Report
from casedeck.library.library import Library
from casedeck.model.vocabulary import Vocabulary
from casedeck.tables.read import MAX_BYTES
from casedeck.tables.write_workbook import write_workbook
from tests.support.library import library
from tests.support.reading import Overlay, codes, library_of, lines, read

TERMS = library().vocabularies["opportunities"]
IDS = [term.id for term in TERMS]
TABLE = "Name,Planning,Storytelling\nAnn,3,1\nBob,4,2\n"
WANTED = {"planning": [3, 4], "storytelling": [1, 2]}


def scores(text: str | bytes) -> tuple[Scores | None, list[str]]:
    """The scores in a file, and its problems in words."""
    report = Report()
    found = read_scores(text.encode() if isinstance(text, str) else text, "scores.csv", TERMS, report)
    return found, lines(report)


@cache
def _files() -> Library:
    files = {"heat.csv": TABLE, "Broken.csv": "planning,training\n9,1\n", "deep/heat.csv": TABLE}
    return library_of(Overlay({**files, "out.csv": None}))[0]


def spots(text: str) -> tuple[list[tuple[str, tuple[int, ...]]], list[str]]:
    """The spots that stand under `cool spots`, each with its scores, and the problems in words."""
    found, problems = read(CoolSpotsField(_files()), text)
    return [(spot.term.id, spot.scores) for spot in found or ()], problems


@pytest.mark.parametrize(
    "data",
    [
        TABLE,
        TABLE.replace(",", ";"),
        TABLE.replace(",", "\t"),
        TABLE.replace("\n", "\r\n"),
        TABLE.replace("\n", "\r"),
        TABLE.rstrip("\n"),
        "\ufeff" + TABLE,
        "\ufeff" + TABLE.replace("Name", '"Name, in full"'),
        "\n ,\n" + TABLE.replace("\n", "\n\n,,,\n"),
        "\n\n" + TABLE.replace(",", ";"),
        TABLE.replace("Storytelling", ' "STORIES" ').replace(",1", ", 1"),
        TABLE.encode("utf-16"),
        'Name,Remarks,plan,Storytelling\nAnn,"All well,\nbut slow",3,1\nBob,,4,2\n',
        "Name,Ann,Bob\nPlanning,3,4\nStorytelling,1,2\n",
        "Planning;3;4\nStorytelling;1;2\n",
        "\ufeff\n,Ann,Bob\n\nPlanning,3,4\n\nWeather,rain,sun\nStorytelling,1,2,\n",
        "Planning,Storytelling\n3,1\n4,2\n",
        "Planning,Storytelling,Training\n3,1\n4,2,\n",
        'Our Heatmap\n\n"In June, in the hall"\n' + TABLE,
        "Our Heatmap,Training\n" + "\nAbout us\n" * 14 + TABLE,
        "Our Heatmap\n,Ann,Bob\nPlanning,3,4\nStorytelling,1,2\n",
        "Name,Team,Date,Comments,1. Planning,<b>Storytelling</b> [7]\nAnn,A,1,5,3,1\nBob,B,2,4,4,2\n",
        "Name,(1) Planning,7) Storytelling:,Trading,Rating\nAnn,3,1,2,2\nBob,4,2,9,1\n",
        ",Ann,Bob\n1 Planning,3,4\n7: Storytelling,1,2\nRoles,2,2\n",
        "Name,Planning (1 to 5),Storytelling (notes),Storytelling\nAnn,3,long,1\nBob,4,,2\n",
        "Name,Planning,Planning notes,Storytelling\nAnn,3,1,1\nBob,4,2,2\n",
        "Name,Planning,Storytelling,Training of hosts\nAnn,3,1,went well\nBob,4,2,no\n",
    ],
)
def test_a_table_in_any_form(data: str | bytes) -> None:
    """Commas, semicolons and tabs, any line ends, encodings, blank lines, quotes and both ways round give the
    same scores.
    """
    assert scores(data) == (WANTED, [])


@pytest.mark.parametrize("word", ["Average", "AVERAGES:", "Mean", "median", "Total", "Sum", "Average score"])
def test_sums_of_others_are_nobody(word: str) -> None:
    """A row, or a column of a turned table, that is called an average or a total is passed over."""
    assert scores(f"{TABLE}{word},3.5,1.5\n") == (WANTED, [])
    assert scores(f"No.,Name,Planning,Storytelling\n1,Ann,3,1\n2,Bob,4,2\n,{word},3.5,1.5\n") == (WANTED, [])
    assert scores(f"Heatmap\n,Ann,Bob,{word}\nPlanning,3,4,3.5\nStorytelling,1,2,1.5\n") == (WANTED, [])


@pytest.mark.parametrize("name", ["Summer", "Meander", "Tot", "Averil"])
def test_names_like_sums_are_people(name: str) -> None:
    """Twin: somebody whose name only begins like such a word has scores."""
    assert scores(TABLE.replace("Bob", name)) == (WANTED, [])


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Honesty and openess", "Honesty and openness"),
        ("5. Honestly", "Honesty and openness"),
        ("Traning", "Training"),
        ("Activites", "Activities"),
        ("Physical", "Physical space"),
        ("Digital tech", "Digital technology"),
        ("Measurement", "Impact measurement"),
        ("Training score", "Training"),
    ],
)
def test_names_with_a_slip_are_not_passed_over(word: str, name: str) -> None:
    """A heading, or a first cell, that is nearly a name is a problem at its place, so that nobody's scores
    are lost unseen.
    """
    message = f'D106 "{word}" is not an opportunity; did you mean "{name}"?'
    assert scores(f"Name,Planning,{word}\nAnn,3,1\n") == (None, [f"scores.csv:1:3: {message}"])
    assert scores(f"Names,Ann\nPlanning,3\n{word},1\n") == (None, [f"scores.csv:3:1: {message}"])
    assert scores(f"Name,Team,{word}\nAnn,3,1\n") == (None, [f"scores.csv:1:3: {message}"])


def test_a_workbook() -> None:
    """An Excel workbook is read as well, the worksheet that names opportunities; what is wrong is named at
    its row and cell.
    """
    data = write_workbook(["Name", "Planning", "Storytelling"], [["Ann", "3", "1"], ["Bob", "4", "2"]])
    report = Report()
    assert (read_scores(data, "heat.xlsx", TERMS, report), lines(report)) == (WANTED, [])
    wrong = write_workbook(["Name", "Planning", "Storytelling"], [["Ann", "3", "1"], ["Bob", "4", "9"]])
    assert read_scores(wrong, "heat.xlsx", TERMS, report) is None
    assert lines(report) == [f'heat.xlsx:3:3: D106 "9" {_WRONG.format("Storytelling")}']


@pytest.mark.parametrize(
    "text",
    ["Name,Planning\nAnn,3\nBob,4\n", "Planning,3,4\n", "Name,Ann,Bob\nPlanning,3,4\n", "Planning\n3\n4\n"],
)
def test_one_opportunity_alone(text: str) -> None:
    """A file of one opportunity is read as well, whichever way round, unless it names nobody's score."""
    found, problems = scores(text)
    assert (found, problems) in [({"planning": [3, 4]}, []), (None, [_NO_SCORES])]
    assert (found is None) == (text == "Planning\n3\n4\n")


_NO_SCORES = (
    "scores.csv: D106 there are no scores below the names of the opportunities; write a row for each person"
)
_NO_NAME = (
    "scores.csv: D106 no opportunity is named in the first 30 rows or the first column; "
    "write the ten opportunities in a row, with the scores below them"
)
_LONE_QUOTE = "scores.csv: D106 row 2 has a cell of more than 131,072 characters"
_NEITHER = "1:1: V102 cool spots needs either scores or a file; write it like {file: heatmap.csv}"
_OUTSIDE = "leads out of the folder, or to something that is not a file; put a copy of the file itself there"
_WRONG = "is not a score for {}; write a whole number from 1 to 5"


def test_blank_cells_are_no_scores() -> None:
    """Who leaves a cell empty has given no score there, and counts in no mean."""
    found, problems = scores("Planning,Storytelling\n3,\n , 2\n5,4\n")
    assert (found, problems) == ({"planning": [3, 5], "storytelling": [2, 4]}, [])


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (TABLE.replace("4,2", "4,6"), [f'scores.csv:3:3: D106 "6" {_WRONG.format("Storytelling")}']),
        (TABLE.replace("3,1", "0,1"), [f'scores.csv:2:2: D106 "0" {_WRONG.format("Planning")}']),
        (
            TABLE.replace("3,1", "2.5,-1"),
            [
                f'scores.csv:2:2: D106 "2.5" {_WRONG.format("Planning")}, and leave averages out',
                f'scores.csv:2:3: D106 "-1" {_WRONG.format("Storytelling")}',
            ],
        ),
        (
            "\n\n" + TABLE.replace("\n", "\n\n").replace("4,2", "4,warm"),
            [f'scores.csv:7:3: D106 "warm" {_WRONG.format("Storytelling")}'],
        ),
        (
            TABLE.replace("Ann", '"Ann\nand Al"').replace("4,2", "4,22"),
            [f'scores.csv:3:3: D106 "22" {_WRONG.format("Storytelling")}'],
        ),
        (
            "Name,Ann,Bob\n\nPlanning,3,9\nStorytelling,1,2\n",
            [f'scores.csv:3:3: D106 "9" {_WRONG.format("Planning")}'],
        ),
        (
            TABLE.replace("4,2", f"4,{'x' * 60}"),
            [f'scores.csv:3:3: D106 "{"x" * 39}…" {_WRONG.format("Storytelling")}'],
        ),
        ("", [_NO_NAME]),
        ("\n,,\n \n", [_NO_NAME]),
        ("Name,Weather\nAnn,3\n", [_NO_NAME]),
        ("Planning,Storytelling\n", [_NO_SCORES]),
        ("Planning,Storytelling\n,\n", [_NO_SCORES]),
        (
            "Name,Planning,Training,Plans\nAnn,1,2,3\n",
            ["scores.csv:1:4: D106 Planning stands twice; keep one of them"],
        ),
        (
            "Name,Ann\nPlanning,1\n\nplanning,2\n",
            ["scores.csv:4:1: D106 Planning stands twice; keep one of them"],
        ),
        (
            "Planning,Training\n" + "1,2\n" * (MAX_PEOPLE + 1),
            ["scores.csv: D106 there are scores of 501 people; the limit is 500"],
        ),
        (f'Planning,Training\n1,"{"2" * 140_000}', [_LONE_QUOTE]),
        (
            "a" * (MAX_BYTES + 1),
            ["scores.csv: F102 the file has 20.1 MB; the limit is 20 MB; import it in parts"],
        ),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(text: str, problems: list[str]) -> None:
    """Each score that is none is named with its row and its cell in that row, blank rows counted, and nothing
    is read then.
    """
    assert scores(text) == (None, problems)


def test_as_many_people_as_a_session() -> None:
    """The scores of five hundred people are read."""
    found, problems = scores("Planning,Training\n" + "1,2\n" * MAX_PEOPLE)
    assert (found, problems) == ({"planning": [1] * 500, "training": [2] * 500}, [])


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
@example(b"\xff\xfe\x00planning\x00")
@example(b'planning,training\n1,"2')
@example(b"planning\x00,training\r1\x0b,2")
def test_any_bytes(data: bytes) -> None:
    """Whatever bytes a file holds, they are scores or problems with their places, one or the other."""
    found, problems = scores(data)
    assert (found is None) == bool(problems)
    assert all(problem.startswith("scores.csv") and problem.isprintable() for problem in problems)


_CELLS = st.sampled_from(
    ["", " ", *(str(number) for number in range(7)), "x", '"', "Planning", "stories", "Training", "٣"]
)


@given(st.lists(st.lists(_CELLS, max_size=5), max_size=6), st.sampled_from([",", ";", "\t"]), st.booleans())
def test_any_table(rows: list[list[str]], delimiter: str, headed: bool) -> None:
    """Whatever stands in the cells of a table, what is read are whole numbers from 1 to 5 under known
    opportunities.
    """
    table = [["Planning", "Storytelling", "Digital"], *rows] if headed else rows
    found, problems = scores("\n".join(delimiter.join(row) for row in table))
    assert (found is None) == bool(problems)
    assert set(codes(problems)) <= {"D106"}
    for name, given_ in (found or {}).items():
        assert name in IDS
        assert set(given_) <= {1, 2, 3, 4, 5}


@given(
    st.dictionaries(st.sampled_from(IDS), st.lists(st.integers(1, 5), min_size=3, max_size=3), min_size=2),
    st.randoms(use_true_random=False),
)
def test_both_ways_round(given_: dict[str, list[int]], random: object) -> None:
    """A table and the same one turned round hold the same scores."""
    across = [list(given_), *[[str(each[person]) for each in given_.values()] for person in range(3)]]
    down = [list(row) for row in zip(*across, strict=True)]
    for table in (across, down):
        assert scores("\n".join(",".join(row) for row in table)) == (given_, [])


@pytest.mark.parametrize(
    "text", ["a" + "," * 400_000 + "\n1" * 200_000, "planning\n" * 100_000, "planning," * 100_000]
)
def test_hostile_tables_cost_little(text: str) -> None:
    """A file that is wide and long, or names one opportunity again and again, is refused at once and in one
    sentence.
    """
    assert len(scores(text)[1]) == 1


@given(
    st.dictionaries(st.sampled_from(IDS), st.lists(st.integers(1, 5), min_size=1, max_size=4), min_size=1),
    st.integers(1, 10),
)
def test_the_coolest(given_: dict[str, list[int]], count: int) -> None:
    """The coolest are those of the lowest means, the coolest first, and of equal ones the first in the list's
    order.
    """
    found = coolest(given_, TERMS, count)
    means = {name: sum(each) / len(each) for name, each in given_.items()}
    assert [spot.term.id for spot in found] == sorted(means, key=lambda name: (means[name], IDS.index(name)))[
        :count
    ]
    assert all(
        spot.score == means[spot.term.id] and spot.scores == tuple(given_[spot.term.id]) for spot in found
    )


def test_ties_stand_in_the_order_of_the_list() -> None:
    """Opportunities that are equally cool come in the order in which the vocabulary lists them, whatever the
    order of the file.
    """
    backwards = {name: [2] for name in reversed(IDS)}
    assert [spot.term.id for spot in coolest(backwards, TERMS, 10)] == IDS
    turned = Vocabulary("opportunities", tuple(reversed(tuple(TERMS))))
    assert [spot.term.id for spot in coolest(backwards, turned, 10)] == IDS[::-1]


def test_means() -> None:
    """A spot's score is the mean of its scores, and a named spot has none."""
    (term, *_) = TERMS
    assert (CoolSpot(term, (1, 2, 2)).score, CoolSpot(term, (4,)).score, CoolSpot(term).score) == (
        5 / 3,
        4.0,
        None,
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("storytelling", [("storytelling", ())]),
        ("[Stories, plan, STORYTELLING]", [("storytelling", ()), ("planning", ())]),
        (
            "{scores: {planning: 2, training: [1, 5], activities: 5, Physical-Space: 4}}",
            [("planning", (2,)), ("training", (1, 5)), ("physical-space", (4,))],
        ),
        ("{scores: {planning: 2, training: 1}, coolest: 1}", [("training", (1,))]),
        ("{file: heat.csv}", [("storytelling", (1, 2)), ("planning", (3, 4))]),
        ("{file: deep/heat.csv, coolest: 1}", [("storytelling", (1, 2))]),
    ],
)
def test_spots(text: str, found: list[tuple[str, tuple[int, ...]]]) -> None:
    """Spots are named in their order, or the three coolest are taken from scores, inline or in a file, unless
    another number is said.
    """
    assert spots(text) == (found, [])


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("[]", ["1:1: V109 the list has 0 items; 1 to 10 are needed"]),
        ("[storyteling]", ['1:2: V106 unknown opportunity "storyteling"; did you mean "Storytelling"?']),
        ("{}", [_NEITHER]),
        ("{coolest: 2}", [_NEITHER]),
        ("{file: heat.csv, scores: {planning: 1}}", [_NEITHER]),
        ("{scores: {planning: 6}}", ['1:21: V105 "6" is not a whole number from 1 to 5']),
        ("{scores: {planning: [1, 0]}}", ['1:25: V105 "0" is not a whole number from 1 to 5']),
        ("{scores: {planing: 1}}", ['1:11: V101 unknown key "planing" in scores; did you mean "planning"?']),
        ("{scores: {planning: 1}, coolest: 0}", ['1:34: V105 "0" is not a whole number from 1 to 10']),
        ("{file: gone.csv}", ['1:8: F101 the Heatmap file "gone.csv" cannot be read: there is no such file']),
        ("{file: out.csv}", [f'1:8: F108 the Heatmap file "out.csv" {_OUTSIDE}']),
    ],
)
def test_refused(text: str, problems: list[str]) -> None:
    """What is wrong with cool spots is named at its line and column, and no spot is taken."""
    assert spots(text) == ([], [f"test.yaml:{problem}" for problem in problems])


def test_problems_of_a_file_have_its_name() -> None:
    """A score that is none stands in the file of scores, not in the deck."""
    assert spots("{file: Broken.csv}") == ([], [f'Broken.csv:2:1: D106 "9" {_WRONG.format("Planning")}'])
