"""What can be wrong with a user's files, and how it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from functools import lru_cache
from heapq import nlargest
from typing import NamedTuple

LIKE = 0.6
"""From which share of letters in the same order, of 1, a word is taken for a known one written wrong."""
LONGEST = 200
"""How many letters of a word are compared; no name is as long."""
COMPARED = 4
"""With how many names a word is compared letter by letter."""


class ExitCode(IntEnum):
    """What the command tells the shell."""

    OK = 0
    USER_FILES = 1
    USAGE = 2
    OUR_FAULT = 3
    INTERRUPTED = 130


class Place(NamedTuple):
    """Where in a file: its name, and the line and column counted from 1 (0 = the whole file)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Problem(NamedTuple):
    """One thing to mend: a place, a code from `CODES`, what is wrong with value and limit, and the way
    out.
    """

    place: Place
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f"; {self.hint}" if self.hint else ""
        return f"{self.place}: {self.code} {self.message}{hint}"


class DeckError(Exception):
    """All the problems of one run, sorted by place, each said once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class WorkspaceError(Exception):
    """A file or folder that cannot be made: what is in the way, in words for the user."""


class RefusedError(ValueError):
    """Something asked for that cannot be: what is wrong, in words for the user, and the value that it is
    wrong `of`, if it is of one. `names` are those of values that stand in the message as {name}.
    """

    def __init__(self, message: str, *, of: str = "", names: Sequence[str] = ()) -> None:
        self.message, self.of, self.names = message, of, tuple(names)
        super().__init__(self.said(str))

    def said(self, spelt: Callable[[str], str]) -> str:
        """What is wrong, with the names of values as they are spelt where they were given."""
        message = self.message
        for name in self.names:
            message = message.replace(f"{{{name}}}", spelt(name))
        return message


class ReportPart:
    """What a report holds from a moment on."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems, self._before = problems, len(problems)

    @property
    def clean(self) -> bool:
        """True while no problem has been recorded since."""
        return len(self._problems) == self._before


class Report:
    """Collects problems so that a user sees all of them at once."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.advice: list[Problem] = []

    def add(self, place: Place, code: str, message: str, hint: str = "") -> None:
        """Record one problem; `code` must stand in `CODES`."""
        assert code in CODES, code
        self.problems.append(Problem(place, code, message, hint))

    def advise(self, problems: Iterable[Problem]) -> None:
        """Keep what could be better, and stops nothing."""
        self.advice.extend(problems)

    def part(self) -> ReportPart:
        """The part of the report that begins here."""
        return ReportPart(self.problems)

    def raise_if_any(self) -> None:
        """Raise DeckError where anything was recorded."""
        if self.problems:
            raise DeckError(self.problems)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint naming the nearest known word, or up to twelve of the known ones, or nothing."""
    names = tuple(dict.fromkeys(known))
    if near := _nearest(word.casefold(), names):
        return f'did you mean "{near}"?'
    if 0 < len(names) <= 12:
        return "use one of: " + ", ".join(names)
    return ""


def one_of(word: str, known: Iterable[str]) -> str:
    """A hint naming the nearest known word, or the known ones, of many the first."""
    names = list(known)
    return did_you_mean(word, names) or (
        f"use one of: {', '.join(names[:12])} and {len(names) - 12} more" if names else ""
    )


@lru_cache(maxsize=1024)
def _nearest(word: str, names: tuple[str, ...]) -> str:
    """The name most like the word, or "", of the few that have most letters in common with it: comparing
    takes longer than counting.
    """
    from difflib import SequenceMatcher  # slow to import, and needed only where something is wrong

    letters, size = _letters(word), len(word)
    common = [
        (2 * shared / (size + length), key, name)
        for key, name, length, others in _counted(names)
        if (shared := (letters & others).bit_count()) * 2 >= LIKE * (size + length)
    ]
    best = (LIKE, "", "")
    for bound in nlargest(COMPARED, common):
        if bound > best:
            likeness = SequenceMatcher(None, bound[1], word).ratio()
            best = max(best, (likeness, *bound[1:]))
    return best[2]


@lru_cache(maxsize=64)
def _counted(names: tuple[str, ...]) -> list[tuple[str, str, int, int]]:
    """Each name with its small letters before it, and their number and kinds behind it; of two that differ in
    size only, the first.
    """
    return [
        (key, name, len(key), _letters(key))
        for key, name in {name.casefold(): name for name in reversed(names)}.items()
        if key
    ]


def _letters(word: str) -> int:
    """A set bit for each letter, so that the bits in common are at least as many as the letters in common."""
    met: dict[int, int] = {}
    letters = 0
    for char in word[:LONGEST]:
        kind = ord(char) % 32
        met[kind] = met.get(kind, -1) + 1
        letters |= 1 << (32 * met[kind] + kind)
    return letters


