"""What a pack holds for one activity: its facilitator sheet, and everything on its print list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from casedeck.compose.faces import FACES
from casedeck.compose.sheets.facilitator import facilitator_sheet
from casedeck.compose.sheets.seat import seat_pages
from casedeck.errors import did_you_mean
from casedeck.library.case_file import slug_of
from casedeck.library.paper import PAPERS
from casedeck.model.deck import PrintItem
from casedeck.model.page import Page
from casedeck.model.text import filled
from casedeck.prints.bench import Bench, TooFull
from casedeck.prints.cards import Prepared, body_text, prepared
from casedeck.prints.document import Document, sheets_document
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
        return line._replace(page_count=made.page_count, times=made.copies) if made else line

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
    asked = PrintItem(line.sheet, face, paper, item.theme, line.times, item.place)
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
    document = Document(
        file_name=item.file_name,
        title=line.name,
        fonts=cards.sheet.fonts,
        pages=cards.pages,
        page_count=len(bench.cards) * cards.face.sides,
        copies=item.copies,
        paper=item.paper.name,
        sides=line.sides,
        colour=line.colour,
        language=cards.sheet.language,
        facts=(f"body text {body_text(cards.fitted)}",),
        place=item.place,
    )
    if line.cards > 1:
        return document
    slips: tuple[Page, ...] = ()
    if plan.hands:
        made = seat_pages(plan.hands, cards.sheet, bench.words("print list"))
        slips = bench.fitting(item, made, TooFull.in_pack("the slip of a seat"))
    numbers = plan.printed(line.copies)

    def dealt() -> Iterator[Page]:
        return _dealt(cards, numbers, plan.activity.hand, slips)

    return document._replace(pages=dealt, page_count=len(numbers) * cards.face.sides + len(slips))


def _dealt(made: Prepared, numbers: Sequence[int], hand: int, slips: Sequence[Page]) -> Iterator[Page]:
    """The cards' pages in the order of their numbers, with the slip of its seat before each hand."""
    by_number = {card.number: sides for card, sides in zip(made.cards, made.cards_in_pages(), strict=True)}
    for place, number in enumerate(numbers):
        if slips and place % hand == 0:
            yield slips[place // hand]
        for side in by_number[number]:
            yield side._replace(label=f"{place + 1}")
