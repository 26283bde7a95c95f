"""`casedeck printer`: what the test page showed is asked or said, kept, shown, and changed bit by bit."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from casedeck.cli import run
from tests.support.workshops import workshop

Capture = pytest.CaptureFixture[str]
FILE = "assets/printer.yaml"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A facilitator's folder with a deck that has cards for the table and for the wall."""
    deck = "title: A deck\ncards: [timpson]\nprint: [cards, wall cards, blank card]\n"
    monkeypatch.chdir(workshop(tmp_path, {"decks/d.yaml": deck}))
    return tmp_path


def lines(home: Path) -> list[str]:
    """What the file says, but for its note."""
    return (home / FILE).read_text("utf-8").splitlines()[1:]


def test_options_are_kept_and_added_to(home: Path, capsys: Capture) -> None:
    """Each option changes its own line, and the others stay."""
    assert run(["printer", "--scale", "98,5", "--offset", "-1mm,0.5mm", "--mono"]) == 0
    assert lines(home) == ["scale: 98.5", "offset: -1mm, 0.5mm", "colour: no"]
    assert run(["printer", "--margins", "5mm", "--duplex", "none", "--colour", "--name", "Office"]) == 0
    assert lines(home) == [
        'name: "Office"',
        "margins: 5mm",
        "scale: 98.5",
        "offset: -1mm, 0.5mm",
        "duplex: none",
    ]
    said = capsys.readouterr().out
    assert (
        "For your printer Office (5 mm white at the edges, 98.5 % of true size, backs 1 mm to the left"
        in said
    )


def test_it_is_shown(home: Path, capsys: Capture) -> None:
    """With --show nothing is written, whether anything is known or not."""
    assert run(["printer", "--show"]) == 0
    assert capsys.readouterr().out == "Nothing is known of your printer: decks are made for any.\n"
    assert not (home / FILE).exists()
    assert run(["printer", "--largest", "A4"]) == 0
    capsys.readouterr()
    assert run(["printer", "--show"]) == 0
    assert "puts on A4 what is made for larger paper" in capsys.readouterr().out


def test_it_asks(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """Without options it asks for all, takes what is known for Return, and asks again after a slip."""
    answers = ["", "1.5mm, -0.5mm", "", "eighty", "98", "4mm", "no", "A4", "short edge"]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(answers) + "\n"))
    assert run(["printer"]) == 0
    assert lines(home) == [
        "margins: 4mm",
        "scale: 98",
        "offset: 1.5mm, -0.5mm",
        "colour: no",
        "largest: A4",
        "duplex: short edge",
    ]
    assert "is not a number from 90 to 110" in " ".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--scale", "200"], '--scale: "200" is not a number from 90 to 110'),
        (["--offset", "3mm"], "--offset: the list has 1 item; 2 are needed"),
        (["--margins", "5"], "--margins: the length 5 has no unit"),
        (["--largest", "A99"], '--largest: unknown paper "A99"'),
        (["--duplex", "both"], '--duplex: "both" is not known here'),
    ],
)
def test_what_cannot_be_is_refused(home: Path, typed: list[str], said: str, capsys: Capture) -> None:
    """A wrong value is named with its option, and nothing is written."""
    assert run(["printer", *typed]) == 2
    assert said in capsys.readouterr().err
    assert not (home / FILE).exists()


def test_a_build_is_made_for_it(home: Path, capsys: Capture) -> None:
    """All of a build goes on the paper it takes, is called mono, and says what was done and what to do."""
    assert run(["printer", "--scale", "98.5", "--margins", "4mm", "--largest", "A4", "--duplex", "none"]) == 0
    capsys.readouterr()
    assert run(["build", "d"]) == 0
    said = capsys.readouterr().out
    assert (
        "  for your printer (4 mm white at the edges, 98.5 % of true size, paper up to A4, one side only)"
        in said
    )
    assert said.count("    drawn 1.5 % larger, as your printer needs it") == 3
    assert "    your printer prints one side: print the odd pages" in said
    assert "cards-wall-a4.pdf" in said
    assert "A3" not in said


def test_a_wrong_file_stops_a_build(home: Path, capsys: Capture) -> None:
    """What is wrong in the file is said with its place, and nothing is built."""
    (home / FILE).parent.mkdir(exist_ok=True)
    (home / FILE).write_text("scale: 12\n", "utf-8")
    for typed in (["build", "d"], ["printer", "--show"]):
        assert run(typed) == 1
        assert f'{FILE}:1:8: V105 "12" is not a number from 90 to 110' in capsys.readouterr().err
    assert not (home / "output").exists()
