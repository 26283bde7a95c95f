"""Colours and pictures as a PDF file holds them."""

from __future__ import annotations

import re
from io import BytesIO

from casedeck.draw.inks import Inks
from casedeck.draw.objects import Objects
from casedeck.model.page import Drawing, Photo, Raster, Squares

_RUN = re.compile(b"\x01+")


def drawing_code(drawing: Drawing, colour: str, inks: Inks) -> bytes:
    """The operators that draw a drawing in a box of 1 by 1."""
    parts = [inks.stroke(colour) if drawing.stroke else inks.fill(colour)]
    parts.append(f"{1 / drawing.width:.6f} 0 0 {-1 / drawing.height:.6f} 0 1 cm")
    if drawing.stroke:
        parts.append(f"{drawing.stroke:g} w 1 J 1 j")
    parts += [drawing.path, "S" if drawing.stroke else "f"]
    return "\n".join(parts).encode("ascii")


def squares_code(squares: Squares, colour: str, inks: Inks) -> bytes:
    """The operators that draw squares in a box of 1 by 1, each run of them in a row as one rectangle."""
    margin, scale = squares.margin, 1 / squares.side
    parts = [f"{inks.fill(colour)}\n{scale:.6f} 0 0 {-scale:.6f} 0 1 cm"]
    for y, row in enumerate(squares.rows, margin):
        for run in _RUN.finditer(row):
            start, end = run.span()
            parts.append(f"{start + margin} {y} {end - start} 1 re")
    parts.append("f")
    return "\n".join(parts).encode("ascii")


def add_raster(objects: Objects, picture: Raster, *, four: bool) -> int:
    """The object number of the picture as its colours, or as `four` inks; one that is see-through in places
    has a mask of how solid they are.
    """
    entries = _entries(picture)
    space = "/ColorSpace/DeviceCMYK" if four else "/ColorSpace/DeviceRGB"
    dots = _in_inks(picture.colours, picture.width, picture.height) if four else picture.colours
    if not picture.solid:
        return objects.add_stream(dots, f"{entries}{space}")
    mask = objects.add_stream(picture.solid, f"{entries}/ColorSpace/DeviceGray")
    return objects.add_stream(dots, f"{entries}{space}/SMask {mask} 0 R")


def add_photo(objects: Objects, photo: Photo, *, four: bool) -> int:
    """The object number of a photograph, whose bytes stand in the file as they are, or as `four` inks where
    it is in colours.
    """
    if four and not photo.grey:
        dots = _in_inks(_dots_of(photo), photo.width, photo.height)
        return objects.add_stream(dots, f"{_entries(photo)}/ColorSpace/DeviceCMYK")
    space = "Gray" if photo.grey else "RGB"
    return objects.add_packed(photo.jpeg, f"{_entries(photo)}/ColorSpace/Device{space}/Filter/DCTDecode")


def _dots_of(photo: Photo) -> bytes:
    from PIL import Image

    with Image.open(BytesIO(photo.jpeg), formats=("JPEG",)) as opened:
        return opened.convert("RGB").tobytes()


def _in_inks(dots: bytes, width: int, height: int) -> bytes:
    """Red, green and blue of dots as four inks, as `casedeck.model.colour.in_inks` has them."""
    from PIL import Image, ImageChops

    parts = Image.frombytes("RGB", (width, height), dots).split()
    light = ImageChops.lighter(ImageChops.lighter(parts[0], parts[1]), parts[2])
    inks = [*[ImageChops.subtract(light, part) for part in parts], ImageChops.invert(light)]
    return Image.merge("CMYK", inks).tobytes()


def _entries(picture: Raster | Photo) -> str:
    size = f"/Width {picture.width}/Height {picture.height}"
    return f"/Type/XObject/Subtype/Image{size}/BitsPerComponent 8"
