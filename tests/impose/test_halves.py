"""Pages on two sheets of paper that are glued together."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2
import pytest
from PIL import Image, ImageChops

from casedeck.draw.pdf import draw_pdf
from casedeck.errors import DeckError, Place, Report
from casedeck.impose.halves import Halves
from casedeck.library.paper import PAPERS as PAPER_FILES
from casedeck.library.shelf import Shelf
from casedeck.model.geometry import Box, Size
from casedeck.model.page import Group, Mark, Page, Shape, Text
from casedeck.model.paper import CLEAR_MM, Half, Paper
from casedeck.model.sheet import Sheet, Side
from casedeck.rules.edges import clear_of_edges
from tests.support.decks import deck_of, planned
from tests.support.imposing import too_near_the_edge
from tests.support.pdfua import failures
from tests.support.reading import Overlay, lines
from tests.support.samples import NOWHERE, sample

HALVES = {"A4": Half("A4", Size(210, 297)), "Letter": Half("Letter", Size(215.9, 279.4))}
DOTS = 4
"""Dots to a millimetre."""
SEAM = 194.0
"""Where the second half of two sheets of A4 begins, mm."""


def page(size: Size) -> Page:
    """A page with a pattern as large as it may be."""
    step = 7.0
    places = [
        (x, y) for x in range(int((size.width - 13) // step)) for y in range(int((size.height - 13) // step))
    ]
    boxes = [
        Box(6.5 + x * step, 6.5 + y * step, step * (0.3 + 0.1 * ((x + y) % 5)), step / 2) for x, y in places
    ]
    squares = [Shape(box, 0, "#000000", "", 0) for box in boxes]
    return Page(size, (Group("Figure", tuple(squares), "A pattern"),), "1", "A pattern")


def no_words(box: Box) -> tuple[Mark, ...]:
    """Leaves the strip without words."""
    del box
    return ()


def halves_of(whole: Page, half: Half, colour: str = "#000000") -> list[Sheet]:
    """The two sheets of a page."""
    return [*Halves(lambda: [whole], half.size, no_words, colour).sides()]


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("lies", [True, False])
def test_two_sheets_are_as_large_as_they_are_glued(half: str, lies: bool) -> None:
    """Each is a sheet of the paper that is in the printer, turned to suit; nothing is printed where printers
    do not reach, of pages that keep clear of their own edges.
    """
    paper = HALVES[half]
    size = paper.glued.landscape if lies else paper.glued.portrait
    sheets = halves_of(page(size), paper)
    assert [sheet.size for sheet in sheets] == [paper.size.portrait if lies else paper.size.landscape] * 2
    for sheet in sheets:
        assert too_near_the_edge(sheet._replace(placed=())) == []
        assert [*clear_of_edges(NOWHERE, sheet)] == []
        assert sheet.placed[0].window
    assert [sheet.placed[0].first for sheet in sheets] == [True, False]
    assert [sheet.label for sheet in sheets] == ["1", "2"]


def test_ink_at_the_edge_is_seen() -> None:
    """Twin: a page whose ink is too near to an edge of its own is too near on its half as well."""
    whole = page(HALVES["A4"].glued.landscape)
    near = Shape(Box(3, 100, 10, 10), 0, "#000000", "", 0)
    first, second = halves_of(whole._replace(marks=(near,)), HALVES["A4"])
    assert [each.code for each in clear_of_edges(NOWHERE, first)] == ["P103"]
    assert [*clear_of_edges(NOWHERE, second)] == []


def pictures(sides: Sequence[Side]) -> list[Image.Image]:
    """Sides of paper as they are printed."""
    data = draw_pdf(sides, sample().sheet.fonts, title="Halves", subject="", language="en-GB")
    assert failures(data) == []
    return [side.render(scale=DOTS * 25.4 / 72).to_pil().convert("L") for side in pypdfium2.PdfDocument(data)]


def glued(first: Image.Image, second: Image.Image, lies: bool, off: float = 0.0) -> Image.Image:
    """The second half cut along its line, and laid on the strip of the first, `off` mm beside its place."""
    edge, seam = round(CLEAR_MM * DOTS), round((SEAM + off) * DOTS)
    box = (edge, 0, second.width, second.height) if lies else (0, edge, second.width, second.height)
    kept = second.crop(box)
    size = (seam + kept.width, kept.height) if lies else (kept.width, seam + kept.height)
    whole = Image.new("L", size, 255)
    whole.paste(first, (0, 0))
    whole.paste(kept, (seam, 0) if lies else (0, seam))
    return whole


def differing(one: Image.Image, other: Image.Image) -> float:
    """The share of dots in which two pictures differ by more than the edge of a line may."""
    size = min(one.width, other.width), min(one.height, other.height)
    parts = [each.crop((0, 0, *size)) for each in (one, other)]
    return sum(ImageChops.difference(*parts).histogram()[96:]) / (size[0] * size[1])


@pytest.mark.parametrize("lies", [True, False])
def test_cut_and_glued_it_is_the_whole_page(lies: bool) -> None:
    """Printed, cut along the broken line and glued up to the whole one, the two halves are the page."""
    half = HALVES["A4"]
    whole = page(half.glued.landscape if lies else half.glued.portrait)
    (wanted,) = pictures([whole])
    first, second = pictures(halves_of(whole, half, "#FFFFFF"))
    assert differing(glued(first, second, lies), wanted) < 0.01


def test_halves_glued_beside_their_place_are_seen() -> None:
    """Twin: two millimetres off, the pattern does not meet."""
    half = HALVES["A4"]
    whole = page(half.glued.landscape)
    (wanted,) = pictures([whole])
    first, second = pictures(halves_of(whole, half, "#FFFFFF"))
    assert differing(glued(first, second, lies=True, off=2.0), wanted) > 0.05


def paper(name: str, text: str = "") -> tuple[Paper | None, list[str]]:
    """A paper of a shelf, and what is said of its file."""
    files = Overlay({f"assets/papers/{name}.yaml": text} if text else {})
    report = Report()
    return Shelf(PAPER_FILES, files).find(name, Place("deck.yaml", 9, 9), report), lines(report)


def test_two_sheets_are_a_paper() -> None:
    """Two A4 are 398 mm long: their unprinted edges and 10 mm of overlap are lost."""
    found, problems = paper("two A4")
    assert problems == []
    assert found
    assert (found.size, found.half, found.large) == (Size(297, 398), HALVES["A4"], True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "name: Four\ntwo of: two A4",
            "2:9: V106 two A4 is no single sheet; name paper that has a width and a height",
        ),
        ("name: Two\ntwo of: A44", '2:9: V106 unknown paper "A44"; did you mean "A4"?'),
        ("name: Two", '1:1: V102 "height" is missing in a paper'),
    ],
)
def test_two_of_what_is_no_sheet_is_refused(text: str, said: str) -> None:
    """Two of two, two of nothing that there is, and no size at all are problems of the paper's file."""
    found, problems = paper("big", text)
    assert found is None
    assert problems[0] == f"assets/papers/big.yaml:{said}"


