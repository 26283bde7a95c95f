"""The filters of the command line, the same as those of a deck file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from casedeck.choose.facets import FACETS, TEXT, values_of
from casedeck.choose.reading_speed import reading_minutes
from casedeck.cli import run
from casedeck.model.case_study import CaseStudy
from tests.support.library import VOCABULARY_OF, library
from tests.support.workshops import workshop

Capture = pytest.CaptureFixture[str]
HEALTH, SKILLS = ["--benefit", "health"], ["--benefit", "skills"]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A facilitator's folder, and casedeck running in it."""
    monkeypatch.chdir(workshop(tmp_path, {}))


def listed(capsys: Capture, *arguments: str) -> set[str]:
    """The ids of the cases that pass the filters."""
    assert run(["list", "--json", *arguments]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return {case["id"] for case in json.loads(captured.out)}


def having(facet: str, word: str) -> set[str]:
    """The cases that have a word under a facet, read from the library."""
    return {case.id for case in library().cases.values() if word in values_of(case, facet)}


def seconds(case: CaseStudy) -> float:
    """How long a case's card takes to read."""
    return reading_minutes(case.words) * 60


@pytest.mark.parametrize("facet", [facet for facet in FACETS if facet != TEXT])
def test_every_filter(facet: str, capsys: Capture) -> None:
    """Each filter lists exactly the cases that have its word, and its example finds some but not all."""
    kind = VOCABULARY_OF.get(facet)
    term = library().vocabularies[kind].find(FACETS[facet].example) if kind else None
    wanted = having(facet, term.name if term else FACETS[facet].example)
    assert 0 < len(wanted) < len(library().cases)
    assert listed(capsys, f"--{facet.replace(' ', '-')}", FACETS[facet].example.upper()) == wanted


def test_text(capsys: Capture) -> None:
    """Text is looked for in every word of a case."""
    found = listed(capsys, "--text", "PRISON")
    assert "timpson" in found
    assert len(found) < 10
    assert listed(capsys, "--text", "prison", "--text", "no such words") == found


def test_reading_time(capsys: Capture) -> None:
    """Cards are found by how long they take to read, in seconds or minutes."""
    cases = library().cases.values()
    assert listed(capsys, "--max-reading-time", "55s") == {case.id for case in cases if seconds(case) <= 55}
    assert listed(capsys, "--min-reading-time", "1 minute") == {
        case.id for case in cases if seconds(case) >= 60
    }
    both = listed(capsys, "--min-reading-time", "55 seconds", "--max-reading-time", "1.0 min")
    assert both == {case.id for case in cases if 55 <= seconds(case) <= 60}
    assert both


def test_full_cards_and_brief_ones(capsys: Capture) -> None:
    """Full cards and brief ones are told apart, and together they are the library."""
    full, brief = listed(capsys, "--full-card"), listed(capsys, "--brief")
    assert full == {case.id for case in library().cases.values() if case.full}
    assert brief == set(library().cases) - full


def test_all_and_none(capsys: Capture) -> None:
    """All of several words, and none of them, go together with any."""
    health, skills = listed(capsys, *HEALTH), listed(capsys, *SKILLS)
    assert health & skills
    assert listed(capsys, *HEALTH, *SKILLS) == health | skills
    assert listed(capsys, "--all", "benefit: health, skills") == health & skills
    assert listed(capsys, "--all", "benefit: health", "--all", "benefit: skills") == health & skills
    assert listed(capsys, "--none", "benefit: health, skills") == set(library().cases) - health - skills
    assert listed(capsys, *HEALTH, "--none", "benefit: skills") == health - skills


@pytest.mark.parametrize("spelt", ["Benefit", "BENEFIT ", " benefit"])
def test_a_filter_spelt_otherwise_takes_nothing_away(spelt: str, capsys: Capture) -> None:
    """However a filter is spelt, all that is said of it holds together."""
    health, skills = listed(capsys, *HEALTH), listed(capsys, *SKILLS)
    assert listed(capsys, *HEALTH, "--none", f"{spelt}: skills") == health - skills
    assert listed(capsys, "--all", "benefit: health", "--all", f"{spelt}: skills") == health & skills


@pytest.mark.parametrize("spelt", ["type of place", "type-of-place", "Type Of Place"])
def test_filters_of_several_words(spelt: str, capsys: Capture) -> None:
    """A filter of several words may be written with spaces or hyphens."""
    assert listed(capsys, "--none", f"{spelt}: charity") == set(library().cases) - having(
        "type of place", "Charity"
    )


@pytest.mark.parametrize(
    ("arguments", "messages"),
    [
        (["--enabler", "spce"], ['--enabler: unknown enabler "spce"; did you mean "Space"?']),
        (["--country", "Atlantis"], ['--country: unknown country "Atlantis"; use one of: UK']),
        (
            ["--max-reading-time", "60"],
            ['--max-reading-time: "60" is not a time with its unit; write it like 60 seconds or 1.5 minutes'],
        ),
        (["--text", ""], ["--text: the text is empty"]),
        (
            ["--all", "benefit"],
            ['--all: "benefit" is not a filter and its words; write it like "sector: retail, food"'],
        ),
        (["--none", "benefit:"], ["--none: the list has 0 items; 1 to 20 are needed"]),
        (["--none", "colour: red"], ['--none: unknown key "colour" in where']),
        (["--all", "benefit: helth"], ['--all: unknown benefit "helth"; did you mean "Health"?']),
        (["--benefit", "helth", "--sector", "retale"], ['did you mean "Health"?', 'did you mean "Retail"?']),
    ],
)
@pytest.mark.parametrize("command", ["list", "suggest"])
def test_what_is_wrong(command: str, arguments: list[str], messages: list[str], capsys: Capture) -> None:
    """A filter that cannot be understood ends with 2, and all that is wrong is said at once, each with its
    option and no code.
    """
    assert run([command, *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert all(message in captured.err for message in messages)
    assert not any(code in captured.err for code in ("V102", "V104", "V106", "V108", "V109"))
