"""The documents of cards that are cut from larger paper."""

from __future__ import annotations

from functools import lru_cache

import pytest
import yaml

from casedeck.api.describe_deck import came_to
from casedeck.build.pipeline import Built, drawn
from casedeck.errors import DeckError, Report
from casedeck.model.geometry import Box, Size
from casedeck.model.page import Page, Shape
from casedeck.model.sheet import APART, BEHIND, BESIDE, NONE, SHORT, Sheet
from casedeck.prints.bench import Bench
from casedeck.prints.cutting import Cards, laid_out, on_sheets
from casedeck.prints.document import Document
from casedeck.prints.documents import bench_of
from casedeck.wording import unwatched
from tests.support.decks import planned
from tests.support.imposing import toy
from tests.support.pdfua import failures
from tests.support.values import changed

QUARTER = Size(142, 99)
CASES = ["long-words", "short-words", "with-lists", "with-link", "with-inline-link"]


def deck(cards: int = 5, **item: object) -> bytes:
    """A deck file that prints so many cards as this item says."""
    values = {"title": "A deck for tests", "cards": CASES[:cards], "print": [{"cards": item}]}
    return yaml.safe_dump(values).encode()


@lru_cache(maxsize=1)
def usual() -> tuple[Bench, Document]:
    """A bench, and the document of index cards on A4."""
    built = planned(deck())
    chosen = built.chosen
    bench = bench_of(chosen.deck, chosen.cards, None, chosen.library, Report(), unwatched)
    assert bench
    return bench, built.documents[0]


def toys(size: Size = QUARTER, sides: int = 2, **item: object) -> Cards:
    """Toy cards on A4, which say nothing but their number."""
    asked = changed(usual()[0].deck.prints[0], **item)
    return Cards(asked, size, sides, toy(size, sides))


def cut(cards: Cards, count: int = 5, copies: int = 1) -> list[Document]:
    """The documents of so many toy cards."""
    bench, document = usual()
    laid = laid_out(bench, cards)
    assert laid
    return on_sheets(bench, cards, laid, document, range(count), copies)


def test_two_to_a_sheet_are_one_document_with_all_copies() -> None:
    """Five A4 cards, three times, two to an A3: eight sheets, each page composed once, nothing printed
    twice.
    """
    (document,) = planned(deck(size="A4", paper="A3", copies=3)).documents
    assert (document.page_count, document.copies, document.sheets, document.sides) == (8, 1, 8, 1)
    assert document.different == 5
    sheets = [*document.pages()]
    assert len(sheets) == document.page_count
    assert [page.label for page in document.each_page()] == ["1", "2", "3", "4", "5"]
    assert {(sheet.size.width, sheet.size.height) for sheet in sheets} == {(297, 420)}


def test_cards_that_leave_too_narrow_a_margin_do_not_fill_the_paper() -> None:
    """A5 fills A4 where the ink of a card keeps 6 mm from its edge; with 5 mm, one stands in the middle."""

    def with_ink(edge: float) -> Cards:
        mark = Shape(Box(edge, edge, 50, 50), 0, "#000000", "", 0)
        page = Page(Size(210, 148), (mark,), "1", "A card")
        return toys(Size(210, 148), 1)._replace(sides_of=lambda _: (page,))

    laid = [laid_out(usual()[0], with_ink(edge)) for edge in (6.0, 5.0)]
    assert [each.grid.places if each else 0 for each in laid] == [2, 1]


def test_backs_double_the_sides_and_not_the_sheets() -> None:
    """Behind their fronts: the same sheets, printed on both sides, over the edge that was asked for."""
    (fronts,) = cut(toys(backs=NONE))
    (both,) = cut(toys(flip=SHORT))
    assert (fronts.sides, fronts.page_count, fronts.flip, fronts.composed) == (1, 2, "", 5)
    assert (both.sides, both.page_count, both.flip, both.composed) == (2, 4, SHORT, 10)
    assert both.sheets == fronts.sheets == 2
    assert [each.label for each in both.pages()] == ["1", "2", "3", "4"]


def test_backs_apart_are_a_file_of_their_own() -> None:
    """Two files, which say what they are, with as many sides each."""
    fronts, backs = cut(toys(backs=APART))
    assert [each.file_name for each in (fronts, backs)] == [
        "cards-index-a4-fronts.pdf",
        "cards-index-a4-backs.pdf",
    ]
    assert (fronts.title, backs.title) == ("index cards, A4: fronts", "index cards, A4: backs")
    assert (fronts.page_count, backs.page_count, fronts.sides, backs.sides) == (2, 2, 1, 1)
    assert {page.title[-5:] for page in fronts.each_page()} == {"front"}
    assert {page.title[-4:] for page in backs.each_page()} == {"back"}


