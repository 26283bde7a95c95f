"""How cards are painted: colours, fonts, a logo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from casedeck.errors import Place
from casedeck.model.geometry import Size

COLOURS = ("ink", "slate", "accent", "tint", "paper")
PARTS = ("lit tab", "dim tab", "spotlight", "benefit tile", "enabler tile")
WEIGHTS = ("regular", "bold", "black")


LOGO_ROOM = Size(40.0, 18.0)
"""The room for a logo, mm."""


class Paint(NamedTuple):
    """The look of one part: colours as #RRGGBB or "" for none, the border's width in points."""

    fill: str
    text: str
    border: str
    border_pt: float


class Logo(NamedTuple):
    """An organisation's mark: the picture file's name in the folder, and what it shows in words."""

    file: str
    alt: str
    place: Place


class Theme(NamedTuple):
    """A look for cards. `fonts` gives a font file's name for each of WEIGHTS, `colours` a #RRGGBB for each of
    COLOURS.
    """

    id: str
    name: str
    fonts: Mapping[str, str]
    smallest_body_pt: float
    colours: Mapping[str, str]
    parts: Mapping[str, Paint]
    logo: Logo | None
    places: Mapping[str, Place]

    def place(self, field: str) -> Place:
        """Where a field stands; an inherited field is the theme's own file."""
        return self.places.get(field) or self.places[""]
