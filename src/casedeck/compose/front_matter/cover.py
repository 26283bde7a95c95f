"""The cover: the deck's title, and under each tab a strip for every card that uses its enabler."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from casedeck.compose import painting
from casedeck.compose.front_matter.frame import Frame
from casedeck.compose.layout import BodyRange, Layout, Marks
from casedeck.compose.lettering import Lettering, Style, lettered
from casedeck.compose.measures import Measures
from casedeck.compose.stationery import Stationery
from casedeck.compose.tabs import tab_boxes, tab_strip
from casedeck.model.geometry import Box, Size
from casedeck.model.page import ARTIFACT, Group, Image, Line, Mark
from casedeck.model.text import filled
from casedeck.model.vocabulary import Term
from casedeck.typeset.fitting import largest

TITLE_PT = Measures(BodyRange(30.0, 120.0), BodyRange(42.0, 170.0))
"""The least and the greatest size of a deck's title, points."""
TITLE_LEADING = 1.04
CHART_SHARE = 0.34
"""The most of the page's height that the strips take."""
STRIP, LEAST_STRIP = 4.4, 1.3
"""From one strip to the next at most, and at least where each is drawn, in units of `Frame.unit`."""
STRIP_GAP = 0.22
"""The share of that which stays free."""


class CoverFacts(NamedTuple):
    """What the cover says: title, subtitle and day (both may be empty), cards in the deck, and how many use
    each enabler.
    """

    title: str
    subtitle: str
    when: str
    cards: int
    counts: tuple[tuple[Term, int], ...]


class CoverPage:
    """The cover of a deck, its `words` those of the locale."""

    def __init__(self, facts: CoverFacts, sheet: Stationery, words: Mapping[str, str]) -> None:
        self.facts, self.sheet, self.words = facts, sheet, words

    def at(self, body_pt: float) -> Layout:
        """The cover at a body size; its title is as large as fits."""
        return _CoverSetting(self, Frame(self.sheet, body_pt)).layout()


