"""Pictures made for tests, also such as no picture program would make."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image


def picture(form: str = "PNG", width: int = 8, height: int = 4, mode: str = "RGB") -> bytes:
    """A picture of one colour in a format such as PNG, JPEG, WEBP, GIF, BMP, TIFF or EPS."""
    buffer = BytesIO()
    Image.new(mode, (width, height)).save(buffer, form)
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
