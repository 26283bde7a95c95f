"""Picture files of users, opened with the limits that keep a hostile one from harm; and logos, as a viewer
shows them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from casedeck.errors import Place, Report
from casedeck.library.dots import (
    is_on_its_side,
    on_screen,
    orientation_of,
    resampled,
    solid_of,
    turned,
    without_tricks,
)
from casedeck.library.not_shown import NotShownError
from casedeck.library.svg.drawing import drawn, is_svg
from casedeck.model.geometry import MM_PER_INCH
from casedeck.model.page import Raster
from casedeck.model.theme import LOGO_ROOM
from casedeck.wording import size

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_BYTES = 25_000_000
MAX_PIXELS = 13_000_000
MAX_JPEG_PIXELS = 50_000_000
"""Photographs may be larger: they are made small while they are decoded."""
MAX_SIDE = 15_000
"""The most dots from one side to the other."""
FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP")
FINEST = 600
"""The dots to an inch, printed, beyond which a logo is made smaller: no printer shows more."""
_OF_TELEPHONES = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1", b"ftypavif")
"""How files begin, after four bytes, that telephones save in place of JPEG."""


def read_picture(name: str, data: bytes, place: Place, report: Report) -> Raster | None:
    """The picture as a logo shows it, or None with the problem recorded; its size is read from the header
    before any dot is decoded. A drawing is as fine as print.
    """
    try:
        if is_svg(data):
            return _of_drawing(name, data)
        with opened(data) as picture:
            return _shown(name, picture, data)
    except NotShownError as error:
        report.problems.append(error.problem(name, place))
        return None


@contextmanager
def opened(data: bytes) -> Iterator[Image]:
    """The picture in a file's bytes, of which nothing but the header is read yet. Raises NotShownError where
    it cannot be made out or is too large, also for what goes wrong while it is decoded inside.
    """
    import warnings

    from PIL import Image, UnidentifiedImageError

    if len(data) > MAX_BYTES:
        raise NotShownError(f"has {size(len(data))}; the limit is {size(MAX_BYTES)}")
    most = MAX_PIXELS
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(io.BytesIO(data), formats=FORMATS) as picture,
        ):
            most = MAX_JPEG_PIXELS if picture.format in ("JPEG", "MPO") else MAX_PIXELS
            if picture.width * picture.height > most:
                raise Image.DecompressionBombError
            if (longest := max(picture.size)) > MAX_SIDE:
                raise NotShownError(f"is {longest:,} dots long; the limit is {MAX_SIDE:,}")
            yield picture
    except NotShownError:
        raise
    except Image.DecompressionBombError as error:
        raise NotShownError(f"has more than {most // 1_000_000} million dots") from error
    except UnidentifiedImageError as error:
        raise NotShownError(*_no_picture(data)) from error
    except (
        Exception
    ) as error:  # Pillow raises of everything on damaged files, struct.error and zlib.error too
        raise NotShownError("is damaged", "open it in a picture program and save it again") from error


def _no_picture(data: bytes) -> tuple[str, str]:
    """What is wrong with bytes in which Pillow finds no picture, and the way out."""
    if data[4:12] in _OF_TELEPHONES:
        way = "open it on the telephone or computer, and export or share it as JPEG"
        return "is in a format of telephones (HEIC or AVIF) that casedeck does not read", way
    if is_svg(data):
        return "is a drawing (SVG), which only a logo can be", "save it as PNG, 1,000 dots wide or more"
    return "is not a PNG, JPEG, WebP, GIF or BMP file", "save it as PNG in a picture program"


def _of_drawing(name: str, data: bytes) -> Raster:
    colours = drawn(data, (_dots(LOGO_ROOM.width), _dots(LOGO_ROOM.height)))
    solid = colours.getchannel("A")
    return Raster(name, *colours.size, colours.convert("RGB").tobytes(), solid.tobytes())


def _shown(name: str, picture: Image, data: bytes) -> Raster:
    """The dots that a viewer shows: the first picture of a film, upright, in the colours of a screen, no
    finer than print.
    """
    picture.draft(None, (2 * round(_dots(LOGO_ROOM.width)),) * 2)  # decoded at a half, a quarter or an eighth
    picture.load()
    orientation = orientation_of(picture)
    solid = solid_of(picture, data)
    room = LOGO_ROOM.height, LOGO_ROOM.width
    across, down = room if is_on_its_side(orientation) else room[::-1]
    scale = min(1.0, _dots(across) / picture.width, _dots(down) / picture.height)
    wanted = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    profile = picture.info.get("icc_profile")
    colours, solid = resampled(without_tricks(picture), solid, wanted)
    colours = turned(on_screen(colours, profile), orientation)
    if solid is None or solid.getextrema() == (255, 255):
        return Raster(name, *colours.size, colours.tobytes(), b"")
    return Raster(name, *colours.size, colours.tobytes(), turned(solid, orientation).tobytes())


def _dots(length: float) -> float:
    """How many dots of the finest there are in so many mm."""
    return length / MM_PER_INCH * FINEST
