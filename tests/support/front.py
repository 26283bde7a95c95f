"""Front matter to build in tests: of shipped decks, and of small decks in a facilitator's folder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from casedeck.build.pipeline import Built, build
from casedeck.model.page import Page
from tests.support.decks import asked
from tests.support.ink import groups, read_out
from tests.support.repository import ROOT


class Front(NamedTuple):
    """A deck's plan with its front matter as the only print item, and the pages of that."""

    plan: Built
    pages: tuple[Page, ...]


def front_deck(deck: bytes, **item: object) -> bytes:
    """A deck file with its print items replaced by front matter; keys such as `theme` are those of the
    item.
    """
    values: dict[str, Any] = yaml.safe_load(deck)
    values["print"] = [{"front matter": item}]
    return yaml.safe_dump(values, allow_unicode=True).encode()


def small_deck(*cases: str, session: Mapping[str, object] | None = None, **keys: object) -> bytes:
    """A deck file that prints only its front matter."""
    values = {
        "title": "A deck for tests",
        "cards": list(cases) or ["timpson"],
        "session": dict(session or {}),
        "print": [],
        **keys,
    }
    return front_deck(
        yaml.safe_dump(
            {name: value for name, value in values.items() if value != {}}, allow_unicode=True
        ).encode()
    )


def front_of(deck: bytes, home: Path = ROOT) -> Front:
    """The front matter of a deck file. Raises DeckError."""
    plan = build(asked(deck, home))
    return Front(plan, tuple(plan.documents[0].each_page()))


@lru_cache(maxsize=128)
def shipped_front(deck: str, theme: str = "default", paper: str = "A4") -> Front:
    """The front matter of a shipped deck."""
    return front_of(front_deck((ROOT / "decks" / f"{deck}.yaml").read_bytes(), theme=theme, paper=paper))


def heading(page: Page) -> str:
    """The title of a page."""
    return " ".join(read_out([group]) for group in groups(page.marks, "H1"))


def words(page: Page) -> str:
    """All the words of a page, in reading order."""
    return read_out(page.marks)
