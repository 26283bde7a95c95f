"""What becomes known of a document while it is drawn."""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.errors import Problem
from casedeck.model.sheet import Side
from casedeck.prints.ink import Ink


class Printed:
    """Of one document: the digest of each of its pages, one that changes with whatever is on it, what is to
    be said of how it was made ready for the printer, what could be better on its pages, and its ink.
    """

    def __init__(self) -> None:
        self.digests: list[str] = []
        self.notes: list[str] = []
        self.advice: list[Problem] = []
        self.ink = Ink()

    def counted(self, sides: Iterator[Side]) -> Iterator[Side]:
        """The sides, with the ink of each counted."""
        for side in sides:
            self.ink.add(side)
            yield side
