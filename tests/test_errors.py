"""Problems: how they are said, all of them at once, and codes that are all known and all used."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches
from pathlib import Path

import pytest

from casedeck.cli import run
from casedeck.errors import (
    CODES,
    COMPARED,
    LIKE,
    DeckError,
    ExitCode,
    Place,
    Problem,
    RefusedError,
    Report,
    did_you_mean,
)
from tests.support.library import library
from tests.support.repository import ROOT
from tests.support.workshops import CALM, CASE, workshop

SOURCES = sorted((ROOT / "src").rglob("*.py"))


def _codes_used(sources: Iterable[str]) -> set[str]:
    """Every text in Python sources that looks like a code, outside the table of codes."""
    found = set()
    for source in sources:
        tree = ast.parse(source)
        tables = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "CODES"
        ]
        inside = {id(each) for table in tables for each in ast.walk(table)}
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in inside
                and _is_code(node.value)
            ):
                found.add(node.value)
    return found


def _is_code(text: str) -> bool:
    return len(text) == 4 and text[0] in {code[0] for code in CODES} and text[1:].isdigit()


def test_codes_are_known_and_used() -> None:
    """Every code that casedeck reports stands in the table of codes, and every code of the table is reported
    somewhere.
    """
    assert _codes_used(path.read_text("utf-8") for path in SOURCES) == set(CODES)


def test_an_invented_code_is_noticed() -> None:
    """A code that stands in no table is found by the test above, and refused when it is reported."""
    assert _codes_used(['report.add(place, "V999", "x")', 'CODES = {"V998": ""}']) == {"V999"}
    with pytest.raises(AssertionError, match="V999"):
        Report().add(Place("f"), "V999", "x")


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (
            Problem(Place("d.yaml", 12, 5), "D101", "unknown case study", "did you mean this?"),
            "d.yaml:12:5: D101 unknown case study; did you mean this?",
        ),
        (
            Problem(Place("d.yaml", 12, 5), "D101", "unknown case study"),
            "d.yaml:12:5: D101 unknown case study",
        ),
        (Problem(Place("d.yaml"), "F102", "too large"), "d.yaml: F102 too large"),
    ],
)
def test_one_line(problem: Problem, line: str) -> None:
    """A problem is one line: file, line, column, code, what is wrong, and the way out."""
    assert str(problem) == line


def test_sorted_and_said_once() -> None:
    """Problems come in the order of files and lines, and the same one only once."""
    one, two, ten = (Problem(Place("a.yaml", line, 1), "V101", "x") for line in (1, 2, 10))
    other = Problem(Place("b.yaml"), "F101", "x")
    error = DeckError([other, ten, one, two, one])
    assert error.problems == (one, two, ten, other)
    assert str(error) == "\n".join(map(str, error.problems))


def test_report() -> None:
    """Nothing recorded raises nothing; anything recorded raises everything."""
    report = Report()
    report.raise_if_any()
    report.add(Place("b"), "V101", "x")
    report.add(Place("a"), "V102", "y")
    with pytest.raises(DeckError) as caught:
        report.raise_if_any()
    assert [problem.place.file for problem in caught.value.problems] == ["a", "b"]


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("helth", ["Health", "Wellbeing"], 'did you mean "Health"?'),
        ("HEALTH", ["Health", "Wellbeing"], 'did you mean "Health"?'),
        ("zzz", ["Health", "Wellbeing"], "use one of: Health, Wellbeing"),
        ("zzz", ["Health", "Health"], "use one of: Health"),
        (
            "zzz",
            [f"word {number}" for number in range(12)],
            "use one of: " + ", ".join(f"word {number}" for number in range(12)),
        ),
        ("zzz", [f"word {number}" for number in range(13)], ""),
        ("zzz", [], ""),
        ("", ["Health"], "use one of: Health"),
    ],
)
def test_did_you_mean(word: str, known: list[str], hint: str) -> None:
    """A hint names the nearest known word, or all the known ones where they are no more than twelve."""
    assert did_you_mean(word, known) == hint


def slips(name: str) -> Iterator[str]:
    """A name with each of its letters left out, written twice, or changed places with the next."""
    for at in range(len(name)):
        yield name[:at] + name[at + 1 :]
        yield name[: at + 1] + name[at:]
        yield name[:at] + name[at : at + 2][::-1] + name[at + 2 :]


def test_the_nearest_of_all_is_found() -> None:
    """The few names that a word is compared with hold the one that comparing it with each of them finds."""
    names = library().names()
    by_key = {name.casefold(): name for name in reversed(names)}
    for slip in (slip for name in names[::3] for slip in slips(name.casefold()[:20])):
        near = get_close_matches(slip, by_key, n=1, cutoff=LIKE)
        assert did_you_mean(slip, names) == (f'did you mean "{by_key[near[0]]}"?' if near else "")


def test_few_names_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many names there are, a misspelt one is compared letter by letter with a few, and the same one
    again with none.
    """
    compared: list[str] = []

    class Counting(SequenceMatcher[str]):
        def __init__(self, junk: None, name: str, word: str) -> None:
            compared.append(name)
            super().__init__(junk, name, word)

    monkeypatch.setattr("difflib.SequenceMatcher", Counting)
    names = [f"case study {number}" for number in range(1_000)]
    assert did_you_mean("cases tudy 500", names) == 'did you mean "case study 500"?'
    assert 0 < len(compared) <= COMPARED
    did_you_mean("cases tudy 500", names)
    assert len(compared) <= COMPARED
    assert did_you_mean("x" * 1_000_000, names) == ""
    assert len(compared) <= COMPARED


