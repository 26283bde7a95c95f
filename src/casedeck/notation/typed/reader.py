"""What each line of a file begins with, and what it goes on with."""

from __future__ import annotations

import re

from casedeck.notation.typed.brackets import COLOUR, Brackets, Open
from casedeck.notation.typed.levels import Levels
from casedeck.notation.typed.lines import Lines
from casedeck.notation.typed.quotes import (
    OPENING,
    STRAIGHT,
    Value,
    closing,
    is_note,
    note_at,
    quoted,
    wrapped,
)
from casedeck.notation.typed.slips import unclosed, without_a_key
from casedeck.notation.typed.starts import (
    BLOCK,
    BULLET,
    CUT_OFF,
    FOR_NO_YAML,
    LINE,
    NEW,
    ORDINARY,
    OTHER_BULLET,
    RULE,
    TIGHT_BRACKET,
    key_end,
)
from casedeck.wording import short

MAX_PROBLEMS = 20
NOTHING = -2
"""The column of no key at all; that of the whole file is -1."""


_BEHIND = "put the hyphen on the next line, further in, or put quotes round a text that begins with one"


class Reader:
    """Goes through the lines of a file and makes each YAML."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.brackets = Brackets(lines)
        self.quote: Open | None = None
        self.levels = Levels(lines)
        self.expects = True  # whether the last key or hyphen has no value yet
        self.plain = NOTHING  # the column of the key whose plain text may go on
        self.in_item = False  # whether that is an item of a list, not the value of a key
        self.block = NOTHING  # the same for a text after | or >

    def read(self) -> None:
        """Go through the lines."""
        for number, line in enumerate(self.lines.texts):
            if len(self.lines.problems) >= MAX_PROBLEMS:
                return
            if not self._is_in_block(line) and not self._is_ordinary(number, line):
                self._look_closely(number, line)
        self._unclosed()

    def _is_in_block(self, line: str) -> bool:
        """True for a line of a text after | or >."""
        if self.block == NOTHING:
            return False
        content = line.lstrip(" ")
        if not content or len(line) - len(content) > self.block:
            return True
        self.block = NOTHING
        return False

    def _is_ordinary(self, number: int, line: str) -> bool:
        """True for a line that begins outside quotes and brackets, and is YAML as it stands."""
        if self.quote or self.brackets.quote or self.brackets.open:
            return False
        found = ORDINARY.fullmatch(line)
        if not found:
            return False
        spaces, hyphen, key, value, block, plain = found.groups()
        indent = len(spaces)
        if indent > self.plain > NOTHING:
            return False
        self.levels.begin(number, indent, expected=self.expects)
        if hyphen:
            self.levels.push(indent + len(hyphen))
        parent = indent + len(hyphen) if key else indent
        self.in_item, self.expects = not key, not value
        self.block = parent if block else NOTHING
        self.plain = parent if plain else NOTHING
        return True

    def _look_closely(self, number: int, line: str) -> None:
        """A line that may have to be written anew."""
        content = line.lstrip(" ")
        indent = len(line) - len(content)
        if not content.strip():
            return
        if LINE.fullmatch(content) and not self._open():
            self.lines.texts[number] = ""
            return
        if self._open() and indent <= self._open()[0].parent and NEW.match(content):
            self._unclosed()
        if self.quote or self.brackets.quote:
            self._in_quote(number, line)
        elif self.brackets.open:
            self.brackets.read(number, 0, self.brackets.open[0].parent)
        else:
            self._line(number, content, indent)

    def _open(self) -> list[Open]:
        """The quote that is open, or the brackets."""
        quote = self.quote or self.brackets.quote
        return [quote] if quote else self.brackets.open

    def _unclosed(self) -> None:
        """Report what is open and never closed."""
        for opened in self._open()[-1:]:
            text = self.lines.texts[opened.number][opened.column + 1 :]
            slip = unclosed(opened.sign, text, followed=self.lines.is_followed(opened.number, opened.parent))
            self.lines.add(opened.number, opened.column, slip.message, slip.hint)
        self.quote, self.plain = None, NOTHING
        self.brackets = Brackets(self.lines)

    def _in_quote(self, number: int, line: str) -> None:
        """A line that goes on with a text in quotes."""
        (opened,) = self._open()
        end = closing(line, opened.sign, 0)
        if end < 0:
            return
        if self.brackets.quote:
            self.brackets.quote, self.brackets.fresh, self.brackets.before = None, False, "'"
            self.brackets.read(number, end + 1, opened.parent)
        elif is_note(line[end + 1 :]):
            self.quote = None
        elif not line[end + 1 :].lstrip().startswith(":"):
            self._unclosed()

    def _line(self, number: int, content: str, indent: int) -> None:
        """A line that begins outside quotes and brackets."""
        if content.startswith("#"):
            if indent > self.plain > NOTHING and re.match("#[^#\\s!]", content):
                self.lines.cut_off(number, indent)
        elif indent > self.plain > NOTHING:
            self._goes_on(number, content, indent)
        elif not indent and (
            content.startswith(("---", "...", "%"))
            or content.strip() == "…"
            or RULE.fullmatch(content.strip())
        ):
            if not content.startswith(("---", "...", "%")):
                self.lines.texts[number] = "..." if content.strip() == "…" else "---"
            self.levels, self.expects = Levels(self.lines), True
        else:
            self.levels.begin(number, indent, expected=self.expects)
            self._structure(number, content, indent)

    def _goes_on(self, number: int, content: str, indent: int) -> None:
        """A line that goes on with the plain text of the line above."""
        if found := CUT_OFF.search(content):
            self.lines.cut_off(number, indent + found.start() + 1)
        elif self.in_item and re.match(r"-\s", content):
            hint = f"start its hyphen in column {self.plain + 1}, or put quotes round the whole text"
            self.lines.add(
                number,
                indent,
                "this item stands further in than the one above, and would be part of it",
                hint,
            )
        elif (key := key_end(content)) and content[0] not in OPENING:
            column = self.levels.columns[-1] + 1 if self.levels.columns else 1
            message = (
                f'"{short(content[:key].strip())}" stands further in than the line above, which '
                "has its value already"
            )
            self.lines.add(
                number, indent, message, f"start it in column {column}, or put quotes round the whole text"
            )

    def _structure(self, number: int, content: str, column: int) -> None:
        """The hyphens and the key that a line begins with, then its value."""
        was_expected, self.expects, listed = self.expects, True, False
        content = self._with_hyphen(number, content, column, expected=was_expected)
        while BULLET.match(content):
            self.lines.put(number, column, f"-{content[1:]}")
            listed = True
            column, content = self._spaced(number, column + 1, content[1:])
            if content and not content.startswith("#"):
                self.levels.push(column)
        parent = max((level for level in self.levels.columns if level < column), default=-1)
        if content.startswith("? ") or (
            content.startswith(("!", "&", "*")) and not FOR_NO_YAML.match(content)
        ):
            self.plain = NOTHING
        elif tight := TIGHT_BRACKET.match(content):
            hint = f"put a space after the colon: {tight[1]}: {short(content[tight.end() :].strip())}"
            self.lines.add(
                number, column + tight.end(1), f'no space stands after the colon of "{short(tight[1])}"', hint
            )
        elif at := key_end(content):
            key = content[:at].strip()
            self.lines.put(number, column, f"{content[:at]}:{content[at + 1 :]}")
            self._value(number, *self._spaced(number, column + at + 1, content[at + 1 :]), column, key)
        elif listed or not self._without_a_key(number, column, content, expected=was_expected):
            self._value(number, column, content, parent)

    def _with_hyphen(self, number: int, content: str, column: int, *, expected: bool) -> str:
        """The line with a hyphen for a number or another sign before an item, where nothing but an item can
        stand.
        """
        beside_items = number and self.lines.texts[number - 1][column:].startswith("- ")
        if (
            column in self.levels.columns[-1:]
            and (expected or beside_items)
            and (found := OTHER_BULLET.match(content))
        ):
            content = f"-{' ' * (found.end() - 1)}{content[found.end() :]}"
            self.lines.put(number, column, content)
        return content

    def _spaced(self, number: int, column: int, content: str) -> tuple[int, str]:
        """Go over the space before what comes next, and make it ordinary space."""
        stripped = content.lstrip()
        width = len(content) - len(stripped)
        self.lines.put(number, column, " " * width + stripped)
        return column + width, stripped

    def _without_a_key(self, number: int, column: int, content: str, *, expected: bool) -> bool:
        """True for a line that should begin with a key or a hyphen and does not."""
        self.plain = NOTHING
        above = self.lines.texts[number - 1].lstrip() if number else ""
        begins_anew = not expected and column in self.levels.columns and content[0] not in f"[{{]}}{OPENING}"
        slip = without_a_key(
            content,
            outermost=len(self.levels.columns) == 1,
            may_be_item=expected or bool(BULLET.match(above)),
            alone=begins_anew or self.lines.is_above_a_key(number, column),
        )
        if slip:
            self.lines.add(number, column + slip.at, slip.message, slip.hint)
        return bool(slip)

    def _value(self, number: int, column: int, content: str, parent: int, key: str = "") -> None:
        """A value, or what there is of it on this line; `parent` is the column of its key or hyphen."""
        self.plain, self.expects = NOTHING, False
        self.in_item = self.lines.texts[number][parent : parent + 1] == "-"
        content = content.rstrip()
        if colour := COLOUR.match(content):
            self.lines.put(number, column, f"'{colour[0]}'{content[colour.end() :]}")
        elif not content or content[0] == "#":
            self.expects = True
            if re.match(r"#[^\s#!]", content) and key:
                self.lines.cut_off(number, column, key=key)
        elif BLOCK.fullmatch(content):
            self.block = parent
        elif content[0] in "[{":
            self._in_brackets(number, column, content, parent)
        elif content[0] in OPENING and (value := self._quoted(number, content, parent)):
            self.lines.put(number, column, value.made + value.rest)
        elif content[0] in STRAIGHT:
            self.quote = Open(content[0], number, column, parent)
        elif content.startswith("- ") and key:
            self.lines.add(number, column, "a list does not begin behind its key", _BEHIND)
        elif content == "-" and key:
            self.lines.put(number, column, "'-'")
        else:
            self._plain(number, column, content, parent)

    def _quoted(self, number: int, content: str, parent: int) -> Value | None:
        """A value in quotation marks; None where they are open, or only begin a text, for that may go on
        below.
        """
        closed = content[0] in STRAIGHT and closing(content, content[0], 1) > 0
        return quoted(content) if closed or not self.lines.is_followed(number, parent) else None

    def _in_brackets(self, number: int, column: int, content: str, parent: int) -> None:
        """A list or a mapping in brackets; a text that only begins with one, such as a link, is put in
        quotes.
        """
        before = len(self.lines.problems)
        end = self.brackets.read(number, column, parent)
        rest = self.lines.texts[number][end:] if end > 0 else ""
        if rest.lstrip().startswith(",") and is_note(rest.lstrip()[1:]):
            rest = rest.lstrip()[1:]
            self.lines.put(number, end, rest)
        if rest.lstrip().startswith(("]", "}")):
            self.lines.add(
                number, end, f"a bracket {rest.lstrip()[0]} closes here that was not opened", "take it out"
            )
        if not is_note(rest) and not rest.lstrip().startswith((":", ",", "]", "}")):
            del self.lines.problems[before:]
            self.lines.put(number, column, wrapped(content))

    def _plain(self, number: int, column: int, content: str, parent: int) -> None:
        """A text without quotes round it; what would mean something else to YAML is put in quotes."""
        if found := CUT_OFF.search(content):
            self.lines.cut_off(number, column + found.start() + 1, content)
        end = note_at(content)
        text = content if end < 0 else content[:end]
        if not FOR_NO_YAML.match(text) and (text[0] in "*&!" or not re.search(r":(?:\s|$)", text)):
            self.plain = parent
            return
        following = self.lines.following(number, parent) if text == content else []
        self.lines.put(number, column, wrapped(text)[: -1 if following else None] + content[len(text) :])
        for after in following:
            self.lines.texts[after] = self.lines.texts[after].rstrip().replace("'", "''")
        if following:
            self.lines.texts[following[-1]] += "'"
            self.quote = Open("'", number, column, parent)
