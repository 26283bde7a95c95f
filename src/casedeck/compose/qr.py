"""QR codes as drawings."""

from __future__ import annotations

import re
from functools import lru_cache

from casedeck.compose.qr_matrix import qr_rows
from casedeck.model.page import Drawing

QUIET_ZONE = 4
"""Modules of white that a reader needs on each side."""


@lru_cache(maxsize=64)
def qr_code(address: str) -> Drawing:
    """The code for an address with its quiet zone; one unit is one module. Runs of black modules are one rectangle each."""
    rows = qr_rows(address)
    side = len(rows) + 2 * QUIET_ZONE
    steps: list[tuple[str | float, ...]] = []
    for y, row in enumerate(rows, QUIET_ZONE):
        steps += [("R", run.start() + QUIET_ZONE, y, run.end() - run.start(), 1) for run in re.finditer("1+", row)]
    return Drawing(f"qr {address}", side, side, tuple(steps), 0)


def short_address(address: str) -> str:
    """The address as printed for people: without https:// and a last slash."""
    return address.split("://", 1)[-1].removeprefix("mailto:").removesuffix("/")
