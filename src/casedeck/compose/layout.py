"""What a card face gives back for one card at one size."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from casedeck.compose.sheet import Sheet
from casedeck.model.deck import Card
from casedeck.model.page import Mark


class Layout(NamedTuple):
    """One card laid out: by how many mm each region is over-full (none when it fits), and `draw`, which gives the marks."""

    over: Mapping[str, float]
    draw: Callable[[], tuple[Mark, ...]]


class CardSetter(Protocol):
    """One card on one face, its words measured, ready to be laid out at any body size (points)."""

    def at(self, body_pt: float) -> Layout:
        """The layout at a body size."""


class Face(NamedTuple):
    """A card face.

    The paper it is usually printed on, its orientation, the body sizes it allows (points) on each setting, which fields share each
    region, and how a card is prepared for a sheet.
    """

    paper: str
    landscape: bool
    body_pt: Mapping[str, tuple[float, float]]
    regions: Mapping[str, tuple[str, ...]]
    setter: Callable[[Card, Sheet], CardSetter]
