"""Why these cards: how each card came to be chosen."""

from __future__ import annotations

from casedeck.choose.reasons import REASONS, words_of
from casedeck.library.locale import fixed
from casedeck.model.deck import PrintItem
from casedeck.prints.bench import Bench, TooFull
from casedeck.prints.document import Document
from casedeck.prints.entry import OF_A_SHEET, Print


def _make(bench: Bench, item: PrintItem) -> list[Document]:
    from casedeck.compose.sheets.entries import why_pages

    stationery, words = bench.stationery(item, item.paper.size.portrait), bench.words("why these cards")
    made = why_pages(bench.cards, stationery, words, words_of(bench.labels))
    return bench.sheets(item, words["title"], made, stationery, TooFull.of_item(item))


PRINT = Print(
    "why these cards",
    about="How each card came into the deck, with the sentences of its case study that speak for it",
    takes=OF_A_SHEET,
    words={
        "why these cards": {**fixed("title, note"), "page": ("page", "pages")},
        "reasons": REASONS,
    },
    make=_make,
)
