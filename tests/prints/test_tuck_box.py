"""The tuck box in a deck: sized from its cards and their paper, on one sheet, or refused with a way out."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
import yaml

from casedeck.build.pipeline import Built, build, drawn
from casedeck.errors import DeckError
from casedeck.model.page import Line, Page, leaves
from casedeck.model.paper import CLEAR_MM
from tests.support.decks import THEMES, asked
from tests.support.front import heading, words
from tests.support.ink import ink, overlapping
from tests.support.pdfua import failures
from tests.support.repository import ROOT


def deck(cases: tuple[str, ...], also: tuple[object, ...], item: Mapping[str, object]) -> bytes:
    """A deck file of these cases, or of all, that prints a box as an item says, after other things."""
    values = {
        "title": "What makes relationships work",
        "cards": list(cases) or "all",
        "print": [*also, {"tuck box": item}],
    }
    return yaml.safe_dump(values, allow_unicode=True).encode()


def built(*cases: str, also: tuple[object, ...] = (), weight: object = None, **item: object) -> Built:
    """The deck, composed; cards of a `weight` where that is said."""
    said = item if weight is None else {**item, "card weight": weight}
    return build(asked(deck(cases, also, said), ROOT))


def page_of(made: Built) -> Page:
    """The sheet with the box."""
    (page,) = made.documents[-1].each_page()
    return page


def width(page: Page) -> float:
    """How wide the net is, from the first line to the last."""
    lines = [mark for mark in leaves(page.marks) if isinstance(mark, Line)]
    return max(max(line.x1, line.x2) for line in lines) - min(min(line.x1, line.x2) for line in lines)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("cases", [("timpson",), ("timpson", "cook", "tempo"), ()])
def test_a_box_can_be_printed_and_read(theme: str, cases: tuple[str, ...]) -> None:
    """With one card, three, or all 48, everything is clear of the edges, no two texts meet, and the PDF is
    tagged without a fault.
    """
    made = built(*cases, theme=theme)
    page = page_of(made)
    assert overlapping(page) == []
    right, foot = max(box.right for box in ink(page)), max(box.bottom for box in ink(page))
    assert min(min(box.x, box.y) for box in ink(page)) >= CLEAR_MM
    assert min(page.size.width - right, page.size.height - foot) >= CLEAR_MM
    (data,) = drawn(made).files.values()
    assert failures(data) == []


def test_it_says_what_is_in_it_and_how_it_is_made() -> None:
    """The deck's title, how many cards, every family with its meaning, and what to cut, fold and glue."""
    page = page_of(built())
    assert heading(page) == "What makes relationships work"
    for said in ("48 case studies", "Worth: Money is earned", "In brief", "fold", "glue", "Cut along"):
        assert said in words(page)
    assert "A box for 48 cards of 200 g/m²." in words(page)
    assert "A box for 1 card of 200 g/m²." in words(page_of(built("timpson")))


def test_it_is_sized_from_cards_and_paper() -> None:
    """Twice the width grows with each of the two sides: heavier paper and more cards make a deeper box."""
    usual = width(page_of(built()))
    assert usual == pytest.approx(12 + 2 * (102 + 48 * 0.22 + 2), abs=0.01)
    lighter = width(page_of(built(weight=80)))
    assert usual - lighter == pytest.approx(2 * 48 * 120 * 0.0011, abs=0.01)
    assert width(page_of(built("timpson"))) == pytest.approx(12 + 2 * (102 + 5), abs=0.01)


@pytest.mark.parametrize("weight", ["160 gsm", "160 g/m²", "160"])
def test_the_weight_is_written_as_on_the_packet(weight: str) -> None:
    """With or without its unit."""
    assert "of 160 g/m²" in words(page_of(built("timpson", weight=weight)))


@pytest.mark.parametrize("size", ["poker", "tarot", "120x90mm"])
def test_it_is_made_for_the_small_cards_of_the_deck(size: str) -> None:
    """Its item can say their size; else it is that of the cards that the deck prints."""
    for made in (built("timpson", size=size), built("timpson", also=({"sorter cards": {"size": "A6"}},))):
        assert width(page_of(made)) != pytest.approx(width(page_of(built("timpson"))))


def test_dividers_have_room_in_it() -> None:
    """With dividers the cards lie on their long side, for the tabs to be seen; that takes larger paper or two
    sheets of A4 glued together.
    """
    made = built(also=("dividers",), paper="two A4")
    pages = [*made.documents[-1].pages()]
    assert len(pages) == 2
    assert made.documents[-1].paper == "A4"
    apart = built(also=("dividers",), paper="A3")
    assert width(page_of(apart)) == pytest.approx(12 + 2 * (145 + (48 + 5) * 0.22 + 2), abs=0.01)


@pytest.mark.parametrize(
    ("item", "also", "problem"),
    [
        (
            {"weight": 350},
            (),
            "P106 a box for 48 cards of 350 g/m² does not fit on A4; printers need 6mm at each edge; ",
        ),
        ({}, ("dividers",), "P106 a box for 48 cards of 200 g/m² and their dividers does not fit on A4; "),
        ({"size": "40x40mm"}, (), "P104 the tuck box is "),
        ({"weight": 20}, (), "V105 "),
        ({"face": "index"}, (), "V101 the tuck box takes no face"),
    ],
)
def test_what_cannot_be_is_said(item: dict[str, object], also: tuple[object, ...], problem: str) -> None:
    """A box that no sheet of the paper holds names papers that do; one too small for its words, a weight that
    no paper has and keys of cards are refused.
    """
    with pytest.raises(DeckError) as caught:
        built(also=also, **item)
    (found,) = caught.value.problems
    assert problem in str(found)
    assert found.hint or found.code == "V105"
    assert "P106" not in problem or "print it on A3 or Tabloid or two A4" in found.hint
