"""Colours as #RRGGBB: how far apart they are, and mixed."""

from __future__ import annotations


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of a colour, 0 to 1, as they are written (with gamma)."""
    red, green, blue = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return red, green, blue


def linear(colour: str) -> tuple[float, float, float]:
    """The same in proportion to light, as the sRGB standard has it."""
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
    return red, green, blue


def luminance(colour: str) -> float:
    """How light a colour is, from 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 (the same) to 21 (black and white), as WCAG 2.2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, other: str, part: float) -> str:
    """A colour with a part (0 to 1) of another in it."""
    both = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join([f"{round(255 * (one * (1 - part) + two * part)):02X}" for one, two in both])
