"""From a deck's choices to its cards."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.choose.chooser import choose
from casedeck.choose.filters import filtered
from casedeck.choose.has import Has
from casedeck.choose.named import Named
from casedeck.choose.where import Where
from casedeck.errors import Place, Report
from casedeck.model.choice import Choice
from casedeck.model.deck import Card
from casedeck.model.vocabulary import Vocabularies, Vocabulary
from tests.support.cases import HERE, case, claims
from tests.support.reading import lines
from tests.support.reasons import why

NO_WORDS: Vocabularies = {"benefits": Vocabulary("benefits", ())}
CASES = {
    each.id: each
    for each in (
        case("d"),
        case("c", location="Cardiff, Wales"),
        case("b", benefits=claims("Economic", "Skills", "Belonging")),
        case("a", location="", enablers=claims("Training", "Space", "Norms")),
    )
}


def _named(name: str, line: int = 5) -> Named:
    return Named(name, Place("deck.yaml", line, 7))


def _where(*conditions: tuple[str, str], at_most: int | None = None) -> Where:
    return Where(tuple(Has(field, (value,), HERE) for field, value in conditions), HERE, at_most=at_most)


def _choose(*choices: Choice) -> tuple[tuple[Card, ...], list[str]]:
    report = Report()
    return choose(choices, CASES, NO_WORDS, report), lines(report)


def _ids(cards: Sequence[Card]) -> str:
    return "".join(card.case.id for card in cards)


@pytest.mark.parametrize(
    ("choices", "ids"),
    [
        ([_where()], "abcd"),
        ([_named("c"), _named("a")], "ca"),
        ([_named("c"), _where()], "cabd"),
        ([_where(), _named("b")], "acdb"),
        ([_where(at_most=2)], "ab"),
        ([_where(at_most=9)], "abcd"),
        ([_where(("benefit", "Health"))], "acd"),
        ([_where(("benefit", "Health"), ("location", "Wales"))], "c"),
        ([_where(("location", "Wales")), _where(at_most=1)], "ca"),
        ([_where(("location", "England"), at_most=1), _where(("location", "England"), at_most=1)], "bd"),
    ],
)
def test_order(choices: list[Choice], ids: str) -> None:
    """Named cases come where they are named, filters bring what is left in order of title, and nothing comes
    twice.
    """
    cards, problems = _choose(*choices)
    assert (_ids(cards), problems) == (ids, [])


def test_numbers_and_reasons() -> None:
    """Every card knows its number, how many there are, and why it is in the deck."""
    cards, _ = _choose(_named("c"), _where(("benefit", "Economic"), ("location", "England")), _where())
    assert [(card.case.id, card.number, card.of, why(card)) for card in cards] == [
        ("c", 1, 4, "chosen by name"),
        ("b", 2, 4, "benefit Economic, location England"),
        ("a", 3, 4, "all case studies"),
        ("d", 4, 4, "all case studies"),
    ]


@pytest.mark.parametrize(
    ("choices", "problem"),
    [
        ([_named("a", 3), _named("a", 4)], '4:7: D102 "a" is named twice; it stands first in line 3'),
        (
            [_where(("location", "Walse"))],
            "5:7: D103 location Walse leaves no case study of the 4 to choose from; did you mean",
        ),
        (
            [_where(("benefit", "Economic"), ("location", "Wales"))],
            "5:7: D103 location Wales leaves no case study of the 1 left by the lines before it",
        ),
        (
            [_where(("enabler", "Measurement"))],
            "5:7: D103 enabler Measurement leaves no case study of the 4 to choose from",
        ),
        ([_where(), _where()], "5:7: D103 no case study is left to choose from"),
        (
            [_named("c"), _where(("location", "Wales"))],
            "5:7: D103 location Wales leaves no case study of the 3 to choose from",
        ),
    ],
)
def test_problems(choices: list[Choice], problem: str) -> None:
    """A case named twice, and a filter that brings nothing, are problems that say which line is to blame."""
    _, (found,) = _choose(*choices)
    assert found.startswith(f"deck.yaml:{problem}")


def test_broken_cases_are_passed_over() -> None:
    """A named case whose own file has problems brings no second problem and no card."""
    cards, problems = _choose(_named("broken"), _named("a"))
    assert (_ids(cards), problems) == ("a", [])


def test_filtered() -> None:
    """Titles are put in order without regard to capital letters."""
    cases = [case("x", title="beta"), case("y", title="Alpha"), case("z", title="Gamma")]
    assert [each.title for each in filtered([], cases)] == ["Alpha", "beta", "Gamma"]


@given(
    st.lists(
        st.sampled_from(
            [
                _named("a"),
                _named("b"),
                _named("gone"),
                _where(),
                _where(at_most=1),
                _where(("location", "Wales")),
            ]
        ),
        max_size=5,
    )
)
def test_any_choices(choices: list[Choice]) -> None:
    """Whatever a deck chooses, each case comes at most once and the numbers run from 1 to the count."""
    cards, _ = _choose(*choices)
    assert len(set(_ids(cards))) == len(cards)
    assert [(card.number, card.of) for card in cards] == [
        (number, len(cards)) for number in range(1, len(cards) + 1)
    ]
