"""The body size of a deck, and which cards hold it down."""

from __future__ import annotations

import math

import pytest

from casedeck.compose import fit
from casedeck.compose.faces import FACES
from casedeck.compose.fit import body_range, fit_cards, with_size
from casedeck.compose.stationery import Stationery
from casedeck.model.deck import Card
from casedeck.model.geometry import Size
from casedeck.model.paper import card_of
from casedeck.model.text import rich
from casedeck.typeset.fitting import STEP_PT
from tests.support.decks import FACE_NAMES, PAPERS, ROOT, deck_of, pages_of, prepared, whole_library
from tests.support.ink import groups
from tests.support.samples import card, card_with, sample, sample_sheet, words
from tests.support.values import changed

SETTINGS = [(face, paper) for face in FACE_NAMES for paper in PAPERS]


def fits(face: str, one: Card, sheet: Stationery) -> dict[float, bool]:
    """Whether a card fits at each size that the face allows, the largest of which need be no whole step."""
    low, high = body_range(FACES[face].body_pt, sheet)
    setter = FACES[face].setter(one, sheet)
    steps = math.ceil((high - low) / STEP_PT)
    sizes = [*(low + step * STEP_PT for step in range(steps)), high]
    return {size: not setter.at(size).over for size in sizes}


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
    _, high = body_range(FACES[face].body_pt, one.sheet)
    for some in (sized, sized[::-1], sized[1::2], sized[::3], sized[:1]):
        fitted = fit_cards(face, [card for _, card in some], one.sheet)
        for shape in fitted.sizes:
            own = [(size, card) for size, card in some if card in shape.cards]
            smallest, *others = sorted({size for size, _ in own})
            assert (shape.body_pt, shape.others_pt) == (smallest, others[0] if others else smallest)
            assert shape.limited_by == tuple(card for size, card in own if size == smallest < high)
        assert all((fit.body_pt or 0) <= size for fit, (size, _) in zip(fitted.fits, some, strict=True))


@pytest.mark.parametrize(("face", "paper"), SETTINGS)
def test_full_cards_have_one_size_and_brief_ones_another(face: str, paper: str) -> None:
    """Each size is the smallest of its cards'; without the cards it names, it would be the other that it
    gives.
    """
    one = whole_library(face, paper, "default")
    assert {card.case.full for card in one.cards} == {True, False}
    _, high = body_range(FACES[face].body_pt, one.sheet)
    for shape in one.fitted.sizes:
        assert {card.case.full for card in shape.cards} in ({True}, {False})
        assert shape.body_pt == min(fit.body_pt or 0 for fit in one.fitted.fits if fit.card in shape.cards)
        assert bool(shape.limited_by) == (shape.body_pt < high)
        others = [each for each in shape.cards if each not in shape.limited_by]
        if shape.limited_by and others:
            (without,) = fit_cards(face, others, one.sheet).sizes
            assert without.body_pt == shape.others_pt > shape.body_pt


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
    (size,) = sample(case="short-words").fitted.sizes
    assert size.body_pt == FACES["index"].ranges()["A4"].high
    assert size.limited_by == ()


def test_the_smallest_size_is_the_theme_s_where_that_is_larger() -> None:
    """High contrast asks for 13 points where the face would allow 12; the face wins where it asks for
    more.
    """
    high_contrast = sample_sheet(theme="high-contrast")
    assert body_range(FACES["index"].body_pt, high_contrast)[0] == 13
    assert (
        body_range(FACES["wall"].body_pt, sample_sheet("wall", "A3", "high-contrast"))[0]
        == FACES["wall"].ranges()["A3"].low
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
    assert fitted.size_of(fit.card.case) == fitted.smallest_pt


def test_a_word_wider_than_its_column_is_told_from_too_many_words() -> None:
    """Its region is the width; the word is known, and the field it stands in."""
    fit = fit_cards("wall", [card_with(title="W" * 60)], sample_sheet("wall", "A3")).fits[0]
    assert (fit.body_pt, fit.region, fit.field, fit.word) == (None, "width", "title", "W" * 60)


def test_no_face_allows_body_text_below_twelve_points() -> None:
    """Clear print is the default."""
    assert min(low for face in FACES.values() for low, _ in face.ranges().values()) >= 12


@pytest.mark.parametrize(
    ("case_id", "face", "told"), [("timpson", "index", 0), ("timpson", "wall", 0), ("tempo", "index", 1)]
)
def test_tabs_that_no_sentence_tells_of_are_told(case_id: str, face: str, told: int) -> None:
    """Where a card has no sentences on its enablers, whoever hears it hears which tabs are marked; elsewhere
    they are said once.
    """
    (page,) = pages_of(prepared(deck_of(case_id, face=face), ROOT)[1][0])
    strips = [figure.alt for figure in groups(page.marks, "Figure") if figure.alt.startswith("Marked tabs: ")]
    assert len(strips) == told


def on_size(size: Size) -> Stationery:
    """The sheet of the sorter samples with cards of another size."""
    return sample_sheet("sorter")._replace(size=size, paper=card_of(size))


def test_cards_that_are_too_small_name_the_size_that_would_do() -> None:
    """All cards fit at the size named, of the same shape and larger; a millimetre less and one does not."""
    cards = [card_with(), card(sample(case="short-words").cards[0].case)]
    small = on_size(Size(120, 70))
    fitted = with_size(fit_cards("sorter", cards, small), "sorter", small)
    size = fitted.fits[0].size
    assert fitted.fits[0].body_pt is None
    assert size is not None
    assert size.width > 120
    assert size.height / size.width == pytest.approx(70 / 120, abs=1 / size.width)
    larger = fit_cards("sorter", cards, on_size(size))
    assert all(fit.body_pt for fit in larger.fits)
    less = Size(size.width - 1, math.ceil((size.width - 1) * 70 / 120))
    assert not all(fit.body_pt for fit in fit_cards("sorter", cards, on_size(less)).fits)


def test_no_size_is_named_where_none_would_do_or_none_is_needed() -> None:
    """A card with a thousand words fits none; one that fits needs none."""
    hopeless = fit_cards("sorter", [card_with(learning=rich(words(1000)))], sample_sheet("sorter"))
    assert [fit.size for fit in with_size(hopeless, "sorter", sample_sheet("sorter")).fits] == [None]
    fine = fit_cards("sorter", [card_with()], sample_sheet("sorter"))
    assert with_size(fine, "sorter", sample_sheet("sorter")) == fine


def test_no_card_is_so_small_that_its_text_is() -> None:
    """The least size of text is the same on a card of any size, on every face."""
    for face in FACES.values():
        for size in (Size(90, 60), Size(120, 70)):
            assert body_range(face.body_pt, on_size(size))[0] >= 12
