"""Headings of one's own at the command line: shown, asked about in a terminal, corrected and kept."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from casedeck.cli import run
from tests.support.tables import CHOIR, HEADS, csv_bytes, grid
from tests.support.workshops import workshop

KEPT = "assets/headings.yaml"
MADE = "assets/case-studies/doorstep-choir.yaml"
OWN = {"Summary": "What they do", "Location": "Base"}
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a sheet in it whose headings are its own."""
    sheet = csv_bytes([[OWN.get(head, head) for head in HEADS], grid(CHOIR)[1]])
    monkeypatch.chdir(workshop(tmp_path, {"ours.csv": sheet}))
    return tmp_path


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Somebody answers these; what they are asked is kept."""
    asked: list[str] = []
    left = iter(answers)

    def prompt(text: str, **_: object) -> str:
        asked.append(text)
        return next(left)

    monkeypatch.setattr("casedeck.cli.headings.click.prompt", prompt)
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    return asked


def test_nothing_is_asked_without_a_terminal(home: Path, capsys: Capture) -> None:
    """Where nobody can answer, what is likely is read, shown and not kept."""
    assert run(["import", "ours.csv"]) == 0
    said = capsys.readouterr().out
    assert re.search('"What they do" +Overview +likely +Every Sunday at six a street in Hull si…', said)
    assert 'no such field: "Base"' in said
    assert not (home / KEPT).exists()


def test_corrections_are_kept_for_the_next_import(home: Path, capsys: Capture) -> None:
    """What --column says is read so, and again without it; another word on the same heading takes its
    place.
    """
    assert (
        run(["import", "ours.csv", "--column", "Base=location", "--column", "what they do = overview"]) == 0
    )
    said = capsys.readouterr().out
    assert f"What the headings mean is kept in {KEPT} for the next import." in said
    assert (home / KEPT).read_text("utf-8").splitlines()[2:] == ["Base: location", "what they do: overview"]
    assert "location: Hull, England" in (home / MADE).read_text("utf-8")
    before = (home / KEPT).read_bytes()
    (home / MADE).unlink()
    assert run(["import", "ours.csv"]) == 0
    assert "location: Hull, England" in (home / MADE).read_text("utf-8")
    assert (home / KEPT).read_bytes() == before
    assert "kept in" not in capsys.readouterr().out
    assert run(["import", "ours.csv", "--replace", "--column", "Base="]) == 0
    assert (home / KEPT).read_text("utf-8").splitlines()[2:] == ["what they do: overview", 'Base: ""']
    assert "location" not in (home / MADE).read_text("utf-8")
    assert 'Not read, as you said: "Base".' in capsys.readouterr().out


def test_somebody_at_a_terminal_is_asked_first(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """The likely meanings are shown before anything is written; Enter takes them for this import and,
    unasked, for the next.
    """
    asked = at_a_terminal(monkeypatch, "")
    assert run(["import", "ours.csv"]) == 0
    assert asked == [
        "Press Enter to import them like this. Or write what is different, such as Impact 1=benefit, or no"
    ]
    assert capsys.readouterr().out.count("The headings are read like this") == 1
    assert (home / KEPT).read_text("utf-8").splitlines()[2:] == ["What they do: overview"]
    assert run(["import", "ours.csv", "--replace"]) == 0
    assert len(asked) == 1


def test_corrections_at_a_terminal(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """Corrections are taken one by one or several at once, a wrong one is said, and what is then read is
    shown again.
    """
    asked = at_a_terminal(monkeypatch, "Base=lokation", "Base=location; Name=title", "")
    assert run(["import", "ours.csv"]) == 0
    assert len(asked) == 3
    assert (
        '"lokation" is nothing that a heading can be read as; did you mean "Location"?'
        in capsys.readouterr().out
    )
    assert "location: Hull, England" in (home / MADE).read_text("utf-8")


def test_no_leaves_everything_as_it_is(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who says no has nothing written."""
    at_a_terminal(monkeypatch, "No")
    assert run(["import", "ours.csv"]) != 0
    assert not (home / MADE).exists()
    assert not (home / KEPT).exists()


@pytest.mark.parametrize(
    ("correction", "message"),
    [
        ("Base", '"Base" names no heading; write it like "Impact 1=benefit"'),
        ("=title", '"=title" names no heading'),
        ("Base=lokation", '"lokation" is nothing that a heading can be read as; did you mean "Location"?'),
        ("Bass=location", 'no heading is called "Bass"; did you mean "Base"?'),
    ],
)
def test_corrections_that_say_nothing(home: Path, correction: str, message: str, capsys: Capture) -> None:
    """A correction without a heading of the sheet, or a field that there is, is refused with the nearest, and
    nothing is written.
    """
    assert run(["import", "ours.csv", "--column", correction]) == 2
    assert message in capsys.readouterr().err
    assert not (home / MADE).exists()
    assert not (home / KEPT).exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Base: lokation",
            '1:7: V106 "lokation" is nothing that a heading can be read as; did you mean "Location"?',
        ),
        (
            "- Base",
            "1:1: V103 headings and what they are read as are needed; write it like Impact 1: benefit",
        ),
        ("Base: [location]", "1:7: V103 one word is needed here"),
    ],
)
def test_a_file_of_headings_that_is_wrong(home: Path, text: str, message: str, capsys: Capture) -> None:
    """What is wrong in the file is said at its line and column."""
    (home / KEPT).parent.mkdir(exist_ok=True)
    (home / KEPT).write_text(text, "utf-8")
    assert run(["import", "ours.csv"]) == 1
    assert f"assets/headings.yaml:{message}" in capsys.readouterr().err
