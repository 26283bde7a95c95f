"""Packs to read and compare in tests: each is built once, with its pages and its PDFs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pikepdf
import yaml

from casedeck.build.pipeline import NO_CHANGES, Changes, build, draw
from casedeck.disk.folder import Folder
from casedeck.errors import DeckError
from casedeck.impose.order import stacks
from casedeck.library.case_file import slug_of
from casedeck.library.files import Files
from casedeck.model.deck import Card
from casedeck.model.page import Page
from casedeck.model.sheet import Sheet
from casedeck.prints.document import Document
from casedeck.session.copies import PrintLine
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
    in order. Of cards that are cut from sheets, the pages are their fronts as they lie once stacks are cut
    and laid together, and `piles` has those of all copies; `backs` are their other sides.
    """

    people: int
    starts: str
    session: SessionPlan
    cards: tuple[Card, ...]
    pages: dict[str, tuple[Page, ...]]
    files: dict[str, bytes]
    piles: dict[str, tuple[Page, ...]]
    backs: dict[str, tuple[Page, ...]]

    def copies(self, name: str) -> int:
        """How often the pages of a file stand in its PDF, or on its sheets."""
        if name in self.piles:
            return len(self.piles[name]) // len(self.pages[name])
        with pikepdf.open(BytesIO(self.files[name])) as pdf:
            return len(pdf.pages) // len(self.pages[name])

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
    piles, backs = {}, {}
    for each in made.documents:
        if line := cut_line(made.plan, each.file_name):
            name, copies = each.file_name, line.copies if line.cards > 1 else 1
            piles[name] = tuple(fronts_in_piles(each, copies, line.on_sheet))
            fronts = {id(page) for page in piles[name]}
            backs[name] = tuple(page for page in pages[name] if id(page) not in fronts)
            pages[name] = piles[name][: len(piles[name]) // copies]
    return Pack(people, "13:30", made.plan, made.cards, pages, drawn, piles, backs)


def cut_line(plan: SessionPlan, name: str) -> PrintLine | None:
    """The line of the print list of which a file is, where it is of cards that are cut from sheets."""
    lines = {
        f"{each.activity.id}-{slug_of(line.name)}.pdf": line
        for each in plan.activities
        for line in each.prints
        if line.on_sheet
    }
    return next((line for ending, line in lines.items() if name.endswith(ending)), None)


def fronts_in_piles(document: Document, copies: int, on_sheet: int) -> Iterator[Page]:
    """The fronts of the cards of a document as they lie once each stack is cut, and its piles are laid on
    each other from the top left, row by row.
    """
    sheets = [side for side in document.pages() if isinstance(side, Sheet)][:: document.sides]
    cards = sum(len(sheet.placed) for sheet in sheets) // copies
    for stack in stacks(cards, copies, on_sheet):
        cut, sheets = sheets[: stack.sheets], sheets[stack.sheets :]
        for place in range(on_sheet):
            yield from (sheet.placed[place].page for sheet in cut if place < len(sheet.placed))
    assert not sheets


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
