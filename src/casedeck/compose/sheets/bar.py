"""The blocks of an activity as a bar, drawn to scale."""

from __future__ import annotations

from collections.abc import Sequence

from casedeck.compose.flow import Block
from casedeck.compose.kit import Kit
from casedeck.model.geometry import Box
from casedeck.model.page import ARTIFACT, Group, Mark, Shape
from casedeck.session.timing import Slot, total

HEIGHT = 8.0


def bar(slots: Sequence[Slot], kit: Kit, page: Box) -> Block:
    """The blocks beside each other from margin to margin, each as wide as its minutes, with these in it."""
    whole, sheet = max(1, total(slots)), kit.sheet
    labels = [kit.set(str(slot.minutes), kit.body, page.width, "bold") for slot in slots]

    def draw(y: float) -> Mark:
        marks: list[Mark] = []
        x = page.x
        for number, (slot, label) in enumerate(zip(slots, labels, strict=True)):
            width = page.width * slot.minutes / whole
            fill = sheet.colour("tint") if number % 2 else sheet.colour("paper")
            marks.append(Shape(Box(x, y, width, HEIGHT), 0, fill, sheet.colour("accent"), 0.6))
            marks.extend(label.marks(x + (width - label.width) / 2, y + (HEIGHT - label.height) / 2))
            x += width
        return Group(ARTIFACT, tuple(marks))

    return Block(1.8, HEIGHT, 0, draw)
