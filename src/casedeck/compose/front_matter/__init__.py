"""The pages before the cards of a deck, all in one body size: the cover, two on the cards, and one for each
activity.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from casedeck.compose.fit import body_range
from casedeck.compose.grid import BODY_PT
from casedeck.compose.layout import CardSetter
from casedeck.compose.stationery import Stationery
from casedeck.model.page import Group, Page
from casedeck.typeset.fitting import largest


class FrontPage(NamedTuple):
    """A page of front matter: the title of its bookmark, and how it is laid out."""

    title: str
    setter: CardSetter


class FrontPages(NamedTuple):
    """The pages in the largest body size (points) at which all of them fit. `over` says, by the page's title,
    by how many mm a page is over-full at the smallest size, and `words` which word is wider than its line,
    where one is; empty where everything fits.
    """

    pages: tuple[Page, ...]
    body_pt: float
    over: Mapping[str, float]
    words: Mapping[str, str]


def set_front_matter(front: Sequence[FrontPage], sheet: Stationery) -> FrontPages:
    """The pages in the body sizes of the index card; never raises for text that does not fit."""
    low, high = body_range(BODY_PT, sheet)
    body_pt = (
        largest(lambda size_pt: not any([each.setter.at(size_pt).over for each in front]), low, high) or low
    )
    laid = [(each.title, each.setter.at(body_pt)) for each in front]
    pages = [
        Page(sheet.size, (Group("Sect", page.sides[0]()),), str(number), title)
        for number, (title, page) in enumerate(laid, 1)
    ]
    over = {title: max(page.over.values()) for title, page in laid if page.over}
    return FrontPages(
        tuple(pages), body_pt, over, {title: page.widest for title, page in laid if "width" in page.over}
    )
