"""Pictures made for tests, also such as no picture program would make."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image

QUARTERS = {
    "top left": (210, 40, 40),
    "top right": (40, 170, 60),
    "bottom left": (40, 60, 200),
    "bottom right": (230, 230, 230),
}
"""The colours of a photograph's quarters."""


def picture(form: str = "PNG", width: int = 8, height: int = 4, mode: str = "RGB") -> bytes:
    """A picture of one colour in a format such as PNG, JPEG, WEBP, GIF, BMP, TIFF or EPS."""
    buffer = BytesIO()
    Image.new(mode, (width, height)).save(buffer, form)
    return buffer.getvalue()


def photo(width: int = 400, height: int = 300) -> Image.Image:
    """A photograph: a red, a green, a blue and a grey quarter, with the grain that photographs have, the same
    each time.
    """
    made = Image.new("RGB", (width, height), QUARTERS["bottom right"])
    for name, colour in QUARTERS.items():
        x, y = width // 2 * name.endswith("right"), height // 2 * name.startswith("bottom")
        made.paste(colour, (x, y, x + width // 2, y + height // 2))
    grain = Image.frombytes("L", (64, 64), bytes((7919 * at * at) % 251 for at in range(64 * 64)))
    tiled = Image.new("L", (width, height))
    for x in range(0, width, 64):
        for y in range(0, height, 64):
            tiled.paste(grain, (x, y))
    return Image.blend(made, tiled.convert("RGB"), 0.15)


def saved(picture: Image.Image, form: str, **how: Any) -> bytes:
    """A picture as a file."""
    buffer = BytesIO()
    picture.save(buffer, form, **how)
    return buffer.getvalue()


def png_of_nothing(width: int, height: int) -> bytes:
    """A small PNG file whose header promises a picture of this size; all its dots are black. One million dots
    take about 1 KB.
    """
    row = b"\0" + bytes((width + 7) // 8)
    packer = zlib.compressobj(9)
    dots = b"".join(
        [*(packer.compress(row * min(64, height - at)) for at in range(0, height, 64)), packer.flush()]
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [
            _chunk(b"IHDR", struct.pack(">LLBBBBB", width, height, 1, 0, 0, 0, 0)),
            _chunk(b"IDAT", dots),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))
