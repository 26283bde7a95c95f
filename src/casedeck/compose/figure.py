"""The figure of a case study: a ring with a point for each enabler, clockwise from the top in the order of
the tabs, and the points of its own joined. Two cards with the same enablers have the same figure.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from casedeck.compose.stationery import Stationery
from casedeck.model.case_study import CaseStudy
from casedeck.model.colour import mixed
from casedeck.model.geometry import Box
from casedeck.model.page import ARTIFACT, Drawing, Group, Image, Mark
from casedeck.model.theme import Paint

SIDE = 100.0
"""The side of the square that a figure is drawn in, in units of its own."""
RING, POINT, DOT = 43.0, 6.4, 2.2
"""The radius of the ring, of a point that is the card's own and of any other."""
STROKE = 3.4
"""How thick the lines between points are."""
DASH, GAP = 7.0, 6.0
"""The pieces of the lines of a brief case study, and the gaps between these."""
FADED, SHADED = 0.45, 0.78
"""How much of what is behind it is in the colour of a point that is not the card's own, and in that of the
shape between those that are.
"""
_ARC = 0.5523
"""How far out, in radii, the handles of a quarter of a circle are."""


class Parts(NamedTuple):
    """The drawings of a figure: the points that are not its own, the shape between those that are, the lines
    between them, and these points.
    """

    others: Drawing
    shape: Drawing
    lines: Drawing
    points: Drawing


def figure(sheet: Stationery, case: CaseStudy, box: Box, paint: Paint) -> Mark:
    """The figure of a case in a square box, on what is painted so; an artifact, for a card names its enablers
    in words as well.
    """
    return Group(ARTIFACT, tuple(_marks(sheet, case, box, paint)))


def _marks(sheet: Stationery, case: CaseStudy, box: Box, paint: Paint) -> Iterable[Mark]:
    own = tuple(number for number, term in enumerate(sheet.enablers) if term.id in case.enabler_ids)
    parts = parts_of(own, len(sheet.enablers), dashed=not case.full)
    behind = paint.fill or sheet.colour("paper")
    colours = mixed(paint.text, behind, FADED), mixed(paint.text, behind, SHADED), paint.text, paint.text
    return [
        Image(box, drawing, colour) for drawing, colour in zip(parts, colours, strict=True) if drawing.path
    ]


@lru_cache(maxsize=512)
def parts_of(own: Sequence[int], count: int, *, dashed: bool) -> Parts:
    """The figure that joins the points with these numbers, from 0 at the top, of so many on the ring."""
    places = [_place(number, count) for number in range(count)]
    corners = [places[number] for number in own]
    name = f"figure {'-'.join(map(str, own))} of {count}{' dashed' if dashed else ''}"
    others = "\n".join([_circle(*places[number], DOT) for number in range(count) if number not in own])
    sides = [*pairwise(corners)]
    if len(corners) > 2:
        sides.append((corners[-1], corners[0]))
    draw_line = _dashes if dashed else _line
    return Parts(
        Drawing(f"{name}, other points", SIDE, SIDE, others, 0),
        Drawing(f"{name}, shape", SIDE, SIDE, _shape(corners) if len(corners) > 2 else "", 0),
        Drawing(f"{name}, lines", SIDE, SIDE, "\n".join([draw_line(*ends) for ends in sides]), STROKE),
        Drawing(f"{name}, points", SIDE, SIDE, "\n".join([_circle(*each, POINT) for each in corners]), 0),
    )


Point = tuple[float, float]


def _place(number: int, count: int) -> Point:
    angle = math.tau * number / count
    return SIDE / 2 + RING * math.sin(angle), SIDE / 2 - RING * math.cos(angle)


def _line(start: Point, end: Point) -> str:
    return f"{start[0]:.2f} {start[1]:.2f} m\n{end[0]:.2f} {end[1]:.2f} l"


def _dashes(start: Point, end: Point) -> str:
    """A line in pieces, the first and the last of which reach its ends."""
    length = math.dist(start, end)
    gaps = max(0, round((length - DASH) / (DASH + GAP)))
    piece = length / (1 + gaps * (1 + GAP / DASH))
    step = piece * (1 + GAP / DASH)

    def at(along: float) -> Point:
        share = along / length
        return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share

    return "\n".join([_line(at(step * number), at(step * number + piece)) for number in range(gaps + 1)])


def _shape(corners: Sequence[Point]) -> str:
    (x, y), *rest = corners
    return "\n".join([f"{x:.2f} {y:.2f} m", *[f"{x:.2f} {y:.2f} l" for x, y in rest], "h"])


def _circle(x: float, y: float, radius: float) -> str:
    k = radius * _ARC
    left, right, top, foot = x - radius, x + radius, y - radius, y + radius
    return "\n".join(
        [
            f"{right:.2f} {y:.2f} m",
            f"{right:.2f} {y + k:.2f} {x + k:.2f} {foot:.2f} {x:.2f} {foot:.2f} c",
            f"{x - k:.2f} {foot:.2f} {left:.2f} {y + k:.2f} {left:.2f} {y:.2f} c",
            f"{left:.2f} {y - k:.2f} {x - k:.2f} {top:.2f} {x:.2f} {top:.2f} c",
            f"{x + k:.2f} {top:.2f} {right:.2f} {y - k:.2f} {right:.2f} {y:.2f} c",
            "h",
        ]
    )
