"""What rules see of a finished page, and that whatever ships passes them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from casedeck.model.page import Page
from casedeck.rules import PAGE_ADVICE, PAGE_RULES
from casedeck.rules.seen import SHOWN, in_words, quoted, seen
from tests.support.decks import FACE_NAMES, PAPERS, THEMES, pages_of, planned, shipped_deck, whole_library
from tests.support.finished import line, page
from tests.support.front import shipped_front
from tests.support.packs import ACTIVITIES, pack
from tests.support.repository import ROOT
from tests.support.samples import NOWHERE


def said(pages: Iterable[Page]) -> list[str]:
    """What the rules over pages say of them."""
    looks = [seen(each) for each in pages]
    rules = (*PAGE_RULES.values(), *PAGE_ADVICE.values())
    return [str(problem) for look in looks for rule in rules for problem in rule(NOWHERE, look)]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("face", FACE_NAMES)
def test_all_cards_pass(face: str, paper: str, theme: str) -> None:
    """Every shipped case study on every face, paper and theme has nothing that a rule over pages minds."""
    assert said(pages_of(whole_library(face, paper, theme))) == []


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_all_packs_pass(activity: str) -> None:
    """So has every page of every activity's pack."""
    assert said(page for pages in pack(activity).pages.values() for page in pages) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("paper", PAPERS)
def test_front_matter_passes(paper: str, theme: str) -> None:
    """So has front matter."""
    assert said(shipped_front("away-day", theme, paper).pages) == []


@pytest.mark.parametrize("deck", ["away-day", "test-page", "mock-up"])
def test_shipped_decks_pass(deck: str) -> None:
    """So has every page of decks that ship, blank cards and test pages among them."""
    made = planned(shipped_deck(deck), ROOT)
    assert said(page for document in made.documents for page in document.each_page()) == []


def test_a_page_that_breaks_rules_is_noticed() -> None:
    """Twin: small pale letters that meet are three problems."""
    found = said([page(line(size_pt=9, colour="#AAAAAA"), line(size_pt=9, y=31))])
    assert [each.split()[1] for each in found] == ["P107", "P108", "P112", "P113"]


def test_a_page_is_named_and_a_line_is_repeated() -> None:
    """By label and title, and by its first letters where it is long."""
    assert in_words(page()) == 'page 3, "Timpson"'
    assert quoted(line("Two\N{NO-BREAK SPACE}words ")) == '"Two words"'
    assert quoted(line("x" * (SHOWN + 2))) == f'"{"x" * SHOWN}…"'
