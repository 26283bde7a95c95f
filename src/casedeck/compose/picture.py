"""The picture of a case study or a deck on a page, and the line that says whom to thank for it."""

from __future__ import annotations

from casedeck.compose.lettering import Lettering, Style, lettered
from casedeck.compose.stationery import Stationery
from casedeck.model.geometry import Box, Size
from casedeck.model.illustration import Illustration
from casedeck.model.page import Group, Image, Mark, Shape

CREDIT_PT = 10.0
"""The smallest type on anything that is held in the hand."""
_LEADING = 1.2
_FRAME_PT = 0.5


def placed(sheet: Stationery, picture: Illustration, box: Box) -> Mark:
    """A picture cropped to a box, with what it shows in words; an empty frame where it cannot be shown, which
    a problem then says.

    It is decoded here, so this is for the marks of a page, made when the page is asked for.
    """
    made = sheet.cropped(picture, Size(box.width, box.height))
    frame = Shape(box, 0, "", sheet.colour("slate"), _FRAME_PT)
    return Group("Figure", (frame if made is None else Image(box, made, ""),), picture.alt)


def credit(
    sheet: Stationery, picture: Illustration, width: float, size_pt: float = CREDIT_PT, colour: str = ""
) -> Lettering:
    """Whom to thank for a picture, in lines no wider than `width` mm; of no height where nobody is named. It
    has a colour of its own where what is behind it asks for that.
    """
    style = Style(size_pt, size_pt * _LEADING, colour or sheet.colour("slate"))
    return lettered(picture.credit, style, width, sheet.fonts)
