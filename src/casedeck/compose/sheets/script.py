"""The script of a facilitator sheet: step by step what to say, to do and to watch for, beside the clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from casedeck.compose.flow import Block
from casedeck.compose.kit import Kit
from casedeck.compose.lettering import Lettering
from casedeck.compose.sheets.run_sheet import clock_style
from casedeck.model.geometry import Box, mm
from casedeck.model.page import ARTIFACT, CAP, Group, Line, Mark, Shape
from casedeck.model.text import filled
from casedeck.session.telling import ToldStep
from casedeck.session.timing import Slot
from casedeck.session.told import Told

CLOCK = 27.0
"""The column of clock times at the left where the body has 12 points, mm; wider where a word of a block's
name needs it.
"""
GAP = 1.5
"""Between that column and the numbers of the steps, mm."""
INDENT = 7.5
"""How far the words stand from the numbers of the steps, mm."""
ABOVE, BETWEEN, TEXTS = 1.8, 1.8, 0.4
"""Between the rule above a block and its steps, two steps of a block, and the texts of one, mm."""
FRAME_PT, PAD = 1.5, 2.2
"""The frame round what is said first, and how far it keeps from the words, mm."""


def script(told: Told, kit: Kit, page: Box, words: Mapping[str, str]) -> Iterator[Block]:
    """The steps below their heading, those of a block below a rule that runs across the page."""
    maker = _Script(told, kit, page, words)
    yield kit.heading(words["script"], page.x, page.width, 0)
    for step in told.steps:
        yield maker.step(step)


class _Said(NamedTuple):
    """A text of a step, and how far it keeps from a frame round it, mm: 0 for none."""

    text: Lettering
    pad: float = 0.0

    @property
    def height(self) -> float:
        return self.text.height + 2 * self.pad + (1.0 if self.pad else 0.0)


class _Script:
    def __init__(self, told: Told, kit: Kit, page: Box, words: Mapping[str, str]) -> None:
        self.told, self.kit, self.page, self.words = told, kit, page, words
        names = [word for slot in told.plan.slots for word in slot.block.name.split()]
        widest = max([kit.set(word, kit.body, page.width, "bold").width for word in names], default=0.0)
        self.unit = kit.body.size_pt / 12
        self.clock = max(CLOCK * self.unit, widest + GAP)
        self.x = page.x + self.clock
        self.indent = INDENT * self.unit
        self.width = page.width - self.clock - self.indent

    def step(self, step: ToldStep) -> Block:
        """A number, the words to say in bold, what to do and what to watch for below; beside the first step
        of a block, when it begins, its name and how long it takes.
        """
        kit, opens = self.kit, step.opens
        times, parts = self.times(opens), self.parts(step)
        label = kit.set(str(step.number), kit.say, self.indent, "black")
        above = ABOVE if opens else 0.0
        beside = sum(time.height for time in times)
        height = max(sum(part.height + TEXTS for part in parts), beside - self.raised if times else 0.0)

        def draw(y: float) -> Mark:
            marks = [Group(ARTIFACT, (self.rule(y),))] if opens else []
            y += above
            body = (*self.beside(times, y - self.raised), *self.drawn(parts, y))
            return Group(
                "L", (Group("LI", (*marks, Group("Lbl", label.marks(self.x, y)), Group("LBody", body))),)
            )

        return Block(BETWEEN, above + height, 2, draw)

    @property
    def raised(self) -> float:
        """How much higher a clock time has to begin than words to say for capitals to be as high, mm."""
        font, say, clock = self.kit.sheet.fonts.regular, self.kit.say, clock_style(self.kit)
        leading: float = (clock.leading - say.leading) / 2
        lower: float = (font.ascent - font.descent) / 2 - CAP
        return leading + mm(clock.size_pt - say.size_pt) * lower

    def rule(self, y: float) -> Line:
        return Line(self.page.x, y, self.page.right, y, 0.5, self.kit.sheet.colour("slate"))

    def parts(self, step: ToldStep) -> list[_Said]:
        """The texts of a step; before those of the first, what is said to take care of people."""
        kit, width = self.kit, self.width
        parts: list[_Said] = []
        if step.number == 1:
            care = f"{self.words['safety']}:"
            said = kit.set(self.told.activity.safety, kit.say, width - 2 * PAD, "bold", lead=care)
            parts.append(_Said(said, PAD))
        if step.say:
            parts.append(_Said(kit.set(step.say, kit.say, width, "bold")))
        for name, text in (("do", step.do), ("watch for", step.watch)):
            if text:
                parts.append(_Said(kit.set(text, kit.body, width, lead=f"{self.words[name]}:")))
        return parts

    def drawn(self, parts: list[_Said], y: float) -> Iterator[Mark]:
        x = self.x + self.indent
        for text, pad in parts:
            if pad:
                frame = Box(x, y + 0.3, self.width, text.height + 2 * pad - 0.6)
                yield Group(ARTIFACT, (Shape(frame, 0.8, "", self.kit.sheet.colour("ink"), FRAME_PT),))
            yield Group("P", text.marks(x + pad, y + pad))
            y += _Said(text, pad).height + TEXTS

    def beside(self, times: list[Lettering], y: float) -> Iterator[Mark]:
        for time in times:
            yield Group("P", time.marks(self.page.x, y))
            y += time.height

    def times(self, opens: Slot | None) -> list[Lettering]:
        """When a block begins, what it is called and how long it takes, for the first of its steps."""
        if opens is None:
            return []
        kit, width = self.kit, self.clock - GAP
        size_pt = kit.body.size_pt
        tight = kit.body._replace(leading_pt=1.1 * size_pt)
        begins = kit.sheet.language.clock(*self.told.plan.begins(opens))
        takes = filled(self.words["in minutes"], minutes=opens.minutes)
        return [
            kit.set(begins, clock_style(kit), width, "bold"),
            kit.set(opens.block.name, tight, width, "bold"),
            kit.set(takes, tight, width),
        ]
