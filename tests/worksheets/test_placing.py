"""How worksheets stand on their paper."""

from __future__ import annotations

import pytest

from casedeck.model.geometry import Size
from casedeck.model.page import Line
from casedeck.worksheets.model import PER_SIDE
from casedeck.worksheets.placing import EDGE, guides, places
from tests.support.worksheets import sheet_for, worksheet_of

A4 = Size(210, 297)


@pytest.mark.parametrize("per_side", PER_SIDE)
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_places_share_the_paper(per_side: int, orientation: str) -> None:
    """So many equal places cover the paper in reading order, each held as the worksheet is."""
    worksheet = worksheet_of("  - words: Here\n", orientation=orientation, per_side=str(per_side))
    size = worksheet.size(A4)
    boxes = places(worksheet, size)
    assert len(boxes) == per_side
    assert sum(box.width * box.height for box in boxes) == pytest.approx(size.width * size.height)
    assert [(box.y, box.x) for box in boxes] == sorted((box.y, box.x) for box in boxes)
    if per_side != 6:
        assert (boxes[0].width > boxes[0].height) == (orientation == "landscape")


def test_guides_keep_from_the_edge() -> None:
    """Lines to cut along lie between places, from near one edge to near the other; one place has none."""
    sheet = sheet_for(A4)
    marks = guides(worksheet_of("  - words: Here\n", per_side="4"), sheet)
    lines = [mark for mark in marks if isinstance(mark, Line)]
    assert {line.x1 for line in lines if line.x1 == line.x2} == {105}
    assert {line.y1 for line in lines if line.y1 == line.y2} == {148.5}
    assert min(min(line.x1, line.y1) for line in lines) == pytest.approx(EDGE + 0.5)
    assert max(line.x2 for line in lines) <= A4.width - EDGE
    assert max(line.y2 for line in lines) <= A4.height - EDGE
    assert guides(worksheet_of("  - words: Here\n"), sheet) == ()
