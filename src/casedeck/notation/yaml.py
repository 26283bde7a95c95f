"""YAML text to nodes that know their line and column.

Only plain YAML is read: no aliases, anchors, tags or merge keys, and scalars stay the text that was typed.
The limits hold while events stream in, so that a hostile file is refused before it costs anything.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple, NoReturn, Union

import yaml
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from casedeck.errors import DeckError, Place, Problem
from casedeck.model.signs import bare, tidied
from casedeck.model.vocabulary import key
from casedeck.notation.foreign import foreign
from casedeck.notation.garbled import ungarbled
from casedeck.notation.typed.whole import Typed, as_typed
from casedeck.wording import short, size

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_NODES = 20_000
MAX_ACCENTS = 30

_FORBIDDEN = "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_BEYOND_ASCII = f"[^\x00-\x7f]{{{MAX_ACCENTS},}}"

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Scalar(NamedTuple):
    """Text as typed; `block` is true for the | and > styles, whose text starts on the next line.

    `lines` are those of a text without quotes that goes over several lines, which in `text` are one. `quoted`
    tells "" from nothing.
    """

    text: str
    place: Place
    block: bool = False
    lines: tuple[str, ...] = ()
    quoted: bool = False


class Items(NamedTuple):
    """A list."""

    items: list[Node]
    place: Place


class Entries(NamedTuple):
    """Keys and values in the order of the file."""

    entries: list[tuple[Scalar, Node]]
    place: Place


Node = Union[Scalar, Items, Entries]  # noqa: UP007  # named before Items and Entries can refer to it


def parse(data: bytes, file: str) -> Node:
    """The one document in `data`; an empty file is an empty mapping. Raises DeckError."""
    if len(data) > MAX_BYTES:
        _fail(
            Place(file),
            "F102",
            f"the file has {size(len(data))}; the limit is {size(MAX_BYTES)}",
            "see whether it is the right file",
        )
    if found := foreign(data):
        _fail(Place(file, 1, 1), "F103", f"this is {found.what}, not plain text", found.hint)
    text = tidied(ungarbled(_lines_ended(_decoded(data, file))))
    _check_characters(text, file)
    typed = as_typed(unicodedata.normalize("NFC", text), file)
    if typed.problems:
        _check_depth(typed, file)
        raise DeckError(typed.problems)
    try:
        return _Builder(file, typed.moved).build(typed.text)
    except yaml.MarkedYAMLError as error:
        _fail_at_mark(error, typed, file)
    except (yaml.YAMLError, ValueError, OverflowError):
        _fail(
            Place(file),
            "F104",
            "casedeck cannot make this out: it holds a number or a character out of range",
        )


def _fail_at_mark(error: yaml.MarkedYAMLError, typed: Typed, file: str) -> NoReturn:
    """Say where YAML stopped, in the lines and columns of the file."""
    mark = error.problem_mark or error.context_mark
    message = f"casedeck cannot make this out: {error.problem or error.context}"
    if not mark:
        _fail(Place(file), "F104", message, _advice(error, ""))
    _check_depth(typed._replace(text=typed.text[: mark.index]), file)
    place = Place(file, mark.line + 1, mark.column + 1 - typed.moved.get(mark.line, 0))
    around = typed.text[max(0, mark.index - 1) : mark.index + 1]
    _fail(place, "F104", message, _advice(error, around))


def _decoded(data: bytes, file: str) -> str:
    """The text, which is UTF-8, or the UTF-16 that Notepad calls Unicode."""
    encoding = "utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        _fail(Place(file, line, 1), "F103", "the file is not UTF-8 text", 'save it as "UTF-8" in your editor')


def _lines_ended(text: str) -> str:
    """The text with line ends as everybody writes them today; Windows and old Macs have others, so has what
    is copied from a layout.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if "\n" in text.strip() else text.replace("\u2028", "\n").replace("\u2029", "\n")


def _check_characters(text: str, file: str) -> None:
    """Refuses what no text needs, and piles of accents: putting them in order takes time with the square of
    their height.
    """
    if not text.replace("\n", "").isprintable() and (found := re.search(_FORBIDDEN, text)):
        _fail(
            _place_in(text, found.start(), file),
            "F104",
            f"here stands a sign that cannot be printed (U+{ord(found[0]):04X})",
            "delete it",
        )
    if text.isascii():
        return
    for run in re.finditer(_BEYOND_ASCII, text):
        accents = 0
        for position, char in enumerate(run[0], run.start()):
            accents = accents + 1 if unicodedata.combining(char) else 0
            if accents > MAX_ACCENTS:
                _fail(
                    _place_in(text, position, file), "F106", f"a letter has more than {MAX_ACCENTS} accents"
                )


def _place_in(text: str, position: int, file: str) -> Place:
    return Place(file, text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position))


def _check_depth(typed: Typed, file: str) -> None:
    """Refuses text that is nested too deeply before the sign at which the library gave up: it reads ahead,
    and has a limit of its own.
    """
    try:
        _Builder(file, typed.moved).build(typed.text)
    except DeckError as error:
        if error.problems[0].code == "F106":
            raise
    except (yaml.YAMLError, ValueError, OverflowError):
        return


