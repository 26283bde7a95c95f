"""The pipeline: `build` goes from a deck file to its documents, `drawn` from these to their files. What is
read comes in as bytes, and writing is somebody else's job.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from casedeck.build.deck_file import DeckFile, activities, on_papers, papers, read_deck
from casedeck.build.outputs import other_files
from casedeck.build.printed import Printed
from casedeck.build.sides import digested, judged
from casedeck.choose.chooser import choose, named, searches
from casedeck.draw.pdf import draw_pdf
from casedeck.errors import DeckError, Problem, Report
from casedeck.impose.printer import OnPrinter
from casedeck.library.library import Library
from casedeck.model.case_study import CaseStudy
from casedeck.model.deck import Card, Deck
from casedeck.model.text import filled
from casedeck.notation.yaml import Items, Scalar, parse
from casedeck.prints import PRINTS
from casedeck.prints.document import Document
from casedeck.prints.documents import documents_of
from casedeck.prints.print_shop import order_file
from casedeck.rules.amount import Amount, few_enough
from casedeck.wording import Watch, unwatched

if TYPE_CHECKING:
    from casedeck.session.plan import SessionPlan


class Changes(NamedTuple):
    """What a command says otherwise than the deck file: of its session, and the papers for everything; None
    and () leave it as it is.
    """

    people: int | None = None
    minutes: int | None = None
    activities: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()


NO_CHANGES = Changes()


class Chosen(NamedTuple):
    """A deck and its cards, with the library that they are from; `drafts` are those that its searches pass
    over.
    """

    library: Library
    deck: Deck
    cards: tuple[Card, ...]
    drafts: tuple[CaseStudy, ...]


class Built(NamedTuple):
    """What a deck comes to: its cards, the plan of its session where one is printed, its documents, ready to
    be drawn, and what could be better in it.
    """

    chosen: Chosen
    plan: SessionPlan | None
    documents: list[Document]
    advice: list[Problem]

    @property
    def deck(self) -> Deck:
        """The deck."""
        return self.chosen.deck

    @property
    def cards(self) -> tuple[Card, ...]:
        """Its cards."""
        return self.chosen.cards


class Drawn(NamedTuple):
    """The files of a deck by name, and what is known of each PDF, by its name."""

    files: dict[str, bytes]
    printed: dict[str, Printed]

    @property
    def pages(self) -> dict[str, list[str]]:
        """The digests of the pages of each PDF, by its name."""
        return {name: each.digests for name, each in self.printed.items()}


def build(
    asked: DeckFile | Deck,
    changes: Changes = NO_CHANGES,
    library: Library | None = None,
    watch: Watch = unwatched,
) -> Built:
    """A deck read, its cards chosen, its session planned and its documents composed.

    A `library` that is read already is not read again; a deck that is, goes with its library. Raises
    DeckError.
    """
    report = Report()
    chosen = _chosen(asked, changes, library, report)
    plan = _planned(chosen, report) if _prints_session(chosen.deck) and not report.problems else None
    documents = documents_of(chosen.deck, chosen.cards, plan, chosen.library, report, watch)
    report.problems.extend(
        few_enough([Amount(each.place, each.different, each.page_count * each.copies) for each in documents])
    )
    report.raise_if_any()
    return Built(chosen, plan, documents, report.advice)


def drawn(built: Built, also: Iterable[str] = (), watch: Watch = unwatched) -> Drawn:
    """The PDFs of a deck, and what the outputs named in `also` make of it. Raises DeckError where a page is
    not acceptable.
    """
    numbers, pages = itertools.count(1), sum(each.page_count for each in built.documents)
    made = Drawn({}, {})

    def watched() -> None:
        watch("Drawing pages", next(numbers), pages)

    for each in built.documents:
        printed = made.printed[each.file_name] = Printed()
        made.files[each.file_name] = draw(built.deck, each, watched, printed)
    made.files.update(order_file(built.documents))
    made.files.update(other_files(also, built.documents, made.files, watch))
    return made


def plan(
    asked: DeckFile, changes: Changes = NO_CHANGES, library: Library | None = None
) -> tuple[Chosen, SessionPlan]:
    """The first part of `build`, up to the plan of the session, which is made in any case.

    Raises DeckError.
    """
    report = Report()
    chosen = _chosen(asked, changes, library, report)
    session = _planned(chosen, report)
    report.raise_if_any()
    assert session is not None
    return chosen, session


def select(asked: DeckFile | Deck, changes: Changes = NO_CHANGES, library: Library | None = None) -> Chosen:
    """The first part of `build`, up to the cards. Raises DeckError."""
    report = Report()
    chosen = _chosen(asked, changes, library, report)
    report.raise_if_any()
    return chosen


def _chosen(asked: DeckFile | Deck, changes: Changes, library: Library | None, report: Report) -> Chosen:
    """The deck in a file with its cards. Raises DeckError where no deck can be made of it."""
    deck, library = _read(asked, library, report)
    _need(deck, library, report)
    if deck is None:
        raise DeckError(report.problems)
    deck = _changed(deck, changes, library, report)
    cards = choose(
        deck.choices, library.cases, library.vocabularies, report, deck.order, keep=deck.numbers == "keep"
    )
    return Chosen(library, deck, cards, _passed_over(deck, library))


def _read(asked: DeckFile | Deck, library: Library | None, report: Report) -> tuple[Deck | None, Library]:
    """The deck in a file, or one that is read already, and its library."""
    if isinstance(asked, Deck):
        assert library is not None
        return asked, library.again(report)
    node = parse(asked.data, asked.shown)
    library = library.again(report) if library else Library(asked.files, report)
    return read_deck(asked.name, node, library, report), library


def _changed(deck: Deck, changes: Changes, library: Library, report: Report) -> Deck:
    session = deck.session
    named = Items([Scalar(name, session.place) for name in changes.activities], session.place)
    read = activities(library).read(named, report) if changes.activities else None
    stock = Items([Scalar(name, deck.place) for name in changes.papers], deck.place)
    on = papers(library).read(stock, report) if changes.papers else None
    deck = on_papers(deck, on) if on else deck
    return deck._replace(
        session=session._replace(
            people=changes.people or session.people,
            minutes=changes.minutes or session.minutes,
            activities=tuple(read or changes.activities) or session.activities,
            for_once=bool(changes.activities),
        )
    )


def _need(deck: Deck | None, library: Library, report: Report) -> None:
    """Record the problems of the case-study files that the deck may need.

    A deck that looks for cases, rather than naming each, may need any of them.
    """
    if deck and not searches(deck.choices):
        found = [library.cases.problems(case_id) for case_id in named(deck.choices)]
    else:
        found = list(library.cases.broken.values())
    for problems in found:
        report.problems.extend(problems)


def _passed_over(deck: Deck, library: Library) -> tuple[CaseStudy, ...]:
    """The drafts that a deck's searches pass over, in order of title; none where it does not search."""
    if not searches(deck.choices):
        return ()
    apart = named(deck.choices)
    return tuple(case for case in library.by_title() if case.gaps and case.id not in apart)


def _prints_session(deck: Deck) -> bool:
    """True where the deck prints what its session needs."""
    return any(PRINTS[item.kind].session for item in deck.prints)


def _planned(chosen: Chosen, report: Report) -> SessionPlan | None:
    """The plan of the deck's session, or None with problems recorded."""
    from casedeck.prints.session_needs import plan_of

    return plan_of(chosen.deck, chosen.cards, chosen.library, report)


def draw(
    deck: Deck, document: Document, progress: Callable[[], None], printed: Printed | None = None
) -> bytes:
    """The PDF of a document, ready for its printer. Raises DeckError where a page is not acceptable;
    `progress` is called after each page.

    What becomes known of it on the way is kept in `printed`.
    """
    words, printed = document.language.files, printed or Printed()
    ready = OnPrinter(document.printer, document.sides, document.flip, printed.notes)
    return draw_pdf(
        digested(printed.counted(ready(judged(document, printed.advice))), printed.digests),
        document.fonts,
        title=filled(words["title"], deck=deck.title, document=document.title),
        subject=deck.subtitle,
        language=deck.language,
        further=words["further copy"],
        copies=document.copies,
        sides=document.sides,
        flip=document.flip,
        inks=document.inks,
        progress=progress,
    )
