"""Activity files."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from casedeck.disk.folder import Folder
from casedeck.errors import DeckError, Place, Report
from casedeck.library.activities import ACTIVITIES
from casedeck.library.activity import ACTIVITY, read_activity
from casedeck.library.shelf import File, Shelf
from casedeck.model.activity import NEVER, UNITS, Activity, Minutes
from casedeck.model.text import plain
from casedeck.notation.yaml import parse
from tests.support.decks import ROOT, WORKSHOP, stems
from tests.support.nonsense import NONSENSE, mutated
from tests.support.reading import Overlay, lines

FILE = "assets/activities/gallery.yaml"
WHOLE = (WORKSHOP / "assets/activities/sample-walk.yaml").read_text("utf-8")
FAR = 10_000


def _read(text: str | bytes) -> tuple[Activity | None, list[str]]:
    report = Report()
    data = text.encode() if isinstance(text, str) else text
    return read_activity(File("test", parse(data, "a.yaml")), report), lines(report)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            None,
            (
                ": F108 the activity leads out of the folder, or to something that is not a file; put a "
                "copy of the file itself there"
            ),
        ),
        ("a: *b", ":1:4: F105 a text that starts with * or & needs quotes"),
        ("- a", ":1:1: V103 an activity needs keys and values here"),
    ],
)
def test_unreadable(data: str | None, problem: str) -> None:
    """An activity whose file is a link out of the folder, or holds nonsense, is refused at its place."""
    report = Report()
    assert Shelf(ACTIVITIES, Overlay({FILE: data})).find("gallery", Place("d.yaml", 1, 1), report) is None
    (line,) = lines(report)
    assert line.startswith(FILE + problem)


def test_whole_file() -> None:
    """Everything that a file says is in the activity, and what is not said has its usual value."""
    found, problems = _read(WHOLE)
    assert problems == []
    assert found is not None
    assert (found.id, found.name, found.people, found.cards) == ("test", "Sample walk", (4, 60), (3, 24))
    assert (found.cards_read, found.hand, found.grouping) == (3, 0, "tables")
    start, walk, talk = found.blocks
    assert start.minutes == (Minutes(4, 0, "", reading=False, least=0, most=FAR, up_to_people=FAR),)
    assert (start.cut, start.cut_to, start.if_late, start.short) == (0, NEVER, (), ())
    assert walk.minutes == (Minutes(0, 1, "card read", reading=True, least=0, most=FAR, up_to_people=FAR),)
    assert (walk.cut, walk.cut_to.fixed, plain(walk.if_late)) == (1, 3, "Read one card.")
    assert talk.minutes[0] == Minutes(0, 2, "table", reading=False, least=4, most=9, up_to_people=30)
    first = found.steps[0]
    assert [span.bold for span in first.do] == [False, True, False]
    assert (found.steps[1].do, found.steps[1].watch, found.steps[2].say) == ((), (), ())
    slips = found.supplies[2]
    assert (slips.name, slips.sheet, slips.paper, slips.per, slips.times, slips.spare) == (
        "Response slips",
        "response slips",
        "",
        "person",
        1,
        0.1,
    )
    assert (found.supplies[-1].sheet, found.supplies[-2].times, found.supplies[0].note) == (
        "",
        3,
        "One for each wall",
    )
    assert [(name, plain(text)) for name, text in found.roles] == [("Timekeeper", "calls time.")]
    assert list(found.debrief) == ["what", "so what", "now what"]
    assert str(found.place) == "a.yaml:1:1"


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        (
            "name: Sample walk",
            "nome: Sample walk",
            '1:1: V101 unknown key "nome" in an activity; did you mean "name"?',
        ),
        ("name: Sample walk", f"name: {'x' * 41}", "1:7: V104 the text has 41 characters; the limit is 40"),
        ("name: Sample walk", "name: [Walk]", "1:7: V103 here stands a list where text is needed"),
        (
            "Walk for {minutes} minutes",
            "Walk for {minuts} minutes",
            '34:10: V106 nothing stands for "{minuts}"; did you mean "minutes"?',
        ),
        ("people: [4, 60]", "people: [60, 4]", "3:9: V105 the fewest people (60) are more than the most (4)"),
        ("people: [4, 60]", "people: [4]", "3:9: V109 the list has 1 item; 2 are needed"),
        ("people: [4, 60]", "people: 4", "3:9: V109 the list has 1 item; 2 are needed"),
        ("people: [4, 60]", "people: [1, 60]", '3:10: V105 "1" is not a whole number from 2 to 200'),
        ("people: [4, 60]", "people: [x, 60]", '3:10: V105 "x" is not a whole number from 2 to 200'),
        ("cards: [3, 24]", "cards: [25, 24]", "4:8: V105 the fewest cards (25) are more than the most (24)"),
        ("cards: [3, 24]", "cards: [3, many]", '4:12: V105 "many" is not a whole number from 1 to 200'),
        ("cards read: 3", "cards read: 51", '5:13: V105 "51" is not a whole number from 0 to 50'),
        ("hand: 0", "hand: 11", '6:7: V105 "11" is not a whole number from 0 to 10'),
        (
            "grouping: tables",
            "grouping: table",
            '7:11: V106 unknown grouping "table"; did you mean "tables"?',
        ),
        ("minutes: 4", "minutes: 241", '14:14: V105 "241" is not a number from 0 to 240'),
        ("minutes: 4", "minutes: -4", '14:14: V105 "-4" is not a number from 0 to 240'),
        ("minutes: 4", "minutes: 1.2.3", '14:14: V105 "1.2.3" is not a number from 0 to 240'),
        ("minutes: 4", "minutes: nan", '14:14: V105 "nan" is not a number from 0 to 240'),
        ("minutes: 4", "minutes: []", "14:14: V109 the list has 0 items; 1 to 6 are needed"),
        (
            "per: card read,",
            "per: card reed,",
            '16:29: V106 unknown unit "card reed"; did you mean "card read"?',
        ),
        (
            "with reading: yes",
            "with reading: maybe",
            '16:54: V106 unknown answer "maybe"; use one of: yes, no',
        ),
        ("cut: 1\n", "cut: 0\n", '17:10: V105 "0" is not a whole number from 1 to 20'),
        ("up to people: 30", "up to people: 501", '22:64: V105 "501" is not a whole number from 1 to 500'),
        (
            "- block: Walk",
            "- block: Wakl",
            '33:12: V106 no block is called "Wakl"; use the name of one of the blocks',
        ),
        (
            "  - block: Walk\n    say: Walk for {minutes} minutes.",
            "  - block: Walk",
            "33:5: V102 a step needs words to say or something to do",
        ),
        ("  - Who took it?\n", "", "40:3: V109 the list has 2 items; 3 are needed"),
        ("spare: 10", "spare: much", '47:71: V105 "much" is not a whole number from 0 to 100'),
        ("times: 3", "times: 0", '50:45: V105 "0" is not a whole number from 1 to 100'),
        ("{name: Timer}", "{sheet: wall}", '51:5: V102 "name" is missing in something to print or bring'),
        ("{name: Timer}", "Timer", "51:5: V103 something to print or bring needs keys and values here"),
        (
            "  Timekeeper: calls time.",
            "  - Timekeeper",
            '58:3: V103 names and texts are needed here; write lines like "Timekeeper: calls',
        ),
        ('  so what: ["So what is it like?"]\n', "", '66:3: V102 "so what" is missing in debrief'),
        (
            'now what: ["Now what comes next?"]',
            "now what: [a, b, c, d, e]",
            "68:13: V109 the list has 5 items; 1 to 4 are needed",
        ),
        ("safety: Take care of one another.", "", '1:1: V102 "safety" is missing in an activity'),
        ("safety: Take care of one another.", "safety: Take **care", "71:9: V1"),
    ],
)
def test_refused(right: str, wrong: str, problem: str) -> None:
    """A slip is named at its line and column with what was typed, the limit and the way out."""
    assert WHOLE.count(right) == 1
    found, problems = _read(WHOLE.replace(right, wrong, 1))
    assert found is None
    assert any(line.startswith(f"a.yaml:{problem}") for line in problems), problems


@pytest.mark.parametrize(
    "key", [name for name in ACTIVITY.keys if name not in ("full cards", "one room holds")]
)
def test_every_key_is_needed(key: str) -> None:
    """Every key of an activity but two has to be there and to hold something."""
    values = yaml.safe_load(WHOLE)
    left = {name: value for name, value in values.items() if name != key}
    for text, said in (
        (yaml.safe_dump(left), "is missing"),
        (yaml.safe_dump({**values, key: None}), "has no value"),
    ):
        found, problems = _read(text)
        assert found is None
        own = [line.split(": ", 1)[1] for line in problems if "no block is called" not in line]
        assert own == [f'V102 "{key}" {said} in an activity']


def test_all_slips_at_once() -> None:
    """Slips in all parts of a file come in one run, in order of their lines."""
    text = (
        WHOLE.replace("hand: 0", "hand: x")
        .replace("block: Walk", "block: Wakl")
        .replace("times: 3", "times: x")
    )
    assert [line.split(":")[1] for line in _read(text)[1]] == ["6", "33", "50"]


def test_blocks_are_found_however_they_are_spelt() -> None:
    """A step may spell its block without capitals or hyphens."""
    assert _read(WHOLE.replace("- block: Walk", "- block: wALK"))[1] == []


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_can_be_used(unit: str) -> None:
    """Minutes and supplies may be counted by every unit there is."""
    assert (
        _read(
            WHOLE.replace("per: person, spare: 10", f"per: {unit}").replace("per: card read", f"per: {unit}")
        )[1]
        == []
    )


def test_found_by_name() -> None:
    """An activity is found without regard to case and hyphens; a name that is none gets a hint at its
    place.
    """
    shelf, report = Shelf(ACTIVITIES, Folder(ROOT)), Report()
    found = shelf.find("Divergent Connections", Place("d.yaml", 2, 3), report)
    assert found is not None
    assert found.id == "divergent-connections"
    assert shelf.find("galery", Place("d.yaml", 2, 3), report) is None
    assert lines(report) == ['d.yaml:2:3: V106 unknown activity "galery"; did you mean "gallery"?']


def test_one_of_ones_own_is_listed() -> None:
    """A file in a facilitator's folder is an activity like those that ship; other files are none."""
    files = Overlay({"assets/activities/mine.yaml": WHOLE, "assets/activities/notes.txt": "x"})
    assert set(Shelf(ACTIVITIES, files).names()) == {*stems("assets/activities"), "mine"}


