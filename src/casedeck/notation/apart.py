"""Several names on one line, as in "gallery, divergent connections" or "gallery and co-presentation"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casedeck.errors import Report
from casedeck.notation.fields import Field
from casedeck.notation.yaml import Node, Scalar

SEVERAL = r"[,;\n•]|\s(and|AND|And|&|\+)\s"
"""A regular expression for what stands between names, which JSON Schema understands too."""

_COMMAS = re.compile(r"\s*[,;\n•]\s*(?:and\s+|&\s*)?", re.IGNORECASE)
_NUMBER = re.compile(r"^[0-9]{1,2}[.)][ \t]+", re.MULTILINE)
_AND = re.compile(r"\s+(?:and|&|\+)\s+", re.IGNORECASE)
_MOST = 2000
"""The longest text that is taken apart, in characters."""


def items_of(node: Node, item: Field, least: int) -> list[Node]:
    """The names in a text, each as a value of its own; the text itself where it is one name, or where no part
    of it is one.

    Where at least two are wanted, as of three keywords, the text can be no name by itself.
    """
    if not isinstance(node, Scalar) or len(node.text) > _MOST:
        return [node]
    text = "\n".join(node.lines) or node.text
    if not re.search(SEVERAL, text):
        return [node]
    one = node._replace(lines=())
    if least > 1:
        return [one._replace(text=part) for part in _at_least(text, least)]
    if _is_one(item, node):
        return [node]
    parts = [one._replace(text=part) for part in _longest_names(item, one._replace(text=text))]
    return [*parts] if any(_is_one(item, part) for part in parts) else [node]


def _at_least(text: str, least: int) -> list[str]:
    """The texts between commas; where these are too few, the last is parted at its "and"."""
    pieces = [piece for piece in _COMMAS.split(_NUMBER.sub("", text.strip())) if piece]
    return pieces if len(pieces) >= least else [*pieces[:-1], *_AND.split(pieces[-1])]


def _longest_names(item: Field, node: Scalar) -> Iterator[str]:
    """The names between commas, of which one may hold a comma itself; and those between "and", where one of
    them is known.
    """
    pieces = [piece for piece in _COMMAS.split(_NUMBER.sub("", node.text.strip())) if piece]
    while pieces:
        taken = next(
            (
                many
                for many in range(min(len(pieces), 4), 1, -1)
                if _is_one(item, node, ", ".join(pieces[:many]))
            ),
            1,
        )
        text = ", ".join(pieces[:taken])
        del pieces[:taken]
        halves = _AND.split(text)
        if (
            len(halves) > 1
            and not _is_one(item, node, text)
            and any(_is_one(item, node, half) for half in halves)
        ):
            yield from halves
        else:
            yield text


def _is_one(item: Field, node: Scalar, text: str | None = None) -> bool:
    """True for a text that the item takes."""
    report = Report()
    return (
        item.read(node if text is None else node._replace(text=text), report) is not None
        and not report.problems
    )
