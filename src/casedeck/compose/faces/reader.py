"""The reader face: a standing sheet of A4 in large print, to read by oneself or to hand out."""

from __future__ import annotations

from casedeck.compose.faces.upright import REGIONS, Upright, UprightMeasures, proportions
from casedeck.compose.layout import BodyRange, Face
from casedeck.compose.measures import Designed, Measures
from casedeck.compose.strip import StripMeasures

UPRIGHT = Upright(
    Designed(
        UprightMeasures(
            side=9,
            strip=33,
            gutter=7,
            title_pt=27,
            qr=24,
            tile=8.5,
            bar=2.4,
            foot_pt=10.5,
            rule_pt=1.2,
            unit=0.9,
        ),
        1.0,
    ),
    Designed(StripMeasures(padding=4, figure=26, number_pt=50, words_pt=12, names_pt=12), 1.0),
    proportions(1.4),
)
FACE = Face(
    name="reader",
    about="A whole case study in large print on a standing sheet, to read by oneself or to hand out.",
    paper="A4",
    landscape=False,
    body_pt=Measures(BodyRange(13, 17), BodyRange(18, 24)),
    regions=REGIONS,
    setter=UPRIGHT.setter,
)
