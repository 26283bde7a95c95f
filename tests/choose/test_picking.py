"""Cards chosen by what they do for the deck: cool spots, coverage, filling up, difference and chance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.choose.aspects import Is
from casedeck.choose.chooser import choose
from casedeck.choose.cool_spots import CoolSpots
from casedeck.choose.cover import Cover
from casedeck.choose.coverage import shown
from casedeck.choose.different import most_different
from casedeck.choose.fill_to import FillTo
from casedeck.choose.filters import Condition, filtered
from casedeck.choose.has import Has
from casedeck.choose.named import Named
from casedeck.choose.picks import PICKS
from casedeck.choose.spots import CoolSpot
from casedeck.choose.where import Where
from casedeck.errors import Place, Report
from casedeck.model.case_study import CaseStudy
from casedeck.model.choice import ORDERS, Choice
from casedeck.model.deck import Card
from tests.support.cases import HERE
from tests.support.libraries import WORDS, libraries
from tests.support.library import library
from tests.support.reading import codes, lines
from tests.support.reasons import why

TERMS = list(WORDS["opportunities"])
FULL = Is("full card", wanted=True, place=HERE)
WALES = Has("country", ("Wales",), HERE)
BENEFITS = {"benefits": tuple(WORDS["benefits"])}
TWO = {"benefits": BENEFITS["benefits"][:2]}
ALL = {kind: tuple(WORDS[kind]) for kind in ("benefits", "enablers")}
_FILTERS = st.sampled_from(
    [(), (FULL,), (WALES,), (FULL, WALES), (Has("benefit", ("Health",), HERE, "none"),)]
)
_PICKS = st.tuples(st.sampled_from([*PICKS]), st.integers(0, 9))


def _named(line: int) -> Named:
    return Named(f"case-{line}", Place("deck.yaml", line, 5))


CHOICES: st.SearchStrategy[Choice] = st.one_of(
    st.integers(0, 7).map(_named),
    st.builds(
        lambda found, most, pick: Where(found, HERE, 0, most, *pick),
        _FILTERS,
        st.none() | st.integers(1, 3),
        _PICKS,
    ),
    st.builds(
        lambda terms, found, most: CoolSpots(tuple(map(CoolSpot, terms)), found, HERE, 0, most),
        st.lists(st.sampled_from(TERMS), min_size=1, max_size=3, unique=True),
        _FILTERS,
        st.none() | st.integers(1, 3),
    ),
    st.builds(
        lambda terms, found: Cover(terms, found, HERE),
        st.sampled_from([BENEFITS, {"benefits": BENEFITS["benefits"][:2]}]),
        _FILTERS,
    ),
    st.builds(
        lambda cards, found, pick: FillTo(cards, found, HERE, *pick), st.integers(1, 8), _FILTERS, _PICKS
    ),
)


def chosen(
    *choices: Choice, cases: dict[str, CaseStudy] | None = None, order: str = "as listed"
) -> tuple[tuple[Card, ...], list[str]]:
    """The cards of these choices from a library, the shipped one unless another is given, and the problems in
    words.
    """
    report = Report()
    cards = choose(choices, library().cases if cases is None else cases, WORDS, report, order)
    return cards, lines(report)


def fine(*choices: Choice, cases: dict[str, CaseStudy] | None = None, order: str = "as listed") -> list[Card]:
    """The cards of choices without a problem."""
    cards, problems = chosen(*choices, cases=cases, order=order)
    assert problems == []
    return list(cards)


def ids(cards: Sequence[Card]) -> list[str]:
    """The ids of cards in their order."""
    return [card.case.id for card in cards]


@given(libraries(), st.lists(CHOICES, min_size=1, max_size=4), st.sampled_from(ORDERS))
def test_any_choices(cases: dict[str, CaseStudy], choices: list[Choice], order: str) -> None:
    """Whatever is chosen, no case comes twice, the cards are numbered from 1 to their count, and each says
    why it is there.
    """
    cards, problems = chosen(*choices, cases=cases, order=order)
    assert len(set(ids(cards))) == len(cards)
    assert [(card.number, card.of) for card in cards] == [
        (number, len(cards)) for number in range(1, len(cards) + 1)
    ]
    assert all(why(card) for card in cards)
    assert set(codes(problems)) <= {"D102", "D103", "D105"}
    own = {
        claim
        for card in cards
        for claim in (*card.case.benefits, *card.case.enablers, *card.case.opportunities)
    }
    assert {claim for card in cards for claim in card.reason.claims} <= own


@given(
    libraries(least=3),
    st.lists(CHOICES.filter(lambda choice: not isinstance(choice, (Named, FillTo))), max_size=2),
    st.integers(0, 2),
)
def test_named_cases_come_where_they_are_named(
    cases: dict[str, CaseStudy], others: list[Choice], number: int
) -> None:
    """A case that is named comes there, however well it would suit a choice before it that does not count
    cards.
    """
    cards, _ = chosen(*others, _named(number), cases=cases)
    before, _ = chosen(
        *others, cases={name: case for name, case in cases.items() if name != f"case-{number}"}
    )
    assert ids(cards) == [*ids(before), f"case-{number}"]
    assert why(cards[-1]) == "chosen by name"


@given(libraries(), _FILTERS.filter(bool), st.sampled_from(["cool spots", "cover", "fill to", "where"]))
def test_filters_hold_inside_every_choice(
    cases: dict[str, CaseStudy], conditions: tuple[Condition, ...], way: str
) -> None:
    """Whatever looks for cases under `where` brings only cases that pass every condition."""
    made: dict[str, Choice] = {
        "cool spots": CoolSpots(tuple(map(CoolSpot, TERMS)), conditions, HERE),
        "cover": Cover({"opportunities": tuple(TERMS[:1])}, conditions, HERE),
        "fill to": FillTo(2, conditions, HERE),
        "where": Where(conditions, HERE),
    }
    cards, problems = chosen(made[way], cases=cases)
    passing = filtered(conditions, cases.values())
    assert {card.case.id for card in cards} <= {case.id for case in passing}
    assert bool(cards) != bool(problems)


@pytest.mark.parametrize("pick", PICKS)
@given(
    libraries(),
    st.lists(st.integers(0, 7).map(_named), max_size=2, unique=True),
    st.integers(1, 10),
    _FILTERS,
)
def test_filled_exactly(
    pick: str, cases: dict[str, CaseStudy], named: list[Named], count: int, conditions: tuple[Condition, ...]
) -> None:
    """A deck that is filled has exactly as many cards as wanted, or more that were there before, or it is
    said that there are too few.
    """
    before, _ = chosen(*named, cases=cases)
    cards, problems = chosen(*named, FillTo(count, conditions, HERE, pick), cases=cases)
    first, same = chosen(FillTo(count, conditions, HERE, pick), *named, cases=cases)
    assert (len(first), same) == (len(cards), problems)
    free = [
        case
        for case in filtered(conditions, cases.values())
        if case.id not in {choice.name for choice in named}
    ]
    if len(before) >= count:
        assert (ids(cards), problems) == (ids(before), [])
    elif len(before) + len(free) >= count:
        assert (len(cards), problems) == (count, [])
    else:
        assert codes(problems) == ["D105" if free else "D103"]


def test_filling_up_says_how() -> None:
    """The reason of a card that fills the deck names the count and how it was picked, and of one drawn at
    random the seed.
    """
    reasons = {pick: why(fine(FillTo(3, (), HERE, pick, 42))[0]) for pick in PICKS}
    assert reasons == {
        "by title": "fills the deck to 3",
        "most different": "fills the deck to 3, picked to differ most",
        "at random": "fills the deck to 3, drawn at random with seed 42",
    }
    where = Where((FULL,), HERE, 0, 3, "at random", 7)
    assert why(fine(where)[0]) == "with a full card, drawn at random with seed 7"
    assert why(fine(where._replace(pick="most different"))[0]) == "with a full card, picked to differ most"
    assert why(fine(where._replace(pick="most different", at_most=None))[0]) == "with a full card"


def test_by_title() -> None:
    """Picked by title, the first in order of title come."""
    titles = [case.id for case in library().by_title()]
    assert ids(fine(FillTo(5, (), HERE, "by title"))) == titles[:5]
    assert ids(fine(Where((), HERE, 0, 5))) == titles[:5]


def test_chance_is_the_same_again() -> None:
    """Drawn at random with one seed the cards are the same again, with some other seed they are others."""
    drawn = [ids(fine(FillTo(6, (), HERE, "at random", seed))) for seed in range(8)]
    assert [ids(fine(FillTo(6, (), HERE, "at random", seed))) for seed in range(8)] == drawn
    assert len({tuple(each) for each in drawn}) > 1
    assert len({name for each in drawn for name in each}) > 12


def test_the_order_of_the_library_does_not_matter() -> None:
    """Chance, difference, coverage and cool spots choose the same cards from the same cases, however the
    library is ordered.
    """
    backwards = dict(reversed(list(library().cases.items())))
    spots = tuple(map(CoolSpot, TERMS[:2]))
    for choice in (
        FillTo(6, (), HERE, "at random"),
        FillTo(6, (), HERE),
        Cover(ALL, (), HERE),
        CoolSpots(spots, (), HERE, 0, 6),
        Where((FULL,), HERE, 0, 6, "most different"),
    ):
        assert ids(fine(choice, cases=backwards)) == ids(fine(choice))


def overlap(cards: Sequence[Card]) -> int:
    """How many enablers any two of the cards share."""
    return sum(len(one.case.enabler_ids & other.case.enabler_ids) for one, other in combinations(cards, 2))


def test_most_different_differs() -> None:
    """Cards picked to differ share fewer enablers than those picked by title, and fewer than those of most
    draws at random.
    """
    differing = overlap(fine(FillTo(8, (FULL,), HERE)))
    drawn = [overlap(fine(FillTo(8, (FULL,), HERE, "at random", seed))) for seed in range(20)]
    assert differing < overlap(fine(FillTo(8, (FULL,), HERE, "by title")))
    assert sum(differing < each for each in drawn) > 15


@given(libraries(least=3), st.integers(0, 2), st.integers(1, 3))
def test_what_is_there_already_counts(cases: dict[str, CaseStudy], number: int, count: int) -> None:
    """Cards picked to differ are those that differ most from one another and from those that the deck has
    already.
    """
    named = _named(number)
    cards, _ = chosen(named, Where((), HERE, 0, count, "most different"), cases=cases)
    pool = filtered([], [case for case in cases.values() if case.id != named.name])
    wanted = most_different(pool, min(count, len(pool)), [cases[named.name]])
    assert ids(cards[1:]) == [case.id for case in wanted]


def test_beside_makes_a_difference() -> None:
    """Twin: beside some card another one is picked first than would be by itself, and it shares no first
    enabler with it.
    """
    pool = [case for case in library().by_title() if case.full]
    alone = most_different(pool, 1)
    beside = most_different(pool, 1, alone)
    assert alone == (pool[0],)
    assert beside != alone
    assert beside[0].enablers[0].term != pool[0].enablers[0].term


@given(libraries(), st.sampled_from([BENEFITS, ALL, {"opportunities": tuple(TERMS[:3])}]), st.booleans())
def test_cover(cases: dict[str, CaseStudy], terms: dict[str, tuple[object, ...]], first: bool) -> None:
    """What is to be covered is covered with the fewest cases, each of which says what it is the first to
    show, or it cannot be.
    """
    named = [_named(0)] if first else []
    cards, problems = chosen(*named, Cover(terms, (), HERE), cases=cases)  # type: ignore[arg-type]
    wanted = {(kind, term.id) for kind, each in terms.items() for term in each}  # type: ignore[attr-defined]
    held = {name: shown(case) & wanted for name, case in cases.items()}
    before = held["case-0"] if first else frozenset[tuple[str, str]]()
    rest = [held[name] for name in cases if not (first and name == "case-0")]
    if not before.union(*rest) >= wanted:
        assert codes(problems) == ["D103"]
        return
    assert problems == []
    added = cards[len(named) :]
    assert before.union(*(held[name] for name in ids(added))) >= wanted
    assert not any(before.union(*fewer) >= wanted for fewer in combinations(rest, len(added) - 1) if added)
    claims = [
        (kind, claim)
        for card in added
        for kind in terms
        for claim in getattr(card.case, kind)
        if claim in card.reason.claims
    ]
    assert len(claims) == len({(kind, claim.term.id) for kind, claim in claims})
    assert all(why(card).startswith("brings, in as few cards as can be: ") for card in added)


def test_cover_says_what_each_card_adds() -> None:
    """Each card of a covering names what no card before it shows, and together they name everything once."""
    cards = fine(Cover(ALL, (FULL,), HERE))
    said = [why(card).split(": ", 1)[1] for card in cards]
    words = [
        word for each in said for word in re.split(", | and |the benefits? |the enablers? ", each) if word
    ]
    assert sorted(words) == sorted(term.name for terms in ALL.values() for term in terms)
    counts = [len(card.reason.claims) for card in cards]
    assert counts == sorted(counts, reverse=True)


def test_cover_what_is_covered() -> None:
    """Where the cards before show all that is wanted, none is added and nothing is wrong."""
    cards = fine(Cover(ALL, (), HERE), Cover(BENEFITS, (), HERE))
    assert ids(cards) == ids(fine(Cover(ALL, (), HERE)))


def test_a_covering_that_is_not_certain_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the search ends early, no card is called one of the fewest."""
    monkeypatch.setattr("casedeck.choose.smallest.STEPS", 1)
    reasons = [why(card) for card in fine(Cover(ALL, (), HERE))]
    assert all(reason.startswith("brings, in few cards: ") for reason in reasons)


