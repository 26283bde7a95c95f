"""Is a picture of a case study or a deck sharp?"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from casedeck.errors import Place, Problem
from casedeck.model.geometry import MM_PER_INCH
from casedeck.model.illustration import Illustration
from casedeck.rules.logo import LEAST
from casedeck.wording import short

SIDE = 83
"""How many mm a picture is wide and high on a wall card, where pictures are largest."""


def picture_sharp(picture: Illustration, size: tuple[int, int], place: Place) -> Iterator[Problem]:
    """T109 for a picture with fewer than LEAST dots to an inch where it is printed largest."""
    wanted = ceil(SIDE / MM_PER_INCH * LEAST)
    if min(size) < wanted:
        across, down = size
        has = f"the picture {short(picture.file)} has {across:,} by {down:,} dots"
        message = f"{has}, which is too few to be sharp at {SIDE} mm"
        yield Problem(place, "T109", message, f"use one with at least {wanted} by {wanted}")
