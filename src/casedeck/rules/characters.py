"""Can every character be drawn?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from casedeck.compose.stationery import Stationery
from casedeck.errors import Place, Problem
from casedeck.model.case_study import CaseStudy
from casedeck.model.deck import Card, PrintItem
from casedeck.model.page import Page, Text, leaves
from casedeck.model.text import Rich, plain, rich
from casedeck.rules.whose import problem_of
from casedeck.typeset.fonts import Fonts
from casedeck.wording import joined


def characters_covered(item: PrintItem, sheet: Stationery, cards: Sequence[Card]) -> Iterator[Problem]:
    """P102 for each field with characters that the theme's fonts do not have, or that need shaping to be
    drawn rightly.
    """
    yield from unprintable(sheet.deck_title, "title", item.place, sheet.fonts)
    for card in cards:
        for field, text in _printed(card.case):
            for problem in unprintable(plain(text), field, card.case.place(field), sheet.fonts):
                ways = (["replace it"], ["use a theme with a font that has it"])
                yield (
                    problem
                    if card.case.own
                    else problem_of(item, card, field, "P102", f"{problem.message} of {{}}", ways)
                )


def _printed(case: CaseStudy) -> Iterator[tuple[str, Rich]]:
    """Every text on a card with the name of its field, and whom to thank for the picture."""
    yield from case.fields()
    if case.picture and case.picture.credit:
        yield "picture credit", rich(case.picture.credit)


def words_covered(item: PrintItem, sheet: Stationery, pages: Iterable[Page]) -> Iterator[Problem]:
    """P102 for characters on any of the pages of a print item other than cards."""
    words = " ".join(
        run.text
        for page in pages
        for mark in leaves(page.marks)
        if isinstance(mark, Text)
        for run in mark.runs
    )
    yield from unprintable(words, item.kind, item.place, sheet.fonts)


def unprintable(text: str, field: str, place: Place, fonts: Fonts) -> Iterator[Problem]:
    """P102 for the characters of a text that the fonts do not have, or that need shaping, one problem for
    each kind.
    """
    if text.isascii():
        return
    lacking = dict.fromkeys(char for font in fonts for char in font.missing(text))
    scripts: dict[str, list[str]] = {}
    for char in dict.fromkeys(text):
        if _needs_shaping(char):
            scripts.setdefault(_script(char), []).append(char)
    for script, chars in scripts.items():
        message = f"casedeck cannot print {script} yet: {joined([*map(_named, chars)], 2)}, in the {field}"
        yield Problem(place, "P102", message, "write it in Latin letters")
    for kind, chars in _by_kind(char for char in lacking if not _needs_shaping(char)).items():
        what, way = _KINDS[kind]
        message = (
            f"no font of the theme has the {what}{'' if len(chars) == 1 else 's'} "
            f"{joined([*map(_named, chars)], 3)}, in the {field}"
        )
        yield Problem(place, "P102", message, way)


_KINDS = {
    "letter": ("character", "write it in Latin letters, or use a theme with a font that has it"),
    "emoji": ("picture sign", "leave it out, or write a word for it"),
    "sign": ("character", "replace it, or use a theme with a font that has it"),
}
"""What each kind of character is called, and what to do where it cannot be drawn."""


def _by_kind(chars: Iterable[str]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for char in chars:
        kind = "letter" if char.isalpha() else "emoji" if ord(char) > 0xFFFF else "sign"
        kinds.setdefault(kind, []).append(char)
    return kinds


def _script(char: str) -> str:
    """The script of a letter or mark, such as Hebrew; accents have none of their own."""
    first = unicodedata.name(char, "").partition(" ")[0]
    return f"{first.capitalize()} letters" if first not in ("", "COMBINING") else "letters with these accents"


def _needs_shaping(char: str) -> bool:
    """True for right-to-left letters, marks that join to others, and the scripts of South and South-East
    Asia.
    """
    return (
        unicodedata.bidirectional(char) in ("R", "AL")
        or unicodedata.category(char) in ("Mn", "Mc")
        or 0x0900 <= ord(char) <= 0x109F
    )


def _named(char: str) -> str:
    name = unicodedata.name(char, "")
    shown = f'"{char}" ' if unicodedata.category(char)[0] in "LNPS" else ""
    return f"{shown}(U+{ord(char):04X}{' ' + name.lower() if name else ''})"