class _CoverSetting:
    def __init__(self, cover: CoverPage, frame: Frame) -> None:
        self.frame, self.facts, self.words = frame, cover.facts, cover.words
        self.page, self.unit, self.measures = frame.page, frame.unit, frame.measures

    def layout(self) -> Layout:
        frame, page, unit = self.frame, self.page, self.unit
        chart, chart_bottom = self.chart(page.y + self.measures.tab_height + 1.2 * unit)
        foot, rule_y = self.foot()
        style = Style(
            frame.body.size_pt * 1.7, frame.body.size_pt * 1.7 * 1.24, self.frame.sheet.colour("slate")
        )
        subtitle = frame.set(self.facts.subtitle, style, page.width, balanced=True)
        room = rule_y - 6 * unit - subtitle.height - 2 * unit - chart_bottom - 6 * unit
        title = frame.wide.noted(self.title(room))
        subtitle_y = rule_y - 6 * unit - subtitle.height
        title_y = subtitle_y - (2 * unit if subtitle.height else 0) - title.height

        def draw() -> tuple[Mark, ...]:
            box = Box(page.x, page.y, page.width, self.measures.tab_height)
            tabs = tab_strip(
                frame.sheet, {term.id for term in frame.sheet.enablers}, box, self.measures.tab_pt
            )
            below = (Group("P", subtitle.marks(page.x, subtitle_y)),) if self.facts.subtitle else ()
            return (tabs, Group("H1", title.marks(page.x, title_y)), *below, *foot(), *chart())

        return frame.layout({"title": title.height - room}, draw)

    def title(self, room: float) -> Lettering:
        """The deck's title in the largest size at which it fits the width and the room, mm."""
        ink, low_high = self.frame.sheet.colour("ink"), TITLE_PT.at(self.frame.sheet.scale)
        fonts = self.frame.sheet.fonts

        def at(size_pt: float) -> Lettering:
            style = Style(size_pt, size_pt * TITLE_LEADING, ink)
            return lettered(self.facts.title, style, self.page.width, fonts, "black", balanced=True)

        def fits(size_pt: float) -> bool:
            title = at(size_pt)
            return title.height <= room and not title.too_wide

        return at(largest(fits, *low_high) or low_high[0])

    def chart(self, top: float) -> tuple[Marks, float]:
        """A strip under each tab for every card that uses the enabler, how many there are, and what a strip
        is; and where it ends.
        """
        frame, facts, unit = self.frame, self.facts, self.unit
        most = max([count for _, count in facts.counts], default=0)
        pitch = min(STRIP * unit, CHART_SHARE * self.page.height / max(1, most))
        places = tab_boxes(frame.sheet, Box(self.page.x, top, self.page.width, 0.0))
        numbers = [
            frame.set(str(count), frame.strong, box.width, "bold")
            for (_, count), box in zip(facts.counts, places, strict=True)
        ]
        told = frame.set(self.words["strips"], frame.quiet, self.page.width)
        told_y = top + most * pitch + numbers[0].height + 3 * unit

        def draw() -> tuple[Mark, ...]:
            marks: list[Mark] = []
            for (_, count), box, number in zip(facts.counts, places, numbers, strict=True):
                marks += self.strips(box, count, pitch)
                marks += number.marks(
                    box.x + (box.width - number.width) / 2, top + count * pitch + 0.6 * unit
                )
            said = frame.sheet.language.row(
                [filled(self.words["count"], enabler=term.name, count=count) for term, count in facts.counts]
            )
            figure = Group("Figure", tuple(marks), filled(self.words["figure"], counts=said))
            return (figure, Group("P", told.marks(self.page.x, told_y)))

        return draw, told_y + told.height

    def strips(self, place: Box, count: int, pitch: float) -> list[Mark]:
        """One strip for each card, or one bar as long as all of them where strips would be too fine to tell
        apart.
        """
        paint = self.frame.sheet.theme.parts["benefit tile"]
        if count and pitch < LEAST_STRIP * self.unit:
            return [painting.painted(Box(place.x, place.y, place.width, count * pitch), paint, 0.4)]
        height = pitch * (1 - STRIP_GAP)
        return [
            painting.painted(Box(place.x, place.y + n * pitch, place.width, height), paint, 0.4)
            for n in range(count)
        ]

    def foot(self) -> tuple[Marks, float]:
        """How many cards and the day under a rule, with the logo at the right; and where the rule is."""
        frame, page, unit, facts = self.frame, self.page, self.unit, self.facts
        words = self.words["one card"] if facts.cards == 1 else filled(self.words["cards"], cards=facts.cards)
        cards = frame.set(words, frame.strong, page.width, "bold")
        day = frame.set(facts.when, frame.strong._replace(colour=frame.sheet.colour("slate")), page.width)
        logo = frame.sheet.logo if frame.sheet.theme.logo else None
        size = painting.logo_size(logo) if logo else Size(0.0, 0.0)
        height = max(cards.height, size.height)
        top = page.bottom - height
        rule_y = top - 3.5 * unit
        frame.wide.beyond(cards.width + 8 * unit + day.width + 8 * unit + size.width - page.width)

        def draw() -> tuple[Mark, ...]:
            rule = Line(page.x, rule_y, page.right, rule_y, self.measures.rule_pt, frame.sheet.colour("ink"))
            marks: list[Mark] = [Group(ARTIFACT, (rule,)), Group("P", cards.marks(page.x, top))]
            if facts.when:
                marks.append(Group("P", day.marks(page.x + cards.width + 8 * unit, top)))
            if logo and frame.sheet.theme.logo:
                marks.append(
                    Group(
                        "Figure",
                        (Image(Box(page.right - size.width, top, *size), logo, ""),),
                        frame.sheet.theme.logo.alt,
                    )
                )
            return tuple(marks)

        return draw, rule_y
