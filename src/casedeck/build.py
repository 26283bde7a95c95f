"""The pipeline: load, select, compose, judge, draw. Files in, PDFs out; writing them is somebody else's job."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from casedeck.compose.cards import Fitted, fit_cards, pages
from casedeck.compose.faces import FACES
from casedeck.compose.sheet import Sheet
from casedeck.draw.pdf import draw_pdf
from casedeck.errors import DeckError, Report
from casedeck.load.deck import read_deck
from casedeck.load.files import Files
from casedeck.load.library import Library
from casedeck.load.yaml import parse
from casedeck.model.deck import Card, Deck, PrintItem
from casedeck.model.page import Page
from casedeck.rules import FIT_RULES, ITEM_RULES, PAGE_RULES
from casedeck.select.choose import choose


class Prepared(NamedTuple):
    """One print item, composed and judged, ready to be drawn."""

    item: PrintItem
    sheet: Sheet
    cards: tuple[Card, ...]
    fitted: Fitted


def prepare(name: str, data: bytes, shown: str, files: Files) -> tuple[Deck, list[Prepared]]:
    """The deck in a file's bytes with its print items: loaded, selected, composed and judged. Raises DeckError."""
    report = Report()
    node = parse(data, shown)
    library = Library(files, report)
    deck = read_deck(name, node, library, report)
    cards = choose(deck.choices, library.cases, report) if deck else ()
    sheets = [(item, _sheet(deck, item, library, cards)) for item in deck.prints] if deck else []
    report.raise_if_any()
    assert deck is not None
    prepared = [_fitted(item, sheet, cards, report) for item, sheet in sheets if sheet]
    report.raise_if_any()
    return deck, prepared


def _sheet(deck: Deck, item: PrintItem, library: Library, cards: Sequence[Card]) -> Sheet | None:
    """What the cards of a print item share, or None with problems recorded in the library's report."""
    fonts, logo, labels = library.fonts(item.theme), library.logo(item.theme), library.labels(deck.language)
    claims = [claim for card in cards for claim in (*card.case.benefits, *card.case.enablers)]
    icons = {claim.term.icon: library.icon(claim.term.icon) for claim in claims}
    if fonts is None or labels is None or None in icons.values():
        return None
    size = item.paper.size.landscape if FACES[item.face].landscape else item.paper.size.portrait
    drawings = {name: icon for name, icon in icons.items() if icon}
    return Sheet(size, item.paper.like, item.theme, fonts, drawings, logo, labels, library.vocabularies["enablers"], deck.title)


def _fitted(item: PrintItem, sheet: Sheet, cards: tuple[Card, ...], report: Report) -> Prepared:
    for rule in ITEM_RULES.values():
        report.problems.extend(rule(item, sheet, cards))
    fitted = fit_cards(item.face, cards, sheet)
    for fit_rule in FIT_RULES.values():
        report.problems.extend(fit_rule(item, fitted))
    return Prepared(item, sheet, cards, fitted)


def _judged(item: PrintItem, composed: Iterator[Page]) -> Iterator[Page]:
    for page in composed:
        if problems := [problem for rule in PAGE_RULES.values() for problem in rule(item, page)]:
            raise DeckError(problems)
        yield page


def draw(deck: Deck, prepared: Prepared, progress: Callable[[], None]) -> bytes:
    """The PDF of a print item. Raises DeckError where a page is not acceptable; `progress` is called after each page."""
    item = prepared.item
    composed = pages(prepared.fitted, prepared.sheet)
    title = f"{deck.title}: {item.face} cards, {item.paper.name}"
    judged = _judged(item, composed)
    return draw_pdf(
        judged, prepared.sheet.fonts, title=title, subject=deck.subtitle, language=deck.language, copies=item.copies, progress=progress
    )
