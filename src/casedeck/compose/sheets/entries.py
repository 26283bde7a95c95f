"""Lists of any length in two columns, on as many pages as they take: why cards were chosen, and cards by
opportunity and sector.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, groupby

from casedeck.compose.feet import above_foot, footed
from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.kit import RULE_PT, Kit, Pages
from casedeck.compose.measures import margin_on, text_on
from casedeck.compose.pour import Running, run_on
from casedeck.compose.stationery import Stationery
from casedeck.model.case_study import CaseStudy
from casedeck.model.deck import Card
from casedeck.model.geometry import Box
from casedeck.model.page import ARTIFACT, Group, Line, Mark, Page
from casedeck.model.reason import said
from casedeck.model.text import Rich, Span, filled
from casedeck.model.vocabulary import Term, Vocabulary

GUTTER = 9.0
BETWEEN = 4.2
"""Between two entries, mm."""
UNTITLED = ("chosen by name", "all case studies")
"""Reasons that say no more of any card."""
BELOW_RULE = 1.5
"""Between the rule above an entry and its name, mm."""
TOGETHER = 4
"""A heading and so many entries less one are not parted by the end of a column that they fit."""
MOST_WHOLE = 8
"""The titles of no more cards than this are not parted from each other."""


def why_pages(
    cards: Sequence[Card], sheet: Stationery, words: Mapping[str, str], reasons: Mapping[str, str]
) -> Pages:
    """Why each card was chosen, with the sentences that speak for it; neighbours with one reason and no
    sentences are one entry, without their titles where that is one of UNTITLED. `reasons` are the words of
    the locale that reasons are said in.
    """
    lists = _Lists(sheet, words["title"], words["note"])
    whys = [(said(card.reason.phrase, reasons), card) for card in cards]
    alike = groupby(whys, key=lambda each: (each[0], each[1].number if each[1].reason.claims else 0))
    untitled = {reasons[name] for name in UNTITLED}
    blocks = [
        block
        for (why, _), group in alike
        for block in lists.reasons(why, [card for _, card in group], titled=why not in untitled)
    ]
    return footed(lists.pages([Running(blocks)], words["title"]), sheet, words)


def by_term_pages(
    cards: Sequence[Card], sheet: Stationery, opportunities: Vocabulary, words: Mapping[str, str]
) -> Pages:
    """The cards by opportunity, all of them in their order, and by sector, those there are in alphabetical
    order; no page has its last line yet.
    """
    lists = _Lists(sheet, words["terms title"], words["terms note"])
    sectors = sorted(
        {term for card in cards for term in card.case.sectors}, key=lambda term: term.name.casefold()
    )
    by_opportunity = [
        lists.held(term, _holding(cards, term, _opportunities), words) for term in opportunities
    ]
    by_sector = [lists.held(term, _holding(cards, term, _sectors), words) for term in sectors]
    parts = (("by opportunity", by_opportunity), ("by sector", by_sector))
    return lists.pages(
        [lists.headed(words[name], [*chain(*held)], words["continued"]) for name, held in parts],
        words["terms title"],
    )


def _opportunities(case: CaseStudy) -> list[Term]:
    return [claim.term for claim in case.opportunities]


def _sectors(case: CaseStudy) -> Iterable[Term]:
    return case.sectors


def _holding(cards: Sequence[Card], term: Term, terms: Callable[[CaseStudy], Iterable[Term]]) -> list[Card]:
    """The cards that have a term."""
    return [card for card in cards if term in terms(card.case)]


def _named(card: Card) -> Rich:
    """A card's number, in bold, and its title."""
    return Span(str(card.number), bold=True), Span(f"\N{NO-BREAK SPACE}{card.case.heading[0].text}")


