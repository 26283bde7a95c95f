"""JSON Schemas of choices: editors accept each form of a choice and mark slips in it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.support.reading import schema_of


@cache
def _validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schema_of(kind))


def marked(item: str, *, order: str = "spread", prints: str = "cards") -> bool:
    """Whether an editor marks a deck with this choice."""
    text = f"title: x\ncards:\n  - {item}\norder: {order}\nprint:\n  - {prints}:\n"
    values: Any = json.loads(json.dumps(yaml.safe_load(text), default=str))
    return bool(list(_validator("deck").iter_errors(values)))


@pytest.mark.parametrize(
    "item",
    [
        "Timpson",
        "where: {benefit: health}",
        "where: {benefit: {any: health, none: [skills, economic]}}",
        "where: {sector: {all: [families, education]}, country: Scotland}",
        "where: {country: great britain}",
        "where: {text: [peer support, prison]}",
        "where: {reading time: {at least: 30s, at most: 1.5 minutes}}",
        "where: {full card: yes}",
        'where: {full card: "no"}',
        "{where: {benefit: health}, at least: 2, at most: 5, pick: at random, seed: 7}",
        "cool spots: storytelling",
        "cool spots: [storytelling, Rules and accountabilities, stories]",
        "cool spots: {scores: {planning: 3, training: [1, 5]}, coolest: 2}",
        "{cool spots: {file: heatmap.csv}, at most: 8, where: {full card: yes}}",
        "cover: benefits",
        "cover: [benefits, enablers, opportunities]",
        "cover: {benefits: [health, skills], enablers: space}",
        "{fill to: 12, pick: most different, where: {country: UK}}",
    ],
)
def test_every_form_is_accepted(item: str) -> None:
    """An editor marks nothing in a choice that casedeck reads."""
    assert not marked(item)


@pytest.mark.parametrize(
    "item",
    [
        "Timson",
        "where: {benefit: helth}",
        "where: {benefit: {}}",
        "where: {benefit: {some: health}}",
        "where: {benefit: {all: helth}}",
        "where: {country: Atlantis}",
        "where: {text: ''}",
        "where: {reading time: {at most: 60}}",
        "where: {reading time: {at most: 1 week}}",
        "where: {reading time: 60 seconds}",
        "where: {full card: maybe}",
        "{where: {benefit: health}, pick: best}",
        "{where: {benefit: health}, at least: -1}",
        "{where: {benefit: health}, seed: lucky}",
        "cool spots: storyteling",
        "cool spots: []",
        "cool spots: {scores: {planning: 6}}",
        "cool spots: {scores: {planing: 3}}",
        "cool spots: {file: heatmap.csv, coolest: 11}",
        "cover: sectors",
        "cover: {benefits: helth}",
        "fill to: 0",
        "fill to: many",
        "filled to: 3",
    ],
)
def test_slips_are_marked(item: str) -> None:
    """An editor marks a slip in a choice while it is typed."""
    assert marked(item)


@pytest.mark.parametrize(("order", "wrong"), [("as listed", False), ("Sector", False), ("random", True)])
def test_orders(order: str, wrong: bool) -> None:
    """Orders are accepted, and nothing else."""
    assert marked("cook", order=order) is wrong


@pytest.mark.parametrize(
    ("prints", "wrong"), [("why these cards", False), ("heatmap sheet", False), ("why those cards", True)]
)
def test_prints(prints: str, wrong: bool) -> None:
    """The new print items are accepted without keys, and nothing else."""
    assert marked("cook", prints=prints) is wrong


FULL = {
    "title",
    "strapline",
    "overview",
    "relationship spotlight",
    "keywords",
    "benefits",
    "enablers",
    "key learning",
}
BRIEF = {"title", "overview", "relationship spotlight", "opportunities"}


@pytest.mark.parametrize(
    ("keys", "wrong"),
    [
        (FULL, False),
        (FULL | {"opportunities"}, False),
        (BRIEF, False),
        (BRIEF | {"strapline"}, False),
        (BRIEF | {"keywords"}, False),
        (BRIEF | {"benefits"}, True),
        (BRIEF | {"key learning"}, True),
        (BRIEF - {"opportunities"}, True),
        (BRIEF - {"overview"}, True),
        (FULL - {"strapline"}, True),
    ],
)
def test_full_and_brief_cases(keys: set[str], wrong: bool) -> None:
    """A case study has all that a full card needs, or opportunities and nothing of what is on full cards
    only.
    """
    lists: dict[str, Any] = {
        "keywords": ["a", "b", "c"],
        "benefits": [{"health": "x"}, {"skills": "x"}, {"economic": "x"}],
        "enablers": [{"space": "x"}, {"norms": "x"}, {"training": "x"}],
        "opportunities": [{"planning": "x"}],
    }
    assert (
        bool(list(_validator("case-study").iter_errors({key: lists.get(key, "x") for key in keys}))) is wrong
    )


@pytest.mark.parametrize(
    "cards", ["all", "All", ["ALL", {"not": ["timpson"]}], [{"where": {"sector": "food"}, "not": "COOK"}]]
)
def test_all_and_not_however_they_are_written(cards: object) -> None:
    """Editors accept the word all with and without capitals, alone or as a line, and what is not to be
    chosen.
    """
    deck = {"title": "x", "cards": cards, "numbers": "Keep", "print": [{"cards": {}}]}
    assert list(Draft202012Validator(schema_of("deck")).iter_errors(deck)) == []
