"""The heatmap sheet, on which people say where they are warm and where they are cool."""

from __future__ import annotations

from casedeck.library.locale import fixed
from casedeck.model.deck import PrintItem
from casedeck.prints.bench import Bench, TooFull
from casedeck.prints.document import Document
from casedeck.prints.entry import OF_A_SHEET, Print


def _make(bench: Bench, item: PrintItem) -> list[Document]:
    from casedeck.compose.sheets.heatmap import heatmap_page

    stationery, words = bench.stationery(item, item.paper.size.portrait), bench.words("heatmap sheet")
    made = heatmap_page(stationery, bench.library.vocabularies["opportunities"], words)
    return bench.sheets(item, words["title"], made, stationery, TooFull.of_item(item))


PRINT = Print(
    "heatmap sheet",
    about="A sheet on which people score the ten opportunities",
    takes=OF_A_SHEET,
    words={
        "heatmap sheet": fixed("title, name, date, think, how, alone, group, cool, warm, coolest, next"),
    },
    make=_make,
    icons=("opportunities",),
)
