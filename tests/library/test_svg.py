"""Logos that are drawings: their filled shapes in their places and colours, and all else refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casedeck.errors import Place, Report
from casedeck.library.pictures import read_picture
from casedeck.library.svg.drawing import MAX_BYTES, is_svg
from casedeck.library.svg.elements import MAX_DEPTH, MAX_ELEMENTS
from casedeck.library.svg.filling import MAX_AREA
from casedeck.model.page import Raster
from tests.support.reading import lines

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://example.org/x" viewBox="0 0 40 18">'
WAY = (
    ", which casedeck does not draw; in a drawing program, turn all of it into filled shapes of one colour "
    "each, or save it as PNG, 1,000 dots wide or more"
)
RED, BLUE = (255, 0, 0, 255), (0, 0, 255, 255)


def read(data: bytes) -> tuple[Raster | None, list[str]]:
    """The logo in a file, and the problems."""
    report = Report()
    return read_picture("mark.svg", data, Place("calm.yaml", 3, 9), report), lines(report)


def shown(inside: str, head: str = HEAD) -> Raster:
    """The logo of a drawing with these parts."""
    found, problems = read(f"{head}{inside}</svg>".encode())
    assert problems == []
    assert found
    return found


def dot(logo: Raster, x: float, y: float) -> tuple[int, ...]:
    """Red, green, blue and how solid at a place of the drawing, which is 40 wide and 18 high."""
    at = int(y / 18 * logo.height) * logo.width + int(x / 40 * logo.width)
    return (*logo.colours[3 * at : 3 * at + 3], logo.solid[at])


def seen(logo: Raster) -> str:
    """A map of the drawing: # where it is solid, by every second unit."""
    rows = (
        "".join("#" if dot(logo, x, y)[3] > 127 else "." for x in range(1, 40, 2)) for y in range(1, 18, 2)
    )
    return "\n".join(rows)


SQUARE = "\n".join(["." * 20] + [f"..{'#' * 4}{'.' * 14}"] * 4 + ["." * 20] * 4)
"""A square from 4 to 12 across and 2 to 10 down."""


@pytest.mark.parametrize(
    "inside",
    [
        '<rect x="4" y="2" width="8" height="8"/>',
        '<path d="M4 2H12V10H4Z"/>',
        '<path d="m4,2h8v8h-8z"/>',
        '<path d="M4 2l8 0 0 8-8 0"/>',
        '<path d="M4 2L12 2 12 10 4 10z"/>',
        '<path d="M4 2C6 2 10 2 12 2S12 8 12 10Q10 10 8 10T4 10z"/>',
        '<polygon points="4,2 12,2 12,10 4,10"/>',
        '<polyline points="4 2 12 2 12 10 4 10"/>',
        '<g transform="translate(4 2)"><rect width="8" height="8"/></g>',
        '<g transform="translate(4,2) scale(8)"><path d="M0 0h1v1h-1z"/></g>',
        '<rect width="4" height="4" transform="matrix(2 0 0 2 4 2)"/>',
        '<rect x="-8" y="-8" width="8" height="8" transform="translate(4 2) rotate(180)"/>',
        '<rect x="4" y="2" width="8" height="8" transform="rotate(90 8 6)"/>',
        '<rect x="4" y="2" width="8" height="8" transform="skewX(0) skewY(0)"/>',
        '<a><g><rect x="4" y="2" width="8px" height="8"/></g></a>',
        '<title>A</title><x:y><x:rect/></x:y><defs><circle r="90"/></defs><path d="M4 2h8v8h-8z"/>',
        '<rect x="4" y="2" width="8" height="8"/><circle r="90" display="none"/><line x2="40" y2="18"/>',
        '<rect x="4" y="2" width="8" height="8"/><circle r="90" fill="none"/><rect width="9"/>',
        '<path d="M4 2h8v8h-8z M4 2h8v8h-8z"/>',
        '<rect x="4" y="2" width="8" height="8" stroke="red" stroke-width="0"/>',
    ],
)
def test_one_square(inside: str) -> None:
    """However a square is written, grouped, turned and moved, it is in its place."""
    assert seen(shown(inside)) == SQUARE


def test_another_place_is_another_map() -> None:
    """Twin: a square that is moved is elsewhere."""
    assert seen(shown('<rect x="6" y="2" width="8" height="8"/>')) != SQUARE


