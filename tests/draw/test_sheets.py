"""Sheets of cards as a PDF has them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest

from casedeck.draw.pdf import draw_pdf
from casedeck.model.geometry import PT_PER_MM, Box, Size
from casedeck.model.page import ARTIFACT, Group, Image, Line, Link, Page, Raster, Shape, Squares, Text
from casedeck.model.sheet import TURNS, Placed, Sheet, Side
from tests.support.pdfua import failures
from tests.support.samples import line_of_text, sample
from tests.support.tags import read_tree, spoken

PAPER = Size(297, 210)
CUT = (Line(148, 6, 148, 204, 0.25, "#4A5560"),)
LINKED = Box(30, 40, 20, 5)


def card(name: str, *, bleed: float = 0.0) -> Page:
    """A card with a line of text, a link and a picture."""
    square = Squares(f"dot {name}", (b"\1",), 0)
    marks = (
        Group(ARTIFACT, (Shape(Box(-bleed, -bleed, 20, 99 + 2 * bleed), 0, "#00558C", "", 0),)),
        Group("P", (line_of_text(name),)),
        Group("Figure", (Image(Box(100, 60, 20, 20), square, "#000000"),), f"A dot for {name}"),
        Group("P", (Group("Link", (Link(LINKED, "https://example.org", name), line_of_text("there"))),)),
    )
    return Page(Size(142, 99), marks, name, f"Card {name}", bleed=bleed)


def drawn(*sides: Side, **how: Any) -> bytes:
    """The PDF of these sides."""
    return draw_pdf(
        sides,
        sample().sheet.fonts,
        title="Sheets",
        subject="",
        language="en-GB",
        further="Again {page}",
        **how,
    )


def numbers(values: Any) -> list[float]:
    """The numbers of a box or matrix."""
    return [float(value) for value in values]


def starts(page: pikepdf.Page) -> list[tuple[float, float]]:
    """Where each first line of text begins, mm from the top left of the page."""
    stack, matrix, found = [], [1.0, 0, 0, 1, 0, 0], []
    height = float(page.mediabox[3])
    for operands, operator in [
        (each.operands, str(each.operator)) for each in pikepdf.parse_content_stream(page)
    ]:
        if operator == "q":
            stack.append(matrix)
        elif operator == "Q":
            matrix = stack.pop()
        elif operator == "cm":
            matrix = numbers(operands)
        elif operator == "Td":
            x, y = numbers(operands)
            a, b, c, d, e, f = matrix
            found.append(((a * x + c * y + e) / PT_PER_MM, (height - b * x - d * y - f) / PT_PER_MM))
    return found


@pytest.mark.parametrize("turn", TURNS)
def test_what_stands_turned_is_where_the_sheet_says(turn: int) -> None:
    """A line of text within 0.01 mm of its place, and the rectangles of links and figures around theirs."""
    page = card("one")
    placed = Placed(page, 31.5, 22.25, turn)
    data = drawn(Sheet(PAPER, (placed,), CUT, "1"))
    (text,) = [each for each in page.marks[1].marks if isinstance(each, Text)]  # type: ignore[union-attr]
    wanted = placed.standing(Box(text.x, text.y, 0, 0))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert starts(pdf.pages[0])[0] == pytest.approx((wanted.x, wanted.y), abs=0.01)
        (note,) = pdf.pages[0].obj.Annots
        left, foot, right, top = [value / PT_PER_MM for value in numbers(note.Rect)]
        at = placed.standing(LINKED)
        assert (left, PAPER.height - top, right - left, top - foot) == pytest.approx((*at,), abs=0.01)
        (figure,) = [each for each in read_tree(pdf).elements if each.role == "Figure"]
        left, foot, right, top = [value / PT_PER_MM for value in numbers(figure.node.A.BBox)]
        at = placed.standing(Box(100, 60, 20, 20))
        assert (left, PAPER.height - top, right - left, top - foot) == pytest.approx((*at,), abs=0.01)
    assert failures(data) == []


def repeated() -> bytes:
    """Three sheets with two cards: new, half new, and only what was there before, twice."""
    one, two = card("one"), card("two")
    again = (Placed(one, 6, 6, first=False), Placed(two, 149, 6, first=False))
    return drawn(
        Sheet(PAPER, (Placed(one, 6, 6), Placed(one, 149, 6, first=False)), CUT, "1"),
        Sheet(PAPER, (Placed(two, 6, 6), Placed(one, 149, 6, first=False)), CUT, "2"),
        Sheet(PAPER, again, CUT, "3"),
        Sheet(PAPER, again, CUT, "4"),
    )


def test_a_card_is_told_once_and_repetitions_say_what_they_are() -> None:
    """In full where it first stands, then as one figure a sheet."""
    told = [text for role, text in spoken(repeated()) if role == "Figure"]
    assert told == ["A dot for one", "Again one", "A dot for two", "Again one", "Again one; Again two"]
    assert failures(repeated()) == []


def test_sheets_that_show_the_same_share_their_drawing() -> None:
    """One content stream and one figure for all of them."""
    with pikepdf.open(BytesIO(repeated())) as pdf:
        contents = [page.obj.Contents.objgen for page in pdf.pages]
        assert contents[2] == contents[3]
        assert len({*contents}) == 3
        assert [str(page.label) for page in pdf.pages] == ["1", "2", "3", "4"]
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Card one", "Card two"]


def test_thousands_of_sheets_take_a_few_bytes_each() -> None:
    """Every page is there, and looks like the first that it repeats."""
    one = card("one")
    again = (Placed(one, 6, 6, first=False),)
    few = drawn(Sheet(PAPER, (Placed(one, 6, 6),), CUT, "1"), Sheet(PAPER, again, CUT, "2"))
    sheets = [Sheet(PAPER, again, CUT, str(number)) for number in range(2, 12_002)]
    many = drawn(Sheet(PAPER, (Placed(one, 6, 6),), CUT, "1"), *sheets)
    assert len(many) < len(few) + 36_000
    document = pypdfium2.PdfDocument(many)
    assert len(document) == 12_001
    pictures = [document[number].render(scale=0.3).to_pil().tobytes() for number in (0, 1, 10_050, 12_000)]
    assert len({*pictures}) == 1
    assert failures(few) == []


def test_of_a_page_larger_than_its_sheet_the_window_shows() -> None:
    """Nothing is drawn outside it, and links end at its edge."""
    page = card("one")
    data = drawn(Sheet(Size(100, 99), (Placed(page, -45, 0, window=Box(0, 0, 60, 99)),), (), "1"))
    with pikepdf.open(BytesIO(data)) as pdf:
        (note,) = pdf.pages[0].obj.Annots
        left, _, right, _ = [value / PT_PER_MM for value in numbers(note.Rect)]
        assert (left, right) == pytest.approx((0, 5), abs=0.01)
    picture = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("L")
    assert picture.crop((round(61 * PT_PER_MM), 0, picture.width, picture.height)).getextrema() == (255, 255)


def test_a_page_that_bleeds_has_its_boxes_and_its_marks_outside_the_bleed() -> None:
    """Trim, bleed around it by 3 mm, and the page around both; marks are in line with the trim."""
    data = drawn(card("one", bleed=3.0))
    with pikepdf.open(BytesIO(data)) as pdf:
        page = pdf.pages[0]
        boxes = [numbers(box) for box in (page.mediabox, page.obj.BleedBox, page.trimbox)]
        media, bleed, trim = [[value / PT_PER_MM for value in box] for box in boxes]
        assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((142, 99), abs=0.01)
        assert [b - t for b, t in zip(bleed, trim, strict=True)] == pytest.approx([-3, -3, 3, 3], abs=0.01)
        assert media == pytest.approx([0, 0, 158, 115], abs=0.01)
    picture = pypdfium2.PdfDocument(data)[0].render(scale=4).to_pil().convert("RGB")
    dots = [tuple(picture.getpixel((round(x * PT_PER_MM * 4), picture.height // 2))) for x in (4.5, 5.5, 9)]
    assert dots == [(255, 255, 255), (0, 85, 140), (0, 85, 140)]
    assert failures(data) == []


def colour_operators(data: bytes) -> set[str]:
    """The operators that choose colours, and the colour spaces of pictures."""
    found = set()
    with pikepdf.open(BytesIO(data)) as pdf:
        streams = [*pdf.pages, *[each for each in pdf.objects if isinstance(each, pikepdf.Stream)]]
        for each in streams:
            if isinstance(each, pikepdf.Page) or each.get("/Subtype") == "/Form":
                found |= {str(one.operator) for one in pikepdf.parse_content_stream(each)}
            elif each.get("/Subtype") == "/Image":
                found.add(str(each.ColorSpace))
    return found & {"rg", "RG", "k", "K", "g", "G", "/DeviceRGB", "/DeviceCMYK"}


def pictured() -> Page:
    """A card with a raster of one red and one black dot."""
    raster = Raster("two dots", 2, 1, b"\xff\0\0\0\0\0", b"")
    picture = Group("Figure", (Image(Box(50, 50, 20, 10), raster, ""),), "Two dots")
    page = card("one")
    return page._replace(marks=(*page.marks, picture, Group(ARTIFACT, CUT)))


def test_a_print_shop_gets_four_inks_and_nothing_else() -> None:
    """Words, lines, shapes, codes and pictures; an office printer gets the colours of screens."""
    assert colour_operators(drawn(pictured())) == {"rg", "RG", "/DeviceRGB"}
    data = drawn(pictured(), inks={"#00558C": (1.0, 0.62, 0.18, 0.04)})
    assert colour_operators(data) == {"k", "K", "/DeviceCMYK"}
    with pikepdf.open(BytesIO(data)) as pdf:
        code = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(pdf.pages[0]))
        assert b"1 0.62 0.18 0.04 k" in code
        forms = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        (dot,) = [each for each in forms if each.get("/Subtype") == "/Form"]
        assert b"0 0 0 1 k" in dot.read_bytes()
        (image,) = [each for each in forms if each.get("/Subtype") == "/Image"]
        assert image.read_bytes() == bytes([0, 255, 255, 0, 0, 0, 0, 255])
