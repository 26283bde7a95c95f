"""Dividers in a deck: one for each family that occurs, each with a tab of its own, cut like the cards."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import pytest
import yaml

from casedeck.build.pipeline import Built, build, drawn
from casedeck.compose.strip import family_of
from casedeck.errors import DeckError
from casedeck.model.geometry import Box
from casedeck.model.page import Line, Page, leaves
from tests.support.decks import THEMES, asked
from tests.support.front import heading, words
from tests.support.ink import overlapping
from tests.support.pdfua import failures
from tests.support.repository import ROOT


def deck(*cases: str, **item: object) -> bytes:
    """A deck file of these cases, or of all, that prints dividers as an item says."""
    values = {"title": "A deck for tests", "cards": list(cases) or "all", "print": [{"dividers": item}]}
    return yaml.safe_dump(values).encode()


@lru_cache(maxsize=16)
def built(theme: str = "default", size: str = "") -> Built:
    """The dividers of the whole library."""
    return build(asked(deck(theme=theme, **({"size": size} if size else {})), ROOT))


def tab(page: Page) -> Box:
    """The tab of a divider, between the lines that it is cut out along."""
    lines = [mark for mark in leaves(page.marks) if isinstance(mark, Line)]
    left, right = 0.0, page.size.width
    for line in lines:
        if line.y1 == line.y2 and line.x1 == 0:
            left = line.x2
        elif line.y1 == line.y2:
            right = line.x1
    return Box(left, 0, right - left, 10)


def pages(made: Built) -> list[Page]:
    """Each divider once, from the tab at the left to that at the right."""
    return sorted(made.documents[0].each_page(), key=tab)


def test_each_family_has_its_divider() -> None:
    """The four and the brief cards, each with its name and the number of its cards, which are all cards."""
    made = built()
    names = ["Together", "Well", "Able", "Worth", "In brief"]
    assert [heading(page) for page in pages(made)] == names
    families = [family_of(card) for card in made.cards]
    for page, family in zip(pages(made), ("together", "well", "able", "worth", ""), strict=True):
        assert f"{families.count(family)} case studies" in words(page)
    assert "Belonging: People feel welcome" in words(pages(made)[0])


def test_families_that_do_not_occur_have_none() -> None:
    """Two cards of one family have one divider, which says so in the plural, and one card in the singular."""
    for cases, said in ((("timpson", "goodgym"), "2 case studies"), (("timpson",), "1 case study")):
        found = pages(build(asked(deck(*cases), ROOT)))
        assert len({heading(page) for page in found}) == len(found) <= len(cases)
        assert len(found) > 1 or said in words(found[0])


def test_tabs_stand_side_by_side() -> None:
    """No tab hides another: they touch, from the left edge to the right."""
    found = sorted(tab(page) for page in pages(built()))
    assert found[0].x == 0
    assert found[-1].right == pytest.approx(142)
    for one, other in pairwise(found):
        assert one.right == pytest.approx(other.x)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", ["", "poker", "A5"])
def test_dividers_can_be_printed_and_read(theme: str, size: str) -> None:
    """In every theme and at several sizes no two texts meet, and the PDF is tagged without a fault."""
    made = built(theme, size)
    assert [overlapping(page) for page in pages(made)] == [[]] * 5
    (data,) = drawn(made).files.values()
    assert failures(data) == []


def test_they_are_as_large_as_the_small_cards_of_the_deck() -> None:
    """Ten millimetres higher than the cards, whose size is that of the deck's own, or the usual one."""
    sorter = {"sorter cards": {"size": "A6"}}
    values = {"title": "A", "cards": ["timpson"], "print": [sorter, "dividers"]}
    made = build(asked(yaml.safe_dump(values).encode(), ROOT))
    (page,) = {page.size for page in made.documents[-1].each_page()}
    (usual,) = {page.size for page in pages(built())}
    assert (usual.width, usual.height) == (142, 109)
    assert (page.width, page.height) == (148, 115)


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        ({"size": "60x40mm"}, "P104 a divider is "),
        ({"size": "A4"}, "P106 a card of 297 x 220mm does not fit on A4"),
        ({"paper": "two A4"}, "D108 two A4 is glued together, and cards are cut from one sheet"),
        ({"backs": "behind"}, "V101 the dividers takes no backs"),
    ],
)
def test_what_cannot_be_is_said(item: dict[str, object], problem: str) -> None:
    """Dividers too small for their words, too large for the paper, or with backs, are refused with a way
    out.
    """
    with pytest.raises(DeckError) as caught:
        build(asked(deck(**item), ROOT))
    (found,) = caught.value.problems
    assert problem in str(found)
    assert found.hint
