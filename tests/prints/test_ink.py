"""Ink that is estimated agrees with the dots of a rendering."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pytest
from PIL import Image as Picture

from casedeck.build.deck_file import DeckFile
from casedeck.build.pipeline import Built, build, drawn
from casedeck.disk.folder import Folder
from casedeck.draw.pictures import draw_pictures
from casedeck.model.geometry import Box, Size
from casedeck.model.page import Drawing, Image, Line, Page, Raster, Shape, Squares
from casedeck.model.sheet import Placed, Sheet
from casedeck.prints.ink import Ink, black_on
from tests.support.repository import ROOT

ITEMS = (
    "cards",
    "wall cards",
    "sorter cards",
    "cards: {theme: ink-saver}",
    "wall cards: {theme: high-contrast}",
    "blank card",
    "heatmap sheet",
    "front matter",
    "card index",
    "test page",
)
TOLERANCE = 0.10
"""By which share of a rendering an estimate may be off."""
LETTER = Size(100.0, 100.0)


@cache
def built(item: str) -> Built:
    """Three cards, full and brief."""
    deck = f"title: A deck\ncards: [timpson, cook, purple-shoots]\nprint: [{item}]\n"
    return build(DeckFile("d", deck.encode(), "d.yaml", Folder(ROOT)))


def rendered(pdf: bytes) -> float:
    """The share of the paper that is dark in a picture of a PDF's pages, half as dark counting half."""
    dark = []
    for _, png in draw_pictures(pdf, 150):
        levels = Picture.open(BytesIO(png)).convert("L").histogram()
        dark.append(1 - sum(level * count for level, count in enumerate(levels)) / 255 / sum(levels))
    return sum(dark) / len(dark)


@pytest.mark.parametrize("item", ITEMS)
def test_the_estimate_is_near_a_rendering(item: str) -> None:
    """On cards, sheets and covers in every theme it is within a tenth of what the dots come to."""
    made = drawn(built(item))
    for name, printed in made.printed.items():
        assert printed.ink.cover == pytest.approx(rendered(made.files[name]), rel=TOLERANCE)


def test_copies_do_not_change_the_share() -> None:
    """Ten copies have ten times the ink on ten times the paper."""
    once, often = (drawn(built(item)).printed for item in ("cards", "cards: {copies: 10}"))
    assert [each.ink.cover for each in once.values()] == [each.ink.cover for each in often.values()]


def black(*marks: Shape | Line | Image) -> float:
    """The ink of a page of 100 by 100 mm, which is that of so many percent."""
    return black_on(Page(LETTER, marks, "1", "")) / 100


def test_known_areas() -> None:
    """A filled box counts by its darkness, and takes the place of what is below it; outlines, lines, squares,
    drawings and dots count what they are.
    """
    half, whole = Box(0, 0, 50, 100), Box(0, 0, 100, 100)
    dark = Shape(half, 0, "#000000", "", 0)
    assert black(dark) == pytest.approx(50)
    assert black(dark, Shape(half, 0, "#FFFFFF", "", 0)) == pytest.approx(0)
    assert black(Shape(whole, 0, "#808080", "", 0)) == pytest.approx(50, abs=0.3)
    assert black(Line(0, 50, 100, 50, 72 / 25.4, "#000000")) == pytest.approx(1)
    assert black(Image(whole, Squares("s", (b"\x01\x00", b"\x00\x01"), 1), "#000000")) == pytest.approx(12.5)
    ring = Drawing("r", 24, 24, "4 4 m\n20 4 l\n20 20 l\n4 20 l\nh", 0)
    assert black(Image(whole, ring, "#000000")) == pytest.approx(100 * 16 * 16 / 24 / 24)
    assert black(Image(whole, ring._replace(stroke=1), "#000000")) == pytest.approx(100 * 64 / 24 / 24)
    assert black(Image(whole, Raster("d", 2, 1, b"\0\0\0\xff\xff\xff", b""), "")) == pytest.approx(50)


def test_sheets_count_what_is_placed_on_them() -> None:
    """Each card on a sheet counts, as far as it shows."""
    card = Page(Size(50.0, 50.0), (Shape(Box(0, 0, 50, 50), 0, "#000000", "", 0),), "1", "")
    ink = Ink()
    window = Box(50, 0, 25, 50)
    ink.add(Sheet(LETTER, (Placed(card, 0, 0), Placed(card, 50, 0, 90, False, window)), (), "1"))
    assert ink.cover == pytest.approx(0.375)
    assert Ink().cover == 0.0
