"""Cards suggested for a question, without a deck file in between."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from casedeck.api.choosing import Question, coverage, suggestion
from casedeck.build.deck_file import DeckFile
from casedeck.build.pipeline import select
from casedeck.choose.has import Has
from casedeck.choose.spots import CoolSpot
from casedeck.disk.folder import Folder
from casedeck.errors import Place, Report
from casedeck.library.library import Library
from casedeck.model.choice import FEW
from casedeck.notation import yaml
from casedeck.notation.yaml import Node
from tests.support.decks import ROOT, asked, deck_of
from tests.support.library import library

HERE = Place("")
TERMS = list(library().vocabularies["opportunities"])
HEALTH = Has("benefit", ("Health",), HERE)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each file is parsed."""
    times: Counter[str] = Counter()

    def counting(parse: Callable[[bytes, str], Node]) -> Callable[[bytes, str], Node]:
        def counted(data: bytes, file: str) -> Node:
            times[file] += 1
            return parse(data, file)

        return counted

    for name, module in [*sys.modules.items()]:
        parse = getattr(module, "parse", None)
        if name.startswith("casedeck.") and module is not yaml and callable(parse):
            monkeypatch.setattr(module, "parse", counting(parse))
    return times


def test_every_file_is_read_once(parsed: Counter[str], tmp_path: Path) -> None:
    """A suggestion reads each file of the library once, and no deck file."""
    found = suggestion(Question(spots=(CoolSpot(TERMS[0]),), fill_to=9), Library(Folder(tmp_path), Report()))
    assert len(found.chosen.cards) == 9
    assert sum("case-studies/" in name for name in parsed) == len(library().cases)
    assert set(parsed.values()) == {1}
    assert "your choice" not in parsed


def test_a_second_reading_is_seen(parsed: Counter[str], tmp_path: Path) -> None:
    """Twin: to choose by the text with a library of its own reads every case study again."""
    found = suggestion(Question(fill_to=9), Library(Folder(tmp_path), Report()))
    select(DeckFile("again", found.text.encode(), "again.yaml", Folder(tmp_path)))
    assert set(parsed.values()) == {1, 2}


@pytest.mark.parametrize(
    "question",
    [
        Question(names=("cook", "timpson"), fill_to=8),
        Question(spots=(CoolSpot(TERMS[0], (1, 3)), CoolSpot(TERMS[3], (2,))), at_most=4),
        Question(conditions=(HEALTH,), at_least=0),
        Question(conditions=(HEALTH,), at_most=3, pick="at random", seed=5, order="title"),
        Question(cover=("benefits", "enablers"), order="spread"),
    ],
)
def test_the_text_chooses_the_same(question: Question, tmp_path: Path) -> None:
    """The deck file of a suggestion, saved and read, brings the same cards for the same reasons."""
    found = suggestion(question, Library(Folder(tmp_path), Report()))
    again = select(DeckFile("again", found.text.encode(), "again.yaml", Folder(tmp_path)))
    assert again.cards == found.chosen.cards
    assert [item.kind for item in again.deck.prints] == [item.kind for item in found.chosen.deck.prints]


def test_there_may_be_more_where_nobody_said_how_many() -> None:
    """As many cards as are usual may not be all; twins: fewer are, and whoever says how many has them."""
    assert Question().may_have_more(FEW)
    assert not Question().may_have_more(FEW - 1)
    assert not Question(at_most=FEW).may_have_more(FEW)


def test_what_a_deck_covers() -> None:
    """The terms that the cards of a deck show, with the cards chosen."""
    found = coverage(asked(deck_of("timpson"), ROOT))
    assert [card.case.id for card in found.chosen.cards] == ["timpson"]
    assert sum(bool(row.cards) for row in found.terms["benefits"]) == 3
