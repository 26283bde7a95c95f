"""What the pages of front matter share: the measures and styles of the index card, a tab on its rule,
headings, band and foot.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from casedeck.compose import headings, painting
from casedeck.compose.compositor import Compositor
from casedeck.compose.flow import Block
from casedeck.compose.grid import MEASURES, PROPORTIONS, page_on
from casedeck.compose.kit import Kit
from casedeck.compose.layout import Marks
from casedeck.compose.lettering import Lettering, Style
from casedeck.compose.stationery import Stationery
from casedeck.model.geometry import Box, mm
from casedeck.model.page import ARTIFACT, Group, Line, Mark
from casedeck.model.text import Block as TextBlock
from casedeck.model.text import Listing, Paragraph, Rich, rich
from casedeck.typeset.words import measure

NUMBER = 0.9
"""The least room for what stands before an item of a list, as a share of the size of its letters."""


class Frame(Compositor):
    """A page on the grid of the index card at one body size; `unit` is 1 mm on A4 and grows with paper."""

    def __init__(self, sheet: Stationery, body_pt: float) -> None:
        super().__init__(sheet)
        self.measures = MEASURES.at(sheet.scale)
        self.unit = self.measures.unit * sheet.tightness
        self.page = page_on(sheet.size, self.measures)
        self.body, self.label, self.strapline, self.strong = PROPORTIONS.at(sheet, body_pt)
        self.quiet = self.body._replace(colour=sheet.colour("slate"))

    def head(self, tab: str, title: str, strapline: str) -> tuple[Marks, float]:
        """A tab on its rule, the title and a sentence below it, and where they end."""
        page, measures, unit = self.page, self.measures, self.unit
        kit = Kit(self.sheet)
        label = kit.tab(tab, Style(measures.tab_pt, measures.tab_pt * 1.2, ""), page.width)
        foot = measures.top + measures.tab_height
        top = foot + 4 * unit
        name = headings.title(
            self.sheet, measure(rich(title), self.sheet.fonts, "black"), measures.title_pt, page.width
        )
        told = self.set(strapline, self.strapline, page.width, balanced=True)
        told_y = top + name.height + 1.2 * unit
        self.wide.noted(label.words)
        self.wide.noted(name)

        def draw() -> tuple[Mark, ...]:
            shape = painting.painted(
                Box(page.x, measures.top, label.width, measures.tab_height), label.paint, painting.CORNER
            )
            rule = Line(page.x, foot, page.right, foot, measures.rule_pt, self.sheet.colour("ink"))
            words = label.words.marks(
                page.x + label.pad, measures.top + (measures.tab_height - label.words.height) / 2
            )
            return (
                Group(ARTIFACT, (shape, rule)),
                Group("P", words),
                Group("H1", name.marks(page.x, top)),
                Group("P", told.marks(page.x, told_y)),
            )

        return draw, told_y + told.height

    def band(self, label: str, text: Rich | str, top: float) -> tuple[Marks, float]:
        """A strong sentence on its tint, as on the card's spotlight, and where it ends."""
        page, measures, unit, sheet = self.page, self.measures, self.unit, self.sheet
        width = page.width - measures.bar - 8 * unit
        heading = self.set(label, self.label, width, "bold")
        sentence = self.set(text, self.strong, width, "bold", balanced=True)
        box = Box(page.x, top, page.width, heading.height + sentence.height + 6 * unit)

        def draw() -> tuple[Mark, ...]:
            x, y = box.x + measures.bar + 4 * unit, box.y + 2.7 * unit
            return (
                painting.band(sheet, box, measures.bar),
                Group("H2", heading.marks(x, y)),
                Group("P", sentence.marks(x, y + heading.height)),
            )

        return draw, box.bottom

    def foot(self) -> tuple[Marks, float]:
        """The deck's name at the right of the last line, and where the line begins."""
        page, size_pt = self.page, self.measures.foot_pt
        name = self.set(
            self.sheet.deck_title, Style(size_pt, size_pt * 1.2, self.sheet.colour("slate")), page.width
        )
        top = page.bottom - mm(size_pt * 1.2)
        return (lambda: (Group(ARTIFACT, name.marks(page.right - name.width, top)),)), top

    def learning(self, label: str, text: str) -> tuple[Marks, float]:
        """A bold sentence under a rule above the foot, as the card's key learning, with the foot; and where
        the rule is.
        """
        page, unit = self.page, self.unit
        foot, foot_top = self.foot()
        words = self.set(text, self.body, page.width, "bold", lead=f"{label}:", balanced=True)
        rule_y = foot_top - 3 * unit - words.height - 2.4 * unit

        def draw() -> tuple[Mark, ...]:
            rule = painting.rule(page, rule_y, self.sheet, self.measures.rule_pt)
            return (rule, Group("P", words.marks(page.x, rule_y + 2.4 * unit)), *foot())

        return draw, rule_y

    def tile(self, text: str, part: str, box: Box) -> Mark:
        """A number on a tile as those of the card's icons; an artifact."""
        paint = self.sheet.theme.parts[part]
        style = Style(self.body.size_pt * 1.1, self.body.size_pt * 1.2, paint.text)
        words = self.set(text, style, box.width, "bold")
        at = box.x + (box.width - words.width) / 2, box.y + (box.height - words.height) / 2
        return Group(
            ARTIFACT, (painting.painted(box, paint, painting.CORNER * box.width / 9.5), *words.marks(*at))
        )

    def heading(self, text: str, x: float, width: float, gap: float, stretch: float) -> Block:
        """A heading in the accent colour; gap and stretch in units."""
        words = self.set(text, self.label, width, "bold")
        return Block(
            gap * self.unit, words.height, stretch * self.unit, lambda y: Group("H2", words.marks(x, y))
        )

    def prose(self, blocks: Sequence[TextBlock], x: float, width: float, name: str) -> list[Block]:
        """Paragraphs and lists; `name` tells neighbouring lists apart."""
        unit = self.unit
        made: list[Block] = []
        for number, block in enumerate(blocks):
            if isinstance(block, Paragraph):
                words = self.set(block.text, self.body, width)
                gap, stretch = (2.6 * unit, 2 * unit) if number else (1.2 * unit, 0.6 * unit)
                made.append(Block(gap, words.height, stretch, self._paragraph(words, x)))
            else:
                made += self._list(block, x, width, f"{name} {number}")
        return made

    def _paragraph(self, words: Lettering, x: float) -> Callable[[float], Mark]:
        return lambda y: Group("P", words.marks(x, y))

    def _list(self, listing: Listing, x: float, width: float, name: str) -> list[Block]:
        unit = self.unit
        indent = max(5 * unit, NUMBER * mm(self.body.size_pt))
        made = []
        for number, item in enumerate(listing.items, 1):
            label = self.set(f"{number}." if listing.numbered else "•", self.body, indent)
            words = self.set(item, self.body, width - indent)
            gap = (1.0 if number > 1 else 1.8) * unit
            made.append(Block(gap, words.height, 1.2 * unit, self._item(label, words, x, x + indent), name))
        return made

    def _item(self, label: Lettering, words: Lettering, x: float, text_x: float) -> Callable[[float], Mark]:
        def draw(y: float) -> Mark:
            return Group("LI", (Group("Lbl", label.marks(x, y)), Group("LBody", words.marks(text_x, y))))

        return draw
