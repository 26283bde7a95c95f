"""The case studies that ship: facts as in their sources, words as the cards need them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from casedeck.model.case_study import shortened
from casedeck.model.text import Paragraph, plain, rich
from casedeck.rules.advice import findings
from tests.support.decks import stems
from tests.support.library import incomplete, library, wrong_facts, wrong_figures
from tests.support.values import changed

FIGURES: Mapping[str, Mapping[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "figures.yaml").read_text("utf-8")
)
FACTS: Mapping[str, Mapping[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "facts.yaml").read_text("utf-8")
)
CASES = stems("assets/case-studies")


def test_every_case_study_has_its_figures_listed() -> None:
    """One entry for each file, and none without a file: 48 cases, 29 of them with a full card."""
    assert sorted(FIGURES) == CASES
    assert sorted(library().cases) == CASES
    assert len(CASES) == 48
    assert sum(case.full for case in library().cases.values()) == 29


@pytest.mark.parametrize("name", CASES)
def test_no_figure_is_changed_added_or_lost(name: str) -> None:
    """The figures of a case are those of its source, all of them and no other."""
    assert list(wrong_figures(library().cases[name], FIGURES[name])) == []


KNOWN = {("cancer-research", "L101")}
"""What the collection does not give: a type of place, sectors and location for Cancer Research, which stands
on a card only.
"""


def test_case_studies_are_without_findings() -> None:
    """`casedeck check` has nothing to say about what ships but what its sources leave open."""
    cases = list(library().cases.values())
    found = findings(cases, [], library().vocabularies)
    assert {(Path(finding.place.file).stem, finding.code) for finding in found} == KNOWN


def test_a_case_study_with_something_to_find_is_found() -> None:
    """Twin: a figure that is not bold and a source that is lost are found."""
    story = "They cooked over 26,000 meals." + " They ate well." * 20
    wrong = changed(library().cases["migrateful"], sources=(), overview=(Paragraph(rich(story)),))
    assert [finding.code for finding in findings([wrong], [], library().vocabularies)] == ["L103", "L106"]


@pytest.mark.parametrize("name", CASES)
def test_cards_are_complete(name: str) -> None:
    """Three benefits, three enablers, three keywords, a source; type of place, sector and location where the
    collection gives them.
    """
    assert list(incomplete(library().cases[name])) == []


def test_a_changed_added_or_lost_figure_is_found() -> None:
    """The check names what is not in the source and what is missing."""
    timpson = library().cases["timpson"]
    wrong = changed(timpson, strapline=rich("Over 2,001 shops"))
    assert list(wrong_figures(wrong, FIGURES["timpson"])) == ["2,001 is not in the source"]
    assert list(wrong_figures(timpson, [*FIGURES["timpson"], "12%"])) == ["12% is missing"]
    assert list(wrong_figures(shortened(timpson, "benefits 1", 1), FIGURES["timpson"])) == ["61% is missing"]


@pytest.mark.parametrize("name", CASES)
def test_facts_are_those_of_the_source(name: str) -> None:
    """What is kept and not printed has its figures from the source, names the row that they stand in, and is
    in no text of the card.
    """
    case = library().cases[name]
    assert list(wrong_facts(case, FACTS.get(name, ()))) == []
    assert not {plain(text) for _, text in case.fields()} & set(case.facts)
    assert bool(case.facts) == (name in FACTS)


def test_a_fact_that_was_changed_is_found() -> None:
    """Twin: another figure, and a fact without its row, are named."""
    leeds = library().cases["leeds-anchor-network"]
    wrong = changed(
        leeds,
        facts=(
            "From 10% it rose to 60% (collection, row 3).",
            "It is large (collection, row 4).",
            "It is small.",
        ),
    )
    assert list(wrong_facts(wrong, FACTS[leeds.id])) == [
        '"It is large (collection, row 4)." names none of its sources',
        '"It is small." names none of its sources',
        "60% is not in the source",
        "50% is missing",
    ]


def test_a_card_that_lacks_something_is_found() -> None:
    """Each lack is named."""
    case = library().cases["timpson"]
    assert list(incomplete(changed(case, benefits=case.benefits[:2]))) == [
        "benefits are not three different ones"
    ]
    assert list(incomplete(changed(case, enablers=(case.enablers[0],) * 3))) == [
        "enablers are not three different ones"
    ]
    assert list(incomplete(changed(case, sources=(" ",)))) == ["no source"]
    assert list(incomplete(changed(case, sectors=()))) == [
        "no type of place, sector or location, which the collection gives"
    ]
