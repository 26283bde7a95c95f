"""Pictures on pages: cropped to their box when the page is made, with words and a credit."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import NamedTuple

import pikepdf
import pytest
from PIL import Image as Pillow

from casedeck.compose.picture import CREDIT_PT, credit, placed
from casedeck.compose.stationery import Stationery
from casedeck.draw.listing import draw_listing
from casedeck.draw.pdf import draw_pdf
from casedeck.library.album import Album
from casedeck.model.geometry import Box, Size
from casedeck.model.illustration import FOCUSES, Illustration
from casedeck.model.page import Group, Image, Page, Photo, Raster, Shape, Text, digest, leaves
from tests.support.pictures import photo, saved
from tests.support.reading import Overlay
from tests.support.worksheets import sheet_for

US = Illustration("us.jpg", "Five people at a table", FOCUSES["left"], "Photograph: Ann Person, CC BY 4.0")
LOGO = US._replace(file="us.png")
BOX = Box(20, 20, 30, 30)


def sheet(*, grey: bool = False) -> Stationery:
    """A4 with two pictures: a photograph, and a drawing that is clear in places."""
    drawing = Pillow.new("RGBA", (400, 400))
    drawing.paste((0, 90, 160, 255), (100, 100, 300, 300))
    album = Album(
        Overlay(
            {
                "assets/pictures/us.jpg": saved(photo(), "JPEG"),
                "assets/pictures/us.png": saved(drawing, "PNG"),
            }
        )
    )
    return sheet_for()._replace(cropped=partial(album.cropped, grey=grey))


def page_of(stationery: Stationery, *pictures: Illustration) -> Page:
    """A toy of a face: a picture, its credit below it, and so on."""
    marks = []
    for number, each in enumerate(pictures):
        box = BOX._replace(y=20 + 50 * number)
        lines = credit(stationery, each, box.width)
        marks += [placed(stationery, each, box), Group("P", lines.marks(box.x, box.bottom + 1))]
    return Page(Size(210, 297), tuple(marks), "1", "Us")


def drawn(*pages: Page) -> bytes:
    """The pages as a PDF."""
    return draw_pdf(pages, sheet().fonts, title="T", subject="", language="en-GB")


class Embedded(NamedTuple):
    """An image in a PDF: how it is packed, its colours and its bytes."""

    packed: str
    colours: str
    data: bytes


def images_of(data: bytes) -> list[Embedded]:
    """The images in a PDF."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        return [
            Embedded(str(each["/Filter"]), str(each["/ColorSpace"]), each.read_raw_bytes())
            for each in found
            if each.get("/Subtype") == "/Image"
        ]


def test_a_figure() -> None:
    """A picture is a figure with its words, and fills its box."""
    made = placed(sheet(), US, BOX)
    assert isinstance(made, Group)
    assert (made.role, made.alt) == ("Figure", "Five people at a table")
    (image,) = made.marks
    assert isinstance(image, Image)
    assert image.box == BOX
    assert isinstance(image.picture, Photo)
    assert (image.picture.width, image.picture.height) == (300, 300)


def test_a_figure_without_a_picture() -> None:
    """Where the picture cannot be shown, an empty frame stands in its place."""
    made = placed(sheet_for(), US, BOX)
    assert isinstance(made, Group)
    (frame,) = made.marks
    assert isinstance(frame, Shape)
    assert (frame.box, frame.fill) == (BOX, "")


def test_a_credit() -> None:
    """A credit is as small as type may be, in lines that fit; without one there is nothing."""
    lines = credit(sheet(), US, 30)
    assert lines.too_wide == 0
    assert len(lines.lines()) > 1
    marks = [mark for mark in lines.marks(0, 0) if isinstance(mark, Text)]
    assert {run.size_pt for mark in marks for run in mark.runs} == {CREDIT_PT}
    assert max(mark.width for mark in marks) <= 30
    nobody = credit(sheet(), US._replace(credit=""), 30)
    assert (nobody.height, nobody.marks(0, 0)) == (0, ())


def test_listed_by_name_and_size() -> None:
    """The text listing names a picture and its dots, and holds none of its bytes."""
    listing = draw_listing([page_of(sheet(), US)])
    assert "image 20.00 20.00 30.00 x 30.00 us.jpg at left, 354 x 354" in listing
    assert len(listing) < 1000


def test_in_the_pdf() -> None:
    """A photograph is in the file once, as the JPEG that it is; a drawing with its mask, every dot."""
    one = page_of(sheet(), US, LOGO)
    images = images_of(drawn(one, one._replace(label="2")))
    assert sorted(each.packed for each in images) == ["/DCTDecode", "/FlateDecode", "/FlateDecode"]
    (jpeg,) = [each for each in images if each.packed == "/DCTDecode"]
    assert jpeg.colours == "/DeviceRGB"
    shown = Pillow.open(BytesIO(jpeg.data))
    assert (shown.mode, shown.size) == ("RGB", (300, 300))


def test_in_grey() -> None:
    """In a theme with grey pictures, a photograph has one shade, and the page is another."""
    plain, grey = page_of(sheet(), US), page_of(sheet(grey=True), US)
    (image,) = images_of(drawn(grey))
    assert image.colours == "/DeviceGray"
    assert digest(plain) != digest(grey)


def test_the_same_bytes() -> None:
    """The same pages give the same file."""
    assert drawn(page_of(sheet(), US, LOGO)) == drawn(page_of(sheet(), US, LOGO))


def test_another_file_is_another_page() -> None:
    """A picture of the same name and size with other dots makes another page, which the manifest shows."""
    one, other = (
        Photo("us.jpg", 1, 1, grey=False, jpeg=data)
        for data in (saved(photo(8, 8), "JPEG"), saved(photo(9, 9), "JPEG"))
    )
    pages = [Page(Size(100, 100), (Image(BOX, each, ""),), "1", "") for each in (one, one, other)]
    first, again, last = map(digest, pages)
    assert (first == again, first == last) == (True, False)
    assert repr(one) != repr(other)
    assert len(repr(one)) < 120


@pytest.mark.parametrize("size", [10, 83])
def test_pages_hold_what_they_need(size: float) -> None:
    """A page holds a picture for its box, not the file's own."""
    made = placed(sheet(), LOGO, Box(0, 0, size, size))
    (image,) = leaves((made,))
    assert isinstance(image, Image)
    assert isinstance(image.picture, Raster)
    assert image.picture.width == min(400, round(size / 25.4 * 300))
