"""The page on using the cards: one idea in a band, and sections in two columns below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.front_matter.frame import Frame
from casedeck.compose.layout import Layout
from casedeck.compose.stationery import Stationery
from casedeck.model.front_matter import Section
from casedeck.model.page import Mark


class UsingPage:
    """How to use the cards, in the `words` and sections of the locale."""

    def __init__(self, sections: Sequence[Section], sheet: Stationery, words: Mapping[str, str]) -> None:
        self.sections, self.sheet, self.words = sections, sheet, words

    def at(self, body_pt: float) -> Layout:
        """The page at a body size; the sections are shared between the columns so that the taller is as low
        as can be.
        """
        frame = Frame(self.sheet, body_pt)
        page, unit = frame.page, frame.unit
        head, head_bottom = frame.head(self.words["tab"], self.words["title"], self.words["strapline"])
        band, band_bottom = frame.band(self.words["label"], self.words["idea"], head_bottom + 3.6 * unit)
        tip, tip_top = frame.learning(self.words["tip label"], self.words["tip"])
        top = band_bottom + 6 * unit
        room = tip_top - 5 * unit - top
        width = (page.width - 1.5 * frame.measures.gutter) / 2
        places = (page.x, page.right - width)
        shares = [
            [
                _column(frame, part, x, width)
                for x, part in zip(places, (self.sections[:cut], self.sections[cut:]), strict=True)
            ]
            for cut in range(len(self.sections) + 1)
        ]
        left, right = min(shares, key=lambda both: max(natural_height(both[0]), natural_height(both[1])))

        def draw() -> tuple[Mark, ...]:
            return (*head(), *band(), *column(left, top, room), *column(right, top, room), *tip())

        return frame.layout({"sections": max(natural_height(left), natural_height(right)) - room}, draw)


def _column(frame: Frame, sections: Sequence[Section], x: float, width: float) -> list[Block]:
    blocks: list[Block] = []
    for section in sections:
        blocks.append(frame.heading(section.heading, x, width, 7, 7))
        blocks += frame.prose(section.text, x, width, section.heading)
    return blocks
