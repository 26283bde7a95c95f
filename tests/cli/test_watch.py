"""`casedeck watch`: built again when a file that it is made of changes, with no clock and no waiting here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from casedeck.cli import run, watch
from tests.support.workshops import CASE, workshop

Capture = pytest.CaptureFixture[str]
Step = Callable[[], object] | None
OURS = "assets/case-studies/ours.yaml"
THEIRS = "assets/case-studies/theirs.yaml"
DECK = "title: A deck\ncards: [ours]\nprint: [cards]\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A facilitator's folder with two case studies, one of them in the deck."""
    monkeypatch.chdir(workshop(tmp_path, {"decks/d.yaml": DECK, OURS: CASE, THEIRS: CASE}))
    return tmp_path


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Watch the deck while something happens at each look, and press Ctrl-C when all has happened."""

    def of(*steps: Step) -> int:
        left: Iterator[Step] = iter([each for step in steps for each in (step, None)])

        def pause() -> None:
            try:
                step = next(left)
            except StopIteration:
                raise KeyboardInterrupt from None
            if step:
                step()

        monkeypatch.setattr(watch, "pause", pause)
        monkeypatch.setattr(watch, "clock", lambda: "12:04:31")
        return run(["watch", "d"])

    return of


def writing(path: Path, text: str) -> Step:
    """Save a file."""
    return lambda: path.write_text(text, "utf-8")


def test_a_changed_file_is_named_with_the_pages(
    home: Path, watched: Callable[..., int], capsys: Capture
) -> None:
    """One line says which file has changed and which pages, and what is built is there."""
    assert watched(writing(home / OURS, CASE.replace("Timpson", "Timpsons"))) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "A deck: 1 card"
    assert "12:04:31 ours.yaml: page 1 of cards-index-a4.pdf changed" in said
    assert said[-1] == "No longer watched. What was built last is in output/d."
    assert (home / "output/d/cards-index-a4.pdf").is_file()


def test_files_that_are_not_read_build_nothing(
    home: Path, watched: Callable[..., int], capsys: Capture
) -> None:
    """A case study that is not in the deck may change; one that is new may be meant."""
    new = home / "assets/case-studies/new.yaml"
    assert watched(writing(home / THEIRS, "changed"), writing(new, CASE)) == 0
    said = capsys.readouterr().out
    assert "theirs.yaml" not in said
    assert "12:04:31 new.yaml: no page changed" in said


def test_what_is_wrong_is_shown_and_watching_goes_on(
    home: Path, watched: Callable[..., int], capsys: Capture
) -> None:
    """A slip is shown with its place, and the next save that mends it builds the deck."""
    wrong, better = DECK.replace("ours", "nobody"), DECK.replace("A deck", "Better")
    deck = home / "decks/d.yaml"
    assert watched(writing(deck, wrong), deck.unlink, writing(deck, better)) == 0
    captured = capsys.readouterr()
    assert "12:04:31 d.yaml: the deck is not built\ndecks/d.yaml:2:9: D101 " in captured.err
    assert "1 problem found." in captured.err
    assert "Error: there is no deck file d" in captured.err
    assert "12:04:31 d.yaml: page 1 of cards-index-a4.pdf changed" in captured.out


def test_a_first_build_may_fail(home: Path, watched: Callable[..., int], capsys: Capture) -> None:
    """What is wrong is shown, and a save of any file is looked at."""
    (home / OURS).write_text("title: [", "utf-8")
    assert watched(writing(home / OURS, CASE)) == 0
    captured = capsys.readouterr()
    assert "ours.yaml" in captured.err
    assert "12:04:31 ours.yaml: cards-index-a4.pdf is new" in captured.out


def test_a_file_that_is_still_being_written_waits(
    home: Path, watched: Callable[..., int], capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that changes from one look to the next is built once, when it stays as it is."""
    deck, halves = home / "decks/d.yaml", [DECK[:9], DECK[:30], DECK.replace("A deck", "Whole")]
    step = iter(halves)

    def save() -> None:
        if text := next(step, ""):
            deck.write_text(text, "utf-8")

    look = watch._Watched._paused

    def paused(each: watch._Watched) -> object:
        save()
        return look(each)

    monkeypatch.setattr(watch._Watched, "_paused", paused)
    assert watched(save, None, None) == 0
    captured = capsys.readouterr()
    assert "not built" not in captured.err
    assert captured.out.count("12:04:31 ") == 1


def test_a_deck_that_is_not_there_is_not_watched(home: Path, capsys: Capture) -> None:
    """The message is that of a build."""
    assert run(["watch", "nowhere"]) == 1
    assert "there is no deck file nowhere" in capsys.readouterr().err
