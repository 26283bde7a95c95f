"""Characters that can be drawn."""

from __future__ import annotations

import pytest

from casedeck.model.illustration import CENTRE, Illustration
from casedeck.model.text import rich
from casedeck.rules.characters import characters_covered
from tests.support.decks import whole_library
from tests.support.samples import card_with, sample_item, sample_sheet
from tests.support.values import changed


def found(text: str) -> list[str]:
    """What the rule says of a card with this key learning."""
    return [
        str(problem)
        for problem in characters_covered(sample_item(), sample_sheet(), [card_with(learning=rich(text))])
    ]


def test_the_whole_library_can_be_drawn() -> None:
    """No shipped case study has a character that Lato lacks."""
    one = whole_library("index", "A4", "default")
    assert list(characters_covered(one.item, one.sheet, one.cards)) == []


@pytest.mark.parametrize("text", ["plain words", "Zoë’s café: “£5–10” … ½", "Łódź, Ñandú, Škoda"])
def test_letters_that_the_font_has_pass(text: str) -> None:
    """Latin letters with accents and the marks of English print."""
    assert found(text) == []


def test_a_character_that_no_font_has_is_named_with_its_field() -> None:
    """The message gives the character, its number and name, and the field; the place is the field's line."""
    (problem,) = found("We say 漢 here")
    place = card_with().case.place("key learning")
    assert problem.startswith(f"{place}: P102")
    assert all(word in problem for word in ("漢", "U+6F22", "key learning"))


def test_one_problem_names_all_characters_of_a_kind() -> None:
    """Each missing character is named once, however often it stands, and those of one kind are one
    problem.
    """
    (problem,) = found("漢漢字字漢")
    assert problem.count("漢") == problem.count("字") == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Thank you 🎉", 'no font of the theme has the picture sign "🎉" (U+1F389 party popper)'),
        (
            "We say 漢",
            (
                'has the character "漢" (U+6F22 cjk unified ideograph-6f22), in the key learning; write it '
                "in Latin letters, or use"
            ),
        ),
        (
            "Four stars ★",
            (
                'has the character "★" (U+2605 black star), in the key learning; replace it, or use a '
                "theme with a font"
            ),
        ),
        ("שלום", "casedeck cannot print Hebrew letters yet: "),
        ("नमस्ते", "casedeck cannot print Devanagari letters yet: "),
    ],
)
def test_the_way_out_fits_the_character(text: str, said: str) -> None:
    """A picture sign is left out, a script is written in Latin letters, another sign is replaced; it is one
    problem each.
    """
    (problem,) = found(text)
    assert said in problem


@pytest.mark.parametrize(
    "text", ["שלום", "مرحبا", "नमस्ते", "e\u0301\u0323"], ids=["hebrew", "arabic", "devanagari", "combining"]
)
def test_scripts_that_would_be_drawn_wrongly_are_refused(text: str) -> None:
    """Right-to-left and joining scripts are a problem, whether the font has them or not."""
    assert found(text)


def test_a_credit_is_judged() -> None:
    """Whom to thank for a picture is printed, so its characters are looked for; what it shows is not."""
    picture = Illustration("us.jpg", "\u05d0", CENTRE, "Photograph: A. Person")
    thanked = picture._replace(credit="Photograph: \u05d0")
    for each, said in ((picture, 0), (thanked, 1)):
        found = list(characters_covered(sample_item(), sample_sheet(), [card_with(picture=each)]))
        assert len(found) == said
        assert all("in the picture credit" in problem.message for problem in found)


def test_the_title_of_the_deck_is_judged() -> None:
    """It stands at the foot of every card."""
    sheet = changed(sample_sheet(), deck_title="漢")
    assert len(list(characters_covered(sample_item(), sheet, []))) == 1
