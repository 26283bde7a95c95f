"""Marks that a printer would clip."""

from __future__ import annotations

import pytest

from casedeck.model.geometry import Box, Size
from casedeck.model.page import Group, Page, Shape
from casedeck.model.paper import CLEAR_MM
from casedeck.rules.edges import clear_of_edges
from tests.support.samples import NOWHERE

SIZE = Size(297, 210)
MIDDLE = Box(100, 100, 20, 20)


def found(box: Box, border_pt: float = 0) -> list[str]:
    """What the rule says of a page with one shape."""
    shape = Shape(box, 0, "#000000", "#000000" if border_pt else "", border_pt)
    page = Page(SIZE, (Group("Sect", (Group("P", (shape,)),)),), "3", "Timpson")
    return [problem.message for problem in clear_of_edges(NOWHERE, page)]


def at_edge(side: str, distance: float) -> Box:
    """A box so far from one edge of the page."""
    return {
        "left": MIDDLE._replace(x=distance),
        "top": MIDDLE._replace(y=distance),
        "right": MIDDLE._replace(x=SIZE.width - distance - MIDDLE.width),
        "bottom": MIDDLE._replace(y=SIZE.height - distance - MIDDLE.height),
    }[side]


@pytest.mark.parametrize("side", ["left", "top", "right", "bottom"])
def test_six_millimetres_are_enough_and_less_is_not(side: str) -> None:
    """At 6 mm a mark passes, at 5.9 it does not; the message names page, distance and limit."""
    assert found(at_edge(side, CLEAR_MM)) == []
    (message,) = found(at_edge(side, CLEAR_MM - 0.1))
    assert all(word in message for word in ("page 3", "Timpson", "5.9mm", "6mm"))


def test_a_border_counts() -> None:
    """A box just clear of the edge with a thick border is too near."""
    assert found(at_edge("left", CLEAR_MM), border_pt=1)


def test_a_page_is_said_once() -> None:
    """Two marks too near the edge are one problem."""
    shapes = tuple(Shape(at_edge("left", distance), 0, "#000000", "", 0) for distance in (1, 2))
    assert len(list(clear_of_edges(NOWHERE, Page(SIZE, shapes, "1", "Timpson")))) == 1
