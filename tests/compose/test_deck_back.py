"""The back of a deck's own."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from casedeck.compose.deck_back import deck_back
from casedeck.model.page import Page, Shape, leaves
from tests.support.decks import THEMES, deck_of, pdf_of, planned, whole_library
from tests.support.ink import groups, ink, overlapping, read_out
from tests.support.pdfua import failures
from tests.support.samples import SAMPLES, sample_sheet
from tests.support.values import changed

EVERY_THEME = (*THEMES, "with-logo")


def back(face: str = "sorter", theme: str = "default", title: str = "What makes relationships work") -> Page:
    """The back of all shipped cards."""
    sheet = changed(sample_sheet(face, theme=theme), deck_title=title)
    return deck_back(sheet, whole_library("index", "A4", "default").cards)


@pytest.mark.parametrize("theme", EVERY_THEME)
@pytest.mark.parametrize("face", ["index", "sorter", "pocket", "wall"])
def test_the_title_and_the_logo_stand_clear(face: str, theme: str) -> None:
    """Nothing is near a cut edge, no two texts meet, and both are below the pattern."""
    for title in ("COOK", "A deck for everybody who has never met, and for some who have"):
        page = back(face, theme, title)
        assert read_out(page.marks) == title
        assert overlapping(page) == []
        boxes = ink(page)
        right, foot = max(box.right for box in boxes), max(box.bottom for box in boxes)
        nearest = min(*(min(box.x, box.y) for box in boxes), page.size.width - right, page.size.height - foot)
        assert nearest >= page.clear
        tiles = [mark.box.bottom for mark in leaves(page.marks) if isinstance(mark, Shape)]
        assert max(tiles) < min(box.y for box in boxes[-2 if theme == "with-logo" else -1 :])
        assert len([*groups(page.marks, "Figure")]) == (theme == "with-logo")


def test_a_print_shop_gets_every_back_with_its_bleed() -> None:
    """All pages of the file are of one size."""
    text = deck_of(*SAMPLES, face="sorter").decode()
    asked = text.replace("theme:", "back: deck\n    for: print shop\n    theme:").replace(
        "    paper: A4\n", ""
    )
    with pikepdf.open(BytesIO(pdf_of(asked.encode()))) as pdf:
        assert len(pdf.pages) == 2 * len(SAMPLES)
        assert len({tuple(map(float, page.mediabox)) for page in pdf.pages}) == 1


def test_the_pattern_is_the_deck_s_own() -> None:
    """Two decks have two patterns; a deck of one card repeats its figure over the whole back."""
    cards = whole_library("index", "A4", "default").cards
    sheet = sample_sheet("sorter")
    pages = [deck_back(sheet, some) for some in (cards, cards[10:20], cards[:1])]
    assert len({page.marks for page in pages}) == 3
    shapes = [[mark.box for mark in leaves(page.marks) if isinstance(mark, Shape)] for page in pages]
    tiles = [sum(box.width > box.height / 2 for box in found) for found in shapes]
    assert tiles[0] == tiles[1] == tiles[2] > 20


@pytest.mark.parametrize(("face", "pages"), [("index", 10), ("sorter", 4)])
def test_one_back_stands_behind_all_cards(face: str, pages: int) -> None:
    """It is read out once, tagged without a fault, and costs the file next to nothing a card."""
    text = deck_of(*SAMPLES, face=face).decode()
    with_back = text.replace("theme:", "back: deck\n    theme:").encode()
    (document,) = planned(with_back).documents
    assert (document.page_count, document.sides) == (pages, 2)
    data = pdf_of(with_back)
    assert failures(data) == []
    assert len(data) < len(pdf_of(deck_of(*SAMPLES, face="index"))) + 40_000
