"""What a deck file says of cards that are cut from larger paper: does it make sense?"""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.compose.faces import FACES
from casedeck.errors import Report
from casedeck.model.deck import PrintItem
from casedeck.model.sheet import APART, BEHIND, NONE
from casedeck.notation.records import Read
from casedeck.prints import PRINTS


def cuts_make_sense(item: PrintItem, values: Read, report: Report) -> bool:
    """Whether the keys of an item go together; else D108 is recorded at each that does not."""
    wrong = [*(_wrong(item, values) if item.face else _glued(item, values))]
    for name, message, way_out in wrong:
        report.add(values.places[name], "D108", message, way_out)
    return not wrong


def _wrong(item: PrintItem, values: Read) -> Iterator[tuple[str, str, str]]:
    """Each key that does not make sense, why, and the way out."""
    face = FACES[item.face]
    if item.for_print_shop:
        for name in sorted({"backs", "flip", "cut"} & values.keys()):
            yield name, "the print shop puts cards on sheets itself", f"take {name} out"
        return
    if not (item.size or face.card):
        for name in {"backs", "flip", "cut"} & values.keys():
            why = f"{item.face} cards are as large as their paper, and nothing is cut"
            yield name, why, f"say a size as well, such as size: A5, or take {name} out"
        return
    yield from _glued(item, values)
    sides = 2 if item.back else face.sides
    backs = item.backs or (BEHIND if sides > 1 else NONE)
    if sides == 1 and backs != NONE:
        two = " or ".join(name for name, each in FACES.items() if each.sides > 1)
        other = f", or choose the face {two}" if two else ""
        yield "backs", f"{item.face} cards have no backs", f"take backs out{other}"
    elif "flip" in values and backs not in (BEHIND, APART):
        why = f"the paper is not turned over: {_not_turned(sides, backs)}"
        yield "flip", why, "take flip out"


def _glued(item: PrintItem, values: Read) -> Iterator[tuple[str, str, str]]:
    """That cards are not cut from paper which is glued together."""
    if item.paper.half and "paper" in values and "cut" in PRINTS[item.kind].takes:
        why = f"{item.paper.name} is glued together, and cards are cut from one sheet"
        yield "paper", why, f"say paper: {item.paper.half.name}"


def _not_turned(sides: int, backs: str) -> str:
    """Why the paper is printed on one side."""
    if sides == 1:
        return "these cards have no backs"
    return "no backs are printed" if backs == NONE else f"backs are {backs} their fronts"
