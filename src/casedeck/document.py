"""A PDF to be: its pages, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from casedeck.errors import Place
from casedeck.model.page import Page
from casedeck.typeset.fonts import Fonts


class Document(NamedTuple):
    """One PDF of a deck, composed and ready to be drawn.

    `pages` gives its `page_count` pages, made when they are asked for; `copies` of them stand in the file one after the other. `paper` is
    the paper's name, `sides` how many sides of it are printed, `colour` "colour" or "mono"; `facts` are lines to tell the user.
    """

    file_name: str
    title: str
    fonts: Fonts
    pages: Callable[[], Iterator[Page]]
    page_count: int
    copies: int
    paper: str
    sides: int
    colour: str
    facts: tuple[str, ...]
    place: Place

    @property
    def sheets(self) -> int:
        """Sheets of paper that printing the file takes."""
        return -(-self.page_count // self.sides) * self.copies
