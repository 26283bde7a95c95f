"""What somebody is looking for, in words and numbers as they are typed or filled in, made into a question."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.api.cases import one_named
from casedeck.api.choosing import Question
from casedeck.choose.filters import Narrowing
from casedeck.choose.picks import AT_RANDOM
from casedeck.choose.scores import read_scores
from casedeck.choose.spots import COOLEST, CoolSpot, coolest
from casedeck.errors import Place, RefusedError, Report, did_you_mean
from casedeck.library.library import Library
from casedeck.model.choice import ORDERS
from casedeck.model.vocabulary import Vocabulary
from casedeck.notation.apart import items_of
from casedeck.notation.fields import OneTerm
from casedeck.notation.yaml import Scalar


class Scored(NamedTuple):
    """A spreadsheet of a Heatmap's scores: its bytes, and the name to show for it."""

    data: bytes
    shown: str


class Wishes(NamedTuple):
    """What somebody is looking for, besides filters: cases by name, cool spots by their words or by a file of
    scores and how many of those are `coolest`, vocabularies to `cover`, and how many cards. None, "" and ()
    say nothing.
    """

    names: tuple[str, ...] = ()
    spots: tuple[str, ...] = ()
    scores: Scored | None = None
    coolest: int | None = None
    cover: tuple[str, ...] = ()
    fill_to: int | None = None
    at_least: int | None = None
    at_most: int | None = None
    pick: str = ""
    seed: int | None = None
    order: str = ORDERS[0]


def question_of(
    library: Library, wishes: Wishes, conditions: tuple[Narrowing, ...], report: Report
) -> Question:
    """The question that wishes come to; what is to be said of scores is kept as advice.

    Raises RefusedError for wishes that do not go together, or words that nobody knows, and DeckError where a
    file of scores has problems.
    """
    question = Question(
        tuple(dict.fromkeys(one_named(library, name, "case") for name in wishes.names)),
        _spots(library.vocabularies["opportunities"], wishes, report),
        tuple(dict.fromkeys(wishes.cover)),
        wishes.fill_to,
        conditions,
        wishes.at_least,
        wishes.at_most,
        wishes.pick,
        1 if wishes.seed is None else wishes.seed,
        wishes.order,
    )
    _check(wishes, question)
    return question


def _check(wishes: Wishes, question: Question) -> None:
    """Refuse wishes that would say nothing beside the others, or nothing at all."""
    limited = question.spots or question.by_filter
    if not limited and (wishes.at_least is not None or wishes.at_most):
        names = ("at least", "at most")
        raise RefusedError("{at least} and {at most} go with cool spots, or with filters alone", names=names)
    if wishes.pick and not (question.fill_to or question.by_filter):
        raise RefusedError("{pick} goes with {fill to}, or with filters alone", names=("pick", "fill to"))
    if wishes.seed is not None and wishes.pick != AT_RANDOM:
        raise RefusedError(f"{{seed}} goes with {{pick}} '{AT_RANDOM}'", names=("seed", "pick"))
    if wishes.coolest and not wishes.scores:
        raise RefusedError("{coolest} goes with {scores}", names=("coolest", "scores"))
    if not (limited or question.names or question.cover or question.fill_to):
        ways = ("case", "cool spot", "scores", "cover", "fill to", "benefit")
        message = "say what to look for: {case}, {cool spot}, {scores}, {cover}, {fill to}"
        raise RefusedError(message + " or a filter such as {benefit}", names=ways)


def _spots(opportunities: Vocabulary, wishes: Wishes, report: Report) -> tuple[CoolSpot, ...]:
    """The cool spots named, or those of a file of scores."""
    if wishes.spots and wishes.scores:
        raise RefusedError("give either {cool spot} or {scores}", names=("cool spot", "scores"))
    if wishes.scores:
        scores = read_scores(*wishes.scores, opportunities, report)
        report.raise_if_any()
        return coolest(scores or {}, opportunities, wishes.coolest or COOLEST)
    one = OneTerm("opportunity", opportunities)
    nodes = [node for typed in wishes.spots for node in items_of(Scalar(typed, Place("")), one, 1)]
    words = [node.text for node in nodes if isinstance(node, Scalar)]
    return tuple(dict.fromkeys(_spot(opportunities, word) for word in words))


def _spot(opportunities: Vocabulary, word: str) -> CoolSpot:
    """The cool spot that a word means."""
    term = opportunities.find(word)
    if term is None:
        hint = did_you_mean(word, opportunities.names())
        said = f'unknown opportunity "{word}"' + (f"; {hint}" if hint else "")
        raise RefusedError(said, of="cool spot")
    return CoolSpot(term)
