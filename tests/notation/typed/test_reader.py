"""Files that look right: what has one meaning is read as it, what has none or two is a problem where the
person has to act.
"""

from __future__ import annotations

import codecs
from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casedeck.errors import DeckError, Problem
from casedeck.notation import yaml
from casedeck.notation.typed.reader import MAX_PROBLEMS
from casedeck.notation.typed.whole import as_typed
from casedeck.notation.yaml import Items, Node, Scalar, parse
from tests.support.repository import ROOT

LOADERS = [pyyaml.SafeLoader] + ([pyyaml.CSafeLoader] if hasattr(pyyaml, "CSafeLoader") else [])
NBSP = "\u00a0"


IN_FULL = {
    "NO_KEY": "a key with a colon nor an item after a hyphen; "
    "write it like title: My deck, or indent it below the line that it goes on with",
    "TOO_FAR": "has its value already; start it in column 1, or put quotes round the whole text",
    "BEHIND": "put the hyphen on the next line, further in, or put quotes round a text that begins with one",
    "NOTE": "a note needs a space after #",
}


def _in_full(said: str) -> str:
    for short, long in IN_FULL.items():
        said = said.replace(short, long)
    return said


def value(node: Node) -> Any:
    """What a node holds, as plain values."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [value(each) for each in node.items]
    return {word.text: value(each) for word, each in node.entries}


def problems(text: str) -> list[str]:
    """The problems of a file, each without its file."""
    with pytest.raises(DeckError) as caught:
        parse(text.encode(), "f")
    return [str(problem).removeprefix("f:") for problem in caught.value.problems]


READ: list[tuple[str, Any]] = [
    # signs that other programs put before items, lines and files
    ("l:\n1. a\n2. b\nc: d", {"l": ["a", "b"], "c": "d"}),
    ("l:\no a\no b: c\n○ d", {"l": ["a", {"b": "c"}, "d"]}),
    ("l:\n\uf0b7 a\n☐\tb", {"l": ["a", "b"]}),
    ("a: b\n------\nc: d\n======", {"a": "b", "c": "d"}),
    ("Here you are:\n\n```yaml\na: b\n```\nWould you like more?", {"a": "b"}),
    ("> a: b\n>\n> l:\n>   - c", {"a": "b", "l": ["c"]}),
    ("[29/11/2026, 09:14] Sue: a: b\n[29/11/2026, 09:15:01] Sue: l: [c]", {"a": "b", "l": ["c"]}),
    ("29/11/2026, 09:14 - Sue Smith: a: b\n29/11/2026, 09:15 - Sue Smith: c: d", {"a": "b", "c": "d"}),
    # commas too many, as lists of programs have them
    (
        'a: "b",\nl: [c, d,],\nm: [e, , f]\nn: [, g] # note',
        {"a": "b", "l": ["c", "d"], "m": ["e", "f"], "n": ["g"]},
    ),
    ("l: ['a,', 'b\n  c', d]", {"l": ["a,", "b c", "d"]}),
    # backslashes that mean themselves
    (r'a: "C:\new\files"', {"a": r"C:\new\files"}),
    (r'a: "50\% \"off\"" # note', {"a": r'50\% "off"'}),
    (r'a: "b\nc\\%"', {"a": "b\nc\\%"}),
    # what begins or ends like something else
    (
        "a: ? What\nb: > c: d\ne: | f | g\nh: The question:",
        {"a": "? What", "b": "> c: d", "e": "| f | g", "h": "The question:"},
    ),
    ("a: b:\n  c", {"a": "b: c"}),
    ("a: -\nb: c", {"a": "-", "b": "c"}),
    # dashes and bullets that a word processor makes of hyphens
    ("l:\n  – a\n  — b\n  • c\n  · d\n  * e\n  ▪ f", {"l": ["a", "b", "c", "d", "e", "f"]}),
    ("l:\n•\ta\n–\tb: c", {"l": ["a", {"b": "c"}]}),
    ("– a\n– b", ["a", "b"]),
    ("—\na: b", {"a": "b"}),
    ("a: b\n…", {"a": "b"}),
    ("a: we came\n  – and we saw", {"a": "we came – and we saw"}),
    # spaces that are none
    (f"s:\n{NBSP}{NBSP}c:{NBSP}d\n{NBSP} e: f\nl:\n  -{NBSP}x", {"s": {"c": "d", "e": "f"}, "l": ["x"]}),
    ("a:\u2003b\n\u2003", {"a": "b"}),
    ("s:\n\u200b  c: d", {"s": {"c": "d"}}),
    ("s:\n\tpeople: 24\n\tl:\n\t\t- a", {"s": {"people": "24", "l": ["a"]}}),
    # typographic quotes round a value
    ("a: “13:30”", {"a": "13:30"}),
    ("a: “A: b #3” # note", {"a": "A: b #3"}),
    ("a: „A“\nb: «B»\nc: ‘C’\nd: ”D”", {"a": "A", "b": "B", "c": "C", "d": "D"}),
    ('a: “it’s "so"”', {"a": 'it’s "so"'}),
    ("l:\n  - “a: b”\n  - {c: “d”, e: [“f”]}", {"l": ["a: b", {"c": "d", "e": ["f"]}]}),
    ('a: "A”\nb: “B"', {"a": "A", "b": "B"}),
    ("a: “Hello” she said", {"a": "“Hello” she said"}),
    ("a: “Hello” and “bye”", {"a": "“Hello” and “bye”"}),
    ("a: “Hello” and\n  “bye”", {"a": "“Hello” and “bye”"}),
    # quotes and apostrophes that belong to the text
    ('a: "Hello" she said', {"a": '"Hello" she said'}),
    ('a: "Hello" and "bye"', {"a": '"Hello" and "bye"'}),
    ('a: "He said "yes" to us"', {"a": 'He said "yes" to us'}),
    ("a: 'It's here'", {"a": "It's here"}),
    ("a: 'Rock 'n' roll'", {"a": "Rock 'n' roll"}),
    ("a: 'tis the season\nb: '90s music", {"a": "'tis the season", "b": "'90s music"}),
    ("a: 'tis the season\n  for all'\nb: c", {"a": "tis the season for all", "b": "c"}),
    ("a: it's 'n' that", {"a": "it's 'n' that"}),
    # text that YAML would take for something else
    ("a: Health: a deck", {"a": "Health: a deck"}),
    (
        "a: Health: a deck\n  that isn't long\n\n  at all\nb: c",
        {"a": "Health: a deck that isn't long\nat all", "b": "c"},
    ),
    ("- health: Note: this # that", [{"health": "Note: this"}]),
    ("- health: **76%** of staff", [{"health": "**76%** of staff"}]),
    (
        "a: @home\nb: `x`\nc: %d\nd: *Important*\ne: & more",
        {"a": "@home", "b": "`x`", "c": "%d", "d": "*Important*", "e": "& more"},
    ),
    (
        "a: [Timpson](https://a.org) mends\nb: {cards} cards",
        {"a": "[Timpson](https://a.org) mends", "b": "{cards} cards"},
    ),
    (
        "ink: #00558C\nc: {ink: #1D2530, d: e}\nf: #aabbcc # note",
        {"ink": "#00558C", "c": {"ink": "#1D2530", "d": "e"}, "f": "#aabbcc"},
    ),
    # what surrounds a file
    ("```yaml\na: b\n```", {"a": "b"}),
    ("\n~~~\na: b\n", {"a": "b"}),
    ("a： b", {"a": "b"}),
    ("a : b", {"a": "b"}),
    # what is YAML already
    ("s:\n  a: b\n  #c: d\n# e\n", {"s": {"a": "b"}}),
    (
        "a: Re:Imagine\nb:\n  https://a.org\nc:\n  13:30",
        {"a": "Re:Imagine", "b": "https://a.org", "c": "13:30"},
    ),
    ("a: |\n  – x\n  #y: “z\nb: >-\n  'c", {"a": "– x\n#y: “z\n", "b": "'c"}),
    ("a: [b, 'c #d',\n  “e” f]", {"a": ["b", "c #d", "“e” f"]}),
    ("a: 'b\n  #c'", {"a": "b #c"}),
]

REFUSED: list[tuple[str, list[str]]] = [
    (
        "a: 'Round the table\nb: [it's]",
        [
            (
                "1:4: F104 a quotation mark opens here and is not closed; close it, or put quotes round "
                'the whole text, like "Round the table"'
            )
        ],
    ),
    (
        'a:\n  b: "x\n  c: d',
        [
            (
                "2:6: F104 a quotation mark opens here and is not closed; close it, or put quotes round "
                'the whole text, like "x"'
            )
        ],
    ),
    (
        "a: 'x\n  it's y\nb: c",
        ["1:4: F104 a quotation mark opens here and is not closed; close it where the text ends"],
    ),
    (
        "a: [b, 'c\nd: e",
        [
            (
                "1:8: F104 a quotation mark opens here and is not closed; close it, or put quotes round "
                'the whole text, like "c"'
            )
        ],
    ),
    ("a: [b, c\nd: e", ["1:4: F104 a bracket [ opens here and is not closed; put ] where it ends"]),
    ("a: {b: [c\n", ["1:8: F104 a bracket [ opens here and is not closed; put ] where it ends"]),
    ("a: {b: c]", ["1:9: F104 ] stands where the { of line 1 should be closed; write } in its place"]),
    ("a: [b, c]]", ["1:10: F104 a bracket ] closes here that was not opened; take it out"]),
    (
        "title: Team #3 day",
        [
            (
                '1:13: F112 the text ends before #3; put quotes round it, like "Team #3 day"; a note needs '
                "a space after #"
            )
        ],
    ),
    (
        "a: b\n  c #d e\nf: g",
        ["2:5: F112 the text ends before #d; put quotes round it; a note needs a space after #"],
    ),
    (
        "a: b\n  #1 place\nf: g",
        ["2:3: F112 the text ends before #1; put quotes round it; a note needs a space after #"],
    ),
    (
        "a: #story",
        [
            (
                '1:4: F112 what stands behind # is a note, so "a" has no value; put quotes round it, like '
                'a: "#story"; NOTE'
            )
        ],
    ),
    (
        "a: [b #3, c]",
        ["1:7: F112 the text ends before #3; put quotes round it; a note needs a space after #"],
    ),
    (
        "title:A\ncards: all",
        ['1:6: F104 no space stands after the colon of "title"; put a space after the colon: title: A'],
    ),
    (
        "title：A",
        ['1:6: F104 no space stands after the colon of "title"; put a space after the colon: title: A'],
    ),
    (
        "s:\n  people:20\n  a: b",
        ['2:9: F104 no space stands after the colon of "people"; put a space after the colon: people: 20'],
    ),
    (
        "s: {people:24}",
        [
            (
                '1:11: F104 no space stands after the colon of "people"; put a space after the colon, like '
                "people: …"
            )
        ],
    ),
    (
        "title A\nb: c",
        ['1:1: F104 "title A" is neither NO_KEY'],
    ),
    (
        "a: b\ntitle A",
        ['2:1: F104 "title A" is neither NO_KEY'],
    ),
    (
        "l:\n  -a",
        ["2:3: F104 no space stands after the hyphen of this item; put a space after the hyphen: - a"],
    ),
    (
        "l:\n  - a\n  –b",
        ["3:3: F104 no space stands after the dash of this item; put a space after the dash: - b"],
    ),
    (
        "l:\n  - a\n   - b",
        [
            (
                "3:4: F104 this item stands further in than the one above, and would be part of it; "
                "start its hyphen in column 3, "
                "or put quotes round the whole text"
            )
        ],
    ),
    ("a: - b", ["1:4: F104 a list does not begin behind its key; BEHIND"]),
    ("title = A", ["1:6: F104 an equals sign stands where a colon is needed; write title: A"]),
    (
        "l:\n  - where:{a: b}",
        ['2:10: F104 no space stands after the colon of "where"; put a space after the colon: where: {a: b}'],
    ),
    (
        "l: ['a', 'b]",
        [
            (
                "1:10: F104 a quotation mark opens here and is not closed; close it, or put quotes round "
                'the whole text, like "b"'
            )
        ],
    ),
    (
        "a: 1\n  b: 2",
        ['2:3: F104 "b" stands further in than the line above, which TOO_FAR'],
    ),
    (
        "s:\n    a: 1\n  b: 2",
        [
            (
                "3:3: F104 this line begins in a column of its own; start it in column 1 or 5, like the "
                "lines above"
            )
        ],
    ),
    (
        "s: [a]\n  b: 2",
        ["2:3: F104 this line begins in a column of its own; start it in column 1, like the lines above"],
    ),
    (
        " a: 1\nb: 2",
        ["1:2: F104 this line is indented, and others of its kind are not; take the spaces before it out"],
    ),
    (
        "s:\n\ta: 1\n  b: 2",
        ["2:1: F104 a tab stands before this line; indent with spaces, not with the tab key"],
    ),
    (
        "s:\n\t\tpeople: 1\n\t\tdate:2",
        ['3:7: F104 no space stands after the colon of "date"; put a space after the colon: date: 2'],
    ),
    (
        "a: b #c\nd:e",
        [
            (
                '1:6: F112 the text ends before #c; put quotes round it, like "b #c"; a note needs a space '
                "after #"
            ),
            '2:2: F104 no space stands after the colon of "d"; put a space after the colon: d: e',
        ],
    ),
]


@pytest.mark.parametrize(("text", "meant"), READ)
@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)
def test_read_as_meant(text: str, meant: object, loader: type, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has one meaning is read as it, with and without libyaml."""
    monkeypatch.setattr(yaml, "_Loader", loader)
    assert value(parse(text.encode(), "f")) == meant


