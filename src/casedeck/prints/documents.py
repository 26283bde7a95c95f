"""From a deck's print items to its documents: composed, and judged as far as can be before they are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from casedeck.errors import Place, Report
from casedeck.library.library import Library
from casedeck.model.deck import Card, Deck, PrintItem
from casedeck.model.illustration import Illustration
from casedeck.prints import PRINTS
from casedeck.prints.at_printer import at_printer
from casedeck.prints.bench import Bench, Make
from casedeck.prints.document import Document
from casedeck.prints.words import LOCALE
from casedeck.rules.picture import picture_sharp
from casedeck.wording import Watch, unwatched

if TYPE_CHECKING:  # what only sessions need is imported when one is printed
    from casedeck.session.plan import SessionPlan

Made = Sequence[tuple[PrintItem, list[Document]]]


def documents_of(
    deck: Deck,
    cards: tuple[Card, ...],
    plan: SessionPlan | None,
    library: Library,
    report: Report,
    watch: Watch = unwatched,
) -> list[Document]:
    """The documents of all print items, in their order; empty, with problems recorded, where any of them
    cannot be made. The `plan` is that of the session, where something prints it.
    """
    bench = bench_of(deck, cards, plan or _welcome(deck, cards, library), library, report, watch)
    if report.problems or bench is None:
        return []
    made = [(item, _made(bench, item)) for item in deck.prints]
    return [each for item, own in made for each in (*_before(bench, item, made), *own)]


def _made(bench: Bench, item: PrintItem) -> list[Document]:
    """The documents of an item, as the facilitator's printer takes them."""
    return [at_printer(each, bench.library) for each in PRINTS[item.kind].make(bench, item)]


def _before(bench: Bench, item: PrintItem, made: Made) -> list[Document]:
    """What stands before an item's documents."""
    before = PRINTS[item.kind].before
    own = [document for other, documents in made if other is item for document in documents]
    beside = [document for other, documents in made if other is not item for document in documents]
    made_before = before(bench, item, [*own, *beside]) if before else []
    return [at_printer(each, bench.library) for each in made_before]


def bench_of(
    deck: Deck,
    cards: tuple[Card, ...],
    plan: SessionPlan | None,
    library: Library,
    report: Report,
    watch: Watch,
) -> Bench | None:
    """The bench for a deck's prints, with everything read that they need, so that all problems of files come
    before any of fitting; None where the words cannot be read.
    """
    labels = library.labels(deck.language, LOCALE)
    for item in deck.prints:
        library.fonts(item.theme)
        library.logo(item.theme)
    for picture, place in _pictures(deck, cards):
        if size := library.album.look_at(picture, place, report):
            report.advise(picture_sharp(picture, size, place))
    icons = {name: icon for name in _icon_names(deck, cards, library) if (icon := library.icon(name))}
    return Bench(deck, cards, plan, library, report, labels, icons, _makers(), watch) if labels else None


def _pictures(deck: Deck, cards: Sequence[Card]) -> Iterator[tuple[Illustration, Place]]:
    """The pictures of the deck and of its cards, each with its place in the file that names it."""
    if deck.picture:
        yield deck.picture, deck.picture_place or deck.place
    for card in cards:
        if card.case.picture:
            yield card.case.picture, card.case.place("picture file")


def _icon_names(deck: Deck, cards: Sequence[Card], library: Library) -> list[str]:
    """The icons on the cards, and those that prints show besides."""
    kinds = [claims for card in cards for claims in card.case.printed_claims().values()]
    terms = [claim.term for claims in kinds for claim in claims]
    shown = [kind for item in deck.prints for kind in PRINTS[item.kind].icons]
    terms += [term for kind in dict.fromkeys(shown) for term in library.vocabularies[kind]]
    return list(dict.fromkeys(term.icon for term in terms))


def _welcome(deck: Deck, cards: Sequence[Card], library: Library) -> SessionPlan | None:
    """The plan of the deck's session where nothing prints it, but something tells of it and it can be."""
    known = deck.session.activities and deck.session.people is not None
    if not known or not any(PRINTS[item.kind].welcomes for item in deck.prints):
        return None
    from casedeck.prints.session_needs import plan_of

    return plan_of(deck, cards, library, Report())


def _makers() -> dict[str, Make]:
    """What makes each print that activities can name as a sheet."""
    return {name: each.supply or each.make for name, each in PRINTS.items() if each.supplied}
