"""The card index: the deck's cards by benefit and by enabler, then by opportunity and by sector."""

from __future__ import annotations

from casedeck.library.locale import fixed
from casedeck.model.deck import PrintItem
from casedeck.prints.bench import Bench, TooFull
from casedeck.prints.document import Document
from casedeck.prints.entry import OF_A_SHEET, Print
from casedeck.session.supplied import Supplied


def _whole(bench: Bench, item: PrintItem) -> list[Document]:
    """The table, then the lists."""
    from casedeck.compose.sheets.card_index import whole_index_pages

    stationery, words = bench.stationery(item, item.paper.size.portrait), bench.words("card index")
    benefits, opportunities = (bench.library.vocabularies[kind] for kind in ("benefits", "opportunities"))
    made = whole_index_pages(bench.cards, stationery, benefits, opportunities, words)
    return bench.sheets(item, words["title"], made, stationery, TooFull.of_item(item))


def _table(bench: Bench, item: PrintItem) -> list[Document]:
    """The table only."""
    from casedeck.compose.sheets.card_index import card_index_pages

    stationery, words = bench.stationery(item, item.paper.size.portrait), bench.words("card index")
    made = card_index_pages(bench.cards, stationery, bench.library.vocabularies["benefits"], words)
    return bench.sheets(item, words["title"], made, stationery, TooFull.in_pack("the card index"))


PRINT = Print(
    "card index",
    about=(
        "A table of the deck's cards by benefit and enabler; in a deck, lists of them by opportunity and by "
        "sector follow"
    ),
    takes=OF_A_SHEET,
    words={
        "card index": {
            **fixed("title, note, brief note, number, case study, brief, benefits, enablers, terms title"),
            **fixed("terms note, by opportunity, by sector, none"),
            "continued": ("heading",),
            "page": ("page", "pages"),
        }
    },
    make=_whole,
    supplied=Supplied("A4", "mono", lists=25),
    supply=_table,
    icons=("benefits", "enablers"),
)
