"""How cards are painted: colours, fonts, a logo."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from casedeck.errors import Place
from casedeck.model.colour import Ink, black_only, contrast
from casedeck.model.geometry import Size

COLOURS = ("ink", "slate", "accent", "tint", "paper")
PARTS = ("lit tab", "dim tab", "spotlight", "benefit tile", "enabler tile")
PICTURES = ("colour", "grey")
"""How the pictures of case studies and decks can be printed."""
WEIGHTS = ("regular", "bold", "black")
STRIPS = FILLED, OUTLINED = "filled", "outlined"
"""How the strip with a card's number and figure is painted: in the colour of its family, or with an outline
and a bar of that colour.
"""


BLACK: Ink = (0.0, 0.0, 0.0, 1.0)
"""Black alone, in which a print shop prints the colour of words."""
OUTLINE_PT = 1.5
"""How thick the outline of a strip is, in points."""
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
    COLOURS, `families` one for each family of benefits, `strip` is one of STRIPS, and `pictures` one of
    PICTURES. `cmyk` gives the inks of a print shop for colours and families by their names.
    """

    id: str
    name: str
    fonts: Mapping[str, str]
    smallest_body_pt: float
    colours: Mapping[str, str]
    parts: Mapping[str, Paint]
    families: Mapping[str, str]
    strip: str
    logo: Logo | None
    places: Mapping[str, Place]
    pictures: str = PICTURES[0]
    cmyk: Mapping[str, Ink] = MappingProxyType({})

    def strip_paint(self, family: str) -> Paint:
        """How the strip of a card is painted whose family has this id; of one that has none, or none with a
        colour, an outline.
        """
        colour, ink, paper = self.families.get(family, ""), self.colours["ink"], self.colours["paper"]
        if not colour or self.strip == OUTLINED:
            return Paint("", ink, colour or ink, OUTLINE_PT)
        return Paint(colour, max(ink, paper, key=lambda each: contrast(each, colour)), "", 0.0)

    @property
    def inks(self) -> Mapping[str, Ink]:
        """The inks of a print shop for its colours (#RRGGBB): those that it says itself, else black alone for
        those of words.
        """
        colours = {**self.families, **self.colours}
        own = {colours[name]: ink for name, ink in self.cmyk.items() if name in colours}
        return {self.colours["slate"]: black_only(self.colours["slate"]), self.colours["ink"]: BLACK, **own}

    def place(self, field: str) -> Place:
        """Where a field stands; an inherited field is the theme's own file."""
        return self.places.get(field) or self.places[""]
