"""Worksheets as pages: what participants write on, one or several on a side of paper."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.kit import Kit, Pages
from casedeck.compose.layout import overfull
from casedeck.compose.lettering import Style
from casedeck.compose.measures import scaled
from casedeck.compose.stationery import Stationery
from casedeck.model.activity import Activity
from casedeck.model.deck import Card
from casedeck.model.geometry import Box, mm
from casedeck.model.page import ARTIFACT, Group, Mark, Page
from casedeck.model.paper import SIZES, scale_of
from casedeck.model.text import Rich, filled, plain, rich
from casedeck.model.vocabulary import Term
from casedeck.worksheets.model import Worksheet, is_time
from casedeck.worksheets.pen import Pen
from casedeck.worksheets.placing import guides, places

Texts = Mapping[str, Rich]


class WorksheetMeasures(NamedTuple):
    """The measures of a worksheet by its size: margin and gap in mm, the rest in points."""

    margin: float
    gap: float
    title_pt: float
    body_pt: float
    tab_pt: float


MEASURES = (
    WorksheetMeasures(9, 2.0, 17, 12, 10),
    WorksheetMeasures(10, 3.0, 21, 12, 10.5),
    WorksheetMeasures(12, 5.0, 27, 12, 11),
    WorksheetMeasures(16, 7.0, 40, 16, 15),
)
"""For A6 and smaller, A5, A4 and A3."""
USUAL = 2
"""Which of them is for A4."""


def measures_on(scale: float, per_side: int = 1) -> WorksheetMeasures:
    """The measures of each of so many worksheets on a side of paper of a scale (1.0 for A4)."""
    place = USUAL + round(2 * math.log2(scale)) - min(2, per_side // 2)
    nearest = min(max(place, 0), len(MEASURES) - 1)
    return scaled(MEASURES[nearest], 2 ** ((place - nearest) / 2))


def worksheet_texts(
    worksheet: Worksheet,
    deck: str,
    activity: Activity | None = None,
    cards: Sequence[Card] = (),
    barriers: Iterable[Term] = (),
    times: Mapping[str, str] | None = None,
) -> tuple[Texts, ...]:
    """What the placeholders of a worksheet stand for, once for each that is to be printed: one, or one for
    each card, prompt or barrier.

    `times` are those of the activity's blocks, by the names of their placeholders. Without an activity,
    its name is empty and there is no prompt: what has "prompt" in `worksheet.needs` shows the placeholder.
    """
    names = {name.casefold() for name in worksheet.needs if is_time(name)}
    common: dict[str, Rich] = {name: rich((times or {}).get(name, "")) for name in names}
    common |= {"deck": rich(deck), "activity": rich(activity.name) if activity else ()}
    if activity:
        common["prompt"] = activity.prompt
    each: Iterable[Texts] = ({},)
    if worksheet.each == "card":
        each = [{"number": rich(str(card.number)), "title": card.case.heading} for card in cards]
    elif worksheet.each == "barrier":
        each = [{"barrier": rich(term.name), "meaning": rich(term.meaning)} for term in barriers]
    elif worksheet.each == "prompt" and activity:
        each = [{"prompt": prompt} for prompt in (activity.prompt, *activity.other_prompts)]
    return tuple([{**common, **own} for own in each])


def worksheet_pages(worksheet: Worksheet, sheet: Stationery, *texts: Texts) -> Pages:
    """The pages of a worksheet on paper of the sheet's size, which must be turned as `worksheet.size` says.
    `texts` gives what the placeholders stand for: one for as many as stand on a side, or one for each, in
    order.
    """
    per_side = worksheet.per_side
    if len(texts) == 1 and not worksheet.each:
        texts *= per_side
    boxes = places(worksheet, sheet.size)
    slips = [_slip(worksheet, sheet, boxes[number % per_side], each) for number, each in enumerate(texts)]
    pages = []
    for start in range(0, len(slips), per_side):
        number = start // per_side + 1
        marks = [Group("Sect", slip.marks) for slip in slips[start : start + per_side]]
        cut = (Group(ARTIFACT, guides(worksheet, sheet)),) if per_side > 1 else ()
        title = worksheet.name if len(slips) <= per_side else f"{worksheet.name} {number}"
        pages.append(Page(sheet.size, (*marks, *cut), str(number), title))
    most = {name: max([slip.over[name] for slip in slips], default=0.0) for name in ("height", "width")}
    word = next((slip.word for slip in slips if slip.over["width"] == most["width"]), "")
    return Pages(tuple(pages), overfull(most), word)


class _Slip(NamedTuple):
    marks: tuple[Mark, ...]
    over: dict[str, float]
    word: str


def _measures(worksheet: Worksheet, sheet: Stationery) -> WorksheetMeasures:
    """The measures of one worksheet by its own size, its type no smaller than the theme has it."""
    usual = measures_on(sheet.scale, worksheet.per_side)
    body_pt = max(usual.body_pt, sheet.theme.smallest_body_pt)
    tab_pt = usual.tab_pt * body_pt / usual.body_pt
    return usual._replace(body_pt=body_pt, title_pt=max(usual.title_pt, 1.1 * body_pt), tab_pt=tab_pt)


def _slip(worksheet: Worksheet, sheet: Stationery, place: Box, texts: Texts) -> _Slip:
    """One worksheet in its place on the paper."""
    measures = _measures(worksheet, sheet)
    made_for = measures_on(scale_of(SIZES[worksheet.paper]))
    box = place.inset(measures.margin, measures.margin)
    pen = Pen(
        kit=Kit(sheet, measures.body_pt),
        x=box.x,
        width=box.width,
        tab_pt=measures.tab_pt,
        factor=measures_on(sheet.scale).title_pt / made_for.title_pt,
        texts=texts,
        heading=worksheet.heading.value if worksheet.heading else None,
        last=worksheet.parts[-1].value,
    )
    blocks = _blocks(worksheet, pen, box, measures)
    over = {"height": max(0.0, natural_height(blocks) - box.height), "width": pen.kit.wide.mm}
    return _Slip(column(blocks, box.y, box.height), over, pen.kit.wide.word)


def _blocks(worksheet: Worksheet, pen: Pen, box: Box, measures: WorksheetMeasures) -> list[Block]:
    """The head and every part; those that fill share what is left."""
    head, parts = _head(worksheet, pen, box, measures), worksheet.parts
    blocks = [*head, *[part.block(pen, measures.gap) for part in parts]]
    growing = [number for number, part in enumerate(parts) if part.fills]
    for nth, number in enumerate(growing):
        spare = box.height - natural_height(blocks)
        if spare > 0:
            at = len(head) + number
            room = blocks[at].height + spare / (len(growing) - nth)
            blocks[at] = parts[number].block(pen, measures.gap, room)
    return blocks


def _head(worksheet: Worksheet, pen: Pen, box: Box, measures: WorksheetMeasures) -> list[Block]:
    """Tab, title and intro."""
    gap, size_pt = measures.gap, measures.title_pt
    blocks = [_tab_line(worksheet, pen, box, measures)] if worksheet.tab else []
    title = filled(worksheet.title, **pen.texts)
    intro = filled(worksheet.told_on(pen.kit.sheet.like), **pen.texts)
    if plain(title):
        style = Style(size_pt, size_pt * 1.1, pen.kit.title.colour)
        named = pen.set(title, style, box.width, "black", balanced=True)
        blocks.append(Block(gap * 0.7, named.height, gap * 0.4, lambda y: Group("H1", named.marks(box.x, y))))
    if plain(intro):
        told = pen.set(intro, pen.kit.quiet, box.width)
        blocks.append(Block(gap * 0.25, told.height, gap * 0.25, lambda y: Group("P", told.marks(box.x, y))))
    return blocks


def _tab_line(worksheet: Worksheet, pen: Pen, box: Box, measures: WorksheetMeasures) -> Block:
    """The tab on its rule, with the deck's name at the right."""
    size_pt = measures.tab_pt
    tab = pen.tab(filled(worksheet.tab, **pen.texts), box.width * 0.55)
    style = Style(size_pt, size_pt * 1.2, pen.kit.quiet.colour)
    deck = pen.set(pen.texts["deck"], style, box.width - tab.width - 4)
    height = max(tab.height, deck.height + 1)

    def draw(y: float) -> Mark:
        foot = y + height
        rule = pen.line(box.x, foot, box.right, foot, strong=True)
        name = deck.marks(box.right - deck.width, foot - deck.height - mm(size_pt) * 0.25)
        return Group("Sect", (*tab.marks(box.x, foot - tab.height, "P"), Group(ARTIFACT, (*name, rule))))

    return Block(0.0, height, 0.0, draw)
