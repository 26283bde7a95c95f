"""Text with a little structure."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from casedeck.model.text import (
    Listing,
    Paragraph,
    Rich,
    Span,
    filled,
    first_words,
    plain,
    rich,
    texts,
    word_count,
)
from tests.support.decks import ROOT

words = st.text("ab,.\u00a0", min_size=1, max_size=6)


@st.composite
def rich_texts(draw: st.DrawFn) -> Rich:
    """Words with one space between them, as files are read, cut into spans anywhere."""
    text = " ".join(draw(st.lists(words, max_size=20)))
    cuts = sorted(draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=5)))
    parts = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return tuple(Span(part, draw(st.booleans())) for part in parts if part)


def words_of(text: Rich) -> list[str]:
    """The words; a space that does not break is part of its word."""
    return [word for word in plain(text).split(" ") if word]


@given(rich_texts(), st.integers(0, 30))
def test_first_words_are_the_first_words(text: Rich, count: int) -> None:
    """The cut text holds as many words as were asked for, or all there are, and they begin the text."""
    assert words_of(first_words(text, count)) == words_of(text)[:count]


@given(rich_texts(), st.integers(0, 30))
def test_first_words_keep_their_style(text: Rich, count: int) -> None:
    """Each span of the cut text begins the span it came from, in its style."""
    cut = first_words(text, count)
    assert all(
        whole.text.startswith(part.text) and part.bold == whole.bold
        for part, whole in zip(cut, text, strict=False)
    )


@given(rich_texts())
def test_words_are_counted_as_lines_are_broken(text: Rich) -> None:
    """Styles do not part words: "**50**," is one."""
    assert word_count(text) == len(words_of(text))


def test_several_pieces_are_counted_together() -> None:
    """The count of pieces is the sum of their counts."""
    assert word_count(rich("one two"), rich("three"), ()) == 3


def test_blocks_give_their_texts_in_reading_order() -> None:
    """Paragraphs and the items of lists, one after the other."""
    blocks = (Paragraph(rich("a")), Listing((rich("b"), rich("c")), numbered=True), Paragraph(rich("d")))
    assert [plain(text) for text in texts(blocks)] == ["a", "b", "c", "d"]


def test_placeholders_are_filled_in() -> None:
    """A placeholder in any capitals takes its value; one without a value stays, and a value is not filled in
    again.
    """
    assert filled("{Cards} of {of}, {other}", cards=3, of="{cards}") == "3 of {cards}, {other}"
    assert filled(rich("{Cards} of {of}, {other}"), cards=3, of="{cards}") == rich("3 of {cards}, {other}")
    assert filled("{time of pairs}", **{"time of pairs": "9 minutes"}) == "9 minutes"


def test_rich_values_keep_their_spans() -> None:
    """A value with bold words keeps them; in bold words all of it is bold, and words stay one span."""
    value = (Span("How "), Span("now", bold=True))
    assert filled(rich("Ask: {prompt}?"), prompt=value) == (Span("Ask: "), *value, Span("?"))
    assert filled(rich("{prompt}", bold=True), prompt=value) == (Span("How ", bold=True), value[1])
    assert filled(rich("{people} people"), people=12) == (Span("12 people"),)


def other_ways(source: str) -> list[str]:
    """The calls in a source that fill placeholders without `filled`."""
    return re.findall(r"\.(?:format|format_map|safe_substitute)\(", source)


def test_placeholders_are_filled_in_one_place() -> None:
    """No module has a way of its own to fill placeholders; one that has is found."""
    paths = [
        path for path in (ROOT / "src").rglob("*.py") if path.name != "errors.py"
    ]  # {} has no name there
    sources = [path.read_text(encoding="utf-8") for path in paths]
    assert [found for source in sources for found in other_ways(source)] == []
    assert other_ways('words["page"].format(page=1)') == [".format("]
