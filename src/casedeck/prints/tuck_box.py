"""A tuck box for the small cards of a deck, on one sheet to cut out, fold and glue."""

from __future__ import annotations

from casedeck.compose.sheets.dividers import TAB
from casedeck.compose.sheets.tuck_box import BoxFacts, box_page
from casedeck.compose.sheets.tuck_net import Net, depth_of
from casedeck.compose.strip import family_of
from casedeck.library.locale import fixed
from casedeck.library.paper import PAPERS
from casedeck.model.deck import PrintItem
from casedeck.model.geometry import Size
from casedeck.model.paper import CLEAR_MM, Paper
from casedeck.prints.bench import Bench, TooFull
from casedeck.prints.document import Document
from casedeck.prints.entry import OF_A_SHEET, Print
from casedeck.prints.small_cards import small_card


def _make(bench: Bench, item: PrintItem) -> list[Document]:
    net = _on_paper(_nets(bench, item), item.paper)
    if net is None:
        _too_small(bench, item)
        return []
    size = next(each for each in _turned(item.paper) if _fits(net, each))
    x, y = (size.width - net.size.width) / 2, (size.height - net.size.height) / 2
    stationery, words = bench.stationery(item, size), bench.words("tuck box")
    bench.judge_look(item, stationery)
    facts = BoxFacts(bench.cards, item.card_weight)
    made = box_page(net._replace(x=x, y=y), facts, stationery, words)
    said = TooFull("the tuck box", item.paper.name, "say a larger size")
    return bench.sheets(item, words["title"], made, stationery, said, colour="colour")


def _nets(bench: Bench, item: PrintItem) -> list[Net]:
    """The nets that would do, the best first: cards stand on their short side or lie on their long one. With
    dividers, whose tabs stand above the long side, they lie.
    """
    card = small_card(bench, item)
    dividers = len({*map(family_of, bench.cards)}) if _has_dividers(bench) else 0
    depth = depth_of(len(bench.cards) + dividers, item.card_weight)
    if dividers:
        return [Net.around(Size(card.width, card.height + TAB), depth)]
    return [Net.around(card.portrait, depth), Net.around(card.landscape, depth)]


def _has_dividers(bench: Bench) -> bool:
    return any(each.kind == "dividers" for each in bench.deck.prints)


def _turned(paper: Paper) -> tuple[Size, Size]:
    return paper.size.landscape, paper.size.portrait


def _fits(net: Net, size: Size) -> bool:
    """Whether a net is inside of what printers reach."""
    width, height = net.size
    return width <= size.width - 2 * CLEAR_MM and height <= size.height - 2 * CLEAR_MM


def _on_paper(nets: list[Net], paper: Paper) -> Net | None:
    """The first net that fits on a paper."""
    return next((net for net in nets if any(_fits(net, size) for size in _turned(paper))), None)


def _too_small(bench: Bench, item: PrintItem) -> None:
    """Record P106 with the papers that would do."""
    nets, count = _nets(bench, item), len(bench.cards)
    papers = [each.name for each in bench.library.shelf(PAPERS).sound() if _on_paper(nets, each)]
    with_dividers = " and their dividers" if _has_dividers(bench) else ""
    cards = "1 card" if count == 1 else f"{count} cards"
    what = f"a box for {cards} of {item.card_weight} g/m²{with_dividers}"
    message = f"{what} does not fit on {item.paper.name}; printers need {CLEAR_MM:g}mm at each edge"
    ways = [f"print it on {' or '.join(papers)}"] if papers else []
    ways += ["print no dividers"] if with_dividers else []
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
