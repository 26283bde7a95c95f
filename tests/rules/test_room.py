"""Text that does not fit."""

from __future__ import annotations

import pytest

from casedeck.compose.fit import Fit
from casedeck.model.card_size import CardSize
from casedeck.model.geometry import Size
from casedeck.rules import FIT_RULES, ITEM_RULES, LOOK_ADVICE, LOOK_RULES, PAGE_ADVICE, PAGE_RULES, SIDE_RULES
from casedeck.rules.room import text_fits
from tests.support.reasons import in_words
from tests.support.samples import card_with, sample, sample_item
from tests.support.values import changed

CARD = card_with()


def found(fit: Fit, size: CardSize | None = None) -> list[str]:
    """What the rule says of a fit, of cards of a size of their own or as large as their paper."""
    fitted = changed(sample().fitted, fits=(fit,), smallest_pt=12.0)
    return [str(problem) for problem in text_fits(sample_item()._replace(size=size), fitted)]


def test_a_card_that_fits_is_fine() -> None:
    """At the very smallest size too."""
    assert found(Fit(CARD, 12)) == []


@pytest.mark.parametrize(("over", "said"), [(1, "1 word too long"), (7, "7 words too long")])
def test_a_card_that_does_not_fit_is_named_with_field_and_words(over: int, said: str) -> None:
    """Title, field, words over, face, paper, smallest size and how much it is over, at the field's place."""
    (problem,) = found(Fit(CARD, None, 3.21, "overview", "overview", over))
    assert problem.startswith(f"{CARD.case.place('overview')}: P101 ")
    assert all(
        word in problem for word in (CARD.case.title, "overview", said, "index", "A4", "12pt", "3.2mm")
    )


def test_a_card_that_is_far_too_long_is_not_blamed_on_one_field() -> None:
    """Where a field would lose more than half of its words, the card as a whole is said to be too long."""
    (problem,) = found(Fit(CARD, None, 31, "overview", "overview", 60))
    assert problem.startswith(f"{CARD.case.place('')}: P101 ")
    assert all(word in problem for word in (CARD.case.title, "31mm", "shorten its texts"))


def test_a_card_that_is_too_small_is_told_with_the_size_that_would_do() -> None:
    """The size of the cards as the deck has it, and the way out in the words of a deck file."""
    fit = Fit(CARD, None, 9, "back", "overview", 7, size=Size(150, 88))
    (problem,) = found(fit, CardSize("70x120mm", Size(70, 120)))
    assert "on the index face, 70x120mm, at 12pt" in problem
    assert "say size: 150x88mm, the smallest of its shape that will do" in problem


def test_a_benefit_is_named_as_people_count() -> None:
    """The second benefit, at its own line."""
    (problem,) = found(Fit(CARD, None, 1, "benefits and enablers", "benefits 2", 3))
    assert "second of the benefits" in problem
    assert problem.startswith(str(CARD.case.place("benefits 2")))


@pytest.mark.parametrize(
    ("word", "way_out"),
    [
        ("Llanfairpwllgwyngyll", "put a space or hyphen in it"),
        ("https://example.org/a1b2c3d4", "make it a link: [what it leads to](the address)"),
        ("www.example.org", "make it a link: [what it leads to](the address)"),
        ("ann@example.org", "make it a link: [write to us](mailto:the address)"),
    ],
)
def test_a_word_wider_than_its_line_is_named_with_its_field(word: str, way_out: str) -> None:
    """No number of words would help; a space would spoil an address, so that becomes a link."""
    (problem,) = found(Fit(CARD, None, 9, "width", "overview", word=word))
    assert problem.startswith(f"{CARD.case.place('overview')}: P101 the overview of ")
    assert f'has a word too wide for its line on the index face, A4, at 12pt: "{word}"; {way_out}' in problem


def test_a_word_of_no_field_is_named_with_the_card() -> None:
    """A word that stands on all cards, of a locale for one."""
    (problem,) = found(Fit(CARD, None, 9, "width", word="Erkenntnisgewinn"))
    assert problem.startswith(f'{CARD.case.place("")}: P101 "{CARD.case.title}" has a word too wide')


def test_only_ways_out_that_work_are_said() -> None:
    """Other paper and small letters stand there where the card fits with them, and not where it does not."""
    fit = Fit(CARD, None, 3.2, "overview", "title", 2)
    assert found(fit)[0].endswith("at 12pt; shorten it; it is over by 3.2mm")
    other = fit._replace(papers=("A3",), small_letters=True)
    assert found(other)[0].endswith(
        "at 12pt; write it in small letters, shorten it, or print it on A3; it is over by 3.2mm"
    )
    assert found(other._replace(region="width", word="WORD"))[0].endswith(
        '"WORD"; write it in small letters, put a space or hyphen in it, or print it on A3; it is over '
        "by 3.2mm"
    )


def test_a_title_is_named_even_where_most_of_it_is_over() -> None:
    """A few long words are most of a title; the one word of another is no reason to name it."""
    title = CARD.case.title
    (problem,) = found(Fit(CARD, None, 20, "card", "title", len(title.split()) - 1))
    assert "P101 the title of " in problem
    (problem,) = found(Fit(CARD, None, 20, "card", "title", len(title.split())))
    assert f'P101 "{title}" is 20mm too long' in problem


THEIRS = CARD._replace(case=changed(CARD.case, own=False))
SOUGHT = "health is among its benefits"


def test_nobody_is_told_to_shorten_what_comes_with_casedeck() -> None:
    """Of a text that ships the problem stands in the deck, and says what to change there."""
    place = sample_item().place
    for short in (
        Fit(THEIRS, None, 3.2, "overview", "overview", 5),
        Fit(THEIRS, None, 31, "overview", "overview", 60),
        Fit(THEIRS, None, 9),
    ):
        fit = short._replace(papers=("Tabloid", "A3"))
        (named,) = found(fit)
        (sought,) = found(fit._replace(card=THEIRS._replace(reason=in_words(SOUGHT))))
        for problem in (named, sought):
            assert problem.startswith(f"{place}: P101 ")
            assert "which comes with casedeck" in problem
            assert "print it on Tabloid or A3, or " in problem
            assert "shorten" not in problem
            assert "hyphen" not in problem
        assert f'take "{THEIRS.case.id}" out of the cards' in named
        assert f"leave it out with not: [{THEIRS.case.id}]" in sought


def test_a_case_of_ones_own_that_a_search_brought_can_be_left_out() -> None:
    """It can be shortened as well, and its place is its file."""
    (problem,) = found(
        Fit(CARD._replace(reason=in_words(SOUGHT)), None, 3.2, "overview", "overview", 5, papers=("A3",))
    )
    assert problem.startswith(f"{CARD.case.place('overview')}: P101 ")
    assert (
        f"shorten it, print it on A3, or leave it out with not: [{CARD.case.id}]; it is over by 3.2mm"
        in problem
    )


def test_every_rule_is_in_a_table_under_its_code() -> None:
    """The tables hold each rule once."""
    assert sorted([*ITEM_RULES, *LOOK_RULES, *FIT_RULES, *SIDE_RULES, *PAGE_RULES]) == [
        "P101",
        "P102",
        "P103",
        "P107",
        "P108",
        "P109",
        "P110",
        "P112",
        "P113",
        "T101",
        "T106",
    ]
    assert sorted([*LOOK_ADVICE, *PAGE_ADVICE]) == ["P110", "P111", "T106", "T107", "T108"]
