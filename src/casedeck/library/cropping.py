"""The part of a picture that fills a box, as a photograph or as dots.

A photograph is kept as JPEG, in which it takes a tenth of the room; what is clear in places, and drawings,
charts and pictures of a screen, in which most dots are like the one beside them, keep every dot as it is.
"""

from __future__ import annotations

import io
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from casedeck.library.dots import (
    is_on_its_side,
    lying,
    on_screen,
    orientation_of,
    resampled,
    solid_of,
    turned,
    without_tricks,
)
from casedeck.library.pictures import opened
from casedeck.model.geometry import MM_PER_INCH, Size
from casedeck.model.illustration import Focus, focus_name
from casedeck.model.page import Photo, Raster

if TYPE_CHECKING:
    from PIL.Image import Image

DOTS_PER_INCH = 300
"""How finely a picture is printed, where it has so many dots."""
QUALITY, SUBSAMPLING = 85, "4:2:0"
"""How a photograph is kept as JPEG: at 300 dots to an inch nothing is to be seen of it on paper."""
ALIKE = 0.5
"""From this share of dots on that are like the one at their left, a picture is no photograph."""

Part = tuple[float, float, float, float]


class Cropping(NamedTuple):
    """What is wanted of a picture: so many dots across and down, around a focus, in grey or in colours."""

    width: int
    height: int
    focus: Focus
    grey: bool

    def name(self, file: str) -> str:
        """What tells it from every other picture in a document."""
        grey = " in grey" if self.grey else ""
        return f"{file} at {focus_name(self.focus)}{grey}, {self.width} x {self.height}"


def cropping_for(size: Size, focus: Focus, *, grey: bool) -> Cropping:
    """The picture that fills a box of a size in mm."""
    across, down = (max(1, round(length / MM_PER_INCH * DOTS_PER_INCH)) for length in size)
    return Cropping(across, down, focus, grey)


def size_shown(data: bytes) -> tuple[int, int]:
    """How many dots wide and high a picture is as a viewer shows it. Raises NotShownError where it cannot be
    shown, or is damaged anywhere.
    """
    with opened(data) as picture:
        size = picture.size[::-1] if is_on_its_side(orientation_of(picture)) else picture.size
        picture.draft(None, (1, 1))
        picture.load()
        return size


def cropped(file: str, data: bytes, wanted: Cropping) -> Photo | Raster:
    """The largest part of a picture with the shape of a box and its focus as near to the middle as can be;
    with fewer dots than wanted where the file has no more. Raises NotShownError.
    """
    with opened(data) as picture:
        colours, solid = _upright(picture, data, wanted)
    name = wanted.name(file)
    if wanted.grey:
        colours = colours.convert("L")
    if solid is None and _is_photo(colours):
        return Photo(name, *colours.size, wanted.grey, _jpeg(colours))
    dots = colours.convert("RGB").tobytes()
    return Raster(name, *colours.size, dots, solid.tobytes() if solid else b"")


def _upright(picture: Image, data: bytes, wanted: Cropping) -> tuple[Image, Image | None]:
    """Colours and solidity of what is wanted; None where all of it is solid."""
    orientation, profile = orientation_of(picture), picture.info.get("icc_profile")
    shape = (wanted.height, wanted.width) if is_on_its_side(orientation) else (wanted.width, wanted.height)
    focus = lying(orientation, wanted.focus.across / 100, wanted.focus.down / 100)
    left, _, right, _ = _part(picture.size, shape, focus)
    scale = shape[0] / (right - left)
    picture.draft(None, (ceil(picture.width * scale), ceil(picture.height * scale)))
    picture.load()
    size = max(1, round(shape[0] / max(scale, 1))), max(1, round(shape[1] / max(scale, 1)))
    part = _part(picture.size, shape, focus)
    colours, solid = resampled(without_tricks(picture), solid_of(picture, data), size, part)
    colours = turned(on_screen(colours, profile), orientation)
    if solid is None or solid.getextrema() == (255, 255):
        return colours, None
    return colours, turned(solid, orientation)


def _part(size: tuple[int, int], shape: tuple[int, int], focus: tuple[float, float]) -> Part:
    """The largest part of a picture with the proportions of a shape, around a focus in shares of the size;
    left, top, right and lower edge.
    """
    scale = min(size[0] / shape[0], size[1] / shape[1])
    left, right = _around(focus[0], shape[0] * scale, size[0])
    top, bottom = _around(focus[1], shape[1] * scale, size[1])
    return left, top, right, bottom


def _around(share: float, length: float, whole: int) -> tuple[float, float]:
    """Where a length begins and ends whose middle is as near to a share of the whole as can be."""
    begin = min(max(share * whole - length / 2, 0.0), whole - length)
    return max(begin, 0.0), min(begin + length, float(whole))


def _is_photo(colours: Image) -> bool:
    """True where most dots differ from the one at their left."""
    from PIL import ImageChops

    if colours.width == 1:
        return False
    width, height = colours.size
    right, left = colours.crop((1, 0, width, height)), colours.crop((0, 0, width - 1, height))
    differing, *others = ImageChops.difference(right, left).split()
    for band in others:
        differing = ImageChops.lighter(differing, band)
    return differing.histogram()[0] < ALIKE * (width - 1) * height


def _jpeg(colours: Image) -> bytes:
    """The bytes of a JPEG file with nothing of what the file it is from says of the camera, the place or the
    person.
    """
    colours.info.clear()
    buffer = io.BytesIO()
    colours.save(buffer, "JPEG", quality=QUALITY, subsampling=SUBSAMPLING, optimize=True)
    return buffer.getvalue()
