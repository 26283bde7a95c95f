"""Pages and marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casedeck.model.geometry import Box, Size, mm
from casedeck.model.page import (
    Drawing,
    Group,
    Image,
    Line,
    Link,
    Mark,
    Page,
    Raster,
    Run,
    Shape,
    Squares,
    Text,
    bounds,
    bounds_of,
    digest,
    leaves,
)
from tests.support.samples import line_of_text


def edges(box: Box) -> tuple[float, float, float, float]:
    """Left, top, right and lower edge."""
    return box.x, box.y, box.right, box.bottom


def test_leaves_are_the_marks_that_are_drawn_in_order() -> None:
    """Groups within groups are opened; nothing is lost or moved."""
    marks = [line_of_text(name) for name in "abcd"]
    nested = (marks[0], Group("Sect", (Group("P", (marks[1], marks[2])), marks[3])))
    assert list(leaves(nested)) == marks


def test_the_ink_of_a_rule_is_as_thick_as_the_rule() -> None:
    """Half its thickness stands out on every side, whichever way it was drawn."""
    half = mm(2) / 2
    for rule in (Line(10, 20, 50, 20, 2, "#000000"), Line(50, 20, 10, 20, 2, "#000000")):
        assert bounds(rule) == (10 - half, 20 - half, 50 + half, 20 + half)


def test_the_ink_of_a_shape_includes_its_border() -> None:
    """The border stands half outside the box; without a border the ink is the box."""
    box, half = Box(10, 10, 30, 20), mm(1.5) / 2
    assert bounds(Shape(box, 1, "", "#000000", 1.5)) == edges(box.inset(-half, -half))
    assert bounds(Shape(box, 1, "#000000", "", 1.5)) == edges(box)


def test_the_ink_of_text_reaches_from_capitals_to_descenders() -> None:
    """It stands around the baseline and is as wide as the text, by the largest run."""
    left, top, right, bottom = bounds(line_of_text("gH", x=20, y=50, width=12, size_pt=20))
    assert (left, right) == (20, 32)
    assert 50 - mm(20) < top < 50 - 0.7 * mm(20)
    assert 50 + 0.2 * mm(20) < bottom < 50 + 0.3 * mm(20)


def test_pictures_and_links_are_as_large_as_their_boxes() -> None:
    """Nothing stands out."""
    box = Box(1, 2, 3, 4)
    assert bounds(Image(box, Squares("dot", (b"\1",), 0), "#000000")) == edges(box)
    assert bounds(Link(box, "https://example.org", "Example")) == edges(box)


def test_the_bounds_of_marks_hold_them_all() -> None:
    """The smallest box around two boxes apart."""
    shapes = (Shape(Box(1, 2, 3, 4), 0, "#000000", "", 0), Shape(Box(10, 20, 1, 1), 0, "#000000", "", 0))
    assert bounds_of((Group("Figure", shapes),)) == Box(1, 2, 10, 19)


_BOX = Box(1.0, 2.0, 3.0, 4.0)
_PICTURES = (Drawing("dot", 1, 1, "0 0 m", 2), Squares("dot", (b"\1",), 1), Raster("dot", 1, 1, b"abc", b""))
_MARKS: tuple[Mark, ...] = (
    Text(1.0, 2.0, 3.0, (Run("a", "bold", 12.0, "#000000"),)),
    Line(1.0, 2.0, 3.0, 4.0, 1.0, "#000000"),
    Shape(_BOX, 0.8, "#000000", "#FFFFFF", 1.0),
    *[Image(_BOX, picture, "#000000") for picture in _PICTURES],
    Link(_BOX, "https://example.org", "words"),
    Group("Sect", (Group("P", ()), Group("P", ()))),
)


def _others(value: Any) -> Iterator[Any]:
    """The value with any one thing in it changed."""
    if isinstance(value, tuple):
        for place, each in enumerate(value):
            for other in _others(each):
                changed = (*value[:place], other, *value[place + 1 :])
                yield type(value)(*changed) if hasattr(value, "_fields") else changed
    else:
        yield value + b"x" if isinstance(value, bytes) else not value if value is False else value * 2 or "x"


def test_a_digest_tells_any_two_pages_apart() -> None:
    """Whatever one thing is changed on a page, whether its size, a mark or a picture, its digest changes; the
    same page made again has the same.
    """
    page = Page(Size(297.0, 210.0), _MARKS, "1", "Title")
    pages = [page, *_others(page)]
    assert len({digest(each) for each in pages}) == len(pages) > 60
    assert digest(Page(Size(297.0, 210.0), (*_MARKS,), "1", "Title")) == digest(page)
