"""Can what is on a page be read: its contrast, in grey too, and its size?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from casedeck.errors import Place, Problem
from casedeck.model.colour import contrast, lightness, linear
from casedeck.model.geometry import Box
from casedeck.model.page import Image
from casedeck.rules.contrast import MARK_RATIO, TEXT_RATIO
from casedeck.rules.seen import Seen, in_words, quoted

LARGE_PT, LARGE_BOLD_PT = 18.0, 14.0
"""From which size letters are large, and from which where they are bold (WCAG 2.2, 1.4.3)."""
LEAST_PT = 10.0
"""The smallest letters on anything, in points."""
LEAST_GREY = 40.0
"""How far apart in lightness (0 to 100) letters are from what is behind them."""
ROUNDING = 0.001
SHADE = "choose a darker or a lighter colour in the theme, or in the file that has it"

_ratio = lru_cache(maxsize=512)(contrast)


@lru_cache(maxsize=512)
def _apart(colour: str, behind: str) -> float:
    """How far apart two colours are in lightness, in grey."""
    return abs(lightness(linear(colour)) - lightness(linear(behind)))


def contrasts(place: Place, page: Seen) -> Iterator[Problem]:
    """P107 for the first letters, and the first drawing, that are too close in colour to what is behind them;
    of several drawings in one place, the one that shows best counts.
    """
    for (colour, behind, size_pt, weight), text in page.prints.items():
        large = size_pt >= (LARGE_PT if weight == "regular" else LARGE_BOLD_PT)
        least = MARK_RATIO if large else TEXT_RATIO
        if _ratio(colour, behind) < least:
            yield _too_close(place, page, quoted(text), colour, behind, least)
            break
    best: dict[Box, tuple[float, Image, str]] = {}
    for image, behind in page.icons:
        ratio = _ratio(image.colour, behind) if image.colour else MARK_RATIO
        if image.box not in best or best[image.box][0] < ratio:
            best[image.box] = ratio, image, behind
    for ratio, image, behind in best.values():
        if ratio < MARK_RATIO:
            what = f"the drawing {image.picture.name}"
            yield _too_close(place, page, what, image.colour, behind, MARK_RATIO)
            break


def _too_close(place: Place, page: Seen, what: str, colour: str, behind: str, least: float) -> Problem:
    shown = f"{what} in {colour} on {behind}, a contrast of {_ratio(colour, behind):.1f} to 1"
    message = f"{in_words(page.page)}, has {shown}; {least:g} to 1 is the least that people can read"
    return Problem(place, "P107", message, SHADE)


def apart_in_grey(place: Place, page: Seen) -> Iterator[Problem]:
    """P113 for the first letters that a printer without colour makes nearly as light as what is behind
    them.
    """
    for (colour, behind, _, _), text in page.prints.items():
        if _apart(colour, behind) < LEAST_GREY:
            shown = f"{quoted(text)} in {colour} on {behind}, {_apart(colour, behind):.0f} apart in lightness"
            message = f"{in_words(page.page)}, has {shown}; in grey {LEAST_GREY:g} is the least that shows"
            yield Problem(place, "P113", message, SHADE)
            return


def large_enough(place: Place, page: Seen) -> Iterator[Problem]:
    """P108 for the smallest letters of a page, where they are too small."""
    smallest = min(page.prints, key=lambda each: each[2], default=None)
    if smallest and smallest[2] < LEAST_PT - ROUNDING:
        shown = f"{quoted(page.prints[smallest])} in {smallest[2]:.1f} points"
        message = f"{in_words(page.page)}, has {shown}; {LEAST_PT:g} is the least that people can read"
        yield Problem(place, "P108", message, "print it larger, or on larger paper")
