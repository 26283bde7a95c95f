"""Raster pictures from users' files, with the limits that keep a hostile one from harm."""

from __future__ import annotations

import io

from casedeck.errors import Place, Report
from casedeck.load.quote import short
from casedeck.model.page import Raster

MAX_BYTES = 10_000_000
MAX_PIXELS = 10_000_000
FORMATS = ("PNG", "JPEG", "WEBP")


def read_picture(name: str, data: bytes, place: Place, report: Report) -> Raster | None:
    """The picture, or None with the problem recorded; its size is read from the header before any dot is decoded."""
    import warnings

    from PIL import Image, UnidentifiedImageError

    if len(data) > MAX_BYTES:
        report.add(place, "T103", f"the picture {short(name)} has {len(data):,} bytes; the limit is {MAX_BYTES:,}")
        return None
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            width, height = picture.size
            if width * height > MAX_PIXELS:
                raise Image.DecompressionBombError
            picture.load()
    except Image.DecompressionBombError:
        report.add(place, "T103", f"the picture {short(name)} has more than {MAX_PIXELS // 1_000_000} million dots", "save it smaller")
    except UnidentifiedImageError:
        report.add(place, "T103", f"the picture {short(name)} is not a PNG, JPEG or WebP file")
    except Exception:  # noqa: BLE001  # Pillow raises of everything on damaged files, struct.error and zlib.error among them
        report.add(place, "T103", f"the picture {short(name)} is damaged", "open it in a picture program and save it again")
    else:
        return Raster(name, data, width, height)
    return None
