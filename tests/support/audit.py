"""Every number on the sheets of a pack, read back from their marks and compared with the PDFs beside them;
each fault is one line.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

import pikepdf

from casedeck.compose.faces import FACES
from casedeck.compose.sheets.run_sheet import STRETCH_PT
from casedeck.model.activity import EVERYBODY, Activity
from casedeck.model.geometry import PT_PER_MM
from casedeck.model.page import Group, Line, Page, leaves
from casedeck.model.text import plain
from casedeck.wording import numbered
from tests.support.ink import groups, said, texts
from tests.support.marks import (
    filled,
    headings,
    locale,
    numbers,
    sections,
    spoken,
    table_with,
    tables,
    words_of,
)
from tests.support.packs import Pack
from tests.support.times import faults as faults_of
from tests.support.times import of_pages, run_heads

SHEET = "facilitator-sheet.pdf"
SIZES = {"A4": (210, 297), "A3": (297, 420), "Letter": (216, 279), "Tabloid": (279, 432)}
SETS = ("wall-cards", "number-labels", "handheld-card-set", "decks-of-cards")
"""Files of which each copy shows every card."""


class File(NamedTuple):
    """What a PDF holds: its pages, the papers they are on, and their bookmarks."""

    pages: int
    papers: set[str]
    titles: list[str]


def read_pdf(data: bytes) -> File:
    """The facts of a PDF."""
    with pikepdf.open(BytesIO(data)) as pdf:
        boxes = {
            tuple(sorted(round(float(length) / PT_PER_MM) for length in list(page.mediabox)[2:]))
            for page in pdf.pages
        }
        with pdf.open_outline() as outline:
            titles = [str(item.title) for item in outline.root]
        return File(
            len(pdf.pages),
            {name for box in boxes for name, size in SIZES.items() if box == size} or {"?"},
            titles,
        )


def printed(pack: Pack) -> dict[str, list[str]]:
    """The rows of the print list by file name."""
    words = locale()["print list"]
    rows = table_with(
        pack.pages["00-print-list.pdf"],
        *(words[name] for name in ("file", "paper", "sides", "colour", "sheets")),
    )
    return {row[0]: row[1:] for row in rows}


def print_list_faults(pack: Pack) -> Iterator[str]:
    """The print list against the files: names and order, paper, sheets of paper, and the sum of each
    paper.
    """
    rows = printed(pack)
    if list(rows) != list(pack.files):
        yield "print list: not the files that are there"
        return
    counted = [(paper, int(sheets)) for paper, _, _, sheets in rows.values()]
    for name, (paper, sides, colour, sheets) in rows.items():
        file = read_pdf(pack.files[name])
        if int(sheets) != -(-file.pages // int(sides)):
            yield f"print list: {name} has {file.pages} pages, not {sheets} sheets"
        if {paper} != file.papers:
            yield f"print list: {name} is on {file.papers}, not on {paper}"
        if (colour == "colour") != is_colour(name):
            yield f"print list: {name} is in {colour}"
    yield from _sum_faults("print list", pack.pages["00-print-list.pdf"], counted)


def _sum_faults(sheet: str, pages: tuple[Page, ...], counted: list[tuple[str, int]]) -> Iterator[str]:
    """The paper that a list takes in all, against its lines: paper and sheets."""
    paragraphs = [words for role, words in spoken(pages) if role == "P"]
    total = next(each for each in paragraphs if filled(locale()["lists"]["paper in all"], each))
    said_here = {paper: int(count) for count, paper in re.findall(r"(\d+) sheets? of (\w+)", total)}
    sums = {paper: sum(sheets for on, sheets in counted if on == paper) for paper, _ in counted}
    if said_here != sums:
        yield f"{sheet}: {total} are not {sums}"


def is_colour(name: str) -> bool:
    """Whether a file of this name is in colour: cards, but not those to write on, and what stands before
    them.
    """
    return (
        "front-matter" in name
        or "cards-index" in name
        or ("card" in name and "blank" not in name and "index" not in name)
    )


def sheets_of(pack: Pack) -> list[tuple[Activity, str, tuple[Page, ...]]]:
    """Each activity with the name of its facilitator sheet and its pages."""
    names = [name for name in pack.files if name.endswith(SHEET)]
    return [
        (plan.activity, name, pack.pages[name])
        for plan, name in zip(pack.session.activities, names, strict=True)
    ]


def _file_of(pack: Pack, activity: Activity, what: str) -> str:
    ending = f"-{activity.id}-{re.sub('[^a-z0-9]+', '-', what.lower()).strip('-')}.pdf"
    return next((name for name in pack.files if name.endswith(ending)), "")


def supplies_faults(pack: Pack) -> Iterator[str]:
    """The print list of each facilitator sheet against the files: paper, copies and sheets, and their sum."""
    words, rows = locale()["facilitator sheet"], printed(pack)
    for activity, sheet, pages in sheets_of(pack):
        heads = [words[name] for name in ("what", "paper", "copies", "sheets")]
        lines = table_with(pages, *heads)
        yield from _sum_faults(sheet, pages, [(paper, int(sheets)) for _, paper, _, sheets in lines])
        for what, paper, copies, sheets in lines:
            name = _file_of(pack, activity, what)
            if not name:
                yield f"{sheet}: there is no file of {what}"
                continue
            if rows[name][0] != paper or rows[name][3] != sheets:
                yield (
                    f"{sheet}: {what} on {sheets} sheets of {paper}, by the print list on "
                    f"{rows[name][3]} of {rows[name][0]}"
                )
            yield from _copies(pack, sheet, name, int(copies))


def _copies(pack: Pack, sheet: str, name: str, copies: int) -> Iterator[str]:
    """Copies against what the PDF holds; as many as there are headings, and of sheets cut apart up to a side
    more.
    """
    pages, file = pack.pages[name], read_pdf(pack.files[name])
    own = [page for page in pages if not page.label.startswith("seat")]
    heads = len(headings(own)) * pack.copies(name)
    if any(name.endswith(f"-{each}.pdf") for each in SETS):
        good = heads == copies * len(pack.cards)
    elif name.endswith("barrier-labels.pdf"):
        good = file.pages == copies * len(pages)
    elif name.endswith("prompt-slips.pdf"):
        good = heads == copies * 4
    elif name.endswith("blank-cards.pdf"):
        good = heads == copies * 2
    elif name.endswith("card-index.pdf"):
        good = heads == copies
    else:
        good = copies <= heads < copies + len(headings(own[:1]))
    if not good:
        yield f"{sheet}: {copies} copies, but {name} holds {heads}"


def _minute(clock: str) -> int:
    time = dt.time.fromisoformat(clock)
    return time.hour * 60 + time.minute


def run_sheet(pages: tuple[Page, ...]) -> list[list[str]]:
    """The rows of a run sheet: clock, minutes, block."""
    heads = run_heads(locale()["facilitator sheet"])
    (table,) = [table for table in tables(pages) if table[0] in (heads, heads[:-1])]
    return [row[:3] for row in table[1:]]


def time_faults(pack: Pack) -> Iterator[str]:
    """Clock times that follow from the minutes, the thick rules to scale, the whole time, and the minutes
    that the script names.
    """
    for activity, sheet, pages in sheets_of(pack):
        rows = run_sheet(pages)
        minutes = [int(row[1]) for row in rows]
        for (clock, length, _), (after, _, _) in pairwise(rows):
            if _minute(clock) + int(length) != _minute(after):
                yield f"{sheet}: {length} minutes from {clock} are not {after}"
        lines = [mark for mark in leaves(pages[0].marks) if isinstance(mark, Line)]
        widths = [line.x2 - line.x1 for line in lines if line.width_pt == STRETCH_PT]
        if any(
            abs(width / sum(widths) - each / sum(minutes)) > 0.001
            for width, each in zip(widths, minutes, strict=True)
        ):
            yield f"{sheet}: the run sheet is not to scale"
        if numbers(_facts(pages))[0] != sum(minutes):
            yield f"{sheet}: the whole time is not {sum(minutes)} minutes"
        yield from _script_faults(pack, activity, sheet, pages)


def _facts(pages: tuple[Page, ...]) -> str:
    words = locale()["facilitator sheet"]
    return next(text for text in sections(pages)[""] if re.match(rf"\d+ {words['minutes']}\.", text))


def _script_faults(pack: Pack, activity: Activity, sheet: str, pages: tuple[Page, ...]) -> Iterator[str]:
    """Every time and count that the script and the worksheets name, against the run sheet."""
    own = [
        name
        for name in pack.pages
        if f"-{activity.id}-" in name and not name.endswith(SHEET) and printed(pack)[name][2] == "mono"
    ]
    worksheets = [words for name in own for _, words in spoken(pack.pages[name])]
    sheet_read = of_pages(pages)
    yield from (f"{sheet}: {fault}" for fault in faults_of(sheet_read, worksheets))
    told = "\n".join(words for _, words in spoken(pages))
    for count, what in ((len(pack.cards), "case studies"), (activity.hand, "cards a seat")):
        if any(int(each) != count for each in re.findall(rf"(\d+) {what}", told)):
            yield f"{sheet}: there are {count} cards"
    blocks = {each.name for each in sheet_read.run}
    steps = [step for step in activity.steps if step.block in blocks and step.people == EVERYBODY]
    for text in [plain(text) for step in steps for text in (step.say, step.watch)]:
        if "{" not in text and text not in told:
            yield f"{sheet}: the script does not say: {text}"


def division(pages: tuple[Page, ...]) -> list[int]:
    """How people are divided by a facilitator sheet: the number of groups, then their sizes; nothing where
    they are not.
    """
    words = locale()["facilitator sheet"]
    found = re.search(
        rf"\d+ {words['people']}(?: in \d+ rooms)?, (\d+) \w+ of (\d+)(?: or (\d+))?\.", _facts(pages)
    )
    return [int(each) for each in found.groups() if each] if found else []


def people_faults(pack: Pack) -> Iterator[str]:
    """People on each facilitator sheet, and groups or tables that hold exactly so many."""
    for activity, sheet, pages in sheets_of(pack):
        if numbers(_facts(pages))[1] != pack.people:
            yield f"{sheet}: not {pack.people} people"
        count, *sizes = division(pages) or (0, 0)
        if bool(count) != (activity.grouping in ("groups", "tables")):
            yield f"{sheet}: people are not divided as they should be"
        if count and not count * min(sizes) <= pack.people <= count * max(sizes):
            yield f"{sheet}: {count} of {sizes} are not {pack.people} people"
        if count and len(sizes) == 1 and count * sizes[0] != pack.people:
            yield f"{sheet}: {count} times {sizes[0]} are not {pack.people} people"


def session_faults(pack: Pack) -> Iterator[str]:
    """The session sheet: clock times that follow from the minutes, and each activity as its own sheet has
    it.
    """
    words, pages = locale()["session sheet"], pack.pages["00-print-list.pdf"]
    if words["order"] not in sections(pages):
        yield "there is no running order"
        return
    rows = table_with(pages, *(words[each] for each in ("clock", "minutes", "what")))
    for (clock, length, _), (after, _, _) in pairwise(rows):
        if _minute(clock) + int(length) != _minute(after):
            yield f"session sheet: {length} minutes from {clock} are not {after}"
    if rows[0][0] != pack.starts or rows[-1][2] != words["end"]:
        yield f"session sheet: not from {pack.starts} to the end"
    several = len(pack.session.activities) > 1
    told = words["facts" if several else "facts of one"]
    facts = next((found for text in sections(pages)[""] if (found := filled(told, text))), {})
    whole = sum(int(length) for _, length, _ in rows[:-1])
    if facts != {"people": str(pack.people), "cards": str(len(pack.cards)), "minutes": str(whole)}:
        yield (
            f"session sheet: {facts} are not {pack.people} people, {len(pack.cards)} cards and "
            f"{whole} minutes"
        )
    own = {activity.name: run_sheet(sheet) for activity, _, sheet in sheets_of(pack)}
    if not several:
        (blocks,) = own.values()
        if [(clock, length) for clock, length, _ in rows[:-1]] != [tuple(row[:2]) for row in blocks]:
            yield "session sheet: other blocks than on the facilitator sheet"
        return
    for clock, length, what in rows[:-1]:
        if what != words["break"] and (
            own[what][0][0] != clock or sum(int(row[1]) for row in own[what]) != int(length)
        ):
            yield f"session sheet: {what} at {clock} for {length} minutes, not as on its own sheet"


def title_faults(pack: Pack) -> Iterator[str]:
    """The numbers and titles of the cards below the print list."""
    titles = {card.number: card.case.title for card in pack.cards}
    first = [
        words
        for role, words in _listed(pack.pages["00-print-list.pdf"], locale()["print list"]["cards"])
        if role in ("Lbl", "LBody")
    ]
    if first != [each for number, title in titles.items() for each in (str(number), title)]:
        yield "print list: other cards than those of the deck"


def card_faults(pack: Pack) -> Iterator[str]:
    """Numbers and titles: on cards, number labels, the list of the deck, and the index of cards."""
    titles = {card.number: card.case.title for card in pack.cards}
    brief = numbered([card.number for card in pack.cards if not card.case.full])
    noted = f" {locale()['facilitator sheet']['brief'].format(numbers=brief)}" if brief else ""
    listed = f"{', '.join(f'{number} {title}' for number, title in titles.items())}.{noted}"
    counted = (
        locale()["facilitator sheet"]["deck note"].format(cards=len(titles), numbers=numbered([*titles]))
        + noted
    )
    for _, sheet, pages in sheets_of(pack):
        words = locale()["facilitator sheet"]
        found_deck = [text for text in sections(pages)[words["this deck"]] if text != words["list apart"]]
        if found_deck not in ([listed], [counted]):
            yield f"{sheet}: the deck is not {listed}"
    for name, pages in pack.pages.items():
        found: list[tuple[int, str]] = []
        if "number-labels" in name:
            said_here = [words for role, words in spoken(pages) if role in ("H1", "P")]
            found = [
                (int(number), title) for number, title in zip(said_here[::2], said_here[1::2], strict=True)
            ]
        elif "card-index" in name:
            words = locale()["card index"]
            found = [
                (int(row[0]), row[1].removesuffix(f" {words['brief']}")) for row in _index_rows(pages, words)
            ]
        elif printed(pack).get(name, [""] * 3)[2] == "colour" and "front-matter" not in name:
            cards = [page for page in pages if not page.label.startswith("seat")]
            found = [(card_number(page, len(titles)), *headings([page])) for page in cards]  # type: ignore[misc]
            if not _titled(read_pdf(pack.files[name]), pages, cut=name in pack.piles):
                yield f"{name}: the bookmarks are not the titles"
        yield from (
            f"{name}: {number} is not {title}" for number, title in found if titles.get(number) != title
        )
        if any(f"-{each}.pdf" in name for each in (*SETS, "card-index")) and [
            number for number, _ in found
        ] != list(titles):
            yield f"{name}: not every card once, in order"


def _titled(file: File, pages: tuple[Page, ...], *, cut: bool) -> bool:
    """Whether the bookmarks of a PDF are the titles of its pages; of cards that are `cut` from sheets, in the
    order in which they are met there.
    """
    wanted = [page.title for page in pages]
    return {*file.titles} == {*wanted} if cut else file.titles[: len(pages)] == wanted


def group_faults(pack: Pack) -> Iterator[str]:
    """Which group has which card: each group of a sheet in order, with the title of its card, whose copies
    lie in the pile in turn.
    """
    words = locale()["facilitator sheet"]
    for plan, (activity, sheet, pages) in zip(pack.session.activities, sheets_of(pack), strict=True):
        given = [text for role, text in _listed(pages, words["group cards"]) if role == "LBody"]
        labels = [text for role, text in _listed(pages, words["group cards"]) if role == "Lbl"]
        if labels != [
            words[activity.grouping].format(group=group) for group in range(1, len(plan.given) + 1)
        ]:
            yield f"{sheet}: not a card for each of {len(plan.given)} groups"
        for text in given:
            card = filled(words["group card"], text)
            if pack.cards[int(card["card"]) - 1].case.title != card["title"]:
                yield f"{sheet}: {text} is another card"
        piles = [line for line in plan.prints if line.sheet in FACES and line.cards == 1] if given else []
        for line in piles:
            numbered_here = [filled(words["group card"], text)["card"] for text in given]
            sizes = plan.sizes if line.copies == sum(plan.sizes) else [1] * len(given)
            wanted = [
                int(number) for number, size in zip(numbered_here, sizes, strict=True) for _ in range(size)
            ]
            pile = pack.pages[_file_of(pack, activity, line.name)]
            if [card_number(page, len(pack.cards)) for page in pile] != wanted:
                yield f"{sheet}: the groups do not have the cards of the pile of {line.name.lower()}"


def _listed(pages: tuple[Page, ...], heading: str) -> Iterator[tuple[str, str]]:
    """The roles and words of what stands below each heading of this name, to the next."""
    here = False
    for role, words in spoken(pages):
        here = words == heading if role in ("H1", "H2") else here
        if here:
            yield role, words


def _index_rows(pages: tuple[Page, ...], words: dict[str, str]) -> Iterator[list[str]]:
    for row in groups([mark for page in pages for mark in page.marks], "TR"):
        cells = [words_of([cell]) for cell in row.marks if isinstance(cell, Group)]
        if cells[0] != words["number"]:
            yield cells


def card_number(page: Page, of: int) -> int:
    """The number in the corner of a card, or on its strip where it does not count the cards; 0 where it
    counts others.
    """
    words = [said(text) for text in texts(page.marks)]
    for text in words:
        found = filled(locale()["card number"], text)
        if found and found["number"].isdigit():
            return int(found["number"]) if int(found["of"]) == of else 0
    return next((int(text) for text in words if text.isdigit()), 0)


def poster_faults(pack: Pack) -> Iterator[str]:
    """Posters and slips ask the question of the facilitator sheet, and nothing on any sheet is left to be
    filled in.
    """
    for activity, sheet, pages in sheets_of(pack):
        asked = sections(pages)[locale()["facilitator sheet"]["prompt"]][0]
        for what in ("prompt-poster", "prompt-slips"):
            name = _file_of(pack, activity, what)
            if name and headings(pack.pages[name])[0] != asked:
                yield f"{name}: another question than that of {sheet}"
    for name, pages in pack.pages.items():
        yield from (
            f"{name}: {said(mark)}"
            for page in pages
            for mark in texts([*leaves(page.marks)])
            if re.search("[{}]", said(mark))
        )


CHECKS: tuple[Callable[[Pack], Iterator[str]], ...] = (
    print_list_faults,
    supplies_faults,
    time_faults,
    people_faults,
    session_faults,
    card_faults,
    title_faults,
    group_faults,
    poster_faults,
)


def faults(pack: Pack) -> list[str]:
    """Everything that does not agree."""
    return [fault for check in CHECKS for fault in check(pack)]
