"""The command `start`: from a few answers to a deck, its plan and its PDFs."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from casedeck.choose.deck_text import SessionDeck
from casedeck.cli import run
from tests.support.workshops import contents

Capture = pytest.CaptureFixture[str]
OCCASION = ["Housing team away day", "2027-03-12", "13:30"]
DECK = """\
title: Housing team away day

session:
  people: 24
  date: 2027-03-12
  starts: "13:30"
  minutes: 90
  activities: [gallery, divergent connections]

cards:
  - fill to: 12
    where: {full card: yes}

print:
  - pack:
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and casedeck running in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> int:
    """The exit code of `start` with these lines typed in."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return run(["start"])


def test_answers_make_a_deck_and_its_pdfs(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """The answers stand in the deck file; the times are shown, and as many sheets of paper as the PDFs then
    take.
    """
    assert answer(monkeypatch, *OCCASION, "24", "90", "1, 2", "1", "y", "y") == 0
    said = capsys.readouterr().out
    assert (home / "decks/housing-team-away-day.yaml").read_text("utf-8") == DECK
    assert "13:30    4 min  Welcome" in said
    shown = said.split("To print: ")[1].split("\n")[0]
    built = [line for line in said.splitlines() if " printed on " in line]
    for paper in ("A4", "A3"):
        sheets = sum(
            int(line.split(" of " + paper)[0].split()[-2]) for line in built if f"of {paper} " in line
        )
        assert f"{sheets} sheets of {paper}" in shown
    assert (home / "output/housing-team-away-day/00-print-list.pdf").exists()


def test_the_usual_answers_will_do(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who only presses Return gets a pack for a gallery."""
    assert answer(monkeypatch, *[""] * 9) == 0
    assert "activities: [gallery]" in (home / "decks/our-session.yaml").read_text("utf-8")
    assert (home / "output/our-session/00-print-list.pdf").exists()


@pytest.mark.parametrize(
    "typed", ["1, 2", "2 1", "1 and 2", "Gallery; divergent-connections", "gallery and Divergent connections"]
)
def test_activities_by_number_or_name(typed: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Activities can be named in any of these ways, in the order in which they will be done."""
    assert answer(monkeypatch, *OCCASION, "20", "", typed, "1", "y", "n") == 0
    names = ["gallery", "divergent connections"][:: -1 if typed == "2 1" else 1]
    assert f"activities: [{', '.join(names)}]" in (home / "decks/housing-team-away-day.yaml").read_text(
        "utf-8"
    )
    assert not (home / "output").exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["", "someday", "", "", "", "", "", ""], '"someday" is not a date'),
        (["", "", "25:00", "", "", "", "", ""], '"25:00" is not a time of day'),
        (["", "", "", "many", "", "", "", ""], '"many" is not a whole number'),
        (["", "", "", "3", "", "", "", ""], "is for 4 to 96 people, not for 3; invite more"),
        (["", "", "", "100", "", "", "", ""], "is for 4 to 96 people, not for 100; plan for half of them"),
        (["Party 🎉", "", "", "", "", "", "", "", ""], 'the picture sign "🎉"'),
        (["", "", "", "", "", "", "", "maybe"], "type y for yes or n for no"),
        (["", "", "", "", "", "9", "", ""], '"9" is not in the list; type a number from 1 to 5'),
        (["", "", "", "", "", "galery", "", ""], 'did you mean "Gallery"?'),
        (
            ["", "", "", "20", "20", "2", "", "", "", "", "", ""],
            "20 minutes is too short for divergent connections",
        ),
    ],
)
def test_a_wrong_answer_is_asked_for_again(
    wrong: list[str], said: str, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """What cannot be is said with the way out, and the question comes again."""
    assert answer(monkeypatch, *wrong, *[""] * 9) == 0
    captured = capsys.readouterr()
    assert said in captured.out + captured.err
    assert (home / "decks/our-session.yaml").exists() == ("Made decks" in captured.out)


def test_answers_as_people_write_them(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """Days, times, people and minutes are taken however they are written, and the day is shown in words."""
    assert (
        answer(monkeypatch, "Away day", "01/12/2026", "2pm", "24 people", "1h30", "2", "A4 only", "yes", "no")
        == 0
    )
    assert "Away day, Tuesday 1 December 2026: 24 people" in capsys.readouterr().out
    text = (home / "decks/away-day.yaml").read_text("utf-8")
    assert all(
        line in text
        for line in ("date: 2026-12-01", 'starts: "14:00"', "people: 24", "minutes: 90", "paper: A4")
    )


def test_an_activity_for_fewer_people_is_not_offered(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """What so many people cannot do has no number, and the reason stands there."""
    assert answer(monkeypatch, "", "", "", "90", "", "1", "", "n") == 0
    said = capsys.readouterr().out
    assert "  Not this time: creating benefits is for 4 to 80 people, not for 90" in said
    assert "  4  " in said
    assert "  5  " not in said


def test_a_file_that_needs_mending_is_named(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Where no answer would help, casedeck stops asking and says which file to mend."""
    path = home / "assets/case-studies/ours.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("title: [", "utf-8")
    assert answer(monkeypatch, *[""] * 9) == 1
    assert "assets/case-studies/ours.yaml:1:" in capsys.readouterr().err


def test_no_writes_nothing(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """Who says no to the plan, or stops before, has an untouched folder."""
    assert answer(monkeypatch, *[""] * 7, "n") == 0
    assert "Nothing is written." in capsys.readouterr().out
    assert answer(monkeypatch, "", "") == 130
    assert contents(home) == {}


def test_a_deck_of_the_same_name_stays(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A deck that is there is not written over: the new one has a number."""
    for _ in range(2):
        assert answer(monkeypatch, *OCCASION, "20", "", "1", "1", "y", "n") == 0
    assert sorted(contents(home)) == [
        "decks/housing-team-away-day-2.yaml",
        "decks/housing-team-away-day.yaml",
    ]


def test_an_awkward_title_is_quoted() -> None:
    """A title that YAML would take for something else stands in quotes."""
    assert (
        SessionDeck("Care: who #cares", activities=("gallery",))
        .text()
        .startswith('title: "Care: who #cares"\n')
    )
