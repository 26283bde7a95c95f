"""The outlines of shapes as SVG files write them, as polygons of many short sides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from math import atan2, ceil, cos, dist, hypot, pi, sin, sqrt, tan
from typing import NamedTuple

MAX_NUMBER = 10_000_000
"""How far from the corner of a drawing or a canvas a place may be."""
MAX_POINTS = 200_000
"""The most points of all the outlines of a shape."""
_STEP = 3.0
"""How long the sides of a curve are, in dots, where it is long enough for two of them."""
_MOST_STEPS = 60
_SEPARATOR = r"[\s,]*"
_COMMAND = re.compile(rf"{_SEPARATOR}([MmLlHhVvCcSsQqTtAaZz])")
_NUMBER = re.compile(rf"{_SEPARATOR}([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)")
_FLAG = re.compile(rf"{_SEPARATOR}([01])")
_END = re.compile(rf"{_SEPARATOR}$")

Point = tuple[float, float]
Outline = list[Point]


class Matrix(NamedTuple):
    """How places in a drawing become places on a canvas: a * x + c * y + e across, b * x + d * y + f down."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def at(self, x: float, y: float) -> Point:
        """Where a place comes to be."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, inner: Matrix) -> Matrix:
        """The matrix of both, the inner one first."""
        a, b = self.a * inner.a + self.c * inner.b, self.b * inner.a + self.d * inner.b
        c, d = self.a * inner.c + self.c * inner.d, self.b * inner.c + self.d * inner.d
        return Matrix(a, b, c, d, *self.at(inner.e, inner.f))


class OutlineError(ValueError):
    """What is written is no outline, or one with too many points."""


class Pen:
    """Draws outlines on a canvas, in places of the drawing."""

    def __init__(self, matrix: Matrix) -> None:
        self._matrix = matrix
        self.outlines: list[Outline] = []
        self.at: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)
        self._points = 0

    def move(self, point: Point) -> None:
        """Begin an outline."""
        self.at = self._start = point
        self.outlines.append([])
        self._add(point)

    def line(self, point: Point) -> None:
        """A straight line."""
        if not self.outlines:
            raise OutlineError
        if self.at == self._start and not self.outlines[-1]:
            self._add(self.at)
        self._add(point)
        self.at = point

    def curve(self, one: Point, two: Point, end: Point) -> None:
        """A curve with two points that it bends towards."""
        place = self._matrix.at
        corners = [place(*each) for each in (self.at, one, two, end)]
        length = sum(dist(corners[number], corners[number + 1]) for number in range(3))
        steps = min(max(ceil(length / _STEP), 2), _MOST_STEPS)
        start = self.at
        for number in range(1, steps + 1):
            t = number / steps
            u = 1 - t
            shares = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            points = (start, one, two, end)
            x = sum(share * point[0] for share, point in zip(shares, points, strict=True))
            y = sum(share * point[1] for share, point in zip(shares, points, strict=True))
            self.line((x, y))
        self.at = end

    def close(self) -> None:
        """End an outline where it began; what comes next begins there."""
        self.at = self._start
        if self.outlines and self.outlines[-1]:
            self.outlines.append([])

    def _add(self, point: Point) -> None:
        placed = self._matrix.at(*point)
        self._points += 1
        if self._points > MAX_POINTS or not max(map(abs, (*point, *placed))) <= MAX_NUMBER:
            raise OutlineError
        self.outlines[-1].append(placed)


class _Written:
    """The letters and numbers of a path, read one after the other."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0

    def _next(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        if not found:
            raise OutlineError
        self._at = found.end()
        return found[1]

    def command(self) -> str:
        """The next letter, or nothing at the end."""
        return "" if _END.match(self._text, self._at) else self._next(_COMMAND)

    def goes_on(self) -> bool:
        """True where more numbers follow for the same letter."""
        return bool(_NUMBER.match(self._text, self._at))

    def number(self) -> float:
        """The next number."""
        return float(self._next(_NUMBER))

    def flag(self) -> bool:
        """The next 0 or 1, which may stand close to what follows."""
        return self._next(_FLAG) == "1"

    def point(self, of: Point) -> Point:
        """The next two numbers, counted from a place."""
        return of[0] + self.number(), of[1] + self.number()


def path_outlines(text: str, matrix: Matrix) -> list[Outline]:
    """The outlines of the path that a text describes. Raises OutlineError."""
    pen, written = Pen(matrix), _Written(text)
    control: Point | None = None
    bent = ""
    while command := written.command():
        kind = command.upper()
        again = True
        while again:
            origin = pen.at if command.islower() else (0.0, 0.0)
            mirrored = _mirrored(control, pen.at) if bent == _BENT.get(kind) else pen.at
            control = _STEPS[kind](pen, written, origin, mirrored)
            bent = _BENT.get(kind, "")
            again = kind != "Z" and written.goes_on()
            if kind == "M":
                kind = "L"
    return [each for each in pen.outlines if len(each) > 2]


_BENT = {"C": "C", "S": "C", "Q": "Q", "T": "Q"}
"""Which letters draw curves of one kind, so that one can go on from the other."""


def _mirrored(control: Point | None, at: Point) -> Point:
    return at if control is None else (2 * at[0] - control[0], 2 * at[1] - control[1])


def _move(pen: Pen, written: _Written, origin: Point, mirrored: Point) -> None:
    pen.move(written.point(origin))


def _line(pen: Pen, written: _Written, origin: Point, mirrored: Point) -> None:
    pen.line(written.point(origin))


def _across(pen: Pen, written: _Written, origin: Point, mirrored: Point) -> None:
    pen.line((origin[0] + written.number(), pen.at[1]))


def _down(pen: Pen, written: _Written, origin: Point, mirrored: Point) -> None:
    pen.line((pen.at[0], origin[1] + written.number()))


def _curve(pen: Pen, written: _Written, origin: Point, mirrored: Point) -> Point:
    one, two, end = (written.point(origin) for _ in range(3))
    pen.curve(one, two, end)
    return two


def _further(pen: Pen, written: _Written, origin: Point, mirrored: Point) -> Point:
    two, end = (written.point(origin) for _ in range(2))
    pen.curve(mirrored, two, end)
    return two


def _simple(pen: Pen, written: _Written, origin: Point, mirrored: Point) -> Point:
    control, end = (written.point(origin) for _ in range(2))
    return _bend(pen, control, end)


def _simple_further(pen: Pen, written: _Written, origin: Point, mirrored: Point) -> Point:
    return _bend(pen, mirrored, written.point(origin))


def _bend(pen: Pen, control: Point, end: Point) -> Point:
    """A curve with one point that it bends towards; gives that point."""
    start = pen.at
    one, two = (
        (side[0] + 2 / 3 * (control[0] - side[0]), side[1] + 2 / 3 * (control[1] - side[1]))
        for side in (start, end)
    )
    pen.curve(one, two, end)
    return control


def _arc(pen: Pen, written: _Written, origin: Point, mirrored: Point) -> None:
    radii = abs(written.number()), abs(written.number())
    turned = written.number() * pi / 180
    large, sweeping = written.flag(), written.flag()
    end = written.point(origin)
    for curve in arc_curves(pen.at, radii, turned, end, large=large, sweeping=sweeping):
        pen.curve(*curve)


def _close(pen: Pen, written: _Written, origin: Point, mirrored: Point) -> None:
    pen.close()


_STEPS: Mapping[str, Callable[[Pen, _Written, Point, Point], Point | None]] = {
    "M": _move,
    "L": _line,
    "H": _across,
    "V": _down,
    "C": _curve,
    "S": _further,
    "Q": _simple,
    "T": _simple_further,
    "A": _arc,
    "Z": _close,
}
"""What each letter draws; gives the point that a curve bends towards at its end."""


def arc_curves(
    start: Point, radii: Point, turned: float, end: Point, *, large: bool, sweeping: bool
) -> Iterator[tuple[Point, Point, Point]]:
    """The curves of a part of an ellipse between two places, each of a quarter at most; the ellipse is
    turned by so many radians, and made larger where it does not reach.
    """
    if start == end:
        return
    if not all(radii):
        yield start, end, end
        return
    middle, first, angle, (wide, high) = _ellipse(start, radii, turned, end, large=large, sweeping=sweeping)
    pieces = max(1, ceil(abs(angle) / (pi / 2) - 1e-9))
    step = angle / pieces
    reach = 4 / 3 * tan(step / 4)

    def place(x: float, y: float) -> Point:
        x, y = wide * x, high * y
        return middle[0] + x * cos(turned) - y * sin(turned), middle[1] + x * sin(turned) + y * cos(turned)

    for number in range(pieces):
        one, two = first + number * step, first + (number + 1) * step
        yield (
            place(cos(one) - reach * sin(one), sin(one) + reach * cos(one)),
            place(cos(two) + reach * sin(two), sin(two) - reach * cos(two)),
            end if number == pieces - 1 else place(cos(two), sin(two)),
        )


def _ellipse(
    start: Point, radii: Point, turned: float, end: Point, *, large: bool, sweeping: bool
) -> tuple[Point, float, float, Point]:
    """The middle of an ellipse, the angle at which a part of it begins and how far it goes, and its radii."""
    half = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x = cos(turned) * half[0] + sin(turned) * half[1]
    y = -sin(turned) * half[0] + cos(turned) * half[1]
    larger = max(1.0, hypot(x / radii[0], y / radii[1]))
    wide, high = radii[0] * larger, radii[1] * larger
    far = (x / wide) ** 2 + (y / high) ** 2
    share = sqrt(max(0.0, 1 / far - 1)) * (-1 if large == sweeping else 1)
    across, down = share * wide * y / high, -share * high * x / wide
    middle = (
        cos(turned) * across - sin(turned) * down + (start[0] + end[0]) / 2,
        sin(turned) * across + cos(turned) * down + (start[1] + end[1]) / 2,
    )
    first = atan2((y - down) / high, (x - across) / wide)
    angle = (atan2((-y - down) / high, (-x - across) / wide) - first) % (2 * pi)
    return middle, first, angle if sweeping else angle - 2 * pi, (wide, high)


def ellipse_outlines(middle: Point, radii: Point, matrix: Matrix) -> list[Outline]:
    """The outline of a whole ellipse; none of one without a width or a height."""
    if min(radii) <= 0:
        return []
    pen = Pen(matrix)
    left, right = (middle[0] - radii[0], middle[1]), (middle[0] + radii[0], middle[1])
    pen.move(left)
    for end in (right, left):
        for curve in arc_curves(pen.at, radii, 0.0, end, large=False, sweeping=True):
            pen.curve(*curve)
    return pen.outlines


def polygon_outlines(text: str, matrix: Matrix) -> list[Outline]:
    """The outline of a polygon whose corners are written one after the other. Raises OutlineError."""
    return path_outlines(f"M{text}Z", matrix) if text.strip() else []
