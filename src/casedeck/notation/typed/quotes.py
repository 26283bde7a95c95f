"""Quotation marks round a value: straight or typographic, closed or not, or part of the text."""

from __future__ import annotations

import re
from typing import NamedTuple

_DOUBLE = '"“”„‟«»″'
_SINGLE = "'‘’‚‹›"
STRAIGHT = "\"'"
OPENING = f"{_DOUBLE}{_SINGLE}"
_COMMA = re.compile(r"\s*,((?:\s+#.*)?)\s*")
_NOTE = re.compile(r"(?:\s+(?:#.*)?)?")
_ELISION = re.compile(
    r"['‘’](?:tis|twas|twere|twill|til|cause|cos|em|n|bout|[0-9]0s|[0-9]{2}(?![0-9:.]))\b", re.IGNORECASE
)


class Value(NamedTuple):
    """A value on one line: the text for YAML instead of it, and what follows, a note as a rule."""

    made: str
    rest: str


_KNOWN = r"[\"\\/0abtnvfreN_LP \t]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|$"
_NO_ESCAPE = re.compile(rf"(?<!\\)(?:\\\\)*\\(?!{_KNOWN})|(?<=[A-Za-z]:)\\[A-Za-z]{{2}}")
"""A backslash that means itself: 50\\%, C:\\new."""


def wrapped(text: str) -> str:
    """The text in quotes of YAML that let everything in it stand for itself."""
    return "'" + text.replace("'", "''") + "'"


def closing(text: str, quote: str, start: int) -> int:
    """Where a straight quote that is open at `start` is closed by YAML's rules, or -1."""
    pattern = r"\\.|(\")" if quote == '"' else r"''|(')"
    return (
        next((found.start(1) for found in re.finditer(pattern, text[start:]) if found[1]), -1 - start) + start
    )


def note_at(text: str) -> int:
    """Where a text ends because a space and a # begin a note, or -1."""
    found = re.search(r"\s#", text)
    return len(text[: found.start()].rstrip()) if found else -1


def is_note(rest: str) -> bool:
    """True where nothing follows a value but a note."""
    return bool(_NOTE.fullmatch(rest))


def quoted(text: str) -> Value | None:
    """A text that begins with a quotation mark, as YAML takes it where it is one value; None where its mark
    is not closed in it.
    """
    kind = _DOUBLE if text[0] in _DOUBLE else _SINGLE
    if text[0] in STRAIGHT:
        end = closing(text, text[0], 1)
        if end > 0 and (closed := _closed(text, end)):
            return closed
        if end >= 0 and is_note(text[end + 1 :]):
            return Value(text[: end + 1], text[end + 1 :])
        if end < 0 and _ELISION.match(text) and text.rstrip()[-1] not in kind:
            return _as_typed(text)
    body, rest = _to_the_last(text, kind)
    if len(body) > 1 and body[-1] in kind and not _is_closed_before_the_end(body, kind):
        return Value(wrapped(body[1:-1].strip()), rest)
    if text[0] in STRAIGHT and closing(text, text[0], 1) < 0:
        return None
    return _as_typed(text) if text[0] in STRAIGHT else None


def _closed(text: str, end: int) -> Value | None:
    """A text in straight quotes that are closed at `end`, where its backslashes mean themselves or a comma
    follows it.
    """
    comma = _COMMA.fullmatch(text[end + 1 :])
    rest = comma[1] if comma else text[end + 1 :]
    if text[0] == '"' and is_note(rest) and _NO_ESCAPE.search(text, 1, end):
        return Value(wrapped(text[1:end].replace('\\"', '"')), rest)
    return Value(text[: end + 1], rest) if comma else None


def _as_typed(text: str) -> Value:
    """The whole text, its quotation marks too, up to a note."""
    found = re.search(r"\s#(?=\s|$)", text)
    end = len((text[: found.start()] if found else text).rstrip())
    return Value(wrapped(text[:end]), text[end:])


def _to_the_last(text: str, kind: str) -> tuple[str, str]:
    """The text up to its last quotation mark of a kind that nothing but a note follows, and what follows."""
    for at in range(len(text) - 1, 0, -1):
        if text[at] in kind and is_note(text[at + 1 :]):
            return text[: at + 1], text[at + 1 :]
        if len(text) - at > 500:
            break
    return "", text


def _is_closed_before_the_end(body: str, kind: str) -> bool:
    """True for "Hello" and "bye", whose first mark is closed before others open; not for 'Rock 'n' roll' and
    'It's here'.
    """
    for at in range(1, len(body) - 1):
        if body[at] in kind:
            before, after = body[at - 1], body[at + 1]
            if before.isalnum() and after.isalnum():
                continue
            return not before.isspace() and before not in "([-–—"
    return False
