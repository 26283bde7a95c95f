"""The cards of a deck on one face."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casedeck.compose.faces import FACES
from casedeck.compose.fit import Fitted, fit_cards, pages, with_papers
from casedeck.compose.layout import Face
from casedeck.compose.stationery import Stationery
from casedeck.library.paper import PAPERS, larger
from casedeck.model.deck import Card, PrintItem
from casedeck.model.page import Page
from casedeck.model.text import filled
from casedeck.prints.bench import Bench
from casedeck.prints.document import Document
from casedeck.prints.entry import Print
from casedeck.rules import FIT_RULES, ITEM_RULES
from casedeck.wording import in_sentence, joined


def on_face(face: Face) -> Print:
    """The print item of a face: the first of all faces has that of plain `cards`."""
    first = next(iter(FACES)) == face.name
    return Print(
        "cards" if first else f"{face.name} cards",
        about=f"A card for each case study on the {face.name} face: {in_sentence(face.about).rstrip('.')}",
        takes=("face", "paper", "theme", "copies"),
        words=face.words,
        make=deck_of_cards,
        face=face.name,
    )


class Prepared(NamedTuple):
    """The cards of one print item, fitted and judged."""

    item: PrintItem
    sheet: Stationery
    cards: tuple[Card, ...]
    fitted: Fitted

    def pages(self) -> Iterator[Page]:
        """A page for each card, made when it is asked for."""
        return pages(self.item.face, self.fitted, self.sheet)


def prepared(bench: Bench, item: PrintItem) -> Prepared:
    """The deck's cards on the item's face, fitted, with what the rules say of them recorded."""
    size = item.paper.size.landscape if FACES[item.face].landscape else item.paper.size.portrait
    stationery = bench.stationery(item, size)
    bench.judge_look(item, stationery)
    for rule in ITEM_RULES.values():
        bench.report.problems.extend(rule(item, stationery, bench.cards))
    fitted = fit_cards(item.face, bench.cards, stationery, bench.watch)
    if any(fit.body_pt is None for fit in fitted.fits):
        fitted = with_papers(fitted, item.face, stationery, larger(bench.library.shelf(PAPERS), item.paper))
    for fit_rule in FIT_RULES.values():
        bench.report.problems.extend(fit_rule(item, fitted))
    return Prepared(item, stationery, bench.cards, fitted)


def deck_of_cards(bench: Bench, item: PrintItem) -> list[Document]:
    """One document with a page for each card."""
    return [document_of(bench, prepared(bench, item))]


def document_of(bench: Bench, made: Prepared) -> Document:
    """The document of cards that are fitted, with a page for each of them."""
    item = made.item
    return Document(
        file_name=item.file_name,
        title=_title(bench, item),
        fonts=made.sheet.fonts,
        pages=made.pages,
        page_count=len(made.cards),
        copies=item.copies,
        paper=item.paper.name,
        sides=1,
        colour=FACES[item.face].colour,
        language=made.sheet.language,
        facts=tuple(_facts(item, made.fitted)),
        place=item.place,
    )


def _title(bench: Bench, item: PrintItem) -> str:
    """What the file of cards on a face calls itself."""
    words = bench.words("files")
    return filled(words.get(f"{item.face} cards", words["cards"]), face=item.face, paper=item.paper.name)


def _facts(item: PrintItem, fitted: Fitted) -> Iterator[str]:
    """What a card item came to: cards, body size, and what holds the size down."""
    yield f"body text {fitted.body_pt:g} pt, {item.theme.name.lower()} theme"
    if fitted.limited_by and fitted.others_pt > fitted.body_pt:
        names = [card.case.title for card in fitted.limited_by]
        others = len(fitted.fits) - len(names)
        verb = "needs" if len(names) == 1 else "need"
        rest = "the other one" if others == 1 else f"the other {others}"
        yield f"{joined(names)} {verb} {fitted.body_pt:g} pt; {rest} would fit {fitted.others_pt:g} pt"
