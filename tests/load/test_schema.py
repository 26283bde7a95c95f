"""JSON Schemas: editors accept what casedeck accepts, and mark what it would refuse."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.support.reading import schema_of
from tests.support.repository import ROOT, stems

FOLDERS = {"deck": "decks", "case-study": "assets/case-studies", "theme": "assets/themes"}
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
    assert [error.message for error in _validator(kind).iter_errors(_values((ROOT / file).read_text("utf-8")))] == []


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
        ("theme", "assets/themes/default.yaml", "smallest body: 12pt", "smallest body: 12", ["smallest body"]),
        ("theme", "assets/themes/default.yaml", "fill: ink", "fill: red", ["parts", "lit tab", "fill"]),
    ],
)
def test_broken_files_are_marked(kind: str, file: str, right: str, wrong: str, path: list[str | int]) -> None:
    """An editor marks a slip at its place while it is typed."""
    text = (ROOT / file).read_text("utf-8")
    assert right in text
    places = [list(error.absolute_path) for error in _validator(kind).iter_errors(_values(text.replace(right, wrong, 1)))]
    assert places
    assert all(place[: len(path)] == path for place in places)


def test_every_key_says_what_it_is_for() -> None:
    """While a user types, the editor can say what each key of a deck is for."""
    properties = schema_of("deck")["properties"]
    assert all(each["description"].endswith(".") for each in properties.values())
