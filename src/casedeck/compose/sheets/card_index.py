"""The index of a deck: which card shows which benefits and rests on which enablers, as a matrix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from casedeck.compose.feet import above_foot, footed
from casedeck.compose.kit import RULE_PT, Kit, Pages
from casedeck.compose.lettering import Lettering, Style
from casedeck.compose.measures import margin_on, measure_at
from casedeck.compose.sheets.entries import by_term_pages
from casedeck.compose.stationery import Stationery
from casedeck.model.deck import Card
from casedeck.model.geometry import Box, mm
from casedeck.model.page import ARTIFACT, Group, Image, Line, Mark, Page, Shape, Text
from casedeck.model.vocabulary import Term, Vocabulary

MOST_ROWS = 25
ROW_GAP, TIGHT_ROW_GAP = 2.2, 1.0
"""Between the titles of two rows, mm; the second on paper where the first would leave a few rows over."""
NUMBER = 9.0
"""The column of numbers at 12 points."""
BETWEEN = 3.0
"""The space between benefits and enablers."""
STEP, ICON = 7.3, 7.0
"""From one column of dots to the next, and the icon above each."""
KEY_GAP, KEY_ROW = 1.5, 8.2
"""Between an icon and its word in the key, and from one row of the key to the next."""
LEAST_ROWS = 5
"""How many rows the last of several pages has at least."""
HEAD_PT = 10.5
"""The word behind the title of a brief card at 12 points."""
TITLE_PT = 27.0
YES, NO = "●", "·"


class _MatrixRow(NamedTuple):
    """A card: its title in lines, and for each column whether it applies."""

    card: Card
    title: Lettering
    marks: tuple[bool, ...]
    height: float


def card_index_pages(
    cards: Sequence[Card], sheet: Stationery, benefits: Vocabulary, words: Mapping[str, str]
) -> Pages:
    """The index of the cards in their order, on as many pages as it takes; each page begins with its title
    and the heads of its columns. `words` are those of the locale. The sheet is A4 portrait or like it.
    """
    return footed(_matrix_pages(cards, sheet, benefits, words), sheet, words)


def whole_index_pages(
    cards: Sequence[Card],
    sheet: Stationery,
    benefits: Vocabulary,
    opportunities: Vocabulary,
    words: Mapping[str, str],
) -> Pages:
    """The same, followed by the cards by opportunity and by sector."""
    matrix, lists = (
        _matrix_pages(cards, sheet, benefits, words),
        by_term_pages(cards, sheet, opportunities, words),
    )
    return footed(
        Pages((*matrix.pages, *lists.pages), {**lists.over, **matrix.over}, matrix.word or lists.word),
        sheet,
        words,
    )


def _matrix_pages(
    cards: Sequence[Card], sheet: Stationery, benefits: Vocabulary, words: Mapping[str, str]
) -> Pages:
    matrix = _Matrix(sheet, benefits, words, brief=not all(card.case.full for card in cards))
    for between in (ROW_GAP, TIGHT_ROW_GAP):
        rows = [matrix.row(card, between) for card in cards]
        shares = matrix.shared(rows)
        if len(shares) == -(-len(cards) // MOST_ROWS):
            break
    pages = []
    for number, share in enumerate(shares, 1):
        name = words["title"] if len(shares) == 1 else f"{words['title']} {number}"
        pages.append(Page(sheet.size, (Group("Sect", matrix.page(share, number == 1)),), str(number), name))
    return matrix.kit.pages(pages)


class _Matrix:
    def __init__(
        self, sheet: Stationery, benefits: Vocabulary, words: Mapping[str, str], *, brief: bool
    ) -> None:
        self.sheet, self.words = sheet, words
        self.kit = kit = Kit(sheet, max(12, sheet.theme.smallest_body_pt))
        margin = margin_on(sheet.scale)
        self.box = box = above_foot(Box(0, 0, *sheet.size).inset(margin, margin))
        self.kinds = (benefits, sheet.enablers)
        self.number = NUMBER * kit.body.size_pt / 12
        self.terms = [term for kind in self.kinds for term in kind]
        count = len(self.terms)
        self.step = min(STEP, box.width / 25)
        right = box.right
        self.table_right = right
        self.xs = [
            right - self.step * (count - n - 0.5) - (BETWEEN if n < len(benefits) else 0.0)
            for n in range(count)
        ]
        self.left = self.xs[0] - self.step / 2
        self.icon = min(ICON, self.step - 0.2)
        title_pt = measure_at(sheet.scale, TITLE_PT, TITLE_PT)
        title_style = Style(title_pt, title_pt * 1.1, kit.body.colour)
        self.title = kit.set(words["title"], title_style, box.width, "black")
        self.note = kit.set(
            f"{words['note']} {words['brief note']}" if brief else words["note"], kit.quiet, box.width
        )
        self.head = kit.label.leading + self.icon + 2.0
        self.key = [kit.set(term.name, kit.body, box.width, "bold") for term in self.terms]
        widest = max([word.width for word in self.key], default=0.0)
        self.key_step = self.icon + KEY_GAP + widest + KEY_GAP
        kit.wide.beyond(self.key_step - KEY_GAP - box.width)
        self.across = max(1, int((box.width + KEY_GAP) // self.key_step))
        kit.set(words["number"], kit.body, self.number - 1, "bold")

    def row(self, card: Card, between: float) -> _MatrixRow:
        """A card ready to be placed; it is as high as its title."""
        name = card.case.heading[0].text
        told = name if card.case.full else f"{name} {self.words['brief']}"
        title = self.kit.set(told, self.kit.body, self.left - self.box.x - self.number - 3)
        held = ({claim.term.id for claim in card.case.benefits}, card.case.enabler_ids)
        marks = tuple(term.id in ids for ids, kind in zip(held, self.kinds, strict=True) for term in kind)
        return _MatrixRow(card, title, marks, title.height + between)

    def top(self, *, first: bool) -> float:
        """Where the table starts, mm from the top."""
        noted = self.note.height + 2 if first else 0.0
        return self.box.y + self.title.height + noted + 3 + self.key_height + 3

    @property
    def key_height(self) -> float:
        """How high the key is: a heading and rows for each half of the columns."""
        rows = sum(-(-len(kind) // self.across) for kind in self.kinds)
        return rows * KEY_ROW * self.kit.body.size_pt / 12

    def shared(self, rows: Sequence[_MatrixRow]) -> list[list[_MatrixRow]]:
        """The rows of each page, at most MOST_ROWS."""
        pages: list[list[_MatrixRow]] = []
        left = 0.0
        for row in rows:
            if not pages or row.height > left or len(pages[-1]) == MOST_ROWS:
                pages.append([])
                left = self.box.bottom - self.top(first=len(pages) == 1) - self.head
            pages[-1].append(row)
            left -= row.height
        while len(pages) > 1 and len(pages[-1]) < LEAST_ROWS < len(pages[-2]):
            pages[-1].insert(0, pages[-2].pop())
        return pages

    def page(self, rows: Sequence[_MatrixRow], first: bool) -> tuple[Mark, ...]:
        """Title, head and rows of one page."""
        marks: list[Mark] = [Group("H1", self.title.marks(self.box.x, self.box.y))]
        if first:
            marks.append(Group("P", self.note.marks(self.box.x, self.box.y + self.title.height + 1)))
        top = self.top(first=first)
        foot = top + self.head
        key = self.drawn_key(top - 3 - self.key_height)
        marks.append(Group("L", tuple(key)) if first else Group(ARTIFACT, tuple(key)))
        behind: list[Mark] = []
        table = [self.heading(foot)]
        y = foot
        for number, row in enumerate(rows):
            behind.extend(self.behind(row, y, number))
            table.append(self.cells(row, y))
            y += row.height
        behind.extend(self.rules(foot, y))
        return (*marks, Group(ARTIFACT, tuple(behind)), *self.kind_names(top), Group("Table", tuple(table)))

    def behind(self, row: _MatrixRow, y: float, number: int) -> list[Mark]:
        """What leads the eye along a row: every other one tinted, or a fine rule above each where the theme
        has no tint.
        """
        box = Box(self.box.x, y, self.table_right - self.box.x, row.height)
        tint = self.sheet.colour("tint")
        if tint == self.sheet.colour("paper"):
            return [Line(box.x, y, box.right, y, RULE_PT, self.sheet.colour("slate"))] if number else []
        return [Shape(box, 0.0, tint, "", 0.0)] if number % 2 else []

    def kind_names(self, top: float) -> tuple[Mark, ...]:
        """What the two halves are, above the icons of each."""
        starts = (self.left, self.xs[len(self.kinds[0])] - self.step / 2)
        names = (
            self.kit.set(self.words[kind], self.kit.label, 60, "bold") for kind in ("benefits", "enablers")
        )
        return tuple([Group("P", name.marks(x, top)) for name, x in zip(names, starts, strict=True)])

    def drawn_key(self, y: float) -> Iterator[Mark]:
        """Each icon with its word, the benefits in rows of their own before the enablers."""
        row_height, row, place = KEY_ROW * self.kit.body.size_pt / 12, -1, 0
        for number, (term, word) in enumerate(zip(self.terms, self.key, strict=True)):
            starts = number in (0, len(self.kinds[0]))
            place = 0 if starts else place + 1
            row += place % self.across == 0
            x = self.box.x + place % self.across * self.key_step
            middle = y + (row + 0.5) * row_height
            icon = Group(ARTIFACT, (self.drawn(term, x, middle - self.icon / 2),))
            said = word.marks(x + self.icon + KEY_GAP, middle - word.height / 2)
            yield Group("LI", (icon, Group("LBody", said)))

    def drawn(self, term: Term, x: float, y: float) -> Image:
        """The icon of a term."""
        drawing = self.sheet.icons[term.icon]
        return Image(Box(x, y, self.icon, self.icon), drawing, self.sheet.colour("ink"))

    def heading(self, foot: float) -> Group:
        """The row of headings: icons, which say their words to who cannot see them."""
        kit = self.kit
        words = [kit.set(self.words[name], kit.body, 80, "bold") for name in ("number", "case study")]
        places = (self.box.x, self.box.x + self.number)
        cells = [
            Group("TH", word.marks(x, foot - word.height - 1.0))
            for word, x in zip(words, places, strict=True)
        ]
        for x, term in zip(self.xs, self.terms, strict=True):
            icon = self.drawn(term, x - self.icon / 2, foot - self.icon - 1.0)
            cells.append(Group("TH", (Group("Figure", (icon,), term.name),)))
        return Group("TR", tuple(cells))

    def rules(self, foot: float, end: float) -> list[Line]:
        """The rule below the head, and the one at the end."""
        ink = self.sheet.colour("ink")
        return [
            Line(self.box.x, y, self.table_right, y, width, ink) for y, width in ((foot, 1.2), (end, RULE_PT))
        ]

    def named(self, row: _MatrixRow, x: float, y: float) -> tuple[Mark, ...]:
        """The title of a row's card; that it is brief stands small in slate behind it."""
        marks, word = row.title.marks(x, y), self.words["brief"]
        last = marks[-1]
        if row.card.case.full or not isinstance(last, Text) or not last.runs[-1].text.endswith(word):
            return marks
        run = last.runs[-1]
        size_pt = run.size_pt * HEAD_PT / 12
        narrower = self.sheet.fonts.regular.width(word) * mm(run.size_pt - size_pt)
        small = run._replace(text=word, size_pt=size_pt, colour=self.kit.quiet.colour)
        runs = (*last.runs[:-1], run._replace(text=run.text.removesuffix(word)), small)
        return (
            *marks[:-1],
            last._replace(width=last.width - narrower, runs=tuple([each for each in runs if each.text])),
        )

    def cells(self, row: _MatrixRow, y: float) -> Group:
        """One row: number, title, and a dot where a column applies."""
        kit = self.kit
        number = kit.set(str(row.card.number), kit.body, self.number, "bold")
        cells = [
            Group("TD", number.marks(self.box.x + 1, y + 1.1)),
            Group("TD", self.named(row, self.box.x + self.number, y + 1.1)),
        ]
        middle = y + row.height / 2
        for x, applies in zip(self.xs, row.marks, strict=True):
            style = (
                Style(14, 14, kit.body.colour)
                if applies
                else Style(kit.body.size_pt, kit.body.size_pt, kit.quiet.colour)
            )
            sign = kit.set(YES if applies else NO, style, 10)
            cells.append(
                Group(
                    "TD", sign.marks(x - sign.width / 2, middle - sign.height / 2 + mm(style.size_pt) * 0.02)
                )
            )
        return Group("TR", tuple(cells))
