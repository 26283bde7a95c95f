"""Lists and mappings in brackets: [one, two] and {key: value}, over one line or several."""

from __future__ import annotations

import re
from typing import NamedTuple

from casedeck.notation.typed.lines import MAX_LEVELS, Lines, TooDeepError
from casedeck.notation.typed.quotes import STRAIGHT, closing
from casedeck.wording import short

CLOSED_BY = {"[": "]", "{": "}"}
TIGHT_KEY = re.compile(
    r"(?!(?:https?|mailto|ftp):)([A-Za-z][\w ]{0,40})[:：](?=[^\s/:：\\,}\]])", re.IGNORECASE
)
"""A key whose colon has no space behind it; no address, and no 13:30."""
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}(?=[\s,}\]]|$)")
"""A colour, which YAML takes for a note where it has no quotes."""
_TYPOGRAPHIC = re.compile('[“„«]([^“”„«»"\\\\]*)[”“»](?=\\s*[,:}\\]])')


class Open(NamedTuple):
    """A quotation mark or a bracket that is open: its sign, where it stands, and the column of the key or
    hyphen it belongs to.
    """

    sign: str
    number: int
    column: int
    parent: int


class Brackets:
    """The brackets that are open, and a quote that is open in them."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.open: list[Open] = []
        self.quote: Open | None = None
        self.fresh = True  # whether a key or a value may begin
        self.before = ""  # the last sign that is no space

    def read(self, number: int, column: int, parent: int) -> int:
        """Read a line from a column on; gives the column behind the bracket that closes the first one, or -1
        where none does.
        """
        while column < len(self.lines.texts[number]):
            char = self.lines.texts[number][column]
            if char in CLOSED_BY:
                self._opened(Open(char, number, column, parent))
            elif char in "]}":
                if not self._closed(number, column, char):
                    return -1
                if not self.open:
                    self.fresh = True
                    return column + 1
            elif char == "#" and not self.fresh and self.lines.texts[number][column - 1 : column].isspace():
                if not self._cuts_off(number, column):
                    return -1
            elif self.fresh and (end := self._begun(number, column, parent)) != column:
                if not end:
                    return -1
                column, char = end - 1, ""
            self._note_comma(number, column, char)
            self.fresh = char in ("[", "{", ",", ":") or (self.fresh and char.isspace())
            column += 1
        return -1

    def _note_comma(self, number: int, column: int, char: str) -> None:
        """Take out a comma that has nothing before it; `char` is empty behind quotes or a colour."""
        if char == "," and self.before in ("[", "{", ","):
            self.lines.put(number, column, f" {self.lines.texts[number][column + 1 :]}")
        elif not char.isspace():
            self.before = char

    def _begun(self, number: int, column: int, parent: int) -> int:
        """The column behind quotes or a key without a space that begin here; this one for anything else, 0
        where nothing follows.
        """
        line = self.lines.texts[number]
        if colour := COLOUR.match(line, column):
            self.lines.put(number, column, f"'{colour[0]}'{line[colour.end() :]}")
            return colour.end() + 2
        if line[column] in STRAIGHT:
            end = closing(line, line[column], column + 1) + 1
            self.quote = None if end else Open(line[column], number, column, parent)
            return end
        if line[column] == "#":
            return column if self._cuts_off(number, column) else 0
        if found := _TYPOGRAPHIC.match(line, column):
            self.lines.put(number, column, f'"{found[1]}"{line[found.end() :]}')
            return found.end()
        if self.open[-1].sign == "{" and (tight := TIGHT_KEY.match(line, column)):
            message = f'no space stands after the colon of "{short(tight[1])}"'
            self.lines.add(number, tight.end(1), message, f"put a space after the colon, like {tight[1]}: …")
            return tight.end()
        return column

    def _cuts_off(self, number: int, column: int) -> bool:
        """True for a # that is no note, as nothing but the missing space shows; it is recorded."""
        cut = re.match(r"[^\s#]", self.lines.texts[number][column + 1 :])
        if cut:
            self.lines.cut_off(number, column)
        return bool(cut)

    def _opened(self, bracket: Open) -> None:
        self.open.append(bracket)
        if len(self.open) > MAX_LEVELS:
            raise TooDeepError

    def _closed(self, number: int, column: int, char: str) -> bool:
        """Close the last bracket; False with the problem recorded where it is of the other kind."""
        opened = self.open.pop()
        if CLOSED_BY[opened.sign] == char:
            return True
        message = f"{char} stands where the {opened.sign} of line {opened.number + 1} should be closed"
        self.lines.add(number, column, message, f"write {CLOSED_BY[opened.sign]} in its place")
        self.open = []
        return False
