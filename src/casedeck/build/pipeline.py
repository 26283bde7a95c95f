"""The pipeline: load, select, compose, judge, draw. Files in, PDFs out; writing them is somebody else's job."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from casedeck.build.deck_file import activities, on_papers, papers, read_deck
from casedeck.choose.chooser import choose
from casedeck.compose.faces import PAPERS
from casedeck.draw.pdf import draw_pdf
from casedeck.errors import DeckError, Problem, Report
from casedeck.library.files import Files
from casedeck.library.library import Library
from casedeck.model.case_study import CaseStudy
from casedeck.model.choice import Named
from casedeck.model.deck import Card, Deck
from casedeck.model.page import Page, digest
from casedeck.notation.yaml import Scalar, Sequence, parse
from casedeck.prints.bench import documents_of
from casedeck.prints.document import Document
from casedeck.rules import PAGE_RULES
from casedeck.rules.amount import Amount, few_enough
from casedeck.wording import Watch, unwatched

if TYPE_CHECKING:
    from casedeck.session.plan import SessionPlan


class ReadyDeck(NamedTuple):
    """A deck's documents, ready to be drawn, with its library and cards, what was left out, advice, and
    drafts passed over.
    """

    library: Library
    deck: Deck
    cards: tuple[Card, ...]
    documents: list[Document]
    left_out: list[Problem]
    advice: list[Problem]
    drafts: tuple[CaseStudy, ...]


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
    """What is loaded and selected: the library, the deck, its cards, and the problems of case-study files
    that it does not need.

    `drafts` are those that its searches pass over.
    """

    library: Library
    deck: Deck
    cards: tuple[Card, ...]
    left_out: list[Problem]
    drafts: tuple[CaseStudy, ...]


def session_of(
    name: str, data: bytes, shown: str, files: Files, changes: Changes
) -> tuple[Deck, SessionPlan]:
    """The session of the deck in a file's bytes, every number worked out, nothing composed. Raises DeckError."""
    chosen, plan = planned(name, data, shown, files, changes)
    return chosen.deck, plan


def planned(name: str, data: bytes, shown: str, files: Files, changes: Changes) -> tuple[Chosen, SessionPlan]:
    """What is chosen for the deck in a file's bytes, and its session. Raises DeckError."""
    report = Report()
    chosen = _chosen(name, data, shown, files, changes, report)
    return chosen, _plan(chosen, report)


def replanned(chosen: Chosen, changes: Changes) -> SessionPlan:
    """The session of a deck whose cards are chosen already, changed. Raises DeckError."""
    report = Report()
    return _plan(chosen._replace(deck=_changed(chosen.deck, changes, chosen.library, report)), report)


def _plan(chosen: Chosen, report: Report) -> SessionPlan:
    from casedeck.prints.session_needs import plan_of

    plan = plan_of(chosen.deck, chosen.cards, chosen.library, report)
    report.raise_if_any()
    assert plan is not None
    return plan


def select(name: str, data: bytes, shown: str, files: Files) -> Chosen:
    """The cards of the deck in a file's bytes, nothing planned and nothing composed. Raises DeckError."""
    report = Report()
    chosen = _chosen(name, data, shown, files, NO_CHANGES, report)
    report.raise_if_any()
    return chosen


def _changed(deck: Deck, changes: Changes, library: Library, report: Report) -> Deck:
    session = deck.session
    named = Sequence([Scalar(name, session.place) for name in changes.activities], session.place)
    read = activities(library).read(named, report) if changes.activities else None
    stock = Sequence([Scalar(name, deck.place) for name in changes.papers], deck.place)
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


def _chosen(name: str, data: bytes, shown: str, files: Files, changes: Changes, report: Report) -> Chosen:
    """The deck in a file's bytes with its cards, its session changed. Raises DeckError where no deck can be
    made of it.
    """
    node = parse(data, shown)
    library = Library(files, report)
    deck = read_deck(name, node, library, PAPERS, report)
    left_out = _need(deck, library, report)
    if deck is None:
        raise DeckError(report.problems)
    cards = choose(
        deck.choices, library.cases, library.vocabularies, report, deck.order, keep=deck.numbers == "keep"
    )
    return Chosen(
        library, _changed(deck, changes, library, report), cards, left_out, _passed_over(deck, library)
    )


def prepare(
    name: str, data: bytes, shown: str, files: Files, changes: Changes = NO_CHANGES, watch: Watch = unwatched
) -> ReadyDeck:
    """The deck in a file's bytes with its documents: loaded, selected, planned, composed and judged. Raises
    DeckError.
    """
    report = Report()
    return _ready(_chosen(name, data, shown, files, changes, report), report, watch)


def ready(chosen: Chosen, watch: Watch = unwatched) -> ReadyDeck:
    """A deck that is selected already, with its documents: planned, composed and judged. Raises DeckError."""
    return _ready(chosen, Report(), watch)


def _ready(chosen: Chosen, report: Report, watch: Watch) -> ReadyDeck:
    documents = documents_of(chosen.deck, chosen.cards, chosen.library, report, watch)
    report.problems.extend(
        few_enough([Amount(each.place, each.page_count, each.copies) for each in documents])
    )
    report.raise_if_any()
    return ReadyDeck(
        chosen.library, chosen.deck, chosen.cards, documents, chosen.left_out, report.advice, chosen.drafts
    )


def _need(deck: Deck | None, library: Library, report: Report) -> list[Problem]:
    """Record the problems of the case-study files that the deck may need, and return those of the rest.

    A deck that looks for cases, rather than naming each, may need any of them.
    """
    choices = deck.choices if deck else ()
    named = {choice.name for choice in choices if isinstance(choice, Named)}
    needed = library.broken.keys() if len(named) < len(choices) or not deck else named
    left_out: list[Problem] = []
    for case_id, problems in library.broken.items():
        (report.problems if case_id in needed else left_out).extend(problems)
    return left_out


def _passed_over(deck: Deck, library: Library) -> tuple[CaseStudy, ...]:
    """The drafts that a deck's searches pass over, in order of title; none where it does not search."""
    named = {choice.name for choice in deck.choices if isinstance(choice, Named)}
    searches = any(not isinstance(choice, Named) for choice in deck.choices)
    return tuple(case for case in library.by_title() if searches and case.gaps and case.id not in named)


def _digested(pages: Iterator[Page], digests: list[str]) -> Iterator[Page]:
    for page in pages:
        digests.append(digest(page))
        yield page


def _judged(document: Document) -> Iterator[Page]:
    """The pages, each judged as it passes; what is wrong with any of them is said when all have passed."""
    problems: list[Problem] = []
    for page in document.pages():
        for rule in PAGE_RULES.values():
            problems.extend(rule(document.place, page))
        yield page
    if problems:
        raise DeckError(problems)


def draw(
    deck: Deck, document: Document, progress: Callable[[], None], digests: list[str] | None = None
) -> bytes:
    """The PDF of a document. Raises DeckError where a page is not acceptable; `progress` is called after each
    page.

    The digest of each page, one that changes with whatever is on it, is added to `digests`.
    """
    return draw_pdf(
        _digested(_judged(document), [] if digests is None else digests),
        document.fonts,
        title=f"{deck.title}: {document.title}",
        subject=deck.subtitle,
        language=deck.language,
        copies=document.copies,
        sides=document.sides,
        progress=progress,
    )
