"""Sizes of cards: their files, and how a deck says one."""

from __future__ import annotations

import pytest
from hypothesis import given

from casedeck.errors import Place, Report
from casedeck.impose.grid import grid, on_other_paper
from casedeck.library.card_size import CARD_SIZES, SizeOfCard
from casedeck.library.paper import PAPERS
from casedeck.library.shelf import Shelf
from casedeck.model.card_size import CardSize
from casedeck.model.geometry import Size
from casedeck.model.paper import Paper
from casedeck.notation.yaml import Scalar
from tests.support.nonsense import NONSENSE
from tests.support.reading import Overlay, lines

HERE = Place("deck.yaml", 9, 9)


def said(text: str, files: Overlay | None = None) -> tuple[CardSize | None, list[str]]:
    """The size that a deck says, and what is said of it."""
    report = Report()
    found = SizeOfCard(Shelf(CARD_SIZES, files or Overlay({}))).read(Scalar(text, HERE), report)
    return found, lines(report)


def paper(name: str) -> Paper:
    """A shipped paper."""
    found = Shelf(PAPERS, Overlay({})).find(name, HERE, Report())
    assert found
    return found


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("70x120mm", (70, 120)),
        ("70 x 120 mm", (70, 120)),
        ("7 × 12 cm", (70, 120)),
        ("70mm by 12cm", (70, 120)),
        ("2.5in x 3.5in", (63.5, 88.9)),
        ("Tarot", (70, 120)),
        ("business card", (55, 85)),
        ("a5", (148, 210)),
    ],
)
def test_a_size_is_said_in_two_lengths_or_by_its_name(text: str, size: tuple[float, float]) -> None:
    """Either length may have the unit, the last must; names are written as they like to be."""
    found, problems = said(text)
    assert problems == []
    assert found
    assert found.on(paper("A4")) == pytest.approx(size)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("70x120", 'V107 the length 120 has no unit; write "120mm", or use cm, in or pt'),
        ("70x120 miles", 'V107 "miles" is not a unit of length; use mm, cm, in or pt'),
        ("39x120mm", "V107 39mm is outside the range from 40mm to 1000mm"),
        ("70x1001mm", "V107 1001mm is outside the range from 40mm to 1000mm"),
        ("tarrot", 'V106 unknown size of card "tarrot"; did you mean "tarot"?'),
        ("", "V104 the text is empty"),
    ],
)
def test_other_sizes_are_refused(text: str, problem: str) -> None:
    """A length without a unit, one that is too small or too large, and a name that nothing has."""
    assert said(text) == (None, [f"deck.yaml:9:9: {problem}"])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name: Big\nwidth: 100mm", '1:1: V102 "height" is missing in a size of card'),
        ("name: Big\nto a sheet: 1", '2:13: V105 "1" is not a whole number from 2 to 9'),
        ("name: Big\nto a sheet: 10", '2:13: V105 "10" is not a whole number from 2 to 9'),
        ("name: Big\nwidth: 39mm\nheight: 1001mm", "2:8: V107 39mm is outside the range from 40mm to 1000mm"),
    ],
)
def test_a_file_says_two_sides_or_how_many_to_a_sheet(text: str, problem: str) -> None:
    """Neither, or numbers outside their range, are problems of the file."""
    found, problems = said("big", Overlay({"assets/card-sizes/big.yaml": text}))
    assert found is None
    assert problems[0] == f"assets/card-sizes/big.yaml:{problem}"


@pytest.mark.parametrize("name", ["A4", "A3", "Letter", "Tabloid"])
@pytest.mark.parametrize(("size", "places"), [("half", 2), ("quarter", 4)])
def test_parts_of_a_sheet_fit_on_it(size: str, places: int, name: str) -> None:
    """Half and quarter: so many to a sheet of A4 or Letter, and twice as many to one of A3 or Tabloid, in
    whole millimetres, with 6 mm left at the edges.
    """
    found, _ = said(size)
    assert found
    on = paper(name)
    card = found.on(on)
    made = grid(card, on.size)
    assert made
    assert made.places == places * (2 if on.large else 1)
    assert all(side == int(side) for side in card)


def test_cards_for_a4_are_smaller_on_letter() -> None:
    """A card of which four are cut from A4 is so much smaller that four are cut from Letter as well; on A4
    and A3 it stays as it is.
    """
    quarter = Size(142, 99)
    assert on_other_paper(quarter, paper("A4")) == quarter
    assert on_other_paper(quarter, paper("A3")) == quarter
    assert on_other_paper(quarter, paper("Letter")) == Size(133, 101)
    assert on_other_paper(quarter, paper("Tabloid")) == Size(133, 101)
    assert on_other_paper(Size(280, 190), paper("Letter")) == Size(280, 190)


@given(NONSENSE)
def test_nonsense(text: str) -> None:
    """Anything shaped like YAML is a size, or problems."""
    found, problems = said("big", Overlay({"assets/card-sizes/big.yaml": text}))
    assert (found is None) == bool(problems)
