"""Pictures of pages to look at: as others see them, and all of them small on one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from casedeck.model.colour import in_grey, light_of, seen_by, written

MOST = 600
"""So many pages are shown on a sheet at most."""
GREY = "grey"
"""What a printer without colour shows, beside what EYES do."""
_SIDES = ((12, 440), (60, 300), (200, 210), (MOST, 150))
"""Up to how many pages each is how large, in dots of its longer side."""
_WIDE, _GAP, _LINE, _TEXT = 2400, 24, 18, 14
_DESK, _EDGE, _INK = "#E4E7EA", "#9AA3AB", "#1D2530"
_STEPS = 33
"""Of each channel, for colours between which others are worked out."""


Typeface = ImageFont.FreeTypeFont | ImageFont.ImageFont


class Small(NamedTuple):
    """A picture made small, with the lines that stand under it."""

    picture: Image.Image
    lines: tuple[str, ...]


def as_seen(png: bytes, vision: str) -> bytes:
    """A PNG in GREY, or as one of `casedeck.model.colour.EYES` sees it."""
    made = Image.open(BytesIO(png)).convert("RGB").filter(_table(vision))
    return _png(made)


@lru_cache(maxsize=4)
def _table(vision: str) -> ImageFilter.Color3DLUT:
    def seen(red: float, green: float, blue: float) -> tuple[float, float, float]:
        light = light_of((red, green, blue))
        return written(in_grey(light) if vision == GREY else seen_by(light, vision))

    return ImageFilter.Color3DLUT.generate(_STEPS, seen)


def side_of(pages: int) -> int:
    """How many dots the longer side of each of so many pages has on a sheet."""
    return next((side for most, side in _SIDES if pages <= most), _SIDES[-1][1])


def small(png: bytes, side: int, lines: Sequence[str]) -> Small:
    """A picture with its longer side of so many dots."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    scale = side / max(picture.size)
    size = round(picture.width * scale), round(picture.height * scale)
    return Small(picture.resize(size, Image.Resampling.LANCZOS), tuple(lines))


def contact_sheet(pages: Sequence[Small]) -> bytes:
    """A PNG with all these pictures in rows, in their order, each above its lines."""
    rows = _rows(pages)
    width = max([_width(row) for row in rows], default=0) + _GAP
    sheet = Image.new("RGB", (width, sum(map(_height, rows)) + _GAP), _DESK)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(_TEXT)
    y = _GAP
    for row in rows:
        x, foot = _GAP, y + max([each.picture.height for each in row])
        for each in row:
            _place(sheet, pen, each, x, foot)
            for number, line in enumerate(each.lines):
                at = x, foot + 6 + number * _LINE
                pen.text(at, _shortened(pen, line, each.picture.width + _GAP // 2, font), _INK, font)
            x += each.picture.width + _GAP
        y += _height(row)
    return _png(sheet)


def _place(sheet: Image.Image, pen: ImageDraw.ImageDraw, page: Small, x: int, foot: int) -> None:
    top = foot - page.picture.height
    sheet.paste(page.picture, (x, top))
    pen.rectangle((x - 1, top - 1, x + page.picture.width, foot), outline=_EDGE)


def _rows(pages: Sequence[Small]) -> list[list[Small]]:
    """The pictures in rows no wider than a sheet."""
    rows: list[list[Small]] = []
    for each in pages:
        if not rows or _width([*rows[-1], each]) > _WIDE:
            rows.append([])
        rows[-1].append(each)
    return rows


def _width(row: Sequence[Small]) -> int:
    return sum([each.picture.width + _GAP for each in row])


def _height(row: Sequence[Small]) -> int:
    lines = max([len(each.lines) for each in row])
    return max([each.picture.height for each in row]) + lines * _LINE + _GAP


def _shortened(pen: ImageDraw.ImageDraw, line: str, room: int, font: Typeface) -> str:
    """The line, with its middle left out where it has no room."""
    kept, made = len(line), line
    while kept > 8 and pen.textlength(made, font) > room:
        kept -= 1
        made = f"{line[: kept // 2]}...{line[-(kept - kept // 2) :]}"
    return made


def _png(picture: Image.Image) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()
