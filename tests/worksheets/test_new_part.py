"""A new kind of part is one file and one line."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from tests.support.newcomers import Copy

TOY = '''
"""A row of smiling faces to tick."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.compose.flow import Block
from casedeck.model.page import Group
from casedeck.notation.amounts import Whole
from casedeck.notation.records import Key, Read, Record
from casedeck.worksheets.parts.part import Kind
from casedeck.worksheets.parts.shared import LABEL, made
from casedeck.worksheets.pen import Pen


class Smiles(NamedTuple):
    """A label, and how many smiles stand behind it."""

    label: str
    smiles: int


_RECORD = Record("smiles", {"label": LABEL, "smiles": Key(Whole(1, 7), "How many.", required=True)})


def _read(values: Read) -> Smiles:
    return Smiles(values.get("label", ""), values["smiles"])


def _block(part: Smiles, pen: Pen, gap: float, room: float) -> Block:
    words = pen.label(f"{part.label} {':-) ' * part.smiles}")
    return Block(gap, words.height, gap, lambda y: Group("P", words.marks(pen.x, y)))


SMILES = Kind[Smiles](
    about="A row of smiles to tick",
    field=made(_RECORD, _read),
    block=_block,
    labels=lambda part: (part.label,),
)
'''
LINE = 'from casedeck.worksheets.parts.smiles import SMILES; "smiles": SMILES'
SHEET = """\
name: Response slips
paper: A4
orientation: landscape
per side: 4
title: How was it?
parts:
  - smiles: {label: The cards, smiles: 5}
  - lines: {lines: fill}
"""
DECK = """\
title: A day out
cards: [timpson, {fill to: 12}]
session: {activities: [gallery], people: 12}
print: [pack]
"""


def with_slips(folder: Path, sheet: str = SHEET) -> Copy:
    """A copy with the new part's file, and a facilitator's folder whose response slips use it."""
    copy = Copy(folder)
    copy.add("worksheets/parts/smiles.py", TOY)
    copy.write("assets/sheets/response-slips.yaml", sheet)
    copy.write("decks/day.yaml", DECK)
    return copy


def test_a_new_part_is_one_file_and_one_line(tmp_path: Path) -> None:
    """With its file and its line in the table, a worksheet file can use it, and a pack prints it."""
    copy = with_slips(tmp_path)
    copy.enter("worksheets/parts/__init__.py", "PARTS", LINE)
    code, said = copy.run(["build", "day", "--also", "text"])
    assert code == 0, said
    (pdf,) = (copy.folder / "output" / "day").glob("*response-slips.pdf")
    with pikepdf.open(pdf) as made:
        assert len(made.pages) == 4
    assert pdf.with_suffix(".txt").read_text("utf-8").count("The cards :-) :-) :-) :-) :-)") == 4
    assert '"smiles"' in copy.run(["schema", "worksheet"])[1]


def test_what_a_new_part_says_is_checked(tmp_path: Path) -> None:
    """Its limits and its labels are checked as those of every part, with the same words."""
    copy = with_slips(tmp_path, SHEET.replace("smiles: 5", "smiles: 8").replace("The cards", '"{deck}"'))
    copy.enter("worksheets/parts/__init__.py", "PARTS", LINE)
    said = copy.run(["check", "day"])[1]
    assert 'response-slips.yaml:7:39: V105 "8" is not a whole number from 1 to 7' in said
    copy.write("assets/sheets/response-slips.yaml", SHEET.replace("The cards", '"{deck}"'))
    assert 'V106 the label "{deck}" holds a placeholder' in copy.run(["check", "day"])[1]


def test_a_part_without_its_line_is_refused(tmp_path: Path) -> None:
    """Twin: the file alone is no part, and the word is refused at its place with those that there are."""
    code, said = with_slips(tmp_path).run(["build", "day"])
    assert code == 1
    wanted = 'response-slips.yaml:7:5: V101 unknown kind of part "smiles"; did you mean "lines"?'
    hint = "use one of: words, lines, boxes, grid, zones, axes, big"
    assert wanted in said or wanted.replace('did you mean "lines"?', hint) in said
