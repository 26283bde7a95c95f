"""Packs to read and compare in tests: each is built once, with its pages and its PDFs."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

from casedeck.build.pipeline import NO_CHANGES, Changes, build, draw
from casedeck.disk.folder import Folder
from casedeck.errors import DeckError
from casedeck.library.files import Files
from casedeck.model.deck import Card
from casedeck.model.page import Page
from casedeck.prints.document import Document
from casedeck.session.plan import SessionPlan
from tests.support.decks import asked
from tests.support.repository import ROOT, stems

ACTIVITIES = tuple(stems("assets/activities"))
PEOPLE = (8, 16, 24, 36)
FULL = [
    name
    for name in stems("assets/case-studies")
    if "\nbenefits:" in (ROOT / f"assets/case-studies/{name}.yaml").read_text("utf-8")
]
CARDS = tuple(FULL[:16])
"""Cases with a full card."""
TWO = ("gallery", "divergent-connections")
"""A session of two activities, with a session sheet."""


class Pack(NamedTuple):
    """A session's pack: who comes when, the cards, and each file's pages (those of one copy) and PDF by name,
    in order.
    """

    people: int
    starts: str
    session: SessionPlan
    cards: tuple[Card, ...]
    pages: dict[str, tuple[Page, ...]]
    files: dict[str, bytes]

    def file(self, ending: str) -> str:
        """The name of the one file that ends so."""
        (name,) = [name for name in self.files if name.endswith(ending)]
        return name


def pack_deck(
    *activities: str,
    people: int = 24,
    cards: tuple[str, ...] = CARDS,
    theme: str = "default",
    **session: object,
) -> bytes:
    """A deck file that prints the pack of a session."""
    values = {
        "title": "Relationships and health",
        "session": {
            "people": people,
            "date": "2027-03-12",
            "starts": "13:30",
            "activities": list(activities),
            **session,
        },
        "cards": list(cards),
        "print": [{"pack": {"theme": theme}}],
    }
    return yaml.safe_dump(values, allow_unicode=True).encode()


def built(deck: bytes, files: Files, people: int, changes: Changes | None = None) -> Pack:
    """The pack of a deck file. Raises DeckError."""
    made = build(asked(deck, files), changes or NO_CHANGES)
    assert made.plan is not None
    pages = {each.file_name: tuple(each.each_page()) for each in made.documents}
    drawn = {each.file_name: draw(made.deck, each, lambda: None) for each in made.documents}
    return Pack(people, "13:30", made.plan, made.cards, pages, drawn)


@lru_cache(maxsize=64)
def pack(*activities: str, people: int = 24) -> Pack:
    """The pack of a session with shipped activities and 16 shipped case studies."""
    return built(pack_deck(*activities, people=people), Folder(ROOT), people)


def documents(deck: bytes, home: Path | Files = ROOT) -> list[Document]:
    """The documents of a deck file. Raises DeckError."""
    return build(asked(deck, home)).documents


def refusals(deck: bytes, files: Files | None = None) -> list[str]:
    """What building a deck says, in words; nothing where it is built."""
    try:
        documents(deck, files or Folder(ROOT))
    except DeckError as error:
        return [str(problem) for problem in sorted(set(error.problems))]
    return []
