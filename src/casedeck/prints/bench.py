"""The bench on which every print is made: what a deck's documents have in common, and how their sheets are
judged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from casedeck.compose.kit import Pages
from casedeck.compose.stationery import Stationery
from casedeck.errors import Place, Report
from casedeck.library.library import Library
from casedeck.library.locale import language_of
from casedeck.library.paper import PAPERS
from casedeck.model.deck import Card, Deck, PrintItem
from casedeck.model.geometry import Size
from casedeck.model.language import Language
from casedeck.model.page import Drawing, Page
from casedeck.model.paper import at_hand
from casedeck.notation.records import Read
from casedeck.prints.document import Document, sheets_document
from casedeck.prints.halves import in_halves
from casedeck.rules import LOOK_ADVICE, LOOK_RULES
from casedeck.rules.room import Overfull, too_full
from casedeck.rules.whose import place_of
from casedeck.wording import Watch

if TYPE_CHECKING:  # what only sessions need is imported when one is printed
    from casedeck.session.plan import SessionPlan


class TooFull(NamedTuple):
    """What is said of a sheet with too much on it: what it is, its paper, the way out, and the sheet's own
    file where it has one.
    """

    what: str
    paper: str
    way: str
    file: Place | None = None

    @classmethod
    def of_item(cls, item: PrintItem) -> TooFull:
        """What is said of a sheet that a deck prints by itself."""
        return cls(f"the {item.kind}", item.paper.name, "print it on larger paper")

    @classmethod
    def in_pack(cls, what: str, file: Place | None = None) -> TooFull:
        """What is said of a sheet of a pack."""
        way = "choose fewer cards or a smaller theme; if the activity is yours, shorten its texts"
        return cls(what, "its paper", way, file)


class Bench(NamedTuple):
    """A deck with its cards, the plan of its session (None where none is needed, or can be made), the
    library, where problems go, the words and the icons of its prints by name, what makes each sheet that
    activities can name, and who is told how far things are.
    """

    deck: Deck
    cards: tuple[Card, ...]
    plan: SessionPlan | None
    library: Library
    report: Report
    labels: Read
    icons: Mapping[str, Drawing]
    makers: Mapping[str, Make]
    watch: Watch

    def words(self, section: str) -> dict[str, str]:
        """The words of one kind of sheet."""
        return dict(self.labels[section])

    @property
    def language(self) -> Language:
        """How the language of the deck puts lists, numbers, days and times."""
        return language_of(self.labels)

    def stationery(self, item: PrintItem, size: Size) -> Stationery:
        """What the pages of an item have in common, its paper turned to a size in mm."""
        fonts = self.library.fonts(item.theme)
        assert fonts is not None
        return Stationery(
            size,
            item.paper,
            item.theme,
            fonts,
            self.icons,
            self.library.logo(item.theme),
            self.labels,
            self.library.vocabularies["enablers"],
            self.library.vocabularies["families"],
            self.deck.title,
            self.language,
            partial(self.library.album.cropped, grey=item.theme.pictures == "grey"),
            self.deck.picture,
        )

    def on_usual_paper(self, item: PrintItem) -> PrintItem:
        """The item on A4, or on what is there in its place: sheets that nobody asks for are printed on it."""
        usual = self.library.shelf(PAPERS).find("A4", item.place, self.report)
        assert usual is not None
        return item._replace(paper=at_hand(usual, self.deck.papers))

    def judge_look(self, item: PrintItem, stationery: Stationery) -> None:
        """Record what the rules say of the item's colours and logo."""
        for rule in LOOK_RULES.values():
            self.report.problems.extend(rule(item, stationery, ()))
        for rule in LOOK_ADVICE.values():
            self.report.advise(rule(item, stationery, ()))

    def fitting(self, item: PrintItem, made: Pages, said: TooFull) -> tuple[Page, ...]:
        """The pages, with P104 recorded for each way in which they are over-full: where the word that is too
        wide stands, else at the sheet's own file, else at the item.
        """
        for name, over in made.over.items():
            self.too_full(item, said, over, made.word if name == "width" else "")
        return made.pages

    def sheets(
        self,
        item: PrintItem,
        title: str,
        made: Pages,
        stationery: Stationery,
        said: TooFull,
        *,
        sides: int = 1,
        colour: str = "mono",
    ) -> list[Document]:
        """The document of pages other than cards, with problems recorded for what does not fit on them, and
        for characters that no font has.
        """
        pages = self.fitting(item, made, said)
        whole = sheets_document(item, title, pages, stationery, self.report, sides=sides, colour=colour)
        return [in_halves(whole, item.paper, stationery)]

    def too_full(self, item: PrintItem, said: TooFull, over_mm: float, word: str) -> None:
        """Record P104 for what is over-full by so many mm, where one `word` is too wide because of that."""
        place, field = place_of(word, self.deck, self.cards, item.place)
        place = said.file if said.file and word and not field else place
        full = Overfull(said.what, said.paper, over_mm, word, field)
        self.report.add(place, "P104", *too_full(full, said.way))


Make = Callable[[Bench, PrintItem], list[Document]]
"""Makes the documents of a print item, with problems recorded in the bench's report."""
