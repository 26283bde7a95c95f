"""Cards that are cut from larger paper: their layout, and the documents of the sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from casedeck.impose.cards import Sides, card_sheets, sheet_count
from casedeck.impose.layout import BACK, FRONT, Layout, layout
from casedeck.impose.order import stacks
from casedeck.library.paper import PAPERS
from casedeck.model.deck import PrintItem
from casedeck.model.geometry import Size
from casedeck.model.page import Page, bounds_of
from casedeck.model.paper import CLEAR_MM, Paper
from casedeck.model.sheet import APART, BEHIND, BESIDE, NONE
from casedeck.model.text import filled
from casedeck.prints.bench import Bench
from casedeck.prints.document import Document

KEYS = ("size", "backs", "flip", "cut")
"""What an item says of cards that are cut from larger paper."""


class Cards(NamedTuple):
    """The cards of an item by their numbers from 0: how many `sides` each has, and how these are made."""

    item: PrintItem
    size: Size
    sides: int
    sides_of: Callable[[int], Sides]

    @property
    def backs(self) -> str:
        """Where their backs are printed: one of BACKS."""
        return (self.item.backs or BEHIND) if self.sides > 1 else NONE


def laid_out(bench: Bench, cards: Cards) -> Layout | None:
    """How the cards stand on the item's paper; None, with P106 recorded, where they do not."""
    found = _laid_out(cards, cards.item.paper)
    if found is None:
        item = cards.item
        sheets = [each for each in bench.library.shelf(PAPERS).sound() if not each.half]
        larger = [each.name for each in sheets if _laid_out(cards, each)]
        with_back = " with its back beside it" if cards.backs == BESIDE else ""
        what = f"a card of {cards.size.width:g} x {cards.size.height:g}mm{with_back}"
        message = f"{what} does not fit on {item.paper.name}; printers need {CLEAR_MM:g}mm at each edge"
        ways = [f"print it on {' or '.join(larger)}"] if larger else []
        bench.report.add(item.place, "P106", message, ", or ".join([*ways, "say a smaller size"]))
    return found


def _laid_out(cards: Cards, paper: Paper) -> Layout | None:
    """The layout on a paper. Cards go to its very edge where more of them stand on it then, and their own
    margins are as wide as those of the printer.
    """
    item, size = cards.item, cards.size
    inside, whole = (
        layout(size, paper.size, cards.backs, item.flip, item.cut, filled=filled) for filled in (False, True)
    )
    more = whole and (not inside or whole.grid.places > inside.grid.places)
    return whole if more and all(map(_has_margins, cards.sides_of(0))) else inside


def _has_margins(page: Page) -> bool:
    """Whether nothing on a page is nearer to its edge than printers reach."""
    if not page.marks:
        return True
    ink = bounds_of(page.marks)
    right, foot = page.size.width - ink.right, page.size.height - ink.bottom
    return min(ink.x, ink.y, right, foot) >= CLEAR_MM


def on_sheets(
    bench: Bench, cards: Cards, laid: Layout, document: Document, order: Sequence[int], copies: int
) -> list[Document]:
    """A document of cards one after the other made one of sheets that they are cut from, with copies of the
    cards in this order; two, where backs are apart.
    """
    colour = cards.item.theme.colours["slate"]
    apart: dict[str, list[tuple[int, ...]]] = {BEHIND: [(FRONT, BACK)], APART: [(FRONT,), (BACK,)]}
    shown = apart.get(cards.backs, [(FRONT,)])

    def one(sides: tuple[int, ...]) -> Document:
        name, title = _named(bench, document, sides if len(shown) > 1 else ())
        return document._replace(
            file_name=name,
            title=title,
            pages=lambda: card_sheets(order, copies, cards.sides_of, laid, colour, shown=sides),
            page_count=len(sides) * sheet_count(len(order), copies, laid),
            copies=1,
            sides=len(sides),
            flip=cards.item.flip if len(sides) > 1 else "",
            composed=len({*order}) * (cards.sides if laid.beside else len(sides)),
            notes=tuple(_notes(bench, laid, cards, len(order), copies)),
        )

    made = [one(sides) for sides in shown]
    if copies == 1:
        return made
    alone = on_sheets(bench, cards, laid, document, order, 1)
    return [each._replace(alone=single) for each, single in zip(made, alone, strict=True)]


def _named(bench: Bench, document: Document, sides: tuple[int, ...]) -> tuple[str, str]:
    """The name and the title of the file of all sides, or of fronts or backs alone."""
    if not sides:
        return document.file_name, document.title
    what = "backs" if BACK in sides else "fronts"
    title = filled(bench.language.files[what], document=document.title)
    return f"{document.file_name.removesuffix('.pdf')}-{what}.pdf", title


def _notes(bench: Bench, laid: Layout, cards: Cards, count: int, copies: int) -> Iterator[str]:
    """What is to be done with the sheets, in words."""
    words, places = bench.language.cutting, laid.grid.places
    width, height = cards.size
    size = words["one card" if places == 1 else "cards"]
    yield filled(size, places=places, width=f"{width:g}", height=f"{height:g}")
    if cards.backs != NONE:
        yield words[cards.backs]
    if cards.backs in (BEHIND, APART):
        yield words[cards.item.flip]
    if places == 1:
        return
    found = stacks(count, copies, places)
    first, last = found[0], found[-1]
    whole = first.decks == places
    if whole and first.sheets > 1:
        yield filled(words["decks"], sheets=first.sheets)
    if last.sheets > 1 and not (whole and last == first):
        across, down = laid.grid.across.cards, laid.grid.down.cards
        piles = "piles across" if down == 1 else "piles down" if across == 1 else "piles"
        stack = filled(words["last stack"], sheets=last.sheets, piles=words[piles])
        yield stack if whole else filled(words["stack"], piles=words[piles])
