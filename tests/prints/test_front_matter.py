"""From deck files to front matter: every shipped deck on every theme and paper, its numbers, and every
activity's card.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from casedeck.build.pipeline import draw
from casedeck.compose.strip import family_of
from casedeck.errors import DeckError, Report
from casedeck.library.vocabulary import load_vocabularies
from casedeck.model.geometry import PT_PER_MM
from casedeck.model.page import Page, Shape, leaves
from tests.support.decks import DECKS, PAPERS, THEMES
from tests.support.front import Front, front_deck, front_of, heading, shipped_front, small_deck, words
from tests.support.ink import groups
from tests.support.library import library
from tests.support.reading import Overlay
from tests.support.repository import ROOT, stems
from tests.support.sheets import unprintable
from tests.support.workshops import workshop

COMBINATIONS = [(deck, theme, paper) for deck in DECKS for theme in THEMES for paper in PAPERS]
ORDER = [
    "Gallery",
    "Co-presentation",
    "Creating benefits",
    "Divergent connections",
    "Make your own case study",
]
CHAT = (
    (ROOT / "assets" / "activities" / "gallery.yaml")
    .read_text("utf-8")
    .replace("name: Gallery\n", "name: A chat\n", 1)
)
LONG = "A sentence that goes on and on about what people do and why. "


@pytest.mark.parametrize(("deck", "theme", "paper"), COMBINATIONS)
def test_every_deck_builds_in_every_way(deck: str, theme: str, paper: str) -> None:
    """A landscape page of the paper for the cover, two on the cards, and one for each activity, in 12 points
    or more.
    """
    front = shipped_front(deck, theme, paper)
    (document,) = front.plan.documents
    with pikepdf.open(BytesIO(draw(front.plan.deck, document, lambda: None))) as pdf:
        assert len(pdf.pages) == document.page_count == 3 + len(ORDER)
        size = front.pages[0].size
        assert size == size.landscape
        assert all(
            [float(length) for length in page.mediabox][2:] == [round(side * PT_PER_MM, 2) for side in size]
            for page in pdf.pages
        )
    body = re.match(r"body text ([\d.]+) pt", document.facts[0])
    assert body
    assert float(body[1]) >= 12


def wrong_counts(front: Front, cover: Page) -> list[str]:
    """The families of which the cover has another number of cards than the deck, by its words and by its
    tiles.
    """
    (figure,) = groups(cover.marks, "Figure")
    said = dict(re.findall(r"([A-Z][\w ]*?) (\d+)", figure.alt.rpartition(":")[2]))
    terms = load_vocabularies(Overlay({}), Report())["families"]
    names = {term.id: term.name for term in terms}
    found = [names.get(family_of(card), "In brief") for card in front.plan.cards]
    wrong = [name for name, number in said.items() if found.count(name) != int(number)]
    grounds = [mark for mark in leaves(figure.marks) if isinstance(mark, Shape)]
    tiles = [mark for mark in grounds if mark.box.width > mark.box.height / 2]
    return wrong + (["tiles"] if len(tiles) != len(found) else []) + sorted(set(found) - set(said))


@pytest.mark.parametrize("deck", DECKS)
def test_the_cover_counts_the_cards_of_the_deck(deck: str) -> None:
    """Title, number of cards, and how many of them are of each family are those of the deck."""
    front = shipped_front(deck)
    cover = front.pages[0]
    assert heading(cover) == front.plan.deck.title
    assert f"{len(front.plan.cards)} case studies" in words(cover)
    assert wrong_counts(front, cover) == []


def test_a_wrong_count_is_seen() -> None:
    """Twin: the cover of another deck does not count the cards of this one."""
    assert wrong_counts(shipped_front("health-team"), shipped_front("starter").pages[0]) != []


def test_a_deck_of_one_card() -> None:
    """Its cover and its page on using the cards say so in the singular."""
    front = front_of(small_deck("timpson"))
    assert "1 case study" in words(front.pages[0])
    assert "case studies" not in words(front.pages[0])
    assert "The card in this deck names its sources." in words(front.pages[1])


OPPORTUNITIES = "opportunities in place of benefits and enablers. A marked tab"


@pytest.mark.parametrize(
    ("cases", "note"),
    [
        (("timpson", "tempo"), f"Card 2 is brief. It shows {OPPORTUNITIES} then means"),
        (
            ("timpson", "tempo", "cook", "camerados", "buurtzorg"),
            f"Cards 2, 4 and 5 are brief. They show {OPPORTUNITIES} then means",
        ),
        (
            ("timpson", "tempo", "camerados", "buurtzorg", "fabric"),
            f"Cards 2 to 5 are brief. They show {OPPORTUNITIES} then means",
        ),
        (("tempo", "camerados"), f"The cards in this deck are brief. They show {OPPORTUNITIES} means"),
    ],
)
def test_brief_cards_are_read_differently(cases: tuple[str, ...], note: str) -> None:
    """The page on reading a card says which of the deck's cards are brief, by the numbers they have, and what
    theirs shows instead.
    """
    (page,) = [page for page in front_of(small_deck(*cases)).pages if heading(page) == "How to read a card"]
    assert note in words(page)


def test_a_deck_without_brief_cards_does_not_speak_of_them() -> None:
    """Twin: where every card is full, no page of the front matter calls any brief."""
    assert not any(" brief" in words(page) for page in front_of(small_deck("timpson", "cook")).pages)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("paper", PAPERS)
def test_the_whole_library_has_front_matter(theme: str, paper: str) -> None:
    """On every paper in every theme, the page on reading a card has room for what it says of all 48 case
    studies.
    """
    cases = [case.id for case in library().by_title()]
    page = front_of(front_deck(small_deck(*cases), theme=theme, paper=paper)).pages[2]
    assert "Cards 7, 8, 10 to 12, " in words(page)
    assert unprintable(page) == []


@pytest.mark.parametrize("deck", DECKS)
def test_every_activity_has_its_card(deck: str) -> None:
    """The activities come after the first three pages, in the order of the front-matter file, numbered."""
    pages = shipped_front(deck).pages[3:]
    assert [heading(page) for page in pages] == ORDER
    assert len(ORDER) == len(stems("assets/activities"))
    assert all(f"Activity {number} of {len(ORDER)}" in words(page) for number, page in enumerate(pages, 1))


def test_an_activity_of_ones_own_has_a_card_too(tmp_path: Path) -> None:
    """A sixth activity comes after the five, with its name and its blocks."""
    home = workshop(tmp_path, {"assets/activities/a-chat.yaml": CHAT})
    pages = front_of(small_deck("timpson"), home).pages[3:]
    assert [heading(page) for page in pages] == [*ORDER, "A chat"]
    assert "Activity 6 of 6" in words(pages[-1])
    blocks = re.findall(r"(?m)^  - name: (.*)$", CHAT)
    assert all(f"{block}, " in words(pages[-1]) for block in blocks)


def test_blocks_without_a_sentence_begin_with_what_is_said(tmp_path: Path) -> None:
    """Where a block does not say what happens in short, its first words to say stand there, placeholders
    filled in.
    """
    bare = re.sub(r"    in short: .*\n", "", CHAT)
    assert bare != CHAT
    pages = front_of(
        small_deck("timpson", "cook"), workshop(tmp_path, {"assets/activities/a-chat.yaml": bare})
    ).pages
    assert "Here are 2 case studies, and there is time for all of them." in words(pages[-1])
    assert not re.search(r"\{\w+\}", words(pages[-1]))


@pytest.mark.parametrize(("people", "shown"), [(None, 16), (24, 24), (3, 4), (200, 96)])
def test_minutes_are_for_the_people_of_the_session(people: int | None, shown: int) -> None:
    """Sixteen where the session does not say, and the nearest number that an activity is for where it is not
    for so many.
    """
    pages = front_of(small_deck("timpson", session={"people": people} if people else {})).pages[3:]
    assert f"with {shown} people" in words(pages[0])
    for page in pages:
        minutes = [int(each) for each in re.findall(r", (\d+) min\b", words(page))]
        assert f"{sum(minutes)} minutes with" in words(page)


def problems(deck: bytes, home: Path = ROOT) -> list[str]:
    """What building a deck's front matter says."""
    try:
        front_of(deck, home)
    except DeckError as error:
        return [str(problem) for problem in error.problems]
    return []


