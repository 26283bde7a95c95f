"""Mending: what goes, what stays, and texts of casedeck's own that come through letter by letter."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casedeck.errors import Place, Report
from casedeck.model.signs import tidied
from casedeck.notation.markup import inline
from casedeck.tables.mending import (
    GARBLED,
    HIDDEN,
    JOINED,
    MARKS,
    SIGNS,
    SPACES,
    TAGS,
    disarmed,
    escaped,
    listed,
    mend,
    mend_marks,
    parted,
)


@pytest.mark.parametrize(
    ("text", "mended", "done"),
    [
        ("  plain ", "plain", ()),
        ("<u>Blue</u> <U>Door</U>", "Blue Door", (TAGS,)),
        ("one<br>two", "one two", (TAGS, SPACES)),
        ("a < b and c > d, <Ann>", "a < b and c > d, <Ann>", ()),
        ("fish &amp; chips &pound;3 &#233; &#x2019;", "fish & chips £3 é ’", (SIGNS,)),
        ("AT&T &nonsense; R&D", "AT&T &nonsense; R&D", ()),
        ("two  spaces\r\nand a line", "two spaces and a line", (SPACES,)),
        ("soft\xadly \u200bput\x07", "softly put", (HIDDEN,)),
        ("Co\u200dop \u2764\ufe0f caf\u200cé", "Coop \u2764 café", (HIDDEN,)),
        ("Itâ€™s a CafÃ©", "It’s a Café", (GARBLED,)),
        ("em\u2003space, well\u2010being", "em space, well-being", ()),
        ("neigh-\nbours meet", "neighbours meet", (f"{JOINED}: neighbours",)),
        ("acknowledgeme nt", "acknowledgeme nt", ()),
        ("- ", "", ()),
        ("n/a", "", ()),
        ("'=sum", "=sum", ()),
        ("'tis", "'tis", ()),
    ],
)
def test_one_line(text: str, mended: str, done: tuple[str, ...]) -> None:
    """What spreadsheets leave in a text goes, with a word on each kind; anything else stays as it is."""
    assert mend(text) == (mended, done)


def test_lines_stay_in_stories() -> None:
    """In a text of several lines paragraphs and lists stay, and HTML breaks become lines."""
    assert mend("One.\n\n\n\n- a  b\n- c<br>d<p>e</p>", lines=True).text == "One.\n\n- a b\n- c\nde"
    assert mend("<ul><li>one</li><li>two</li></ul>", lines=True).text == "- one\n\n- two"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("**bold** words", "**bold** words"),
        ("**bold words", "bold words"),
        ("a **b** c ** d", "a b c  d"),
        ("[words](https://example.org) **x**", "[words](https://example.org) **x**"),
        ("[words](example.org)", "words (example.org)"),
        ("[the **words**](https://example.org)", "[the words](https://example.org)"),
        ("half](https://example.org", "half] (https://example.org"),
        ("**one\n\n**two** three", "one\n\n**two** three"),
        ("- **one\n- **two**", "- one\n- **two**"),
    ],
)
def test_marks(text: str, mended: str) -> None:
    """Marks that pair up stay; those that do not are taken out of their own paragraph or item, and said."""
    assert mend_marks(text) == (mended, (MARKS,) if mended != text else ())


@given(st.text(st.sampled_from("a*[]()\n- .:/") | st.characters(exclude_categories=["Cs", "Cc"])))
@example("[a](b)(c)](d)")
@example("[x](y)** [z](https://a.b)**")
def test_marks_are_always_read(text: str) -> None:
    """Whatever marks a text of one piece had, what is left of them is read without a problem."""
    report = Report()
    inline(mend_marks(text.replace("\n", " ")).text, Place("x"), report)
    assert report.problems == []


NEVER = "\ufffe\uffff"
OWN = (
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=NEVER), min_size=1)
    .map(tidied)
    .filter(str.strip)
)


@given(OWN)
@example("&amp; <u>x</u> '=1 =1  two &#x20;")
@example("a\xadb\u2060c")
@example("-")
@example("N/A")
@example("''=1")
def test_own_texts_come_back(text: str) -> None:
    """A text that a case study can hold, escaped and made harmless, is the same letters after mending."""
    text = unicodedata.normalize("NFC", text).strip()
    assert mend(escaped(text)).text == text
    assert mend(disarmed(escaped(text))).text == text


@given(
    st.lists(OWN.map(lambda text: unicodedata.normalize("NFC", text).strip()).filter(bool), min_size=2),
    st.booleans(),
)
@example(["a;", "b"], False)
@example(["-", "n/a", "'-"], True)
def test_lists_are_parted_as_they_were_joined(texts: list[str], lines: bool) -> None:
    """Texts joined into one cell, on lines or with commas, are parted into as many, each the same letters
    after mending.
    """
    cell = listed(texts, lines=lines)
    assert [
        mend(part).text for part in parted(disarmed(cell), "\n" if lines or "\n" in cell else ",;")
    ] == texts


def test_signs_part_nothing() -> None:
    """The semicolon of an HTML sign is no separator; one behind anything else is."""
    assert parted("R&amp;D; rock&roll; &#x41;;b, c\r\nd", ",;\n") == [
        "R&amp;D",
        "rock&roll",
        "&#x41;",
        "b",
        "c",
        "d",
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "'=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    """A text that a spreadsheet would take for a formula starts with an apostrophe; any other stays as
    it is.
    """
    assert disarmed(escaped(text)).startswith("'")
    assert disarmed(escaped("plain = text")) == "plain = text"
