"""Will a logo be seen on its paper, and is it sharp?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil, gcd

from casedeck.compose.painting import logo_size
from casedeck.compose.stationery import Stationery
from casedeck.errors import Problem
from casedeck.model.colour import contrast
from casedeck.model.deck import Card, PrintItem
from casedeck.model.page import Raster

UNSEEN, FAINT = 1.1, 1.4
"""The contrast with the paper below which a picture cannot be seen, and below which it hardly can."""
LEAST = 150
"""The dots to an inch below which edges look ragged."""
_LOOKED_AT = 20_000
_PART = 0.005
"""As much of a picture must stand out for the eye to find it."""
_OTHER_PAPER = "use the version of the logo that is made for light paper, or put it on a ground of its own"


def logo_seen(item: PrintItem, sheet: Stationery, cards: Sequence[Card]) -> Iterator[Problem]:
    """T106 for a logo that is not to be seen on the paper at all."""
    if sheet.logo is None or sheet.theme.logo is None:
        return
    place, name = sheet.theme.logo.place, sheet.logo.name
    if sheet.logo.solid and not any(sheet.logo.solid):
        yield Problem(
            place,
            "T106",
            f"the logo {name} is clear all over: nothing of it is printed",
            "save the picture again, or use another",
        )
    elif (found := _strongest(sheet.logo, sheet.colour("paper"))) < UNSEEN:
        yield Problem(
            place,
            "T106",
            f"the logo {name} cannot be seen on the paper: its contrast is {found:.2f} to 1",
            _OTHER_PAPER,
        )


def logo_clear(item: PrintItem, sheet: Stationery, cards: Sequence[Card]) -> Iterator[Problem]:
    """T106 for a logo that is hard to see on the paper, as a whole or for the most part."""
    if sheet.logo is None or sheet.theme.logo is None:
        return
    place, name = sheet.theme.logo.place, sheet.logo.name
    found = _strongest(sheet.logo, sheet.colour("paper"))
    if UNSEEN <= found < FAINT:
        yield Problem(
            place,
            "T106",
            f"the logo {name} can hardly be seen on the paper: its contrast is {found:.2f} to 1",
            _OTHER_PAPER,
        )
    elif found >= FAINT and _mostly_unseen(sheet.logo, sheet.colour("paper")):
        yield Problem(
            place, "T106", f"more than half of the logo {name} cannot be seen on the paper", _OTHER_PAPER
        )


def logo_sharp(item: PrintItem, sheet: Stationery, cards: Sequence[Card]) -> Iterator[Problem]:
    """T107 for a logo with fewer than LEAST dots to an inch as it is printed."""
    if sheet.logo is None or sheet.theme.logo is None:
        return
    logo, size = sheet.logo, logo_size(sheet.logo)
    found = logo.width / (size.width / 25.4)
    if found < LEAST:
        wanted = f"{ceil(size.width / 25.4 * LEAST)} by {ceil(size.height / 25.4 * LEAST)}"
        has = (
            f"the logo {logo.name} has {logo.width} by {logo.height} dots, which is {found:.0f} to an "
            f"inch at {size.width:.0f} mm"
        )
        yield Problem(
            sheet.theme.logo.place,
            "T107",
            f"{has}; its edges will be ragged",
            f"use a picture of at least {wanted} dots",
        )


def _strongest(logo: Raster, paper: str) -> float:
    """The contrast with the paper that a part of the picture has which is large enough to be found."""
    dots = _dots(logo, paper)
    wanted = max(1, round(dots.total() * _PART))
    for found, many in sorted(
        ((contrast(colour, paper), many) for (colour, _), many in dots.items()), reverse=True
    ):
        wanted -= many
        if wanted <= 0:
            return found
    return 1.0


def _mostly_unseen(logo: Raster, paper: str) -> bool:
    """True where much is clear, and more than half of the rest is like the paper: a logo made for a dark
    ground.
    """
    dots = _dots(logo, paper)
    solid = {colour: many for (colour, solid), many in dots.items() if solid}
    unseen = sum(many for colour, many in solid.items() if contrast(colour, paper) < UNSEEN)
    return sum(solid.values()) < 0.7 * dots.total() and unseen > sum(solid.values()) / 2


def _dots(logo: Raster, paper: str) -> Counter[tuple[str, bool]]:
    """How often each colour is seen on the paper, and whether it is printed at all, among dots from all over
    the picture.
    """
    ground = [int(paper[at : at + 2], 16) for at in (1, 3, 5)]
    many = logo.width * logo.height
    step = max(1, many // _LOOKED_AT)
    while gcd(step, logo.width) > 1:  # or all dots would come from the same few columns
        step += 1
    found: Counter[tuple[str, bool]] = Counter()
    for at in range(0, many, step):
        solid = logo.solid[at] if logo.solid else 255
        mixed = [
            (colour * solid + below * (255 - solid)) // 255
            for colour, below in zip(logo.colours[3 * at : 3 * at + 3], ground, strict=True)
        ]
        found["#" + bytes(mixed).hex().upper(), solid >= 128] += 1
    return found
