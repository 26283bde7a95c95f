"""A paragraph on a worksheet."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.compose.flow import Block
from casedeck.errors import Place, Report
from casedeck.model.page import ARTIFACT, Group
from casedeck.model.text import Rich, filled
from casedeck.notation.combined import Checked
from casedeck.notation.markup import Sentence
from casedeck.worksheets.parts.part import Kind
from casedeck.worksheets.pen import Pen


class Words(NamedTuple):
    """A paragraph."""

    text: Rich


def _read(text: Rich, place: Place, report: Report) -> Words:
    return Words(text)


def _block(words: Words, pen: Pen, gap: float, room: float) -> Block:
    lettering = pen.set(filled(words.text, **pen.texts), pen.kit.body, pen.width)
    role = "P" if lettering.ends else ARTIFACT
    return Block(gap, lettering.height, gap, lambda y: Group(role, lettering.marks(pen.x, y)))


WORDS = Kind[Words](
    about="A paragraph, at most 600 characters, written straight behind the colon, as in "
    "`- words: Talk about this.`",
    field=Checked(Sentence(600), _read),
    block=_block,
    texts=lambda words: (words.text,),
)
