"""The pack: everything printed for one session, as documents in the order in which they are needed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from casedeck.compose.faces import FACES
from casedeck.compose.kit import Pages
from casedeck.compose.sheets.blank_card import blank_card
from casedeck.compose.sheets.card_index import card_index_pages
from casedeck.compose.sheets.facilitator import facilitator_sheet
from casedeck.compose.sheets.lists import PrintRow, Running, Words, first_sheet
from casedeck.compose.sheets.seat import seat_page
from casedeck.compose.stationery import Stationery
from casedeck.errors import Place, Report, did_you_mean
from casedeck.library.library import Library
from casedeck.model.deck import Card, Deck, PrintItem
from casedeck.model.geometry import Size
from casedeck.model.page import Page
from casedeck.model.paper import Paper, at_hand
from casedeck.model.text import filled
from casedeck.prints.document import Document, sheets_document
from casedeck.rules.room import Overfull, too_full
from casedeck.rules.whose import place_of
from casedeck.session.copies import PrintLine
from casedeck.session.plan import ActivityPlan, SessionPlan
from casedeck.session.timing import clock
from casedeck.session.told import brief_of, teller_of, when
from casedeck.worksheets.file import load_worksheet
from casedeck.worksheets.model import is_time
from casedeck.worksheets.page import worksheet_pages, worksheet_texts

FIRST = "00-print-list.pdf"
"""The file to begin with."""

SheetOn = Callable[[Paper, Size], Stationery]
"""Makes what pages of a paper, turned to a size, have in common."""

SetCards = Callable[[str, Paper, Sequence[Card]], tuple[Stationery, Callable[[], Iterator[Page]], float]]
"""Sets cards on a face: the sheet they are on, their pages when asked for, and their body size in points."""


class Workshop(NamedTuple):
    """What the pack is made from: the deck and its print item, the session, the library, and how sheets and
    cards are made.
    """

    deck: Deck
    item: PrintItem
    session: SessionPlan
    library: Library
    sheet_on: SheetOn
    set_cards: SetCards
    words: dict[str, dict[str, str]]
    report: Report


def pack_documents(workshop: Workshop) -> list[Document]:
    """The documents of a session: for each activity its facilitator sheet and everything on its print list,
    with numbers before their names from 01 on. Problems are recorded in the workshop's report.
    """
    made: list[Document] = []
    for plan in workshop.session.activities:
        printed = [
            (line, document)
            for line in plan.prints
            if line.sheet
            if (document := _line(workshop, plan, line))
        ]
        made += [
            _facilitator_sheet(workshop, _counted(plan, printed)),
            *[document for _, document in printed],
        ]
    return [
        document._replace(file_name=f"{number:02d}-{document.file_name}")
        for number, document in enumerate(made, 1)
    ]


def _counted(plan: ActivityPlan, printed: Sequence[tuple[PrintLine, Document]]) -> ActivityPlan:
    """The plan with the sheets of paper that the documents take: sheets that say how many there are never
    differ from them.
    """
    sheets = {line: document.sheets for line, document in printed}
    return plan._replace(
        prints=tuple(line._replace(sheets=sheets.get(line, line.sheets)) for line in plan.prints)
    )


def first_document(workshop: Workshop, others: Sequence[Document]) -> Document:
    """The session sheet with the print list: itself, then every other file of the build, so that its sum is
    all the paper there is.
    """
    paper, sheet = _portrait(workshop)
    session, words = workshop.session, Words(workshop.words["session sheet"], workshop.words["print list"])
    several = len(session.activities) > 1
    facts = words.session["facts" if several else "facts of one"]
    told = filled(facts, people=session.people, cards=len(session.cards), minutes=session.minutes)
    lines = [*_running(session, workshop.deck, words.session)] if several else []
    rows = [PrintRow(each.file_name, each.paper, each.sides, each.colour, each.sheets) for each in others]
    pages = 1
    while True:
        sides = min(pages, 2)
        itself = PrintRow(FIRST, paper.name, sides, "mono", -(-pages // sides))
        made = first_sheet(_heading(workshop.deck), told, lines, [itself, *rows], sheet, words)
        if len(made.pages) <= pages:
            break
        pages = len(made.pages)
    fitting = _pages(workshop, "the print list", made)
    document = _document(workshop, "", words.prints["title"], fitting, sheet, paper.name, sides=sides)
    return document._replace(file_name=FIRST)


def _document(
    workshop: Workshop,
    name: str,
    title: str,
    pages: Sequence[Page],
    sheet: Stationery,
    paper: str,
    *,
    sides: int = 1,
    copies: int = 1,
    colour: str = "mono",
) -> Document:
    """The document of one of the pack's sheets, under its own name."""
    made = sheets_document(workshop.item, title, pages, sheet, workshop.report, sides=sides, colour=colour)
    return made._replace(file_name=f"{name}.pdf", paper=paper, copies=copies)


