"""Toy cards, and sheets of them looked at as pieces of paper: turned over, cut, and laid in piles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from hypothesis import strategies as st

from casedeck.impose.cards import Sides, card_sheets
from casedeck.impose.layout import BACK, FRONT, Layout, layout
from casedeck.model.geometry import Box, Size
from casedeck.model.page import Line, Page, bounds, leaves
from casedeck.model.paper import CLEAR_MM, SIZES
from casedeck.model.sheet import BEHIND, CUTS, FLIPS, LINES, Placed, Sheet

Point = tuple[float, float]

PAPERS = {**SIZES, "Letter": Size(215.9, 279.4), "Tabloid": Size(279.4, 431.8)}
papers = st.sampled_from(sorted(PAPERS.values()))
flips = st.sampled_from(FLIPS)
cuts = st.sampled_from(CUTS)
card_sizes = st.builds(Size, st.floats(40, 190), st.floats(40, 190))
counts = st.integers(1, 40)
NEAR = 0.02
"""What lengths may differ by, mm."""


def toy(card: Size, sides: int = 2) -> Callable[[int], Sides]:
    """Makes cards of a size that say their number and side."""
    made: dict[int, Sides] = {}

    def sides_of(number: int) -> Sides:
        names = ("front", "back")[:sides]
        return made.setdefault(
            number, tuple(Page(card, (), f"{number}", f"{number} {name}") for name in names)
        )

    return sides_of


def laid(card: Size, paper: Size, flip: str, cut: str = LINES, backs: str = BEHIND) -> Layout | None:
    """The layout of cards of a size on paper."""
    return layout(card, paper, backs, flip, cut)


def both_sides(made: Layout, count: int, copies: int = 1, sides: int = 2) -> list[tuple[Sheet, Sheet]]:
    """The fronts and the backs of each sheet of toy cards."""
    sheets = [*card_sheets(range(count), copies, toy(made.card, sides), made, "#000000", shown=(FRONT, BACK))]
    return [*zip(sheets[::2], sheets[1::2], strict=True)]


def corners(placed: Placed) -> tuple[Point, ...]:
    """Where the top left, top right, lower right and lower left corners of a page are on its sheet."""
    x, y, (width, height) = placed.x, placed.y, placed.size
    clockwise = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    begins = -placed.turn // 90 % 4  # turned by a quarter, its top left corner is at the top right
    return tuple(clockwise[(number - begins) % 4] for number in range(4))


def seen_through(point: Point, paper: Size, flip: str) -> Point:
    """Where a point of a sheet is, seen on its other side once the sheet is turned over an edge: that edge
    keeps its place, and what was farthest from it as well, but from the other side.
    """
    (x, y), (width, height) = point, paper
    edge_stands = (flip == "long edge") == (height >= width)
    return (width - x, y) if edge_stands else (x, height - y)


def misplaced(fronts: Sheet, backs: Sheet, flip: str) -> list[str]:
    """The cards whose back is not behind their front, or not upright there when a card is turned like a page:
    its top left corner is then behind the top right one.
    """
    behind = {
        tuple(sorted((round(x, 3), round(y, 3)) for x, y in corners(each))): each for each in backs.placed
    }
    wrong = []
    for front in fronts.placed:
        seen = [seen_through(corner, fronts.size, flip) for corner in corners(front)]
        back = behind.pop(tuple(sorted((round(x, 3), round(y, 3)) for x, y in seen)), None)
        turned = (seen[1], seen[0], seen[3], seen[2])
        if back is None or back.page.label != front.page.label or not same(turned, corners(back)):
            wrong.append(front.page.title)
    return [*wrong, *(each.page.title for each in behind.values())]


def same(some: Sequence[Point], others: Sequence[Point]) -> bool:
    """Whether points are where others are."""
    return all(abs(a - c) < NEAR and abs(b - d) < NEAR for (a, b), (c, d) in zip(some, others, strict=True))


def piles(sheets: Sequence[Sheet]) -> list[list[str]]:
    """What lies in each pile after sheets are cut as one stack, from the top left, row by row."""
    found: dict[Point, list[str]] = defaultdict(list)
    for sheet in sheets:
        for placed in sheet.placed:
            found[round(placed.y, 2), round(placed.x, 2)].append(placed.page.label)
    return [found[where] for where in sorted(found)]


def too_near_the_edge(sheet: Sheet) -> list[Box | Line]:
    """The cards and guides that are nearer to the edge of the paper than printers reach."""
    (width, height), least = sheet.size, CLEAR_MM - 0.001
    boxes = [Box(each.x, each.y, *each.size) for each in sheet.placed]
    near: list[Box | Line] = [
        box for box in boxes if min(box.x, box.y, width - box.right, height - box.bottom) < least
    ]
    for line in lines(sheet):
        left, top, right, bottom = bounds(line)
        if min(left, top, width - right, height - bottom) < least:
            near.append(line)
    return near


def lines(sheet: Sheet) -> Iterator[Line]:
    """The guides of a sheet, which are all lines."""
    for mark in leaves(sheet.guides):
        assert isinstance(mark, Line)
        yield mark


def gaps(edges: Sequence[tuple[float, float]]) -> list[float]:
    """How far neighbours are from each other, of cards that reach from one edge to the other."""
    apart = sorted({(round(begins, 3), round(ends, 3)) for begins, ends in edges})
    return [begins - ends for (_, ends), (begins, _) in pairwise(apart)]
