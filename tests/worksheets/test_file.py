"""Worksheet files."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from jsonschema import Draft202012Validator

from casedeck.disk.folder import Folder
from casedeck.errors import DeckError, Place, Report
from casedeck.library.shelf import File, Shelf
from casedeck.model.text import plain
from casedeck.notation.yaml import parse
from casedeck.worksheets.file import WORKSHEET, WORKSHEETS, read_worksheet
from casedeck.worksheets.model import Worksheet
from casedeck.worksheets.parts.axes import Axes
from casedeck.worksheets.parts.big import Big
from casedeck.worksheets.parts.boxes import Boxes
from casedeck.worksheets.parts.grid import Grid, GridColumn
from casedeck.worksheets.parts.lines import Lines
from casedeck.worksheets.parts.words import Words
from casedeck.worksheets.parts.zones import Zones
from tests.support.decks import ROOT, stems
from tests.support.nonsense import NONSENSE, mutated
from tests.support.reading import Overlay, lines
from tests.support.worksheets import NOWHERE

WHOLE = """\
name: Everything
paper: A4
orientation: landscape
per side: 2
one for each: card
tab: "{activity}"
title: It's for {deck}
intro: Write **what you see**.
parts:
  - words: Talk about {prompt}
  - lines: {label: because, lines: 2, pitch: 12mm, beside: yes}
  - lines: {lines: fill}
  - boxes: {label: Cards, boxes: 3}
  - grid: {label: Ideas, columns: [Card, {heading: What, share: 3}], rows: 4, lines: fill}
  - zones: {areas: [One, Two], pitch: 10mm}
  - axes: {across: [Left, Right], down: [Top, Foot]}
  - big: {text: "{number}", least: 20pt, most: 100pt, height: 30mm, rule: yes}
"""


def _read(text: str | bytes) -> tuple[Worksheet | None, list[str]]:
    report = Report()
    data = text.encode() if isinstance(text, str) else text
    return read_worksheet(File("test", parse(data, "f.yaml")), report), lines(report)


def test_whole_file() -> None:
    """Everything that a file says is in the worksheet: lengths in mm, sizes in points, what is not said at
    its usual value.
    """
    worksheet, problems = _read(WHOLE)
    assert problems == []
    assert worksheet is not None
    head = (
        worksheet.name,
        worksheet.paper,
        worksheet.orientation,
        worksheet.per_side,
        worksheet.each,
        plain(worksheet.title),
    )
    assert head == ("Everything", "A4", "landscape", 2, "card", "It’s for {deck}")
    assert worksheet.needs == {"activity", "deck", "prompt", "number"}
    words, because, rest, boxes, grid, zones, axes, big = [part.value for part in worksheet.parts]
    assert isinstance(words, Words)
    assert because == Lines("because", 2, 12, beside=True)
    assert rest == Lines("", 0, 9, beside=False)
    assert boxes == Boxes("Cards", 3)
    assert grid == Grid("Ideas", (GridColumn("Card", 1), GridColumn("What", 3)), 4, 0, 9)
    assert zones == Zones(("One", "Two"), 10)
    assert axes == Axes(("Left", "Right"), ("Top", "Foot"))
    assert isinstance(big, Big)
    assert big[1:] == (20, 100, 30, True)
    labels = "because", "", "Cards", "Ideas", "Card", "What", "One", "Two", "Left", "Right", "Top", "Foot"
    assert tuple(worksheet.labels()) == labels


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        (
            "name: Everything",
            "title2: x",
            '1:1: V101 unknown key "title2" in a worksheet; did you mean "title"?',
        ),
        ("paper: A4", "paper: A9", '2:8: V106 unknown paper "A9"; use one of: A4, A3'),
        (
            "per side: 2",
            "per side: 3",
            "4:11: V106 3 sheets cannot be cut from one side of paper; use one of: 1, 2, 4, 6",
        ),
        ("per side: 2", "per side: 9", '4:11: V105 "9" is not a whole number from 1 to 6'),
        ("- boxes:", "- boxs:", '13:5: V101 unknown kind of part "boxs"; did you mean "boxes"?'),
        ("boxes: 3", "boxes: 13", '13:34: V105 "13" is not a whole number from 1 to 12'),
        (
            "lines: fill}\n  - boxes",
            "lines: all}\n  - boxes",
            '12:20: V105 "all" is not a whole number from 1 to 40; write "fill" for as many as fit',
        ),
        ("pitch: 12mm", "pitch: 5mm", "11:46: V107 5mm is outside the range from 9mm to 20mm"),
        (
            "pitch: 12mm",
            "pitch: 12",
            '11:46: V107 the length 12 has no unit; write "12mm", or use cm, in or pt',
        ),
        ("least: 20pt", "least: 200pt", "17:36: V105 the least size (200pt) is larger than the most (100pt)"),
        ("[One, Two]", "[1, 2, 3, 4, 5]", "15:20: V109 the list has 5 items; 1 to 4 are needed"),
        ("[Left, Right]", "[Left]", "16:20: V109 the list has 1 item; 2 are needed"),
        ("{deck}", "{deek}", '1:1: V106 nothing stands for "{deek}"; did you mean "deck"?'),
        ("one for each: card\n", "", '1:1: V106 nothing stands for "{number}"; say: one for each: card'),
        (
            "label: because",
            'label: "{deck}"',
            (
                '1:1: V106 the label "{deck}" holds a placeholder; '
                "placeholders stand in words, big text, tab, title and intro"
            ),
        ),
    ],
)
def test_refused(right: str, wrong: str, problem: str) -> None:
    """A slip is named at its place, with what was typed, the limit and the way out."""
    assert right in WHOLE
    worksheet, problems = _read(WHOLE.replace(right, wrong, 1))
    assert worksheet is None
    assert f"f.yaml:{problem}" in problems


def test_a_part_is_one_kind() -> None:
    """A part with two kinds, or none, is refused with an example of what to write."""
    wanted = 'V103 a part is one kind and what it holds; write it like "- lines: {label: because, lines: 2}"'
    for wrong in ("- {words: a, boxes: {boxes: 1}}", "- just words"):
        _, problems = _read(WHOLE.replace("- words: Talk about {prompt}", wrong))
        assert problems == [f"f.yaml:10:5: {wanted}"]


def test_every_form_has_a_heading() -> None:
    """A title may be left out only where a big text can be the heading."""
    without = WHOLE.replace("title: It's for {deck}\n", "")
    assert _read(without)[1] == []
    none = "\n".join(line for line in without.splitlines() if "big:" not in line)
    hint = "every sheet needs a heading; only a big text can be one"
    assert _read(none) == (None, [f'f.yaml:1:1: V102 "title" is missing in a worksheet; {hint}'])


def test_limits() -> None:
    """There are at most twelve parts, and each text has its limit."""
    assert _read(WHOLE + "  - boxes: {boxes: 1}\n" * 4)[1] == []
    assert _read(WHOLE + "  - boxes: {boxes: 1}\n" * 5)[1] == [
        "f.yaml:10:3: V109 the list has 13 items; 1 to 12 are needed"
    ]
    for line, limit in (
        ("name: Everything", 40),
        ("intro: Write **what you see**.", 400),
        ("- words: Talk about {prompt}", 600),
    ):
        name = line.split(":")[0]
        fits, too_long = (
            _read(WHOLE.replace(line, f"{name}: {'x' * length}")) for length in (limit, limit + 1)
        )
        assert fits[1] == []
        assert "the limit is" in too_long[1][0]


def test_found_by_name() -> None:
    """A worksheet is found whatever the case and hyphens; a name that is none gets a hint at its place."""
    shelf, report = Shelf(WORKSHEETS, Folder(ROOT)), Report()
    worksheet = shelf.find("Response slips", NOWHERE, report)
    assert worksheet is not None
    assert worksheet.id == "response-slips"
    assert shelf.find("respons slips", Place("deck.yaml", 3, 5), report) is None
    assert lines(report) == [
        'deck.yaml:3:5: V106 unknown sheet "respons slips"; did you mean "response-slips"?'
    ]


def test_files_that_cannot_be_used() -> None:
    """What is wrong in a worksheet's file, or with reading it, is reported there."""
    for data, code in (("name: [", "F104"), (None, "F108"), ("name: x", "V102")):
        shelf, report = Shelf(WORKSHEETS, Overlay({"assets/sheets/mine.yaml": data})), Report()
        assert shelf.find("mine", NOWHERE, report) is None
        assert {problem.code for problem in report.problems} == {code}
        assert {problem.place.file for problem in report.problems} == {"assets/sheets/mine.yaml"}