def _portrait(workshop: Workshop) -> tuple[Paper, Stationery]:
    """A4, or what is there in its place, held upright: what sheets that no activity asks for are printed on."""
    usual = workshop.library.shelf.paper("A4", workshop.item.place, workshop.report)
    assert usual is not None
    paper = at_hand(usual, workshop.deck.papers)
    return paper, workshop.sheet_on(paper, paper.size.portrait)


_SHORTER = "choose fewer cards or a smaller theme; if the activity is yours, shorten its texts"


def _pages(workshop: Workshop, what: str, made: Pages, file: Place | None = None) -> tuple[Page, ...]:
    """The pages, with a problem recorded for each way in which they are over-full, at the sheet's own file
    where a word of it is.
    """
    for name, over in made.over.items():
        word = made.word if name == "width" else ""
        place, field = place_of(word, workshop.deck, workshop.session.cards, workshop.item.place)
        place = file if file and word and not field else place
        workshop.report.add(
            place, "P104", *too_full(Overfull(what, "its paper", over, word, field), _SHORTER)
        )
    return made.pages


def _running(session: SessionPlan, deck: Deck, words: Mapping[str, str]) -> Iterator[Running]:
    """The activities, the breaks between them, and the end."""
    starts, now = deck.session.starts, 0
    for plan in session.activities:
        if plan.start > now:
            yield Running(_at(starts, now), plan.start - now, words["break"])
        yield Running(_at(starts, plan.start), plan.minutes, plan.activity.name)
        now = plan.start + plan.minutes
    yield Running(_at(starts, now), 0, words["end"])


def _at(starts: dt.time | None, minute: int) -> str:
    return f"{clock(starts, minute):%H:%M}" if starts else f"+{minute}"


def _heading(deck: Deck) -> str:
    day = when(deck)
    return f"{deck.title}, {day}" if day else deck.title


def _facilitator_sheet(workshop: Workshop, plan: ActivityPlan) -> Document:
    paper, sheet = _portrait(workshop)
    brief = brief_of(workshop.deck, workshop.session, plan, workshop.words["times"])
    made = facilitator_sheet(brief, sheet, workshop.words["facilitator sheet"])
    pages = _pages(workshop, f"the facilitator sheet of {plan.activity.name.lower()}", made)
    title = filled(workshop.words["facilitator sheet"]["title"], activity=plan.activity.name)
    name, rooms = f"{plan.activity.id}-facilitator-sheet", plan.load.rooms
    if rooms > 1 and len(pages) % 2:  # or the next copy would begin on the back of this one
        pages = (*pages, Page(pages[-1].size, (), f"{plan.activity.name} {len(pages) + 1}", pages[-1].title))
    return _document(workshop, name, title, pages, sheet, paper.name, sides=2, copies=rooms)


