"""How colours are seen: by people who tell fewer of them apart, and on a printer without any."""

from __future__ import annotations

from collections.abc import Mapping

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1, as they stand in files (sRGB)."""
Matrix = tuple[Colour, Colour, Colour]

_GREY: Colour = (0.2126, 0.7152, 0.0722)
COLOUR_BLIND: Mapping[str, Matrix] = {
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What each kind of colour blindness makes of light, after Machado, Oliveira and Fernandes (2009), at full
strength.
"""
GREY = "grey"
VISIONS: Mapping[str, Matrix] = {GREY: (_GREY, _GREY, _GREY), **COLOUR_BLIND}
"""Ways to see by their names: what each makes of red, green and blue light."""


def seen(colour: Colour, matrix: Matrix) -> Colour:
    """The colour as it is seen through one of VISIONS."""
    light = [_light(each) for each in colour]
    red, green, blue = [sum([share * each for share, each in zip(row, light, strict=True)]) for row in matrix]
    return _sign(red), _sign(green), _sign(blue)


def _light(channel: float) -> float:
    """How much light a channel stands for, from 0 to 1."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _sign(light: float) -> float:
    """The channel that stands for so much light, which there may be too much or too little of."""
    light = min(1.0, max(0.0, light))
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)
