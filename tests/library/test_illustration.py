"""The picture of a case study or a deck, as its file says it."""

from __future__ import annotations

import jsonschema
import pytest

from casedeck.library.illustration import FocusPoint
from casedeck.model.illustration import FOCUSES, Focus, focus_name
from tests.support.decks import WORKSHOP
from tests.support.library import library
from tests.support.reading import Overlay, library_of, lines, read, read_deck_file, schema_of
from tests.support.workshops import CASE

DECK = "title: A\ncards: [timpson]\nprint:\n  - cards:\n"


@pytest.mark.parametrize("name", FOCUSES)
def test_names(name: str) -> None:
    """Each of the nine places has a name, which may be spelt in any way, and is written so again."""
    for text in (name, name.upper(), name.replace(" ", "-"), " ".join(reversed(name.split()))):
        assert read(FocusPoint(), text) == (FOCUSES[name], [])
    assert focus_name(FOCUSES[name]) == name


@pytest.mark.parametrize(
    ("text", "focus"),
    [
        ("center", Focus(50, 50)),
        ("middle", Focus(50, 50)),
        ("centre left", Focus(0, 50)),
        ("upper right", Focus(100, 0)),
        ("30% 60%", Focus(30, 60)),
        ("30 %, 60 %", Focus(30, 60)),
        ('"0% 100%"', Focus(0, 100)),
    ],
)
def test_other_words(text: str, focus: Focus) -> None:
    """Other words for the middle, and percentages, are understood; what is written of them reads back."""
    assert read(FocusPoint(), text) == (focus, [])
    assert read(FocusPoint(), f'"{focus_name(focus)}"') == (focus, [])
    jsonschema.validate(text.strip('"'), FocusPoint().schema())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("somewhere", 'V106 unknown focus "somewhere"; use one of: top left, '),
        ("botom", 'V106 unknown focus "botom"; did you mean "bottom"?; or write it in per cent '),
        ("130% 20%", 'V105 "130% 20%" is outside the picture, which ends at 100%; write how far it is from '),
        ("30 60", 'V106 unknown focus "30 60"; '),
        ("[top, left]", "V103 here stands a list where a place such as"),
    ],
)
def test_no_focus(text: str, problem: str) -> None:
    """What is no place in the picture is named, with the ways to write one."""
    focus, (said,) = read(FocusPoint(), text)
    assert focus is None
    assert said.startswith(f"test.yaml:1:1: {problem}")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(["top", "left"] if text.startswith("[") else text, FocusPoint().schema())


WRONG = [
    ("picture: us.jpg", ":10: V103 a picture needs keys and values here; begin with one of: file, alt, "),
    ("picture: {file: us.jpg}", ':10: V102 "alt" is missing in a picture'),
    ("picture: {alt: Us}", ':10: V102 "file" is missing in a picture'),
    ('picture: {file: us.jpg, alt: ""}', ':30: V102 "alt" has no value in a picture'),
    (f"picture: {{file: us.jpg, alt: {'x' * 201}}}", ":30: V104 the text has 201 characters; the limit is "),
    ("picture: {file: us.jpg, alt: Us, by: Ann}", ':34: V101 unknown key "by" in a picture; use one of: '),
    (
        f"picture: {{file: us.jpg, alt: Us, credit: {'x' * 121}}}",
        ":42: V104 the text has 121 characters; the limit is 120",
    ),
    ("picture: [us.jpg]", ":10: V103 a picture needs keys and values here"),
]


@pytest.mark.parametrize(("line", "problem"), WRONG)
def test_wrong_in_a_case_study(line: str, problem: str) -> None:
    """A picture without its file or its words, or with a key or a text that it cannot have, is a problem of
    the case study's file.
    """
    made, report = library_of(Overlay({"assets/case-studies/timpson.yaml": f"{CASE}{line}\n"}))
    (found,) = map(str, made.cases.problems("timpson"))
    assert f":{CASE.count(chr(10)) + 1}{problem}" in found
    assert lines(report) == []


@pytest.mark.parametrize(("line", "problem"), WRONG)
def test_wrong_in_a_deck(line: str, problem: str) -> None:
    """The same is a problem of the deck."""
    _, (found,) = read_deck_file(f"{DECK}{line}\n", library(), "d.yaml")
    assert found.startswith(f"d.yaml:5{problem}")


def test_right() -> None:
    """Twin: with its file and its words, focus in any order and a credit, both files are without problems."""
    line = 'picture: {alt: Us, file: us.jpg, credit: "Ann\'s", focus: 20% 80%}\n'
    made, report = library_of(Overlay({"assets/case-studies/timpson.yaml": CASE + line}))
    picture = made.cases["timpson"].picture
    assert picture == ("us.jpg", "Us", Focus(20, 80), "Ann’s")
    assert made.cases["timpson"].place("picture file").column == 26
    deck, problems = read_deck_file(DECK + line, library(), "d.yaml")
    assert (problems, deck and deck.picture, lines(report)) == ([], picture, [])
    assert deck is not None
    assert str(deck.picture_place) == "d.yaml:5:26"
    assert read_deck_file(DECK, library(), "d.yaml")[0] != deck


def test_schema() -> None:
    """The schemas of both files have the picture, with what it must have."""
    for kind in ("deck", "case-study"):
        schema = schema_of(kind)
        rule = {**schema["properties"]["picture"], "$defs": schema.get("$defs", {})}
        jsonschema.validate({"file": "us.jpg", "alt": "Us", "focus": "left"}, rule)
        for wrong in ({"file": "us.jpg"}, {"file": "us.jpg", "alt": "Us", "by": "Ann"}, "us.jpg"):
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.validate(wrong, rule)


def test_what_ships_has_none() -> None:
    """Nobody is given somebody else's picture: no case study or test deck that ships has one."""
    assert WORKSHOP.is_dir()
    assert [case.id for case in library().cases.values() if case.picture] == []
