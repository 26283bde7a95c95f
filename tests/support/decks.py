"""Decks to build in tests: those that ship, changed to another face, paper or theme."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from casedeck.build.deck_file import DeckFile
from casedeck.build.pipeline import Built, build, draw, select
from casedeck.compose.faces import FACES
from casedeck.disk.folder import Folder
from casedeck.errors import Report
from casedeck.library.files import Files
from casedeck.model.deck import Deck
from casedeck.model.page import Page
from casedeck.prints import cards
from casedeck.prints.cards import Prepared
from casedeck.prints.documents import bench_of
from casedeck.wording import unwatched

ROOT = Path(__file__).parents[2]
WORKSHOP = Path(__file__).parent / "workshop"
"""A facilitator's folder for tests: case studies of every shape, and a theme with a logo."""


def stems(folder: str) -> list[str]:
    """The names of the YAML files in a folder of the repository, without their ending."""
    return sorted(path.stem for path in (ROOT / folder).glob("*.yaml"))


DECKS = stems("decks")
THEMES = stems("assets/themes")
PAPERS = [name for name in stems("assets/papers") if not name.startswith("two-")]
"""The papers that ship and are one sheet: all but those that are glued together."""
FACE_NAMES = sorted(FACES)


def shipped_deck(name: str) -> bytes:
    """A shipped deck file as it is."""
    return (ROOT / "decks" / f"{name}.yaml").read_bytes()


def printed_as(deck: bytes, face: str, paper: str, theme: str, copies: int = 1) -> bytes:
    """A deck file with its print items replaced by one."""
    values: dict[str, Any] = yaml.safe_load(deck)
    values["print"] = [{"cards": {"face": face, "paper": paper, "theme": theme, "copies": copies}}]
    return yaml.safe_dump(values, allow_unicode=True).encode()


def deck_of(
    *cases: str, face: str = "index", paper: str = "A4", theme: str = "default", copies: int = 1
) -> bytes:
    """A deck file that names these case studies, or all."""
    deck = yaml.safe_dump({"title": "A deck for tests", "cards": list(cases) or "all"}).encode()
    return printed_as(deck, face, paper, theme, copies)


def asked(deck: bytes, files: Path | Files = WORKSHOP) -> DeckFile:
    """A deck file of these bytes, called test, in a folder."""
    return DeckFile("test", deck, "test.yaml", Folder(files) if isinstance(files, Path) else files)


def planned(deck: bytes, home: Path = WORKSHOP) -> Built:
    """The deck, loaded, composed and judged. Raises DeckError."""
    return build(asked(deck, home))


def prepared(deck: bytes, home: Path = WORKSHOP) -> tuple[Deck, list[Prepared]]:
    """The deck and the fitted cards of its documents. Raises DeckError."""
    report = Report()
    chosen = select(asked(deck, home))
    library = chosen.library.again(report)
    bench = bench_of(chosen.deck, chosen.cards, None, library, report, unwatched)
    report.raise_if_any()
    assert bench is not None
    made = [cards.prepared(bench, item) for item in chosen.deck.prints]
    report.raise_if_any()
    return chosen.deck, made


def pdf_files(deck: bytes, home: Path = WORKSHOP) -> dict[str, bytes]:
    """The PDFs of a deck file by name."""
    plan = planned(deck, home)
    return {each.file_name: draw(plan.deck, each, lambda: None) for each in plan.documents}


def pdf_of(deck: bytes, home: Path = WORKSHOP) -> bytes:
    """The PDF of a deck file with one print item."""
    (data,) = pdf_files(deck, home).values()
    return data


def pages_of(one: Prepared) -> list[Page]:
    """The pages of a print item."""
    return [page for sides in one.cards_in_pages() for page in sides]


@lru_cache(maxsize=32)
def whole_library(face: str, paper: str, theme: str) -> Prepared:
    """Every shipped case study on one face, paper and theme."""
    _, (one,) = prepared(deck_of(face=face, paper=paper, theme=theme), ROOT)
    return one
