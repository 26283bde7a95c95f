"""The test page, which shows what a printer does; `casedeck printer` asks what was read off it."""

from __future__ import annotations

from casedeck.library.locale import fixed
from casedeck.model.deck import PrintItem
from casedeck.model.text import filled
from casedeck.prints.bench import Bench, TooFull
from casedeck.prints.document import Document
from casedeck.prints.entry import OF_A_SHEET, Print

_ROWS = ("fit", "lying", "size", "edges", "mono", "largest", "duplex")


def _make(bench: Bench, item: PrintItem) -> list[Document]:
    """A sheet that stands and one that lies: printers turn them over different edges."""
    from casedeck.compose.sheets.test_page import pages_to_test

    words, made = bench.words("test page"), []
    for size, name in ((item.paper.size.portrait, "title"), (item.paper.size.landscape, "lying title")):
        stationery = bench.stationery(item, size)
        pages = pages_to_test(stationery, words)
        title = filled(words[name], side=words["front"])
        made += bench.sheets(item, title, pages, stationery, TooFull.of_item(item), sides=2)
    standing, lying = (each._replace(clear_mm=0.0) for each in made)
    return [standing, lying._replace(file_name=item.file_name.replace("test-page", "test-page-lying"))]


PRINT = Print(
    "test page",
    about="Two sheets that show what your [printer](printing.md#your-printer) does to sizes, edges and sides",
    takes=OF_A_SHEET,
    words={
        "test page": {
            **dict.fromkeys(("title", "lying title"), ("side",)),
            "length": ("number",),
            "type sample": ("size",),
            **fixed("front, back, note, fit, fit how, fit behind, fit across, fit down"),
            **fixed("size, size how, size across, size down, edges, edges how, edges found"),
            **fixed("greys, greys how, greys found, codes, codes how, codes found, address"),
            **fixed("type, type how, type found"),
            **fixed("column read, column found, column type"),
            **{f"{row} {what}": () for row in _ROWS for what in ("read", "example", "typed")},
        },
    },
    make=_make,
)