def test_a_deck_on_two_sheets() -> None:
    """Wall cards on two A4: twice as many pages on A4, the words on the strip, and what is to be done."""
    (document,) = planned(deck_of("short-words", "long-words", face="wall", paper="two A4")).documents
    assert (document.page_count, document.sheets, document.paper, document.sides) == (4, 4, "A4", 1)
    assert document.different == 2
    assert document.file_name == "cards-wall-two-a4.pdf"
    assert "glue it on the strip" in document.notes[-1]
    first = next(iter(document.pages()))
    assert isinstance(first, Sheet)
    assert {mark.runs[0].text for mark in first.guides if isinstance(mark, Text)} == {"glue", "here"}
    assert [page.label for page in document.each_page()] == ["1", "2"]


def test_backs_on_two_sheets() -> None:
    """Cards with a back of the deck's own: as many pages as are said, two for each front and each back."""
    item = b"wall cards: {back: deck, paper: two A4}"
    deck = b"title: T\ncards: [short-words, long-words]\nprint:\n  - " + item + b"\n"
    (document,) = planned(deck).documents
    assert len([*document.pages()]) == document.page_count == 8


def test_cards_are_not_cut_from_glued_paper() -> None:
    """With a size, the paper is one sheet: D108 where it is two, with the way out."""
    deck = b"title: T\ncards: [short-words]\nprint:\n  - cards: {size: A5, paper: two A4}\n"
    with pytest.raises(DeckError, match="say paper: A4"):
        planned(deck)
