"""What the pages of one print item on one paper share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from casedeck.model.geometry import Size
from casedeck.model.language import Language
from casedeck.model.page import Drawing, Raster
from casedeck.model.paper import Paper
from casedeck.model.theme import Theme
from casedeck.model.vocabulary import Vocabulary
from casedeck.typeset.fonts import Fonts


class Stationery(NamedTuple):
    """The paper and its size in mm as it is turned, the look, the words and the drawings of a print item.

    `labels` are the words on cards, `language` how these put lists and numbers, `icons` the drawings by name,
    `enablers` those of the tabs, in their order, and `families` those of the benefits.
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
