"""Rows of headings, whatever they head: what each means, and the name that one nearly is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from casedeck.model.vocabulary import key

Meaning = TypeVar("Meaning")

SEARCHED_ROWS = 30
"""How many rows from the top may be one of headings."""
_NEAR = 0.85
"""How alike a heading and a name are, of 1, where one is taken for the other mistyped: Trading is less like
Training than that.
"""
LONGEST = 200
"""How many characters a heading has at most."""
TAG = re.compile(r"<[^<>]{0,100}>")
_FIRST_NUMBER = re.compile(r"^\s*(?:[\[(]\d{1,3}[\])]|\d{1,3}(?:\s*[.):–-]|\s))\s*(?=\S)")
_LAST_NUMBERS = re.compile(r"(?:\s*[\[(]\d{1,3}[\])])+\s*:?\s*$")


def nearest(word: str, names: Iterable[str]) -> str:
    """The name that a heading nearly is, both in the form that `key` gives them; nothing where it is near
    none.
    """
    from difflib import get_close_matches  # slow to import, and needed only where something is wrong

    return next(iter(get_close_matches(word, names, n=1, cutoff=_NEAR)), "")


def meanings(cells: Sequence[str], find: Callable[[str], Meaning | None]) -> dict[int, Meaning]:
    """What the cells of a row of headings mean, by their indexes; `find` knows headings in the form that
    `plain` gives them.

    What stands before a bracket counts where the whole means nothing, and no other cell means the same.
    """
    whole = {index: meant for index, cell in enumerate(cells) if (meant := find(plain(cell))) is not None}
    taken = set(whole.values())
    for index, cell in enumerate(cells):
        before, bracket, _ = _FIRST_NUMBER.sub("", cell[:LONGEST]).partition("(")
        if (
            bracket
            and index not in whole
            and (meant := find(plain(before))) is not None
            and meant not in taken
        ):
            whole[index] = meant
    return dict(sorted(whole.items()))


def plain(text: str) -> str:
    """A heading as it is compared: without its number or that of a footnote, and as `key` has it; nothing for
    a text too long to be one.
    """
    return "" if len(text) > LONGEST else key(_LAST_NUMBERS.sub("", _FIRST_NUMBER.sub("", TAG.sub("", text))))
