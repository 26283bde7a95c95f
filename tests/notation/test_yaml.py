"""Bytes to nodes: what YAML is read, and what is refused before it costs anything."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import example, given
from hypothesis import strategies as st
from yaml.scanner import ScannerError

from casedeck.errors import DeckError, Place, Problem
from casedeck.notation import yaml
from casedeck.notation.yaml import (
    MAX_ACCENTS,
    MAX_BYTES,
    MAX_DEPTH,
    MAX_NODES,
    Entries,
    Items,
    Node,
    Scalar,
    empty,
    parse,
)
from tests.support.reading import refused

LOADERS = [pyyaml.SafeLoader] + ([pyyaml.CSafeLoader] if hasattr(pyyaml, "CSafeLoader") else [])


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both of PyYAML's loaders: a browser has only the one without libyaml."""
    monkeypatch.setattr(yaml, "_Loader", request.param)


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Everything that PyYAML reports, as it is taken from it."""
    taken: list[object] = []
    genuine = yaml._events

    def events_noted(text: str) -> Iterator[object]:
        for event in genuine(text):
            taken.append(event)
            yield event

    monkeypatch.setattr(yaml, "_events", events_noted)
    return taken


def gives_up_at(most: int) -> Callable[..., Iterator[object]]:
    """A parser that looks through the whole text before it reports anything, and gives up where more than
    `most` lists are open.
    """
    genuine = yaml._events

    def events_or_give_up(text: str) -> Iterator[object]:
        opened = [found.start() for found in re.finditer(r"\[", text)]
        if len(opened) > most:
            at = opened[most]
            line, column = text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1
            raise ScannerError(
                None, None, "exceeded maximum nesting depth", pyyaml.Mark("f", at, line, column, None, 0)
            )
        yield from genuine(text)

    return events_or_give_up


@pytest.mark.usefixtures("loader")
class TestBothLoaders:
    """Promises that hold with and without libyaml."""

    def test_places(self) -> None:
        """Every value knows the line and the column in which it starts, counted from 1."""
        node = parse(b"a: b\nlist:\n  - x\n  - {k: v}\n", "f")
        assert isinstance(node, Entries)
        (_, first), (word, items) = node.entries
        assert isinstance(items, Items)
        inner = items.items[1]
        assert isinstance(inner, Entries)
        assert [first.place, word.place, items.items[0].place, inner.entries[0][1].place] == [
            Place("f", 1, 4),
            Place("f", 2, 1),
            Place("f", 3, 5),
            Place("f", 4, 9),
        ]

    @pytest.mark.parametrize(
        "typed",
        ["no", "15:00", "010", "1_000", "0x1F", "2027-03-12", "1e3", "true", "~", "null", ".inf", "=", "٣"],
    )
    def test_text_stays_as_typed(self, typed: str) -> None:
        """A value means the letters that were typed, never a number, a time or a truth of YAML's own
        making.
        """
        node = parse(f"a: {typed}".encode(), "f")
        assert isinstance(node, Entries)
        assert [value.text for _, value in node.entries if isinstance(value, Scalar)] == [typed]

    @pytest.mark.parametrize(
        "data", [b"\xef\xbb\xbfa: b\n", b"a: b\r\n", b"a: b", b"# note\r\n\r\na: b\r\n", b"---\na: b\n...\n"]
    )
    def test_what_editors_leave(self, data: bytes) -> None:
        """A byte order mark, Windows line ends and a missing last line end change nothing."""
        node = parse(data, "f")
        assert isinstance(node, Entries)
        assert [(word.text, value.text) for word, value in node.entries if isinstance(value, Scalar)] == [
            ("a", "b")
        ]

    @pytest.mark.parametrize("data", [b"", b"\n\n", b"# only a note", b"\xef\xbb\xbf"])
    def test_empty_file(self, data: bytes) -> None:
        """A file that says nothing is a mapping without keys, not an error of YAML."""
        assert parse(data, "f") == Entries([], Place("f", 1, 1))

    def test_lines_after_windows_line_ends(self) -> None:
        """Windows line ends count as one line, so that a message names the line that an editor shows."""
        assert refused(b"a: 1\r\nb: 2\r\na: 3\r\n").startswith("test.yaml:3:1: F107")

    def test_accents_are_joined(self) -> None:
        """A letter with a separate accent, as macOS writes file names, is the same as the letter with its
        accent.
        """
        node = parse("a: Cafe\u0301".encode(), "f")
        assert isinstance(node, Entries)
        assert node.entries[0][1] == Scalar("Café", Place("f", 1, 4), block=False)

    @pytest.mark.parametrize(
        ("data", "problem"),
        [
            ("a: &x 1\nb: *x", "test.yaml:1:4: F105 a text that starts with * or & needs quotes"),
            ("a: *x", "test.yaml:1:4: F105 a text that starts with * or & needs quotes"),
            (
                "a: !!python/object:os.system x",
                "test.yaml:1:4: F105 tag:yaml.org,2002:python/object:os.syst… is nothing",
            ),
            ("a: !<" + "y" * 500 + "> x", "test.yaml:1:4: F105 " + "y" * 39 + "… is nothing"),
            ("<<: {a: b}", "test.yaml:1:1: F105 << is not used in these files; write the keys out"),
            ("a: 1\nA: 2", 'test.yaml:2:1: F107 the key "A" stands twice; it stands first in line 1'),
            ("at most: 1\nat-most: 2", 'test.yaml:2:1: F107 the key "at-most" stands twice'),
            (
                "a: 1\n---\nb: 2",
                "test.yaml:2:1: F104 a second document starts here; remove the line with ---",
            ),
            ("{a: 1}: b", "test.yaml:1:1: V103 a key must be plain text"),
            ("? [a]\n: b", "test.yaml:1:3: V103 a key must be plain text"),
            ("a: [1, 2\n]]", "test.yaml:2:2: F104 casedeck cannot make this out"),
            ("a: \x00", "test.yaml:1:4: F104 here stands a sign that cannot be printed (U+0000); delete it"),
            ("a: 1\nbc: \x1b[2J", "test.yaml:2:5: F104 here stands a sign that cannot be printed (U+001B)"),
            ("a: \x9b2J", "test.yaml:1:4: F104 here stands a sign that cannot be printed (U+009B)"),
            ("a: x\u0085b: y", "test.yaml:1:5: F104 here stands a sign that cannot be printed (U+0085)"),
            ("a: \ufffe", "test.yaml:1:4: F104 here stands a sign that cannot be printed (U+FFFE)"),
            ('a: "\\UFFFFFFFF"', "test.yaml"),
            ("%YAML " + "9" * 5000 + ".1\n---\na: b", "test.yaml"),
            (
                "%YAML 9.9\n---\na: b",
                "test.yaml:1:1: F104 casedeck cannot make this out: found incompatible YAML document",
            ),
        ],
    )
    def test_refused(self, data: str, problem: str) -> None:
        """What a deck file does not need is refused with its place and the reason."""
        assert refused(data).startswith(problem)

    @pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[{a: "])
    def test_deep_nesting_ends_early(self, opening: str, events: list[object]) -> None:
        """Of a hundred thousand opened lists a few events are looked at, without a crash of libyaml or a word
        of its own limit.
        """
        assert " nested more than 20 levels deep" in refused(opening * 100_000)
        assert len(events) < 5 * MAX_DEPTH

    @pytest.mark.parametrize("most", [MAX_DEPTH + 1, 100, 900])
    def test_a_library_with_a_limit_of_its_own(self, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
        """Where the library reads ahead and gives up before it reports anything, the depth is still what is
        said, at its own place.
        """
        monkeypatch.setattr(yaml, "_events", gives_up_at(most))
        assert refused("a: [x, \n" + "[" * 5_000) == "test.yaml:2:19: F106 nested more than 20 levels deep"
        assert isinstance(parse(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, "f"), Items)
        assert refused("[" * MAX_DEPTH + "'").startswith("test.yaml:1:21: F104 a quotation mark opens here")

    def test_depth(self) -> None:
        """Lists twenty deep are read; the twenty-first level is refused."""
        assert isinstance(parse(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, "f"), Items)
        assert (
            refused("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))
            == "test.yaml:1:21: F106 nested more than 20 levels deep"
        )

    def test_nodes(self) -> None:
        """Twenty thousand items are read; one more is refused."""
        most = b"[" + b"a," * (MAX_NODES - 1) + b"]"
        assert isinstance(parse(most, "f"), Items)
        assert (
            refused(b"[" + b"a," * MAX_NODES + b"]")
            == "test.yaml:1:40000: F106 the file holds more than 20,000 items"
        )

    def test_many_keys_are_not_compared_each_with_each(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Ten thousand different keys are told apart with hardly any comparisons, and two that are equal with
        few.
        """
        compared: list[str] = []

        class Key(str):
            __slots__ = ()
            __hash__ = str.__hash__

            def __eq__(self, other: object) -> bool:
                compared.append(self)
                return super().__eq__(other)

        monkeypatch.setattr(yaml, "key", Key)
        node = parse("".join(f"key {number}: x\n" for number in range(MAX_NODES // 2 - 1)).encode(), "f")
        assert isinstance(node, Entries)
        assert len(node.entries) == MAX_NODES // 2 - 1
        assert len(compared) < 100
        assert "F107" in refused("a: 1\nb: 2\na: 3")
        assert 0 < len(compared) < 100

    def test_bombs(self) -> None:
        """The billion laughs, by alias or by merge key, end at their first anchor."""
        laughs = "a: &a [x, x]\n" + "".join(
            f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        )
        merges = "a: &a {x: y}\n" + "".join(
            f"{b}: &{b} {{<<: *{a}}}\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        )
        assert refused(laughs) == refused(merges)
        assert refused(laughs).startswith(
            "test.yaml:1:4: F105 a text that starts with * or & needs quotes; put"
        )

    @given(st.binary(max_size=300))
    @example(b'"\\ud800"')
    @example(b"\xff\xfea\x00")
    @example(b"%TAG ! tag:x,2000:\n---\n!a b")
    @example(b"!<%ff> a")
    @example(b"a: |9999999999999\n b")
    def test_any_bytes(self, data: bytes) -> None:
        """Any bytes at all give nodes or a DeckError."""
        _parsed_or_refused(data)

    @given(
        st.text(
            st.sampled_from("ab01:-?,[]{}#&*!|>'\"%@`\\ \n\r\t~<=._é\u0301\u2029\U0001f642UuxNL\x85\x00"),
            max_size=80,
        )
    )
    def test_any_signs(self, text: str) -> None:
        """Any heap of the signs that mean something in YAML gives nodes or a DeckError."""
        _parsed_or_refused(text.encode())


def _parsed_or_refused(data: bytes) -> None:
    problems: tuple[Problem, ...] = ()
    node: Node | None = None
    try:
        node = parse(data, "f")
    except DeckError as error:
        problems = error.problems
    assert isinstance(node, Scalar | Items | Entries) or problems
    assert all(problem.place.file == "f" and problem.message.isprintable() for problem in problems)


def test_size() -> None:
    """A file of a million bytes is read; one byte more is refused, with both numbers."""
    assert isinstance(parse(b"#" * MAX_BYTES, "f"), Entries)
    assert (
        refused(b"#" * (MAX_BYTES + 1))
        == "test.yaml: F102 the file has 1.1 MB; the limit is 1 MB; see whether it is the right file"
    )


@pytest.mark.parametrize(
    ("data", "place"),
    [("a: 1\nb: caf\u00e9".encode("cp1252"), "2:1"), (b"\xed\xa0\x80", "1:1"), (b"a\n\xc0\xaf", "2:1")],
    ids=["Windows-1252", "half a character", "overlong"],
)
def test_not_utf8(data: bytes, place: str) -> None:
    """A file in another encoding is refused with the line of the first wrong byte and the way to save it."""
    assert (
        refused(data)
        == f'test.yaml:{place}: F103 the file is not UTF-8 text; save it as "UTF-8" in your editor'
    )


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04\x14\0", "a Word document or the file of another program"),
        (b"\xd0\xcf\x11\xe0\xa1", "an old Word document or the file of another program"),
        (b"%PDF-1.7", "a PDF"),
        (b"{\\rtf1\\ansi title: A}", "rich text, with fonts and colours"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "a web page"),
        (b"<p>title: A</p>", "a web page"),
    ],
)
def test_files_of_other_programs(data: bytes, what: str) -> None:
    """What is no plain text is said by its name, with what to do in the program that made it."""
    assert refused(data).startswith(f"test.yaml:1:1: F103 this is {what}, not plain text; ")


@pytest.mark.parametrize("text", ["{a: 1}", "<b: 1", "PK: 1", "<name>: 1"])
def test_plain_text_that_begins_like_one(text: str) -> None:
    """Brackets alone make no web page and no rich text."""
    assert isinstance(parse(text.encode(), "f"), Entries)


def test_garbled_letters() -> None:
    """What a program took for Windows text is read as it was meant, its lost signs too; the line stays the
    line.
    """
    node = parse("a: donâ€™t â€œslowâ€\x9d\nb: CafÃ©".encode(), "f")
    assert isinstance(node, Entries)
    assert next(str(getattr(value, "text", "")) for _, value in node.entries) == "don’t “slow”"
    assert node.entries[1][1].text == "Café"  # type: ignore[union-attr]


def test_line_separators() -> None:
    """A file whose lines end as those of a layout do is read line by line; elsewhere the sign is a space."""
    assert len(parse("a: 1\u2028b: 2\u2028c: 3\n".encode(), "f").entries) == 3  # type: ignore[union-attr]
    assert len(parse("a: 1\u2028x\nb: 2\n".encode(), "f").entries) == 2  # type: ignore[union-attr]


def test_piles_of_accents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty accents on a letter are read; more are refused before they are put in order, which takes time
    with their square.
    """
    pile = "\u0316\u0301" * (MAX_ACCENTS // 2)
    assert isinstance(parse(f"a: x{pile}".encode(), "f"), Entries)
    assert refused(f"a: b\nc: x{pile}\u0316") == "test.yaml:2:35: F106 a letter has more than 30 accents"
    normalize = unicodedata.normalize
    put_in_order: list[str] = []

    def normalize_and_note(form: Any, text: str) -> str:
        put_in_order.append(text)
        return normalize(form, text)

    monkeypatch.setattr(unicodedata, "normalize", normalize_and_note)
    assert "F106" in refused("a: " + "\u0301" * 240_000 + "\u0316" * 240_000)
    assert put_in_order == []
    parse(b"a: b", "f")
    assert put_in_order == ["a: b"]


def test_accents_spread_over_letters() -> None:
    """Only accents on one letter count: a long text in a script with many of them is read."""
    text = "e\u0301" * 5_000
    node = parse(f"a: {text}".encode(), "f")
    assert isinstance(node, Entries)
    assert isinstance(node.entries[0][1], Scalar)
    assert node.entries[0][1].text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "is_empty"),
    [
        ("a:", True),
        ("a: ~", True),
        ("a: null", True),
        ("a: |\n  ~\n", False),
        ("a: []", False),
        ("a: no", False),
    ],
)
def test_empty_values(text: str, is_empty: bool) -> None:
    """A key with nothing behind it, ~ or null has no value; anything else has one."""
    node = parse(text.encode(), "f")
    assert isinstance(node, Entries)
    assert empty(node.entries[0][1]) is is_empty


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        ("a: {b: c: d}", 'put a comma between two items, and "quotes" around a text that holds a colon'),
        ("a: [b,\n\t%c]", 'put "quotes" around a text that starts with a sign'),
        ("- a\nb: c", "check that the lines above and below start in the same column"),
        ("a: [@b]", 'put "quotes" around a text that starts with a sign'),
    ],
)
@pytest.mark.usefixtures("loader")
def test_hints(data: str, hint: str) -> None:
    """The commonest slips in YAML come with the way out."""
    assert hint in refused(data)
