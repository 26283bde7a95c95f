"""What every face does alike with one card at one body size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from casedeck.compose import painting
from casedeck.compose.faces import parts
from casedeck.compose.layout import Layout, Marks, overfull
from casedeck.compose.lettering import Lettering, Style, letter, lettered
from casedeck.compose.stationery import Stationery
from casedeck.model.deck import Card
from casedeck.model.geometry import Box, mm
from casedeck.model.page import ARTIFACT, Group, Mark
from casedeck.typeset.words import Words


class Measures(Protocol):
    """What the foot needs of a face's metrics, points."""

    @property
    def foot_pt(self) -> float:
        """The size of the last line."""

    @property
    def rule_pt(self) -> float:
        """The thickness of the rule above key learning."""


def as_one(marks: tuple[Mark, ...]) -> Mark:
    """Marks as one: a part of the document, or an artifact where they say nothing."""
    if any(isinstance(mark, Group) and mark.role != ARTIFACT for mark in marks):
        return Group("Sect", marks)
    return Group(
        ARTIFACT,
        tuple(each for mark in marks for each in (mark.marks if isinstance(mark, Group) else (mark,))),
    )


def paragraph(lettering: Lettering, x: float, y: float) -> tuple[Mark, ...]:
    """A paragraph with its top left corner at x, y; nothing where it has no words."""
    return (Group("P", lettering.marks(x, y)),) if lettering.words else ()


class Setting:
    """One card at one body size: a face sets its styles and its `page` (the card within its margins) and lays
    it out.

    `too_wide` is by how many mm the widest word so far sticks out of its column, and `widest` the text in
    which it stands.
    """

    label: Style
    body: Style
    page: Box

    def __init__(self, card: Card, sheet: Stationery) -> None:
        self.card, self.sheet = card, sheet
        self.too_wide = 0.0
        self.widest: Lettering | None = None

    @property
    def writing(self) -> float:
        """The height of a line to write on by hand, mm."""
        return 1.5 * self.body.leading

    def letter(self, words: Words, style: Style, width: float, *, balanced: bool = False) -> Lettering:
        """Measured words in lines of a width; a word too wide for it is noted."""
        return self.noted(letter(words, style, width, self.sheet.fonts, balanced=balanced))

    def noted(self, lettering: Lettering) -> Lettering:
        """The lettering, looked at for a word too wide for its column."""
        if lettering.too_wide > self.too_wide:
            self.too_wide, self.widest = lettering.too_wide, lettering
        return lettering

    def layout_of(self, over: Mapping[str, float], draw: Marks) -> Layout:
        """The layout of the card: by how many mm its regions are over-full, and the word too wide for its
        line where there is one.
        """
        return Layout(
            overfull({**over, "width": self.too_wide}), draw, self.widest.widest_word if self.widest else ""
        )

    def heading(self, label: str, x: float, y: float) -> Mark:
        """One of the words on cards as a heading, with its top left corner at x, y."""
        words = lettered(self.sheet.labels[label], self.label, self.page.width, self.sheet.fonts, "bold")
        return Group("H2", words.marks(x, y))

    def to_fill_in(self, words: Words, x: float, right: float, y: float, height: float) -> tuple[Mark, ...]:
        """A line to write on, with the words that are there at its left; its top at y."""
        lettering = self.letter(words, self.body, right - x)
        bottom = y + height
        start = x + (lettering.width + mm(self.body.size_pt) * 0.4 if words else 0.0)
        written = paragraph(
            lettering, x, bottom - lettering.height + (self.body.leading - mm(self.body.size_pt)) / 2
        )
        return (*written, painting.writing_line(self.sheet, start, right, bottom))

    def foot(self, words: Words, m: Measures, after: float, before: float) -> tuple[Marks, float]:
        """A rule with the key learning `before` mm below it, both left out on a brief card, and the last line
        `after` mm below that.

        Also how far down the rule is, mm.
        """
        page = self.page
        height = mm(m.foot_pt * 1.2)
        lacking = self.card.case.lacks("key learning")
        learning = self.letter(words, self.body, page.width, balanced=True)
        said = self.writing if lacking else learning.height
        rule_y = page.bottom - height - after - (said + before if words else 0.0)

        def draw() -> tuple[Mark, ...]:
            return (
                *((painting.rule(page, rule_y, self.sheet, m.rule_pt),) if words else ()),
                *(
                    self.to_fill_in(words, page.x, page.right, rule_y + before, said)
                    if lacking
                    else paragraph(learning, page.x, rule_y + before)
                ),
                *parts.foot(
                    self.sheet, self.card, Box(page.x, page.bottom - height, page.width, height), m.foot_pt
                ),
            )

        return draw, rule_y
