"""Raster pictures from users' files as a viewer shows them, with the limits that keep a hostile one from
harm.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from casedeck.errors import Place, Report
from casedeck.model.page import Raster
from casedeck.model.theme import LOGO_ROOM
from casedeck.wording import short, size

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_BYTES = 25_000_000
MAX_PIXELS = 13_000_000
MAX_JPEG_PIXELS = 50_000_000
"""Photographs may be larger: they are made small while they are decoded."""
FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP")
FINEST = 600
"""The dots to an inch, printed, beyond which a picture is made smaller: no printer shows more."""
_MAX_PROFILE = 5_000_000
_TURNED = 5
"""From this EXIF orientation on, a picture lies on its side."""


class _NotShownError(ValueError):
    def __init__(self, wrong: str, hint: str = "save it smaller") -> None:
        self.wrong, self.hint = wrong, hint
        super().__init__(wrong)


def read_picture(name: str, data: bytes, place: Place, report: Report) -> Raster | None:
    """The picture, or None with the problem recorded; its size is read from the header before any dot is
    decoded.
    """
    try:
        if len(data) > MAX_BYTES:
            raise _NotShownError(f"has {size(len(data))}; the limit is {size(MAX_BYTES)}")
        return _decoded(name, data)
    except _NotShownError as error:
        report.add(place, "T103", f"the picture {short(name)} {error.wrong}", error.hint)
        return None


def _decoded(name: str, data: bytes) -> Raster:
    """The picture in a file's bytes. Raises _NotShownError where it cannot be made out, or is too large."""
    import warnings

    from PIL import Image, UnidentifiedImageError

    most = MAX_PIXELS
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(io.BytesIO(data), formats=FORMATS) as picture,
        ):
            most = MAX_JPEG_PIXELS if picture.format in ("JPEG", "MPO") else MAX_PIXELS
            if picture.width * picture.height > most:
                raise Image.DecompressionBombError
            return _shown(name, picture, data)
    except Image.DecompressionBombError as error:
        raise _NotShownError(f"has more than {most // 1_000_000} million dots") from error
    except UnidentifiedImageError as error:
        hint = "save it as PNG in a picture program"
        raise _NotShownError("is not a PNG, JPEG, WebP, GIF or BMP file", hint) from error
    except (
        Exception
    ) as error:  # Pillow raises of everything on damaged files, struct.error and zlib.error too
        raise _NotShownError("is damaged", "open it in a picture program and save it again") from error


def _shown(name: str, picture: Image, data: bytes) -> Raster:
    """The dots that a viewer shows: the first picture of a film, upright, in the colours of a screen, no
    finer than print.
    """
    room = (2 * round(LOGO_ROOM.width / 25.4 * FINEST),) * 2
    picture.draft(None, room)  # a photograph is decoded at a half, a quarter or an eighth
    picture.load()
    orientation = _orientation(picture)
    solid = _solid(picture, data)
    colours, solid = _reduced(_without_tricks(picture), solid, on_its_side=orientation >= _TURNED)
    colours = _turned(_on_screen(colours, picture.info.get("icc_profile")), orientation)
    if solid is not None and solid.getextrema() != (255, 255):
        return Raster(
            name, colours.width, colours.height, colours.tobytes(), _turned(solid, orientation).tobytes()
        )
    return Raster(name, colours.width, colours.height, colours.tobytes(), b"")


def _orientation(picture: Image) -> int:
    """How the camera was held, from 1 to 8 as EXIF counts; 1 where that is not said or not readable."""
    try:
        said = picture.getexif().get(0x0112, 1)
    except Exception:  # noqa: BLE001  # what a damaged note says does not keep a picture from being shown
        return 1
    return said if isinstance(said, int) and 1 <= said <= 8 else 1


def _turned(picture: Image, orientation: int) -> Image:
    from PIL.Image import Transpose

    ways = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return picture.transpose(ways[orientation]) if orientation in ways else picture


def _solid(picture: Image, data: bytes) -> Image | None:
    """How solid each dot is, as a grey picture; None where all are."""
    from PIL import ImageChops

    clear = picture.info.get("transparency")
    if picture.has_transparency_data and (
        picture.mode in ("RGBA", "LA", "PA", "RGBa", "La", "P") or isinstance(clear, bytes)
    ):
        return picture.convert("RGBA").getchannel("A")
    if clear is None:
        return None
    wanted = clear if isinstance(clear, tuple) else (clear,)
    depth = data[24] if picture.format == "PNG" else 8
    channels = _without_tricks(picture).split()
    masks = [
        channel.point([0 if dot == _in_eight_bits(value, depth) else 255 for dot in range(256)])
        for channel, value in zip(channels, wanted, strict=True)
    ]
    solid = masks[0]
    for mask in masks[1:]:
        solid = ImageChops.lighter(solid, mask)
    return solid


def _in_eight_bits(value: int, depth: int) -> int:
    """A value of so many bits as a dot of eight shows it; Pillow has done that already where it is more than
    so many bits hold.
    """
    highest = (1 << depth) - 1
    return value >> 8 if depth == 16 else value * 255 // highest if value <= highest else value


def _without_tricks(picture: Image) -> Image:
    """The colours in one of the modes L, RGB and CMYK, eight bits each."""
    from PIL import ImageChops

    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda dot: dot * (1 / 257)).convert("L")
    if picture.mode == "CMYK":
        inverted = (
            picture.format == "JPEG" and "adobe" not in picture.info
        )  # Pillow takes each for one of Adobe's
        return ImageChops.invert(picture) if inverted else picture
    return picture.convert("L" if picture.mode in ("1", "L", "LA", "La", "F") else "RGB")


def _reduced(colours: Image, solid: Image | None, *, on_its_side: bool) -> tuple[Image, Image | None]:
    """Colours and solidity no finer than FINEST; what is clear lends nothing of its colour to the dots beside
    it.
    """
    from PIL import Image as Pillow
    from PIL.Image import Resampling

    room = (LOGO_ROOM.height, LOGO_ROOM.width) if on_its_side else (LOGO_ROOM.width, LOGO_ROOM.height)
    scale = min(room[0] / 25.4 * FINEST / colours.width, room[1] / 25.4 * FINEST / colours.height)
    if scale >= 1:
        return colours, solid
    size = max(1, round(colours.width * scale)), max(1, round(colours.height * scale))
    if solid is None:
        return colours.resize(size, Resampling.LANCZOS, reducing_gap=2.0), None
    whole = Pillow.merge(f"{colours.mode}A", [*colours.split(), solid]).resize(
        size, Resampling.LANCZOS, reducing_gap=2.0
    )
    return whole.convert(colours.mode), whole.getchannel("A")


def _on_screen(colours: Image, profile: bytes | None) -> Image:
    """The colours as a screen shows them, by the picture's own colour profile where that fits."""
    from PIL import ImageCms

    if profile and len(profile) <= _MAX_PROFILE:
        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if not ImageCms.getProfileDescription(given).startswith("sRGB"):
                shown = ImageCms.profileToProfile(
                    colours, given, ImageCms.createProfile("sRGB"), outputMode="RGB"
                )
                return shown or colours.convert("RGB")
        except (ImportError, OSError, ImageCms.PyCMSError):
            pass
    return colours.convert("RGB")
