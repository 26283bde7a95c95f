"""Finished sides of paper as a printer needs them: backs moved to where they belong, and all of it larger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from casedeck.model.geometry import Box, Size
from casedeck.model.page import Group, Line, Mark, Page, Shape, Text, bounds_of, moved
from casedeck.model.paper import CLEAR_MM
from casedeck.model.printer import Printer
from casedeck.model.sheet import Placed, Side, sideways

Kind = TypeVar("Kind", bound=Side)


MOST_KEPT = 1000
"""How much of what was made is kept, in case that it comes again."""


class OnPrinter:
    """Makes the sides of one document ready for a printer. It has so many `sides` on each sheet of paper,
    which is turned over the edge `flip` ("": like the page of a book). What was done, or could not be, is
    added to `notes`.
    """

    def __init__(self, printer: Printer, sides: int, flip: str, notes: list[str]) -> None:
        self.printer, self.sides, self.flip, self.notes = printer, sides, flip, notes
        self._made: dict[tuple[int, float], tuple[object, Any]] = {}

    def __call__(self, sides: Iterable[Kind]) -> Iterator[Kind]:
        """The sides, each as it is to be drawn. All are made at once where they are to be larger: either all
        of a document are, or none.
        """
        printer = self.printer
        backs = self.sides == 2 and any((*printer.offset, *printer.lying))
        if printer.scale != 1:
            sides = [*sides]
        scale = 1 / printer.scale
        if isinstance(sides, list) and scale != 1:
            scale = self._scale([each for each in sides if printer.takes(each.size)], scale)
        for number, side in enumerate(sides, 1):
            made: Any = side
            if printer.takes(side.size):
                made = made if scale == 1 else self._larger(made, scale)
                made = self._moved(made) if backs and number % 2 == 0 else made
            yield made

    def _scale(self, sides: list[Side], scale: float) -> float:
        """How much larger all of these are drawn: as asked, or not where that takes one into the margins."""
        margin = self.printer.margin_mm or CLEAR_MM
        least = min([clear_of(side, scale) for side in sides], default=margin)
        percent = f"{abs(scale - 1):.1%}".replace("%", " %")
        how = "larger" if scale > 1 else "smaller"
        if least >= margin - 0.001:
            self.notes.append(f"drawn {percent} {how}, as your printer needs it")
            return scale
        left = f"{max(0.0, least):.1f} mm from the edge, and your printer needs {margin:g} mm"
        self.notes.append(f"not drawn {percent} {how}: it would come {left}")
        return 1.0

    def _moved(self, side: Side) -> Side:
        """A back where the printer puts it behind its front."""
        lying = side.size.width > side.size.height
        across, down = self.printer.lying if lying else self.printer.offset
        if not (across or down):
            return side
        turned = not self.flip or sideways(side.size, self.flip)
        dx, dy = (across, -down) if turned else (-across, down)
        if isinstance(side, Page):
            return side._replace(marks=tuple([moved(mark, dx, dy) for mark in side.marks]))

        def shifted() -> tuple[Placed, ...]:
            return tuple([_shifted(each, dx, dy) for each in side.placed])

        placed = self._once(side.placed, 0.0, shifted) if side.again else shifted()
        guides = self._once(side.guides, 0.0, lambda: tuple([moved(each, dx, dy) for each in side.guides]))
        return side._replace(placed=placed, guides=guides)

    def _larger(self, side: Side, scale: float) -> Side:
        """A side with everything on it larger, its middle where it was."""
        x, y = side.size.width * (1 - scale) / 2, side.size.height * (1 - scale) / 2
        if isinstance(side, Page):
            return _page_scaled(side, scale, x, y)
        placed = self._once(
            side.placed,
            scale,
            lambda: tuple([self._placed_larger(each, scale, x, y) for each in side.placed]),
        )
        guides = self._once(
            side.guides, scale, lambda: tuple([scaled(each, scale, x, y) for each in side.guides])
        )
        return side._replace(placed=placed, guides=guides)

    def _placed_larger(self, each: Placed, scale: float, x: float, y: float) -> Placed:
        page = self._once(each.page, scale, lambda: _page_grown(each.page, scale))
        window = each.window and Box(*[value * scale for value in each.window])
        window = window and window._replace(x=window.x + x, y=window.y + y)
        return each._replace(page=page, x=each.x * scale + x, y=each.y * scale + y, window=window)

    def _once(self, of: object, scale: float, make: Callable[[], Any]) -> Any:
        """What is made of a value, the very same for the very same: what repeats stays a repetition."""
        known = self._made.get((id(of), scale))
        if known is None or known[0] is not of:
            if len(self._made) > MOST_KEPT:
                self._made.clear()
            known = self._made[id(of), scale] = of, make()
        return known[1]


def clear_of(side: Side, scale: float) -> float:
    """How far from the edge of the paper the nearest mark is once the side is larger, mm."""
    if isinstance(side, Page):
        boxes = [bounds_of(side.marks)] if side.marks else []
    else:
        boxes = [ink for each in side.placed if (ink := each.ink)]
        boxes += [bounds_of(side.guides)] if side.guides else []
    width, height = side.size
    edges = [
        min(width / 2 + (box.x - width / 2) * scale, width / 2 - (box.right - width / 2) * scale)
        for box in boxes
    ]
    edges += [
        min(height / 2 + (box.y - height / 2) * scale, height / 2 - (box.bottom - height / 2) * scale)
        for box in boxes
    ]
    return min(edges, default=min(width, height) / 2)


def scaled(mark: Mark, scale: float, x: float, y: float) -> Mark:
    """A mark so many times as large, with what was at 0, 0 at x, y (mm)."""
    if isinstance(mark, Group):
        return mark._replace(marks=tuple([scaled(each, scale, x, y) for each in mark.marks]))
    if isinstance(mark, Text):
        runs = tuple([run._replace(size_pt=run.size_pt * scale) for run in mark.runs])
        at = mark.x * scale + x, mark.y * scale + y
        return mark._replace(x=at[0], y=at[1], width=mark.width * scale, runs=runs)
    if isinstance(mark, Line):
        ends = mark.x1 * scale + x, mark.y1 * scale + y, mark.x2 * scale + x, mark.y2 * scale + y
        return Line(*ends, mark.width_pt * scale, mark.colour)
    box = Box(mark.box.x * scale + x, mark.box.y * scale + y, mark.box.width * scale, mark.box.height * scale)
    if isinstance(mark, Shape):
        return Shape(box, mark.radius * scale, mark.fill, mark.border, mark.border_pt * scale)
    return mark._replace(box=box)


def _page_scaled(page: Page, scale: float, x: float, y: float) -> Page:
    return page._replace(marks=tuple([scaled(mark, scale, x, y) for mark in page.marks]))


def _page_grown(page: Page, scale: float) -> Page:
    """A page larger with its marks."""
    size = Size(page.size.width * scale, page.size.height * scale)
    return _page_scaled(page, scale, 0, 0)._replace(size=size)


def _shifted(each: Placed, dx: float, dy: float) -> Placed:
    window = each.window and each.window._replace(x=each.window.x + dx, y=each.window.y + dy)
    return each._replace(x=each.x + dx, y=each.y + dy, window=window)
