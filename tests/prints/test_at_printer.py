"""Documents at a printer: its margins, its colours, its paper, and what has to be done by hand."""

from __future__ import annotations

import pytest

from casedeck.build.deck_file import DeckFile
from casedeck.build.pipeline import Built, build, drawn
from casedeck.errors import DeckError
from casedeck.library.printer import FILE
from casedeck.model.printer import ANY_PRINTER
from tests.support.reading import Overlay

SIX = "[timpson, cook, goodgym, migrateful, telescope, grow-cardiff]"
DECK = "title: A deck\n{more}cards: {cards}\nprint: [{items}]\n"


def built(printer: str, items: str = "cards", more: str = "") -> Built:
    """A deck for a printer."""
    data = DECK.format(items=items, more=more, cards=SIX if more else "[timpson]").encode()
    return build(DeckFile("d", data, "d.yaml", Overlay({FILE: printer})))


def test_wide_margins_are_kept() -> None:
    """What comes nearer than the printer reaches is refused, in its own millimetres."""
    (document,) = built("margins: 15mm\n").documents
    assert document.clear_mm == 15.0
    with pytest.raises(DeckError, match=r"P103 .*; printers need 15mm"):
        drawn(built("margins: 15mm\n"))
    assert built("margins: 4mm\n").documents[0].clear_mm == 6.0


def test_all_is_mono() -> None:
    """Nothing is called a colour print on a printer without colour, in the plan neither."""
    session = "session: {people: 12, activities: [gallery]}\n"
    assert "colour" in {each.colour for each in built("", "pack", session).documents}
    made = built("colour: no\n", "pack", session)
    assert {each.colour for each in made.documents} == {"mono"}
    assert made.plan
    assert {line.colour for plan in made.plan.activities for line in plan.prints if line.sheet} == {"mono"}


def test_paper_that_it_does_not_take() -> None:
    """What is made for A3 goes on A4; where a deck says A3, it stays there as it is, with a word on it."""
    (small,) = built("largest: A4\nscale: 98\n", "wall cards").documents
    assert small.paper == "A4"
    (large,) = built("largest: A4\nscale: 98\n", "wall cards: {paper: A3}").documents
    assert (large.paper, large.printer) == ("A3", ANY_PRINTER)
    assert any("A3 is larger than your printer takes" in fact for fact in large.facts)


def test_turning_over() -> None:
    """Files with two sides say how they are printed by hand."""
    (document,) = built("duplex: none\n", "blank card").documents
    assert any(fact.startswith("your printer prints one side") for fact in document.facts)
    (document,) = built("duplex: none\n", "cards").documents
    assert not any("one side" in fact for fact in document.facts)


def test_backs_are_made_for_the_edge_it_turns_over() -> None:
    """Cards that are cut take the printer's edge, but for one that a deck names, which is then said."""
    (document,) = built("duplex: short edge\n", "sorter cards").documents
    assert document.flip == "short edge"
    assert not any("choose to flip" in fact for fact in document.facts)
    (document,) = built("duplex: short edge\n", "sorter cards: {flip: long edge}").documents
    assert document.flip == "long edge"
    assert any(fact.startswith("choose to flip on the long edge") for fact in document.facts)
    assert built("duplex: none\n", "sorter cards").documents[0].flip == "long edge"


def test_the_test_page_is_not_changed() -> None:
    """It shows the printer as it is, whatever is known of it."""
    plain = drawn(built("", "test page"))
    assert drawn(built("scale: 98\noffset: 2mm, 2mm\nmargins: 9mm\n", "test page")).files == plain.files
