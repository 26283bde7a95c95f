"""What a build says: the pages that have changed since the last one, and what could be better."""

from __future__ import annotations

from pathlib import Path

import pytest

from casedeck.api.describe_deck import changed_pages, rebuilt, summary
from casedeck.build.pipeline import drawn
from casedeck.cli import run
from casedeck.disk.manifest import pages_before
from casedeck.errors import Place, Problem
from tests.support.decks import deck_of, planned
from tests.support.workshops import workshop

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A facilitator's folder, and casedeck running in it."""
    monkeypatch.chdir(workshop(tmp_path, {}))
    return tmp_path


def last_line(home: Path, deck: str, capsys: Capture) -> str:
    """The last line that building a deck prints."""
    (home / "decks/ours.yaml").write_text(deck)
    assert run(["build", "ours"]) == 0
    return capsys.readouterr().out.splitlines()[-1]


def test_pages_that_changed(home: Path, capsys: Capture) -> None:
    """A first build says nothing of changes, the same again that there are none, and one with another card
    which pages to print.
    """
    deck = "title: Ours\ncards: [timpson, {card}, goodgym]\nprint:\n  - cards:\n"
    assert "since the last build" not in last_line(home, deck.format(card="grow-cardiff"), capsys)
    assert (
        last_line(home, deck.format(card="grow-cardiff"), capsys)
        == "Nothing has changed since the last build."
    )
    said = last_line(home, deck.format(card="big-picture-learning"), capsys)
    assert said == "Changed since the last build: page 2 of cards-index-a4.pdf."
    said = last_line(
        home, deck.format(card="big-picture-learning").replace("title: Ours", "title: Theirs"), capsys
    )
    assert said == "Changed since the last build: pages 1 to 3 of cards-index-a4.pdf."
    said = last_line(
        home,
        deck.format(card="big-picture-learning").replace("title: Ours", "title: Theirs")
        + "  - card index:\n",
        capsys,
    )
    assert said == "Changed since the last build: all of card-index-a4.pdf, which is new."
    said = last_line(
        home, deck.format(card="big-picture-learning").replace("title: Ours", "title: Theirs"), capsys
    )
    assert said == "No page has changed since the last build. card-index-a4.pdf is no longer made."


def test_kept_numbers_change_no_other_card(home: Path, capsys: Capture) -> None:
    """With numbers kept, taking a card out changes no other card; without, every card behind it, and the
    total on those before.
    """
    deck = "title: Ours\ncards: [where: {{country: Scotland}}{out}]\nnumbers: {numbers}\nprint:\n  - cards:\n"
    for numbers, said in (
        ("keep", "Nothing has changed since the last build."),
        ("in order", "Changed since the last build: pages 1 and 2 of"),
    ):
        last_line(home, deck.format(out="", numbers=numbers), capsys)
        out = ", not: scottish-mens-sheds-association"
        assert last_line(home, deck.format(out=out, numbers=numbers), capsys).startswith(said)


@pytest.mark.parametrize(
    "manifest", ["", "{}", "[1]", '{"files": {"a.pdf": 3}}', '{"files": {"a.pdf": {"sha256": "x"}}}']
)
def test_a_manifest_without_pages(tmp_path: Path, manifest: str) -> None:
    """Twin: from a folder where nobody kept the pages, nothing is known, and nothing is said."""
    (tmp_path / "manifest.json").write_text(manifest)
    assert pages_before(tmp_path) == {}
    assert pages_before(tmp_path / "nowhere") == {}
    assert changed_pages({}, {"a.pdf": ["1"]}) == ""


def test_what_a_save_has_changed_is_one_line() -> None:
    """The files that were saved come first, then pages that changed and files that are new or gone."""
    before = {"a.pdf": ["1", "2", "3"], "old.pdf": ["4"]}
    now = {"a.pdf": ["1", "5", "6"], "new.pdf": ["7"]}
    said = "a.yaml and b.yaml: pages 2 and 3 of a.pdf changed; new.pdf is new; old.pdf is no longer made"
    assert rebuilt(["a.yaml", "b.yaml"], before, now) == said
    assert rebuilt(["a.yaml"], before, before) == "a.yaml: no page changed"


def test_what_could_be_better_on_pages_is_told() -> None:
    """Of a document that is drawn, what is to look at on its pages stands below it."""
    made = planned(deck_of("short-words"))
    told = drawn(made)
    (printed,) = told.printed.values()
    assert "to look at" not in summary(made, str, told)
    printed.advice.append(Problem(Place("d.yaml"), "P111", "page 1 ends badly"))
    assert "    to look at: d.yaml: P111 page 1 ends badly" in summary(made, str, told)
