"""A form: a worksheet that people write on, as its file describes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casedeck.errors import Place
from casedeck.model.geometry import Size
from casedeck.model.paper import SETTINGS
from casedeck.model.text import Rich, placeholders, plain

ORIENTATIONS = ("portrait", "landscape")
PER_SIDE = (1, 2, 4, 6)
EACH = ("card", "prompt", "barrier")
"""What a form can be printed once for: each card of the deck, the activity's prompt and each of the others,
or each barrier.
"""

PLACEHOLDERS: dict[str, tuple[str, ...]] = {
    "": ("deck", "activity", "prompt"),
    "card": ("number", "title"),
    "barrier": ("barrier", "meaning"),
}
"""What may stand between { and } in any form, and what only in one that is printed for each card, or each
barrier.
"""
TIMES = ("time of ", "time each of ", "half of ", "slots of ")
"""What else may stand there with the name of a block or part of the activity after it."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class Words(NamedTuple):
    """A paragraph."""

    text: Rich


class Lines(NamedTuple):
    """A label and `lines` lines to write on, `pitch` mm apart; 0 lines fill what is left. `beside`: the first
    line starts beside the label.
    """

    label: str
    lines: int
    pitch: float
    beside: bool


class Boxes(NamedTuple):
    """A label and `boxes` squares to write card numbers in."""

    label: str
    boxes: int


class GridColumn(NamedTuple):
    """A column of a grid: its heading and its share of the width."""

    heading: str
    share: int


class Grid(NamedTuple):
    """Columns with headings, `rows` rows of `lines` writing lines, `pitch` mm apart; 0 means as many as fill
    what is left.
    """

    label: str
    columns: tuple[GridColumn, ...]
    rows: int
    lines: int
    pitch: float


class Zones(NamedTuple):
    """Areas side by side, each with its label; `pitch` is the distance of the lines in them in mm, 0 for
    none.
    """

    areas: tuple[str, ...]
    pitch: float


class Axes(NamedTuple):
    """An area divided in four by two axes, with words at their ends: left and right, top and foot."""

    across: tuple[str, str]
    down: tuple[str, str]


class Big(NamedTuple):
    """Text as large as fits between two sizes in points, in `height` mm, or in what is left where that is 0;
    below a rule where `rule`.
    """

    text: Rich
    least_pt: float
    most_pt: float
    height: float
    rule: bool


Part = Words | Lines | Boxes | Grid | Zones | Axes | Big


class Form(NamedTuple):
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
        yield from (part.text for part in self.parts if isinstance(part, Words | Big))

    def labels(self) -> Iterator[str]:
        """The plain words of its parts, in reading order."""
        for part in self.parts:
            if isinstance(part, Lines | Boxes | Grid):
                yield part.label
            if isinstance(part, Grid):
                yield from (column.heading for column in part.columns)
            if isinstance(part, Zones):
                yield from part.areas
            if isinstance(part, Axes):
                yield from (*part.across, *part.down)

    @property
    def needs(self) -> frozenset[str]:
        """The placeholders that stand in its texts."""
        return frozenset(name for text in self.texts() for name in placeholders(plain(text)))

    def told_on(self, like: str) -> Rich:
        """What to do, on paper that is set like one of SETTINGS."""
        return (
            self.small_intro
            if self.small_intro and SETTINGS.index(like) < SETTINGS.index(self.paper)
            else self.intro
        )

    def size(self, paper: Size) -> Size:
        """The paper turned so that forms cut from it are held as `orientation` says."""
        upright = (self.orientation == "portrait") != (self.per_side == 2)
        return paper.portrait if upright else paper.landscape


def is_time(name: str) -> bool:
    """Whether a placeholder is of a block or part of the activity: "time each of pairs"."""
    return name.casefold().startswith(TIMES)
