"""The vocabulary files."""

from __future__ import annotations

import pytest
from hypothesis import given

from casedeck.errors import Report
from casedeck.library.vocabulary import load_vocabularies
from casedeck.model.vocabulary import KINDS, Vocabularies
from tests.support.nonsense import NONSENSE
from tests.support.reading import Overlay, lines

FILE = "assets/vocabulary/sectors.yaml"


def _load(text: str | None) -> tuple[Vocabularies, list[str]]:
    report = Report()
    return load_vocabularies(Overlay({FILE: text}), report), lines(report)


def test_terms() -> None:
    """A vocabulary of one's own has the terms of its file, in their order, with all that each says."""
    found, problems = _load(
        "b-b: {name: Bees, meaning: Honey., icon: bee, aliases: [hive, hives], enablers: space}\na: "
        "{name: Ants}"
    )
    assert problems == []
    bees, ants = found["sectors"]
    assert (bees.id, bees.name, bees.meaning, bees.icon, bees.aliases, bees.enablers) == (
        "b-b",
        "Bees",
        "Honey.",
        "bee",
        ("hive", "hives"),
        ("space",),
    )
    assert ants.name == "Ants"
    assert found["sectors"].find("HIVES") is bees


def test_all_six() -> None:
    """The six vocabularies that ship are read without a problem."""
    report = Report()
    found = load_vocabularies(Overlay({}), report)
    assert (tuple(found), lines(report)) == (KINDS, [])
    assert all(len(found[kind]) for kind in KINDS)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- a", ":1:1: V103 a vocabulary needs an id and its term on each line"),
        ("", ":1:1: V103 a vocabulary needs an id and its term on each line"),
        ("a: Ants", ":1:4: V103 a vocabulary term needs keys and values here"),
        ("a: {meaning: x}", ':1:4: V102 "name" is missing in a vocabulary term'),
        (f"a: {{name: {'x' * 41}}}", ":1:11: V104 the text has 41 characters; the limit is 40"),
        (
            "a: {name: x, alias: y}",
            ':1:14: V101 unknown key "alias" in a vocabulary term; did you mean "aliases"?',
        ),
        ("a: [", ":2:1: F104 casedeck cannot make this out"),
        (
            None,
            (
                ": F108 the vocabulary leads out of the folder, or to something that is not a file; put a "
                "copy of the file itself there"
            ),
        ),
    ],
)
def test_refused(text: str | None, problem: str) -> None:
    """A vocabulary with a slip is refused at its place, and the others are read all the same."""
    found, (line,) = _load(text if text != "a: [" else "a: [\n]]")
    assert line.startswith(FILE + problem.replace(":2:1:", ":2:2:"))
    assert [term.name for term in found["sectors"]] == (["x"] if "V101" in line else [])
    assert len(found["benefits"]) == 8


@given(NONSENSE)
def test_nonsense(text: str) -> None:
    """Anything shaped like YAML is a vocabulary, perhaps with problems."""
    found, _ = _load(text)
    assert all(term.name for term in found["sectors"])
