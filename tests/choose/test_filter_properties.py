"""What is true of every filter, whatever the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.choose.aspects import ASPECTS, Is
from casedeck.choose.facets import values_of
from casedeck.choose.filters import Condition, evidence, filtered
from casedeck.choose.has import Has
from casedeck.choose.reading_speed import WORDS_PER_MINUTE
from casedeck.choose.reading_time import Reads
from casedeck.model.case_study import CaseStudy
from casedeck.model.text import rich
from tests.support.cases import HERE, case, term
from tests.support.libraries import WORDS, libraries
from tests.support.library import VOCABULARY_OF, library

VALUES = {facet: WORDS[kind].names() for facet, kind in VOCABULARY_OF.items()}
VALUES |= {
    "location": ["Leeds", "England", "Cardiff, Wales", "Oslo"],
    "keyword": ["kind", "slow", "fast"],
    "text": ["word", "alpha", "x"],
}
FILTERS = st.sampled_from(list(VALUES)).flatmap(
    lambda facet: st.builds(
        Has,
        st.just(facet),
        st.lists(st.sampled_from(VALUES[facet]), min_size=1, max_size=4).map(tuple),
        st.just(HERE),
        st.just("any"),
    )
)
CONDITIONS: st.SearchStrategy[Condition] = st.one_of(
    st.builds(lambda each, how: each._replace(how=how), FILTERS, st.sampled_from(["any", "all", "none"])),
    st.builds(lambda low, high: Reads(low, high, HERE), st.integers(0, 60), st.integers(0, 120)),
    st.builds(lambda aspect, wanted: Is(aspect, wanted, HERE), st.sampled_from([*ASPECTS]), st.booleans()),
)


def ids(conditions: Sequence[Condition], cases: Mapping[str, CaseStudy]) -> set[str]:
    """The cases that pass."""
    return {each.id for each in filtered(conditions, cases.values())}


@given(libraries(), st.lists(CONDITIONS, max_size=4), CONDITIONS)
def test_a_condition_more_never_adds_a_case(
    cases: dict[str, CaseStudy], conditions: list[Condition], more: Condition
) -> None:
    """One condition more leaves some of the cases that passed the others, and exactly those that pass it as
    well.
    """
    assert ids([*conditions, more], cases) == ids(conditions, cases) & ids([more], cases)


@given(libraries(), FILTERS)
def test_any_all_and_none(cases: dict[str, CaseStudy], condition: Has) -> None:
    """Any of the words is the union of each alone, all of them the intersection, and none the rest of the
    library.
    """
    alone = [ids([condition._replace(values=(value,))], cases) for value in condition.values]
    assert ids([condition], cases) == set[str]().union(*alone)
    assert ids([condition._replace(how="all")], cases) == set(cases).intersection(*alone)
    assert ids([condition._replace(how="none")], cases) == set(cases) - ids([condition], cases)


def test_all_is_not_any() -> None:
    """Twin: a case with one of two words passes for any of them, and neither for all nor for none."""
    one = case("a", sectors=(term("Food"),))
    assert [Has("sector", ("Food", "Retail"), HERE, how).passes(one) for how in ("any", "all", "none")] == [
        True,
        False,
        False,
    ]


@given(libraries(), st.lists(CONDITIONS, max_size=3), st.randoms(use_true_random=False))
def test_the_order_of_conditions_and_cases_does_not_matter(
    cases: dict[str, CaseStudy], conditions: list[Condition], random: Random
) -> None:
    """The same cases come out in the same order, by title, however conditions and cases are ordered."""
    found = filtered(conditions, cases.values())
    shuffled = list(cases.values())
    random.shuffle(shuffled)
    assert filtered(conditions[::-1], shuffled) == found
    assert [(each.title.casefold(), each.id) for each in found] == sorted(
        (each.title.casefold(), each.id) for each in found
    )


@given(libraries(), st.integers(0, 90), st.integers(0, 90))
def test_reading_time(cases: dict[str, CaseStudy], low: int, high: int) -> None:
    """A case passes when its words take no less and no more seconds, limits included, at 175 words a
    minute.
    """
    wanted = {each.id for each in cases.values() if low <= each.words / WORDS_PER_MINUTE * 60 <= high}
    assert ids([Reads(low, high, HERE)], cases) == wanted


def test_reading_time_at_its_limits() -> None:
    """A card of 175 words takes a minute, not 59.9 seconds and not 60.1."""
    one = case("a", spotlight=())
    card = one._replace(spotlight=rich(" ".join(["word"] * (175 - one.words))))
    assert card.words == 175
    assert Reads(60, 60, HERE).passes(card)
    assert not Reads(0, 59.9, HERE).passes(card)
    assert not Reads(60.1, 999, HERE).passes(card)


@given(libraries())
def test_full_cards_and_brief_ones(cases: dict[str, CaseStudy]) -> None:
    """Each case has a full card or is brief, and a brief one has no benefits."""
    full, brief = (
        ids([Is("full card", wanted=True, place=HERE)], cases),
        ids([Is("full card", wanted=False, place=HERE)], cases),
    )
    assert full | brief == set(cases)
    assert not full & brief
    assert all(bool(cases[name].benefits) == (name in full) for name in cases)


def test_country() -> None:
    """UK finds the cases of every nation within it, and a nation only its own."""
    cases, countries = library().cases, WORDS["countries"]
    nations = [each.name for each in countries if each.within == "uk"]
    assert nations == ["England", "Scotland", "Wales", "Northern Ireland"]
    found = {name: ids([Has("country", (name,), HERE)], cases) for name in countries.names()}
    assert all(found[name] < found["UK"] for name in nations)
    for name in (*nations, "Ireland", "Spain", "USA"):
        assert found[name] == {
            each.id for each in cases.values() if each.location.rsplit(",", 1)[-1].strip() == name
        }
        assert all(not found[name] & found[other] for other in found if other not in (name, "UK"))
    assert not found["UK"] & found["Ireland"]


PRISON = case(
    "a",
    spotlight=rich("After PRISON, people’s lives re-start: Zoë’s too."),
    sources=("The annual report",),
    author="Jo Bloggs",
    facts=("From 10% it rose.",),
)


@pytest.mark.parametrize(
    "words",
    [
        "prison",
        "Prison people",
        "after, prison!",
        "PEOPLES LIVES",
        "people's",
        "people’s",
        "re start",
        "re-start",
        "zoë",
        "ZOËS too",
        "zoe",
        "Zoe\u0308",
        "annual report",
        "from 10%",
        "jo blogg",
        "storytelling",
        "housing",
        "Leeds, England",
        "leed",
        "kind",
        "  prison  ",
        "A",
    ],
)
def test_text_is_found(words: str) -> None:
    """Words are found anywhere in a case, side by side, whatever their case and the signs between, the last
    one by its beginning.
    """
    assert Has("text", (words,), HERE).passes(PRISON)


@pytest.mark.parametrize(
    "words",
    [
        "rison",
        "prison lives",
        "peopl lives",
        "lives people",
        "zo e",
        "too kind",
        "prisonpeople",
        "",
        "!",
        "’",
    ],
)
def test_text_is_not_found(words: str) -> None:
    """Twin: no word is found by its end or its middle, in another order, or with a word left out; signs alone
    find nothing.
    """
    assert not Has("text", (words,), HERE).passes(PRISON)
    assert Has("text", (words,), HERE, "none").passes(PRISON)


@pytest.mark.parametrize("case_id", ["timpson", "camerados", "buffer-remote-working"])
def test_every_word_of_a_shipped_case_finds_it(case_id: str) -> None:
    """Each sentence of a shipped case, full or brief, finds it again, in capitals and with other signs."""
    one = library().cases[case_id]
    for _, text in one.fields():
        words = "".join(span.text for span in text)
        for form in (words, words.upper(), words.replace(",", ";").replace(".", " ")):
            assert Has("text", (form,), HERE).passes(one), form


@given(libraries(), FILTERS, st.sampled_from(["any", "all", "none"]))
def test_evidence(cases: dict[str, CaseStudy], condition: Has, how: str) -> None:
    """What speaks for a case are its own sentences about the words asked for, and there are none where words
    were excluded.
    """
    condition = condition._replace(how=how)
    lists = {"benefit": "benefits", "enabler": "enablers", "opportunity": "opportunities"}
    for each in filtered([condition], cases.values()):
        found = evidence(each, [condition, condition])
        wanted = getattr(each, lists[condition.field]) if condition.field in lists and how != "none" else ()
        assert found == tuple(claim for claim in wanted if claim.term.name in condition.values)
        if condition.field in lists and how == "any":
            assert found


@given(libraries(), FILTERS)
def test_a_value_found_is_one_that_the_case_has(cases: dict[str, CaseStudy], condition: Has) -> None:
    """Whoever passes a filter by a list of values has one of those words in that list."""
    if condition.field != "text":
        for each in filtered([condition], cases.values()):
            assert {value.casefold() for value in values_of(each, condition.field)} & {
                value.casefold() for value in condition.values
            }


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Has("benefit", ("Health", "Skills"), HERE, "all"), "benefit Health and Skills"),
        (Has("benefit", ("Health", "Skills"), HERE, "none"), "benefit not Health or Skills"),
        (Has("text", ("peer support", "prison"), HERE), 'text "peer support" or "prison"'),
        (Reads(0, 60, HERE), "reading time at most 60 seconds"),
        (Reads(30, float("inf"), HERE), "reading time at least 30 seconds"),
        (Reads(30, 90, HERE), "reading time at least 30 and at most 90 seconds"),
        (Is("full card", wanted=True, place=HERE), "with a full card"),
        (Is("full card", wanted=False, place=HERE), "without a full card"),
    ],
)
def test_in_words(condition: Condition, words: str) -> None:
    """A condition of any kind is said as a person would say it."""
    assert condition.in_words() == words
