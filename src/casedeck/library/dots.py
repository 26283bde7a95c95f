"""The dots of a picture file as a viewer shows them: upright, solid or clear, in the colours of a screen."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_MAX_PROFILE = 5_000_000
_TURNED = 5
"""From this EXIF orientation on, a picture lies on its side."""


def orientation_of(picture: Image) -> int:
    """How the camera was held, from 1 to 8 as EXIF counts; 1 where that is not said or not readable."""
    try:
        said = picture.getexif().get(0x0112, 1)
    except Exception:  # noqa: BLE001  # what a damaged note says does not keep a picture from being shown
        return 1
    return said if isinstance(said, int) and 1 <= said <= 8 else 1


def is_on_its_side(orientation: int) -> bool:
    """True where the width of a file's dots is the height of what is seen."""
    return orientation >= _TURNED


def lying(orientation: int, across: float, down: float) -> tuple[float, float]:
    """Where a point of the upright picture lies in the file's dots, as shares of their width and height."""
    places = {
        2: (1 - across, down),
        3: (1 - across, 1 - down),
        4: (across, 1 - down),
        5: (down, across),
        6: (down, 1 - across),
        7: (1 - down, 1 - across),
        8: (1 - down, across),
    }
    return places.get(orientation, (across, down))


def turned(picture: Image, orientation: int) -> Image:
    """The dots of a file turned upright."""
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


def solid_of(picture: Image, data: bytes) -> Image | None:
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
    channels = without_tricks(picture).split()
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


def without_tricks(picture: Image) -> Image:
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


def resampled(
    colours: Image,
    solid: Image | None,
    size: tuple[int, int],
    box: tuple[float, float, float, float] | None = None,
) -> tuple[Image, Image | None]:
    """Colours and solidity of the part of a picture within a box of dots, or of all of it, in so many dots;
    what is clear lends nothing of its colour to the dots beside it.
    """
    from PIL import Image as Pillow
    from PIL.Image import Resampling

    part = box or (0, 0, *colours.size)
    if size == colours.size and part == (0, 0, *size):
        return colours, solid
    if solid is None:
        return colours.resize(size, Resampling.LANCZOS, part, reducing_gap=2.0), None
    whole = Pillow.merge(f"{colours.mode}A", [*colours.split(), solid])
    small = whole.resize(size, Resampling.LANCZOS, part, reducing_gap=2.0)
    return small.convert(colours.mode), small.getchannel("A")


def on_screen(colours: Image, profile: bytes | None) -> Image:
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
