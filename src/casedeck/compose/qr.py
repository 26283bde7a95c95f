"""QR codes as drawings."""

from __future__ import annotations

import re
from functools import lru_cache

from casedeck.model.page import Drawing
from casedeck.typeset.spared import spared

QUIET_ZONE = 4
"""Modules of white that a reader needs on each side."""

MASK = 4
"""Readers take any of the eight masks; trying all of them to find the evenest costs five times as long."""


@lru_cache(maxsize=64)
def qr_code(address: str) -> Drawing:
    """The code for an address with its quiet zone; one unit is one module. Runs of black modules are one
    rectangle each.
    """
    with spared("urllib.request"):  # segno imports it by way of what quotes SVG
        import segno

    matrix = segno.make(address, error="m", micro=False, boost_error=False, mask=MASK).matrix
    side = len(matrix) + 2 * QUIET_ZONE
    steps: list[tuple[str | float, ...]] = []
    for y, row in enumerate(matrix, QUIET_ZONE):
        steps += [
            ("R", run.start() + QUIET_ZONE, y, run.end() - run.start(), 1)
            for run in re.finditer(b"\x01+", bytes(row))
        ]
    return Drawing(f"qr {address}", side, side, tuple(steps), 0)


def short_address(address: str) -> str:
    """The address as printed for people: without https:// and a last slash."""
    return address.split("://", 1)[-1].removeprefix("mailto:").removesuffix("/")
