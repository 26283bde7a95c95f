"""From a deck's print items to its documents: composed, and judged as far as can be before they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from casedeck.compose.faces import FACES
from casedeck.compose.fit import Fitted, fit_cards, pages, with_papers
from casedeck.compose.kit import Pages
from casedeck.compose.stationery import Stationery
from casedeck.errors import Report
from casedeck.library.library import Library
from casedeck.model.deck import Card, Deck, PrintItem
from casedeck.model.geometry import Size
from casedeck.model.page import Page
from casedeck.model.paper import Paper
from casedeck.prints.document import Document, sheets_document
from casedeck.rules import FIT_RULES, ITEM_RULES, LOOK_ADVICE, LOOK_RULES
from casedeck.rules.room import Overfull, too_full
from casedeck.rules.whose import place_of
from casedeck.wording import Watch, joined, unwatched

if TYPE_CHECKING:  # what only sessions need is imported when one is printed
    from casedeck.prints.pack import Workshop
    from casedeck.session.plan import SessionPlan


class Prepared(NamedTuple):
    """The cards of one print item, fitted and judged."""

    item: PrintItem
    sheet: Stationery
    cards: tuple[Card, ...]
    fitted: Fitted

    def pages(self) -> Iterator[Page]:
        """A page for each card, made when it is asked for."""
        return pages(self.fitted, self.sheet)


def documents_of(
    deck: Deck,
    cards: tuple[Card, ...],
    plan: SessionPlan | None,
    library: Library,
    report: Report,
    watch: Watch = unwatched,
) -> list[Document]:
    """The documents of all print items, in their order; empty, with problems recorded, where any of them
    cannot be made. A pack prints the `plan` of the session.
    """
    composer = _Composer(deck, cards, plan, library, report, watch)
    for item in deck.prints:
        composer.ready(item)
    if report.problems:
        return []
    made = [(item, composer.documents(item)) for item in deck.prints]
    return [document for item, documents in made for document in (*composer.before(item, made), *documents)]


class _Composer:
    def __init__(
        self,
        deck: Deck,
        cards: tuple[Card, ...],
        plan: SessionPlan | None,
        library: Library,
        report: Report,
        watch: Watch,
    ) -> None:
        self.deck, self.cards, self.plan, self.library = deck, cards, plan, library
        self.report, self.watch = report, watch
        self.labels = library.labels(deck.language)
        self.shop: Workshop | None = None

    def ready(self, item: PrintItem) -> None:
        """Read what the item needs, so that all problems of files come before any of fitting."""
        self.library.fonts(item.theme)
        self.library.logo(item.theme)
        for name in self._icon_names():
            self.library.icon(name)

    def _icon_names(self) -> list[str]:
        kinds = [claims for card in self.cards for claims in card.case.printed_claims().values()]
        terms = [claim.term for claims in kinds for claim in claims]
        if any(item.kind == "heatmap sheet" for item in self.deck.prints):
            terms += self.library.vocabularies["opportunities"]
        return list(dict.fromkeys(term.icon for term in terms))

    def sheet(self, item: PrintItem, paper: Paper, size: Size) -> Stationery:
        """What pages of a paper, turned to a size, have in common."""
        fonts, logo = self.library.fonts(item.theme), self.library.logo(item.theme)
        icons = {name: icon for name in self._icon_names() if (icon := self.library.icon(name))}
        assert fonts is not None
        assert self.labels is not None
        return Stationery(
            size,
            paper,
            item.theme,
            fonts,
            icons,
            logo,
            self.labels,
            self.library.vocabularies["enablers"],
            self.deck.title,
        )

    def documents(self, item: PrintItem) -> list[Document]:
        """The documents of an item, with problems recorded for what does not fit."""
        return MAKERS[item.kind](self, item)

    def deck_of_cards(self, item: PrintItem) -> list[Document]:
        """The cards on a face."""
        prepared = self.prepared(item, self.cards)
        return [
            Document(
                file_name=item.file_name,
                title=f"{item.face} cards, {item.paper.name}",
                fonts=prepared.sheet.fonts,
                pages=prepared.pages,
                page_count=len(self.cards),
                copies=item.copies,
                paper=item.paper.name,
                sides=1,
                colour="colour",
                facts=tuple(_facts(item, prepared.fitted)),
                place=item.place,
            )
        ]

    def pack(self, item: PrintItem) -> list[Document]:
        """Everything for the session."""
        from casedeck.prints.pack import pack_documents

        assert self.plan is not None
        self.shop = self.workshop(item, self.plan)
        return pack_documents(self.shop)

    def before(self, item: PrintItem, made: Sequence[tuple[PrintItem, list[Document]]]) -> list[Document]:
        """What comes before an item's documents: before a pack the list of all that is printed, the pack
        first.
        """
        if item.kind != "pack" or self.shop is None:
            return []
        from casedeck.prints.pack import first_document

        beside = [document for other, documents in made if other is not item for document in documents]
        own = [document for other, documents in made if other is item for document in documents]
        return [first_document(self.shop, [*own, *beside])]

    def front_matter(self, item: PrintItem) -> list[Document]:
        """What stands before the cards."""
        from casedeck.prints.front_matter import Source, front_matter

        sheet = self.sheet(item, item.paper, item.paper.size.landscape)
        self.judge_look(item, sheet)
        made = front_matter(
            Source(self.deck, item, self.cards, self.library, self.report, self.words("times")), sheet
        )
        if made is None:
            return []
        facts = (f"body text {made.body_pt:g} pt, {item.theme.name.lower()} theme",)
        return [
            sheets_document(
                item,
                f"front matter, {item.paper.name}",
                made.pages,
                sheet,
                self.report,
                colour="colour",
                facts=facts,
            )
        ]

    def card_index(self, item: PrintItem) -> list[Document]:
        """The deck's cards by benefit and by enabler, then by opportunity and by sector."""
        from casedeck.compose.sheets.card_index import whole_index_pages

        sheet, words = self.sheet(item, item.paper, item.paper.size.portrait), self.words("card index")
        benefits, opportunities = (self.library.vocabularies[kind] for kind in ("benefits", "opportunities"))
        return self.sheets(
            item, words["title"], whole_index_pages(self.cards, sheet, benefits, opportunities, words), sheet
        )

    def why_these_cards(self, item: PrintItem) -> list[Document]:
        """How each card came to be chosen."""
        from casedeck.compose.sheets.entries import why_pages

        sheet, words = self.sheet(item, item.paper, item.paper.size.portrait), self.words("why these cards")
        return self.sheets(item, words["title"], why_pages(self.cards, sheet, words), sheet)

    def heatmap_sheet(self, item: PrintItem) -> list[Document]:
        """The sheet on which people say where they are warm and where they are cool."""
        from casedeck.compose.sheets.heatmap import heatmap_page

        sheet, words = self.sheet(item, item.paper, item.paper.size.portrait), self.words("heatmap sheet")
        return self.sheets(
            item,
            words["title"],
            heatmap_page(sheet, self.library.vocabularies["opportunities"], words),
            sheet,
        )

    def sheets(self, item: PrintItem, title: str, made: Pages, sheet: Stationery) -> list[Document]:
        """The document of a sheet's pages, with a problem recorded where they are over-full."""
        for name, over in made.over.items():
            word = made.word if name == "width" else ""
            place, field = place_of(word, self.deck, self.cards, item.place)
            full = Overfull(f"the {item.kind}", item.paper.name, over, word, field)
            self.report.add(place, "P104", *too_full(full, "print it on larger paper"))
        return [sheets_document(item, title, made.pages, sheet, self.report)]

    def blank_card(self, item: PrintItem) -> list[Document]:
        """The card to write on by hand, for an organisation there is or one that is imagined."""
        from casedeck.compose.sheets.blank_card import blank_card

        sheet = self.sheet(item, item.paper, item.paper.size.landscape)
        imagined = item.kind.startswith("imagined")
        made = tuple(
            blank_card(sheet, self.words("blank card"), self.library.vocabularies, imagined=imagined)
        )
        return [sheets_document(item, made[0].title, made, sheet, self.report, sides=2)]

    def words(self, section: str) -> dict[str, str]:
        """The words of one kind of sheet."""
        assert self.labels is not None
        return dict(self.labels[section])

    def prepared(self, item: PrintItem, cards: tuple[Card, ...]) -> Prepared:
        """Cards on the item's face, fitted, with what the rules say of them recorded."""
        size = item.paper.size.landscape if FACES[item.face].landscape else item.paper.size.portrait
        sheet = self.sheet(item, item.paper, size)
        self.judge_look(item, sheet)
        for rule in ITEM_RULES.values():
            self.report.problems.extend(rule(item, sheet, cards))
        fitted = fit_cards(item.face, cards, sheet, self.watch)
        if any(fit.body_pt is None for fit in fitted.fits):
            fitted = with_papers(fitted, item.face, sheet, self.library.shelf.larger(item.paper))
        for fit_rule in FIT_RULES.values():
            self.report.problems.extend(fit_rule(item, fitted))
        return Prepared(item, sheet, cards, fitted)

    def judge_look(self, item: PrintItem, sheet: Stationery) -> None:
        """Record what the rules say of the item's colours and logo."""
        for rule in LOOK_RULES.values():
            self.report.problems.extend(rule(item, sheet, ()))
        for rule in LOOK_ADVICE.values():
            self.report.advise(rule(item, sheet, ()))

    def workshop(self, item: PrintItem, session: SessionPlan) -> Workshop:
        """What the pack is made from."""
        from casedeck.prints.pack import Workshop

        assert self.labels is not None

        def set_cards(
            face: str, paper: Paper, cards: Sequence[Card]
        ) -> tuple[Stationery, Callable[[], Iterator[Page]], float]:
            prepared = self.prepared(item._replace(face=face, paper=paper), tuple(cards))
            return prepared.sheet, prepared.pages, prepared.fitted.body_pt

        words = {name: dict(section) for name, section in self.labels.items() if not isinstance(section, str)}
        return Workshop(
            self.deck,
            item,
            session,
            self.library,
            lambda paper, size: self.sheet(item, paper, size),
            set_cards,
            words,
            self.report,
        )


