"""The script of a facilitator sheet: the prompts, and step by step what to say, to do and to watch for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casedeck.compose.flow import Block
from casedeck.compose.kit import Kit
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark
from casedeck.model.text import filled, plain
from casedeck.session.telling import ToldStep
from casedeck.session.timing import Slot
from casedeck.session.told import Told

NOTES = 25.0
"""The margin for notes at the right, mm."""
INDENT = 8.0
"""How far the words stand from the numbers of the steps, mm."""


def script(told: Told, kit: Kit, page: Box, words: Mapping[str, str]) -> Iterator[Block]:
    """The prompts and the steps, as wide as the page but for the margin for notes."""
    maker = _Script(told, kit, page, words)
    yield from maker.prompts()
    yield from maker.steps()


class _Script:
    def __init__(self, told: Told, kit: Kit, page: Box, words: Mapping[str, str]) -> None:
        self.told, self.kit, self.words = told, kit, words
        self.x, self.width = page.x, page.width - NOTES

    def prompts(self) -> Iterator[Block]:
        """The question that people work on, and others to choose from."""
        kit, activity = self.kit, self.told.activity
        yield kit.heading(self.words["prompt"], self.x, self.width, 0)
        yield kit.paragraph(activity.prompt, self.x, self.width, style=kit.say, weight="bold", gap=0.5)
        others = " ".join(f"• {plain(prompt)}" for prompt in activity.other_prompts)
        yield kit.paragraph(others, self.x, self.width, lead=f"{self.words['or']}:", gap=0.6)

    def steps(self) -> Iterator[Block]:
        """The steps below their heading."""
        yield self.kit.heading(self.words["script"], self.x, self.width, 3)
        for step in self.told.steps:
            yield self.step(step)

    def step(self, step: ToldStep) -> Block:
        """A number in the margin, the words to say in bold, what to do and what to watch for below; in the
        margin for notes, when the block begins and how long it takes.
        """
        kit, x, width = self.kit, self.x, self.width - INDENT
        parts = [kit.set(step.say, kit.say, width, "bold")] if step.say else []
        for name, text in (("do", step.do), ("watch for", step.watch)):
            if text:
                parts.append(kit.set(text, kit.body, width, lead=f"{self.words[name]}:"))
        label = kit.set(str(step.number), kit.say, INDENT, "black")
        times = [kit.set(text, kit.quiet, NOTES - 5) for text in self.times(step.opens)]

        def draw(y: float) -> Mark:
            marks: list[Mark] = [Group("Lbl", label.marks(x, y))]
            texts: list[Mark] = []
            top = y
            for time in times:
                texts.append(Group("P", time.marks(x + self.width + 4.8, top)))
                top += time.height
            for part in parts:
                texts.append(Group("P", part.marks(x + INDENT, y)))
                y += part.height + 0.4
            return Group("L", (Group("LI", (*marks, Group("LBody", tuple(texts)))),))

        height = sum(part.height + 0.4 for part in parts)
        return Block(1.5, max(height, sum(time.height for time in times)), 2, draw)

    def times(self, opens: Slot | None) -> list[str]:
        """When a block begins and how long it takes, for the first of its steps."""
        if opens is None:
            return []
        begins = self.kit.sheet.language.clock(*self.told.plan.begins(opens))
        return [begins, filled(self.words["in minutes"], minutes=opens.minutes)]
