"""Worksheet files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from casedeck.errors import Place, Report, did_you_mean
from casedeck.library import shelf
from casedeck.model.activity import PROMPTS
from casedeck.model.paper import SETTINGS
from casedeck.model.text import placeholders
from casedeck.model.vocabulary import key
from casedeck.notation.amounts import Whole
from casedeck.notation.combined import Checked
from casedeck.notation.fields import OneOf, Schema, other_spelling, spellings
from casedeck.notation.lists import ListOf
from casedeck.notation.markup import Sentence
from casedeck.notation.markup import Words as Label
from casedeck.notation.records import Key, Read, Record
from casedeck.notation.yaml import Entries, Node
from casedeck.session.supplied import WALL, Supplied
from casedeck.wording import short
from casedeck.worksheets.model import EACH, ORIENTATIONS, PER_SIDE, PLACEHOLDERS, Worksheet, is_time
from casedeck.worksheets.parts import PARTS
from casedeck.worksheets.parts.part import Kind, Part

MAX_PARTS = 12


class OnePart(NamedTuple):
    """A part under the key of its kind, as in `- lines: {…}`."""

    kinds: Mapping[str, Kind[Any]]

    def read(self, node: Node, report: Report) -> Part | None:
        """The part, as the kind's own field reads its value."""
        if not isinstance(node, Entries) or len(node.entries) != 1:
            hint = 'write it like "- lines: {label: because, lines: 2}"'
            report.add(node.place, "V103", "a part is one kind and what it holds", hint)
            return None
        word, held = node.entries[0]
        kind = next((kind for name, kind in self.kinds.items() if key(name) == key(word.text)), None)
        if kind is None:
            message = f'unknown kind of part "{short(word.text)}"'
            report.add(word.place, "V101", message, did_you_mean(word.text, self.kinds))
            return None
        value = kind.field.read(held, report)
        return None if value is None else Part(kind, value)

    def schema(self) -> Schema:
        """An object with one of the kinds as its only key."""
        properties = {name: kind.field.schema() for name, kind in self.kinds.items()}
        return {
            "type": "object",
            "properties": properties,
            "patternProperties": {other_spelling(name): value for name, value in properties.items()},
            "propertyNames": spellings(*self.kinds),
            "minProperties": 1,
            "maxProperties": 1,
        }


def _per_side(number: int, place: Place, report: Report) -> int | None:
    if number in PER_SIDE:
        return number
    message = f"{number} sheets cannot be cut from one side of paper"
    report.add(place, "V106", message, f"use one of: {', '.join(map(str, PER_SIDE))}")
    return None


WORKSHEET = Record(
    "a worksheet",
    {
        "name": Key(Label(40), "The worksheet's name.", required=True),
        "paper": Key(OneOf("paper", SETTINGS), "The paper it is made for.", required=True),
        "orientation": Key(
            OneOf("orientation", ORIENTATIONS),
            "How it is held; where several are cut from a side, one of them.",
            required=True,
        ),
        "per side": Key(
            Checked(Whole(1, 6), _per_side), "How many stand on one side of the paper. 1, if not said."
        ),
        "one for each": Key(
            OneOf("thing to print one for", EACH), "What it is printed once for. Nothing, if not said."
        ),
        "tab": Key(Sentence(60), "The words in the tab at its top."),
        "title": Key(Sentence(100), "Its heading. The first big text, if not said."),
        "intro": Key(Sentence(400), "What to do, below the heading."),
        "intro on A4": Key(
            Sentence(400),
            "The same for a worksheet made for A3 that is printed on A4. As intro, if not said.",
        ),
        "parts": Key(
            ListOf(OnePart(PARTS), 1, MAX_PARTS), "What stands on it, from the top down.", required=True
        ),
    },
)


def read_worksheet(file: shelf.File, report: Report) -> Worksheet | None:
    """The worksheet in a file, or None with its problems recorded."""
    part = report.part()
    values: Read | None = WORKSHEET.read(file.node, report)
    if values is None or not part.clean:
        return None
    worksheet = Worksheet(
        id=file.id,
        name=values["name"],
        paper=values["paper"],
        orientation=values["orientation"],
        per_side=values.get("per side", 1),
        each=values.get("one for each", ""),
        tab=values.get("tab", ()),
        title=values.get("title", ()),
        intro=values.get("intro", ()),
        parts=tuple(values["parts"]),
        place=file.node.place,
        small_intro=values.get("intro on A4", ()),
    )
    _check(worksheet, report)
    return worksheet if part.clean else None


WORKSHEETS = shelf.Kind("assets/sheets", "sheet", "the sheet", read_worksheet)


def _check(worksheet: Worksheet, report: Report) -> None:
    """What the parts of a worksheet must have in common."""
    place = worksheet.place
    known = [*PLACEHOLDERS[""], *PLACEHOLDERS.get(worksheet.each, ())]
    for name in sorted(name for name in worksheet.needs - set(known) if not is_time(name)):
        each = next((each for each in EACH if name in PLACEHOLDERS.get(each, ())), "")
        hint = f"say: one for each: {each}" if each else did_you_mean(name, known)
        report.add(place, "V106", f'nothing stands for "{{{short(name)}}}"', hint)
    for label in worksheet.labels():
        if placeholders(label):
            hint = "placeholders stand in words, big text, tab, title and intro"
            report.add(place, "V106", f'the label "{short(label)}" holds a placeholder', hint)
    if not worksheet.title and not worksheet.heading:
        hint = "every sheet needs a heading; only a big text can be one"
        report.add(place, "V102", '"title" is missing in a worksheet', hint)


def supplied(worksheet: Worksheet, barriers: int) -> Supplied:
    """How a worksheet is printed. One for each card, or for each of so many barriers, makes full sets, for
    each wall that has its own; one for each prompt makes full sets as well.
    """
    per_side, each = worksheet.per_side, worksheet.each
    pages = {"prompt": -(-PROMPTS // per_side), "barrier": -(-barriers // per_side)}
    return Supplied(
        worksheet.paper,
        "mono",
        per_side=1 if each in pages else per_side,
        set_for=WALL if each in ("card", "barrier") else "",
        deck=each == "card",
        pages=pages.get(each, 1),
    )
