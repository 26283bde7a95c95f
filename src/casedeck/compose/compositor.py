"""Setting text on stationery, with one note of what is too wide for its line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from casedeck.compose.layout import Layout, Marks, overfull
from casedeck.compose.lettering import Lettering, Style, Widest, letter, lettered
from casedeck.compose.stationery import Stationery
from casedeck.model.text import Rich
from casedeck.typeset.words import Words


class Styles(NamedTuple):
    """The styles of a card or page at one body size."""

    body: Style
    label: Style
    strapline: Style
    strong: Style


class Compositor:
    """Sets text in the fonts of a stationery; `wide` is the word that sticks out of its line furthest."""

    def __init__(self, sheet: Stationery) -> None:
        self.sheet = sheet
        self.wide = Widest()

    def set(
        self,
        text: Rich | str,
        style: Style,
        width: float,
        weight: str = "regular",
        *,
        lead: str = "",
        balanced: bool = False,
    ) -> Lettering:
        """Text in lines of a width (mm), after `lead` in its colour; a word too wide for it is noted."""
        fonts = self.sheet.fonts
        return self.wide.noted(lettered(text, style, width, fonts, weight, lead=lead, balanced=balanced))

    def letter(self, words: Words, style: Style, width: float, *, balanced: bool = False) -> Lettering:
        """The same of words that are measured already."""
        return self.wide.noted(letter(words, style, width, self.sheet.fonts, balanced=balanced))

    def layout(self, over: Mapping[str, float], draw: Marks) -> Layout:
        """The layout of a card or page: by how many mm its regions are over-full, and the word too wide for
        its line where there is one.
        """
        return Layout(overfull({**over, "width": self.wide.mm}), draw, self.wide.word)
