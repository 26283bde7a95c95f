"""The gate on what came with the choosing of cards: brief cards, why they were chosen, the index, and the
Heatmap sheet.
"""

from __future__ import annotations

from functools import cache

import pytest
import yaml

from casedeck.model.text import plain
from tests.support.decks import FACE_NAMES, PAPERS, ROOT, THEMES, deck_of, pdf_files, pdf_of, planned
from tests.support.library import library
from tests.support.packs import refusals
from tests.support.pdfua import failures
from tests.support.reading import Overlay
from tests.support.reasons import why
from tests.support.tags import spoken

BRIEF = tuple(case.id for case in library().by_title() if not case.full)
SHEETS = ("why these cards", "card index", "heatmap sheet")


def sheets_deck(paper: str, theme: str, *sheets: str) -> bytes:
    """A deck with cards chosen in every way that prints these sheets."""
    values = {
        "title": "A deck for tests",
        "cards": [
            "cook",
            {"cool spots": {"scores": {"planning": [1, 2], "storytelling": 2, "training": 5}}, "at most": 6},
            {"cover": ["benefits", "enablers"]},
            {"where": {"country": "Scotland"}},
            {"fill to": 20, "pick": "at random"},
        ],
        "order": "spread",
        "print": [{sheet: {"paper": paper, "theme": theme}} for sheet in sheets],
    }
    return yaml.safe_dump(values).encode()


@cache
def sheets(paper: str, theme: str) -> dict[str, bytes]:
    """The PDFs of all three sheets."""
    return pdf_files(sheets_deck(paper, theme, *SHEETS), ROOT)


def test_there_are_brief_cases() -> None:
    """Brief cards are looked at: there are some."""
    assert len(BRIEF) > 10


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("face", FACE_NAMES)
def test_brief_cards_pass_the_gate(face: str, theme: str) -> None:
    """Brief cards, alone and with full ones, are tagged without a fault, on every face in every theme."""
    assert failures(pdf_of(deck_of(*BRIEF, "timpson", face=face, theme=theme), ROOT)) == []


ROOM = {"wall": 3, "sorter": 3, "pocket": 4}
"""How many opportunities of a brief card have their sentences, where it is not all of them."""


@pytest.mark.parametrize("face", FACE_NAMES)
def test_brief_cards_are_read_in_order(face: str) -> None:
    """A brief card says its title, its spotlight and its opportunities in reading order; a face names those
    it has no room for.
    """
    for case_id in ("camerados", "buurtzorg"):
        case = library().cases[case_id]
        words = [text for _, text in spoken(pdf_of(deck_of(case_id, face=face), ROOT))]
        room = ROOM.get(face, 10)
        said = [
            ("" if face == "wall" else f"{claim.term.name}: ") + plain(claim.text)
            for claim in case.opportunities[:room]
        ]
        places = [words.index(text) for text in (case.title, plain(case.spotlight), *said)]
        assert places == sorted(places)
        others = [claim.term.name for claim in case.opportunities[room:]]
        assert not others or any(all(name in text for name in others) for text in words)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("paper", PAPERS)
def test_sheets_pass_the_gate(paper: str, theme: str) -> None:
    """Why these cards, card index and Heatmap sheet are tagged without a fault, on every paper in every
    theme.
    """
    files = sheets(paper, theme)
    assert len(files) == 3
    assert [fault for data in files.values() for fault in failures(data)] == []


def test_why_these_cards_says_why() -> None:
    """The PDF says for each card of the deck its number, its title and its reason, in the order of the cards;
    neighbours with one reason may have it once, before the first of them, and those chosen by name no titles.
    """
    ready = planned(sheets_deck("A4", "default", "why these cards"), ROOT)
    words = [text for _, text in spoken(sheets("A4", "default")["why-these-cards-a4.pdf"])]
    spoken_for = [card for card in ready.cards if why(card) != "chosen by name"]
    places = [words.index(f"{card.number} {card.case.title}") for card in spoken_for]
    assert places == sorted(places)
    reasons = [why(card) for card in spoken_for]
    said = [f"{reason[:1].upper()}{reason[1:]}." for reason in reasons]
    assert [next(text for text in reversed(words[: place + 2]) if text in said) for place in places] == said
    assert {reason.split(" ")[0] for reason in reasons} == {"warms", "brings,", "country", "fills"}


def test_a_sheet_too_long_is_refused() -> None:
    """Twin: letters so large that the Heatmap sheet has no room are a problem of the print item, with its
    place and the way out.
    """
    files = Overlay({"assets/themes/huge.yaml": "name: Huge\nextends: default\nsmallest body: 18pt\n"})
    found = refusals(b"title: x\ncards: [cook]\nprint:\n  - heatmap sheet: {theme: huge, paper: A4}\n", files)
    assert len(found) == 1
    assert found[0].startswith("test.yaml:4:20: P104 the heatmap sheet is ")
    assert found[0].endswith("mm too long for A4; print it on larger paper")
