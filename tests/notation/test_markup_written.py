"""Formatted text to markup and back."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, example, given
from hypothesis import strategies as st

from casedeck.model.text import Span
from casedeck.notation.markup import Prose, Sentence, marked, marked_blocks
from tests.support.library import library
from tests.support.reading import read

PIECES = [
    "**",
    "[a b](https://example.org)",
    "word",
    " ",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "12) ",
    "•\t",
    ".",
    "'",
    "*",
    "[x]",
    "(y)",
    "“",
]


def parsed(field: Any, text: str) -> Any:
    """The value of a text, or None where it has problems."""
    import json

    value, problems = read(field, json.dumps(text))
    return None if problems else value


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("a****b")
@example("****- x")
@example("- ****")
@example("**** x")
@example("**[a b](https://example.org) c****d**")
def test_markup_is_written_as_it_is_read(text: str) -> None:
    """Sentences and stories of any markup read back as the same spans and blocks."""
    sentence, story = parsed(Sentence(), text), parsed(Prose(), text)
    assume(sentence or story)
    if sentence:
        assert parsed(Sentence(), marked(sentence)) == sentence
    if story:
        assert parsed(Prose(), marked_blocks(story)) == story


def test_marks_are_written() -> None:
    """Bold words stand between stars and links between brackets."""
    spans = (Span("a "), Span("b", bold=True), Span(" c", bold=True, link="https://example.org"), Span(" d"))
    assert marked(spans) == "a **b[ c](https://example.org)** d"


def test_shipped_stories_are_written_in_markup() -> None:
    """Lists and paragraphs of the cases that ship read as they are written in their files."""
    story = marked_blocks(library().cases["frome-model"].overview)
    assert "\n\nIt works by:\n\n1. Mapping local" in story
