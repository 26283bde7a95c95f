"""What is kept from one call to the next has a limit, for a process that runs for days."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from casedeck.model.text import rich
from casedeck.typeset import words
from casedeck.typeset.words import measure
from tests.support.decks import whole_library
from tests.support.repository import ROOT

LIMITED = {"typeset/words.py keeps _known"}
"""What is kept by hand, and has a limit: a test below for each."""


def unlimited(text: str, name: str) -> Iterator[str]:
    """The caches of a source that may grow for ever: decorators without a limit, and empty collections of a
    module that are not meant to stay empty.
    """
    tree = ast.parse(text)
    for node in ast.walk(tree):
        for decorator in getattr(node, "decorator_list", ()):
            said = ast.unparse(decorator).removeprefix("functools.")
            if said == "cache" or (said.startswith("lru_cache(") and "None" in said):
                yield f"{name} caches {getattr(node, 'name', '')}"
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value:
            target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
            empty = ast.unparse(statement.value) in ("{}", "[]", "set()", "dict()", "list()")
            if empty and ast.unparse(target).islower():
                yield f"{name} keeps {ast.unparse(target)}"


def _sources() -> dict[str, Path]:
    package = ROOT / "src" / "casedeck"
    return {str(path.relative_to(package)): path for path in sorted(package.rglob("*.py"))}


def test_every_cache_has_a_limit() -> None:
    """No module keeps more and more, but for what a test below shows to stop."""
    found = {each for name, path in _sources().items() for each in unlimited(path.read_text("utf-8"), name)}
    assert found == LIMITED


def test_caches_without_a_limit_are_seen() -> None:
    """Twin: decorators without a limit and collections of a module are found; those with one are not."""
    text = (
        "@cache\ndef a(): ...\n@functools.lru_cache(maxsize=None)\ndef b(): ...\n@lru_cache\ndef c(): ...\n"
        "_kept: dict[str, str] = {}\nseen = set()\nNOTHING = {}\nknown = {'a': 1}\n"
        "@lru_cache(maxsize=4)\ndef d(): ...\n"
    )
    found = ["x caches a", "x caches b", "x keeps _kept", "x keeps seen"]
    assert list(unlimited(text, "x")) == found


def test_words_are_forgotten_when_they_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each font, words are kept up to a limit, and what is measured after that is the same."""
    fonts = whole_library("index", "A4", "default").sheet.fonts
    monkeypatch.setattr(words, "MOST_WORDS", 50)
    monkeypatch.setattr(words, "_known", {})
    first = measure(rich("one two"), fonts)
    for number in range(200):
        measure(rich(f"word{number}"), fonts)
    assert max(len(known) for known in words._known.values()) <= 51
    assert measure(rich("one two"), fonts) == first