MAKERS: Mapping[str, Callable[[_Composer, PrintItem], list[Document]]] = {
    "cards": _Composer.deck_of_cards,
    "wall cards": _Composer.deck_of_cards,
    "pack": _Composer.pack,
    "front matter": _Composer.front_matter,
    "card index": _Composer.card_index,
    "why these cards": _Composer.why_these_cards,
    "heatmap sheet": _Composer.heatmap_sheet,
    "blank card": _Composer.blank_card,
    "imagined blank card": _Composer.blank_card,
}
"""What makes the documents of each kind of print item (`casedeck.build.deck_file.ITEMS`)."""


def _facts(item: PrintItem, fitted: Fitted) -> Iterator[str]:
    """What a card item came to: cards, body size, and what holds the size down."""
    yield f"body text {fitted.body_pt:g} pt, {item.theme.name.lower()} theme"
    if fitted.limited_by and fitted.others_pt > fitted.body_pt:
        names = [card.case.title for card in fitted.limited_by]
        others = len(fitted.fits) - len(names)
        verb = "needs" if len(names) == 1 else "need"
        rest = "the other one" if others == 1 else f"the other {others}"
        yield f"{joined(names)} {verb} {fitted.body_pt:g} pt; {rest} would fit {fitted.others_pt:g} pt"
