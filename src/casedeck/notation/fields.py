"""What a field may hold. One description serves for reading, for messages and for the JSON Schema.

Every field has `read(node, report)`, which returns the value or records a problem and returns None, and
`schema()`.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple, Protocol, TypeVar

from casedeck.errors import Report, one_of
from casedeck.model.signs import bare
from casedeck.model.vocabulary import Term, Vocabulary, key
from casedeck.notation.wishes import way_out
from casedeck.notation.written import Wrong, any_case
from casedeck.notation.yaml import Items, Node, Scalar
from casedeck.wording import article, short

Schema = dict[str, Any]
Value = TypeVar("Value")

_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
"""Control characters, halves of characters, and what `tidied` takes out of files, in case something is read
that is none.
"""


class Field(Protocol):
    """One kind of value."""

    def read(self, node: Node, report: Report) -> Any:
        """The value, or None with a problem recorded."""

    def schema(self) -> Schema:
        """The same rule as JSON Schema."""


def may_be_blank(field: Field) -> bool:
    """True where quotes with nothing in them say that there is no such text; no number, name or file is meant
    by them.
    """
    return bool(getattr(field, "blank", False))


def scalar(node: Node, report: Report, wanted: str) -> str | None:
    """The words of a scalar, or None with a problem that says what was wanted."""
    text = _as_typed(node, report, wanted)
    return None if text is None else bare(text)


def _as_typed(node: Node, report: Report, wanted: str) -> str | None:
    if isinstance(node, Scalar):
        return node.text
    got, sign = (
        ("stands a list", "[") if isinstance(node, Items) else ("stand keys and values", "{ or holds a colon")
    )
    hint = f"put quotes round a text that begins with {sign}" if wanted == "text" else ""
    report.add(node.place, "V103", f"here {got} where {wanted} is needed", hint)
    return None


def spellings(*words: str) -> Schema:
    """An enumeration of words for editors to offer, then every way to write them: without regard to case,
    spaces and hyphens.
    """
    return {
        "anyOf": [
            {"enum": list(dict.fromkeys(words))},
            {"type": "string", "pattern": f"^{_loosely(*words)}$"},
        ]
    }


def _loosely(*words: str) -> str:
    """A regular expression for every way to write one of the words."""
    loose = dict.fromkeys(
        "[^A-Za-z0-9]*".join(map(any_case, key(word))) for word in words if key(word).isalnum()
    )
    return f"[^A-Za-z0-9]*(?:{'|'.join(loose)})[^A-Za-z0-9]*"


def other_spelling(word: str) -> str:
    """A regular expression for every way to write a word but the one given."""
    return f"^(?!{word}$){_loosely(word)}$"


def offered(schema: Schema) -> list[str]:
    """The words that a schema made by `spellings` offers."""
    words: list[str] = schema["anyOf"][0]["enum"]
    return words


def has(name: str) -> Schema:
    """That an object has this key, however it is spelt."""
    return {"anyOf": [{"required": [name]}, {"not": {"propertyNames": {"not": spellings(name)}}}]}


def taken(found: Value | Wrong, node: Node, code: str, report: Report) -> Value | None:
    """What was found, or None with the problem recorded."""
    if isinstance(found, Wrong):
        report.add(node.place, code, found.message, found.hint)
        return None
    return found


class Text(NamedTuple):
    """Plain text of at most `limit` characters, on one line unless `lines`; with `breaks`, hints on where
    lines break stay in it.
    """

    limit: int = 300
    lines: bool = False
    blank: bool = True
    breaks: bool = False

    def read(self, node: Node, report: Report) -> str | None:
        """The text without white space at its ends."""
        text = _as_typed(node, report, "text")
        if text is None:
            return None
        text = (text if self.breaks else bare(text)).strip()
        if not text:
            report.add(node.place, "V104", "the text is empty")
        elif len(text) > self.limit:
            report.add(
                node.place, "V104", f"the text has {len(text):,} characters; the limit is {self.limit:,}"
            )
        elif not self.lines and "\n" in text:
            report.add(
                node.place, "V104", "the text runs over several lines", "write it on one line, or after >-"
            )
        elif control := self._control(text):
            report.add(
                node.place,
                "V104",
                f"the text holds a sign that cannot be printed (U+{ord(control[0]):04X})",
                "delete it",
            )
        else:
            return text
        return None

    def _control(self, text: str) -> re.Match[str] | None:
        if text.replace("\n", "").isprintable():  # as nearly every text is, and found to be quickly
            return None
        return re.search(_CONTROL if self.lines else f"{_CONTROL}|\t", text)

    def schema(self) -> Schema:
        """A string."""
        return {"type": "string", "minLength": 1, "maxLength": self.limit}


class OneOf(NamedTuple):
    """One of a few names, without regard to case and hyphens."""

    what: str
    names: tuple[str, ...]
    code: str = "V106"

    def read(self, node: Node, report: Report) -> str | None:
        """The name as listed."""
        text = scalar(node, report, self.what)
        if text is None:
            return None
        for name in self.names:
            if key(name) == key(text):
                return name
        report.add(
            node.place,
            self.code,
            f'unknown {self.what} "{short(text)}"',
            way_out(self.what, text, self.names),
        )
        return None

    def schema(self) -> Schema:
        """An enumeration."""
        return spellings(*self.names)


_YES = ("yes", "y", "true", "on")
_NO = ("no", "n", "false", "off")


class YesNo(NamedTuple):
    """The word yes or no; true and false are understood, for many editors write those."""

    def read(self, node: Node, report: Report) -> bool | None:
        """True for yes."""
        if isinstance(node, Scalar) and key(node.text) in (*_YES, *_NO):
            return key(node.text) in _YES
        OneOf("answer", ("yes", "no")).read(node, report)
        return None

    def schema(self) -> Schema:
        """Either word, which some readers of YAML take for true and false."""
        return {"anyOf": [{"enum": ["yes", "no", True, False]}, spellings(*_YES, *_NO)]}


class OneTerm(NamedTuple):
    """A term of a vocabulary by id, name or alias."""

    what: str
    vocabulary: Vocabulary

    def read(self, node: Node, report: Report) -> Term | None:
        """The term."""
        text = scalar(node, report, f"the name of {article(self.what)} {self.what}")
        if text is None:
            return None
        term = self.vocabulary.find(text)
        if term is None and len(self.vocabulary):  # where it is empty, its own file has problems
            report.add(
                node.place,
                "V106",
                f'unknown {self.what} "{short(text)}"',
                one_of(text, self.vocabulary.names()),
            )
        return term

    def schema(self) -> Schema:
        """An enumeration of names, ids and aliases."""
        return spellings(
            *self.vocabulary.names(), *[word for term in self.vocabulary for word in (term.id, *term.aliases)]
        )
