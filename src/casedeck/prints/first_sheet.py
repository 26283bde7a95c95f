"""The first sheet of a pack: the session by the clock, and every file to print."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from casedeck.compose.sheets.lists import Happening, Telling, first_sheet
from casedeck.model.deck import PrintItem
from casedeck.model.language import Language
from casedeck.model.text import filled
from casedeck.prints.bench import Bench, TooFull
from casedeck.prints.document import Document, sheets_document
from casedeck.session.plan import SessionPlan
from casedeck.session.timing import clock

FIRST = "00-print-list.pdf"
"""The file to begin with."""


def first_document(
    bench: Bench, item: PrintItem, session: SessionPlan, others: Sequence[Document]
) -> Document:
    """The session sheet with the print list: itself, then every other file of the build, so that its sum is
    all the paper there is.
    """
    item = bench.on_usual_paper(item)
    stationery = bench.stationery(item, item.paper.size.portrait)
    words, session_words = bench.words("print list"), bench.words("session sheet")
    language, several = bench.language, len(session.activities) > 1
    facts = session_words["facts" if several else "facts of one"]
    told = Telling(
        language.row(filter(None, (bench.deck.title, language.day(bench.deck.session.date)))),
        filled(facts, people=session.people, cards=len(session.cards), minutes=session.minutes),
        [*_running(session, bench.deck.session.starts, session_words, language)],
        [(card.number, card.case.title) for card in session.cards],
    )
    itself = sheets_document(item, words["title"], (), stationery, bench.report)
    itself = itself._replace(file_name=FIRST, page_count=1)
    while True:
        itself = itself._replace(sides=min(itself.page_count, 2))
        made = first_sheet(told, [itself, *others], stationery, session_words, words)
        if len(made.pages) <= itself.page_count:
            break
        itself = itself._replace(page_count=len(made.pages))
    pages = bench.fitting(item, made, TooFull.in_pack("the print list"))
    drawn = sheets_document(item, words["title"], pages, stationery, bench.report, sides=itself.sides)
    return drawn._replace(file_name=FIRST, copies=1)


def _running(
    session: SessionPlan, starts: dt.time | None, words: Mapping[str, str], language: Language
) -> Iterator[Happening]:
    """The activities, the breaks between them, and the end; the blocks of an activity that is the only
    one.
    """
    now = 0
    if len(session.activities) == 1:
        (only,) = session.activities
        for slot in only.slots:
            yield Happening(_at(starts, slot.start, language), slot.minutes, slot.block.name)
        now = only.minutes
        yield Happening(_at(starts, now, language), 0, words["end"])
        return
    for plan in session.activities:
        if plan.start > now:
            yield Happening(_at(starts, now, language), plan.start - now, words["break"])
        yield Happening(_at(starts, plan.start, language), plan.minutes, plan.activity.name)
        now = plan.start + plan.minutes
    yield Happening(_at(starts, now, language), 0, words["end"])


def _at(starts: dt.time | None, minute: int, language: Language) -> str:
    return language.clock(clock(starts, minute) if starts else None, minute)
