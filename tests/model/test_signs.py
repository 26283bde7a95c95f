"""Signs that nobody sees."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.model.signs import UNSEEN, bare, tidied, typed
from tests.support.signs import HINTS, without_unseen

VISIBLE_FORMAT = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Format characters that are drawn: Arabic, Syriac and Kaithi number signs."""
ALL = [chr(code) for code in range(sys.maxunicode + 1)]


def test_every_sign_that_unicode_calls_a_format_is_on_the_list() -> None:
    """What only says how to lay out other text leaves no mark; hieroglyphs, which no font here has, are not
    looked at.
    """
    formats = [
        char
        for char in ALL
        if unicodedata.category(char) == "Cf"
        and char not in VISIBLE_FORMAT
        and not "\U00013430" <= char <= "\U0001343f"
    ]
    assert [hex(ord(char)) for char in formats if bare(tidied(f"a{char}b")) != "ab"] == []


def test_every_odd_space_is_a_space() -> None:
    """In files as at the command line; one that does not break stays so in a file."""
    spaces = [char for char in ALL if unicodedata.category(char) in ("Zs", "Zl", "Zp")]
    assert {tidied(f"a{char}b") for char in spaces} == {"a b", "a\u00a0b"}
    assert {typed(f"a{char}b") for char in spaces} == {"a b"}


@pytest.mark.parametrize(
    "char", ["\ufe0f", "\U000e0101", "\u034f", "\u115f", "\u3164", "\uffa0", "\u180b", "\ufffc", "\ufff9"]
)
def test_signs_of_other_kinds_go_too(char: str) -> None:
    """Variation selectors, joiners of marks, fillers of Korean, and the place where a picture was."""
    assert tidied(f"co{char}op") == "coop"
    assert typed(f"co{char}op") == without_unseen(f"co{char}op") == "coop"


@pytest.mark.parametrize("text", ["plain", "Zoë’s “café” – 5\u00a0km", "a-b — c/d", "漢字", "e\u0301"])
def test_what_can_be_seen_stays(text: str) -> None:
    """Letters, accents, dashes, and spaces that keep a number and its unit together."""
    assert tidied(text) == bare(text) == without_unseen(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("neigh\u00adbour", "neighbour"),
        ("a\u200bb", "ab"),
        ("24\u20607", "247"),
        ("well\u2011being", "well-being"),
    ],
)
def test_hints_stay_in_a_text_and_not_in_its_words(text: str, kept: str) -> None:
    """A soft hyphen, a zero-width space, a word joiner and a no-break hyphen say where lines break."""
    assert tidied(text) == text
    assert bare(text) == typed(text) == kept


@pytest.mark.parametrize("text", ["\u200b- an item", "an end\u00ad", "one \u2060two", "\u00ad"])
def test_hints_outside_words_go(text: str) -> None:
    """Beside a space or at an end they say nothing, and would hide the hyphen of a list."""
    assert not set(HINTS) & set(tidied(text))


@given(
    st.text(
        st.one_of(st.sampled_from(f"a- \n{HINTS}\ufeff\u200d\u2003\u2028\u00a0"), st.characters()),
        max_size=20,
    )
)
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    """Neither does taking the words out of them twice."""
    assert tidied(tidied(text)) == tidied(text)
    assert typed(typed(text)) == typed(text)
    assert not set(bare(tidied(text))) & set(HINTS)


def test_the_class_of_unseen_signs_is_one() -> None:
    """It stands inside brackets in other expressions."""
    import re

    assert re.fullmatch(f"[{UNSEEN}]+", "\u00ad\u200b\u2060\ufeff\u200e\U000e0041\ufe0f")
    assert not re.search(f"[{UNSEEN}]", "a-é \u00a0\u2011\n")
