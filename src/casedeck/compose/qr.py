"""QR codes as pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from casedeck.model.page import Squares
from casedeck.typeset.spared import spared

QUIET_ZONE = 4
"""Modules of white that a reader needs on each side."""

MASK = 4
"""Readers take any of the eight masks; trying all of them to find the evenest costs five times as long."""


@lru_cache(maxsize=64)
def qr_code(address: str) -> Squares:
    """The code for an address with its quiet zone; one square is one module."""
    with spared("urllib.request"):  # segno imports it by way of what quotes SVG
        import segno

    matrix = segno.make(address, error="m", micro=False, boost_error=False, mask=MASK).matrix
    return Squares(f"qr {address}", tuple(map(bytes, matrix)), QUIET_ZONE)


def short_address(address: str) -> str:
    """The address as printed for people: without https:// and a last slash."""
    return address.split("://", 1)[-1].removeprefix("mailto:").removesuffix("/")


def shorter_addresses(address: str) -> Iterator[str]:
    """The address as printed for people, then with less and less of it: without what comes behind a question
    mark, and the name of the site alone. The whole of it is in the code and behind the link.
    """
    whole = short_address(address)
    yield whole
    yield re.split("[?#]", whole, maxsplit=1)[0]
    yield re.split("[/?#]", whole, maxsplit=1)[0]
