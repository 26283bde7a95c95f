"""The blank card: the index face with lines to write on in place of words, and a second side with the words
to choose from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casedeck.compose import headings, painting
from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.grid import LEFT_SHARE, MEASURES, page_on
from casedeck.compose.kit import Kit, Pages
from casedeck.compose.lettering import Style
from casedeck.compose.measures import text_on
from casedeck.compose.stationery import Stationery
from casedeck.compose.tabs import tab_strip
from casedeck.model.case_study import PUBLISHED, USUAL_WORDS
from casedeck.model.geometry import Box, mm
from casedeck.model.page import ARTIFACT, Group, Line, Mark, Page
from casedeck.model.text import filled, rich
from casedeck.model.vocabulary import Vocabularies

BODY_PT = 12.0, 15.0
"""The size of its words on A4 and on A3."""
LINE_MM = 9.0
"""The distance of lines that adults write on."""


def blank_card(
    sheet: Stationery, words: Mapping[str, str], vocabularies: Vocabularies, *, imagined: bool
) -> Pages:
    """The two sides of the blank card; `words` are the prompts of the locale, `imagined` stamps the card as
    not real yet.
    """
    card = _BlankCard(sheet, words)
    front = tuple(card.front("imagined" if imagined else PUBLISHED))
    back = tuple(card.back(vocabularies))
    titles = (words["imagined title"] if imagined else words["title"], words["words to choose from"])
    sides = [
        Page(sheet.size, (Group("Sect", marks),), str(number), title)
        for number, (marks, title) in enumerate(zip((front, back), titles, strict=True), 1)
    ]
    return card.kit.pages(sides, card.over)


class _BlankCard:
    def __init__(self, sheet: Stationery, words: Mapping[str, str]) -> None:
        self.sheet, self.words = sheet, words
        self.measures = MEASURES.at(sheet.scale)
        self.unit = self.measures.unit
        self.kit = Kit(sheet, text_on(sheet.scale, *BODY_PT))
        self.over = 0.0
        self.page = page_on(sheet.size, self.measures)
        self.prompt = Style(
            max(11.0, self.kit.body.size_pt * 0.92),
            self.kit.body.size_pt * 1.2,
            sheet.colour("slate"),
            sheet.colour("accent"),
        )

    def front(self, status: str) -> Iterator[Mark]:
        """The card: tabs to colour in, then a heading, a prompt and lines for each field."""
        measures, page, unit = self.measures, self.page, self.unit
        yield tab_strip(
            self.sheet, (), Box(page.x, measures.top, page.width, measures.tab_height), measures.tab_pt
        )
        y = measures.top + measures.tab_height + 2.5 * unit
        yield self.heading("H1", "your case study", page.x, y)
        stamp = headings.stamp(self.sheet, status, measures.title_pt)
        if stamp:
            yield stamp.mark(page.right - stamp.width, y)
        y += self.kit.label.leading
        yield from self.field("title", page.x, y, page.width, 1)
        y += LINE_MM + self.prompt.leading
        yield from self.field("strapline", page.x, y, page.width, 1)
        y += LINE_MM + self.prompt.leading + 3.5 * unit
        yield from self.spotlight(y)
        y += self.spotlight_height + 4 * unit
        foot_y = page.bottom - self.prompt.leading - LINE_MM - self.kit.label.leading
        yield from self.columns(y, foot_y - 5.5 * unit - y)
        yield painting.rule(page, foot_y - 1.5 * unit, self.sheet, measures.rule_pt)
        yield self.heading("H2", "key learning", page.x, foot_y)
        yield from self.field("key learning", page.x, foot_y + self.kit.label.leading, page.width, 1)

    def note(self, over_mm: float) -> None:
        """Note by how much a part of the card has too little room."""
        self.over = max(self.over, over_mm)

    def heading(self, role: str, name: str, x: float, y: float) -> Mark:
        return Group(
            role, self.kit.set(self.words[name], self.kit.label, self.page.width, "bold").marks(x, y)
        )

    def field(self, name: str, x: float, y: float, width: float, lines: int) -> Iterator[Mark]:
        """A prompt with its word target, and lines below it."""
        yield Group("P", self.kit.set(self.prompted(name), self.prompt, width).marks(x, y))
        yield self.lines(x, y + self.prompt.leading, width, lines)

    def prompted(self, name: str) -> str:
        low, high = USUAL_WORDS[name]
        return filled(
            self.words[f"{name} prompt"], words=filled(self.words["word target"], low=low, high=high)
        )

    def lines(self, x: float, y: float, width: float, count: int) -> Mark:
        colour = self.sheet.colour("slate")
        return Group(
            ARTIFACT,
            tuple(
                Line(x, y + LINE_MM * n, x + width, y + LINE_MM * n, 0.5, colour) for n in range(1, count + 1)
            ),
        )

    @property
    def spotlight_height(self) -> float:
        """The height of the band: heading, prompt and two lines."""
        return self.kit.label.leading + self.prompt.leading + 2 * LINE_MM + 4.5 * self.unit

    def spotlight(self, y: float) -> Iterator[Mark]:
        page, x = self.page, self.page.x + self.measures.bar + 4 * self.unit
        box = Box(page.x, y, page.width, self.spotlight_height)
        yield painting.band(self.sheet, box, self.measures.bar)
        yield self.heading("H2", "relationship spotlight", x, y + 1.5 * self.unit)
        yield from self.field(
            "relationship spotlight",
            x,
            y + 1.5 * self.unit + self.kit.label.leading,
            page.right - x - 3 * self.unit,
            2,
        )

    def columns(self, y: float, height: float) -> Iterator[Mark]:
        """Overview and keywords at the left, benefits and enablers at the right."""
        width = (self.page.width - self.measures.gutter) * LEFT_SHARE
        label, prompt = self.kit.label.leading, self.prompt.leading
        yield self.heading("H2", "overview", self.page.x, y)
        room = height - label - 2 * prompt - LINE_MM - 2 * self.unit
        self.note(LINE_MM - room)
        count = int(room / LINE_MM)
        yield from self.field("overview", self.page.x, y + label, width, count)
        yield from self.field("keywords", self.page.x, y + height - prompt - LINE_MM, width, 1)
        right = self.page.x + width + self.measures.gutter
        half = (height - 2 * self.unit) / 2
        yield from self.claims("benefits", right, y, half)
        yield from self.claims("enablers", right, y + half + 2 * self.unit, half)

    def claims(self, kind: str, x: float, y: float, height: float) -> Iterator[Mark]:
        """Three empty tiles with a line each, or two where the height allows."""
        yield self.heading("H2", kind, x, y)
        y += self.kit.label.leading
        prompt = self.kit.set(self.prompted(kind), self.prompt, self.page.right - x)
        yield Group("P", prompt.marks(x, y))
        top = y + prompt.height
        room = (height - self.kit.label.leading - prompt.height) / 3
        self.note(3 * (LINE_MM - room))
        lines = max(1, int(room / LINE_MM))
        side = min(self.measures.tile, room - 1.5)
        for number in range(3):
            row = top + number * room
            paint = self.sheet.theme.parts["enabler tile"]
            yield Group(
                ARTIFACT,
                (
                    painting.painted(
                        Box(x, row + 1, side, side), paint._replace(fill=""), painting.CORNER * self.unit
                    ),
                ),
            )
            yield self.lines(
                x + side + 3 * self.unit,
                row + room - lines * LINE_MM - 0.3,
                self.page.right - x - side - 3 * self.unit,
                lines,
            )

    def back(self, vocabularies: Vocabularies) -> Iterator[Mark]:
        """All benefits, enablers and barriers with their meanings, and the honesty box."""
        page, gap = self.page, self.measures.gutter
        width = (page.width - 2 * gap) / 3
        yield self.heading("H1", "words to choose from", page.x, page.y)
        y = page.y + self.kit.label.leading + 2 * self.unit
        height = page.bottom - y
        xs = [page.x + place * (width + gap) for place in range(3)]
        kinds = zip(("benefits", "enablers", "barriers"), xs, strict=True)
        columns = [self.terms(vocabularies, kind, x, width) for kind, x in kinds]
        columns[-1] += self.honesty(xs[-1], width)
        for blocks in columns:
            self.note(natural_height(blocks) - height)
            yield from column(blocks, y, height)

    def terms(self, vocabularies: Vocabularies, kind: str, x: float, width: float) -> list[Block]:
        blocks = [self.kit.heading(self.words[f"all {kind}"], x, width, 0)]
        blocks += [
            self.kit.paragraph(rich(term.meaning), x, width, lead=f"{term.name}:", gap=1.4 * self.unit)
            for term in vocabularies[kind]
        ]
        return blocks

    def honesty(self, x: float, width: float) -> list[Block]:
        """How do we know? Four answers to tick, and a line."""
        side = mm(self.kit.body.size_pt) * 1.1
        blocks = [self.kit.heading(self.words["how do we know"], x, width, 6 * self.unit)]
        blocks.append(self.kit.paragraph(self.words["how do we know prompt"], x, width))
        blocks += [
            self._tick(self.words[answer], x, width, side)
            for answer in ("told to us", "counted", "studied", "hope")
        ]
        return blocks

    def _tick(self, answer: str, x: float, width: float, side: float) -> Block:
        lettering = self.kit.set(answer, self.kit.body, width - side - 2 * self.unit)

        def draw(y: float) -> Mark:
            box = self.kit.box(Box(x, y + (self.kit.body.leading - side) / 2, side, side))
            return Group("P", (box, *lettering.marks(x + side + 2 * self.unit, y)))

        return Block(1.6 * self.unit, lettering.height, 2, draw)
