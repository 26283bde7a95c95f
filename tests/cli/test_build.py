"""`casedeck build` with several decks: each in its folder, whole or not at all, the library read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from casedeck.cli import run
from casedeck.disk.folder import Folder
from tests.support.workshops import CASE, contents, workshop

Capture = pytest.CaptureFixture[str]
DECK = "title: {title}\ncards: [ours]\nprint: [cards]\n"
WRONG = "title: Wrong\ncards: [nobody]\nprint: [cards]\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A facilitator's folder with three decks, the second of which names a case study that is not there."""
    decks = {"monday": DECK.format(title="Monday"), "wrong": WRONG, "tuesday": DECK.format(title="Tuesday")}
    files = {f"decks/{name}.yaml": text for name, text in decks.items()}
    monkeypatch.chdir(workshop(tmp_path, {**files, "assets/case-studies/ours.yaml": CASE}))
    return tmp_path


def test_several_decks_are_those_built_one_by_one(home: Path, capsys: Capture) -> None:
    """Each deck has the files that it has by itself, in a folder of its own, and is said as by itself."""
    assert run(["build", "monday", "tuesday"]) == 0
    together = contents(home / "output")
    said = capsys.readouterr().out
    alone = ""
    for name in ("monday", "tuesday"):
        assert run(["build", name, "--output", f"alone/{name}"]) == 0
        alone += capsys.readouterr().out
    assert contents(home / "alone") == together
    assert sorted({name.partition("/")[0] for name in together}) == ["monday", "tuesday"]
    assert said == alone.replace("alone/", "output/")


def test_a_broken_deck_does_not_stop_the_others(home: Path, capsys: Capture) -> None:
    """What is wrong is said under the deck's name; the others are built, and the shell is told."""
    assert run(["build", "monday", "wrong", "nowhere", "tuesday", "--output", "prints"]) == 1
    captured = capsys.readouterr()
    assert "Monday: 1 card" in captured.out
    assert "Tuesday: 1 card" in captured.out
    assert captured.err.startswith("wrong is not built:\ndecks/wrong.yaml:2:9: D101 ")
    assert "nowhere is not built:\nError: there is no deck file nowhere" in captured.err
    assert captured.err.endswith("Error: 2 of 4 decks are not built: wrong and nowhere\n")
    assert sorted(path.name for path in (home / "prints").iterdir()) == ["monday", "tuesday"]


def test_two_decks_of_one_name_are_not_written_over_each_other(home: Path, capsys: Capture) -> None:
    """The first is built; the second is refused, with a way out."""
    (home / "monday.yaml").write_text(DECK.format(title="Another"), "utf-8")
    assert run(["build", "decks/monday.yaml", "monday.yaml"]) == 1
    captured = capsys.readouterr()
    assert "monday.yaml is not built:\nError: output/monday holds another deck of this run" in captured.err
    assert "Monday: 1 card" in captured.out


def test_a_library_is_read_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many decks of a folder are built, each case study is read once."""
    read: list[str] = []
    reading = Folder.read

    def counted(folder: Folder, name: str) -> bytes:
        read.append(name)
        return reading(folder, name)

    monkeypatch.setattr(Folder, "read", counted)
    assert run(["build", "monday", "tuesday"]) == 0
    assert read.count("assets/case-studies/ours.yaml") == 1
    assert run(["build", "monday"]) == 0
    assert read.count("assets/case-studies/ours.yaml") == 2


def test_what_stops_nothing_is_said_once(home: Path, capsys: Capture) -> None:
    """A file that hides one that ships is named for the first deck only."""
    own = home / "assets/themes/ink-saver.yaml"
    own.parent.mkdir()
    own.write_text("name: Ours\nextends: default\n", "utf-8")
    assert run(["build", "monday", "tuesday"]) == 0
    assert capsys.readouterr().err.count("yours, in place of what comes with casedeck: ") == 1


def test_a_name_with_a_space_is_not_two_decks(home: Path, capsys: Capture) -> None:
    """A file whose name a space has made two of is named, and nothing is built."""
    (home / "decks/our deck.yaml").write_text(DECK.format(title="Ours"), "utf-8")
    assert run(["build", "decks/our", "deck.yaml"]) == 2
    assert 'a name with a space stands in quotation marks: "decks/our deck.yaml"' in capsys.readouterr().err
    assert not (home / "output").exists()
