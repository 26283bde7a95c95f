"""JSON Schemas: editors accept what casedeck accepts, and mark what it would refuse."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.support.reading import schema_of
from tests.support.repository import ROOT, stems

FOLDERS = {
    "deck": "decks",
    "case-study": "assets/case-studies",
    "theme": "assets/themes",
    "activity": "assets/activities",
    "worksheet": "assets/sheets",
}
SHIPPED = [(kind, f"{folder}/{name}.yaml") for kind, folder in FOLDERS.items() for name in stems(folder)]


@cache
def _validator(kind: str) -> Draft202012Validator:
    schema = schema_of(kind)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _values(text: str) -> Any:
    """YAML as an editor's schema check sees it: dates are text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


@pytest.mark.parametrize(("kind", "file"), SHIPPED)
def test_shipped_files_are_valid(kind: str, file: str) -> None:
    """An editor finds nothing to complain about in any file that ships."""
    assert [
        error.message for error in _validator(kind).iter_errors(_values((ROOT / file).read_text("utf-8")))
    ] == []


@pytest.mark.parametrize(
    ("kind", "file", "right", "wrong", "path"),
    [
        ("deck", "decks/health-team.yaml", "title:", "titel:", []),
        ("deck", "decks/health-team.yaml", "title: Relationships and health\n", "", []),
        ("deck", "decks/health-team.yaml", "people: 24", "people: 0", ["session", "people"]),
        ("deck", "decks/health-team.yaml", "people: 24", "people: many", ["session", "people"]),
        ("deck", "decks/health-team.yaml", '"13:30"', '"half past one"', ["session", "starts"]),
        ("deck", "decks/health-team.yaml", "- Timpson", "- Timson", ["cards"]),
        ("deck", "decks/health-team.yaml", "[health, wellbeing]", "[helth]", ["cards"]),
        ("deck", "decks/health-team.yaml", "at most: 5", "at most: 5001", ["cards"]),
        ("deck", "decks/health-team.yaml", "paper: A3", "paper: A9", ["print", 1, "wall cards", "paper"]),
        ("deck", "decks/health-team.yaml", "wall cards:", "posters:", ["print", 1]),
        ("case-study", "assets/case-studies/timpson.yaml", "title: ", "name: ", []),
        ("case-study", "assets/case-studies/timpson.yaml", "title: ", f"title: {'x' * 81}", ["title"]),
        (
            "theme",
            "assets/themes/default.yaml",
            "smallest body: 12pt",
            "smallest body: 12",
            ["smallest body"],
        ),
        ("theme", "assets/themes/default.yaml", "fill: ink", "fill: red", ["parts", "lit tab", "fill"]),
    ],
)
def test_broken_files_are_marked(kind: str, file: str, right: str, wrong: str, path: list[str | int]) -> None:
    """An editor marks a slip at its place while it is typed."""
    text = (ROOT / file).read_text("utf-8")
    assert right in text
    places = [
        list(error.absolute_path)
        for error in _validator(kind).iter_errors(_values(text.replace(right, wrong, 1)))
    ]
    assert places
    assert all(place[: len(path)] == path for place in places)


SPELLINGS = {
    "At-Most": lambda word: word.title().replace(" ", "-"),
    "atmost": lambda word: word.replace(" ", "").replace("-", ""),
    "AT MOST": str.upper,
}


def respelt(values: Any, spell: Callable[[str], str]) -> Any:
    """The same values with all keys in another spelling."""
    if isinstance(values, dict):
        return {spell(word): respelt(value, spell) for word, value in values.items()}
    return [respelt(value, spell) for value in values] if isinstance(values, list) else values


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize(("kind", "file"), SHIPPED)
def test_keys_may_be_written_otherwise(kind: str, file: str, spelling: str) -> None:
    """With capitals, hyphens or without spaces, an editor finds no more to complain about than
    casedeck does.
    """
    values = _values((ROOT / file).read_text("utf-8"))
    assert [
        error.message for error in _validator(kind).iter_errors(respelt(values, SPELLINGS[spelling]))
    ] == []


def test_values_of_keys_that_are_written_otherwise_are_checked() -> None:
    """Twin: a slip is marked at its place below keys in any spelling, and no key is taken that is none."""
    deck = {
        "Title": "x",
        "Cards": [{"Where": {"benefit": "health"}, "At-Most": "some"}],
        "PRINT": [{"Wall-Cards": {"Paper": "A9"}}],
    }
    places = [list(error.absolute_path) for error in _validator("deck").iter_errors(deck)]
    assert places == [["Cards"], ["PRINT", 0, "Wall-Cards", "Paper"]]
    assert [
        "'Ca-rd' is not" in error.message for error in _validator("deck").iter_errors({**deck, "Ca-rd": 1})
    ].count(True) == 1


def test_every_key_says_what_it_is_for() -> None:
    """While a user types, the editor can say what each key of a deck is for."""
    properties = schema_of("deck")["properties"]
    assert all(each["description"].endswith(".") for each in properties.values())
