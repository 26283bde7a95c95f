"""The lines of a file while they are made YAML, and what is wrong with them."""

from __future__ import annotations

import re

from casedeck.errors import Place, Problem
from casedeck.notation.typed.starts import BULLET, NEW, key_end
from casedeck.wording import short

MAX_LEVELS = 20
"""From so many levels on, a text is left to the limit of depth."""
_FENCE = re.compile(r"\s*(?:```|~~~)\s*\w*\s*")
_SAID = re.compile(
    r"\[?\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]m)?(?:\] | - )[^:]{1,40}: ",
    re.IGNORECASE,
)
"""What a chat puts before each message: [29/11/2026, 09:14] Sue: """
_CITED = re.compile(r"> ?")
"""What a mail puts before each line that it answers."""
_ODD_INDENT = re.compile(r"\n *[^\S \n]")
"""A space at the start of a line that is none of the usual ones."""
_CODE = "F104"


class TooDeepError(Exception):
    """The text is nested so deeply that nobody typed it."""


class Lines:
    """The lines, how many columns each was moved to the right, and the problems found so far."""

    def __init__(self, text: str, file: str) -> None:
        self.texts, self.file = text.split("\n"), file
        self.moved: dict[int, int] = {}
        self.problems: list[Problem] = []
        if "```" in text or "~~~" in text:
            self._take_fences_off()
        self._take_senders_off()
        if _ODD_INDENT.search("\n".join(["", *self.texts])):
            self._indent_with_spaces()

    def _take_fences_off(self) -> None:
        """Empty the lines that a chat or a web page puts round a file: ```yaml above and ``` below, and what
        is said before and after.
        """
        fences = [number for number, line in enumerate(self.texts) if _FENCE.fullmatch(line)]
        if len(fences) == 2 and any(":" in line for line in self.texts[fences[0] : fences[1]]):
            inside = range(fences[0] + 1, fences[1])
            self.texts = [line if number in inside else "" for number, line in enumerate(self.texts)]
        filled = [number for number, line in enumerate(self.texts) if line.strip()]
        for number in {*filled[:1], *filled[-1:]}:
            if _FENCE.fullmatch(self.texts[number]):
                self.texts[number] = ""

    def _take_senders_off(self) -> None:
        """Take off what a mail or a chat puts before every line."""
        first = next(filter(str.strip, self.texts), "")
        for before in (_SAID, _CITED):
            if not before.match(first):
                continue
            filled = [number for number, line in enumerate(self.texts) if line.strip()]
            if len(filled) > 1 and all(before.match(self.texts[number]) for number in filled):
                for number in filled:
                    line = self.texts[number]
                    self.texts[number] = before.sub("", line, count=1)
                    self.moved[number] = len(self.texts[number]) - len(line)

    def _indent_with_spaces(self) -> None:
        """Spaces of every kind before a line become ordinary ones; a tab becomes two, in a file that indents
        with tabs alone.
        """
        leading = [_leading(line) for line in self.texts]
        mixed = any("\t" in start for start in leading) and any(start.strip("\t") for start in leading)
        for number, start in enumerate(leading):
            if start.strip(" ") and not self.texts[number].strip():
                self.texts[number] = ""
            elif start.strip(" ") and len(start) < len(self.texts[number]):
                if mixed and "\t" in start:
                    self.add(
                        number,
                        start.index("\t"),
                        "a tab stands before this line",
                        "indent with spaces, not with the tab key",
                    )
                made = "".join("  " if char == "\t" else " " for char in start)
                self.texts[number] = made + self.texts[number][len(start) :]
                if len(made) != len(start):
                    self.moved[number] = self.moved.get(number, 0) + len(made) - len(start)

    def put(self, number: int, column: int, made: str) -> None:
        """Write the rest of a line anew, from a column on."""
        self.texts[number] = self.texts[number][:column] + made

    def add(self, number: int, column: int, message: str, hint: str = "", code: str = _CODE) -> None:
        """Record a problem at a column of a line, both counted from 0; what it quotes has spaces for tabs."""
        place = Place(self.file, number + 1, column + 1 - self.moved.get(number, 0))
        self.problems.append(Problem(place, code, message.replace("\t", " "), hint.replace("\t", " ")))

    def cut_off(self, number: int, column: int, text: str = "", key: str = "") -> None:
        """Record that # begins a note in the middle of what seems a text; `text` is all of it, `key` has no
        value but this.
        """
        cut = self.texts[number][column:].strip()
        word = short(cut.split()[0].rstrip(",]}"))
        message = (
            f'what stands behind # is a note, so "{short(key)}" has no value'
            if key
            else f"the text ends before {word}"
        )
        whole = f'{key}: "{cut}"' if key else f'"{text}"'
        like = f", like {whole}" if (text or key) and whole.count('"') == 2 and len(whole) < 60 else ""
        self.add(number, column, message, f"put quotes round it{like}; a note needs a space after #", "F112")

    def is_above_a_key(self, number: int, column: int) -> bool:
        """True where the next line that says something begins with a key in the same column."""
        following = (
            line for line in self.texts[number + 1 :] if line.strip() and not line.lstrip().startswith("#")
        )
        below = next(following, "")
        return (
            len(below) - len(below.lstrip()) == column
            and bool(NEW.match(below.lstrip()))
            and not BULLET.match(below.lstrip())
        )

    def is_followed(self, number: int, parent: int) -> bool:
        """True where the next line that is not blank may go on with a value."""
        below = next((line for line in self.texts[number + 1 :] if line.strip()), "")
        return len(below) - len(below.lstrip()) > parent

    def following(self, number: int, parent: int) -> list[int]:
        """The lines that go on with a text."""
        found: list[int] = []
        for after in range(number + 1, len(self.texts)):
            content = self.texts[after].lstrip()
            if not content:
                continue
            if len(self.texts[after]) - len(content) <= parent or content.startswith("#") or key_end(content):
                break
            found.append(after)
        return found


def _leading(line: str) -> str:
    """What stands before the first sign of a line that can be seen."""
    found = re.match(r"\s*", line)
    return found[0] if found else ""
