"""Finding the largest type size at which something fits."""

from __future__ import annotations

import math
from collections.abc import Callable

STEP_PT = 0.25


def largest(fits: Callable[[float], bool], low_pt: float, high_pt: float) -> float | None:
    """The largest size from low to high, in steps of STEP_PT, at which `fits` is true; None where even the
    lowest is not.

    `fits` must be monotone: what fits at a size fits at every smaller one.
    """
    if fits(high_pt):
        return high_pt
    low, high = -1, math.ceil((high_pt - low_pt) / STEP_PT)
    while high - low > 1:
        middle = (low + high) // 2
        if fits(low_pt + middle * STEP_PT):
            low = middle
        else:
            high = middle
    return None if low < 0 else low_pt + low * STEP_PT
