"""Which activities a session can have, before anything is written."""

from __future__ import annotations

import pytest

from casedeck.api.sessions import file_of, possible
from casedeck.build.pipeline import plan
from casedeck.choose.deck_text import SessionDeck
from casedeck.errors import DeckError, Report
from casedeck.library.library import Library
from tests.support.library import library
from tests.support.packs import ACTIVITIES
from tests.support.reading import Overlay


def test_activities_come_with_their_minutes() -> None:
    """All of them, the shortest first, each with the minutes that a session with it alone takes."""
    deck = SessionDeck("Ours", people=24)
    found = possible(deck, library())
    assert sorted(each.activity.id for each in found) == sorted(ACTIVITIES)
    assert [each.minutes for each in found] == sorted(each.minutes for each in found)
    first = found[0]
    _, session = plan(file_of(deck._replace(activities=(first.activity.id,)), library()), library=library())
    assert session.minutes == first.minutes


def test_what_cannot_be_says_why() -> None:
    """For too many people no activity has minutes, and each a reason."""
    found = possible(SessionDeck("Ours", people=500), library())
    assert {each.minutes for each in found} == {0}
    assert all("500" in each.why for each in found)


def test_a_file_to_mend_is_no_answer() -> None:
    """A problem in a file is raised rather than taken for a session that cannot be."""
    files = Overlay({"assets/papers/a4.yaml": "name: A4\nwidth: broad\nheight: 297 mm\n"})
    with pytest.raises(DeckError, match=r"a4\.yaml"):
        possible(SessionDeck("Ours"), Library(files, Report()))
