"""The wall full face: a standing sheet of A3 with the whole case study, read from about an arm's length."""

from __future__ import annotations

from casedeck.compose.faces.upright import REGIONS, Upright, UprightMeasures, proportions
from casedeck.compose.layout import BodyRange, Face
from casedeck.compose.measures import A3, Designed, Measures
from casedeck.compose.strip import StripMeasures

UPRIGHT = Upright(
    Designed(
        UprightMeasures(
            side=12,
            strip=48,
            gutter=10,
            title_pt=44,
            qr=46,
            tile=12,
            bar=3.6,
            foot_pt=13,
            rule_pt=2,
            unit=1.27,
        ),
        A3,
    ),
    Designed(StripMeasures(padding=5, figure=38, number_pt=84, words_pt=15, names_pt=17), A3),
    proportions(1.45),
)
FACE = Face(
    name="wall full",
    about="A whole case study on a standing sheet of A3, for one or two people before a wall.",
    paper="A3",
    landscape=False,
    body_pt=Measures(BodyRange(12, 17), BodyRange(17, 24)),
    regions=REGIONS,
    setter=UPRIGHT.setter,
    set_for="wall",
)
