"""What a card, or a page of front matter, comes to at one body size."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol

from casedeck.compose.measures import Sized
from casedeck.compose.stationery import Stationery
from casedeck.library.locale import Placeholders
from casedeck.model.deck import Card
from casedeck.model.geometry import Size
from casedeck.model.page import Mark
from casedeck.model.paper import SIZES, card_of, scale_of

Marks = Callable[[], tuple[Mark, ...]]
"""Marks that are made when they are asked for: most sizes are only tried."""


ROUNDING = 0.01
"""What lengths that were added up may be wrong by, mm."""


class Layout(NamedTuple):
    """One card or page laid out: by how many mm each region is over-full (none when it fits), and what gives
    the marks of each side of it: one, or front and back.

    `widest` is the word that sticks out of its column most.
    """

    over: Mapping[str, float]
    sides: tuple[Marks, ...]
    widest: str = ""


def overfull(over: Mapping[str, float]) -> dict[str, float]:
    """Of regions and by how many mm each is over-full, those that are so by more than what rounding adds."""
    return {region: mm_over for region, mm_over in over.items() if mm_over > ROUNDING}


class CardSetter(Protocol):
    """One card on one face, or one page of front matter, ready to be laid out at any body size (points)."""

    def at(self, body_pt: float) -> Layout:
        """The layout at a body size."""


class BodyRange(NamedTuple):
    """The least and the greatest size of body text, in points."""

    low: float
    high: float


class CardRange(NamedTuple):
    """The sizes of body text on cards made for one `scale`: the least is the same on any card, the greatest
    grows with it.
    """

    low: float
    high: float
    scale: float

    def at(self, scale: float) -> BodyRange:
        """The sizes on a card of a scale (1.0 for A4)."""
        return BodyRange(self.low, max(self.low, self.high * scale / self.scale))


class Face(NamedTuple):
    """A card face.

    What a deck file calls it, what it is for in one sentence, the paper it is usually printed on and how this
    is turned, the body sizes it allows, which fields share each region, and how a card is prepared for a
    sheet. A card has the size of its paper, or one of its own in mm (`card`, as it is turned), and then
    several stand on a sheet; what it says is on so many `sides`.

    Where an activity names it, it is printed in `colour` ("colour" or "mono"), and each `set_for`, "wall" or
    "table", gets a full set of the cards. `words` are those of the locale that it alone prints, section by
    section, each with the placeholders it may have.
    """

    name: str
    about: str
    paper: str
    landscape: bool
    body_pt: Sized[BodyRange]
    regions: Mapping[str, tuple[str, ...]]
    setter: Callable[[Card, Stationery], CardSetter]
    card: Size | None = None
    sides: int = 1
    set_for: str = ""
    colour: str = "colour"
    words: Mapping[str, Placeholders] = MappingProxyType({})

    def ranges(self) -> dict[str, BodyRange]:
        """The body sizes that it allows: on each of SETTINGS, or on a card of its own size."""
        if self.card:
            own = card_of(self.card)
            return {own.name: self.body_pt.at(own.scale)}
        return {name: self.body_pt.at(scale_of(size)) for name, size in SIZES.items()}
