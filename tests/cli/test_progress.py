"""Progress: a line on a terminal from the first second on, and nowhere else."""

from __future__ import annotations

import io
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from casedeck.cli import run
from casedeck.cli.progress import Progress
from tests.support.tables import CHOIR, grid, xlsx_bytes
from tests.support.workshops import workshop

DECK = "title: All\ncards: [timpson, where: {country: Wales}]\nprint: [cards: {}]\n"


class Terminal(io.StringIO):
    """A terminal, or a file."""

    def __init__(self, terminal: bool = True) -> None:
        super().__init__()
        self._is = terminal

    def isatty(self) -> bool:
        """What a program asks to tell the two apart."""
        return self._is


class Clock:
    """A clock that goes on by so many seconds whenever somebody looks at it."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        """Seconds since it was made."""
        self.now += self.step
        return self.now


def told(step: float, steps: int, terminal: bool = True) -> str:
    """What appears in the course of work of so many steps, each of which takes so long."""
    stream = Terminal(terminal)
    with Progress(stream, Clock(step)) as progress:
        for number in range(1, steps + 1):
            progress("Fitting cards", number, steps)
    return stream.getvalue()


def on_screen(written: str) -> list[str]:
    """What stood on the line, one after the other."""
    return [each.strip() for each in written.split("\r") if each.strip()]


def test_nothing_in_the_first_second() -> None:
    """Work of less than a second shows nothing at all."""
    assert told(0.09, 10) == ""


def test_from_the_first_second_on() -> None:
    """Longer work shows how far it is, not more often than ten times a second."""
    assert on_screen(told(0.25, 8)) == [f"Fitting cards: {number} of 8" for number in (4, 5, 6, 7)]
    assert len(on_screen(told(0.001, 5_000))) == 40
    assert "Fitting cards: 1,000 of 5,000" in told(0.001, 5_000)


def test_gone_when_done() -> None:
    """At the end the line is blank, and the next words stand at its beginning."""
    written = told(0.25, 8)
    assert written.endswith(f"\r{' ' * len('Fitting cards: 7 of 8')}\r")


def test_gone_where_the_work_stops() -> None:
    """Where work ends early the line is gone as well, before the problem is said."""
    stream = Terminal()
    with suppress(KeyboardInterrupt), Progress(stream, Clock(1)) as progress:
        progress("Reading rows", 1, 9)
        raise KeyboardInterrupt
    assert on_screen(stream.getvalue()) == ["Reading rows: 1 of 9"]
    assert stream.getvalue().endswith(" \r")


def test_only_on_terminals() -> None:
    """A file or a pipe gets none of it."""
    assert told(0.25, 8, terminal=False) == ""


def test_narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a narrow window the line is cut rather than broken."""
    monkeypatch.setenv("COLUMNS", "12")
    assert max(map(len, on_screen(told(0.25, 8)))) == 11


@pytest.mark.parametrize(
    ("arguments", "stages"),
    [
        (["build", "all"], ["Reading case studies", "Fitting cards", "Drawing pages"]),
        (
            ["build", "all", "--pictures"],
            ["Reading case studies", "Fitting cards", "Drawing pages", "Making pictures"],
        ),
        (["check", "all"], ["Reading case studies", "Fitting cards", "Drawing pages"]),
        (["check", "--all"], ["Reading case studies"]),
        (["list"], ["Reading case studies"]),
        (["coverage", "all"], ["Reading case studies"]),
        (
            ["suggest", "--cool-spot", "storytelling", "--build"],
            ["Reading case studies", "Fitting cards", "Drawing pages"],
        ),
        (["import", "rows.xlsx"], ["Reading rows", "Reading case studies"]),
        (["export", "all.csv"], ["Reading case studies"]),
    ],
)
def test_commands(
    arguments: list[str], stages: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every command that may take long shows each of its stages, in order, and says nothing of them in what
    it prints.
    """
    rows = xlsx_bytes([*grid(CHOIR), ["Another choir"]])
    monkeypatch.chdir(workshop(tmp_path, {"decks/all.yaml": DECK, "rows.xlsx": rows}))
    stream, out = Terminal(), io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr("casedeck.cli.progress.FIRST", 0.0)
    monkeypatch.setattr("casedeck.cli.progress.NEXT", -1.0)
    assert run(arguments) == 0, stream.getvalue()
    found = list(dict.fromkeys(each.split(":")[0] for each in on_screen(stream.getvalue()) if " of " in each))
    assert [each for each in found if each in stages] == stages
    assert not any(stage in out.getvalue() for stage in stages)