def test_backs_beside_take_twice_the_paper() -> None:
    """Two pairs on a sheet of four: one side of three sheets."""
    (document,) = cut(toys(backs=BESIDE))
    assert (document.sides, document.sheets, document.composed) == (1, 3, 10)


@pytest.mark.parametrize(
    ("cards", "copies", "said"),
    [
        (toys(), 1, ["Print on both sides.", "long edge", "Cut all sheets", "upper row on the lower"]),
        (toys(flip=SHORT), 4, ["short edge", "Cut 5 sheets at a time: each pile is a whole deck."]),
        (toys(), 6, ["Cut 5 sheets at a time", "Cut the last 3 sheets as one stack."]),
        (toys(backs=BESIDE), 1, ["2 cards of 142 x 99 mm", "fold along the broken", "on the one below"]),
        (toys(backs=APART), 1, ["put the paper back", "long edge"]),
        (toys(Size(280, 60), backs=NONE), 1, ["3 cards of 280 x 60 mm", "Lay each pile on the one below"]),
    ],
)
def test_what_is_to_be_done_is_said(cards: Cards, copies: int, said: list[str]) -> None:
    """The size, how to print, how to cut and in which order to lay the piles."""
    notes = " ".join(cut(cards, copies=copies)[0].notes)
    assert [each for each in said if each not in notes] == []


def test_one_sheet_needs_no_order() -> None:
    """What is on one sheet is cut, and that is all."""
    (document,) = cut(toys(backs=NONE), 3)
    assert document.notes == ("4 cards of 142 x 99 mm are cut from each sheet.",)
    (single,) = cut(toys(Size(280, 190), backs=NONE), 3)
    assert single.notes == ("A card of 280 x 190 mm is cut from each sheet.",)


def test_the_summary_says_it_too() -> None:
    """What a document came to ends with what is to be done with it."""
    (document,) = planned(deck(size="A4", paper="A3")).documents
    *_, last = came_to(document)
    assert last == " ".join(document.notes)
    assert "2 cards of 297 x 210 mm" in last


def test_a_card_larger_than_its_paper_is_a_problem() -> None:
    """P106 names both, and the papers that would do."""
    with pytest.raises(DeckError) as caught:
        planned(deck(size="A4", paper="Letter"))
    (problem,) = caught.value.problems
    assert str(problem) == (
        "test.yaml:9:5: P106 a card of 297 x 210mm does not fit on Letter; printers need 6mm at each edge; "
        "print it on A3 or A4 or Tabloid, or say a smaller size"
    )


def test_cut_cards_are_a_pdf_that_everybody_can_read() -> None:
    """The sheets of a deck, with each card told once, pass the gate."""
    made: Built = planned(deck(size="A4", paper="A3", copies=2))
    (data,) = drawn(made).files.values()
    assert failures(data) == []


def test_sheets_are_known_by_what_is_on_them() -> None:
    """Sheets of the same cards have one digest, and any other another; a new text changes those it is on."""
    made = drawn(planned(deck(4, size="A4", paper="A3", copies=2)))
    (digests,) = made.pages.values()
    assert len(digests) == 4
    assert len({*digests}) == 4
    fewer = drawn(planned(deck(4, size="A4", paper="A3", copies=4)))
    (more,) = fewer.pages.values()
    assert more == digests * 2
    assert all(isinstance(side, Sheet) for side in planned(deck(size="A4", paper="A3")).documents[0].pages())


def test_one_copy_is_another_document() -> None:
    """What is looked at on screen is one copy: as many sheets as that takes, and the file's own name."""
    (made,) = planned(deck(size="A4", paper="A3", copies=7)).documents
    many = made._replace(file_name="07-cards.pdf")
    one = many.one_copy()
    assert (many.page_count, one.page_count, one.file_name) == (18, 3, many.file_name)
    assert one.one_copy() == one
    (whole,) = planned(deck(copies=7)).documents
    assert whole.one_copy() == whole._replace(copies=1)


def test_behind_is_usual_where_cards_have_backs() -> None:
    """Cards with backs have them behind unless the deck says otherwise; others have none."""
    assert toys().backs == BEHIND
    assert toys(sides=1).backs == NONE
