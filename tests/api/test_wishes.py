"""What somebody looks for, made into a question; what cannot be is refused in the words of any front end."""

from __future__ import annotations

import pytest

from casedeck.api.choosing import suggestion
from casedeck.api.wishes import Filters, Scored, Wishes, conditions_of, question_of
from casedeck.choose.has import Has
from casedeck.errors import Place, RefusedError, Report
from casedeck.model.choice import FEW
from tests.support.library import library


def cards(wishes: Wishes) -> list[str]:
    """The ids of the cards that wishes come to."""
    question = question_of(library(), wishes, (), Report())
    return [card.case.id for card in suggestion(question, library()).chosen.cards]


def test_wishes_come_to_cards() -> None:
    """Cases by their titles come first; an open question brings a few cards more, and no more than are asked
    for.
    """
    assert cards(Wishes(names=("Timpson", "timpson"), fill_to=3))[0] == "timpson"
    assert len(cards(Wishes(spots=("storytelling",)))) == FEW
    assert len(cards(Wishes(spots=("storytelling, incentives",), at_most=7))) == 7


def test_scores_are_bytes_and_what_is_said_of_them_is_advice() -> None:
    """A spreadsheet names the coolest spots, and whose scores are counted is kept to be said."""
    report = Report()
    scored = Scored(b"Storytelling,Incentives\n1,5\n2,4\n", "scores.csv")
    question = question_of(library(), Wishes(scores=scored, coolest=1), (), report)
    assert [spot.term.name for spot in question.spots] == ["Storytelling"]
    assert [each.code for each in report.advice] == ["D107"]


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        (
            Wishes(),
            "say what to look for: <case>, <cool spot>, <scores>, <cover>, <fill to> or a filter such",
        ),
        (Wishes(cover=("benefits",), at_most=3), "<at least> and <at most> go with cool spots"),
        (Wishes(spots=("storytelling",), pick="at random"), "<pick> goes with <fill to>"),
        (Wishes(fill_to=5, seed=3), "<seed> goes with <pick> 'at random'"),
        (Wishes(fill_to=5, coolest=3), "<coolest> goes with <scores>"),
        (Wishes(spots=("storytelling",), scores=Scored(b"", "s.csv")), "give either <cool spot> or <scores>"),
    ],
)
def test_wishes_that_do_not_go_together_are_refused(wishes: Wishes, said: str) -> None:
    """What is wrong is said with the names of the wishes, which each front end spells in its own way."""
    with pytest.raises(RefusedError) as caught:
        question_of(library(), wishes, (), Report())
    assert caught.value.said(lambda name: f"<{name}>").startswith(said)


def test_filters_alone_can_be_limited() -> None:
    """Twin: with a filter, how many and how to pick them are wishes that can be."""
    health = Has("benefit", ("Health",), Place(""))
    assert question_of(library(), Wishes(at_most=3, pick="at random", seed=4), (health,), Report()).by_filter


def test_words_that_nobody_knows_are_refused_where_they_stand() -> None:
    """The wish with the unknown word is named, and the way out; braces in a word stay as they are."""
    with pytest.raises(RefusedError, match='unknown opportunity "storeytelling"; did you mean') as spot:
        question_of(library(), Wishes(spots=("storeytelling",)), (), Report())
    assert spot.value.of == "cool spot"
    with pytest.raises(RefusedError, match=r'called "timpsn \{0\}"') as case:
        question_of(library(), Wishes(names=("timpsn {0}",)), (), Report())
    assert case.value.of == "case"


def test_filters_are_lines_and_words() -> None:
    """Words under a facet, lines of all and none, and names to leave out come to conditions; what is wrong
    stands at the filter's own name, and a line without a filter is refused.
    """
    report = Report()
    filters = Filters(
        {"benefit": ["health"]}, ["Benefit: skills"], ["sector: retail, food"], without=["timpson"]
    )
    assert len(conditions_of(library(), filters, str.upper, report)) == 4
    assert report.problems == []
    conditions_of(library(), Filters({"benefit": ["helth"]}, without=["nobody"]), str.upper, report)
    assert [str(each.place) for each in report.problems] == ["BENEFIT"]
    with pytest.raises(RefusedError, match='"benefit" is not a filter and its words') as caught:
        conditions_of(library(), Filters(none_of=["benefit"]), str.upper, Report())
    assert caught.value.of == "none"
