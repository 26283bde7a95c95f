"""Sheets made of sample data, which edits of the shipped texts do not change, and of what ships for any
number of people.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache

import yaml

from casedeck.build.pipeline import plan
from casedeck.errors import Report
from casedeck.library.locale import language_of
from casedeck.model.deck import Deck, Session
from casedeck.model.page import Page
from casedeck.model.vocabulary import Term, Vocabularies, Vocabulary
from casedeck.prints.words import SECTIONS
from casedeck.session.plan import Printing
from casedeck.session.planner import plan_session
from casedeck.session.told import Told, told_of
from tests.session.support import ALL_SHEETS, PAPERS, shipped
from tests.support.decks import asked
from tests.support.ink import ink, overlapping, texts
from tests.support.marks import locale
from tests.support.samples import SAMPLES
from tests.support.worksheets import NOWHERE, all_cards

LANGUAGE = language_of(locale())
"""How the language that ships puts lists, numbers, days and times."""

_SHORT = {"minutes short": "Min", "in colour": "colour", "in black": "mono"}


def sample_words(section: str) -> dict[str, str]:
    """Words for each key of a section of the locale: the key itself, then its placeholders; short where the
    column is narrow.
    """
    found = {}
    for name, placeholders in SECTIONS[section].items():
        shown = " ".join(f"{each} {{{each}}}" for each in placeholders)
        found[name] = f"{name.capitalize()} {shown}".strip()
    return {name: _SHORT.get(name, words) for name, words in found.items()}


def sample_deck(people: int = 24) -> bytes:
    """A deck of the sample case studies for the sample activity."""
    values = {
        "title": "A deck for tests",
        "session": {"people": people, "date": "2027-03-12", "starts": "13:30", "activities": ["sample-walk"]},
        "cards": list(SAMPLES),
        "print": [{"pack": {}}],
    }
    return yaml.safe_dump(values).encode()


@cache
def sample_told(people: int = 24) -> Told:
    """What the facilitator sheet of the sample activity is made from."""
    chosen, session = plan(asked(sample_deck(people)))
    return told_of(chosen.deck, session, session.activities[0], LANGUAGE)


def deck_for(
    people: int | None, *activities: str, minutes: int | None = None, starts: dt.time | None = None
) -> Deck:
    """A deck with a session; its cards are given apart from it."""
    session = Session(people, dt.date(2027, 3, 12), starts, minutes, 0, 1, activities, NOWHERE)
    return Deck("test", "Relationships and health", "", "en-GB", session, (), (), NOWHERE)


def shipped_told(activity: str, people: int, cards: int) -> Told:
    """What is told of a shipped activity with the first so many of the shipped case studies."""
    report = Report()
    deck = deck_for(people, activity, starts=dt.time(9, 30))
    chosen = [card._replace(of=cards) for card in all_cards()[:cards]]
    session = plan_session(deck, chosen, [shipped(activity)], [], Printing(PAPERS, ALL_SHEETS), report)
    report.raise_if_any()
    assert session
    return told_of(deck, session, session.activities[0], LANGUAGE)


def sample_vocabularies(meaning: str = "A meaning of a few words.") -> Vocabularies:
    """Eight benefits, nine enablers and six barriers."""
    counts: Mapping[str, int] = {"benefits": 8, "enablers": 9, "barriers": 6}
    return {
        kind: Vocabulary(
            kind,
            tuple(
                Term(f"{kind}-{number}", f"{kind.capitalize()} {number}", meaning) for number in range(count)
            ),
        )
        for kind, count in counts.items()
    }


def unprintable(page: Page, least_pt: float = 10) -> list[str]:
    """What is wrong with a page: ink too near the edge, lines that meet, letters too small."""
    found = []
    if (
        page.marks
        and min(
            min(box.x, box.y, page.size.width - box.right, page.size.height - box.bottom) for box in ink(page)
        )
        < page.clear - 0.001
    ):
        found.append("too near the edge")
    found += overlapping(page)
    found += [run.text for text in texts(page.marks) for run in text.runs if run.size_pt < least_pt]
    return found
