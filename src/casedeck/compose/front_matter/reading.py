"""The page on reading a card: a miniature of the card with its parts numbered, and what each part is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.front_matter.frame import Frame
from casedeck.compose.front_matter.miniature import Miniature
from casedeck.compose.layout import Layout
from casedeck.compose.stationery import Stationery
from casedeck.model.deck import Card
from casedeck.model.front_matter import CardPart
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark

MINIATURE_SHARE = 0.57


class ReadingPage:
    """How to read a card, in the `words` of the locale; `shown` is the card in the miniature, and `note` says
    of which cards something else is true, or nothing.
    """

    def __init__(
        self,
        card_parts: Sequence[CardPart],
        shown: Card,
        note: str,
        sheet: Stationery,
        words: Mapping[str, str],
    ) -> None:
        self.parts, self.shown, self.note, self.sheet, self.words = card_parts, shown, note, sheet, words

    def at(self, body_pt: float) -> Layout:
        """The page at a body size."""
        frame = Frame(self.sheet, body_pt)
        page, unit = frame.page, frame.unit
        head, head_bottom = frame.head(self.words["tab"], self.words["title"], self.words["strapline"])
        tip, tip_top = frame.learning(self.words["tip label"], self.words["tip"])
        top = head_bottom + 6 * unit
        note = frame.set(self.note, frame.body, page.width, balanced=True)
        noted = note.height + 4 * unit if note.ends else 0.0
        room = tip_top - 5 * unit - noted - top
        width = page.width * MINIATURE_SHARE
        height = min(room, width * self.sheet.size.height / self.sheet.size.width)
        miniature = Miniature(frame, self.shown, Box(page.x, top, width, height))
        x = page.x + width + frame.measures.gutter
        blocks = [_part(frame, number, part, x, page.right - x) for number, part in enumerate(self.parts, 1)]

        def draw() -> tuple[Mark, ...]:
            listed = column(blocks, top, max(height, natural_height(blocks)))
            below = (Group("P", note.marks(page.x, tip_top - 4 * unit - note.height)),) if note.ends else ()
            return (
                *head(),
                Group("Figure", miniature.marks(), self.words["figure"]),
                Group("L", listed),
                *below,
                *tip(),
            )

        return frame.layout({"parts": natural_height(blocks) - room}, draw)


def _part(frame: Frame, number: int, part: CardPart, x: float, width: float) -> Block:
    side = 7.5 * frame.measures.unit
    indent = side + 3 * frame.unit
    words = frame.set(part.about, frame.body, width - indent, lead=f"{part.name}:")
    height = max(side, words.height)

    def draw(y: float) -> Mark:
        tile = frame.tile(str(number), "lit tab", Box(x, y, side, side))
        text_y = y + (side - words.height) / 2 if words.height < side else y
        return Group("LI", (tile, Group("LBody", words.marks(x + indent, text_y))))

    return Block(2.4 * frame.unit, height, 6 * frame.unit, draw)
