"""Finding things by name, each read once and only when it is asked for."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from casedeck.build.deck_file import DeckFile
from casedeck.build.pipeline import build
from casedeck.errors import Place, Report
from casedeck.library import files
from casedeck.library.activities import ACTIVITIES
from casedeck.library.paper import PAPERS
from casedeck.library.shelf import File, Kind, Shelf
from casedeck.library.theme import THEMES
from casedeck.model.vocabulary import key
from casedeck.notation.fields import scalar
from casedeck.notation.yaml import Entries, Node, parse
from casedeck.worksheets.file import WORKSHEETS
from tests.support.decks import shipped_deck
from tests.support.reading import Overlay, lines
from tests.support.repository import ROOT

HERE = Place("deck.yaml", 9, 9)
KINDS: dict[str, Kind[Any]] = {
    "themes": THEMES,
    "papers": PAPERS,
    "activities": ACTIVITIES,
    "sheets": WORKSHEETS,
}


def _said(file: File, report: Report) -> str | None:
    """What stands in a lantern's file; a list is a problem."""
    assert isinstance(file.node, Entries)
    return scalar(file.node.entries[0][1], report, "a light")


LANTERNS: Kind[str] = Kind("assets/lanterns", "lantern", "the lantern", _said)


def _shelf(**texts: str | None) -> tuple[Shelf[str], Report]:
    """A shelf of lanterns; __ in a name stands for its dot."""
    named = {name.replace("__", "."): text for name, text in texts.items()}
    return Shelf(
        LANTERNS, Overlay({f"assets/lanterns/{name}": text for name, text in named.items()})
    ), Report()


def _counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each file is parsed from here on."""
    parsed: Counter[str] = Counter()

    def counting(data: bytes, file: str) -> Node:
        parsed[file] += 1
        return parse(data, file)

    monkeypatch.setattr(files, "parse", counting)
    return parsed


@pytest.mark.parametrize("ending", [".yaml", ".yml", ".YAML", ".yaml.txt"])
def test_found_by_name(ending: str) -> None:
    """A thing is found however its capitals and hyphens are written, whatever its file ends in."""
    shelf, report = _shelf(**{f"red-lamp{ending}": "light: red"})
    assert shelf.names() == ["red-lamp"]
    assert [shelf.find(word, HERE, report) for word in ("red-lamp", "Red lamp", "RED-LAMP")] == ["red"] * 3
    assert lines(report) == []


def test_unknown() -> None:
    """A name that is none is said where it is asked for, with the nearest."""
    shelf, report = _shelf(red__yaml="light: red")
    assert shelf.find("rad", HERE, report) is None
    assert lines(report) == ['deck.yaml:9:9: V106 unknown lantern "rad"; did you mean "red"?']


@pytest.mark.parametrize("folder", KINDS)
def test_two_files_of_one_name(folder: str) -> None:
    """Two files for one thing are refused with both names, of whatever kind it is."""
    (path, *_) = sorted((ROOT / "assets" / folder).glob("*.yaml"))
    name, text = path.stem, path.read_text("utf-8")
    other = f"assets/{folder}/{name.upper()}.yml"
    shelf: Shelf[Any] = Shelf(KINDS[folder], Overlay({other: text}))
    report = Report()
    assert shelf.find(name, HERE, report) is not None
    assert [key(each) for each in shelf.names()].count(key(name)) == 1
    (line,) = lines(report)
    assert " F109 " in line
    assert path.name in line
    assert other in line


def test_only_what_is_asked_for_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that nobody asks for is not read, so that what is wrong in it stops nothing."""
    parsed = _counted(monkeypatch)
    shelf, report = _shelf(red__yaml="light: red", dark__yaml="light: [")
    assert shelf.find("red", HERE, report) == "red"
    assert lines(report) == []
    assert parsed == {"assets/lanterns/red.yaml": 1}
    assert shelf.sound() == ["red"]
    assert parsed == {"assets/lanterns/dark.yaml": 1, "assets/lanterns/red.yaml": 1}


@pytest.mark.parametrize(("text", "code"), [("light: [", "F104"), ("light: [red]", "V103"), (None, "F108")])
def test_problems_are_kept(text: str | None, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong in a file is said to everybody who asks, each time once, and the file is read once."""
    parsed = _counted(monkeypatch)
    shelf, first = _shelf(red__yaml=text)
    second = Report()
    for report in (first, first, second):
        assert shelf.find("red", HERE, report) is None
    assert [problem.code for problem in first.problems] == [code]
    assert first.problems == second.problems
    assert max(parsed.values(), default=0) <= 1


def test_what_is_needed_and_not_there_is_a_file_to_make() -> None:
    """The file that would hold it is named."""
    shelf, report = _shelf(red__yml="light: red")
    assert shelf.needed("red", report) == "red"
    assert shelf.needed("blue", report) is None
    (line,) = lines(report)
    assert line.startswith("assets/lanterns/blue.yaml: F101 the lantern cannot be read")


def test_each_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build with a pack, front matter and two themes reads each of its files once."""
    parsed = _counted(monkeypatch)
    build(DeckFile("away-day", shipped_deck("away-day"), "decks/away-day.yaml", Overlay({})))
    assert {folder for file in parsed for folder in KINDS if f"/{folder}/" in file} == {*KINDS}
    assert {file: times for file, times in parsed.items() if times != 1} == {}


def test_a_second_reading_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file is read by two shelves, that is seen."""
    parsed = _counted(monkeypatch)
    beside = Overlay({})
    for shelf in (Shelf(PAPERS, beside), Shelf(PAPERS, beside)):
        assert shelf.find("A4", HERE, Report()) is not None
    assert parsed == {"assets/papers/A4.yaml": 2}
