"""Who gets which cards: the hand of each seat where cards are dealt, the card of each group or table where
these have one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from casedeck.compose.flow import Block
from casedeck.compose.kit import Kit
from casedeck.model.page import Group, Mark
from casedeck.model.text import filled
from casedeck.session.told import Told


def who_gets(
    told: Told, kit: Kit, width: float, words: Mapping[str, str], *, apart: bool = False
) -> list[Block]:
    """The list with its heading, in `width` mm, in more words where it stands `apart`; nothing where nobody
    is given anything.
    """
    return [*_hands(told, kit, width, words, apart=apart), *_groups(told, kit, width, words)]


def heading_of(told: Told, words: Mapping[str, str]) -> str:
    """What the list is called; nothing where there is none."""
    return words["deal list"] if told.plan.hands else words["group cards"] if told.plan.given else ""


def _hands(told: Told, kit: Kit, width: float, words: Mapping[str, str], *, apart: bool) -> Iterator[Block]:
    if told.plan.hands:
        yield kit.heading(words["deal list"], 0, width)
        said = words["seat apart" if apart else "seat"]
        seats = [
            filled(said, seat=seat, cards=kit.sheet.language.row(hand))
            for seat, hand in enumerate(told.plan.hands, 1)
        ]
        yield _grid(seats, kit, width)


def _groups(told: Told, kit: Kit, width: float, words: Mapping[str, str]) -> Iterator[Block]:
    """Which group has which card, room by room."""
    if not told.plan.given:
        return
    yield kit.heading(words["group cards"], 0, width)
    label = words[told.activity.grouping]
    lines = [
        (
            filled(label, group=each.group),
            filled(words["group card"], card=each.card, title=told.title(each.card)),
        )
        for each in told.plan.given
    ]
    blocks = kit.labelled(lines, 0, width)
    rooms = dict.fromkeys(each.room for each in told.plan.given)
    for room in rooms:
        if len(rooms) > 1:
            yield kit.paragraph(filled(words["room number"], room=room), 0, width, style=kit.quiet, gap=0.8)
        here = zip(told.plan.given, blocks, strict=True)
        yield from [block._replace(in_list=f"room {room}") for each, block in here if each.room == room]


def _grid(texts: Sequence[str], kit: Kit, width: float) -> Block:
    """Short texts in as many columns as hold the longest, read down each column."""
    cells = [kit.set(text, kit.body, width) for text in texts]
    columns = max(1, int(width / (max(cell.width for cell in cells) + 4)))
    rows = -(-len(cells) // columns)

    def draw(y: float) -> Mark:
        marks: list[Mark] = []
        for place, cell in enumerate(cells):
            x, top = place // rows * (width / columns), y + place % rows * kit.body.leading
            marks.append(Group("LI", (Group("LBody", cell.marks(x, top)),)))
        return Group("L", tuple(marks))

    return Block(1.2, rows * kit.body.leading, 1.2, draw)
