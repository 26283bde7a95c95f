"""Lists, records and pairs: known keys, needed keys, and how many items."""

from __future__ import annotations

import pytest

from casedeck.notation.amounts import Whole
from casedeck.notation.combined import Either, Pair
from casedeck.notation.fields import OneOf, Text
from casedeck.notation.lists import ListOf
from casedeck.notation.records import Key, Record, unique
from tests.support.reading import read

PRINT = Record(
    "a print item",
    {"paper": Key(Text(9), "The paper.", required=True), "at most": Key(Whole(1, 9), "How many.")},
)
COLOURS = Pair("each colour", OneOf("colour", ("red", "blue")), Text(9))


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (PRINT, "{paper: A4, at most: 3}", {"paper": "A4", "at most": 3}),
        (PRINT, "{Paper: A4, At-Most: 3}", {"paper": "A4", "at most": 3}),
        (PRINT, "{paper: A4, at most: }", {"paper": "A4"}),
        (PRINT, "{paper: A4, at most: ~}", {"paper": "A4"}),
        (ListOf(Text(9), 1, 2), "[a]", ["a"]),
        (ListOf(Text(9), 1, 2), "[a, b]", ["a", "b"]),
        (ListOf(Text(9)), "[]", []),
        (ListOf(Text(9), single=True), "a", ["a"]),
        (Either(Text(9), PRINT), "a", "a"),
        (Either(Text(9), PRINT), "{paper: A4}", {"paper": "A4"}),
    ],
)
def test_accepted(field: ListOf | Record | Either, typed: str, value: object) -> None:
    """Keys are known without regard to case and hyphens, keys without a value count as left out, one item may
    stand for a list.
    """
    assert read(field, typed) == (value, [])


def test_pair() -> None:
    """A name and its value come with the place of the value."""
    value, problems = read(COLOURS, "Red: warm")
    assert (value[:2], str(value[2]), problems) == (("red", "warm"), "test.yaml:1:6", [])


@pytest.mark.parametrize(
    ("field", "typed", "problems"),
    [
        (
            PRINT,
            "x",
            ["1:1: V103 a print item needs keys and values here; begin with one of: paper, at most"],
        ),
        (
            PRINT,
            "[x]",
            ["1:1: V103 a print item needs keys and values here; begin with one of: paper, at most"],
        ),
        (PRINT, "{}", ['1:1: V102 "paper" is missing in a print item']),
        (PRINT, "paper:", ['1:7: V102 "paper" has no value in a print item']),
        (
            PRINT,
            "{paper: A4, papr: x}",
            ['1:13: V101 unknown key "papr" in a print item; did you mean "paper"?'],
        ),
        (
            PRINT,
            "{paper: A4, zzz: x}",
            ['1:13: V101 unknown key "zzz" in a print item; use one of: paper, at most'],
        ),
        (
            PRINT,
            "paper: [a]\nat most: 10\nglue: 3",
            [
                (
                    "1:8: V103 here stands a list where text is needed; put quotes round a text that "
                    "begins with ["
                ),
                '2:10: V105 "10" is not a whole number from 1 to 9',
                '3:1: V101 unknown key "glue" in a print item; use one of: paper, at most',
            ],
        ),
        (
            ListOf(Text(9), 1, 2),
            "a",
            ["1:1: V103 a list is needed here; put each item on a line of its own after a hyphen"],
        ),
        (
            ListOf(Text(9), 1, 2),
            "{a: b}",
            ["1:1: V103 a list is needed here; put each item on a line of its own after a hyphen"],
        ),
        (
            ListOf(Text(9), single=True),
            "~",
            ["1:1: V103 a list is needed here; put each item on a line of its own after a hyphen"],
        ),
        (ListOf(Text(9), 1, 2), "[]", ["1:1: V109 the list has 0 items; 1 to 2 are needed"]),
        (ListOf(Text(9), 1, 2), "[a, b, c]", ["1:1: V109 the list has 3 items; 1 to 2 are needed"]),
        (ListOf(Text(9), 3, 3), "[a]", ["1:1: V109 the list has 1 item; 3 are needed"]),
        (
            COLOURS,
            "{red: a, blue: b}",
            ['1:1: V103 each colour is one name and one value; write it like "- red: …"'],
        ),
        (COLOURS, "red", ['1:1: V103 each colour is one name and one value; write it like "- red: …"']),
        (COLOURS, "{}", ['1:1: V103 each colour is one name and one value; write it like "- red: …"']),
        (COLOURS, "bleu: x", ['1:1: V106 unknown colour "bleu"; did you mean "blue"?']),
    ],
)
def test_refused(field: ListOf | Record | Pair, typed: str, problems: list[str]) -> None:
    """Every unknown, missing or wrong part is named at its own place, all of them at once."""
    assert read(field, typed)[1] == [f"test.yaml:{problem}" for problem in problems]


def test_the_rest_is_read() -> None:
    """What is right in a list or a record is kept although something beside it is wrong."""
    assert read(ListOf(Whole(1, 9)), "[1, x, 3]")[0] == [1, 3]
    assert read(PRINT, "{paper: A4, at most: x}")[0] == {"paper": "A4"}


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        ('at most: ""', ['1:10: V105 "" is not a whole number from 1 to 9']),
        ("at most:", []),
        ("at most: ~", []),
    ],
)
def test_quotes_with_nothing_in_them(typed: str, problems: list[str]) -> None:
    """A key with nothing behind it is left out; quotes with nothing in them are no number, and no name of a
    file either.
    """
    assert read(Record("x", {"at most": Key(Whole(1, 9), "A number.")}), typed) == (
        {},
        [f"test.yaml:{each}" for each in problems],
    )
    files = Record("x", {"file": Key(Text(9, blank=False), "A file."), "note": Key(Text(9), "A note.")})
    assert read(files, 'file: ""\nnote: ""') == ({}, ["test.yaml:1:7: V104 the text is empty"])


def test_places() -> None:
    """A record knows where each of its values stands, so that later checks can point there."""
    value, _ = read(PRINT, "paper: A4\nat most: 3")
    assert {name: str(place) for name, place in value.places.items()} == {
        "": "test.yaml:1:1",
        "paper": "test.yaml:1:8",
        "at most": "test.yaml:2:10",
    }


@pytest.mark.parametrize(
    ("words", "are_unique"),
    [(["a", "b"], True), (["Co-design", "codesign"], False), ([], True), (["☃", "🙂"], True)],
)
def test_unique(words: list[str], are_unique: bool) -> None:
    """Two spellings of one word count as one word; two signs are two."""
    assert unique(words) is are_unique


def test_a_key_that_should_stand_further_in() -> None:
    """A key of the key above is named with its column; one that no key above has is not."""
    field = Record(
        "a deck",
        {"title": Key(Text(), ""), "session": Key(Record("a session", {"people": Key(Whole(1, 9), "")}), "")},
    )
    assert read(field, "session:\npeople: 2")[1] == [
        'test.yaml:2:1: V101 unknown key "people" in a deck; if it belongs to "session", begin it in column 3'
    ]
    assert read(field, "title:\npeople: 2")[1] == [
        'test.yaml:2:1: V101 unknown key "people" in a deck; use one of: title, session'
    ]
