"""A tuck box for the small cards of a deck, on one sheet to cut out, fold and glue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedeck.compose.strip import family_of
from casedeck.library.locale import fixed
from casedeck.library.paper import PAPERS
from casedeck.model.deck import PrintItem
from casedeck.model.paper import CLEAR_MM
from casedeck.prints.bench import Bench, TooFull
from casedeck.prints.document import Document
from casedeck.prints.entry import OF_A_SHEET, Print
from casedeck.prints.small_cards import small_card
from casedeck.wording import count

if TYPE_CHECKING:  # what only boxes need is imported when one is printed
    from casedeck.compose.sheets.tuck_net import Net


def _make(bench: Bench, item: PrintItem) -> list[Document]:
    from casedeck.compose.sheets.tuck_box import BoxFacts, box_page
    from casedeck.compose.sheets.tuck_net import placed_on

    nets = _nets(bench, item)
    placed = placed_on(nets, item.paper.size)
    if placed is None:
        papers = [each.name for each in bench.library.shelf(PAPERS).sound() if placed_on(nets, each.size)]
        _too_small(bench, item, papers)
        return []
    net, size = placed
    stationery, words = bench.stationery(item, size), bench.words("tuck box")
    bench.judge_look(item, stationery)
    made = box_page(net, BoxFacts(bench.cards, item.card_weight), stationery, words)
    said = TooFull("the tuck box", item.paper.name, "say a larger size")
    return bench.sheets(item, words["title"], made, stationery, said, colour="colour")


def _nets(bench: Bench, item: PrintItem) -> list[Net]:
    """The nets that would do, the best first."""
    from casedeck.compose.sheets.dividers import TAB
    from casedeck.compose.sheets.tuck_net import nets_for

    dividers = len({*map(family_of, bench.cards)}) if _has_dividers(bench) else 0
    sheets = len(bench.cards) + dividers
    return nets_for(small_card(bench, item), sheets, item.card_weight, TAB if dividers else 0.0)


def _has_dividers(bench: Bench) -> bool:
    return any(each.kind == "dividers" for each in bench.deck.prints)


def _too_small(bench: Bench, item: PrintItem, papers: list[str]) -> None:
    """Record P106 with the papers that would do."""
    dividers = " and their dividers" if _has_dividers(bench) else ""
    what = f"a box for {count(len(bench.cards), 'card')} of {item.card_weight} g/m²{dividers}"
    message = f"{what} does not fit on {item.paper.name}; printers need {CLEAR_MM:g}mm at each edge"
    ways = [f"print it on {' or '.join(papers)}"] if papers else []
    ways += ["print no dividers"] if dividers else []
    bench.report.add(item.place, "P106", message, ", or ".join([*ways, "put fewer cards into a deck"]))


PRINT = Print(
    "tuck box",
    about="A box for the small cards on one sheet, to cut out, fold and glue",
    takes=(*OF_A_SHEET, "size", "card weight"),
    words={
        "tuck box": {
            **fixed("title, fold, glue, how, one card"),
            **dict.fromkeys(("made for", "made for one"), ("cards", "weight")),
            "cards": ("cards",),
        },
    },
    make=_make,
)
