"""A logo that is a drawing, as dots.

What is filled in one colour is drawn, wherever groups and transformations put it. Whatever else would be seen
(lines, letters, pictures, shadings, clippings, styles for more than classes) is refused rather than drawn
otherwise than it is meant. Nothing outside the file is ever looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from casedeck.library.not_shown import NotShownError
from casedeck.library.svg.elements import AS_PNG, Element, Styles, read_elements, refused, said_of
from casedeck.library.svg.filling import Filler
from casedeck.library.svg.looks import NOTHING, Look, colour, inherited, length, share
from casedeck.library.svg.outlines import (
    Matrix,
    Outline,
    ellipse_outlines,
    path_outlines,
    polygon_outlines,
)
from casedeck.wording import short, size

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_BYTES = 500_000
_BEGINS = re.compile(rb"\s*<(?:\?xml|!--|!DOCTYPE\s+svg|svg)[\s>/\-]", re.IGNORECASE)
_UNSEEN = ("title", "desc", "metadata", "defs", "style")
_CHANGING = ("clip-path", "mask", "filter")


class _Shape(NamedTuple):
    outlines: list[Outline]
    even_odd: bool
    colour: tuple[int, int, int]
    solid: float


def is_svg(data: bytes) -> bool:
    """True for bytes that begin as an SVG file does."""
    return bool(_BEGINS.match(data.removeprefix(b"\xef\xbb\xbf"))) and b"<svg" in data[:4000]


def drawn(data: bytes, room: tuple[float, float]) -> Image:
    """A drawing as large as a room of so many dots across and down allows, clear where nothing is drawn.

    Raises NotShownError where that would not be what is meant.
    """
    from PIL import Image as Pillow

    if len(data) > MAX_BYTES:
        raise NotShownError(f"has {size(len(data))}; a drawing may have {size(MAX_BYTES)}", AS_PNG)
    root, styles = read_elements(data)
    left, top, width, height = _view(root.attributes)
    scale = min(room[0] / width, room[1] / height)
    canvas = Pillow.new("RGBA", (max(1, round(width * scale)), max(1, round(height * scale))))
    matrix = Matrix(canvas.width / width, 0, 0, canvas.height / height, 0, 0)
    look = Look(matrix.after(Matrix(1, 0, 0, 1, -left, -top)))
    filler = Filler(canvas.size)
    try:
        for shape in _shapes(root, look, styles):
            _paint(canvas, shape, filler)
    except NotShownError:
        raise
    except (ArithmeticError, ValueError) as error:  # numbers that no drawing has
        raise NotShownError("is a drawing with an outline that cannot be made out", AS_PNG) from error
    return canvas


def _paint(canvas: Image, shape: _Shape, filler: Filler) -> None:
    from PIL import Image as Pillow

    found = filler.filled(shape.outlines, even_odd=shape.even_odd)
    if found is None:
        return
    layer = Pillow.new("RGBA", found.mask.size, shape.colour)
    layer.putalpha(found.mask.point([round(grey * shape.solid) for grey in range(256)]))
    canvas.alpha_composite(layer, (found.left, found.top))


def _view(attributes: Mapping[str, str]) -> tuple[float, float, float, float]:
    """The part of the plane that is shown: left, top, width and height."""
    box = attributes.get("viewBox", "").replace(",", " ").split()
    if not box:
        box = ["0", "0", attributes.get("width", ""), attributes.get("height", "")]
    left, top, width, height = map(length, box) if len(box) == 4 and all(box) else (0.0,) * 4
    if not (0 < width <= 1e6 and 0 < height <= 1e6):
        raise NotShownError("is a drawing that does not say how large it is (viewBox)", AS_PNG)
    return left, top, width, height


def _shapes(element: Element, look: Look, styles: Styles) -> Iterator[_Shape]:
    """The filled shapes of an element and of all within it, those at the back first."""
    if element.tag in _UNSEEN:
        return
    said = said_of(element, styles)
    if said.get("display") == "none" or said.get("visibility") in ("hidden", "collapse"):
        return
    _refuse_effects(element, said)
    look, solid = inherited(look, said), share(said.get("opacity", "1"))
    if element.tag in _GROUPS:
        if solid < 1:
            raise refused("a group that is see-through")
        for child in element.children:
            yield from _shapes(child, look, styles)
    elif element.tag in _OUTLINES:
        yield from _shape(element, look, solid)
    else:
        raise refused(f'"{short(element.tag)}"')


def _refuse_effects(element: Element, said: Mapping[str, str]) -> None:
    """Raise NotShownError for what would change how shapes are seen."""
    for name in _CHANGING:
        if said.get(name, "none") != "none":
            raise refused(f"a {name}")
    if said.get("mix-blend-mode", "normal") != "normal":
        raise refused("mixed colours")
    if said.get("transform") != element.attributes.get("transform"):
        raise refused("a style that transforms")


def _shape(element: Element, look: Look, solid: float) -> Iterator[_Shape]:
    """The shape of an element; none where it has no colour."""
    if look.stroke.lower() not in NOTHING and length(look.stroke_width) > 0:
        raise refused("lines that have a thickness (strokes)")
    fill = look.colour if look.fill.lower() == "currentcolor" else look.fill
    outlines = _OUTLINES[element.tag](element.attributes, look.matrix)
    if fill.lower() in NOTHING or not outlines:
        return
    red, green, blue, alpha = colour(fill)
    yield _Shape(
        outlines,
        look.rule == "evenodd",
        (red, green, blue),
        solid * share(look.fill_opacity) * alpha / 255,
    )


def _rectangle(said: Mapping[str, str], matrix: Matrix) -> list[Outline]:
    x, y, width, height = (length(said.get(name, "0")) for name in ("x", "y", "width", "height"))
    if min(width, height) <= 0:
        return []
    across = min(length(said.get("rx", said.get("ry", "0"))), width / 2)
    down = min(length(said.get("ry", said.get("rx", "0"))), height / 2)
    arc = f"a{across} {down} 0 0 1"
    sides = (
        f"M{x + across} {y}h{width - 2 * across}{arc} {across} {down}v{height - 2 * down}",
        f"{arc} {-across} {down}h{2 * across - width}{arc} {-across} {-down}v{2 * down - height}",
        f"{arc} {across} {-down}z",
    )
    return path_outlines("".join(sides), matrix)


def _circle(said: Mapping[str, str], matrix: Matrix) -> list[Outline]:
    x, y, radius = (length(said.get(name, "0")) for name in ("cx", "cy", "r"))
    return ellipse_outlines((x, y), (radius, radius), matrix)


def _oval(said: Mapping[str, str], matrix: Matrix) -> list[Outline]:
    x, y, across, down = (length(said.get(name, "0")) for name in ("cx", "cy", "rx", "ry"))
    return ellipse_outlines((x, y), (across, down), matrix)


_GROUPS = ("svg", "g", "a")
_OUTLINES: Mapping[str, Callable[[Mapping[str, str], Matrix], list[Outline]]] = {
    "path": lambda said, matrix: path_outlines(said.get("d", ""), matrix),
    "polygon": lambda said, matrix: polygon_outlines(said.get("points", ""), matrix),
    "polyline": lambda said, matrix: polygon_outlines(said.get("points", ""), matrix),
    "line": lambda *_: [],
    "rect": _rectangle,
    "circle": _circle,
    "ellipse": _oval,
}
"""What draws the outlines of each element."""
