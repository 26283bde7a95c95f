"""Pages as text, one mark a line, in millimetres: what tests compare and people can read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from casedeck.draw.output import Finished, Output
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Image, Line, Link, Mark, Page, Shape, Text
from casedeck.model.sheet import Sheet, Side


def draw_listing(sides: Iterable[Side]) -> str:
    """The listing of sides of paper."""
    return "\n".join(line for side in sides for line in _side(side)) + "\n"


def _side(side: Side) -> Iterator[str]:
    if not isinstance(side, Sheet):
        yield from _page(side)
        return
    yield f"sheet {side.label} ({side.size.width:g} x {side.size.height:g})"
    for placed in side.placed:
        turned = f" turned {placed.turn}" if placed.turn else ""
        window = f" window {_box(placed.window)}" if placed.window else ""
        place = f"{placed.x:.2f} {placed.y:.2f}{turned}{window}"
        if placed.first:
            yield f"  placed {place}"
            yield from (f"    {line}" for line in _page(placed.page))
        else:
            yield f"  again {place} page {placed.page.label} {placed.page.title}"
    yield from (line for mark in side.guides for line in _mark(mark, 1))


def _page(page: Page) -> Iterator[str]:
    yield f"page {page.label} ({page.size.width:g} x {page.size.height:g}) {page.title}"
    for mark in page.marks:
        yield from _mark(mark, 1)


def _mark(mark: Mark, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if isinstance(mark, Group):
        alt = f' "{mark.alt}"' if mark.alt else ""
        yield f"{indent}{mark.role}{alt}"
        for each in mark.marks:
            yield from _mark(each, depth + 1)
    else:
        yield indent + _leaf(mark)


def _leaf(mark: Text | Line | Shape | Image | Link) -> str:
    if isinstance(mark, Text):
        runs = " ".join(f"[{run.weight} {run.size_pt:.4g} {run.colour}] {run.text}" for run in mark.runs)
        return f"text {mark.x:.2f} {mark.y:.2f} wide {mark.width:.2f} {runs}"
    if isinstance(mark, Line):
        start, end = f"{mark.x1:.2f} {mark.y1:.2f}", f"{mark.x2:.2f} {mark.y2:.2f}"
        return f"line {start} to {end} {mark.width_pt:g}pt {mark.colour}"
    if isinstance(mark, Shape):
        colours = f"fill {mark.fill or '-'} border {mark.border or '-'} {mark.border_pt:g}pt"
        return f"shape {_box(mark.box)} round {mark.radius:.3g} {colours}"
    if isinstance(mark, Image):
        return f"image {_box(mark.box)} {mark.picture.name} {mark.colour}".rstrip()
    return f"link {_box(mark.box)} {mark.address} ({mark.description})"


def _files(finished: Finished, done: Callable[[], None]) -> Iterator[tuple[str, bytes]]:
    def sides() -> Iterator[Side]:
        for side in finished.pages():
            yield side
            done()

    yield f"{finished.name}.txt", draw_listing(sides()).encode()


LISTING = Output(
    what="lists",
    about="a list of what stands where on its pages in millimetres, as a text file",
    files=_files,
)


def _box(box: Box) -> str:
    return f"{box.x:.2f} {box.y:.2f} {box.width:.2f} x {box.height:.2f}"
