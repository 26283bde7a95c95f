"""Blank cards that look like those of a face."""

from __future__ import annotations

from itertools import pairwise

import pytest

from casedeck.build.pipeline import build
from casedeck.model.page import Line, Page, leaves
from tests.support.decks import ROOT, asked
from tests.support.ink import said, texts

DECK = "title: Ours\ncards: [timpson]\nprint:\n  - blank {face} card: {{copies: {copies}}}\n"
LEAST_MM = 8.0
"""How far apart two lines to write on are at least."""


@pytest.mark.parametrize(("face", "sides"), [("reader", 1), ("pocket", 2)])
def test_a_blank_card_has_prompts_and_lines(face: str, sides: int) -> None:
    """It names what is to be written, has a line for it, and neither number, family nor stamp; a card of the
    deck has all its words.
    """
    (document,) = build(asked(DECK.format(face=face, copies=1).encode(), ROOT)).documents
    pages = [*document.each_page()]
    assert len(pages) == sides
    words = [said(text) for page in pages for text in texts(page.marks)]
    assert {"Overview", "Our case study"} <= {*words}
    assert not {"DRAFT", "In brief", "0", "Timpson"} & {*words}
    for page in pages:
        assert closest(page) >= LEAST_MM


def closest(page: Page) -> float:
    """How far apart the two nearest lines to write on are that begin at the same place, mm."""
    starts: dict[float, list[float]] = {}
    for mark in leaves(page.marks):
        if isinstance(mark, Line) and mark.y1 == mark.y2:
            starts.setdefault(round(mark.x1, 1), []).append(mark.y1)
    return min(low - high for heights in starts.values() for high, low in pairwise(sorted(heights)))


def test_copies_of_a_blank_card_share_a_sheet() -> None:
    """Four blank pocket cards are cut from two sheets of A4."""
    (document,) = build(asked(DECK.format(face="pocket", copies=4).encode(), ROOT)).documents
    assert document.sheets == 2
    assert document.file_name == "blank-pocket-card-a4.pdf"
