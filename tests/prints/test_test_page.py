"""The test page in a deck: two sheets printed on both sides, nearer to the edge than anything else may be."""

from __future__ import annotations

import pytest

from casedeck.build.deck_file import DeckFile
from casedeck.build.pipeline import Built, build, drawn
from casedeck.disk.folder import Folder
from casedeck.errors import DeckError
from casedeck.model.paper import CLEAR_MM
from tests.support.repository import ROOT

DECK = b"title: A deck\ncards: [timpson]\nprint: [test page, cards]\n"


def built(deck: bytes = DECK) -> Built:
    """The deck, composed."""
    return build(DeckFile("d", deck, "d.yaml", Folder(ROOT)))


def test_it_stands_and_lies() -> None:
    """Two files of two sides each, mono, on the paper that the deck names."""
    standing, lying, _ = built().documents
    assert (standing.file_name, lying.file_name) == ("test-page-a4.pdf", "test-page-lying-a4.pdf")
    assert [(each.sides, each.page_count, each.colour) for each in (standing, lying)] == [(2, 2, "mono")] * 2
    assert {*drawn(built()).files} == {"test-page-a4.pdf", "test-page-lying-a4.pdf", "cards-index-a4.pdf"}


def test_it_alone_goes_to_the_edge() -> None:
    """The same pages in a document that keeps clear of the edge are refused."""
    made = built()
    standing, _, cards = made.documents
    assert (standing.clear_mm, cards.clear_mm) == (0.0, CLEAR_MM)
    with pytest.raises(DeckError, match=r"P103 .* has a mark 3\.9mm from the edge"):
        drawn(made._replace(documents=[standing._replace(clear_mm=CLEAR_MM)]))
