"""Choose one case study by its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from casedeck.choose.state import Found, State
from casedeck.errors import Place
from casedeck.model.reason import BY_NAME, Reason
from casedeck.model.vocabulary import Vocabularies
from casedeck.notation.yaml_text import bare


class Named(NamedTuple):
    """Choose the case study of this name in files. It comes where it is named, however well it would suit a
    search.
    """

    name: str
    place: Place

    def take(self, state: State) -> Found:
        """The case, unless its file has problems; that it is named twice, or taken out elsewhere, is one."""
        if not state.is_free(self.name, self.place) or self.name not in state.cases:
            return []
        return [(state.cases[self.name], Reason(BY_NAME))]

    def lines(self, vocabularies: Vocabularies) -> Sequence[str]:
        """The line of a deck file."""
        return [bare(self.name)]


WORDS = {BY_NAME.name: ()}
"""The words for why it is there."""
