"""Contact sheets, and pictures as others see them."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from casedeck.draw.contact_sheet import GREY, MOST, as_seen, contact_sheet, side_of, small
from casedeck.model.colour import EYES, in_grey, light_of, seen_by, written


def png(colour: tuple[int, int, int], size: tuple[int, int] = (30, 20)) -> bytes:
    """A picture of one colour."""
    buffer = BytesIO()
    Image.new("RGB", size, colour).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize("vision", [GREY, *EYES])
def test_a_picture_is_seen_as_its_colours_are(vision: str) -> None:
    """Each dot is within three of 255 steps of what the colour comes to in linear light."""
    for colour in ((0, 85, 140), (184, 90, 36), (242, 179, 61), (29, 37, 48)):
        found = Image.open(BytesIO(as_seen(png(colour), vision))).getpixel((3, 3))
        red, green, blue = colour
        light = light_of((red / 255, green / 255, blue / 255))
        seen = in_grey(light) if vision == GREY else seen_by(light, vision)
        wanted = [255 * each for each in written(seen)]
        assert found == pytest.approx(wanted, abs=3)


def test_pages_stand_in_rows() -> None:
    """Pages wrap onto a further row where a sheet is wide enough, and keep their shape."""
    one = small(png((9, 9, 9)), 300, ("a.pdf", "page 1"))
    assert one.picture.size == (300, 200)
    few, many = (Image.open(BytesIO(contact_sheet([one] * number))) for number in (2, 20))
    assert few.width < many.width <= 2400 + 24
    assert many.height > 2 * few.height


def test_long_names_are_shortened() -> None:
    """A name that is wider than its page makes the sheet no wider."""
    short, long = (small(png((9, 9, 9)), 300, (name,)) for name in ("a", "a" * 300))
    sizes = {Image.open(BytesIO(contact_sheet([each]))).size for each in (short, long)}
    assert len(sizes) == 1


def test_more_pages_are_smaller() -> None:
    """However many there are, each has a size."""
    sides = [side_of(pages) for pages in (1, 13, 100, MOST, 10 * MOST)]
    assert sides == sorted(sides, reverse=True)
    assert sides[-1] > 100
