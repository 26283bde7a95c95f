"""A worksheet that people write on, as its file describes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casedeck.errors import Place
from casedeck.model.geometry import Size
from casedeck.model.paper import SETTINGS
from casedeck.model.text import Rich, placeholders, plain
from casedeck.worksheets.parts.part import Part

ORIENTATIONS = ("portrait", "landscape")
PER_SIDE = (1, 2, 4, 6)
EACH = ("card", "prompt", "barrier")
"""What a worksheet can be printed once for: each card of the deck, the activity's prompt and each of the
others, or each barrier.
"""

PLACEHOLDERS: dict[str, tuple[str, ...]] = {
    "": ("deck", "activity", "prompt"),
    "card": ("number", "title"),
    "barrier": ("barrier", "meaning"),
}
"""What may stand between { and } in any worksheet, and what only in one that is printed for each card, or
each barrier.
"""
TIMES = ("time of ", "time each of ", "half of ", "slots of ")
"""What else may stand there with the name of a block or part of the activity after it."""


class Worksheet(NamedTuple):
    """A worksheet. `paper` is the one of SETTINGS that it is made for, `orientation` how one of the
    `per_side` that stand on a side of paper is held; `each` is "" or one of EACH. The words of `tab` stand in
    the tab at its top; tab, title and intro may be empty. `small_intro` takes the place of the intro on
    smaller paper than `paper`, where there is one.
    """

    id: str
    name: str
    paper: str
    orientation: str
    per_side: int
    each: str
    tab: Rich
    title: Rich
    intro: Rich
    parts: tuple[Part, ...]
    place: Place
    small_intro: Rich = ()

    def texts(self) -> Iterator[Rich]:
        """Every text with markup, in reading order; labels have none."""
        yield from (self.tab, self.title, self.intro, self.small_intro)
        for part in self.parts:
            yield from part.texts

    def labels(self) -> Iterator[str]:
        """The plain words of its parts, in reading order."""
        for part in self.parts:
            yield from part.labels

    @property
    def needs(self) -> frozenset[str]:
        """The placeholders that stand in its texts."""
        return frozenset(name for text in self.texts() for name in placeholders(plain(text)))

    @property
    def heading(self) -> Part | None:
        """The part that is its heading: where it has no title, the first that can be one."""
        return None if self.title else next((part for part in self.parts if part.kind.heads), None)

    def told_on(self, like: str) -> Rich:
        """What to do, on paper that is set like one of SETTINGS."""
        smaller = SETTINGS.index(like) < SETTINGS.index(self.paper)
        return self.small_intro if self.small_intro and smaller else self.intro

    def size(self, paper: Size) -> Size:
        """The paper turned so that worksheets cut from it are held as `orientation` says."""
        upright = (self.orientation == "portrait") != (self.per_side == 2)
        return paper.portrait if upright else paper.landscape


def is_time(name: str) -> bool:
    """Whether a placeholder is of a block or part of the activity: "time each of pairs"."""
    return name.casefold().startswith(TIMES)
