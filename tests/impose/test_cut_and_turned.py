"""A deck printed, turned over, cut and laid in piles, in pictures: a PDF of cards that say their number in
colours is drawn and rastered, and what comes off the guillotine is looked at dot by dot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageOps

from casedeck.draw.pdf import draw_pdf
from casedeck.impose.cards import Sides, card_sheets
from casedeck.impose.layout import BACK, FRONT, Layout, layout
from casedeck.model.geometry import Box, Size
from casedeck.model.page import Group, Page, Shape
from casedeck.model.sheet import BEHIND, BESIDE, FLIPS, LONG, SHORT
from tests.support.imposing import PAPERS
from tests.support.pdfua import failures
from tests.support.samples import sample

DOTS = 2
"""Dots to a millimetre."""
SQUARE = 9.0
COUNT = 7
CARDS = {"lying": Size(142, 99), "standing": Size(70, 120)}
Piece = tuple[Image.Image, Image.Image]
"""The two sides of what is cut out, each as it is seen."""


def card(size: Size, number: int, side: int) -> Page:
    """A side of a card: three squares in a row from the top left corner, of which the first says which side
    it is, and the others the number, as the colours of dots that any raster keeps.
    """
    colours = (
        "#FF0000" if side == FRONT else "#0000FF",
        *[f"#00{60 * digit:02X}00" for digit in divmod(number, 4)],
    )
    squares = [
        Shape(Box(8 + place * SQUARE, 8, SQUARE, SQUARE), 0, colour, "", 0)
        for place, colour in enumerate(colours)
    ]
    marks = (Group("Figure", tuple(squares), f"Card {number}"),)
    return Page(size, marks, str(number), f"Card {number}")


def cards(size: Size) -> Callable[[int], Sides]:
    """Makes the two sides of a card."""
    made: dict[int, Sides] = {}
    return lambda number: made.setdefault(number, (card(size, number, FRONT), card(size, number, BACK)))


def printed(made: Layout, copies: int) -> Iterator[Image.Image]:
    """The sides of paper that come of a PDF of the cards, as they are seen."""
    sides = (FRONT,) if made.beside else (FRONT, BACK)
    sheets = card_sheets(range(COUNT), copies, cards(made.card), made, "#808080", shown=sides)
    data = draw_pdf(
        sheets,
        sample().sheet.fonts,
        title="Cards",
        subject="",
        language="en-GB",
        sides=len(sides),
        flip=made.flip,
    )
    assert failures(data) == []
    for page in pypdfium2.PdfDocument(data):
        yield page.render(scale=DOTS * 25.4 / 72).to_pil().convert("RGB")


def seen_from_the_back(side: Image.Image, flip: str) -> Image.Image:
    """A side of paper as it would be seen through the paper from its front, once that was turned over."""
    upright = side.height >= side.width
    return ImageOps.mirror(side) if upright == (flip == LONG) else ImageOps.flip(side)


def cut_out(side: Image.Image, box: Box) -> Image.Image:
    """What is in a box (mm) of a side of paper."""
    left, top, right, foot = (round(at * DOTS) for at in (box.x, box.y, box.right, box.bottom))
    return side.crop((left, top, right, foot))


def guillotined(made: Layout, front: Image.Image, back: Image.Image, flip: str) -> list[Piece]:
    """The cards of a sheet whose printer turned it over an edge, each cut along the lines of its front and
    then turned like the page of a book.
    """
    laid = seen_from_the_back(back, flip)
    boxes = [
        Box(left, top, right - left, foot - top)
        for top, foot in pairwise(made.grid.down.cuts)
        for left, right in pairwise(made.grid.across.cuts)
    ]
    return [(cut_out(front, box), ImageOps.mirror(cut_out(laid, box))) for box in boxes]


def folded(made: Layout, side: Image.Image) -> list[Piece]:
    """The pairs of a sheet, cut out and folded along the line between card and back, each then turned like a
    page.
    """
    width, height = made.card
    pieces = []
    for place in range(made.grid.places):
        pair = made.grid.cell(place)
        front = Box(pair.x, pair.y, width, height)
        back = Box(*((pair.x, front.bottom) if made.below else (front.right, pair.y)), width, height)
        laid = (ImageOps.flip if made.below else ImageOps.mirror)(cut_out(side, back))
        pieces.append((cut_out(side, front), ImageOps.mirror(laid)))
    return pieces


def read(side: Image.Image) -> tuple[str, int] | None:
    """What a side says: which it is, and of which card; None for a blank one, or one that is not upright."""
    dots = [side.getpixel((round((8 + place * SQUARE) * DOTS), 12 * DOTS)) for place in (0.5, 1.5, 2.5)]
    names = {(255, 0, 0): "front", (0, 0, 255): "back"}
    if dots[0] not in names:
        return None
    fours, ones = (dot[1] // 60 for dot in dots[1:] if isinstance(dot, tuple))
    return names[dots[0]], 4 * fours + ones


def dealt(made: Layout, copies: int = 1, flip: str = "") -> list[tuple[object, object]]:
    """What the sides of each card say, in their order after the stack is cut and its piles are laid on each
    other. The printer turns the paper as it is asked to, or over another edge.
    """
    sides = [*printed(made, copies)]
    if made.beside:
        sheets = [folded(made, side) for side in sides]
    else:
        pairs = zip(sides[::2], sides[1::2], strict=True)
        sheets = [guillotined(made, front, back, flip or made.flip) for front, back in pairs]
    places = range(made.grid.places)
    found = [(read(sheet[place][0]), read(sheet[place][1])) for place in places for sheet in sheets]
    return [each for each in found if each != (None, None)]


def made_for(size: str, paper: str, flip: str = LONG, backs: str = BEHIND) -> Layout:
    """The layout of the cards of a size."""
    made = layout(CARDS[size], PAPERS[paper], backs, flip)
    assert made
    return made


WANTED = [(("front", number), ("back", number)) for number in range(COUNT)]


@pytest.mark.parametrize("paper", ["A4", "A3", "Letter"])
@pytest.mark.parametrize("flip", FLIPS)
@pytest.mark.parametrize("size", CARDS)
def test_each_back_is_behind_its_front(size: str, flip: str, paper: str) -> None:
    """Printed on paper that stands or lies, turned over either edge, cut and laid left on right: each card
    has its own back, upright, and the deck is in order; the last sheet is not full.
    """
    assert dealt(made_for(size, paper, flip)) == WANTED


@pytest.mark.parametrize("flip", FLIPS)
def test_the_papers_stand_and_lie(flip: str) -> None:
    """Of these sheets, some stand and some lie, so that all four ways to turn paper were tried."""
    papers = [made_for(size, "A4", flip).grid.paper for size in CARDS]
    assert {paper.width > paper.height for paper in papers} == {True, False}


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("size", CARDS)
def test_each_folded_card_has_its_own_back(size: str, paper: str) -> None:
    """Printed on one side, cut and folded: each card has its own back, upright, and the deck is in order."""
    assert dealt(made_for(size, paper, backs=BESIDE)) == WANTED


def test_decks_lie_on_each_other() -> None:
    """As many copies as there are places: each pile is a whole deck."""
    assert dealt(made_for("lying", "A4"), copies=4) == WANTED * 4


@pytest.mark.parametrize(("asked", "turned"), [(LONG, SHORT), (SHORT, LONG)])
@pytest.mark.parametrize("size", CARDS)
def test_a_printer_that_turns_the_other_edge_is_seen(size: str, asked: str, turned: str) -> None:
    """Twin: turned over the other edge, no back is upright behind its front."""
    found = dealt(made_for(size, "A4", asked), flip=turned)
    assert not {*found} & {*WANTED}


def test_the_file_asks_for_its_edge() -> None:
    """The PDF of such sheets asks the printer for the edge that they were made for."""
    made = made_for("lying", "A4", SHORT)
    sheets = card_sheets(range(2), 1, cards(made.card), made, "#808080", shown=(FRONT, BACK))
    data = draw_pdf(
        sheets, sample().sheet.fonts, title="Cards", subject="", language="en-GB", sides=2, flip=made.flip
    )
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