@pytest.mark.parametrize(("text", "said"), REFUSED)
def test_refused(text: str, said: list[str]) -> None:
    """What cuts a text short or means two things is said at its line and column, with the form to write."""
    assert problems(text) == [_in_full(each) for each in said]


def test_columns_after_tabs() -> None:
    """A value stands in the column in which it was typed, in a file that indents with tabs as well."""
    node = parse(b"s:\n\tpeople: 24\n\t\t\n\tl: [a]", "f")
    assert not isinstance(node, (Scalar, Items))
    inner = node.entries[0][1]
    assert not isinstance(inner, (Scalar, Items))
    assert [str(word.place) for word, _ in inner.entries] + [
        str(each.place) for _, each in inner.entries
    ] == [
        "f:2:2",
        "f:4:2",
        "f:2:10",
        "f:4:5",
    ]


@pytest.mark.parametrize("data", ["a: é\r\nb: c\r\n", "a: é\rb: c\r", "a: é\nb: c"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_as_editors_save(data: str, encoding: str) -> None:
    """Line ends of Windows and old Macs, byte order marks and what Notepad calls Unicode change nothing."""
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    assert value(parse(mark + data.encode(encoding), "f")) == {"a": "é", "b": "c"}


def test_half_a_sign_of_utf16() -> None:
    """A file in UTF-16 that breaks off in the middle of a sign is refused like one in another encoding."""
    with pytest.raises(DeckError, match="F103 the file is not UTF-8 text"):
        parse(codecs.BOM_UTF16_LE + b"a\0b", "f")


def test_lines_of_old_macs_are_counted() -> None:
    """A message names the line that an editor shows, whatever ends the lines."""
    assert problems("a: 1\rb: 2\ra: 3") == ['3:1: F107 the key "a" stands twice; it stands first in line 1']


SHIPPED = sorted(
    path
    for folder in ("assets", "decks", "tests/support", "tests/library")
    for path in (ROOT / folder).rglob("*.yaml")
)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_ships_is_left_alone(path: object) -> None:
    """Nothing is changed in a file that is YAML already, and nothing found in it."""
    text = path.read_text("utf-8")  # type: ignore[attr-defined]
    assert as_typed(text, "f") == (text, {}, [])


_SIGNS = [
    "a",
    "it's",
    "“x” y",
    "'tis",
    "#2",
    "# x",
    "a: b",
    "a #b",
    "- x",
    "* y",
    "y –",
    "13:30",
    "[a]",
    "{b}",
    "",
    "x\ny",
    "  b",
    "c ",
    "@h",
    "**b** c",
    'say "hi"',
    "?",
    "|",
    ">",
    "!x",
    "&a",
    "x:",
    "...",
]
_TEXTS = st.lists(st.sampled_from(_SIGNS), min_size=1, max_size=4).map(" ".join)
_VALUES = st.recursive(
    _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=300)
@given(
    st.dictionaries(_TEXTS, _VALUES, min_size=1, max_size=4),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, '"', "'", "|", ">"]),
    st.sampled_from([20, 80, 1000]),
)
@example({"a": {"b": "'13:30 x\n y: b"}}, False, None, 20)
def test_any_yaml_is_left_alone(
    values: dict[str, Any], flow: bool | None, style: str | None, width: int
) -> None:
    """Whatever a program writes as YAML is read as it was before: no sign in its quotes and texts is taken
    for a slip.
    """
    text = pyyaml.safe_dump(
        values, default_flow_style=flow, default_style=style, width=width, allow_unicode=True, sort_keys=False
    )
    made = as_typed(text, "f")
    assert "? " in text or (made.problems, pyyaml.load(made.text, pyyaml.BaseLoader)) == (
        [],
        pyyaml.load(text, pyyaml.BaseLoader),
    )  # only text


@given(st.text(st.sampled_from("ab:-–•#'\"“”‘’[]{},|> \u00a0\t\n\r…@*&!%`1"), max_size=60))
@example("'")
@example("“")
@example("[“a")
@example("a: '\n b'c")
def test_any_signs(text: str) -> None:
    """Any heap of such signs is read or refused, with problems that stand inside the file."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in as_typed("\n".join(lines), "f").problems:
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
    said: tuple[Problem, ...] = ()
    try:
        parse(text.encode(), "f")
    except DeckError as error:
        said = error.problems
    assert all((problem.message + problem.hint).isprintable() for problem in said)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "- " * 100_000,
        "a: [" * 50_000,
        "a: '" * 50_000,
        "a #b\n" * 50_000,
        " " * 200_000 + "#x",
        "a: b" + " " * 200_000 + "c",
    ],
)
def test_hostile_files_end(text: str) -> None:
    """A file of a hundred thousand signs that mean something costs no more than its length, and not more than
    twenty problems are said.
    """
    assert len(as_typed(text, "f").problems) <= MAX_PROBLEMS