def test_names_of_values_are_spelt_where_they_stand() -> None:
    """A refusal has each of its names in the words of who asks; other braces stay as they are."""
    refused = RefusedError("{fill to} goes with {pick}, {}, {0} and {seed}", names=("pick", "fill to"))
    assert refused.said(lambda name: f"--{name}") == "--fill to goes with --pick, {}, {0} and {seed}"
    assert str(refused) == "fill to goes with pick, {}, {0} and {seed}"


def test_exit_codes() -> None:
    """The exit codes are the ones that scripts rely on."""
    assert {code.name: int(code) for code in ExitCode} == {
        "OK": 0,
        "USER_FILES": 1,
        "USAGE": 2,
        "OUR_FAULT": 3,
        "INTERRUPTED": 130,
    }


def test_all_files_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The problems of a deck, its case studies, its theme, its paper and its words come in one run, sorted by
    file and line.
    """
    deck = """\
title: A deck
subtitel: x
cards: [timpsen, ours, {where: {benefit: helth}}]
print:
  - cards: {theme: calm, paper: big, copies: 0}
"""
    files: dict[str, str | bytes] = {
        "decks/d.yaml": deck,
        "assets/case-studies/ours.yaml": CASE.replace("title:", "titel:"),
        "assets/case-studies/theirs.yaml": b"\xff",
        "assets/themes/calm.yaml": CALM + "smallest body: 3\n",
        "assets/papers/big.yaml": "name: Big\nwidth: 5m\nheight: 400mm\nlike: A4\n",
        "assets/vocabulary/sectors.yaml": "a: &b c",
    }
    monkeypatch.chdir(workshop(tmp_path, files))
    assert run(["build", "decks/d.yaml"]) == 1
    *problems, count = capsys.readouterr().err.splitlines()
    found = [
        (Path(file).name, int(line), rest.split()[0])
        for file, line, _, rest in (problem.split(":", 3) for problem in problems)
    ]
    assert list(dict.fromkeys(found)) == [
        ("ours.yaml", 1, "V101"),
        ("theirs.yaml", 1, "F103"),
        ("big.yaml", 2, "V107"),
        ("calm.yaml", 3, "V107"),
        ("sectors.yaml", 1, "F105"),
        ("d.yaml", 2, "V101"),
        ("d.yaml", 3, "D101"),
        ("d.yaml", 3, "V106"),
        ("d.yaml", 5, "V105"),
    ]
    assert count == f"{len(problems)} problems found."


def test_a_part_of_a_report_is_clean_until_something_is_recorded() -> None:
    """What was recorded before a part began does not count; what comes after does."""
    report = Report()
    report.add(Place("f"), "F101", "x")
    part = report.part()
    assert part.clean
    report.add(Place("f"), "F102", "x")
    assert not part.clean
    assert report.part().clean
