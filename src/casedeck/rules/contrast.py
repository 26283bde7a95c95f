"""Are colours far enough apart to read?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casedeck.compose.sheet import Sheet
from casedeck.errors import Problem
from casedeck.model.deck import Card, PrintItem
from casedeck.model.theme import Theme

TEXT_RATIO = 4.5
"""The least contrast of text against its background (WCAG 2.2, 1.4.3)."""

MARK_RATIO = 3.0
"""The least contrast of icons and outlines (WCAG 2.2, 1.4.11)."""


def colours_readable(item: PrintItem, sheet: Sheet, cards: Sequence[Card]) -> Iterator[Problem]:
    """T101 for each pair of colours of the theme that is too close."""
    for what, front, back, least in _pairs(sheet.theme):
        found = contrast(front, back)
        if found < least:
            message = f"the {what} ({front} on {back}) has a contrast of {found:.1f} to 1; {least:g} to 1 is the least that people can read"
            yield Problem(sheet.theme.place("colours"), "T101", message, "choose a darker or a lighter colour")


def _pairs(theme: Theme) -> Iterator[tuple[str, str, str, float]]:
    colours, parts = theme.colours, theme.parts
    for name in ("ink", "slate", "accent"):
        yield f"{name} text", colours[name], colours["paper"], TEXT_RATIO
    for name in ("lit tab", "dim tab"):
        yield name, parts[name].text, parts[name].fill or colours["paper"], TEXT_RATIO
    band = parts["spotlight"].fill or colours["paper"]
    yield "text in the spotlight", colours["ink"], band, TEXT_RATIO
    yield "heading in the spotlight", colours["accent"], band, TEXT_RATIO
    for name in ("benefit tile", "enabler tile"):
        yield f"icon on the {name}", parts[name].text, parts[name].fill or colours["paper"], MARK_RATIO


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (#RRGGBB), from 1 (the same) to 21 (black and white), as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
