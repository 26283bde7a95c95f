"""One card that is being edited: the same page as in its deck, with what its text comes to."""

from __future__ import annotations

import re

import pytest

from casedeck.api.one_card import Desk, desk_of, edited
from casedeck.build.pipeline import build, draw, select
from casedeck.errors import DeckError
from casedeck.library.cases import Cases
from casedeck.model.page import digest
from tests.support.decks import ROOT, asked, deck_of, printed_as, shipped_deck

TIMPSON = (ROOT / "assets/case-studies/timpson.yaml").read_bytes()
SHOWN = "assets/case-studies/timpson.yaml"
DECK = deck_of("timpson", "camerados", "cancer-research", "frome-model")


def desk(deck: bytes = DECK, case_id: str = "timpson") -> Desk:
    """The desk for a case study of a deck with one print item."""
    chosen = select(asked(deck, ROOT))
    return desk_of(chosen, chosen.deck.prints[0], case_id)


@pytest.mark.parametrize("face", ["index", "wall"])
def test_a_card_is_the_page_that_its_deck_has(face: str) -> None:
    """Cards edited by themselves have the same marks as in the whole deck, and a PDF."""
    starter = printed_as(shipped_deck("starter"), face, "A4", "default")
    built = build(asked(starter, ROOT))
    pages = list(built.documents[0].each_page())
    for card, page in list(zip(built.cards, pages, strict=True))[::7]:
        case_id = card.case.id
        data = (ROOT / f"assets/case-studies/{case_id}.yaml").read_bytes()
        made = edited(desk(starter, case_id), data, "edited.yaml")
        assert made.problems == []
        assert made.pages() == (page,)
        assert digest(made.pages()[0]) == digest(page)
        assert made.document is not None
        assert draw(built.deck, made.document, lambda: None).startswith(b"%PDF")


def test_what_is_typed_is_on_the_page() -> None:
    """An edited text is on the card; twin: the page is no longer the deck's."""
    before = edited(desk(), TIMPSON, SHOWN)
    after = edited(desk(), re.sub(rb"(?m)^title: .*", b"title: Cobblers", TIMPSON), SHOWN)
    assert after.case is not None
    assert after.case.title == "Cobblers"
    assert after.pages() != before.pages()


def longer(words: int) -> bytes:
    """Timpson with so many words more in its overview."""
    return TIMPSON.replace(b"overview: |\n  ", b"overview: |\n  " + b"more " * words, 1)


def test_a_longer_text_lowers_the_size_that_the_card_allows() -> None:
    """A card that fits at the deck's size says so; with more words it allows less, is set in that, and does
    not fit; with far too many the problem is the deck's own.
    """
    here = desk()
    assert here.others is not None
    assert here.others.full is not None
    others_pt = here.others.full.body_pt
    sizes = [edited(here, longer(words), SHOWN) for words in (0, 10, 20, 30, 40, 300)]
    assert sizes[0].fits
    assert sizes[0].allows_pt is not None
    assert sizes[0].allows_pt >= others_pt == sizes[0].body_pt
    smaller = next(each for each in sizes if not each.fits)
    assert smaller.allows_pt == smaller.body_pt < others_pt
    assert smaller.problems == []
    assert sizes[-1].allows_pt is None
    assert [problem.code for problem in sizes[-1].problems] == ["P101"]


def test_a_text_that_cannot_be_read_is_named_at_its_place() -> None:
    """There is no page, and the problem has its line in the file."""
    made = edited(desk(), TIMPSON + b"benfits: x\n", SHOWN)
    assert made.document is None
    assert made.case is None
    assert [problem.code for problem in made.problems] == ["V101"]
    assert edited(desk(), b"title: [", SHOWN).problems[0].place.file == SHOWN


def test_no_other_card_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the desk is there, no file of a case study is read."""
    here = desk()
    monkeypatch.setattr(Cases, "__getitem__", lambda *_: pytest.fail("another card was read"))
    assert edited(here, TIMPSON, SHOWN).problems == []


def test_a_new_case_study_comes_after_the_last_card() -> None:
    """A case study that the deck does not have yet is numbered behind its cards; alone, it fits by itself."""
    made = edited(desk(case_id="ours"), TIMPSON, "ours.yaml")
    assert made.pages()[0].label == "5"
    assert made.fits
    alone = desk(deck_of("timpson"))
    assert alone.others is None
    assert edited(alone, TIMPSON, SHOWN).fits


def test_another_card_that_does_not_fit_is_a_problem_of_the_deck() -> None:
    """A desk is not set up where the deck's other cards cannot be printed."""
    chosen = select(asked(DECK, ROOT))
    case = edited(desk(), longer(300), SHOWN).case
    assert case is not None
    cards = tuple(card._replace(case=case) if card.number == 1 else card for card in chosen.cards)
    with pytest.raises(DeckError, match="P101"):
        desk_of(chosen._replace(cards=cards), chosen.deck.prints[0], "camerados")
