"""Text as large as fits, for posters and labels."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.compose.flow import Block
from casedeck.compose.lettering import Lettering, Style, lettered
from casedeck.errors import Report
from casedeck.model.geometry import PT_PER_MM, mm
from casedeck.model.page import ARTIFACT, CAP, DEPTH, Group, Mark
from casedeck.model.text import Rich, filled, plain
from casedeck.notation.amounts import Length
from casedeck.notation.fields import YesNo
from casedeck.notation.markup import Sentence
from casedeck.notation.records import Key, Read, Record
from casedeck.typeset.fitting import largest
from casedeck.worksheets.parts.part import Kind
from casedeck.worksheets.parts.shared import made
from casedeck.worksheets.pen import Pen

LEADING = 1.08
SHARE_ABOVE = 0.45
"""How much of the room that large words leave stands above them."""
DEEP = frozenset("gjpqyQ,;()[]{}/|@")


class Big(NamedTuple):
    """Text as large as fits between two sizes in points, in `height` mm, or in what is left where that is 0;
    below a rule where `rule`.
    """

    text: Rich
    least_pt: float
    most_pt: float
    height: float
    rule: bool


_SIZE = Length(12 / PT_PER_MM, 600 / PT_PER_MM)
_LEAST = "The smallest size of the letters, from 12pt to 600pt, with its unit."
_MOST = "The largest size of the letters, from 12pt to 600pt, with its unit."
_HEIGHT = "How much room it has, from 5mm to 400mm, with its unit. All that is left, if not said."
_RECORD = Record(
    "big text",
    {
        "text": Key(Sentence(300), "The words, at most 300 characters.", required=True),
        "least": Key(_SIZE, _LEAST, required=True),
        "most": Key(_SIZE, _MOST, required=True),
        "height": Key(Length(5, 400), _HEIGHT),
        "rule": Key(YesNo(), "`yes` draws a line above it. `no`, if not said."),
    },
)


def _in_order(values: Read, report: Report) -> bool:
    least, most = values["least"] * PT_PER_MM, values["most"] * PT_PER_MM
    if least > most:
        message = f"the least size ({least:.4g}pt) is larger than the most ({most:.4g}pt)"
        report.add(values.places["least"], "V105", message)
    return bool(least <= most)


def _read(values: Read) -> Big:
    least, most = (round(values[name] * PT_PER_MM, 2) for name in ("least", "most"))
    return Big(values["text"], least, most, values.get("height", 0.0), values.get("rule", False))


def _block(part: Big, pen: Pen, gap: float, room: float) -> Block:
    text, fonts = filled(part.text, **pen.texts), pen.kit.sheet.fonts
    room = part.height * pen.factor if part.height else room
    ruled = 0.32 * pen.tab_pt if part.rule else 0.0
    deep = part is pen.last or not DEEP.isdisjoint(plain(text))

    def at(size_pt: float) -> tuple[Lettering, float]:
        style = Style(size_pt, size_pt * LEADING, pen.kit.body.colour)
        lettering = lettered(text, style, pen.width, fonts, "black", balanced=True)
        ink = mm(size_pt) * (CAP + (DEPTH if deep else 0.0))
        return lettering, max(0, len(lettering.ends) - 1) * style.leading + ink

    def fits(size_pt: float) -> bool:
        lettering, height = at(size_pt)
        return height + ruled <= room and not lettering.too_wide

    least = max(part.least_pt * pen.factor, pen.kit.body.size_pt)
    size = largest(fits, least, max(least, part.most_pt * pen.factor)) or least
    lettering, height = at(size)
    pen.kit.wide.noted(lettering)
    role = ARTIFACT if not lettering.ends else "H1" if part is pen.heading else "P"
    raised = _above_capitals(lettering, size, pen) - SHARE_ABOVE * max(0.0, room - height - ruled)

    def draw(y: float) -> Mark:
        words = Group(role, lettering.marks(pen.x, y - raised + ruled))
        rule = Group(ARTIFACT, (pen.line(pen.x, y, pen.x + pen.width, y, strong=True),))
        return Group("Sect", (rule, words)) if part.rule else words

    return Block(2 * gap, max(room, height + ruled), gap, draw)


def _above_capitals(lettering: Lettering, size_pt: float, pen: Pen) -> float:
    """How far the top of capitals is below that of their line, mm."""
    font, em = pen.kit.sheet.fonts.regular, mm(size_pt)
    leading: float = lettering.style.leading - em * (font.ascent + font.descent)
    raised: float = leading / 2 + em * (font.ascent - CAP)
    return raised


BIG = Kind[Big](
    about="Text as large as fits, for posters and labels",
    field=made(_RECORD, _read, _in_order),
    block=_block,
    texts=lambda part: (part.text,),
    fills=lambda part: not part.height,
    heads=True,
)
