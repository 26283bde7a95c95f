"""The ways to choose cases, besides naming them: one file and one line for each."""

from __future__ import annotations

from casedeck.choose.cool_spots import COOL_SPOTS
from casedeck.choose.cover import COVER
from casedeck.choose.fill_to import FILL_TO
from casedeck.choose.way import Way
from casedeck.choose.where import WHERE
from casedeck.choose.without import WITHOUT

WAYS: tuple[Way, ...] = (
    COOL_SPOTS,
    COVER,
    FILL_TO,
    WHERE,
    WITHOUT,
)
"""Every way. The first whose name a choice has is the one meant, so `where` and `not`, which stand beside
others, come last.
"""
