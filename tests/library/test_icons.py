"""Icon files: a small part of SVG, drawn whole or refused."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casedeck.errors import Place, Report
from casedeck.library.icons import MAX_BYTES, read_icon, rounded
from casedeck.model.page import Drawing
from tests.support.reading import lines
from tests.support.repository import ROOT

ICONS = sorted((ROOT / "assets/icons").glob("*.svg"))
_OPERATORS = {"m": "M", "l": "L", "c": "C", "h": "Z"}
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'


def _read(data: str | bytes) -> tuple[Drawing | None, list[str]]:
    report = Report()
    found = read_icon("x", data.encode() if isinstance(data, str) else data, Place("x.svg"), report)
    return found, lines(report)


def _steps(icon: Drawing) -> list[tuple[Any, ...]]:
    """The steps of its path, each with its operator first as SVG writes it."""
    found = [line.split() for line in icon.path.split("\n")]
    return [(_OPERATORS[operator], *map(float, numbers)) for *numbers, operator in found]


def _svg(inside: str) -> str:
    return f"{HEAD}{inside}</svg>"


def _path(steps: str) -> str:
    return _svg(f'<path d="{steps}"/>')


@pytest.mark.parametrize("file", ICONS, ids=lambda path: path.stem)
def test_shipped_icons(file: Path) -> None:
    """Every icon that ships is drawn, and each stroke starts and ends inside its box."""
    icon, problems = _read(file.read_bytes())
    assert problems == []
    assert icon is not None
    half = icon.stroke / 2
    numbers = [value for step in _steps(icon) for value in step[-2:] if len(step) > 1]
    assert numbers
    assert all(isinstance(value, float) and half <= value <= icon.width - half for value in numbers)


@pytest.mark.parametrize(
    ("inside", "steps"),
    [
        ('<path d="M 1 2 L 3 4"/>', [("M", 1, 2), ("L", 3, 4)]),
        ('<path d="M1,2L3,4Z"/>', [("M", 1, 2), ("L", 3, 4), ("Z",)]),
        ('<path d="M1-2 3-4"/>', [("M", 1, -2), ("L", 3, -4)]),
        ('<path d="M 1 2 L 3 4 5 6"/>', [("M", 1, 2), ("L", 3, 4), ("L", 5, 6)]),
        ('<path d="M 1 2 H 3 V 4"/>', [("M", 1, 2), ("L", 3, 2), ("L", 3, 4)]),
        ('<path d="M 1 2 H 3 Z V 4"/>', [("M", 1, 2), ("L", 3, 2), ("Z",), ("L", 1, 4)]),
        ('<path d="M 1 2 C 3 4 5 6 7 8 V 9"/>', [("M", 1, 2), ("C", 3, 4, 5, 6, 7, 8), ("L", 7, 9)]),
        ('<line x1="1" y1="2" x2="3" y2="4"/>', [("M", 1, 2), ("L", 3, 4)]),
        ('<rect x="1" y="2" width="3" height="4"/>', list(rounded(1, 2, 3, 4, 0))),
        ('<rect x="1" y="2" width="3" height="4" rx="9"/>', list(rounded(1, 2, 3, 4, 1.5))),
        ('<circle cx="5" cy="6" r="2"/>', list(rounded(3, 4, 4, 4, 2))),
        (
            "<title>x</title><desc>y</desc><!-- z --><line x1='1' y1='2' x2='3' y2='4'/>",
            [("M", 1, 2), ("L", 3, 4)],
        ),
    ],
)
def test_shapes(inside: str, steps: list[tuple[Any, ...]]) -> None:
    """Lines, rectangles, circles and paths of straight lines and curves become the steps that SVG means by
    them.
    """
    icon, problems = _read(_svg(inside))
    assert problems == []
    assert icon is not None
    assert _steps(icon) == [
        (name, *[float(f"{number:.4g}") for number in numbers]) for name, *numbers in steps
    ]
    assert (icon.width, icon.height, icon.stroke) == (24, 24, 2)


def test_circle_is_round() -> None:
    """The four points of a circle lie at its radius."""
    icon, _ = _read(_svg('<circle cx="5" cy="6" r="2"/>'))
    assert icon is not None
    ends = [step[-2:] for step in _steps(icon) if len(step) > 1]
    assert {math.dist(end, (5, 6)) for end in ends} == {2.0}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_svg('<g><path d="M 1 2 L 3 4"/></g>'), "it uses <g>; only path, line, rect and circle are drawn"),
        (_svg("<script>alert(1)</script>"), "it uses <script>; only path, line, rect and circle are drawn"),
        (_svg(f"<{'y' * 900}/>"), f"it uses <{'y' * 39}…>; only path"),
        (
            _svg('<path d="M 1 2 L 3 4" transform="scale(2)"/>'),
            "it uses transform=, which casedeck does not heed",
        ),
        (
            _svg('<line x1="1" y1="2" x2="3" y2="4" style="stroke:red"/>'),
            "it uses style=, which casedeck does not heed",
        ),
        (_svg(""), "it has no shapes"),
        (_path(""), "it has no shapes"),
        (_path("m 1 2 l 3 4"), "a path uses a command other than absolute M, L, H, V, C and Z"),
        (_path("M 1 2 A 1 1 0 0 0 3 4"), "a path uses a command other than"),
        (_path("M 1e9 2"), "a path uses a command other than"),
        (_path("M .5 2 L 1 2"), "a path uses a command other than"),
        (_path("L 3 4"), "a path starts with something other than M"),
        (_path("1 2"), "a path starts with something other than M"),
        (_path("M 1"), "a path command has too few or too many numbers"),
        (_path("M 1 L 2 3"), "a path command has too few or too many numbers"),
        (_path("M 1 2 C 1 2 3 4 5"), "a path command has too few or too many numbers"),
        (_path("M 1 2 Z 3"), "a path command has too few or too many numbers"),
        (_path("M 1 10001"), '"10001" is not a number from -10,000 to 10,000, such as 2.5'),
        (_path(f"M 1 {'9' * 400}"), f'"{"9" * 39}…" is not a number'),
        (_svg('<circle cx="5" cy="6" r="nan"/>'), '"nan" is not a number'),
        (_svg('<circle cx="5" cy="6" r="inf"/>'), '"inf" is not a number'),
        (_svg('<circle cx="5" cy="6" r="-1"/>'), "a size is less than nothing: -1"),
        (_svg('<circle cx="5" cy="6"/>'), "it is not a well-formed SVG file"),
        (_svg('<line x1="1mm" y1="2" x2="3" y2="4"/>'), '"1mm" is not a number'),
        (_svg('<path d="M 1 2 L 3 4"/>').replace("0 0 24 24", "0 0 nan 24"), '"nan" is not a number'),
        (
            _svg('<path d="M 1 2 L 3 4"/>').replace("0 0 24 24", "0 0 0 24"),
            'it needs a viewBox such as "0 0 24 24"',
        ),
        (_svg('<path d="M 1 2 L 3 4"/>').replace("0 0 24 24", "1 0 24 24"), "it needs a viewBox"),
        (_svg('<path d="M 1 2 L 3 4"/>').replace("0 0 24 24", ""), "it needs a viewBox"),
        (
            _svg('<path d="M 1 2 L 3 4"/>').replace("viewBox", 'stroke-width="-1" viewBox'),
            "a size is less than nothing: -1",
        ),
        (
            f'<!DOCTYPE svg [<!ENTITY a "x">]>{_path("M 1 2 L 3 4")}',
            "it declares a document type or entities",
        ),
        (
            f'<!DOCTYPE svg SYSTEM "file:///etc/passwd">{_path("M 1 2 L 3 4")}',
            "it declares a document type or entities",
        ),
        (
            f'<?xml version="1.0"?><!DOCTYPE svg>{_path("M 1 2")}'.encode("utf-16"),
            "it declares a document type or entities",
        ),
        ("", "it is not a well-formed SVG file"),
        (HEAD, "it is not a well-formed SVG file"),
        (b"\x89PNG\r\n\x1a\n", "it is not a well-formed SVG file"),
        (_svg('<path d="M 1 2 L 3 4"/>&a;'), "it is not a well-formed SVG file"),
        (_svg("<g>" * 3000 + "</g>" * 3000), "it has"),
        (_svg("<g>" * 2000 + "</g>" * 2000), "it uses <g>"),
    ],
)
def test_refused(data: str | bytes, reason: str) -> None:
    """Anything else is refused with the reason, and never drawn half or in the wrong place."""
    icon, (problem,) = _read(data)
    assert icon is None
    assert problem.startswith(f"x.svg: T105 the icon cannot be drawn: {reason}")


def test_size() -> None:
    """A file of twenty thousand bytes is read; one byte more is refused with both numbers."""
    text = _path("M 1 2 L 3 4")
    fitting = text + " " * (MAX_BYTES - len(text))
    assert _read(fitting)[1] == []
    assert _read(fitting + " ") == (
        None,
        ["x.svg: T105 the icon cannot be drawn: it has 20.1 kB; the limit is 20 kB"],
    )


@given(
    st.binary(max_size=200)
    | st.builds(lambda text: _path(text).encode(), st.text("MLHVCZ0123456789.- ,\n", max_size=60))
)
@example(_svg('<path d="M 0 0 Z Z H 1"/>').encode())
@example(b"<?xml version='1.0' encoding='cp037'?><a/>")
@example(b"<?xml version='1.0' encoding='no-such'?><a/>")
@example(f"{HEAD}<path/></svg>".encode())
def test_any_bytes(data: bytes) -> None:
    """Any bytes give a drawing that starts every stroke with a place, or one problem."""
    icon, problems = _read(data)
    assert (icon is None) == (len(problems) == 1)
    if icon is not None:
        steps = _steps(icon)
        assert steps[0][0] == "M"
        assert all(isinstance(value, float) and math.isfinite(value) for step in steps for value in step[1:])