def test_cool_spots_in_a_deck() -> None:
    """The cards for cool spots come best first, as many as wanted, each with its spots and its own
    sentences.
    """
    storytelling, incentives = (
        term for name in ("storytelling", "incentives") for term in TERMS if term.id == name
    )
    spots = (CoolSpot(incentives, (1, 2)), CoolSpot(storytelling, (3,)))
    cards = fine(CoolSpots(spots, (FULL,), HERE, 2, 6))
    assert len(cards) == 6
    assert (
        why(cards[0])
        == "warms Incentives (1.5 on average, from 1 to 2) and Storytelling (3); with a full card"
    )
    assert cards[0].reason.claims == tuple(
        claim for spot in spots for claim in cards[0].case.opportunities if claim.term == spot.term
    )


def test_what_comes_after_looks_among_the_rest() -> None:
    """Choices take turns: each takes from what those before it have left, and all of them together are the
    deck.
    """
    cool = CoolSpots((CoolSpot(TERMS[0]),), (), HERE, 0, 3)
    cards = fine(Named("cook", HERE), cool, Cover(ALL, (), HERE), Where((WALES,), HERE), FillTo(20, (), HERE))
    starts = [why(card).split(" ")[0] for card in cards]
    assert starts[:4] == ["chosen", "warms", "warms", "warms"]
    assert [start for start, _ in groupby(starts)] == ["chosen", "warms", "brings,", "country", "fills"]
    assert len(cards) == 20
