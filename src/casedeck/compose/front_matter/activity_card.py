"""An activity on a card: what it is for, for how many and how long, its prompt, and what happens block by
block.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casedeck.compose import painting
from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.front_matter.frame import Frame
from casedeck.compose.layout import Layout, Marks
from casedeck.compose.lettering import Style
from casedeck.compose.stationery import Stationery
from casedeck.compose.tabs import TAB_GAP
from casedeck.model.front_matter import ActivityFacts
from casedeck.model.geometry import Box
from casedeck.model.page import ARTIFACT, Group, Mark
from casedeck.model.text import filled


class ActivityCard:
    """One activity, its `words` those of the locale."""

    def __init__(self, facts: ActivityFacts, sheet: Stationery, words: Mapping[str, str]) -> None:
        self.facts, self.sheet, self.words = facts, sheet, words

    def at(self, body_pt: float) -> Layout:
        """The card at a body size; the blocks run down the left column and on in the right."""
        return _ActivitySetting(self, Frame(self.sheet, body_pt)).layout()


class _ActivitySetting:
    def __init__(self, card: ActivityCard, frame: Frame) -> None:
        self.frame, self.facts, self.words = frame, card.facts, card.words
        self.page, self.unit, self.measures = frame.page, frame.unit, frame.measures

    def layout(self) -> Layout:
        frame, page, unit = self.frame, self.page, self.unit
        tab = filled(self.words["tab"], number=self.facts.number, of=self.facts.of)
        head, head_bottom = frame.head(tab, self.facts.name, self.facts.purpose)
        band, band_bottom = frame.band(self.words["prompt"], self.facts.prompt, head_bottom + 3.6 * unit)
        figures, figures_bottom = self.figures(band_bottom + 5 * unit)
        heading = frame.heading(self.words["what happens"], page.x, page.width, 0, 0)
        heading_y = figures_bottom + 6 * unit
        bar_y = heading_y + heading.height + 1.4 * unit
        foot, foot_top = frame.foot()
        top = bar_y + self.measures.tab_height + 4 * unit
        room = foot_top - 4 * unit - top
        left, right = self.columns()

        def draw() -> tuple[Mark, ...]:
            spare = (room - natural_height(left)) * max(0, len(right) - 1) / max(1, len(left) - 1)
            lists = Group("L", (*column(left, top, room), *column(right, top, natural_height(right) + spare)))
            return (*head(), *band(), *figures(), heading.draw(heading_y), self.bar(bar_y), lists, *foot())

        return frame.layout({"blocks": max(natural_height(left), natural_height(right)) - room}, draw)

    def figures(self, top: float) -> tuple[Marks, float]:
        """Minutes, people and cards side by side, each with a word on it, and where they end."""
        frame, page = self.frame, self.page
        style = Style(frame.body.size_pt * 1.7, frame.body.size_pt * 1.7 * 1.15, frame.sheet.colour("ink"))
        pairs = list(self._figures())
        width = page.width / 3
        made = [
            (
                page.x + place * width,
                frame.set(large, style, width - frame.measures.gutter, "black"),
                frame.set(small, frame.quiet, width - frame.measures.gutter),
            )
            for place, (large, small) in enumerate(pairs)
        ]
        under = top + max([large.height for _, large, _ in made])

        def draw() -> tuple[Mark, ...]:
            return tuple(
                [Group("P", (*large.marks(x, top), *small.marks(x, under))) for x, large, small in made]
            )

        return draw, under + max([small.height for _, _, small in made])

    def _figures(self) -> Iterator[tuple[str, str]]:
        facts, words = self.facts, self.words
        yield (
            filled(words["minutes"], minutes=facts.minutes),
            filled(words["minutes note"], people=facts.people),
        )
        yield filled(words["people"], low=facts.least_people, high=facts.most_people), facts.energy
        if facts.cards_read:
            cards = (
                words["one card"] if facts.cards_read == 1 else filled(words["cards"], cards=facts.cards_read)
            )
            yield cards, words["cards note"]

    def bar(self, y: float) -> Mark:
        """The blocks drawn to scale in minutes, numbered where the number fits; an artifact, for the list
        says it again.
        """
        frame, page = self.frame, self.page
        total = sum(minutes for _, minutes, _ in self.facts.blocks)
        gaps = TAB_GAP * (len(self.facts.blocks) - 1)
        paint = frame.sheet.theme.parts["lit tab"]
        style = Style(frame.body.size_pt, frame.body.size_pt * 1.2, paint.text)
        marks: list[Mark] = []
        x = page.x
        for number, (_, minutes, _) in enumerate(self.facts.blocks, 1):
            box = Box(x, y, (page.width - gaps) * minutes / total, self.measures.tab_height)
            label = frame.set(str(number), style, page.width, "bold")
            marks.append(painting.painted(box, paint, min(painting.CORNER, box.width / 3)))
            if label.width + 1 <= box.width:
                marks += label.marks(
                    box.x + (box.width - label.width) / 2, y + (box.height - label.height) / 2
                )
            x = box.right + TAB_GAP
        return Group(ARTIFACT, tuple(marks))

    def columns(self) -> tuple[list[Block], list[Block]]:
        """The blocks in two columns, the first half at the left, with rows of one height across both."""
        page, count = self.page, len(self.facts.blocks)
        width = (page.width - 1.5 * self.measures.gutter) / 2
        half = -(-count // 2)
        left = [self.block(number, page.x, width) for number in range(half)]
        right = [self.block(number, page.right - width, width) for number in range(half, count)]
        for row in range(len(right)):
            height = max(left[row].height, right[row].height)
            left[row], right[row] = left[row]._replace(height=height), right[row]._replace(height=height)
        return left, right

    def block(self, number: int, x: float, width: float) -> Block:
        """A numbered tile, the block's name and minutes in bold, and what happens."""
        frame, unit = self.frame, self.unit
        name, minutes, told = self.facts.blocks[number]
        side = 7.5 * self.measures.unit
        indent = side + 3 * unit
        head = frame.set(
            filled(self.words["block"], block=name, minutes=minutes), frame.label, width - indent, "bold"
        )
        text = frame.set(told, frame.body, width - indent)
        height = max(side, head.height + text.height)

        def draw(y: float) -> Mark:
            tile = frame.tile(str(number + 1), "benefit tile", Box(x, y, side, side))
            at = y + (0.0 if text.ends else (side - head.height) / 2)
            words = (*head.marks(x + indent, at), *text.marks(x + indent, at + head.height))
            return Group("LI", (tile, Group("LBody", words)))

        return Block(3 * unit, height, 6 * unit, draw)
