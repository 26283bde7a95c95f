"""The front matter: what stands before the cards."""

from __future__ import annotations

from casedeck.model.deck import PrintItem
from casedeck.model.text import filled
from casedeck.prints.bench import Bench
from casedeck.prints.document import Document, sheets_document
from casedeck.prints.entry import OF_A_SHEET, Print
from casedeck.prints.halves import in_halves


def _make(bench: Bench, item: PrintItem) -> list[Document]:
    from casedeck.prints.front_pages import front_pages

    stationery = bench.stationery(item, item.paper.size.landscape)
    bench.judge_look(item, stationery)
    made = front_pages(bench, item, stationery)
    if made is None:
        return []
    document = sheets_document(
        item,
        filled(stationery.language.files["front matter"], paper=item.paper.name),
        made.pages,
        stationery,
        bench.report,
        colour="colour",
        facts=(f"body text {made.body_pt:g} pt, {item.theme.name.lower()} theme",),
    )
    return [in_halves(document, item.paper, stationery)]


PRINT = Print(
    "front matter",
    about=(
        "What stands before the cards: a cover, how to use the cards, how to read one, and a card for each "
        "activity"
    ),
    takes=OF_A_SHEET,
    words={},
    make=_make,
    welcomes=True,
)
