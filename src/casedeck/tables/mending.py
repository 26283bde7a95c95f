"""What spreadsheets and web pages leave in a text and no card needs, taken out with a word on each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.entities import html5
from itertools import pairwise
from typing import NamedTuple

from casedeck.errors import Place, Report
from casedeck.model.signs import UNSEEN, tidied
from casedeck.notation.garbled import LEADS, ungarbled
from casedeck.notation.markup import ITEM, TOKEN, check_link

TAGS = "HTML tags taken out"
SIGNS = "HTML signs such as &amp; written out"
GARBLED = "letters put right that were read in the wrong code, such as Ã© for é"
HIDDEN = "signs that cannot be seen taken out"
SPACES = "line breaks and runs of spaces made one space"
MARKS = "bold and link marks that do not pair up taken out"
JOINED = "words joined that were broken at the end of a line"

_NAMES = (
    "a|abbr|b|big|blockquote|body|br|center|code|div|em|font|h1|h2|h3|h4|h5|h6|hr|html|"
    "i|img|ins|del|li|mark|o:p|ol|p|pre|q|s|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul"
)
_TAG = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_NEW_LINE = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6])\b", re.IGNORECASE)
_SIGN = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_HIDDEN = f"[{_CONTROL}{UNSEEN}]"
_LINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BROKEN = re.compile(r"([^\W\d_]{1,40})-[ \t]{0,9}\n[ \t]{0,9}([^\W\d_A-Z]{1,40})")
_FORMULA = re.compile(r"'*[=+@\t-]")
STRUCK = "words that are struck through left out"
NOTHING = ("-", "–", "—", "n/a")
"""What people write into a cell to say that it is empty."""


class Mended(NamedTuple):
    """A text after mending, and what was done to it."""

    text: str
    done: tuple[str, ...]


def mend(text: str, *, lines: bool = False) -> Mended:
    """The text of a cell without what no card needs; with `lines`, line breaks stay. Undoes `escaped`."""
    done: list[str] = []
    text = _LINES.sub("\n", text).strip()
    if re.match(r"'+[=+@\t-]", text):
        text = text[1:]
    if text.lower() in NOTHING:
        return Mended("", ())
    if (clear := ungarbled(text)) != text:
        text = _noted(text, clear, GARBLED, done)
    if not text.isascii() or not text.isprintable():
        text = tidied(_noted(text, re.sub(_HIDDEN, "", text), HIDDEN, done))
    if "&nbsp;" in text:
        text = _noted(text, text.replace("&nbsp;", " "), SIGNS, done)
    if "<" in text:
        text = _noted(text, _TAG.sub(_space_of_tag, text), TAGS, done)
    if "\n" in text:
        joined = [f"{found[1]}{found[2]}" for found in _BROKEN.finditer(text)]
        text = _noted(text, _BROKEN.sub(r"\1\2", text), f"{JOINED}: {', '.join(joined)}", done)
    text = _spaced(text, done, lines=lines)
    if "&" in text:
        text = _noted(text, tidied(re.sub(f"[{_CONTROL}]", "", _SIGN.sub(_sign, text))), SIGNS, done)
    return Mended(text.strip(), tuple(dict.fromkeys(done)))


def left_standing(text: str, without: str | None) -> Mended:
    """A text, or what is left of it `without` the words that are struck through in it."""
    return Mended(text, ()) if without is None else Mended(re.sub("  +", " ", without), (STRUCK,))


def escaped(text: str) -> str:
    """The text as a cell holds it so that `mend` gives it back letter by letter."""
    made = re.sub(
        rf"&(?=#?\w{{1,32}};)|<(?=[/A-Za-z])|(?<= ) |{_HIDDEN}", lambda found: f"&#x{ord(found[0]):X};", text
    )
    if ungarbled(made) != made:
        made = "".join(f"&#x{ord(char):X};" if char in LEADS else char for char in made)
    if made.lower() in NOTHING:
        return f"&#x{ord(made[0]):X};{made[1:]}"
    return f"'{made}" if re.match(r"'+[=+@\t-]", made) else made


def listed(texts: Sequence[str], *, lines: bool = False) -> str:
    """Several texts as one cell holds them: on lines of their own, or with commas between where no comma or
    semicolon stands in any.

    Taken apart again by `parted`, each of them comes through `mend` letter by letter.
    """
    made = [escaped(text) for text in texts]
    return ("\n" if lines or re.search("[,;]", "".join(made)) else ", ").join(made)


def parted(text: str, separators: str) -> list[str]:
    """The parts of a cell between any of the separators, before mending; a semicolon that ends a sign such as
    &amp; parts nothing.
    """
    text = _LINES.sub("\n", text).strip()
    signs = {found.end() - 1 for found in _SIGN.finditer(text) if _sign(found) != found[0]}
    cuts = [at for at, char in enumerate(text) if char in separators and at not in signs]
    parts = [text[start + 1 : end].strip() for start, end in pairwise([-1, *cuts, len(text)])]
    return [part for part in parts if part]


def disarmed(text: str) -> str:
    """An escaped text that no spreadsheet takes for a formula: an apostrophe stands before =, +, - or @.
    `mend` takes it out again.
    """
    return text if text.startswith("'") or not _FORMULA.match(text) else f"'{text}"


def mend_marks(text: str) -> Mended:
    """The text without bold and link marks that do not pair up, piece by piece: in one paragraph or item they
    do not spoil the rest.
    """
    pieces: list[list[str]] = []
    for line in text.split("\n"):
        if not pieces or not line.strip() or ITEM.fullmatch(line.strip()) or not pieces[-1][-1].strip():
            pieces.append([])
        pieces[-1].append(line)
    done: list[str] = []
    mended = "\n".join(_paired("\n".join(piece)) for piece in pieces)
    return Mended(_noted(text, mended, MARKS, done), tuple(done))


def _paired(piece: str) -> str:
    def link(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0]
        words = found[1].replace("**", "")
        return (
            f"[{words}]({found[2]})" if check_link(found[2], Place(""), Report()) else f"{words} ({found[2]})"
        )

    piece = TOKEN.sub(link, piece)
    tokens = list(TOKEN.finditer(piece))
    if sum(token[1] is None for token in tokens) % 2:
        piece = piece.replace("**", "")
    ends = [0, *(place for token in TOKEN.finditer(piece) for place in token.span()), len(piece)]
    parts = [piece[start:end] for start, end in pairwise(ends)]
    return "".join(part if number % 2 else part.replace("](", "] (") for number, part in enumerate(parts))


def _noted(before: str, after: str, what: str, done: list[str]) -> str:
    if after != before:
        done.append(what)
    return after


def _space_of_tag(found: re.Match[str]) -> str:
    return "\n" if _NEW_LINE.match(found[0]) else "\n- " if found[0].lower().startswith("<li") else ""


def _spaced(text: str, done: list[str], *, lines: bool) -> str:
    if not lines:
        return _noted(text, re.sub(r"[ \t\n]+", " ", text), SPACES, done)
    tidy = "\n".join(re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", tidy)


def _sign(found: re.Match[str]) -> str:
    name = found[1]
    if not name.startswith("#"):
        return html5.get(f"{name};", found[0])
    number = int(f"0{name[1:]}", 0) if name[1] in "xX" else int(name[1:])
    return chr(number) if number <= 0x10FFFF else ""
