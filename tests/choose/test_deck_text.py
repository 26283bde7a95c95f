"""A new deck file reads back as the choices that it was made of."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar
from unicodedata import normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casedeck.build.deck_file import read_deck
from casedeck.choose.aspects import ASPECTS, Is
from casedeck.choose.cool_spots import CoolSpots
from casedeck.choose.cover import Cover
from casedeck.choose.deck_text import deck_text
from casedeck.choose.facets import known_values
from casedeck.choose.fill_to import FillTo
from casedeck.choose.filters import Condition, Narrowing
from casedeck.choose.has import Has
from casedeck.choose.named import Named
from casedeck.choose.picks import PICKS
from casedeck.choose.reading_time import Reads
from casedeck.choose.spots import CoolSpot, coolest
from casedeck.choose.where import Where
from casedeck.choose.without import Without
from casedeck.errors import Place, Report
from casedeck.model.choice import COVERED, ORDERS, Choice
from casedeck.model.deck import Deck
from casedeck.model.vocabulary import Term
from casedeck.notation.yaml import parse
from tests.support.library import VOCABULARY_OF, library
from tests.support.reading import lines

HERE = Place("")
WORDS = library().vocabularies
INFINITE = float("inf")


T = TypeVar("T")


@cache
def _known(facet: str) -> list[str]:
    if facet in VOCABULARY_OF:
        return WORDS[VOCABULARY_OF[facet]].names()
    return known_values(library().cases.values(), facet)


def several(of: st.SearchStrategy[T], most: int = 4) -> st.SearchStrategy[tuple[T, ...]]:
    """One to so many different ones."""
    return st.lists(of, min_size=1, max_size=most, unique=True).map(tuple)


def _as_read(text: str) -> bool:
    """True for a text that a file can hold: with letters and accents composed."""
    return normalize("NFC", text) == text


_PHRASES = (
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cf"]), min_size=1, max_size=12)
    .map(str.strip)
    .filter(_as_read)
)
_FACETS = st.sampled_from([*VOCABULARY_OF, "location", "keyword"])
_HOW = st.sampled_from(["any", "all", "none"])
_HAS = _FACETS.flatmap(
    lambda facet: st.builds(Has, st.just(facet), several(st.sampled_from(_known(facet))), st.just(HERE), _HOW)
)
_TEXT = st.builds(Has, st.just("text"), several(_PHRASES.filter(bool)), st.just(HERE), _HOW)
_SECONDS = st.integers(0, 999_999).map(lambda hundredths: hundredths / 100) | st.integers(0, 999_999).map(
    lambda each: round(each * 0.6, 2)
)
_READS = st.builds(lambda low, high: Reads(low, high, HERE), _SECONDS, _SECONDS | st.just(INFINITE)).filter(
    lambda each: each.low <= each.high and (each.low > 0 or each.high < INFINITE)
)
_FULL = st.builds(Is, st.sampled_from([*ASPECTS]), st.booleans(), st.just(HERE))


def _kind(condition: Condition) -> object:
    return (condition.field, condition.how) if isinstance(condition, Has) else type(condition)


def conditions(least: int = 0) -> st.SearchStrategy[tuple[Condition, ...]]:
    """Conditions of every kind, each way of each filter at most once, as in a file."""
    return st.lists(_HAS | _TEXT | _READS | _FULL, min_size=least, max_size=4, unique_by=_kind).map(tuple)


_LIMITS = st.tuples(st.integers(0, 9), st.none() | st.integers(9, 5000))
_SEEDS = st.integers(0, 999_999_999)
_PICK = st.sampled_from([*PICKS]).flatmap(
    lambda pick: st.tuples(st.just(pick), _SEEDS if pick == "at random" else st.just(1))
)
_TERMS = list(WORDS["opportunities"])
_SPOTS = several(st.sampled_from(_TERMS), 10).map(lambda terms: tuple(map(CoolSpot, terms))) | st.builds(
    lambda scores, count: coolest(scores, WORDS["opportunities"], count),
    st.dictionaries(
        st.sampled_from([term.id for term in _TERMS]),
        st.lists(st.integers(1, 5), min_size=1, max_size=5),
        min_size=1,
    ),
    st.integers(1, 10),
)


def _terms_of(kind: str) -> st.SearchStrategy[tuple[Term, ...]]:
    return st.just(tuple(WORDS[kind])) | several(st.sampled_from(list(WORDS[kind])), 9)


_KINDS = st.lists(st.sampled_from(list(COVERED)), min_size=1, unique=True)
_COVERED = _KINDS.flatmap(lambda kinds: st.fixed_dictionaries({kind: _terms_of(kind) for kind in kinds}))
CHOICES: st.SearchStrategy[Choice] = st.one_of(
    st.sampled_from(list(library().cases)).map(lambda name: Named(name, HERE)),
    st.sampled_from(list(library().cases)).map(lambda name: Without((name,), HERE)),
    st.builds(lambda found, limits, pick: Where(found, HERE, *limits, *pick), conditions(1), _LIMITS, _PICK),
    st.builds(
        lambda spots, found, limits: CoolSpots(spots, found, HERE, *limits), _SPOTS, conditions(), _LIMITS
    ),
    st.builds(lambda terms, found: Cover(terms, found, HERE), _COVERED, conditions()),
    st.builds(
        lambda cards, found, pick: FillTo(cards, found, HERE, *pick),
        st.integers(1, 5000),
        conditions(),
        _PICK,
    ),
)


def comparable(choice: Any) -> Any:
    """The choice without places, its conditions in one order: what it asks for."""
    choice = choice._replace(place=HERE)
    if isinstance(choice, Named | Without):
        return choice
    return choice._replace(
        conditions=tuple(sorted((each._replace(place=HERE) for each in choice.conditions), key=repr))
    )


def read_back(text: str) -> Deck:
    """The deck in a file's text, which has no problem."""
    report = Report()
    deck = read_deck("test", parse(text.encode(), "test.yaml"), library(), report)
    assert lines(report) == [], text
    assert deck is not None
    return deck