CODES = {
    "F101": "The file cannot be read.",
    "F102": "The file is larger than casedeck reads.",
    "F103": "The file is not plain text in UTF-8.",
    "F104": "A line of the file cannot be made out.",
    "F105": (
        "A text starts with *, & or !, or a key is <<, which mean something else in such files (in YAML)."
    ),
    "F106": "The file has too many lists inside one another, or too many items.",
    "F107": "A key stands twice in one place.",
    "F108": "A path leads out of the folder, or to something that is not a file.",
    "F109": (
        "Two files have one name, or the same case study, theme, paper, worksheet or activity is "
        "described in two files."
    ),
    "F110": "A spreadsheet cannot be read as a table.",
    "F111": "A table has no row of headings that casedeck knows.",
    "F112": "A # that begins a note cuts a text short.",
    "V101": "A key is not known here.",
    "V102": "A required key is missing.",
    "V103": "A value is of the wrong kind (a list where text is needed, and so on).",
    "V104": "Text is empty, too long, or on several lines where one is needed.",
    "V105": "A number is not written as one, or outside its range.",
    "V106": "A value is not one of those allowed here.",
    "V107": "A length has no unit, an unknown unit, or is outside its range.",
    "V108": "A date or a time of day is not written as one.",
    "V109": "A list has too few or too many items.",
    "V110": "A colour is not written as one.",
    "V111": "A link is not a full https, http or mailto address.",
    "V112": "Bold marks (**) or link marks do not pair up.",
    "C101": "A case study does not name three different benefits, enablers or keywords.",
    "L101": "A case study lacks words by which people find it.",
    "L102": "A text, or a whole card, is shorter or longer than usual.",
    "L103": "A figure in a benefit or an overview is not in bold.",
    "L104": "A location does not end with a country that casedeck knows.",
    "L105": "Two case studies tell nearly the same, or have nearly the same title.",
    "L106": "A case study names no source.",
    "L107": "A case study is hard to read.",
    "L108": "A link is not https.",
    "L109": "A sentence ends without a full stop.",
    "L110": "A case study is published, and those it is about have not agreed.",
    "L111": "A case study is a draft: a part of it is still to be filled in.",
    "L112": "A text has letters that a program read in the wrong code.",
    "D101": "No case study has this name.",
    "D102": "A case study is named twice in one deck.",
    "D103": "A filter leaves no case study.",
    "D104": "Two print items would write the same file.",
    "D105": "Fewer case studies are found than a choice of cards wants.",
    "D106": "The scores of a Heatmap cannot be used.",
    "D107": "Whose scores of a Heatmap are counted, and what is left. This stops nothing.",
    "D108": "What is said of cutting, backs or flipping does not go with the cards.",
    "S101": "A session does not say what its plan needs.",
    "S102": "A session cannot be run as it is described.",
    "T101": "Two colours of a theme are too close to read.",
    "T102": "A font file cannot be used.",
    "T103": "A picture cannot be used.",
    "T104": "A theme extends itself, directly or in a circle.",
    "T105": "An icon drawing uses more than the simple shapes casedeck draws.",
    "T106": "A logo cannot be seen, or hardly, on the paper.",
    "T107": "A logo has too few dots to print sharply.",
    "T108": "The colours of two families can hardly be told apart.",
    "T109": "A picture has too few dots to print sharply. This stops nothing.",
    "P101": "Text does not fit on the card at the smallest size allowed.",
    "P102": "No font of the theme has this character.",
    "P103": "A mark would be printed too near the edge of the paper.",
    "P104": "A sheet has more text than fits on its paper.",
    "P105": "A deck would be printed on more pages than anybody prints.",
    "P106": "A card, or a box for cards, does not fit on the paper that it is to be cut from.",
    "P107": "Letters or a drawing are too close in colour to what is behind them.",
    "P108": "Letters are too small to read.",
    "P109": "What matters on a card, or the edge of a colour, is too near to where it is cut.",
    "P110": "A QR code is hard to read: small, not black on white, or with other ink too near.",
    "P111": "The last line of a heading is one short word. This stops nothing.",
    "P112": "Text runs into other text, a picture or the edge of a filled box.",
    "P113": "Letters would hardly show on a printer without colour.",
}
"""Every code a Problem can carry, with its meaning in one line (printed in docs/errors.md)."""


class PlanError(ValueError):
    """A session that cannot be: what is wrong in words, and the way out. As text, one after the other with a
    colon between.
    """

    def __init__(self, message: str, hint: str) -> None:
        self.message, self.hint = message, hint
        super().__init__(f"{message}: {hint}")
