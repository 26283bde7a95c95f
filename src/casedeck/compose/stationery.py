"""What the pages of one print item on one paper share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from casedeck.model.geometry import Size
from casedeck.model.page import Drawing, Raster
from casedeck.model.theme import Theme
from casedeck.model.vocabulary import Vocabulary
from casedeck.typeset.fonts import Fonts


class Stationery(NamedTuple):
    """The paper (size in mm as printed, and the setting it is set like), the look, the words and the drawings
    of a print item.

    `labels` are the words on cards, `icons` the drawings by name, `enablers` those of the tabs, in their
    order.
    """

    size: Size
    like: str
    theme: Theme
    fonts: Fonts
    icons: Mapping[str, Drawing]
    logo: Raster | None
    labels: Mapping[str, str]
    enablers: Vocabulary
    deck_title: str

    def colour(self, name: str) -> str:
        """A palette colour as #RRGGBB."""
        return self.theme.colours[name]
