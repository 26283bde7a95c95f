"""The controlled words that ship, their icons, and how opportunities and enablers go together."""

from __future__ import annotations

import pytest

from casedeck.choose.facets import values_of
from casedeck.model.vocabulary import KINDS, Term, Vocabulary
from tests.support.decks import ROOT
from tests.support.library import clashes, crosswalk, icon_faults, library

NAMES = {
    "benefits": "Behaviour, Belonging, Economic, Health, Performance, Resilience, Skills, Wellbeing",
    "enablers": (
        "Activities, Co-design, Incentives, Measurement, Narratives, Norms, Regulations, Space, Training"
    ),
    "opportunities": (
        "Planning, Training, Rules and accountabilities, Incentives, Honesty and openness, Impact "
        "measurement, Storytelling, "
        "Activities, Physical space, Digital technology"
    ),
    "barriers": "Funding, Time, Space, Scepticism, Skills, Culture",
}
ICONS = sorted(path.stem for path in (ROOT / "assets" / "icons").glob("*"))


def used_icons() -> list[str]:
    """The icons that terms name."""
    return [term.icon for kind in KINDS for term in library().vocabularies[kind] if term.icon]


@pytest.mark.parametrize(("kind", "names"), NAMES.items())
def test_the_vocabularies_are_complete_and_in_order(kind: str, names: str) -> None:
    """Eight benefits, nine enablers in alphabetical order, ten opportunities, six barriers."""
    assert library().vocabularies[kind].names() == names.split(", ")


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_means_two_terms(kind: str) -> None:
    """Ids, names and aliases lead to one term each."""
    assert list(clashes(library().vocabularies[kind])) == []


@pytest.mark.parametrize("kind", ["benefits", "enablers", "opportunities"])
def test_every_term_has_an_icon_of_its_own(kind: str) -> None:
    """Its name says what it is for; an opportunity with the word of an enabler has the drawing of that."""
    vocabulary = library().vocabularies[kind]
    one = {"benefits": "benefit", "enablers": "enabler", "opportunities": "opportunity"}[kind]
    for term in vocabulary:
        same = [f"enabler-{each}" for each in term.enablers if each in term.id]
        assert term.icon == (same[0] if same else f"{one}-{term.id}")
    assert len({term.icon for term in vocabulary}) == len(vocabulary)


@pytest.mark.parametrize("kind", NAMES)
def test_every_term_says_what_it_means_in_one_line(kind: str) -> None:
    """A sentence with a full stop, short enough for a line."""
    for term in library().vocabularies[kind]:
        assert term.meaning.endswith(".")
        assert 3 <= len(term.meaning.split()) <= 14


def test_icons_are_all_there_and_all_used() -> None:
    """22 icons: one for each benefit and enabler, and for each opportunity that is not the word of one."""
    assert list(icon_faults(ICONS, used_icons())) == []
    assert len(ICONS) == len(set(used_icons())) == 22


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_can_be_drawn(name: str) -> None:
    """A drawing on the grid of 24, with one stroke weight, all of it inside."""
    drawing = library().icon(name)
    assert drawing is not None
    assert (drawing.width, drawing.height, drawing.stroke) == (24, 24, 2)
    numbers = [float(word) for word in drawing.path.split() if word not in "mlch"]
    assert numbers
    assert all(0 <= number <= 24 for number in numbers)


def test_opportunities_and_enablers_go_together_as_the_framework_says() -> None:
    """Seven are the same idea, two partly; planning has no enabler and co-design no opportunity."""
    found = crosswalk(library().vocabularies["opportunities"])
    assert found == {
        "planning": ((), ()),
        "training": (("training",), ()),
        "rules-and-accountabilities": (("regulations",), ()),
        "incentives": (("incentives",), ()),
        "honesty-and-openness": ((), ("norms",)),
        "impact-measurement": (("measurement",), ()),
        "storytelling": (("narratives",), ()),
        "activities": (("activities",), ()),
        "physical-space": (("space",), ()),
        "digital-technology": ((), ("space",)),
    }
    met = {enabler for same, partly in found.values() for enabler in (*same, *partly)}
    assert {term.id for term in library().vocabularies["enablers"]} - met == {"co-design"}


@pytest.mark.parametrize(
    ("kind", "word", "term"),
    [
        ("enablers", "Narrative", "narratives"),
        ("enablers", "Rules", "regulations"),
        ("enablers", "Regulation", "regulations"),
        ("enablers", "Co-creation", "co-design"),
    ],
)
def test_words_that_drift_in_the_sources_lead_to_one_term(kind: str, word: str, term: str) -> None:
    """The spellings that the sources use are aliases."""
    found = library().vocabularies[kind].find(word)
    assert found is not None
    assert found.id == term


def test_a_word_with_two_meanings_is_found() -> None:
    """An alias that is another term's name, in other letters, is a clash; the same word twice in one term is
    none.
    """
    clashing = Vocabulary(
        "enablers", (Term("norms", "Norms", aliases=("Habits",)), Term("habit", "habits", aliases=("Habit",)))
    )
    assert list(clashes(clashing)) == ["habits means norms and habit"]


def test_icons_that_are_missing_or_not_used_are_found() -> None:
    """Each is named."""
    assert list(icon_faults(["one", "two"], ["two", "three"])) == ["three is missing", "one is not used"]


def test_various_is_a_place_to_look_for() -> None:
    """Where nobody knows more than that a case is in various places, it says so, and is found by it as a
    location and as a country.
    """
    case = library().cases["enrol-yourself"]
    assert (case.location, [term.id for term in case.countries]) == ("Various", ["various"])
    assert sorted(values_of(case, "location")) == ["Various", "Various"]
    assert [term.id for term in library().cases["couchsurfing"].countries] == ["international"]