def _events(text: str) -> Iterator[Any]:
    """What the library finds in a text, one after the other."""
    return iter(_Loader(text).get_event, None)


class _Builder:
    """Makes nodes of the events of a text, and refuses what is no plain YAML as they come."""

    def __init__(self, file: str, moved: dict[int, int]) -> None:
        self.file, self.moved = file, moved
        self.nodes = self.depth = 0

    def build(self, text: str) -> Node:
        """The node of the one document in the text. Raises DeckError, and what the library raises."""
        self.source = text.split("\n")
        self.events = _events(text)
        root: Node | None = None
        for event in self.events:
            if isinstance(event, NodeEvent):
                root = self.node(event)
            elif root is not None and isinstance(event, DocumentStartEvent):
                place = self.place(event)
                _fail(place, "F104", "a second document starts here", "remove the line with ---")
        return Entries([], Place(self.file, 1, 1)) if root is None else root

    def place(self, event: Any) -> Place:
        mark = event.start_mark
        line = mark.line
        return Place(self.file, line + 1, mark.column + 1 - self.moved.get(line, 0))

    def node(self, event: Any) -> Node:
        """What begins with an event, with all that it holds."""
        place = self.checked(event)
        kind = type(event)
        if kind is ScalarEvent:
            return self.scalar(event, place)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            _fail(place, "F106", f"nested more than {MAX_DEPTH} levels deep")
        held = self.items(place) if kind is SequenceStartEvent else self.entries(place)
        self.depth -= 1
        return held

    def checked(self, event: Any) -> Place:
        """The place of a node that may stand in a file."""
        place = self.place(event)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            _fail(place, "F106", f"the file holds more than {MAX_NODES:,} items")
        if event.anchor:  # as an alias has, too
            _fail(place, "F105", "a text that starts with * or & needs quotes", 'put " before and behind it')
        if event.tag:
            hint = 'put "quotes" around a text that starts with !'
            _fail(place, "F105", f"{short(event.tag)} is nothing that casedeck reads", hint)
        return place

    def items(self, place: Place) -> Items:
        found: list[Node] = []
        for event in self.events:
            if type(event) is SequenceEndEvent:
                break
            found.append(self.node(event))
        return Items(found, place)

    def entries(self, place: Place) -> Entries:
        found: list[tuple[Scalar, Node]] = []
        seen: dict[str, Scalar] = {}
        for event in self.events:
            if type(event) is MappingEndEvent:
                break
            word = self.word(event, seen)
            found.append((word, self.node(next(self.events))))
        return Entries(found, place)

    def word(self, event: Any, seen: dict[str, Scalar]) -> Scalar:
        """A key, which must be none of those seen before."""
        place = self.checked(event)
        if type(event) is not ScalarEvent:
            _fail(place, "V103", "a key must be plain text")
        word = self.scalar(event, place)
        if word.text == "<<":
            _fail(place, "F105", "<< is not used in these files", "write the keys out")
        first = seen.setdefault(key(word.text), word)
        if first is not word:
            hint = f"it stands first in line {first.place.line}"
            _fail(place, "F107", f'the key "{short(word.text)}" stands twice', hint)
        return word

    def scalar(self, event: Any, place: Place) -> Scalar:
        text, style = event.value, event.style
        if style == '"':  # only there can a sign be written as its number
            text = tidied(text)
        if not text.isascii() and not bare(text).strip():
            text = ""
        if style:
            return Scalar(text, place, style in "|>", (), style in "'\"")
        return Scalar(text, place, False, self.lines_of(event))

    def lines_of(self, event: Any) -> tuple[str, ...]:
        """The lines of a plain text that has several."""
        first, last = event.start_mark, event.end_mark
        if first.line == last.line:
            return ()
        between = [
            self.source[first.line][first.column :],
            *self.source[first.line + 1 : last.line],
            self.source[last.line][: last.column],
        ]
        return tuple(line.strip() for line in between if line.strip())


def _advice(error: yaml.MarkedYAMLError, around: str) -> str:
    """The way out of a mistake in YAML; `around` is the sign before it and the sign at it."""
    if "\t" in around:
        return "indent with spaces, not with the tab key"
    if "mapping values are not allowed" in (error.problem or ""):
        return 'put "quotes" around a text that holds a colon'
    if "expected ',' or" in (error.problem or ""):
        return 'put a comma between two items, and "quotes" around a text that holds a colon'
    if any(sign in around for sign in "*&@`%"):
        return 'put "quotes" around a text that starts with a sign'
    if "block" in (error.context or ""):
        return "check that the lines above and below start in the same column, and that quotes are closed"
    return ""


def _fail(place: Place, code: str, message: str, hint: str = "") -> NoReturn:
    raise DeckError([Problem(place, code, message, hint)])


def empty(node: Node) -> bool:
    """True for a value that was left out (`key:` with nothing behind it) or is written ~ or null."""
    return isinstance(node, Scalar) and node.text in ("", "~", "null") and not (node.block or node.quoted)


def blank(node: Node) -> bool:
    """True for a value that is empty, or in which nothing but white space stands."""
    return empty(node) or (isinstance(node, Scalar) and not node.text.strip())
