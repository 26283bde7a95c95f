"""Sides of paper made ready for a printer: moved and made larger exactly, and else left alone."""

from __future__ import annotations

import pytest

from casedeck.impose.flip import Stand, behind
from casedeck.impose.printer import OnPrinter, clear_of
from casedeck.model.geometry import Box, Size
from casedeck.model.page import Group, Line, Link, Page, Run, Shape, Text, bounds_of
from casedeck.model.paper import Paper
from casedeck.model.printer import ANY_PRINTER, Offset, Printer
from casedeck.model.sheet import LONG, SHORT, Placed, Sheet

A4 = Size(210.0, 297.0)
BACKS = Printer(offset=Offset(1.5, -0.5), lying=Offset(0.25, 2.0))


def page(size: Size = A4, inset: float = 10.0) -> Page:
    """A page with a mark of each kind, within a frame so far from its edge."""
    marks = (
        Shape(Box(0, 0, *size).inset(inset, inset), 2, "", "#000000", 0.0),
        Group("P", (Text(50, 60, 30, (Run("Words", "bold", 12, "#000000"),)),)),
        Line(20, 30, 40, 30, 1, "#000000"),
        Link(Box(50, 55, 30, 6), "https://example.org", "there"),
    )
    return Page(size, marks, "1", "One")


def ready(printer: Printer, *sides: Page | Sheet, flip: str = "", two: bool = True) -> list[Page | Sheet]:
    """The sides of a document on such a printer."""
    return [*OnPrinter(printer, 2 if two else 1, flip, [])(sides)]


def place(side: Page | Sheet) -> tuple[float, float]:
    """Where the frame of a page is, or the first card of a sheet."""
    box = bounds_of(side.marks[:1]) if isinstance(side, Page) else side.placed[0]
    return box.x, box.y


def test_any_printer_changes_nothing() -> None:
    """Where nothing is known of a printer, each side is the very same."""
    one, two = page(), page()
    assert [each is made for each, made in zip((one, two), ready(ANY_PRINTER, one, two), strict=True)] == [
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("size", "flip", "shift"),
    [
        (A4, "", (1.5, 0.5)),
        (A4, LONG, (1.5, 0.5)),
        (A4, SHORT, (-1.5, -0.5)),
        (A4.landscape, "", (0.25, -2.0)),
        (A4.landscape, SHORT, (0.25, -2.0)),
        (A4.landscape, LONG, (-0.25, 2.0)),
    ],
)
def test_backs_come_behind_their_fronts(size: Size, flip: str, shift: tuple[float, float]) -> None:
    """A back is moved by as much as it is off, on paper that stands and that lies, over either edge, and a
    front is not.
    """
    sides = [page(size), page(size), page(size), page(size)]
    found = [place(each) for each in ready(BACKS, *sides, flip=flip)]
    back = 10 + shift[0], 10 + shift[1]
    assert found == [(10, 10), pytest.approx(back)] * 2
    assert [place(each) for each in ready(BACKS, *sides, flip=flip, two=False)] == [(10, 10)] * 4


@pytest.mark.parametrize("flip", [LONG, SHORT])
@pytest.mark.parametrize("size", [A4, A4.landscape])
def test_what_was_off_meets(size: Size, flip: str) -> None:
    """Once the printer has put the moved back aside by its offset, it stands behind the front: checked in the
    frame of the front, through the paper.
    """
    sheet = Size(*size)
    across, down = BACKS.lying if size.width > size.height else BACKS.offset
    front = Box(40, 50, 20, 10)
    stand = behind(Stand(front, 0), sheet, flip)
    side = Page(size, (Shape(stand.box, 0, "#000000", "", 0),), "2", "Back")
    _, made = ready(BACKS, page(size), side, flip=flip)
    seen = behind(Stand(bounds_of(made.marks) if isinstance(made, Page) else front, 0), sheet, flip).box
    assert (seen.x + across, seen.y + down) == pytest.approx((front.x, front.y))


def test_a_small_print_is_drawn_larger() -> None:
    """Everything on a page grows about its middle, type and lines too, so that it comes out true to size."""
    notes: list[str] = []
    (made,) = OnPrinter(Printer(scale=0.98, margin_mm=4), 1, "", notes)([page()])
    frame, text, line, link = made.marks
    assert bounds_of((frame,)).width * 0.98 == pytest.approx(A4.width - 20)
    assert bounds_of((frame,)).x + bounds_of((frame,)).right == pytest.approx(A4.width)
    assert isinstance(text, Group)
    assert isinstance(text.marks[0], Text)
    assert text.marks[0].runs[0].size_pt == pytest.approx(12 / 0.98)
    assert isinstance(line, Line)
    assert (line.x2 - line.x1, line.width_pt) == pytest.approx((20 / 0.98, 1 / 0.98))
    assert isinstance(link, Link)
    assert link.box.width == pytest.approx(30 / 0.98)
    assert notes == ["drawn 2.0 % larger, as your printer needs it"]


def test_margins_are_kept() -> None:
    """Where one side of a document would come into the margins, none is drawn larger, and that is said."""
    notes: list[str] = []
    sides = [page(), page(inset=6.0)]
    made = [*OnPrinter(Printer(scale=0.98, margin_mm=5), 1, "", notes)(sides)]
    assert made == sides
    assert notes == [
        "not drawn 2.0 % larger: it would come 3.1 mm from the edge, and your printer needs 5 mm"
    ]
    assert [*OnPrinter(Printer(scale=1.02, margin_mm=5), 1, "", notes)(sides)] != sides


def test_paper_that_does_not_go_through_it_is_left_alone() -> None:
    """What is printed elsewhere is neither moved nor made larger."""
    small = Printer(scale=0.98, offset=Offset(1, 1), largest=Paper("A4", "A4", A4, "A4"))
    large = page(Size(297.0, 420.0))
    assert ready(small, large, large) == [large, large]
    assert ready(small, page(), page()) != [page(), page()]


def test_sheets_of_cards_move_as_a_whole() -> None:
    """Cards on a back keep their distances, windows move along, and what was the very same stays so."""
    card = page(Size(99.0, 142.0))
    placed = (Placed(card, 6, 6, 0, False), Placed(card, 105, 6, 180, False, Box(105, 6, 50, 50)))
    guides = (Line(6, 6, 6, 290, 0.5, "#000000"),)
    front, back, _, again = (Sheet(A4, placed, guides, str(number)) for number in range(4))
    made = ready(BACKS._replace(scale=0.99, margin_mm=1), front, back, front, again)
    first, second = made[1], made[3]
    assert isinstance(first, Sheet)
    assert isinstance(second, Sheet)
    assert first.placed is second.placed
    assert first.placed[0].page is first.placed[1].page
    assert first.placed[1].x - first.placed[0].x == pytest.approx(99 / 0.99)
    assert place(first)[0] == pytest.approx((6 - 105) / 0.99 + 105 + 1.5)
    window = first.placed[1].window
    assert window
    assert (window.x, window.width) == pytest.approx((first.placed[1].x, 50 / 0.99))
    assert clear_of(front, 1) == pytest.approx(6, abs=0.2)