def written(*choices: Choice, title: str = "A deck", order: str = "as listed") -> str:
    """The deck file of these choices."""
    return deck_text(title, choices, order, ["cards", "why these cards"], WORDS)


def _where(*found: Narrowing) -> Where:
    return Where(found, HERE)


@settings(max_examples=200)
@given(st.lists(CHOICES, min_size=1, max_size=4), st.sampled_from(ORDERS))
@example(
    [_where(Has("text", ("Null", "Yes", "~", "#1", "a: b", "[", "O'Neill, é", "ÉCOLE"), HERE))], "as listed"
)
@example(
    [
        _where(
            Has("text", ("ẞ",), HERE, "none"),
            Reads(0, 12_000, HERE),
            Is("full card", wanted=False, place=HERE),
        )
    ],
    "title",
)
@example([_where(Reads(5_999.4, 599_999.4, HERE))], "sector")
def test_it_reads_back_the_same(choices: list[Choice], order: str) -> None:
    """Whatever is chosen, by every kind of choice with every filter, the file reads back as the same choices
    in the same order.
    """
    deck = read_back(written(*choices, order=order))
    assert [comparable(each) for each in deck.choices] == [comparable(each) for each in choices]
    assert deck.order == order
    assert [item.kind for item in deck.prints] == ["cards", "why these cards"]


def test_a_changed_choice_would_be_seen() -> None:
    """Twin: choices that differ in a pick, a seed, a score or a word are not taken for the same."""
    health = Has("benefit", ("Health",), HERE)
    planning = WORDS["opportunities"].find("planning")
    assert planning
    pairs: list[tuple[Choice, Choice]] = [
        (Where((health,), HERE), Where((health,), HERE, 0, None, "most different")),
        (FillTo(3, (), HERE, "at random", 1), FillTo(3, (), HERE, "at random", 2)),
        (CoolSpots((CoolSpot(planning),), (), HERE), CoolSpots((CoolSpot(planning, (1,)),), (), HERE)),
        (_where(health), _where(health._replace(how="none"))),
        (_where(health), _where(health, Without(("timpson", "cook"), HERE))),
        (FillTo(3, (Without(("timpson",), HERE),), HERE), FillTo(3, (Without(("cook",), HERE),), HERE)),
    ]
    for one, other in pairs:
        assert comparable(read_back(written(one)).choices[0]) == comparable(one) != comparable(other)


@pytest.mark.parametrize("title", ["A deck", "Cards: ours", "yes", "“Ours”", "#1"])
def test_titles(title: str) -> None:
    """Any title reads back as it was."""
    assert read_back(written(Named("cook", HERE), title=title)).title == title


AS_WRITTEN = """\
title: Ours

cards:
  - cook
  - where: {benefit: {any: [health, skills], none: economic}, country: Scotland, \
reading time: {at most: 60 seconds}, full card: yes}
    at least: 2
    at most: 5
    pick: at random
    seed: 7
  - cool spots: {scores: {storytelling: [1, 2], planning: 2}, coolest: 2}
    at most: 4
  - cover: [benefits, enablers]
  - fill to: 12
order: spread

print:
  - cards:
"""


def test_it_is_as_a_person_would_write_it() -> None:
    """A choice takes one item of the list, with defaults left out and words in small letters where case does
    not matter.
    """
    planning, stories = (WORDS["opportunities"].find(word) for word in ("planning", "stories"))
    assert planning
    assert stories
    found = (
        Has("benefit", ("Health", "Skills"), HERE),
        Has("benefit", ("Economic",), HERE, "none"),
        Has("country", ("Scotland",), HERE),
        Reads(0, 60, HERE),
        Is("full card", wanted=True, place=HERE),
    )
    text = deck_text(
        "Ours",
        [
            Named("cook", HERE),
            Where(found, HERE, 2, 5, "at random", 7),
            CoolSpots((CoolSpot(stories, (1, 2)), CoolSpot(planning, (2,))), (), HERE, 1, 4),
            Cover({kind: tuple(WORDS[kind]) for kind in ("benefits", "enablers")}, (), HERE),
            FillTo(12, (), HERE),
        ],
        "spread",
        ["cards"],
        WORDS,
    )
    assert text == AS_WRITTEN
