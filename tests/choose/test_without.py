"""Cards taken out by name, and the numbers of the others."""

from __future__ import annotations

import pytest

from casedeck.choose.chooser import choose
from casedeck.choose.fill_to import FillTo
from casedeck.choose.named import Named
from casedeck.choose.where import Where
from casedeck.choose.without import Without
from casedeck.errors import Place, Report
from casedeck.model.choice import Choice
from casedeck.model.deck import Card
from casedeck.model.vocabulary import Vocabularies, Vocabulary
from tests.support.cases import HERE, case
from tests.support.reading import lines

WORDS: Vocabularies = {"benefits": Vocabulary("benefits", ())}
CASES = {name: case(name) for name in "abcde"}
OUT_C = Without(("c",), Place("deck.yaml", 9, 3))


def _choose(*choices: Choice, keep: bool = False) -> tuple[tuple[Card, ...], list[str]]:
    report = Report()
    return choose(choices, CASES, WORDS, report, keep=keep), lines(report)


def _numbered(cards: tuple[Card, ...]) -> str:
    return " ".join(f"{card.number}{card.case.id}" for card in cards)


@pytest.mark.parametrize(
    ("choices", "in_order", "kept"),
    [
        ([Where((OUT_C,), HERE)], "1a 2b 3d 4e", "1a 2b 4d 5e"),
        ([Where((), HERE), OUT_C], "1a 2b 3d 4e", "1a 2b 4d 5e"),
        ([OUT_C, Where((), HERE, at_most=3)], "1a 2b 3d", "1a 2b"),
        ([Named("e", HERE), Where((OUT_C,), HERE, at_most=3)], "1e 2a 3b 4d", "1e 2a 3b"),
        ([FillTo(4, (OUT_C,), HERE, "by title")], "1a 2b 3d 4e", "1a 2b 4d"),
        ([Where((), HERE)], "1a 2b 3c 4d 5e", "1a 2b 3c 4d 5e"),
    ],
)
def test_a_card_taken_out(choices: list[Choice], in_order: str, kept: str) -> None:
    """A card taken out makes room for the next one, or leaves its number free where the others are to keep
    theirs.
    """
    assert (_numbered(_choose(*choices)[0]), _choose(*choices)[1]) == (in_order, [])
    assert (_numbered(_choose(*choices, keep=True)[0]), _choose(*choices, keep=True)[1]) == (kept, [])


def test_the_total_stays_as_well() -> None:
    """With numbers kept, the last number is still the number of cards there were, so that no other card
    changes.
    """
    before, after = _choose(Where((), HERE))[0], _choose(Where((), HERE), OUT_C, keep=True)[0]
    assert list(after) == [card for card in before if card.case.id != "c"]
    assert {card.of for card in _choose(Where((), HERE), OUT_C)[0]} == {4}


@pytest.mark.parametrize("keep", [True, False])
def test_named_and_taken_out(keep: bool) -> None:
    """A card that is named and taken out in one deck is a problem that says where both stand."""
    _, problems = _choose(Named("c", HERE), OUT_C, keep=keep)
    assert problems == [
        'deck.yaml:9:3: D102 "c" is named here under not, and as a card in line 5; take out one of the two'
    ]


def test_nothing_is_left() -> None:
    """Taking out all that a search could find is a problem that says so."""
    _, problems = _choose(Where((Without(tuple("abcde"), OUT_C.place),), HERE))
    assert problems == [
        (
            "deck.yaml:9:3: D103 without a or b or c or d or e "
            "leaves no case study of the 5 to choose from; loosen it"
        )
    ]