def test_what_does_not_fit_is_a_problem(tmp_path: Path) -> None:
    """An activity with too much to tell is P104 at the print item, naming the page; with less it is none."""
    for times, code in ((1, ""), (2, ""), (9, "P104")):
        says = re.sub(
            r"(?m)^    say: .*$", f"    say: {LONG * times}", re.sub(r"    in short: .*\n", "", CHAT)
        )
        said = problems(
            small_deck("timpson"), workshop(tmp_path / str(times), {"assets/activities/a-chat.yaml": says})
        )
        assert [code for _ in said] == [code] * bool(code)
        assert all(f'{code} the page "A chat" of the front matter is ' in problem for problem in said)


def test_a_title_too_wide_is_a_problem() -> None:
    """A single word that no size makes fit is P104, and one that a smaller size makes fit is none."""
    (problem,) = problems(small_deck(title="W" * 60))
    assert (
        'P104 the page "Cover" of the front matter has a word too wide for its line on A4 at 12pt, in '
        "the title of the deck: "
    ) in problem
    assert '"; put a space or hyphen in it, or print on larger paper' in problem
    assert problems(small_deck(title="W" * 15)) == []


def test_characters_that_no_font_has_are_a_problem() -> None:
    """They are P102 once, wherever on the pages they stand."""
    for deck in (small_deck(title="Deck 漢"), small_deck(subtitle="For 漢 and others")):
        (problem,) = problems(deck)
        assert "P102 no font of the theme has the character" in problem
        assert "in the front matter" in problem
    assert problems(small_deck(title="Döck", subtitle="Für Zoë")) == []


@pytest.mark.parametrize(
    ("item", "said"),
    [({"face": "wall"}, "the front matter takes no face"), ({"copies": 2, "paper": "A3"}, "")],
)
def test_what_the_print_item_takes(item: dict[str, object], said: str) -> None:
    """Paper, theme and copies, and no face."""
    found = problems(front_deck(small_deck("timpson"), **item))
    assert bool(found) == bool(said)
    assert all(said in problem and " V101 " in problem for problem in found)


def test_names_of_files() -> None:
    """The PDF is named after its paper and, where it is not the default, its theme."""
    assert shipped_front("starter").plan.documents[0].file_name == "front-matter-a4.pdf"
    assert (
        shipped_front("starter", "ink-saver", "Letter").plan.documents[0].file_name
        == "front-matter-letter-ink-saver.pdf"
    )


def test_an_activity_with_problems_stops_the_front_matter(tmp_path: Path) -> None:
    """The problem of its file is said."""
    said = problems(
        small_deck("timpson"), workshop(tmp_path, {"assets/activities/a-chat.yaml": "name: A chat\n"})
    )
    assert said
    assert all("a-chat.yaml" in problem for problem in said)
