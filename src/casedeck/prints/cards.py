"""The cards of a deck on one face."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from casedeck.compose.deck_back import deck_back
from casedeck.compose.faces import FACES
from casedeck.compose.fit import Fitted, OneSize, fit_cards, sides_of_card, with_papers, with_size
from casedeck.compose.layout import Face
from casedeck.compose.stationery import Stationery
from casedeck.impose.cards import Sides
from casedeck.impose.grid import on_other_paper
from casedeck.impose.layout import Layout
from casedeck.library.paper import PAPERS, larger
from casedeck.model.deck import Card, PrintItem
from casedeck.model.geometry import Size
from casedeck.model.page import Page
from casedeck.model.paper import card_of
from casedeck.model.sheet import Placed, Sheet, Side
from casedeck.model.text import filled
from casedeck.prints import cutting, print_shop
from casedeck.prints.bench import Bench
from casedeck.prints.document import Document
from casedeck.prints.entry import Print
from casedeck.prints.halves import in_halves
from casedeck.rules import FIT_RULES, ITEM_RULES
from casedeck.wording import in_sentence, joined


def on_face(face: Face) -> Print:
    """The print item of a face: the first of all faces has that of plain `cards`."""
    first = next(iter(FACES)) == face.name
    return Print(
        "cards" if first else f"{face.name} cards",
        about=f"A card for each case study on the {face.name} face: {in_sentence(face.about).rstrip('.')}",
        takes=("face", "paper", "theme", "copies", "back", "for", *cutting.KEYS),
        words=face.words,
        make=deck_of_cards,
        face=face.name,
    )


class Prepared(NamedTuple):
    """The cards of one print item, fitted and judged; `layout` is how they stand on sheets that they are cut
    from, None where each fills its paper. One `back` stands behind all of them, or each has that of its face.
    """

    item: PrintItem
    sheet: Stationery
    cards: tuple[Card, ...]
    fitted: Fitted
    layout: Layout | None = None
    back: Page | None = None

    @property
    def face(self) -> Face:
        """The face of the cards."""
        return FACES[self.item.face]

    @property
    def sides(self) -> int:
        """On how many sides each card is printed."""
        return 2 if self.back else self.face.sides

    def sides_of(self, place: int) -> Sides:
        """The sides of one card as pages, by its place among the cards."""
        own = sides_of_card(self.item.face, self.fitted, self.sheet, place)
        return (own[0], self.back) if self.back else own

    @property
    def apart(self) -> cutting.Cards:
        """The cards as they are cut from larger paper."""
        return cutting.Cards(self.item, self.sheet.size, self.sides, self.sides_of)

    def cards_in_pages(self) -> Iterator[Sides]:
        """The sides of each card as pages, made when they are asked for."""
        return map(self.sides_of, range(len(self.cards)))

    def pages(self) -> Iterator[Side]:
        """The sides of all cards, one after the other; a back that all have is made once and placed again."""
        if self.back is None:
            yield from itertools.chain.from_iterable(self.cards_in_pages())
            return
        again = Sheet(self.back.size, (Placed(self.back, 0, 0, first=False),), (), self.back.label)
        for number, (front, back) in enumerate(self.cards_in_pages()):
            yield front
            yield again if number and not back.bleed else back


def prepared(bench: Bench, item: PrintItem) -> Prepared:
    """The deck's cards on the item's face, fitted, with what the rules say of them recorded."""
    face, own = FACES[item.face], own_size(item)
    paper = card_of(own) if own else item.paper
    size = paper.size.landscape if face.landscape else paper.size.portrait
    bleed = print_shop.BLEED if item.for_print_shop else 0.0
    stationery = bench.stationery(item, size)._replace(paper=paper, bleed=bleed)
    bench.judge_look(item, stationery)
    for rule in ITEM_RULES.values():
        bench.report.problems.extend(rule(item, stationery, bench.cards))
    fitted = fit_cards(item.face, bench.cards, stationery, bench.watch)
    if not own and any(fit.body_pt is None for fit in fitted.fits):
        fitted = with_papers(fitted, item.face, stationery, larger(bench.library.shelf(PAPERS), item.paper))
    if own:
        fitted = with_size(fitted, item.face, stationery)
    for fit_rule in FIT_RULES.values():
        bench.report.problems.extend(fit_rule(item, fitted))
    back = deck_back(stationery, bench.cards) if item.back else None
    made = Prepared(item, stationery, bench.cards, fitted, back=back)
    on_sheets = own and not item.for_print_shop
    return made._replace(layout=cutting.laid_out(bench, made.apart)) if on_sheets else made


def own_size(item: PrintItem) -> Size | None:
    """The size in mm of the cards of an item; None where it is that of their paper."""
    card = FACES[item.face].card
    if item.size:
        return item.size.on(item.paper)
    return on_other_paper(card, item.paper) if card else None


def deck_of_cards(bench: Bench, item: PrintItem) -> list[Document]:
    """One document with a page for each card, or with sheets that they are cut from; two where backs are
    apart.
    """
    made = prepared(bench, item)
    document, order = document_of(bench, made), range(len(made.cards))
    if item.for_print_shop:
        return [print_shop.for_print_shop(bench, item, document, made.sheet, len(made.cards))]
    if made.layout is None:
        return [in_halves(document, item.paper, made.sheet)]
    return cutting.on_sheets(bench, made.apart, made.layout, document, order, item.copies)


def document_of(bench: Bench, made: Prepared) -> Document:
    """The document of cards that are fitted, with a page for each of them."""
    item = made.item
    return Document(
        file_name=item.file_name,
        title=_title(bench, item),
        fonts=made.sheet.fonts,
        pages=made.pages,
        page_count=len(made.cards) * made.sides,
        copies=item.copies,
        paper=item.paper.name,
        sides=made.sides,
        colour=made.face.colour,
        language=made.sheet.language,
        facts=tuple(_facts(item, made.fitted)),
        place=item.place,
    )


def _title(bench: Bench, item: PrintItem) -> str:
    """What the file of cards on a face calls itself."""
    words = bench.words("files")
    return filled(words.get(f"{item.face} cards", words["cards"]), face=item.face, paper=item.paper.name)


def _facts(item: PrintItem, fitted: Fitted) -> Iterator[str]:
    """What a card item came to: body sizes, and what holds them down."""
    yield f"body text {body_text(fitted)}, {item.theme.name.lower()} theme"
    for size in fitted.sizes:
        if size.limited_by and size.others_pt > size.body_pt:
            yield _held_down(size)


def body_text(fitted: Fitted) -> str:
    """The body size of the cards, or those of full and of brief ones where they differ, for messages."""
    if fitted.full and fitted.brief and fitted.full.body_pt != fitted.brief.body_pt:
        return f"{fitted.full.body_pt:g} pt on full cards, {fitted.brief.body_pt:g} pt on brief ones"
    return f"{fitted.sizes[0].body_pt:g} pt"


def _held_down(size: OneSize) -> str:
    names = [card.case.title for card in size.limited_by]
    others = len(size.cards) - len(names)
    verb = "needs" if len(names) == 1 else "need"
    rest = "the other one" if others == 1 else f"the other {others}"
    return f"{joined(names)} {verb} {size.body_pt:g} pt; {rest} would fit {size.others_pt:g} pt"
