"""Text set in lines: from measured words to marks on the page."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from casedeck.model.geometry import PT_PER_MM, Box, mm
from casedeck.model.page import Group, Link, Mark, Run, Text
from casedeck.model.signs import bare
from casedeck.model.text import Rich, rich
from casedeck.typeset.breaking import BrokenLine, beyond, evened, line_ends, lines
from casedeck.typeset.fonts import Fonts
from casedeck.typeset.words import Piece, Words, measure


class Style(NamedTuple):
    """Size and leading in points; the colour of the text, and of the leading word where it has one."""

    size_pt: float
    leading_pt: float
    colour: str
    lead_colour: str = ""

    @property
    def leading(self) -> float:
        """The distance from baseline to baseline, mm."""
        return mm(self.leading_pt)


class Lettering:
    """Words in lines no wider than `limit` ems, full ones that stop at `ends` until they are drawn and then
    evened out.

    `height` is that of all lines (mm); `too_wide` by how many mm the widest word sticks out of its column,
    or 0.
    """

    def __init__(
        self, words: Words, limit: float, style: Style, fonts: Fonts, *, balanced: bool = False
    ) -> None:
        self.words, self.style, self.fonts = words, style, fonts
        self.ends = line_ends(words, limit)
        self.height = len(self.ends) * style.leading
        self.too_wide = beyond(words, self.ends, limit) * mm(style.size_pt)
        self._limit, self._balanced = limit, balanced
        self._lines: list[BrokenLine] | None = None

    @property
    def widest_word(self) -> str:
        """All that stands between two spaces where the widest part of it does."""
        at = max(range(len(self.words)), key=lambda number: self.words[number].width)
        spaces = [number for number, word in enumerate(self.words) if word.joint == " "]
        start = max(number for number in spaces if number <= at)
        end = min([number for number in spaces if number > at], default=len(self.words))
        return "".join([piece.text for word in self.words[start:end] for piece in word.pieces])

    @property
    def width(self) -> float:
        """The width of the longest line, mm."""
        return max([line.width for line in self.lines()], default=0.0) * mm(self.style.size_pt)

    def marks(self, x: float, y: float) -> tuple[Mark, ...]:
        """The lines with the left edge at x and the top at y (mm)."""
        style, font = self.style, self.fonts.regular
        em = mm(style.size_pt)
        baseline = y + (style.leading - em * (font.ascent + font.descent)) / 2 + em * font.ascent
        marks: list[Mark] = []
        leading = style.leading
        for line in self.lines():
            pieces, width, parted = line
            if any([piece.link for piece in pieces]):
                marks.extend(self._linked(line, x, baseline))
            else:
                marks.append(Text(x, baseline, width * em, tuple(map(self._run, pieces)), parted))
            baseline += leading
        return tuple(marks)

    def lines(self) -> list[BrokenLine]:
        """The lines, evened out when they are first asked for."""
        if self._lines is None:
            ends = evened(self.words, self.ends, self._limit, balanced=self._balanced)
            self._lines = lines(self.words, ends)
        return self._lines

    def _run(self, piece: Piece) -> Run:
        style = self.style
        colour = style.lead_colour if piece.lead else style.colour
        return Run(piece.text, piece.weight, style.size_pt * piece.scale, colour)

    def _linked(self, line: BrokenLine, x: float, baseline: float) -> list[Mark]:
        """A line with links in it, each link a group of its own around its words."""
        marks: list[Mark] = []
        em = mm(self.style.size_pt)
        for number, piece in enumerate(line.pieces, 1):
            width = self.fonts.weight(piece.weight).width(piece.text) * em * piece.scale
            run = self._run(piece)
            coloured = run._replace(colour=self.style.lead_colour or run.colour) if piece.link else run
            text = Text(x, baseline, width, (coloured,), line.parted and number == len(line.pieces))
            if piece.link:
                box = Box(x, baseline - em, width, 1.3 * em)
                marks.append(Group("Link", (text, Link(box, piece.link, bare(piece.text).strip()))))
            else:
                marks.append(text)
            x += width
        return marks


class Widest:
    """Of texts that are noted, the word that sticks out of its column furthest: by how many `mm` (0 where
    none does), and the `word`.
    """

    def __init__(self) -> None:
        self.mm, self.word = 0.0, ""

    def noted(self, lettering: Lettering, spare: float = 0.0) -> Lettering:
        """The lettering, looked at; a word of it may stick out by so many mm to `spare`."""
        if lettering.too_wide - spare > self.mm:
            self.mm, self.word = lettering.too_wide - spare, lettering.widest_word
        return lettering

    def beyond(self, mm_over: float) -> None:
        """Note what sticks out by so much, and is no single word."""
        if mm_over > self.mm:
            self.mm, self.word = mm_over, ""


@lru_cache(maxsize=512)
def lettered(
    text: Rich | str,
    style: Style,
    width: float,
    fonts: Fonts,
    weight: str = "regular",
    *,
    lead: str = "",
    balanced: bool = False,
) -> Lettering:
    """A text measured and broken into lines no wider than `width` mm, all in one go. It is kept for a while:
    labels and headings are the same on many pages.
    """
    spans = rich(text) if isinstance(text, str) else text
    return letter(measure(spans, fonts, weight, lead=lead), style, width, fonts, balanced=balanced)


def letter(words: Words, style: Style, width: float, fonts: Fonts, *, balanced: bool = False) -> Lettering:
    """The words in lines no wider than `width` mm."""
    return Lettering(words, width * PT_PER_MM / style.size_pt, style, fonts, balanced=balanced)
