"""What somebody is looking for, in words and numbers as they are typed or filled in, made into a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from casedeck.api.cases import one_named
from casedeck.api.choosing import Question
from casedeck.choose.facets import FACETS
from casedeck.choose.filters import Narrowing
from casedeck.choose.picks import AT_RANDOM
from casedeck.choose.scores import read_scores
from casedeck.choose.spots import COOLEST, CoolSpot, coolest
from casedeck.choose.typed import HERE, Typed, TypedTime, TypedWords
from casedeck.choose.without import Without
from casedeck.errors import Place, RefusedError, Report, did_you_mean
from casedeck.library.library import Library
from casedeck.model.choice import ORDERS
from casedeck.model.vocabulary import Vocabulary, key
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


class Filters(NamedTuple):
    """What cases are to be, as it is typed: words by the facets of which they hold any, lines such as
    "sector: retail, food" of which they hold all or none, limits of the reading time such as "60s", aspects
    that are wanted or not, and cases to leave out by name.
    """

    any_of: Mapping[str, Sequence[str]] = {}
    all_of: Sequence[str] = ()
    none_of: Sequence[str] = ()
    at_least: str | None = None
    at_most: str | None = None
    aspects: Mapping[str, bool] = {}
    without: Sequence[str] = ()


def conditions_of(
    library: Library, filters: Filters, spelt: Callable[[str], str], report: Report
) -> tuple[Narrowing, ...]:
    """The conditions that filters come to; what is wrong with one is recorded at its name as it is `spelt`.

    Raises RefusedError for a line without a filter, or a case to leave out that nobody knows.
    """
    part = report.part()
    limits = [("min", filters.at_least), ("max", filters.at_most)]
    least, most = [
        None if typed is None else TypedTime(typed, Place(spelt(f"{limit} reading time")))
        for limit, typed in limits
    ]
    words = tuple(
        TypedWords(facet, how, tuple(typed), Place(spelt(name)))
        for facet, how, typed, name in _typed_words(filters)
    )
    found = Typed(words, least, most, filters.aspects).conditions(library, HERE, report)
    if not filters.without or not part.clean:
        return found
    names = dict.fromkeys(one_named(library, name, "not") for name in filters.without)
    return (*found, Without(tuple(names), HERE))


def _typed_words(filters: Filters) -> Iterator[tuple[str, str, Sequence[str], str]]:
    """Each filter given: its facet, any, all or none, its words, and the name of the filter that says so."""
    for facet, words in filters.any_of.items():
        yield facet, "any", words, facet
    for how, lines in (("all", filters.all_of), ("none", filters.none_of)):
        found: dict[str, list[str]] = {}
        for typed in lines:
            facet, colon, rest = typed.partition(":")
            if not colon:
                hint = 'write it like "sector: retail, food"'
                raise RefusedError(f'"{typed}" is not a filter and its words; {hint}', of=how)
            words = [word.strip() for word in rest.split(",") if word.strip()]
            found.setdefault(_facet(facet), []).extend(words)
        for facet, each in found.items():
            yield facet, how, each, how


def _facet(typed: str) -> str:
    """The filter meant, in its own spelling, so that all that is said of it is read together; what is none
    stays as typed.
    """
    return next((facet for facet in FACETS if key(facet) == key(typed)), typed.strip())
