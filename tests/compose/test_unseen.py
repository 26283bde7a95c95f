"""Signs that nobody sees, on the way from a file to paper."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedeck.compose.cards import fit_cards, pages
from casedeck.errors import Report
from casedeck.load.case_study import case_study_record, read_case_study
from casedeck.load.yaml import parse
from casedeck.model.case_study import CaseStudy
from casedeck.model.facets import holds_text
from casedeck.model.signs import HINTS, without_unseen
from casedeck.model.text import plain
from tests.support.decks import whole_library
from tests.support.ink import read_out, texts
from tests.support.library import library
from tests.support.samples import card_with

UNSEEN = "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2063\u2066\u2069\u3164\ufe0f\ufeff\ufff9\U000e0041\U000e0100"


def case_of(title: str, spotlight: str) -> CaseStudy:
    """A brief case study read from the bytes of a file."""
    text = f'title: "{title}"\noverview: "{spotlight}"\n'
    text += f'relationship spotlight: "{spotlight}"\nopportunities:\n  - storytelling: "{spotlight}"\n'
    report = Report()
    vocabularies = library().vocabularies
    case = read_case_study("a", case_study_record(vocabularies), parse(text.encode(), "a.yaml"), vocabularies["countries"], report)
    assert case is not None, report.problems
    return case


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from([*UNSEEN, "neigh", "bour", "hood", " ", "well\u2011being"]), min_size=1, max_size=15).map("".join))
@pytest.mark.parametrize("face", ["index", "wall"])
def test_no_unseen_sign_reaches_a_page(face: str, text: str) -> None:
    """A soft hyphen stands only at the end of a line that ends inside a word, where it is drawn; nothing else is left of them."""
    case = case_of(f"The {text}", f"We {text} meet.")
    sheet = whole_library(face, "A3", "default").sheet
    for page in pages(fit_cards(face, [card_with()._replace(case=case)], sheet), sheet):
        for line in texts(page.marks):
            words = "".join(run.text for run in line.runs)
            shown = words.removesuffix("\u00ad") if line.parted else words
            assert without_unseen(shown) == shown
            assert not set(shown) & set(HINTS)
        assert without_unseen(page.title) == page.title
        assert " ".join(plain(case.spotlight).split()) in read_out(page.marks)


def test_what_is_hidden_in_a_word_is_no_bar_to_a_search() -> None:
    """A word is found by its letters, and its hyphen is the usual one."""
    case = case_of("Neigh\u00adbour\u00adhood co\u200dop", "A well\u2011being hub.")
    assert case.title == "Neighbourhood coop"
    assert all(holds_text(case, words) for words in ("neighbourhood coop", "well-being hub"))
