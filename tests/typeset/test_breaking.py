"""Breaking text into lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casedeck.model.text import Rich, Span, plain, rich
from casedeck.typeset.breaking import beyond, evened, line_ends, lines, widest
from casedeck.typeset.words import Piece, Word, measure
from tests.support.decks import whole_library

FONTS = whole_library("index", "A4", "default").sheet.fonts
TINY = 1e-6

widths = st.floats(0.2, 6)
spaced = widths.map(lambda width: Word((Piece("word", "regular"),), width, 0.25))
words = st.lists(spaced, min_size=1, max_size=40).map(tuple)
parts = widths.map(lambda width: Word((Piece("part", "regular"),), width, 0.0, ""))
parted_words = st.tuples(spaced, st.lists(st.one_of(spaced, parts), max_size=40)).map(
    lambda pair: (pair[0], *pair[1])
)
limits = st.floats(2, 30)
plain_text = st.lists(st.text("abcdefgh,.-/", min_size=1, max_size=9), min_size=1, max_size=30).map(" ".join)
spans = st.builds(Span, plain_text, st.booleans(), st.sampled_from(["", "https://example.org/"]))
styled_text = st.lists(st.tuples(spans, st.sampled_from(["", " "])), min_size=1, max_size=5).map(
    lambda pairs: tuple(span._replace(text=span.text + gap) for span, gap in pairs)
)


def width_of(line: tuple[Word, ...]) -> float:
    """The width of words with spaces between them."""
    return sum(word.width for word in line) + sum(word.space for word in line[1:])


def broken(text: tuple[Word, ...], limit: float, *, balanced: bool) -> list[tuple[Word, ...]]:
    """The words of each line."""
    ends = evened(text, line_ends(text, limit), limit, balanced=balanced)
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def fewest_lines(text: tuple[Word, ...], limit: float) -> int:
    """How many lines text needs when each takes all the words that it can."""
    count, line = 1, text[:1]
    for word in text[1:]:
        fits = width_of((*line, word)) <= limit
        count, line = (count, (*line, word)) if fits else (count + 1, (word,))
    return count


@given(parted_words, limits, st.booleans())
def test_no_word_is_lost_or_moved(text: tuple[Word, ...], limit: float, balanced: bool) -> None:
    """The lines one after the other are the words in their order."""
    assert [id(word) for line in broken(text, limit, balanced=balanced) for word in line] == [
        id(word) for word in text
    ]


@given(styled_text, limits, st.booleans())
def test_lines_say_what_the_text_says(text: Rich, limit: float, balanced: bool) -> None:
    """The pieces of all lines, read out, are the words of the text whatever their styles."""
    measured = measure(text, FONTS)
    set_lines = lines(measured, evened(measured, line_ends(measured, limit), limit, balanced=balanced))
    shown = "".join(
        "".join(piece.text for piece in line.pieces) + ("" if line.parted else " ") for line in set_lines
    )
    assert shown.split() == plain(text).split()


@given(styled_text, limits)
def test_a_line_is_as_wide_as_its_pieces(text: Rich, limit: float) -> None:
    """The width of a line is that of its pieces as they will be drawn, but for spaces where two weights
    meet.
    """
    measured = measure(text, FONTS)
    for line in lines(measured, line_ends(measured, limit)):
        drawn = sum(FONTS.weight(piece.weight).width(piece.text) for piece in line.pieces)
        spaces = abs(FONTS.regular.width(" ") - FONTS.bold.width(" ")) * len(line.pieces)
        assert abs(line.width - drawn) <= spaces + TINY


@given(parted_words, limits, st.booleans())
def test_no_line_is_wider_than_its_limit(text: tuple[Word, ...], limit: float, balanced: bool) -> None:
    """Only a single word that is wider than the limit makes a line wider."""
    assert all(
        len(line) == 1 or width_of(line) <= limit + TINY for line in broken(text, limit, balanced=balanced)
    )


@given(parted_words, limits, st.booleans())
def test_text_takes_no_more_lines_than_it_needs(text: tuple[Word, ...], limit: float, balanced: bool) -> None:
    """Balanced lines and lines without a lone last word are as few as lines that take all they can."""
    assert len(broken(text, limit, balanced=balanced)) == fewest_lines(text, limit)


@given(words, limits, st.booleans())
def test_no_lone_last_word_that_could_have_company(
    text: tuple[Word, ...], limit: float, balanced: bool
) -> None:
    """A last line of one word is left only where the line before has two words or the two would not fit on
    one line.
    """
    made = broken(text, limit, balanced=balanced)
    if len(made) > 1 and len(made[-1]) == 1:
        assert len(made[-2]) <= 2 or width_of((made[-2][-1], made[-1][0])) > limit - TINY


def test_a_lone_last_word_gets_company() -> None:
    """Three words and one become two and two."""
    text = measure(rich("one two six ten"), FONTS)
    limit = width_of(text[:3]) + 0.01
    assert [len(line) for line in broken(text, limit, balanced=False)] == [2, 2]


@given(parted_words, limits)
def test_balanced_lines_are_no_more_uneven(text: tuple[Word, ...], limit: float) -> None:
    """The widest balanced line is no wider than the widest of lines that take all they can."""
    balanced = max(map(width_of, broken(text, limit, balanced=True)))
    usual = max(map(width_of, broken(text, limit, balanced=False)))
    assert balanced <= max(usual, limit) + TINY


def test_balancing_evens_out_a_heading() -> None:
    """Ten equal words on lines of nine become five and five."""
    text = tuple(Word((Piece("word", "black"),), 1.0, 0.25) for _ in range(10))
    assert [len(line) for line in broken(text, 11.1, balanced=True)] == [5, 5]


def test_the_widest_word_tells_how_narrow_a_column_can_be() -> None:
    """The width of the widest word, and 0 for no words."""
    text = measure(rich("a wonderful day"), FONTS)
    assert widest(text) == FONTS.regular.width("wonderful")
    assert widest(()) == 0


def test_no_words_take_no_lines() -> None:
    """Empty text has no lines."""
    assert line_ends((), 10) == []
    assert evened((), [], 10, balanced=True) == []


@given(parted_words, st.floats(0.1, 8))
def test_a_word_wider_than_its_line_is_noticed(text: tuple[Word, ...], limit: float) -> None:
    """By how much the widest word sticks out, without looking at each."""
    assert beyond(text, line_ends(text, limit), limit) == max(0.0, widest(text) - limit)
    assert beyond((), [], limit) == 0


def test_a_word_may_run_from_bold_into_regular() -> None:
    """A comma right after a bold figure stays on its line: "**50**," is one word."""
    measured = measure((Span("Over "), Span("50", bold=True), Span(", they say")), FONTS)
    assert ["".join(piece.text for piece in word.pieces) for word in measured] == [
        "Over",
        "50,",
        "they",
        "say",
    ]


def test_the_leading_words_are_bold() -> None:
    """The category before a sentence is set in bold and marked as leading."""
    first, second, *_ = measure(rich("Better."), FONTS, lead="Key learning:")
    assert [(word.pieces[0].weight, word.pieces[0].lead) for word in (first, second)] == [
        ("bold", True),
        ("bold", True),
    ]


def test_a_space_that_does_not_break_keeps_words_together() -> None:
    """A no-break space ties what stands on its sides, in plain text as in text with bold words."""
    for text in (rich("over 10\u00a0km"), (Span("over "), Span("10\u00a0km", bold=True))):
        assert len(measure(text, FONTS)) == 2
