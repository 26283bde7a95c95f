"""Are the colours of families told apart in grey, and by every eye?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from casedeck.compose.stationery import Stationery
from casedeck.errors import Problem
from casedeck.model.colour import EYES, lightness, linear, seen_by
from casedeck.model.deck import Card, PrintItem
from casedeck.wording import joined

LEAST_APART = 10.0
"""How far apart in lightness (0 to 100) two families are at least, on a printer without colour."""
LEAST_TO_EYES = 5.0
"""The same to eyes that do not see all colours: these see some colour too."""
WAY = "make one of them lighter or darker, or say: strip: outlined"


def families_told_apart(item: PrintItem, sheet: Stationery, cards: Sequence[Card]) -> Iterator[Problem]:
    """T108 where two families have nearly one lightness, in grey or to eyes that lack a kind of cone."""
    names = {term.id: term.name for term in sheet.families}
    colours = {names[key]: colour for key, colour in sheet.theme.families.items() if key in names}
    close = [(pair, "on a printer without colour") for pair in _close(_in_grey(colours), LEAST_APART)]
    for eyes in EYES:
        close += [(pair, f"to people with {eyes}") for pair in _close(_to_eyes(colours, eyes), LEAST_TO_EYES)]
    told = dict.fromkeys(pair for pair, _ in close)
    for pair in told:
        shown = joined([f"{name} ({colours[name]})" for name in pair])
        to_whom = joined([whom for other, whom in close if other == pair])
        message = f"the families {shown} look alike {to_whom}"
        yield Problem(sheet.theme.place("families"), "T108", message, WAY)


def _in_grey(colours: Mapping[str, str]) -> dict[str, float]:
    return {name: lightness(linear(colour)) for name, colour in colours.items()}


def _to_eyes(colours: Mapping[str, str], eyes: str) -> dict[str, float]:
    return {name: lightness(seen_by(linear(colour), eyes)) for name, colour in colours.items()}


def _close(lightness_of: Mapping[str, float], least: float) -> list[tuple[str, str]]:
    """The neighbours in lightness that are less than that apart."""
    order = sorted(lightness_of, key=lambda name: lightness_of[name])
    return [
        (dark, light) for dark, light in pairwise(order) if lightness_of[light] - lightness_of[dark] < least
    ]
