"""Values to test with: case studies, cards, print items and marks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from casedeck.compose.fit import Fitted, sides_of_card
from casedeck.compose.stationery import Stationery
from casedeck.errors import Place
from casedeck.model.case_study import CaseStudy
from casedeck.model.deck import Card, PrintItem
from casedeck.model.page import Page, Run, Text
from casedeck.model.reason import BY_NAME, Reason
from casedeck.model.text import Rich, Span
from casedeck.prints.cards import Prepared
from tests.support.decks import deck_of, prepared
from tests.support.values import changed

SAMPLES = ("long-words", "short-words", "with-lists", "with-link", "with-inline-link")
"""The case studies of the folder for tests."""


@lru_cache(maxsize=64)
def sample(
    face: str = "index", paper: str = "A4", theme: str = "default", case: str = "long-words"
) -> Prepared:
    """One sample case study, prepared on a face, paper and theme."""
    _, (one,) = prepared(deck_of(case, face=face, paper=paper, theme=theme))
    return one


def sample_case(case: str = "long-words") -> CaseStudy:
    """A sample case study."""
    return sample(case=case).cards[0].case


def sample_sheet(face: str = "index", paper: str = "A4", theme: str = "default") -> Stationery:
    """The sheet that all the samples are set on."""
    _, (one,) = prepared(deck_of(*SAMPLES, face=face, paper=paper, theme=theme))
    return one.sheet


def sample_item(face: str = "index", paper: str = "A4", theme: str = "default") -> PrintItem:
    """A print item."""
    return sample(face, paper, theme).item


def card(case: CaseStudy, number: int = 1, of: int = 1) -> Card:
    """A card of a case."""
    return Card(case, number, of, Reason(BY_NAME))


def card_with(**changes: object) -> Card:
    """A card of the long sample with fields changed."""
    return card(changed(sample_case(), **changes))


def words(count: int, word: str = "steady") -> str:
    """A text of so many words."""
    return " ".join([word] * count)


def bold(text: str) -> Rich:
    """A text in bold."""
    return (Span(text, bold=True),)


def line_of_text(text: str, x: float = 20, y: float = 20, width: float = 30, size_pt: float = 12) -> Text:
    """One line of text."""
    return Text(x, y, width, (Run(text, "regular", size_pt, "#000000"),))


NOWHERE = Place("test.yaml", 1, 1)


def sides_of_cards(face: str, fitted: Fitted, sheet: Stationery) -> Iterator[tuple[Page, ...]]:
    """The sides of each card as pages, front and back, made when they are asked for."""
    return (sides_of_card(face, fitted, sheet, place) for place in range(len(fitted.fits)))
