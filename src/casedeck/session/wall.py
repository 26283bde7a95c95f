"""The gallery wall: how many walls, how long, and where every card hangs."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.errors import PlanError
from casedeck.model.paper import Paper
from casedeck.wording import count

CENTRE_MM = 1370
"""The height of the centre line from the floor, as for exhibition labels."""
BAND_MM = (1100, 1675)
"""The lower and upper edge of what is easy to view, from the floor (Glasgow Museums' display guidelines)."""
PITCH_MM, TIGHT_MM = 1000, 700
"""From the middle of one place on the wall to that of the next, for three readers, and when the wall is
short.
"""
GAP_MM = 30
"""Between two rows."""


READER_MM = 135
"""How much of a card's width one reader takes: three read an A3 at once, two an A4."""


class Hanging(NamedTuple):
    """Where card `number` hangs, in mm: its left edge from the left end of the wall, its middle from the
    floor, its width and height; row 1 is the upper.
    """

    number: int
    x: float
    y: float
    width: float
    height: float
    row: int


class WallPlan(NamedTuple):
    """Walls by their labels, each with a full set of cards in the same places; metres of each, its rows and
    spots.
    """

    labels: tuple[str, ...]
    metres: float
    rows: int
    spots: tuple[Hanging, ...]


def walls(people: int, cards: int, paper: Paper) -> int:
    """Full sets hung so that all can read at once: ceil(N / 3n) for cards on A3, ceil(N / 2n) on A4;
    at least 1.

    36 people at 16 cards on A3 are 1. PlanError for no cards.
    """
    return max(1, -(-people // (_readers(cards, paper) * cards)))


def metres(cards: int, paper: Paper, *, tight: bool = False) -> float:
    """Metres of wall for one set: 1.0 for each place, 0.7 when tight; A4 has two cards in each place. 16 on
    A3: 16, or 11.2.
    """
    return _places(cards, paper) * (TIGHT_MM if tight else PITCH_MM) / 1000


def wall_plan(people: int, cards: int, paper: Paper, *, tight: bool = False) -> WallPlan:
    """The plan for all walls.

    Cards go from left to right, each place from top to bottom, the rows about the centre line. PlanError for
    no cards, and where the paper is too high for the viewing band or too wide for its place.
    """
    rows = _rows(cards, paper)
    pitch, size = (TIGHT_MM if tight else PITCH_MM), paper.size.landscape
    step = size.height + GAP_MM
    half = (rows * step - GAP_MM) / 2
    if size.width > pitch or CENTRE_MM - half < BAND_MM[0] or CENTRE_MM + half > BAND_MM[1]:
        message = f"{paper.name} is too large to hang in {count(rows, 'row')}"
        raise PlanError(message, "print the wall cards on smaller paper")
    spots = tuple(
        Hanging(
            card + 1,
            (card // rows + 0.5) * pitch - size.width / 2,
            CENTRE_MM + half - size.height / 2 - card % rows * step,
            *size,
            card % rows + 1,
        )
        for card in range(cards)
    )
    return WallPlan(labels(walls(people, cards, paper)), metres(cards, paper, tight=tight), rows, spots)


def labels(count: int) -> tuple[str, ...]:
    """Names for so many walls: A, B … Z, then AA, BB and so on."""
    return tuple(chr(ord("A") + wall % 26) * (wall // 26 + 1) for wall in range(count))


def _places(cards: int, paper: Paper) -> int:
    return -(-cards // _rows(cards, paper))


def _readers(cards: int, paper: Paper) -> int:
    """How many people read one card at once, at least one."""
    _some(cards)
    return max(1, int(paper.size.landscape.width // READER_MM))


def _rows(cards: int, paper: Paper) -> int:
    """How many rows of cards fit into the band, about its centre line; at least one."""
    _some(cards)
    half = min(CENTRE_MM - BAND_MM[0], BAND_MM[1] - CENTRE_MM)
    return max(1, int((2 * half + GAP_MM) // (paper.size.landscape.height + GAP_MM)))


def _some(cards: int) -> None:
    if cards < 1:
        raise PlanError("a wall without cards cannot be planned", "choose at least one case study")
