"""Cards for a print shop, and what to order there."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
import yaml

from casedeck.build.pipeline import drawn
from casedeck.errors import DeckError
from tests.support.decks import planned
from tests.support.pdfua import failures


def deck(**item: object) -> bytes:
    """A deck of two cards for a print shop."""
    values = {
        "title": "A deck for tests",
        "cards": ["with-link", "short-words"],
        "print": [{"cards": {"face": "sorter", "for": "print shop", **item}}],
    }
    return yaml.safe_dump(values).encode()


def test_each_side_is_a_page_with_bleed_and_its_order_is_in_words() -> None:
    """Fronts and backs alternate, once however many are ordered; the order says size, sides and numbers."""
    files = drawn(planned(deck(copies=30))).files
    assert sorted(files) == ["cards-sorter-a4-print-shop.pdf", "for-the-print-shop.txt"]
    data = files["cards-sorter-a4-print-shop.pdf"]
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [str(page.label) for page in pdf.pages][::2] == ["1", "2"]
        assert len(pdf.pages) == 4
        assert all("/BleedBox" in page.obj for page in pdf.pages)
    assert failures(data) == []
    order = files["for-the-print-shop.txt"].decode()
    amount = "2 different cards, 30 of each, 60 cards"
    for said in ("142 x 99 mm", "3 mm bleed", "Sides: two", "350 g/m²", amount):
        assert said in order


def test_nothing_is_ordered_where_nothing_is_for_a_print_shop() -> None:
    """An office printer's deck has no such file."""
    assert "for-the-print-shop.txt" not in drawn(planned(deck(**{"for": "office printer"}))).files


@pytest.mark.parametrize("key", ["cut", "backs", "flip"])
def test_what_a_print_shop_does_itself_is_refused(key: str) -> None:
    """How cards are cut, backed and turned is not said to it."""
    value = {"cut": "marks", "backs": "behind", "flip": "long edge"}[key]
    with pytest.raises(DeckError, match=f"D108 the print shop puts cards on sheets itself; take {key} out"):
        planned(deck(**{key: value}))
