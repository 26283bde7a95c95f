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
from casedeck.compose.measures import measure_at, text_on
from casedeck.compose.stationery import Stationery
from casedeck.compose.tabs import tab_strip
from casedeck.model.case_study import PUBLISHED, USUAL_WORDS
from casedeck.model.geometry import Box, mm
from casedeck.model.language import parted
from casedeck.model.page import ARTIFACT, DEPTH, Group, Image, Line, Mark, Page
from casedeck.model.text import filled, rich
from casedeck.model.vocabulary import Term, Vocabularies

BODY_PT = 12.0, 15.0
"""The size of its words on A4 and on A3."""
BACK_PT = 12.0, 18.0
"""The same on the back, which five people at a table read."""
LINE_MM = 9.0
"""The distance of lines that adults write on."""
ABOVE_PROMPT, BELOW_PROMPT = 1.5, 1.0
"""How much further a line with a prompt on it is from the one before, and between the two, mm."""
WORD_MM = 15.0
"""The length of a word written by hand, with its space."""
ICON = 8.5
"""The icon of a benefit or an enabler on the back of A4, mm: 12 on A3."""
MOST_STRETCH = 30.0
"""By how much the space between two words of the back may grow to use its height, mm."""


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
        y += self.field_height(1)
        yield from self.field("strapline", page.x, y, page.width, 1)
        y += self.field_height(1) + 3.5 * unit
        yield from self.spotlight(y)
        y += self.spotlight_height + 4 * unit
        foot_y = page.bottom - self.field_height(2) - self.kit.label.leading
        yield from self.columns(y, foot_y - 5.5 * unit - y)
        yield painting.rule(page, foot_y - 1.5 * unit, self.sheet, measures.rule_pt)
        yield self.heading("H2", "key learning", page.x, foot_y)
        yield from self.field("key learning", page.x, foot_y + self.kit.label.leading, page.width, 2)

    def note(self, over_mm: float) -> None:
        """Note by how much a part of the card has too little room."""
        self.over = max(self.over, over_mm)

    def heading(self, role: str, name: str, x: float, y: float) -> Mark:
        return Group(
            role, self.kit.set(self.words[name], self.kit.label, self.page.width, "bold").marks(x, y)
        )

    def field(self, name: str, x: float, y: float, width: float, lines: int) -> Iterator[Mark]:
        """Lines to write on, and a prompt that stands on the first of them."""
        prompt = self.kit.set(self.prompted(name, width, lines), self.prompt, width)
        first = y + ABOVE_PROMPT * self.unit + LINE_MM
        yield Group("P", prompt.marks(x, first - BELOW_PROMPT - prompt.height + self.below_letters))
        yield self.lines(x, first - LINE_MM, width, lines)

    @property
    def below_letters(self) -> float:
        """How much of the height of a prompt is below its deepest letters, mm."""
        font, em = self.sheet.fonts.regular, mm(self.prompt.size_pt)
        spare: float = (self.prompt.leading - em * (font.ascent + font.descent)) / 2
        below: float = em * (font.descent - DEPTH)
        return spare + below

    def field_height(self, lines: int) -> float:
        """How high a field of so many lines is, mm."""
        return ABOVE_PROMPT * self.unit + LINE_MM * lines

    def prompted(self, name: str, width: float, most: int) -> str:
        """A prompt; where it asks for so many lines, these are as many as the words of real cards take by
        hand, at most as many as there are.
        """
        words = sum(USUAL_WORDS[name]) / 2
        lines = min(most, max(1, round(words * WORD_MM / width)))
        numbers = parted(self.sheet.language.times["numbers"])
        said = numbers[lines - 1] if lines <= len(numbers) else str(lines)
        target = filled(self.words["one line" if lines == 1 else "so many lines"], lines=said)
        return filled(self.words[f"{name} prompt"], lines=target)

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
        """The height of the band: heading and two lines."""
        return self.kit.label.leading + self.field_height(2) + 4.5 * self.unit

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
        label, keywords = self.kit.label.leading, self.field_height(1)
        yield self.heading("H2", "overview", self.page.x, y)
        room = height - label - keywords - self.field_height(0)
        self.note(LINE_MM - room)
        count = int(room / LINE_MM)
        yield from self.field("overview", self.page.x, y + label, width, count)
        yield from self.field("keywords", self.page.x, y + height - keywords, width, 1)
        right = self.page.x + width + self.measures.gutter
        half = (height - 2 * self.unit) / 2
        yield from self.claims("benefits", right, y, half)
        yield from self.claims("enablers", right, y + half + 2 * self.unit, half)

    def claims(self, kind: str, x: float, y: float, height: float) -> Iterator[Mark]:
        """Three empty tiles with a line each, or two where the height allows."""
        yield self.heading("H2", kind, x, y)
        y += self.kit.label.leading
        width = self.page.right - x
        prompt = self.kit.set(self.prompted(kind, width, 1), self.prompt, width)
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
        """All benefits, enablers and barriers with their meanings, and the honesty box, over the whole
        height.
        """
        self.kit = Kit(self.sheet, text_on(self.sheet.scale, *BACK_PT)).noting(self.kit)
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
        """The terms of a vocabulary below their heading."""
        heading = self.kit.heading(self.words[f"all {kind}"], x, width, 0)
        return [heading, *[self.term(term, x, width) for term in vocabularies[kind]]]

    def term(self, term: Term, x: float, width: float) -> Block:
        """A term with its meaning, its icon beside them where it has one."""
        side = measure_at(self.sheet.scale, ICON, 12.0) if term.icon in self.sheet.icons else 0.0
        indent = side + 2.0 * self.unit if side else 0.0
        words = self.kit.set(rich(term.meaning), self.kit.body, width - indent, lead=f"{term.name}:")
        height = max(words.height, side)

        def draw(y: float) -> Mark:
            middle = y + height / 2
            said = Group("P", words.marks(x + indent, middle - words.height / 2))
            if not side:
                return said
            box = Box(x, middle - side / 2, side, side)
            drawing = Image(box, self.sheet.icons[term.icon], self.sheet.colour("accent"))
            return Group("Sect", (Group(ARTIFACT, (drawing,)), said))

        return Block(1.4 * self.unit, height, MOST_STRETCH, draw)

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
