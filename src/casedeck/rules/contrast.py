"""Are colours far enough apart to read?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from casedeck.compose.stationery import Stationery
from casedeck.errors import Problem
from casedeck.model.colour import contrast, mixed
from casedeck.model.deck import Card, PrintItem
from casedeck.model.theme import Theme

TEXT_RATIO = 4.5
"""The least contrast of text against its background (WCAG 2.2, 1.4.3)."""

MARK_RATIO = 3.0
"""The least contrast of icons and outlines (WCAG 2.2, 1.4.11)."""


_STEPS = 64
"""How many shades are tried between a colour and black or white."""


class Pair(NamedTuple):
    """A colour (#RRGGBB) that stands on another, and the least contrast that they may have."""

    what: str
    front: str
    back: str
    least: float

    def readable_with(self, colour: str, shade: str) -> bool:
        """True where the contrast is enough once a shade stands in place of a colour."""
        front, back = (shade if each == colour else each for each in (self.front, self.back))
        return contrast(front, back) >= self.least


def colours_readable(item: PrintItem, sheet: Stationery, cards: Sequence[Card]) -> Iterator[Problem]:
    """T101 for each pair of colours of the theme that is too close."""
    pairs = [*_pairs(sheet.theme)]
    for pair in pairs:
        found = contrast(pair.front, pair.back)
        if found < pair.least:
            shown = f"the {pair.what} ({pair.front} on {pair.back}) has a contrast of {found:.1f} to 1"
            message = f"{shown}; {pair.least:g} to 1 is the least that people can read"
            yield Problem(
                sheet.theme.place("colours"),
                "T101",
                message,
                _way_out(pair, pairs, sheet.theme.colours["paper"]),
            )


def _way_out(pair: Pair, pairs: Sequence[Pair], paper: str) -> str:
    """The shade to use in place of a pair's front colour, or else of its back colour, where there is one; the
    paper stays as it is.
    """
    for colour in (pair.front, pair.back):
        shade = "" if colour == paper else nearest_shade(colour, pairs)
        if shade:
            return f'write "{shade}" in place of {colour}: it is the nearest shade that passes'
    return "choose a darker or a lighter colour"


def nearest_shade(colour: str, pairs: Sequence[Pair]) -> str:
    """The colour mixed with as little black or white as makes each pair of it readable; "" where no mixture
    does.
    """
    concerned = [pair for pair in pairs if colour in (pair.front, pair.back)]
    for part in range(1, _STEPS + 1):
        for end in ("#000000", "#FFFFFF"):
            shade = mixed(colour, end, part / _STEPS)
            if all(pair.readable_with(colour, shade) for pair in concerned):
                return shade
    return ""


def _pairs(theme: Theme) -> Iterator[Pair]:
    colours, parts = theme.colours, theme.parts
    for name in ("ink", "slate", "accent"):
        yield Pair(f"{name} text", colours[name], colours["paper"], TEXT_RATIO)
    for name in ("lit tab", "dim tab"):
        yield Pair(name, parts[name].text, parts[name].fill or colours["paper"], TEXT_RATIO)
    band = parts["spotlight"].fill or colours["paper"]
    yield Pair("text in the spotlight", colours["ink"], band, TEXT_RATIO)
    yield Pair("heading in the spotlight", colours["accent"], band, TEXT_RATIO)
    for family in theme.families:
        paint = theme.strip_paint(family)
        yield Pair(f"text on the strip of {family}", paint.text, paint.fill or colours["paper"], TEXT_RATIO)
    for name in ("benefit tile", "enabler tile"):
        yield Pair(f"icon on the {name}", parts[name].text, parts[name].fill or colours["paper"], MARK_RATIO)
