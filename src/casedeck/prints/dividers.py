"""Dividers to stand between the small cards of each family."""

from __future__ import annotations

from casedeck.library.locale import fixed
from casedeck.model.deck import PrintItem
from casedeck.model.paper import card_of
from casedeck.prints import cutting
from casedeck.prints.bench import Bench, TooFull
from casedeck.prints.document import Document, sheets_document
from casedeck.prints.entry import OF_A_SHEET, Print
from casedeck.prints.small_cards import small_card


def _make(bench: Bench, item: PrintItem) -> list[Document]:
    from casedeck.compose.sheets.dividers import divider_pages, divider_size

    words, size = bench.words("dividers"), divider_size(small_card(bench, item))
    stationery = bench.stationery(item, size)._replace(paper=card_of(size))
    bench.judge_look(item, stationery)
    made = divider_pages(stationery, bench.cards, bench.library.vocabularies["benefits"], words)
    pages = bench.fitting(item, made, TooFull("a divider", card_of(size).name, "say a larger size"))
    document = sheets_document(item, words["title"], pages, stationery, bench.report, colour="colour")
    cards = cutting.Cards(item, size, 1, lambda place: (pages[place],))
    laid = cutting.laid_out(bench, cards)
    return cutting.on_sheets(bench, cards, laid, document, range(len(pages)), item.copies) if laid else []


PRINT = Print(
    "dividers",
    about="A divider for each family of the small cards, with a tab that stands above them in their box",
    takes=(*OF_A_SHEET, "size", "cut"),
    words={
        "dividers": {
            **fixed("title, card, cards, brief"),
            **dict.fromkeys(("one behind", "several behind"), ("numbers",)),
        },
    },
    make=_make,
    icons=("benefits",),
)
