"""The collection that ships: each row of its source can be found by whatever the row says."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from casedeck.choose.filters import Condition, filtered
from casedeck.choose.has import Has
from casedeck.errors import Place
from casedeck.model.case_study import CaseStudy
from tests.support.library import library
from tests.support.values import changed

HERE = Place("test")
ROWS = 45
"""The numbers that the rows of the collection have; two rows have the number 41."""
ILLUSTRATED = (12, 27, 21, 16, 13, 12, 17, 22, 21, 6)
"""How many rows illustrate each of the ten opportunities, in their order."""


def row_of(case: CaseStudy) -> list[int]:
    """The rows of the collection that a case comes from."""
    return [int(source.split("row ")[1].split()[0]) for source in case.sources if "collection, row" in source]


def counts(cases: Iterable[CaseStudy]) -> tuple[int, ...]:
    """How many cases illustrate each opportunity."""
    held = [{claim.term.id for claim in case.opportunities} for case in cases]
    return tuple(sum(term.id in each for each in held) for term in library().vocabularies["opportunities"])


def unfound(case: CaseStudy) -> list[Condition]:
    """The filters by what a case says that do not find it."""
    said = [
        *(("type of place", term.name) for term in case.types_of_place),
        *(("sector", term.name) for term in case.sectors),
        ("location", case.location),
        *(("country", term.name) for term in case.countries),
        *(("opportunity", claim.term.name) for claim in case.opportunities),
        *(("keyword", word) for word in case.keywords),
        ("text", case.title),
    ]
    conditions = [Has(field, (value,), HERE) for field, value in said]
    return [
        condition for condition in conditions if case not in filtered([condition], library().cases.values())
    ]


IN_COLLECTION = sorted(case_id for case_id, case in library().cases.items() if row_of(case))


def test_every_row_is_there() -> None:
    """All 46 rows are case studies; one of them became two cards."""
    rows = [row for case in library().cases.values() for row in row_of(case)]
    assert sorted(set(rows)) == [*range(1, ROWS + 1)]
    assert sorted(row for row in set(rows) if rows.count(row) > 1) == [40, 41]
    assert len({case.title.split(":")[0] for case in library().cases.values()}) == 47


def test_opportunities_are_mapped_as_in_the_source() -> None:
    """As many cases illustrate each opportunity as rows do."""
    assert counts(library().cases.values()) == ILLUSTRATED


def test_an_opportunity_that_is_lost_is_seen() -> None:
    """Twin: without one sentence the counts are others."""
    one, *others = (case for case in library().cases.values() if case.opportunities)
    assert counts([changed(one, opportunities=one.opportunities[1:]), *others]) != ILLUSTRATED


@pytest.mark.parametrize("name", IN_COLLECTION)
def test_a_row_is_found_by_each_of_its_columns(name: str) -> None:
    """Name, type of place, every sector, location, country, and every opportunity lead to it."""
    case = library().cases[name]
    assert case.types_of_place
    assert case.sectors
    assert case.countries
    assert unfound(case) == []


def test_a_case_that_is_not_found_is_seen() -> None:
    """Twin: a case that is not in the library is found by nothing."""
    stranger = changed(library().cases["timpson"], id="stranger")
    assert len(unfound(stranger)) > 5


@pytest.mark.parametrize(
    ("field", "word", "name"),
    [
        ("sector", "refugee", "migrateful"),
        ("sector", "various", "platform-cooperativism"),
        ("country", "the Netherlands", "buurtzorg"),
    ],
)
def test_words_that_the_source_spells_otherwise_find_it_too(field: str, word: str, name: str) -> None:
    """Aliases lead to the words of the library."""
    term = library().vocabularies[{"sector": "sectors", "country": "countries"}[field]].find(word)
    assert term is not None
    assert name in [case.id for case in filtered([Has(field, (term.name,), HERE)], library().cases.values())]
