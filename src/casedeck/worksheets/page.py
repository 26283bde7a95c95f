"""Forms: what participants write on, one or several on a side of paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from casedeck.compose.flow import Block, column, natural_height
from casedeck.compose.kit import Kit, Pages
from casedeck.compose.layout import overfull
from casedeck.compose.lettering import Style, Widest
from casedeck.compose.stationery import Stationery
from casedeck.model.activity import Activity
from casedeck.model.deck import Card
from casedeck.model.geometry import Box, Size, mm
from casedeck.model.page import ARTIFACT, Group, Line, Mark, Page
from casedeck.model.text import Rich, filled, plain, rich
from casedeck.model.vocabulary import Term
from casedeck.worksheets.model import Big, Form, is_time
from casedeck.worksheets.parts import Setting, block, fills

EDGE = 6.0
DASH = 1.5
Texts = Mapping[str, Rich]


class Metrics(NamedTuple):
    """Measures of a form by the size of one: margin and gap in mm, the rest in points."""

    margin: float
    gap: float
    title_pt: float
    body_pt: float
    tab_pt: float


METRICS = (
    Metrics(9, 2.0, 17, 12, 10),
    Metrics(10, 3.0, 21, 12, 10.5),
    Metrics(12, 5.0, 27, 12, 11),
    Metrics(16, 7.0, 40, 16, 15),
)
"""For A6 and smaller, A5, A4 and A3."""
PLACE = {"A4": 2, "A3": 3}


def form_texts(
    form: Form,
    deck: str,
    activity: Activity | None = None,
    cards: Sequence[Card] = (),
    barriers: Iterable[Term] = (),
    times: Mapping[str, str] | None = None,
) -> tuple[Texts, ...]:
    """What the placeholders of a form stand for, once for each that is to be printed: one, or one for each
    card, prompt or barrier.

    `times` are those of the activity's blocks, by the names of their placeholders. Without an activity,
    its name is empty and there is no prompt: what has "prompt" in `form.needs` shows the placeholder.
    """
    names = {name.casefold() for name in form.needs if is_time(name)}
    own = {name: rich((times or {}).get(name, "")) for name in names}
    common: dict[str, Rich] = {**own, "deck": rich(deck), "activity": rich(activity.name) if activity else ()}
    if activity:
        common["prompt"] = activity.prompt
    if form.each == "card":
        return tuple(
            [{**common, "number": rich(str(card.number)), "title": card.case.heading} for card in cards]
        )
    if form.each == "barrier":
        return tuple(
            [{**common, "barrier": rich(term.name), "meaning": rich(term.meaning)} for term in barriers]
        )
    if form.each == "prompt" and activity:
        return tuple([{**common, "prompt": prompt} for prompt in (activity.prompt, *activity.other_prompts)])
    return (common,)


def form_pages(form: Form, sheet: Stationery, *texts: Texts) -> Pages:
    """The pages of a form on paper of the sheet's size, which must be turned as `form.size` says. `texts`
    gives what the placeholders stand for: one for as many as stand on a side, or one for each, in order.
    """
    if len(texts) == 1 and not form.each:
        texts *= form.per_side
    places = _places(form, sheet.size)
    slips = [_slip(form, sheet, places[number % form.per_side], each) for number, each in enumerate(texts)]
    pages = []
    for start in range(0, len(slips), form.per_side):
        number = start // form.per_side + 1
        marks = [Group("Sect", slip.marks) for slip in slips[start : start + form.per_side]]
        guides = (Group(ARTIFACT, _guides(form, sheet)),) if form.per_side > 1 else ()
        title = form.name if len(slips) <= form.per_side else f"{form.name} {number}"
        pages.append(Page(sheet.size, (*marks, *guides), str(number), title))
    most = {name: max([slip.over[name] for slip in slips], default=0.0) for name in ("height", "width")}
    word = next((slip.word for slip in slips if slip.over["width"] == most["width"]), "")
    return Pages(tuple(pages), overfull(most), word)


def _places(form: Form, size: Size) -> list[Box]:
    """Where on the paper each form stands, in reading order."""
    across = 2 if form.per_side > 2 or (form.per_side == 2 and form.orientation == "portrait") else 1
    down = form.per_side // across
    width, height = size.width / across, size.height / down
    return [Box(col * width, row * height, width, height) for row in range(down) for col in range(across)]


def _guides(form: Form, sheet: Stationery) -> tuple[Mark, ...]:
    """Broken lines to cut along, which stop EDGE from the edge of the paper."""
    places, last = _places(form, sheet.size), sheet.size
    first = places[0]
    colour = sheet.colour("slate")
    marks: list[Mark] = []
    if first.width < last.width:
        marks += [Line(first.right, at, first.right, at + DASH, 0.4, colour) for at in _dashes(last.height)]
    for bottom in sorted({place.bottom for place in places})[:-1]:
        marks += [Line(at, bottom, at + DASH, bottom, 0.4, colour) for at in _dashes(last.width)]
    return tuple(marks)


def _dashes(length: float) -> list[float]:
    """Where the dashes of a broken line start, evenly from one margin to the other."""
    run = length - 2 * EDGE - 1 - DASH
    count = int(run // (2.6 * DASH))
    return [EDGE + 0.5 + run * number / count for number in range(count + 1)]


class _Slip(NamedTuple):
    marks: tuple[Mark, ...]
    over: dict[str, float]
    word: str


def _slip(form: Form, sheet: Stationery, place: Box, texts: Texts) -> _Slip:
    """One form in its place on the paper."""
    m = METRICS[PLACE[sheet.like] - min(2, form.per_side // 2)]
    body_pt = max(m.body_pt, sheet.theme.smallest_body_pt)
    m = m._replace(title_pt=max(m.title_pt, 1.1 * body_pt), tab_pt=m.tab_pt * body_pt / m.body_pt)
    kit = Kit(sheet, body_pt)
    box = place.inset(m.margin, m.margin)
    factor = METRICS[PLACE[sheet.like]].title_pt / METRICS[PLACE[form.paper]].title_pt
    heading = None if form.title else next((part for part in form.parts if isinstance(part, Big)), None)
    setting = Setting(kit, box.x, box.width, m.tab_pt, factor, texts, heading, form.parts[-1], Widest())
    head = _head(form, setting, box, m)
    blocks = [*head, *[block(part, setting, m.gap) for part in form.parts]]
    growing = [number for number, part in enumerate(form.parts, len(head)) if fills(part)]
    for nth, number in enumerate(growing):
        spare = box.height - natural_height(blocks)
        if spare > 0:
            room = blocks[number].height + spare / (len(growing) - nth)
            blocks[number] = block(form.parts[number - len(head)], setting, m.gap, room)
    over = {"height": max(0.0, natural_height(blocks) - box.height), "width": setting.wide.mm}
    return _Slip(column(blocks, box.y, box.height), over, setting.wide.word)


def _head(form: Form, s: Setting, box: Box, m: Metrics) -> list[Block]:
    """Tab, title and intro."""
    blocks = [_tab_line(form, s, box, m)] if form.tab else []
    title, intro = filled(form.title, **s.texts), filled(form.told_on(s.kit.sheet.like), **s.texts)
    if plain(title):
        named = s.set(
            title, Style(m.title_pt, m.title_pt * 1.1, s.kit.title.colour), box.width, "black", balanced=True
        )
        blocks.append(
            Block(m.gap * 0.7, named.height, m.gap * 0.4, lambda y: Group("H1", named.marks(box.x, y)))
        )
    if plain(intro):
        told = s.set(intro, s.kit.quiet, box.width)
        blocks.append(
            Block(m.gap * 0.25, told.height, m.gap * 0.25, lambda y: Group("P", told.marks(box.x, y)))
        )
    return blocks


def _tab_line(form: Form, s: Setting, box: Box, m: Metrics) -> Block:
    """The tab on its rule, with the deck's name at the right."""
    tab = s.tab(filled(form.tab, **s.texts), box.width * 0.55)
    style = Style(m.tab_pt, m.tab_pt * 1.2, s.kit.quiet.colour)
    deck = s.set(s.texts["deck"], style, box.width - tab.width - 4)
    height = max(tab.height, deck.height + 1)

    def draw(y: float) -> Mark:
        foot = y + height
        rule = s.line(box.x, foot, box.right, foot, strong=True)
        name = deck.marks(box.right - deck.width, foot - deck.height - mm(m.tab_pt) * 0.25)
        return Group("Sect", (*tab.marks(box.x, foot - tab.height, "P"), Group(ARTIFACT, (*name, rule))))

    return Block(0.0, height, 0.0, draw)
