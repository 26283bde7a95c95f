"""The picture in a case-study file, and in a deck file: its keys, and how a focus is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from casedeck.errors import Place, Report, one_of
from casedeck.model.illustration import CENTRE, FOCUSES, Focus, Illustration
from casedeck.model.vocabulary import key
from casedeck.notation.fields import Schema, Text, scalar, spellings
from casedeck.notation.markup import Words
from casedeck.notation.records import Key, Read, Record
from casedeck.notation.yaml import Node
from casedeck.wording import short

_SPELT = {"center": "centre", "middle": "centre", "upper": "top", "lower": "bottom"}
_PER_CENT = re.compile(r"\s*([0-9]{1,9})\s*%\s*,?\s*([0-9]{1,9})\s*%\s*")
_NAMES = {frozenset(name.split()): focus for name, focus in FOCUSES.items()}


class FocusPoint(NamedTuple):
    """A point of a picture: words such as "top left", or two percentages, from the left and from the top."""

    def read(self, node: Node, report: Report) -> Focus | None:
        """The point."""
        text = scalar(node, report, 'a place such as "top left"')
        if text is None:
            return None
        if found := _PER_CENT.fullmatch(text):
            return _shares(int(found[1]), int(found[2]), text, node.place, report)
        focus = _named(text)
        if focus is None:
            hint = f"{one_of(text, FOCUSES)}; or write it in per cent from the left and the top, like 30% 60%"
            report.add(node.place, "V106", f'unknown focus "{short(text)}"', hint)
        return focus

    def schema(self) -> Schema:
        """The names, or two percentages."""
        share = r"0*(100|[0-9]{1,2})\s*%\s*"
        per_cent = rf"^\s*{share},?\s*{share}$"
        words = "|".join({*_SPELT, *(word for name in FOCUSES for word in name.split())})
        loose = f"^[^A-Za-z]*({words})([^A-Za-z]+({words}))?[^A-Za-z]*$"
        return {"anyOf": [spellings(*FOCUSES), {"type": "string", "pattern": f"{per_cent}|{loose}"}]}


def _shares(across: int, down: int, text: str, place: Place, report: Report) -> Focus | None:
    if max(across, down) <= 100:
        return Focus(across, down)
    message = f'"{short(text)}" is outside the picture, which ends at 100%'
    report.add(place, "V105", message, "write how far it is from the left and from the top, like 30% 60%")
    return None


def _named(text: str) -> Focus | None:
    """The focus of this name, with its words in any order: left top, middle left."""
    words = [_SPELT.get(word, word) for word in re.findall(r"[a-z]+", text.casefold())]
    place = frozenset(words) if set(words) == {"centre"} else frozenset(words) - {"centre"}
    by_key = {key(name): focus for name, focus in FOCUSES.items()}
    return _NAMES.get(place) or by_key.get(key(text))


PARTS: Mapping[str, Key] = {
    "file": Key(
        Text(200, blank=False),
        "A PNG, JPEG, WebP, GIF or BMP file in assets/pictures.",
        required=True,
    ),
    "alt": Key(Text(200), "What the picture shows, in words, for people who cannot see it.", required=True),
    "focus": Key(
        FocusPoint(),
        "What stays in sight when it is cropped: top left, centre and so on, or two percentages such as "
        "30% 60%, from the left and from the top.",
    ),
    "credit": Key(Words(120), "Whom to thank for it, printed beside it, such as Photograph: A. Person."),
}
PICTURE = Record("a picture", {**PARTS})
IN_PARTS = {f"picture {name}": name for name in PARTS}
"""The keys of a picture by what they are called where a case study is flat: in a table, on a command."""


def illustration_of(values: Read | None) -> Illustration | None:
    """The picture of a record's values, or None where there is none, or its file or words are not said."""
    if values is None or not {"file", "alt"} <= values.keys():
        return None
    return Illustration(values["file"], values["alt"], values.get("focus", CENTRE), values.get("credit", ""))
