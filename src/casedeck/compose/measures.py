"""Measures that grow with the paper: said at A4 and at A3, and worked out from these for every other size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from casedeck.model.paper import CLEAR_MM, CUT_MM, LARGE, SIZES, scale_of

A3 = scale_of(SIZES[LARGE])
"""The scale of A3, whose sides are so many times those of A4."""

MARGIN = CLEAR_MM + 0.5
"""The least margin, mm: half a line's thickness, or the edge of a letter, may stick out of it."""

LEAST: Mapping[str, float] = {
    "side": MARGIN,
    "top": MARGIN,
    "margin": MARGIN,
    "qr": 20.5,
    "foot_pt": 10.0,
    "body_pt": 12.0,
    "cut": CUT_MM,
    "about_pt": 10.0,
    "words_pt": 10.0,
    "named_pt": 10.0,
    "heads_pt": 10.0,
}
"""What no paper makes smaller, by the name of the measure: edges that printers reach, codes that phones read,
and letters that people read (mm, and points where the name ends in _pt).
"""

Values = TypeVar("Values", bound=tuple[float, ...])
Wanted_co = TypeVar("Wanted_co", bound=tuple[float, ...], covariant=True)


def measure_at(scale: float, at_a4: float, at_a3: float) -> float:
    """A measure on paper of a scale (1.0 for A4): in between on paper between A4 and A3, and beyond these in
    proportion to the nearer. 12 at A4 and 16 at A3 are 8.5 on A5 and 22.6 on A2.
    """
    if scale <= 1.0:
        return at_a4 * scale
    if scale >= A3:
        return at_a3 * (scale / A3)
    share = (scale - 1.0) / (A3 - 1.0)
    return at_a4 * (1.0 - share) + at_a3 * share


def text_on(scale: float, at_a4: float, at_a3: float) -> float:
    """The size of a sheet's text in points on paper of a scale, never too small to read."""
    return max(LEAST["body_pt"], measure_at(scale, at_a4, at_a3))


def margin_on(scale: float) -> float:
    """The margin of a sheet that runs on from page to page, on paper of a scale: 12 mm on A4 and on A3."""
    return max(MARGIN, measure_at(scale, 12.0, 12.0))


class Sized(Protocol[Wanted_co]):
    """Named measures that are worked out from the scale of the paper or the card."""

    def at(self, scale: float) -> Wanted_co:
        """The measures at a scale: 1.0 for A4."""


class Designed(NamedTuple, Generic[Values]):
    """Named measures of what is designed at one size: as they are at its scale, and in proportion to that at
    any other.
    """

    values: Values
    scale: float

    def at(self, scale: float) -> Values:
        """The measures at a scale, none below its LEAST."""
        return scaled(self.values, scale / self.scale)


class Measures(NamedTuple, Generic[Values]):
    """Named measures as they are at A4 and at A3."""

    at_a4: Values
    at_a3: Values

    def at(self, scale: float) -> Values:
        """The measures on paper of a scale, none below its LEAST."""
        kind = type(self.at_a4)
        found = [measure_at(scale, *both) for both in zip(self.at_a4, self.at_a3, strict=True)]
        return _at_least(kind, found)


def scaled(values: Values, factor: float) -> Values:
    """Named measures made larger or smaller, none below its LEAST."""
    return _at_least(type(values), [value * factor for value in values])


def _at_least(kind: type[Values], found: list[float]) -> Values:
    made: Any = kind  # a class of named values, which a tuple's type does not say
    names = made._fields
    pairs = zip(names, found, strict=True)
    least: Values = made(*[max(value, LEAST.get(name, 0.0)) for name, value in pairs])
    return least
