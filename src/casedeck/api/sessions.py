"""A session that is being planned: which activities it can have, before anything is written."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.build.deck_file import DeckFile
from casedeck.build.pipeline import Changes, plan
from casedeck.choose.deck_text import SessionDeck
from casedeck.errors import DeckError
from casedeck.library.activities import ACTIVITIES
from casedeck.library.library import Library
from casedeck.model.activity import Activity

SHOWN = "your answers"
"""What messages call the deck file that is not written yet."""


class Possible(NamedTuple):
    """An activity with the minutes that it takes; with 0, and the reason, where it cannot be."""

    activity: Activity
    minutes: int
    why: str = ""


def file_of(deck: SessionDeck, library: Library) -> DeckFile:
    """The deck file of a session, before it is written."""
    return DeckFile("start", deck.text().encode(), SHOWN, library.files)


def possible(deck: SessionDeck, library: Library) -> list[Possible]:
    """All activities, the shortest for so many people first, then those that cannot be.

    Raises DeckError where a file has to be mended, which no other session would do.
    """
    asked = file_of(deck._replace(minutes=None, activities=()), library)
    found = [_tried(activity, asked, library) for activity in library.shelf(ACTIVITIES).sound()]
    return sorted(found, key=lambda each: each.minutes or float("inf"))


def _tried(activity: Activity, asked: DeckFile, library: Library) -> Possible:
    try:
        _, session = plan(asked, Changes(activities=(activity.id,)), library)
    except DeckError as error:
        raise_if_in_a_file(error)
        return Possible(activity, 0, error.problems[0].message)
    return Possible(activity, session.minutes)


def raise_if_in_a_file(error: DeckError) -> None:
    """Raise the error again where a file has to be mended, which no other session would do."""
    if any(problem.place.file != SHOWN for problem in error.problems):
        raise error
