"""Form files: worksheets to write on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from casedeck.errors import Place, Report, did_you_mean
from casedeck.library.files import Files, read_node, yaml_names
from casedeck.model.activity import PROMPTS
from casedeck.model.geometry import PT_PER_MM
from casedeck.model.paper import SETTINGS
from casedeck.model.text import Rich, placeholders
from casedeck.model.vocabulary import key
from casedeck.notation.amounts import Length, Whole
from casedeck.notation.combined import Checked, Either
from casedeck.notation.fields import Field, OneOf, Schema, YesNo, other_spelling, scalar, spellings, taken
from casedeck.notation.lists import ListOf
from casedeck.notation.markup import Sentence
from casedeck.notation.markup import Words as Label
from casedeck.notation.records import Key, Read, Record
from casedeck.notation.written import Wrong
from casedeck.notation.written.numbers import read_whole
from casedeck.notation.yaml import Mapping as Keys
from casedeck.notation.yaml import Node
from casedeck.session.copies import Imposition
from casedeck.wording import short
from casedeck.worksheets.model import (
    EACH,
    ORIENTATIONS,
    PER_SIDE,
    PLACEHOLDERS,
    Axes,
    Big,
    Boxes,
    Form,
    Grid,
    GridColumn,
    Lines,
    Words,
    Zones,
    is_time,
)

PITCH = 9.0
MAX_PARTS = 12
_NOUNS = ("lines", "line", "rows", "row")


class OneKind(NamedTuple):
    """One key that says of which kind a value is, as in `- lines: {…}`; each kind is read by its own field."""

    what: str
    kinds: Mapping[str, Field]

    def read(self, node: Node, report: Report) -> Any:
        """What the kind's field reads."""
        if not isinstance(node, Keys) or len(node.entries) != 1:
            report.add(
                node.place,
                "V103",
                f"{self.what} is one kind and what it holds",
                'write it like "- lines: {label: because, lines: 2}"',
            )
            return None
        word, value = node.entries[0]
        for name, field in self.kinds.items():
            if key(name) == key(word.text):
                return field.read(value, report)
        report.add(
            word.place,
            "V101",
            f'unknown kind of part "{short(word.text)}"',
            did_you_mean(word.text, self.kinds),
        )
        return None

    def schema(self) -> Schema:
        """An object with one of the kinds as its only key."""
        properties = {name: field.schema() for name, field in self.kinds.items()}
        others = {other_spelling(name): value for name, value in properties.items()}
        kinds = {
            "properties": properties,
            "patternProperties": others,
            "propertyNames": spellings(*self.kinds),
        }
        return {"type": "object", **kinds, "minProperties": 1, "maxProperties": 1}


class Count(NamedTuple):
    """A whole number from 1 to `high`, or the word "fill", which gives 0."""

    high: int

    def read(self, node: Node, report: Report) -> int | None:
        """The number, or 0 for as many as fill what is left."""
        text = scalar(node, report, 'a whole number or "fill"')
        if text is None:
            return None
        if key(text) == "fill":
            return 0
        found = read_whole(text, 1, self.high, _NOUNS)
        return taken(
            Wrong(found.message, 'write "fill" for as many as fit') if isinstance(found, Wrong) else found,
            node,
            "V105",
            report,
        )

    def schema(self) -> Schema:
        """An integer or the word."""
        return {"anyOf": [*Whole(1, self.high, _NOUNS).schema()["anyOf"], spellings("fill")]}


def _made(
    record: Record, make: Callable[[Read], Any], check: Callable[[Read, Report], bool] | None = None
) -> Checked:
    """The record's values made into a part, where all that is required could be read and `check` found
    nothing to report.
    """

    def convert(values: Read, place: Place, report: Report) -> Any:
        complete = all(name in values for name, entry in record.keys.items() if entry.required)
        return make(values) if complete and (check is None or check(values, report)) else None

    return Checked(record, convert)


def _words(text: Rich, place: Place, report: Report) -> Words:
    return Words(text)


def _lines(values: Read) -> Lines:
    return Lines(
        values.get("label", ""), values["lines"], values.get("pitch", PITCH), values.get("beside", False)
    )


def _sizes_in_order(values: Read, report: Report) -> bool:
    least, most = values["least"] * PT_PER_MM, values["most"] * PT_PER_MM
    if least > most:
        report.add(
            values.places["least"],
            "V105",
            f"the least size ({least:.4g}pt) is larger than the most ({most:.4g}pt)",
        )
    return bool(least <= most)


def _big(values: Read) -> Big:
    least, most = (round(values[name] * PT_PER_MM, 2) for name in ("least", "most"))
    return Big(values["text"], least, most, values.get("height", 0.0), values.get("rule", False))


def _per_side(number: int, place: Place, report: Report) -> int | None:
    if number in PER_SIDE:
        return number
    report.add(
        place, "V106", f"{number} sheets cannot be cut from one side of paper", "use one of: 1, 2, 4, 6"
    )
    return None


def _grid(values: Read) -> Grid:
    columns = tuple(GridColumn(each, 1) if isinstance(each, str) else each for each in values["columns"])
    return Grid(
        values.get("label", ""),
        columns,
        values.get("rows", 0),
        values.get("lines", 1),
        values.get("pitch", PITCH),
    )


