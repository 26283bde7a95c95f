"""The back of a deck's own: the figures of its cards as a pattern, its title, and the organisation's logo."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from casedeck.compose import painting
from casedeck.compose.lettering import Lettering, Style, lettered
from casedeck.compose.quilt import GAP, Quilt, tiles
from casedeck.compose.stationery import Stationery
from casedeck.compose.strip import family_of
from casedeck.model.deck import Card
from casedeck.model.geometry import Box, Size
from casedeck.model.page import ARTIFACT, Group, Mark, Page
from casedeck.typeset.fitting import largest

ACROSS = 7
"""How many tiles stand along the short side of a card."""
LEAST_PT, MOST_PT = 12.0, 0.16
"""The least size of the title in points, and the greatest in points for each mm of the short side."""
LOGO_SHARE = 0.3
"""The most of the width that a logo takes."""


class _Foot(NamedTuple):
    title: Lettering
    logo: Size
    height: float


def deck_back(sheet: Stationery, cards: Sequence[Card]) -> Page:
    """The one page that is the back of all cards."""
    page = Box(0, 0, *sheet.size)
    edge = max(sheet.paper.clear + 1.0, 0.05 * min(sheet.size))
    page = page.inset(edge, edge)
    foot = _foot(sheet, page)
    above = page._replace(height=page.height - foot.height - edge * 0.8)
    pattern = Group(ARTIFACT, tuple(_pattern(sheet, cards, above)))
    y = page.bottom - foot.height
    title = Group("P", foot.title.marks(page.x, page.bottom - foot.title.height))
    logo: tuple[Mark, ...] = ()
    if sheet.logo:
        place = page.right - foot.logo.width, y + foot.height - foot.logo.height
        logo = (painting.logo(sheet, *place, foot.logo),)
    marks = (Group("Sect", (pattern, title, *logo)),)
    label = sheet.labels["back of the cards"]
    return Page(sheet.size, marks, label, sheet.deck_title, sheet.paper.clear, sheet.bleed)


def _foot(sheet: Stationery, page: Box) -> _Foot:
    """The title in the largest size at which it takes at most two lines beside the logo."""
    room = Size(page.width * LOGO_SHARE, page.height * 0.16)
    logo = painting.logo_size(sheet.logo, room) if sheet.logo else Size(0.0, 0.0)
    width = page.width - (logo.width * 1.2 if sheet.logo else 0.0)

    def at(size_pt: float) -> Lettering:
        style = Style(size_pt, size_pt * 1.1, sheet.colour("ink"))
        return lettered(sheet.deck_title, style, width, sheet.fonts, "black", balanced=True)

    def fits(size_pt: float) -> bool:
        title = at(size_pt)
        return len(title.ends) <= 2 and not title.too_wide

    most = max(LEAST_PT, MOST_PT * min(sheet.size))
    title = at(largest(fits, LEAST_PT, most) or LEAST_PT)
    return _Foot(title, logo, max(title.height, logo.height))


def _pattern(sheet: Stationery, cards: Sequence[Card], box: Box) -> list[Mark]:
    """Tiles that fill a box, each with the figure of a card in the colour of its family, in the order of the
    deck and from the first again.
    """
    told = {(card.case.enabler_ids, family_of(card), card.case.full): card for card in cards}
    columns = max(1, round(box.width * ACROSS / min(sheet.size)))
    side = box.width / (columns + (columns - 1) * GAP)
    pitch = side * (1 + GAP)
    rows = max(1, int((box.height + side * GAP) // pitch))
    shown = list(itertools.islice(itertools.cycle(told.values()), rows * columns))
    return tiles(sheet, shown, Quilt(len(shown), columns, side, pitch), box.x, box.y)
