"""Colours and pictures as a PDF file holds them."""

from __future__ import annotations

import re
from functools import lru_cache

from casedeck.draw.objects import Objects
from casedeck.model.page import Drawing, Photo, Raster, Squares


@lru_cache(maxsize=256)
def rgb(colour: str) -> str:
    """#RRGGBB as the three numbers of a PDF colour."""
    return " ".join([f"{int(colour[i : i + 2], 16) / 255:.3g}" for i in (1, 3, 5)])


_RUN = re.compile(b"\x01+")


def drawing_code(drawing: Drawing, colour: str) -> bytes:
    """The operators that draw a drawing in a box of 1 by 1."""
    parts = [f"{rgb(colour)} {'RG' if drawing.stroke else 'rg'}"]
    parts.append(f"{1 / drawing.width:.6f} 0 0 {-1 / drawing.height:.6f} 0 1 cm")
    if drawing.stroke:
        parts.append(f"{drawing.stroke:g} w 1 J 1 j")
    parts += [drawing.path, "S" if drawing.stroke else "f"]
    return "\n".join(parts).encode("ascii")


def squares_code(squares: Squares, colour: str) -> bytes:
    """The operators that draw squares in a box of 1 by 1, each run of them in a row as one rectangle."""
    margin, scale = squares.margin, 1 / squares.side
    parts = [f"{rgb(colour)} rg\n{scale:.6f} 0 0 {-scale:.6f} 0 1 cm"]
    for y, row in enumerate(squares.rows, margin):
        for run in _RUN.finditer(row):
            start, end = run.span()
            parts.append(f"{start + margin} {y} {end - start} 1 re")
    parts.append("f")
    return "\n".join(parts).encode("ascii")


def add_raster(objects: Objects, picture: Raster) -> int:
    """The object number of the picture as its colours; one that is see-through in places has a mask of how
    solid they are.
    """
    entries = _entries(picture)
    if not picture.solid:
        return objects.add_stream(picture.colours, f"{entries}/ColorSpace/DeviceRGB")
    mask = objects.add_stream(picture.solid, f"{entries}/ColorSpace/DeviceGray")
    return objects.add_stream(picture.colours, f"{entries}/ColorSpace/DeviceRGB/SMask {mask} 0 R")


def add_photo(objects: Objects, photo: Photo) -> int:
    """The object number of a photograph, whose bytes stand in the file as they are."""
    space = "Gray" if photo.grey else "RGB"
    return objects.add_packed(photo.jpeg, f"{_entries(photo)}/ColorSpace/Device{space}/Filter/DCTDecode")


def _entries(picture: Raster | Photo) -> str:
    size = f"/Width {picture.width}/Height {picture.height}"
    return f"/Type/XObject/Subtype/Image{size}/BitsPerComponent 8"