def test_holes() -> None:
    """An outline within another is a hole where they turn against each other, and always where the rule says
    so; a star that crosses itself is whole.
    """
    inner, other = "M6 4v4h4v-4z", "M6 4h4v4h-4z"
    for path, rule, solid in ((inner, "", 0), (other, "", 255), (other, ' fill-rule="evenodd"', 0)):
        logo = shown(f'<path d="M4 2h8v8h-8z{path}"{rule}/>')
        assert (dot(logo, 8, 6)[3], dot(logo, 5, 6)[3]) == (solid, 255)
    star = 'd="M20 1L25 17 12 7H28L15 17z"'
    assert dot(shown(f"<path {star}/>"), 20, 9)[3] == 255
    assert dot(shown(f'<path {star} style="fill-rule: evenodd"/>'), 20, 9)[3] == 0


def test_round_things() -> None:
    """Circles, ellipses, arcs and round corners are as round as they should be."""
    ways = ['<circle cx="9" cy="9" r="8"/>', '<ellipse cx="9" cy="9" rx="8" ry="8"/>']
    ways += [
        '<path d="M1 9a8 8 0 1116 0 8 8 0 01-16 0"/>',
        '<rect x="1" y="1" width="16" height="16" rx="8"/>',
    ]
    for way in ways:
        logo = shown(way)
        area = sum(logo.solid) / 255 / (logo.width * logo.height) * 40 * 18
        assert abs(area - 3.14159 * 64) < 0.3
        assert [dot(logo, x, y)[3] for x, y in ((9, 1.2), (2.5, 2.5), (16.8, 9), (15.5, 15.5))] == [
            255,
            0,
            255,
            0,
        ]


def test_colours() -> None:
    """Each shape has its own colour, that of its class, its style or its group; what is in front covers."""
    style = "<style>/* us */ .a, .b { fill: #00f } .b{fill:rgb(255, 0, 0)}</style>"
    ways = {
        '<rect width="40" height="18" fill="red"/>': RED,
        '<rect width="40" height="18" fill="#F00"/>': RED,
        '<g fill="#ff0000"><rect width="40" height="18"/></g>': RED,
        '<g fill="blue"><rect width="40" height="18" style="fill:red;-x-y:z"/></g>': RED,
        f'{style}<rect width="40" height="18" class="a" fill="red"/>': BLUE,
        f'<defs>{style}</defs><rect width="40" height="18" class="a b"/>': RED,
        f'{style}<rect width="40" height="18" class="b" style="fill: blue"/>': BLUE,
        '<rect width="40" height="18" fill="red"/><rect width="40" height="18" fill="blue"/>': BLUE,
        '<g color="red"><rect width="40" height="18" fill="currentColor"/></g>': RED,
        '<g fill="red"><rect width="40" height="18" fill="inherit"/></g>': RED,
        '<rect width="40" height="18"/>': (0, 0, 0, 255),
        '<rect width="40" height="18" fill="red" opacity="0.6" fill-opacity="50%"/>': (255, 0, 0, 76),
        '<rect width="40" height="18" fill="#ff000080"/>': (255, 0, 0, 128),
    }
    for way, colour in ways.items():
        assert dot(shown(way), 20, 9) == colour, way


def test_size() -> None:
    """A logo is as large as its room, 40 by 18 mm at 600 dots to an inch, whatever the drawing's units."""
    for head, size in (
        (HEAD, (945, 425)),
        ('<svg viewBox="-5 -5 1 1">', (425, 425)),
        ('<svg width="200px" height="20">', (945, 94)),
        (
            '<?xml version="1.0"?>\n<!-- us --><!DOCTYPE svg PUBLIC "-//W3C" "x">\n<svg viewBox="0 0 4 1">',
            (945, 236),
        ),
    ):
        found = shown("<g/>", head)
        assert (found.width, found.height) == size
        assert not any(found.solid)
    moved = shown('<rect x="-5" y="-5" width=".5" height="1"/>', '<svg viewBox="-5 -5 1 1">')
    assert [moved.solid[at] for at in (200 * 425 + 100, 200 * 425 + 300)] == [255, 0]


REFUSED = {
    '<path d="M0 0h9v9" stroke="red"/>': "lines that have a thickness (strokes)",
    '<g stroke="red"><path d="M0 0h9v9"/></g>': "lines that have a thickness (strokes)",
    '<rect width="9" height="9" fill="url(#a)"/>': "a shading or a pattern",
    '<rect width="9" height="9" fill="reddish"/>': 'the colour "reddish"',
    "<text>Us</text>": '"text"',
    '<use href="#a"/>': '"use"',
    '<image href="http://example.org/us.png"/>': '"image"',
    "<script>alert(1)</script>": '"script"',
    "<foreignObject/>": '"foreignObject"',
    '<g clip-path="url(#a)"/>': "a clip-path",
    '<g style="mask: url(#a)"/>': "a mask",
    '<g filter="url(#a)"/>': "a filter",
    '<g opacity=".5"/>': "a group that is see-through",
    '<g style="mix-blend-mode: multiply"/>': "mixed colours",
    '<g style="transform: scale(2)"/>': "a style that transforms",
    '<g transform="fold(2)"/>': 'the transformation "fold(2)"',
    '<g transform="scale(2px, 1mm)"/>': 'the length "1mm"',
    '<g transform="rotate"/>': 'the transformation "rotate"',
    '<rect width="50%" height="9"/>': 'the length "50%"',
    "<style>path { fill: red }</style>": 'styles for "path"',
    "<style>@media print { .a { fill: red } }</style>": 'styles with "@"',
}


