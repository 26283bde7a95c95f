"""Paper files."""

from __future__ import annotations

import pytest
from hypothesis import given

from casedeck.errors import Place, Report
from casedeck.library.paper import PAPERS, larger
from casedeck.library.shelf import Shelf
from casedeck.model.paper import Paper
from tests.support.nonsense import NONSENSE
from tests.support.reading import Overlay, lines

HERE = Place("deck.yaml", 9, 9)


def _paper(text: str) -> tuple[Paper | None, list[str]]:
    shelf, report = Shelf(PAPERS, Overlay({"assets/papers/big.yaml": text})), Report()
    return shelf.find("big", HERE, report), lines(report)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("name: Big\nwidth: 100mm\nheight: 1500mm\nlike: A4", (100, 1500)),
        ("name: Big\nwidth: 500mm\nheight: 20cm\nlike: a3", (200, 500)),
        ("name: Big\nwidth: 60mm\nheight: 90mm", (60, 90)),
    ],
)
def test_paper(text: str, size: tuple[float, float]) -> None:
    """A paper is between 60 mm and a metre wide, and is held upright however its sides are given."""
    paper, problems = _paper(text)
    assert problems == []
    assert paper is not None
    assert tuple(paper.size) == size


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "name: Big\nwidth: 59mm\nheight: 200mm\nlike: A4",
            "2:8: V107 59mm is outside the range from 60mm to 1000mm",
        ),
        (
            "name: Big\nwidth: 1001mm\nheight: 200mm\nlike: A4",
            "2:8: V107 1001mm is outside the range from 60mm to 1000mm",
        ),
        (
            "name: Big\nwidth: 100mm\nheight: 1501mm\nlike: A4",
            "3:9: V107 1501mm is outside the range from 60mm to 1500mm",
        ),
        (
            "name: Big\nwidth: 100mm\nheight: 999999in\nlike: A4",
            "3:9: V107 999999in is outside the range from 60mm to 1500mm",
        ),
        (
            "name: Big\nwidth: 100mm\nheight: 200mm\nlike: A5",
            '4:7: V106 unknown setting "A5"; use one of: A4, A3',
        ),
        ("name: Big\nwidth: 100mm", '1:1: V102 "height" is missing in a paper'),
    ],
)
def test_paper_refused(text: str, problem: str) -> None:
    """A paper that no printer takes, or that says too little, is refused at its place."""
    assert _paper(text) == (None, [f"assets/papers/big.yaml:{problem}"])


def test_unknown() -> None:
    """A paper that is not there is named where the deck asks for it."""
    shelf, report = Shelf(PAPERS, Overlay({})), Report()
    assert shelf.find("A44", HERE, report) is None
    assert lines(report) == ['deck.yaml:9:9: V106 unknown paper "A44"; did you mean "A4"?']


def test_larger() -> None:
    """The larger papers come smallest first; one whose file is broken is none of them."""
    files = Overlay({"assets/papers/big.yaml": "name: Big\nwidth: 1000mm\nheight: 1500mm"})
    shelf, report = Shelf(PAPERS, files), Report()
    small = shelf.find("A4", HERE, report)
    assert small is not None
    assert lines(report) == []
    found = larger(shelf, small)
    areas = [paper.size.width * paper.size.height for paper in [small, *found]]
    assert areas == sorted(set(areas))
    assert found[-1].id == "big"
    broken = Shelf(PAPERS, Overlay({"assets/papers/big.yaml": "name: ["}))
    assert larger(broken, small) == found[:-1]


@given(NONSENSE)
def test_nonsense(text: str) -> None:
    """Anything shaped like YAML is a paper, or problems."""
    paper, problems = _paper(text)
    assert (paper is None) == bool(problems)