def test_a_form_of_ones_own_is_listed() -> None:
    """A file in a facilitator's folder is a worksheet like those that ship."""
    names = Shelf(WORKSHEETS, Overlay({"assets/sheets/mine.yaml": WHOLE})).names()
    assert set(names) == {*stems("assets/sheets"), "mine"}


@given(NONSENSE)
def test_nonsense(text: str) -> None:
    """Whatever a file says comes back as a worksheet or as problems, never as another error."""
    worksheet, problems = _read(text)
    assert (worksheet is None) == bool(problems)


@given(
    mutated(
        [
            WHOLE.encode(),
            *((ROOT / "assets/sheets" / f"{name}.yaml").read_bytes() for name in stems("assets/sheets")),
        ]
    )
)
def test_mutated(data: bytes) -> None:
    """A worksheet file with lines lost, doubled or damaged comes back as a worksheet or as problems."""
    try:
        worksheet, problems = _read(data)
    except DeckError:
        return
    assert (worksheet is None) == bool(problems)


def _values(text: str) -> Any:
    """YAML as an editor's schema check sees it: yes and no are text."""
    values = json.dumps(yaml.safe_load(text)).replace("true", '"yes"').replace("false", '"no"')
    return json.loads(values)


def test_schema() -> None:
    """The schema takes what the reader takes and marks what it would refuse."""
    schema = WORKSHEET.schema()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for name in stems("assets/sheets"):
        assert (
            list(validator.iter_errors(_values((ROOT / f"assets/sheets/{name}.yaml").read_text("utf-8"))))
            == []
        )
    assert list(validator.iter_errors(_values(WHOLE))) == []
    for right, wrong in (
        ("paper: A4", "paper: A9"),
        ("boxes: 3", "boxes: 13"),
        ("- words:", "- wrods:"),
        ("pitch: 12mm", "pitch: 12"),
    ):
        assert list(validator.iter_errors(_values(WHOLE.replace(right, wrong, 1))))
