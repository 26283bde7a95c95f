"""What becomes known of a document while it is drawn."""

from __future__ import annotations


class Printed:
    """Of one document: the digest of each of its pages, one that changes with whatever is on it, and what is
    to be said of how it was made ready for the printer.
    """

    def __init__(self) -> None:
        self.digests: list[str] = []
        self.notes: list[str] = []