class _Lists:
    """Entries on portrait pages in one theme; the first page has the title and the note."""

    def __init__(self, sheet: Stationery, title: str, note: str) -> None:
        self.sheet = sheet
        self.kit = kit = Kit(sheet, max(text_on(sheet.scale, 12, 15), sheet.theme.smallest_body_pt))
        margin = margin_on(sheet.scale)
        self.box = above_foot(Box(0, 0, *sheet.size).inset(margin, margin))
        self.width = (self.box.width - GUTTER) / 2
        self.title = kit.set(title, kit.title, self.box.width, "black")
        self.note = kit.set(note, kit.quiet, self.box.width)

    def headed(self, text: str, lines: Sequence[Block], continued: str) -> Running:
        """A heading and what stands below it, the first line never parted from it; the heading is continued
        where that runs on.
        """
        heading = self.kit.heading(text, 0, self.width, BETWEEN * 1.5)
        again = self.kit.set(filled(continued, heading=text), self.kit.label, self.width, "bold")
        repeated = Block(0, again.height, 0, lambda y: Group(ARTIFACT, again.marks(0, y)))
        return Running([_whole([heading, *lines[:1]]), *lines[1:]], repeated, TOGETHER - 1)

    def line(self, text: Rich | str, name: str = "") -> Block:
        """A paragraph, which may begin with a name."""
        lettering = self.kit.set(text, self.kit.body, self.width, lead=f"{name}:" if name else "")
        return Block(1.8 if name else 0.6, lettering.height, 0, lambda y: Group("P", lettering.marks(0, y)))

    def reasons(self, why: str, cards: Sequence[Card], *, titled: bool) -> list[Block]:
        """Why cards were chosen that have one reason: a card by itself with the sentences that speak for it,
        several by their numbers, and by their titles where these are to be there.
        """
        first = cards[0]
        chosen = self.line(f"{why[:1].upper()}{why[1:]}.")
        if len(cards) == 1:
            spoken = [self.line(claim.text, claim.term.name) for claim in first.reason.claims]
            return [self.entry(f"{first.number}  {first.case.title}", [chosen, *spoken])]
        numbers = self.sheet.language.numbered([card.number for card in cards])
        titles = [self.line(_named(card)) for card in cards] if titled else []
        kept = len(titles) if len(titles) <= MOST_WHOLE else TOGETHER - 1
        return [self.entry(numbers, [chosen, *titles[:kept]]), *titles[kept:]]

    def held(self, term: Term, cards: Sequence[Card], words: Mapping[str, str]) -> list[Block]:
        """A term and the cards that have it, one on a line; few of them are not parted, of many the first are
        not parted from the term.
        """
        lines = [self.line(_named(card)) for card in cards] or [self.line(words["none"])]
        name = self.kit.set(
            term.name, self.kit.body._replace(colour=self.kit.label.colour), self.width, "bold"
        )
        head = Block(1.8, name.height, 0, lambda y: Group("P", name.marks(0, y)))
        kept = len(lines) if len(lines) <= MOST_WHOLE else TOGETHER - 1
        return [_whole([head, *lines[:kept]]), *lines[kept:]]

    def entry(self, name: str, lines: Sequence[Block]) -> Block:
        """A name below a fine rule, and what stands below it, never parted by the end of a column."""
        head = self.kit.set(name, self.kit.body, self.width, "bold")
        colour = self.sheet.colour("slate")

        def draw(y: float) -> Mark:
            rule = Group(ARTIFACT, (Line(0, y, self.width, y, RULE_PT, colour),))
            return Group("Sect", (rule, Group("P", head.marks(0, y + BELOW_RULE))))

        return _whole([Block(BETWEEN, head.height + BELOW_RULE, 0, draw), *lines])

    def pages(self, lists: Sequence[Running], title: str) -> Pages:
        """The lists in order, two columns a page."""
        top = self.title.height + 1 + self.note.height + 5
        most = sum([len(each.blocks) for each in lists])
        boxes = [
            self._column(top, 0),
            self._column(top, 1),
            *(self._column(0, place) for _ in range(most) for place in (0, 1)),
        ]
        poured = run_on(lists, boxes)
        columns = [marks for marks in poured.marks if marks]
        made: list[Page] = []
        for number, first in enumerate(range(0, len(columns), 2), 1):
            marks = tuple(mark for each in columns[first : first + 2] for mark in each)
            made.append(
                Page(
                    self.sheet.size,
                    (Group("Sect", (*(self._head() if number == 1 else ()), *marks)),),
                    str(number),
                    title,
                )
            )
        return self.kit.pages(made, poured.over_mm)

    def _column(self, top: float, place: int) -> Box:
        return Box(
            self.box.x + place * (self.width + GUTTER), self.box.y + top, self.width, self.box.height - top
        )

    def _head(self) -> tuple[Mark, ...]:
        below = self.box.y + self.title.height + 1
        return (
            Group("H1", self.title.marks(self.box.x, self.box.y)),
            Group("P", self.note.marks(self.box.x, below)),
        )


def _whole(blocks: Sequence[Block]) -> Block:
    """Blocks below each other as one, which the end of a column never parts."""
    return Block(blocks[0].gap, natural_height(blocks), 0, lambda y: Group("Sect", column(blocks, y, 0)))
