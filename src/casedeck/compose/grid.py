"""The grid of the index card, on which the front matter and the blank card stand too."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.compose.compositor import Proportion, Proportions
from casedeck.compose.layout import BodyRange
from casedeck.compose.measures import Measures
from casedeck.model.geometry import Box, Size


class GridMeasures(NamedTuple):
    """Measures of the grid in mm; `_pt` in points. `unit` is what the spaces between parts are counted in."""

    side: float
    top: float
    gutter: float
    tab_height: float
    tab_pt: float
    title_pt: float
    qr: float
    tile: float
    bar: float
    foot_pt: float
    rule_pt: float
    unit: float


PROPORTIONS = Proportions(
    body=Proportion(1, 1.28),
    label=Proportion(1, 1.3),
    strapline=Proportion(1.1, 1.26),
    strong=Proportion(1.36, 1.24),
)
MEASURES = Measures(
    GridMeasures(
        side=12,
        top=10,
        gutter=8,
        tab_height=7.5,
        tab_pt=10.5,
        title_pt=26,
        qr=24,
        tile=9.5,
        bar=2.2,
        foot_pt=10.5,
        rule_pt=1.2,
        unit=1.0,
    ),
    GridMeasures(
        side=15,
        top=13,
        gutter=11,
        tab_height=10,
        tab_pt=14.5,
        title_pt=38,
        qr=34,
        tile=14,
        bar=3.0,
        foot_pt=14,
        rule_pt=1.7,
        unit=1.42,
    ),
)
BODY_PT = Measures(BodyRange(12, 14), BodyRange(16, 20))
"""The sizes of body text that it is made for."""
LEFT_SHARE = 0.45
"""The left column's share of the width."""


def page_on(size: Size, measures: GridMeasures) -> Box:
    """A page of a size (mm) within its margins."""
    return Box(0, 0, *size).inset(measures.side, measures.top)
