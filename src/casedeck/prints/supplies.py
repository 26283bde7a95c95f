"""What a pack holds for one activity: its facilitator sheet, and everything on its print list."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence

from casedeck.compose.faces import FACES
from casedeck.compose.sheets.facilitator import facilitator_sheet
from casedeck.compose.sheets.seat import seat_pages
from casedeck.errors import did_you_mean
from casedeck.impose.cards import Sides
from casedeck.library.case_file import slug_of
from casedeck.library.paper import PAPERS
from casedeck.model.deck import PrintItem
from casedeck.model.page import Page
from casedeck.model.text import filled
from casedeck.prints import cutting
from casedeck.prints.bench import Bench, TooFull
from casedeck.prints.cards import Prepared, body_text, document_of, prepared
from casedeck.prints.document import Document, sheets_document
from casedeck.prints.halves import in_halves
from casedeck.session.copies import PrintLine
from casedeck.session.plan import ActivityPlan
from casedeck.session.told import teller_of, told_of
from casedeck.worksheets.file import WORKSHEETS
from casedeck.worksheets.model import Worksheet, is_time
from casedeck.worksheets.page import worksheet_pages, worksheet_texts


def activity_documents(bench: Bench, item: PrintItem, plan: ActivityPlan) -> list[Document]:
    """The facilitator sheet, which counts the paper of what is really printed, and then that."""
    printed = [
        (line, document) for line in plan.prints if line.sheet for document in _line(bench, item, plan, line)
    ]
    return [_facilitator_sheet(bench, item, _counted(plan, dict(printed))), *[made for _, made in printed]]


def _counted(plan: ActivityPlan, printed: Mapping[PrintLine, Document]) -> ActivityPlan:
    """The plan with the pages that the documents have: how long texts are may make them more."""

    def counted(line: PrintLine) -> PrintLine:
        made = printed.get(line)
        if made is None:
            return line
        laid = line._replace(page_count=made.page_count, times=made.copies, sides=made.sides)
        return laid._replace(paper=made.paper)

    return plan._replace(prints=tuple(map(counted, plan.prints)))


def _facilitator_sheet(bench: Bench, item: PrintItem, plan: ActivityPlan) -> Document:
    item, words = bench.on_usual_paper(item), bench.words("facilitator sheet")
    stationery = bench.stationery(item, item.paper.size.portrait)
    assert bench.plan
    made = facilitator_sheet(told_of(bench.deck, bench.plan, plan, bench.language), stationery, words)
    said = TooFull.in_pack(f"the facilitator sheet of {plan.activity.name.lower()}")
    pages, rooms = bench.fitting(item, made, said), plan.load.rooms
    if rooms > 1 and len(pages) % 2:  # or the next copy would begin on the back of this one
        pages = (*pages, Page(pages[-1].size, (), f"{plan.activity.name} {len(pages) + 1}", pages[-1].title))
    title = filled(words["title"], activity=plan.activity.name)
    document = sheets_document(item, title, pages, stationery, bench.report, sides=2)
    return document._replace(file_name=f"{plan.activity.id}-facilitator-sheet.pdf", copies=rooms)


def _line(bench: Bench, item: PrintItem, plan: ActivityPlan, line: PrintLine) -> Iterator[Document]:
    """The document for one line of an activity's print list: made by its print, by its face, or from the
    worksheet's file; none, with problems recorded, where it cannot be.
    """
    paper = bench.library.shelf(PAPERS).find(line.paper, item.place, bench.report)
    if paper is None:
        return
    face = line.sheet if line.sheet in FACES else ""
    asked = item._replace(kind=line.sheet, face=face, paper=paper, copies=line.times)
    if face:
        made = [_cards(bench, asked, plan, line)]
    elif line.sheet in bench.makers:
        made = bench.makers[line.sheet](bench, asked)
    else:
        made = [*_worksheet(bench, asked, plan, line)]
    what = slug_of(line.name) or slug_of(line.sheet)
    title = filled(bench.language.files["supply"], activity=plan.activity.name, supply=line.name)
    for document in made:
        yield document._replace(file_name=f"{plan.activity.id}-{what}.pdf", title=title)


def _worksheet(bench: Bench, item: PrintItem, plan: ActivityPlan, line: PrintLine) -> Iterator[Document]:
    """A worksheet: as many sheets of paper as the print list counts."""
    worksheet = bench.library.shelf(WORKSHEETS).find(line.sheet, item.place, bench.report)
    if worksheet is None:
        return
    times = teller_of(plan, bench.language).values()
    if not _told(bench, worksheet, plan, times):
        return
    stationery = bench.stationery(item, worksheet.size(item.paper.size))
    barriers = bench.library.vocabularies["barriers"]
    texts = worksheet_texts(worksheet, bench.deck.title, plan.activity, bench.cards, barriers, times)
    said = TooFull.in_pack(f'the worksheet "{worksheet.name}"', worksheet.place)
    made = worksheet_pages(worksheet, stationery, *texts)
    yield from bench.sheets(item, worksheet.name, made, stationery, said, colour=line.colour)


def _told(bench: Bench, worksheet: Worksheet, plan: ActivityPlan, times: Mapping[str, str]) -> bool:
    """Whether everything that a worksheet has filled in is there; else the first that is not is recorded."""
    unknown = sorted(name for name in worksheet.needs if is_time(name) and name.casefold() not in times)
    if unknown:
        hint = did_you_mean(unknown[0], [name for name in times if is_time(name)])
        message = f'nothing in {plan.activity.name} stands for "{{{unknown[0]}}}"'
        bench.report.add(worksheet.place, "V106", message, hint)
    return not unknown


def _cards(bench: Bench, item: PrintItem, plan: ActivityPlan, line: PrintLine) -> Document:
    """Cards: whole sets, dealt hands with a slip before each, one for each member of a group, or one for each
    group.
    """
    cards = prepared(bench, item)
    facts = (f"body text {body_text(cards.fitted)}",)
    document = document_of(bench, cards)._replace(colour=line.colour, facts=facts)
    if line.cards > 1:
        return _on_sheets(bench, cards, document, range(len(cards.cards)), line.copies, cards.sides_of)
    slips: tuple[Page, ...] = ()
    if plan.hands:
        made = seat_pages(plan.hands, cards.sheet, bench.words("print list"))
        slips = bench.fitting(item, made, TooFull.in_pack("the slip of a seat"))
    order = [*_in_hands(plan.printed(line.copies), cards, plan.activity.hand, len(slips))]
    sides_of = _with_slips(cards, slips)
    count = (len(order) - len(slips)) * cards.face.sides + len(slips)
    document = document._replace(pages=lambda: _dealt(order, sides_of, len(cards.cards)), page_count=count)
    return _on_sheets(bench, cards, document, order, 1, sides_of)


def _in_hands(numbers: Sequence[int], made: Prepared, hand: int, slips: int) -> Iterator[int]:
    """The places of the cards with these numbers, and before each hand that of its slip, which comes after
    those of all cards.
    """
    places = {card.number: place for place, card in enumerate(made.cards)}
    for count, number in enumerate(numbers):
        if slips and count % hand == 0:
            yield len(places) + count // hand
        yield places[number]


def _with_slips(made: Prepared, slips: Sequence[Page]) -> Callable[[int], Sides]:
    """Makes the sides of the card of a place, or the slip of one after the last of them."""
    cards = len(made.cards)
    return lambda place: made.sides_of(place) if place < cards else (slips[place - cards],)


def _dealt(order: Sequence[int], sides_of: Callable[[int], Sides], cards: int) -> Iterator[Page]:
    """The pages of cards and slips in order, each card made once and labelled with its place in the pile."""
    made: dict[int, Sides] = {}
    dealt = itertools.count(1)
    for place in order:
        if place not in made:
            made[place] = sides_of(place)
        label = str(next(dealt)) if place < cards else ""
        yield from (side._replace(label=label or side.label) for side in made[place])


def _on_sheets(
    bench: Bench,
    made: Prepared,
    document: Document,
    order: Sequence[int],
    copies: int,
    sides_of: Callable[[int], Sides],
) -> Document:
    """The document, on sheets that its cards are cut from where they are smaller than their paper."""
    if made.layout is None:
        return in_halves(document, made.item.paper, made.sheet)
    cards = made.apart._replace(sides_of=sides_of)
    (cut,) = cutting.on_sheets(bench, cards, made.layout, document, order, copies)
    return cut
