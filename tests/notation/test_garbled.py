"""Texts that a program read in the wrong code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.notation.garbled import LEADS, ungarbled
from casedeck.notation.meant import likely, put_right
from tests.support.library import library

SIGNS = "éèêëàâçñöüïîôúÉ£½’“–—…€"
"""What English texts have beyond ASCII."""


def garbled(text: str) -> str:
    """The text as it looks after a program took its bytes for Windows text."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


@given(
    st.text(st.sampled_from(SIGNS + "ab "))
    .map(lambda text: f"x{text}")
    .filter(lambda text: ungarbled(text) == text)
)
def test_what_was_garbled_is_put_right(text: str) -> None:
    """Once and twice garbled, whatever stands side by side."""
    assert ungarbled(garbled(text)) == text


@given(st.text(st.sampled_from([*SIGNS, *LEADS, *garbled(SIGNS), "a", "Ä"])))
def test_what_was_garbled_starts_with_a_lead(text: str) -> None:
    """A text in which nothing can be put right is known by its signs alone."""
    assert ungarbled(text) == put_right(text)
    rest = "".join(char for char in text if char not in LEADS)
    assert put_right(rest) == rest


@pytest.mark.parametrize("sign", SIGNS)
def test_twice_garbled(sign: str) -> None:
    """A text that went through the same program again."""
    assert ungarbled(garbled(garbled(f"x{sign}y"))) == f"x{sign}y"


@pytest.mark.parametrize("text", ["“slow” table", "â€œslowâ€\x9d table", "â€œslowâ€ table"])
def test_a_quote_that_lost_its_last_byte(text: str) -> None:
    """The byte has no sign in Windows, so it is often gone."""
    assert ungarbled(text) == "“slow” table"


@pytest.mark.parametrize(
    "text",
    ["château, âge, Ångström", "CAPITÃ” e NÃO", "“Å” and “Â”", "Zoë’s £5–10 … ½ café", "Łódź, Škoda", "漢字"],
)
def test_what_may_be_meant_stays(text: str) -> None:
    """Accents of French, Portuguese, Swedish and Polish, also beside quotes."""
    assert ungarbled(text) == text


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Caf√©", "Café"),
        ("don‚Äôt", "don’t"),
        ("‚Äúslow‚Äù", "“slow”"),
        ("¬£5", "£5"),
        ("2√π", "2√π"),
        ("≈£20", "≈£20"),
    ],
)
def test_garbled_on_a_mac(seen: str, meant: str) -> None:
    """The same where a Mac took the bytes for its own letters; what mathematicians write stays."""
    assert ungarbled(seen) == meant


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("CafŽ", "Café"),
        ("donÕt", "don’t"),
        ("ÒWeÓ", "“We”"),
        ("£ódŸ", "Łódź"),
        ("P³ock", "Płock"),
        ("¯ódŸ", "Żódź"),
        ("Itâ€™s", "It’s"),
    ],
)
def test_a_word_that_was_probably_garbled(seen: str, meant: str) -> None:
    """What is not certain enough to be put right is certain enough to be asked about."""
    assert likely(seen) == meant


@pytest.mark.parametrize(
    "word",
    ["MacÓg", "McÉwan", "Ñandú", "Òran", "Ståle", "CÔTE", "£5", "m³", "m²/h", "¿que", "Łódź", "Dvořák"],
)
def test_words_that_are_not_asked_about(word: str) -> None:
    """Capitals within names and at the start of words, units and money."""
    assert likely(word) == word


def test_no_case_that_ships_is_touched() -> None:
    """Their texts are as they were written."""
    from casedeck.model.text import plain

    texts = [plain(text) for case in library().cases.values() for _, text in case.fields()]
    assert [text for text in texts if ungarbled(text) != text] == []
