"""Cards with any words: whatever fits is set without a mark in the wrong place, and what does not is said."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from casedeck.compose.fit import fit_cards
from casedeck.compose.stationery import Stationery
from casedeck.model.case_study import CaseStudy
from casedeck.model.page import Page
from casedeck.model.text import Block, Listing, Paragraph, Rich, Span, plain
from tests.support.decks import FACE_NAMES, PAPERS, THEMES
from tests.support.ink import ink, overlapping, read_out
from tests.support.samples import card, sample_case, sample_sheet, sides_of_cards
from tests.support.values import changed

WORDS = [
    "a",
    "of",
    "the",
    "I",
    "people",
    "neighbours",
    "26,000",
    "(together)",
    "community,",
    "£15bn",
    "trust.",
    "relationship-building",
]

word = st.sampled_from(WORDS)


def phrase(least: int, most: int) -> st.SearchStrategy[str]:
    """A text of so many words."""
    return st.lists(word, min_size=least, max_size=most).map(" ".join)


def styled(least: int, most: int) -> st.SearchStrategy[Rich]:
    """A text with a bold word in its middle, and at times a link."""
    link = st.sampled_from(["", "", "https://example.org/report"])
    return st.builds(
        lambda before, bold, after, address: (
            Span(f"{before} "),
            Span(bold, bold=True),
            Span(f" {after}", link=address),
        ),
        phrase(least, most),
        word,
        phrase(1, 4),
        link,
    )


def blocks(most: int) -> st.SearchStrategy[Block]:
    """A paragraph or a list of up to so many words in each piece."""
    items = st.lists(styled(1, most // 4 + 1), min_size=1, max_size=5).map(tuple)
    return st.one_of(st.builds(Paragraph, styled(most // 2, most)), st.builds(Listing, items, st.booleans()))


@st.composite
def cases(draw: st.DrawFn) -> CaseStudy:
    """A case study of any words, from nearly empty to far too long."""
    sample = sample_case(draw(st.sampled_from(["long-words", "with-lists"])))
    most = draw(st.sampled_from([6, 14, 22, 34]))
    claims = {
        kind: tuple(changed(claim, text=draw(styled(most // 2, most))) for claim in getattr(sample, kind))
        for kind in ("benefits", "enablers")
    }
    return changed(
        sample,
        title=draw(phrase(1, 7)),
        strapline=draw(styled(most - 4, most)),
        overview=tuple(draw(st.lists(blocks(2 * most), min_size=1, max_size=4))),
        spotlight=draw(styled(most - 4, most)),
        learning=draw(styled(most - 4, most)),
        link=draw(
            st.sampled_from(["", "https://example.org/a/long/address/of/a/page?with=questions&more=of-them"])
        ),
        **claims,
    )


@cache
def sheet(face: str, paper: str, theme: str) -> Stationery:
    """The sheet of the samples, made once."""
    return sample_sheet(face, paper, theme)


def composed(case: CaseStudy, face: str, paper: str, theme: str) -> tuple[Page, ...]:
    """The sides of a case; none where it does not fit."""
    fitted = fit_cards(face, [card(case)], sheet(face, paper, theme))
    return (
        ()
        if fitted.fits[0].body_pt is None
        else next(sides_of_cards(face, fitted, sheet(face, paper, theme)))
    )


faces, papers, themes = (
    st.sampled_from(FACE_NAMES),
    st.sampled_from(PAPERS),
    st.sampled_from([*THEMES, "with-logo"]),
)


@settings(max_examples=40)
@given(cases(), faces, papers, themes)
def test_what_fits_is_set_in_its_place(case: CaseStudy, face: str, paper: str, theme: str) -> None:
    """No ink is near the edge and no two texts overlap."""
    for page in composed(case, face, paper, theme):
        assert overlapping(page) == []
        for box in ink(page):
            assert (
                min(box.x, box.y, page.size.width - box.right, page.size.height - box.bottom)
                >= page.clear - 0.001
            )


@settings(max_examples=40)
@given(cases(), papers, themes)
def test_every_word_of_a_case_is_on_its_index_card(case: CaseStudy, paper: str, theme: str) -> None:
    """Each field's words stand on the page in their order."""
    for page in composed(case, "index", paper, theme):
        shown = read_out(page.marks)
        for field, text in case.fields():
            assert " ".join(plain(text).split()) in shown, field


@settings(max_examples=40)
@given(cases(), faces, papers, themes)
def test_what_does_not_fit_says_by_how_much(case: CaseStudy, face: str, paper: str, theme: str) -> None:
    """A region and millimetres, and a field with words over, unless it is one word that is too wide."""
    (fit,) = fit_cards(face, [card(case)], sheet(face, paper, theme)).fits
    if fit.body_pt is None:
        assert fit.over_mm > 0
        assert (fit.words_over > 0) == bool(fit.field)
        assert fit.field or fit.region == "width"
