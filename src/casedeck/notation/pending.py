"""What people write where something is still to be filled in: nothing, dots, TBC."""

from __future__ import annotations

import re

from casedeck.notation.yaml import Items, Node, Scalar, blank

_WORDS = (
    *(
        "tbc",
        "tbd",
        "tba",
        "todo",
        "to do",
        "to be confirmed",
        "to be decided",
        "to be added",
        "to be written",
        "to be filled in",
    ),
    *(
        "to come",
        "to follow",
        "to write",
        "to add",
        "to fill in",
        "fill in",
        "coming soon",
        "n/a",
        "xx",
        "xxx",
        "xxxx",
    ),
    *(
        "placeholder",
        "text here",
        "your text here",
        "insert text",
        "insert text here",
        "add text",
        "add text here",
        "lorem ipsum",
    ),
)
_LONGEST = 40
_ROUND = re.compile(r"^[\W_]+|[\W_]+$")
_FILLER = re.compile(r"\W*lorem ipsum dolor\b", re.IGNORECASE)


def pending(node: Node) -> bool:
    """True for a value that is still to be filled in: a blank one, one without a letter or figure, and a word
    such as TBC.
    """
    if isinstance(node, Items):
        return (
            len(node.items) == 1
            and isinstance(node.items[0], Scalar)
            and not node.items[0].quoted
            and _stands_in(node.items[0].text)
        )
    return blank(node) or (isinstance(node, Scalar) and _stands_in(node.text))


def _stands_in(text: str) -> bool:
    if len(text) > _LONGEST:
        return bool(_FILLER.match(text))
    return " ".join(_ROUND.sub("", text).lower().split()) in ("", *_WORDS)
