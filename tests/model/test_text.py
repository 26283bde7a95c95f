"""Text with a little structure."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casedeck.model.text import Listing, Paragraph, Rich, Span, first_words, plain, rich, texts, word_count

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