@given(NONSENSE)
@settings(max_examples=40)
def test_nonsense(text: str) -> None:
    """Whatever a file says comes back as an activity or as problems, never as another error."""
    found, problems = _read(text)
    assert (found is None) == bool(problems)


@given(
    mutated(
        [
            WHOLE.encode(),
            *(
                (ROOT / "assets/activities" / f"{name}.yaml").read_bytes()
                for name in stems("assets/activities")
            ),
        ]
    )
)
@settings(max_examples=80)
def test_mutated(data: bytes) -> None:
    """An activity file with lines lost, doubled or damaged comes back as an activity or as problems at their
    place.
    """
    try:
        found, problems = _read(data)
    except DeckError:
        return
    assert (found is None) == bool(problems)
    assert all(problem.startswith("a.yaml:") and problem.isprintable() for problem in problems)


_SCALARS = (
    st.none()
    | st.integers(-2, 300)
    | st.sampled_from(["x", "yes", "person", "Walk", "1.5", "{minutes}", "**", "٣", "²"])
)
_ANY = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["name", "per"]), inner),
    max_leaves=6,
)


@given(st.sampled_from(sorted(ACTIVITY.keys)), _ANY)
@settings(max_examples=80)
def test_anything_in_one_place(key: str, value: Any) -> None:
    """One key of a good file with anything for its value comes back as an activity or as problems."""
    found, problems = _read(yaml.safe_dump({**yaml.safe_load(WHOLE), key: value}, allow_unicode=True))
    assert (found is None) == bool(problems)


def _values(text: str) -> Any:
    """YAML as an editor's schema check sees it."""
    return json.loads(json.dumps(yaml.safe_load(text)))


def test_schema() -> None:
    """The schema takes what the reader takes and marks what it would refuse."""
    schema = ACTIVITY.schema()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for name in stems("assets/activities"):
        assert (
            list(validator.iter_errors(_values((ROOT / f"assets/activities/{name}.yaml").read_text("utf-8"))))
            == []
        )
    assert list(validator.iter_errors(_values(WHOLE))) == []
    for right, wrong in (
        ("people: [4, 60]", "people: [4]"),
        ("hand: 0", "hand: 11"),
        ("per: person, spare", "per: x, spare"),
        ("safety:", "x:"),
    ):
        assert list(validator.iter_errors(_values(WHOLE.replace(right, wrong, 1))))
