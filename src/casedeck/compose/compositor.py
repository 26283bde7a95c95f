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


class Proportion(NamedTuple):
    """How large a style is beside the body, and how far apart its lines stand beside its size."""

    size: float
    leading: float

    def at(self, body_pt: float, colour: str, lead_colour: str = "") -> Style:
        """The style at a body size, in points."""
        size_pt = body_pt * self.size
        return Style(size_pt, size_pt * self.leading, colour, lead_colour)


class Proportions(NamedTuple):
    """The proportions of the styles of a card or page."""

    body: Proportion
    label: Proportion
    strapline: Proportion
    strong: Proportion

    def at(self, sheet: Stationery, body_pt: float) -> Styles:
        """The styles at a body size in points, in the colours of the stationery."""
        ink, accent, slate = (sheet.colour(name) for name in ("ink", "accent", "slate"))
        return Styles(
            body=self.body.at(body_pt, ink, accent),
            label=self.label.at(body_pt, accent),
            strapline=self.strapline.at(body_pt, slate),
            strong=self.strong.at(body_pt, ink),
        )


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

    def layout(self, over: Mapping[str, float], *sides: Marks) -> Layout:
        """The layout of a card or page: by how many mm its regions are over-full, and the word too wide for
        its line where there is one.
        """
        return Layout(overfull({**over, "width": self.wide.mm}), sides, self.wide.word)