@pytest.mark.parametrize("inside", REFUSED)
def test_refused(inside: str) -> None:
    """What would be drawn otherwise than it is meant is named, with the way out."""
    problem = f"calm.yaml:3:9: T103 the picture mark.svg is a drawing with {REFUSED[inside]}{WAY}"
    assert read(f"{HEAD}{inside}</svg>".encode()) == (None, [problem])


def bad_files() -> Iterator[tuple[bytes, str]]:
    """Files that are no drawing, too large, or made to do harm, and what is said of them."""
    yield b"<svg/>", "is a drawing that does not say how large it is (viewBox)"
    yield f"{HEAD}<g>".encode(), "is damaged"
    yield (
        b'<!DOCTYPE svg [<!ENTITY a "aa">]><svg viewBox="0 0 1 1">&a;</svg>',
        "is a drawing that declares ent",
    )
    yield f"{HEAD}{'<g/>' * MAX_ELEMENTS}</svg>".encode(), "is a drawing of more than 2,000 parts"
    yield (
        f"{HEAD}{'<g>' * MAX_DEPTH}{'</g>' * MAX_DEPTH}</svg>".encode(),
        "is a drawing of more than 2,000 parts",
    )
    yield HEAD.encode() + b" " * MAX_BYTES + b"</svg>", "has 500.1 kB; a drawing may have 500 kB"
    unclear = "is a drawing with an outline that cannot be made out"
    for path in ("M0 0h9v", "M0 0 9 9 x", "L9 9", "M0 0h1e400v1", "M0 0A1e-300 1 0 0 1 9 9", "M0 0h1e12v1z"):
        yield f'{HEAD}<path d="{path}"/></svg>'.encode(), unclear
    yield f'{HEAD}<g transform="scale(1e308)"><path d="M1 1C9 9 9 8 7 7z"/></g></svg>'.encode(), unclear
    whole = '<rect width="40" height="18"/>'
    yield f"{HEAD}{whole * (MAX_AREA + 1)}</svg>".encode(), unclear
    yield f'{HEAD}<path d="M0 0h9{"v18v-18" * 30_000}"/></svg>'.encode(), unclear


@pytest.mark.parametrize(("data", "wrong"), [*bad_files()])
def test_bad_files(data: bytes, wrong: str) -> None:
    """A file that is no drawing, or would take too long, is refused with a way out."""
    found, (problem,) = read(data)
    assert found is None
    assert problem.startswith(f"calm.yaml:3:9: T103 the picture mark.svg {wrong}")
    assert "; " in problem


def test_what_begins_as_a_drawing() -> None:
    """A drawing is known by how it begins, not by its name; what is none is not taken for one."""
    for data in (
        b"<svg>",
        b"\xef\xbb\xbf<?xml version='1.0'?><svg>",
        b"\n<!-- a --><svg>",
        b"<!DOCTYPE svg><svg>",
    ):
        assert is_svg(data)
    for data in (b"", b"<html><svg>", b"\x89PNG<svg", b"<?xml version='1.0'?><x/>", b"<svgs>"):
        assert not is_svg(data)


WORDS = st.sampled_from(
    [
        "M",
        "z",
        "a",
        "c",
        "q",
        "T",
        "1",
        "-2.5",
        "1e9",
        "0",
        ",",
        ".5",
        "<g>",
        "</g>",
        "<path d='",
        "'/>",
        "fill=",
        "'",
    ]
)


@given(st.lists(WORDS, max_size=30).map("".join) | st.text(max_size=30))
@example("<path d='M1-2.5a1100110 '/>")
@example("<path d='M1 1a1 1 0 1')")
def test_any_drawing(inside: str) -> None:
    """Anything inside a drawing gives a logo with a size, or one problem."""
    found, problems = read(f"{HEAD}{inside}</svg>".encode("utf-8", "replace"))
    assert (found is None) == (len(problems) == 1)
    assert found is None or min(found.width, found.height) > 0
