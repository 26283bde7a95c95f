"""Can every character be drawn?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from casedeck.compose.sheet import Sheet
from casedeck.errors import Place, Problem
from casedeck.model.deck import Card, PrintItem
from casedeck.model.page import Page, Text, leaves
from casedeck.model.text import plain
from casedeck.rules.whose import problem_of


def characters_covered(item: PrintItem, sheet: Sheet, cards: Sequence[Card]) -> Iterator[Problem]:
    """P102 for each field with characters that the theme's fonts do not have, or that need shaping to be drawn rightly."""
    yield from _missing(sheet.deck_title, "title", item.place, sheet)
    for card in cards:
        for field, text in card.case.fields():
            for problem in _missing(plain(text), field, card.case.place(field), sheet):
                ways = (["replace it"], ["use a theme with a font that has it"])
                yield problem if card.case.own else problem_of(item, card, field, "P102", f"{problem.message} of {{}}", ways)


def words_covered(item: PrintItem, sheet: Sheet, pages: Iterable[Page]) -> Iterator[Problem]:
    """P102 for characters on any of the pages of a print item other than cards."""
    words = " ".join(run.text for page in pages for mark in leaves(page.marks) if isinstance(mark, Text) for run in mark.runs)
    yield from _missing(words, item.kind, item.place, sheet)


def _missing(text: str, field: str, place: Place, sheet: Sheet) -> Iterator[Problem]:
    if text.isascii():
        return
    lacking = dict.fromkeys(char for font in sheet.fonts for char in font.missing(text))
    for char in lacking:
        yield Problem(
            place,
            "P102",
            f"no font of the theme has the character {_named(char)}, in the {field}",
            "replace it, or use a theme with a font that has it",
        )
    for char in dict.fromkeys(text):
        if char not in lacking and _needs_shaping(char):
            yield Problem(
                place, "P102", f"casedeck cannot set the script of {_named(char)} rightly, in the {field}", "use another spelling"
            )
            return


def _needs_shaping(char: str) -> bool:
    """True for right-to-left letters, marks that join to others, and the scripts of South and South-East Asia."""
    return unicodedata.bidirectional(char) in ("R", "AL") or unicodedata.category(char) in ("Mn", "Mc") or 0x0900 <= ord(char) <= 0x109F


def _named(char: str) -> str:
    name = unicodedata.name(char, "")
    shown = f'"{char}" ' if unicodedata.category(char)[0] in "LNPS" else ""
    return f"{shown}(U+{ord(char):04X}{' ' + name.lower() if name else ''})"
