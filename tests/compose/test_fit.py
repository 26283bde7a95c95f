"""The body size of a deck, and which cards hold it down."""

from __future__ import annotations

import pytest

from casedeck.compose import fit
from casedeck.compose.faces import FACES
from casedeck.compose.fit import body_range, fit_cards
from casedeck.compose.stationery import Stationery
from casedeck.model.deck import Card
from casedeck.model.text import rich
from casedeck.typeset.fitting import STEP_PT
from tests.support.decks import FACE_NAMES, PAPERS, ROOT, deck_of, pages_of, prepared, whole_library
from tests.support.ink import groups
from tests.support.samples import card, card_with, sample, sample_sheet, words
from tests.support.values import changed

SETTINGS = [(face, paper) for face in FACE_NAMES for paper in PAPERS]


def fits(face: str, one: Card, sheet: Stationery) -> dict[float, bool]:
    """Whether a card fits at each size that the face allows."""
    low, high = body_range(FACES[face].body_pt, sheet)
    setter = FACES[face].setter(one, sheet)
    steps = int((high - low) / STEP_PT) + 1
    return {low + step * STEP_PT: not setter.at(low + step * STEP_PT).over for step in range(steps)}


@pytest.mark.parametrize(("face", "paper"), SETTINGS)
def test_what_fits_at_a_size_fits_at_every_smaller_one(face: str, paper: str) -> None:
    """For each card of the library, from the face's smallest size to its largest."""
    one = whole_library(face, paper, "default")
    for each in one.cards:
        found = list(fits(face, each, one.sheet).values())
        assert found == sorted(found, reverse=True), each.case.title


@pytest.mark.parametrize(("face", "paper"), SETTINGS)
def test_the_two_smallest_of_the_largest_sizes_are_found(face: str, paper: str) -> None:
    """The sizes found by halving, each below those of the cards before, are those found by trying them all,
    whatever the order of the cards.
    """
    one = whole_library(face, paper, "default")
    sized = [
        (max(size for size, fitting in fits(face, card, one.sheet).items() if fitting), card)
        for card in one.cards
    ]
    for some in (sized, sized[::-1], sized[1::2], sized[::3], sized[:1]):
        fitted = fit_cards(face, [card for _, card in some], one.sheet)
        smallest, *others = sorted({size for size, _ in some})
        assert (fitted.body_pt, fitted.others_pt) == (smallest, others[0] if others else smallest)
        _, high = body_range(FACES[face].body_pt, one.sheet)
        held = tuple(card for size, card in some if size == smallest < high)
        assert fitted.limited_by == held
        assert all((fit.body_pt or 0) <= size for fit, (size, _) in zip(fitted.fits, some, strict=True))


@pytest.mark.parametrize(("face", "paper"), SETTINGS)
def test_a_deck_has_one_body_size_and_names_who_holds_it_down(face: str, paper: str) -> None:
    """The deck's size is the smallest of its cards'; without the cards it names, the deck would have the
    other size it gives.
    """
    one = whole_library(face, paper, "default")
    fitted = one.fitted
    assert fitted.body_pt == min(fit.body_pt or 0 for fit in fitted.fits)
    _, high = body_range(FACES[face].body_pt, one.sheet)
    assert bool(fitted.limited_by) == (fitted.body_pt < high)
    others = [each for each in one.cards if each not in fitted.limited_by]
    if fitted.limited_by and others:
        assert fit_cards(face, others, one.sheet).body_pt == fitted.others_pt > fitted.body_pt


@pytest.mark.parametrize("kept", [0, 3])
def test_cards_measured_again_have_the_same_pages(kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where only a few cards, or none, stay measured until they are drawn, every page is as it would be."""
    one = whole_library("index", "A4", "default")
    monkeypatch.setattr(fit, "MOST_MEASURED", kept)
    again = fit_cards("index", one.cards, one.sheet)
    assert len(again.setters) == kept
    assert pages_of(one._replace(fitted=again)) == pages_of(one)


def test_a_short_card_does_not_pass_the_largest_size() -> None:
    """A few words are set no larger than the face allows, and nothing is said to hold them down."""
    fitted = sample(case="short-words").fitted
    assert fitted.body_pt == FACES["index"].body_pt.at_a4.high
    assert fitted.limited_by == ()


def test_the_smallest_size_is_the_theme_s_where_that_is_larger() -> None:
    """High contrast asks for 13 points where the face would allow 12; the face wins where it asks for
    more.
    """
    high_contrast = sample_sheet(theme="high-contrast")
    assert body_range(FACES["index"].body_pt, high_contrast)[0] == 13
    assert (
        body_range(FACES["wall"].body_pt, sample_sheet("wall", "A3", "high-contrast"))[0]
        == FACES["wall"].body_pt.at_a3.low
    )
    large = changed(high_contrast, theme=changed(high_contrast.theme, smallest_body_pt=30.0))
    assert body_range(FACES["index"].body_pt, large) == (30, 30)


def test_a_card_that_does_not_fit_says_why() -> None:
    """A fit without a size names region, field, words over and millimetres over; the deck goes on at the
    smallest size.
    """
    long = card_with(learning=rich(words(120)))
    fitted = fit_cards("index", [long, card(sample(case="short-words").cards[0].case)], sample_sheet())
    fit = fitted.fits[0]
    assert (fit.body_pt, fit.field) == (None, "key learning")
    assert 0 < fit.words_over < 120
    assert fit.over_mm > 0
    assert fitted.body_pt == fitted.smallest_pt


def test_a_word_wider_than_its_column_is_told_from_too_many_words() -> None:
    """Its region is the width; the word is known, and the field it stands in."""
    fit = fit_cards("wall", [card_with(title="W" * 60)], sample_sheet("wall", "A3")).fits[0]
    assert (fit.body_pt, fit.region, fit.field, fit.word) == (None, "width", "title", "W" * 60)


def test_no_face_allows_body_text_below_twelve_points() -> None:
    """Clear print is the default."""
    assert min(low for face in FACES.values() for low, _ in face.body_pt) >= 12


@pytest.mark.parametrize(
    ("case_id", "face", "told"), [("timpson", "index", 0), ("timpson", "wall", 1), ("tempo", "index", 1)]
)
def test_tabs_that_no_sentence_tells_of_are_told(case_id: str, face: str, told: int) -> None:
    """Where a card has no sentences on its enablers, whoever hears it hears which tabs are marked; elsewhere
    they are said once.
    """
    (page,) = pages_of(prepared(deck_of(case_id, face=face), ROOT)[1][0])
    strips = [figure.alt for figure in groups(page.marks, "Figure") if figure.alt.startswith("Marked tabs: ")]
    assert len(strips) == told