def _line(workshop: Workshop, plan: ActivityPlan, line: PrintLine) -> Document | None:
    """The document for one line of an activity's print list."""
    name = f"{plan.activity.id}-{re.sub(r'[^a-z0-9]+', '-', line.name.lower()).strip('-')}"
    paper = workshop.library.shelf.paper(line.paper, workshop.item.place, workshop.report)
    if paper is None:
        return None
    title = f"{plan.activity.name}: {line.name}"
    if line.sheet in FACES:
        return _cards(workshop, plan, line, paper, name, title)
    if line.sheet.endswith("blank card"):
        sheet = workshop.sheet_on(paper, paper.size.landscape)
        sides = tuple(
            blank_card(
                sheet,
                workshop.words["blank card"],
                workshop.library.vocabularies,
                imagined=line.sheet.startswith("imagined"),
            )
        )
        return _document(workshop, name, title, sides, sheet, paper.name, sides=2, copies=line.copies)
    if line.sheet == "card index":
        sheet = workshop.sheet_on(paper, paper.size.portrait)
        benefits = workshop.library.vocabularies["benefits"]
        made = card_index_pages(workshop.session.cards, sheet, benefits, workshop.words["card index"])
        return _document(
            workshop,
            name,
            title,
            _pages(workshop, "the card index", made),
            sheet,
            paper.name,
            copies=line.copies,
        )
    return _worksheet(workshop, plan, line, paper, name, title)


def _worksheet(
    workshop: Workshop, plan: ActivityPlan, line: PrintLine, paper: Paper, name: str, title: str
) -> Document | None:
    """A worksheet: as many sheets of paper as the print list counts."""
    worksheet = load_worksheet(line.sheet, workshop.library.files, workshop.item.place, workshop.report)
    if worksheet is None:
        return None
    sheet = workshop.sheet_on(paper, worksheet.size(paper.size))
    times = teller_of(plan, workshop.words["times"]).values()
    for unknown in sorted(name for name in worksheet.needs if is_time(name) and name.casefold() not in times):
        hint = did_you_mean(unknown, [name for name in times if is_time(name)])
        workshop.report.add(
            worksheet.place, "V106", f'nothing in {plan.activity.name} stands for "{{{unknown}}}"', hint
        )
        return None
    barriers = workshop.library.vocabularies["barriers"]
    texts = worksheet_texts(
        worksheet, workshop.deck.title, plan.activity, workshop.session.cards, barriers, times
    )
    pages = _pages(
        workshop,
        f'the worksheet "{worksheet.name}"',
        worksheet_pages(worksheet, sheet, *texts),
        worksheet.place,
    )
    copies = line.copies if worksheet.each else line.sheets
    return _document(workshop, name, title, pages, sheet, paper.name, copies=copies, colour=line.colour)


def _cards(
    workshop: Workshop, plan: ActivityPlan, line: PrintLine, paper: Paper, name: str, title: str
) -> Document:
    """Cards: whole sets, dealt hands with a slip before each, one for each member of a group, or one for each
    group.
    """
    cards = workshop.session.cards
    sheet, pages, body_pt = workshop.set_cards(line.sheet, paper, cards)
    if line.cards > 1:
        count, copies, made = len(cards), line.copies, pages
    else:
        numbers = plan.printed(line.copies)
        slips = workshop.words["print list"] if plan.hands else None
        count, copies = len(numbers) + len(plan.hands), 1

        def made() -> Iterator[Page]:
            return _dealt(pages(), numbers, plan.activity.hand, sheet, slips)

    return Document(
        file_name=f"{name}.pdf",
        title=title,
        fonts=sheet.fonts,
        pages=made,
        page_count=count,
        copies=copies,
        paper=paper.name,
        sides=1,
        colour=line.colour,
        facts=(f"body text {body_pt:g} pt",),
        place=workshop.item.place,
    )


def _dealt(
    pages: Iterator[Page], numbers: Sequence[int], hand: int, sheet: Stationery, words: dict[str, str] | None
) -> Iterator[Page]:
    """The cards' pages in the order of their numbers, with a slip before each hand."""
    by_number = {int(page.label): page for page in pages}
    for place, number in enumerate(numbers):
        if words and place % hand == 0:
            yield seat_page(place // hand + 1, numbers[place : place + hand], sheet, words)
        yield by_number[number]._replace(label=f"{place + 1}")
