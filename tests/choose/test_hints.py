"""The way out that a filter's problem names."""

from __future__ import annotations

import pytest

from casedeck.choose.chooser import choose
from casedeck.choose.has import Has
from casedeck.choose.where import Where
from casedeck.errors import Report
from tests.support.cases import HERE, case, term
from tests.support.library import library

CASES = {each.id: each for each in (case("a"), case("b", sectors=(term("Retail"),)))}


@pytest.mark.parametrize(
    ("how", "values", "hint"),
    [
        ("any", ("Retale",), 'did you mean "Retail"?'),
        ("any", ("Xylophones",), "use one of: Food, Housing, Retail"),
        ("all", ("Retail", "Food"), "loosen it"),
        ("none", ("Retail", "Food"), "loosen it"),
    ],
)
def test_hints(how: str, values: tuple[str, ...], hint: str) -> None:
    """A word that nothing has brings a nearer one, and words that are too much together are never offered
    again.
    """
    report = Report()
    choose([Where((Has("sector", values, HERE, how),), HERE)], CASES, library().vocabularies, report)
    assert [(problem.code, problem.hint) for problem in report.problems] == [("D103", hint)]
