"""What the pages of one print item on one paper share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from casedeck.model.geometry import Size
from casedeck.model.illustration import Illustration
from casedeck.model.language import Language
from casedeck.model.page import Drawing, Photo, Raster
from casedeck.model.paper import Paper
from casedeck.model.theme import Theme
from casedeck.model.vocabulary import Vocabulary
from casedeck.typeset.fonts import Fonts

Cropper = Callable[[Illustration, Size], Photo | Raster | None]
"""Gives the part of a picture that fills a box of a size in mm, or None where the picture cannot be shown."""


def no_picture(picture: Illustration, size: Size) -> None:
    """Nothing, where there are no pictures."""


class Stationery(NamedTuple):
    """The paper and its size in mm as it is turned, the look, the words and the drawings of a print item.

    `labels` are the words on cards, `language` how these put lists and numbers, `icons` the drawings by name,
    `enablers` those of the tabs, in their order, and `families` those of the benefits. `cropped` makes
    pictures, when a page is made that shows them; `deck_picture` is that of the deck, for its cover. `bleed`
    is how far colour at a cut edge runs beyond it, mm; 0 where it ends inside.
    """

    size: Size
    paper: Paper
    theme: Theme
    fonts: Fonts
    icons: Mapping[str, Drawing]
    logo: Raster | None
    labels: Mapping[str, str]
    enablers: Vocabulary
    families: Vocabulary
    deck_title: str
    language: Language
    cropped: Cropper = no_picture
    deck_picture: Illustration | None = None
    bleed: float = 0.0

    def colour(self, name: str) -> str:
        """A palette colour as #RRGGBB."""
        return self.theme.colours[name]

    @property
    def like(self) -> str:
        """Which of `casedeck.model.paper.SETTINGS` the paper is nearest to."""
        return self.paper.like

    @property
    def scale(self) -> float:
        """How much larger than on A4 what stands on the paper is."""
        return self.paper.scale

    @property
    def tightness(self) -> float:
        """By what the spaces between parts are multiplied on paper that is less tall than the one it is set
        like; else 1.
        """
        usual = self.paper.setting
        height = usual.landscape.height if self.size.width > self.size.height else usual.portrait.height
        return min(1.0, self.size.height / height)