_PITCH = Key(Length(9, 20), "The distance from line to line: 9mm, or 12mm for schools and large print.")
_LABEL = Key(Label(80), "The words above or beside it.")
_ENDS = ListOf(Label(40), 2, 2)
_SIZE = Length(12 / PT_PER_MM, 600 / PT_PER_MM)
LINES = Record(
    "lines",
    {
        "label": _LABEL,
        "lines": Key(Count(40), 'How many, or "fill" for as many as fit.', required=True),
        "pitch": _PITCH,
        "beside": Key(YesNo(), "Whether the first line starts beside the label. No, if not said."),
    },
)
BOXES = Record("boxes", {"label": _LABEL, "boxes": Key(Whole(1, 12), "How many.", required=True)})
COLUMN = Record(
    "a column",
    {
        "heading": Key(Label(60), "The words at its head.", required=True),
        "share": Key(Whole(1, 12), "Its share of the width. 1, if not said."),
    },
)
_COLUMN = Either(
    Label(60), _made(COLUMN, lambda values: GridColumn(values["heading"], values.get("share", 1)))
)
GRID = Record(
    "a grid",
    {
        "label": _LABEL,
        "columns": Key(ListOf(_COLUMN, 1, 6), "Their headings from left to right.", required=True),
        "rows": Key(Count(40), 'How many rows, or "fill" for as many as fit. Fill, if not said.'),
        "lines": Key(Count(20), 'How many lines in each row, or "fill". 1, if not said.'),
        "pitch": _PITCH,
    },
)
ZONES = Record(
    "zones",
    {
        "areas": Key(ListOf(Label(80), 1, 4), "The words on each area, from left to right.", required=True),
        "pitch": _PITCH,
    },
)
AXES = Record(
    "axes",
    {
        "across": Key(_ENDS, "The words at the left and the right end.", required=True),
        "down": Key(_ENDS, "The words at the top and at the foot.", required=True),
    },
)
BIG = Record(
    "big text",
    {
        "text": Key(Sentence(300), "The words.", required=True),
        "least": Key(_SIZE, "The smallest size of the letters, such as 60pt.", required=True),
        "most": Key(_SIZE, "The largest size of the letters.", required=True),
        "height": Key(Length(5, 400), "How much room it has. All that is left, if not said."),
        "rule": Key(YesNo(), "Whether a rule stands above it. No, if not said."),
    },
)
PARTS: dict[str, Field] = {
    "words": Checked(Sentence(600), _words),
    "lines": _made(LINES, _lines),
    "boxes": _made(BOXES, lambda values: Boxes(values.get("label", ""), values["boxes"])),
    "grid": _made(GRID, _grid),
    "zones": _made(ZONES, lambda values: Zones(tuple(values["areas"]), values.get("pitch", 0.0))),
    "axes": _made(AXES, lambda values: Axes(tuple(values["across"]), tuple(values["down"]))),
    "big": _made(BIG, _big, _sizes_in_order),
}
FORM = Record(
    "a form",
    {
        "name": Key(Label(40), "The form's name.", required=True),
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
        "intro on A4": Key(Sentence(400), "The same for a form made for A3 that is printed on A4."),
        "parts": Key(
            ListOf(OneKind("a part", PARTS), 1, MAX_PARTS),
            "What stands on it, from the top down.",
            required=True,
        ),
    },
)


def form_names(files: Files, report: Report) -> dict[str, str]:
    """The file of each form by its id; files that describe the same form are recorded."""
    return dict(yaml_names(files, "assets/sheets", report))


def load_form(word: str, files: Files, place: Place, report: Report) -> Form | None:
    """The form of this id or name; None with problems recorded, those of its file there and an unknown name
    at `place`.
    """
    names = form_names(files, report)
    match = next((name for name in names if key(name) == key(word)), None)
    if match is None:
        report.add(place, "V106", f'unknown sheet "{short(word)}"', did_you_mean(word, names))
        return None
    node = read_node(files, names[match], "the sheet", report)
    return None if node is None else read_form(match, node, report)


def read_form(form_id: str, node: Node, report: Report) -> Form | None:
    """The form in a file's node, or None with its problems recorded."""
    part = report.part()
    values: Read | None = FORM.read(node, report)
    if values is None or not part.clean:
        return None
    form = Form(
        id=form_id,
        name=values["name"],
        paper=values["paper"],
        orientation=values["orientation"],
        per_side=values.get("per side", 1),
        each=values.get("one for each", ""),
        tab=values.get("tab", ()),
        title=values.get("title", ()),
        intro=values.get("intro", ()),
        parts=tuple(values["parts"]),
        place=node.place,
        small_intro=values.get("intro on A4", ()),
    )
    _check(form, values, report)
    return form if part.clean else None


def _check(form: Form, values: Read, report: Report) -> None:
    """What the parts of a form must have in common."""
    known = [*PLACEHOLDERS[""], *PLACEHOLDERS.get(form.each, ())]
    for name in sorted(name for name in form.needs - set(known) if not is_time(name)):
        each = next((each for each in EACH if name in PLACEHOLDERS.get(each, ())), "")
        hint = f"say: one for each: {each}" if each else did_you_mean(name, known)
        report.add(form.place, "V106", f'nothing stands for "{{{short(name)}}}"', hint)
    for label in form.labels():
        if placeholders(label):
            report.add(
                form.place,
                "V106",
                f'the label "{short(label)}" holds a placeholder',
                "placeholders stand in words, big text, tab, title and intro",
            )
    if not form.title and not any(isinstance(part, Big) for part in form.parts):
        report.add(
            form.place,
            "V102",
            '"title" is missing in a form',
            "every sheet needs a heading; only a big text can be one",
        )


def imposition(form: Form, barriers: int) -> Imposition:
    """How a form is printed. One for each card, or for each of so many barriers, makes full sets, for each
    wall that has its own; one for each prompt makes full sets as well.
    """
    pages = {"prompt": -(-PROMPTS // form.per_side), "barrier": -(-barriers // form.per_side)}
    each_wall = "wall" if form.each in ("card", "barrier") else ""
    return Imposition(
        1 if form.each in pages else form.per_side,
        form.paper,
        1,
        "mono",
        each_wall,
        pages=pages.get(form.each, 1),
    )
