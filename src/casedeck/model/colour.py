"""Colours as #RRGGBB: how far apart they are, and mixed."""

from __future__ import annotations

from collections.abc import Mapping

Light = tuple[float, float, float]
"""Red, green and blue in proportion to light, 0 to 1."""

Ink = tuple[float, float, float, float]
"""How much cyan, magenta, yellow and black are printed, each from 0 to 1."""

EYES: Mapping[str, tuple[Light, Light, Light]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What eyes that lack one kind of cone make of light, as rows of red, green and blue (Machado, Oliveira and
Fernandes, 2009, severity 1.0).
"""


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of a colour, 0 to 1, as they are written (with gamma)."""
    red, green, blue = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return red, green, blue


def linear(colour: str) -> Light:
    """The same in proportion to light, as the sRGB standard has it."""
    return light_of(channels(colour))


def light_of(written: tuple[float, float, float]) -> Light:
    """The light that channels from 0 to 1 stand for."""
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in written]
    return red, green, blue


def written(light: Light) -> tuple[float, float, float]:
    """The channels from 0 to 1 that stand for light."""
    red, green, blue = [12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in light]
    return red, green, blue


def luminance(colour: str) -> float:
    """How light a colour is, from 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    return _luminance(linear(colour))


def seen_by(light: Light, eyes: str) -> Light:
    """What EYES of a kind make of light."""
    red, green, blue = [
        min(1.0, max(0.0, sum(share * part for share, part in zip(row, light, strict=True))))
        for row in EYES[eyes]
    ]
    return red, green, blue


def in_grey(light: Light) -> Light:
    """What a printer without colour makes of light."""
    return (_luminance(light),) * 3


def lightness(light: Light) -> float:
    """How light that looks, from 0 (black) to 100 (white): L* of CIE 1976."""
    level = _luminance(light)
    return 903.3 * level if level <= 0.008856 else 116 * level ** (1 / 3) - 16


def _luminance(light: Light) -> float:
    red, green, blue = light
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 (the same) to 21 (black and white), as WCAG 2.2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, other: str, part: float) -> str:
    """A colour with a part (0 to 1) of another in it."""
    both = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join([f"{round(255 * (one * (1 - part) + two * part)):02X}" for one, two in both])


def in_inks(colour: str) -> Ink:
    """A colour in four inks, as much of it in black as can be, so that a grey is black alone."""
    parts = channels(colour)
    light = max(parts)
    cyan, magenta, yellow = [light - part for part in parts]
    return cyan, magenta, yellow, 1 - light


def black_only(colour: str) -> Ink:
    """A dark colour for words as black alone, as dark as it is: words in several inks are never sharp."""
    return 0.0, 0.0, 0.0, round(1 - written(in_grey(linear(colour)))[0], 2)
