"""What a deck file asks for under `cards`, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from casedeck.errors import Place
from casedeck.model.case_study import CaseStudy
from casedeck.model.reason import Reason
from casedeck.model.vocabulary import Vocabularies

COVERED = {"benefits": "benefit", "enablers": "enabler", "opportunities": "opportunity"}
"""The vocabularies that a deck can cover, each with the facet that its terms are found by."""

ORDERS = ("as listed", "title", "spread", "benefit", "sector")
"""The orders that the cards of a deck can have."""

NUMBERS = ("in order", "keep")
"""How cards are numbered: without a gap, or so that each keeps its number when others are taken
out by name.
"""

FEW = 6
"""How many cards a question brings that says neither how many nor how far to fill."""

LOWEST_SCORE, HIGHEST_SCORE = 1, 5
"""The scores of a Heatmap: that of the coolest spots and that of the warmest."""


class Choice(Protocol):
    """One line under `cards`: cases by name, by what they have, or by what they do for the deck. Each way to
    choose has its own file in `casedeck.choose`.
    """

    @property
    def place(self) -> Place:
        """Where it stands."""

    def take(self, state: Any) -> Iterable[tuple[CaseStudy, Reason]]:
        """The cases it chooses, each with the reason; `state` is what is chosen so far, a
        `casedeck.choose.state.State`.
        """

    def lines(self, vocabularies: Vocabularies) -> Sequence[str]:
        """The lines of a deck file that ask for the same."""
