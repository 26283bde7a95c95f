"""Colours as a PDF file says them: red, green and blue for screens and office printers, or the four inks of a
print shop.
"""

from __future__ import annotations

from collections.abc import Mapping

from casedeck.model.colour import Ink, channels, in_inks


class Inks:
    """The colours of one file. For a print shop, `own` has the inks of those colours (#RRGGBB) for which they
    are chosen; all others are worked out. Without it, colours are those of screens.
    """

    def __init__(self, own: Mapping[str, Ink] | None = None) -> None:
        self._own = own
        self._written: dict[str, str] = {}

    @property
    def four(self) -> bool:
        """Whether everything is in four inks."""
        return self._own is not None

    def fill(self, colour: str) -> str:
        """The operator that fills with a colour."""
        return f"{self._numbers(colour)} {'rg' if self._own is None else 'k'}"

    def stroke(self, colour: str) -> str:
        """The operator that draws lines in a colour."""
        return f"{self._numbers(colour)} {'RG' if self._own is None else 'K'}"

    def _numbers(self, colour: str) -> str:
        if colour not in self._written:
            own = self._own
            parts = channels(colour) if own is None else own.get(colour) or in_inks(colour)
            self._written[colour] = " ".join([f"{part:.3g}" for part in parts])
        return self._written[colour]
