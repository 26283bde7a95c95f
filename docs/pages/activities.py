"""docs/activities.md."""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.choose.reading_speed import median_words, reading_minutes
from casedeck.disk.folder import Folder
from casedeck.errors import Place, Report
from casedeck.library.activities import ACTIVITIES
from casedeck.library.library import Library
from casedeck.model.activity import Activity
from casedeck.model.deck import Card
from casedeck.model.reason import BY_NAME, Reason
from casedeck.session.blocks import load_of
from casedeck.session.timing import Task, least, schedule, total
from pages.tables import DOCS, NOTE, table

_PEOPLE, _CARDS = (8, 16, 24, 36), 12
"""What the minutes of activities are worked out for."""
_DIVIDED = {
    "none": "not at all",
    "groups": "in pairs, threes or fours",
    "tables": "at tables of five",
    "hands": "each with a hand of cards",
}


def activities_page() -> str:
    """docs/activities.md: every activity that ships, what it needs, how long it takes and what it prints."""
    report = Report()
    library = Library(Folder(DOCS.parent), report)
    shelf = library.shelf(ACTIVITIES)
    reading = reading_minutes(
        median_words([Card(case, 1, 1, Reason(BY_NAME)) for case in library.by_title()])
    )
    activities = [shelf.find(name, Place(name), report) for name in shelf.names()]
    report.raise_if_any()
    parts = [
        NOTE,
        "# Activities\n",
        (
            "These are the activities that come with casedeck. Name one or several in a deck: see "
            "[sessions](session.md). The minutes\n"
            f"here are those of a deck of {_CARDS} cards; `casedeck plan` gives yours. [Activity "
            "files](activity-file.md) says how to\n"
            "change one and how to write another.\n"
        ),
    ]
    for activity in activities:
        assert activity
        parts += [f"## {activity.name}\n", f"{activity.purpose}\n", *_activity(activity, reading)]
    return "\n".join(parts)


def _activity(activity: Activity, reading: float) -> Iterator[str]:
    low, high = activity.people
    fewest, most = activity.cards
    yield table(
        ("What", "How"),
        [
            ("Name in decks", f"`{activity.name.lower()}`"),
            ("People", f"{low} to {high}"),
            ("Cards in the deck", f"{fewest} to {most}"),
            ("Cards that each person reads", str(activity.cards_read)),
            ("Cards dealt to each person", str(activity.hand or "none")),
            ("How people are divided", _DIVIDED[activity.grouping]),
            ("Energy", activity.energy),
            ("To lead", activity.difficulty),
            ("Blocks", ", ".join(dict.fromkeys(block.name.lower() for block in activity.blocks))),
            (
                "Printed",
                ", ".join(dict.fromkeys(supply.name.lower() for supply in activity.supplies if supply.sheet)),
            ),
            ("Brought", ", ".join(supply.name.lower() for supply in activity.supplies if not supply.sheet)),
        ],
    )
    loads = [load_of(activity, people, _CARDS, reading) for people in _PEOPLE if low <= people <= high]
    rows = [
        (str(load.people), str(total(schedule(activity, load))), str(*least([Task(activity, load)])))
        for load in loads
    ]
    yield table(("People", "Minutes", "At least, with everything cut that can be cut"), rows)
