"""What matters near to where a card is cut, and colour that ends there."""

from __future__ import annotations

import pytest

from casedeck.model.page import Line, Mark
from casedeck.rules.trimmed import safe_from_cutting
from tests.support.finished import SIZE, filled, icon, line, told


@pytest.mark.parametrize("mark", [line(x=2.5), icon("#000000", y=2.5), line(x=SIZE.width - 32.5)])
def test_what_matters_stays_away_from_the_cut(mark: Mark) -> None:
    """Letters or a drawing at 2.5 mm are P109 with distance and limit; on a page that is not cut they are
    none, and nor are they at 3 mm.
    """
    (said,) = told(safe_from_cutting, mark, clear=4)
    assert (
        'P109 page 3, "Timpson", has letters or a picture 2.5mm from where it is cut; 3mm is the least'
        in said
    )
    assert told(safe_from_cutting, mark) == []
    assert told(safe_from_cutting, line(x=3), icon("#000000", y=3), clear=4) == []


def test_colour_bleeds_fully_or_stays_inside() -> None:
    """With a bleed of 3 mm, colour goes 3 mm beyond the cut or stops 3 mm before it."""
    for x in (-2.0, -1.0, 0.0, 2.9):
        (said,) = told(safe_from_cutting, filled("#000000", x=x), clear=4, bleed=3)
        assert "P109" in said
        assert "colour goes 3mm beyond it, or stops 3mm before" in said
    for x in (-3.0, 3.0):
        assert told(safe_from_cutting, filled("#000000", x=x), clear=4, bleed=3) == []


def test_without_bleed_colour_stays_on_the_card() -> None:
    """Colour may end at the edge of a card without bleed, and not beyond it; a rule is colour too, and may
    lie on the edge.
    """
    assert told(safe_from_cutting, filled("#000000", x=0), Line(0, 10, 0, 40, 1, "#000000"), clear=4) == []
    (said,) = told(safe_from_cutting, filled("#000000", x=-1), clear=4)
    assert "has colour that ends 1.0mm beyond where it is cut; it has no bleed" in said
    assert told(safe_from_cutting, Line(-1, 50, 20, 50, 1, "#000000"), clear=4)
