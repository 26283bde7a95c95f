"""Does the text fit?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casedeck.compose.fit import Fit, Fitted
from casedeck.errors import Problem
from casedeck.model.deck import PrintItem
from casedeck.model.text import word_count
from casedeck.rules.whose import problem_of
from casedeck.typeset.chances import is_address
from casedeck.wording import count, short

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def text_fits(item: PrintItem, fitted: Fitted) -> Iterator[Problem]:
    """P101 for each card that does not fit at the smallest size, naming the field and how many words are
    over.
    """
    for fit in fitted.fits:
        if fit.body_pt is None:
            yield _problem(item, fitted, fit)


def _problem(item: PrintItem, fitted: Fitted, fit: Fit) -> Problem:
    case, in_deck = fit.card.case, _in_deck(fit)
    small = ["write it in small letters"] if fit.small_letters else []
    paper = item.size.name if item.size else item.paper.name
    where = f"on the {item.face} face, {paper}, at {fitted.smallest_pt:g}pt"
    if fit.word or not fit.field:
        holder, named = (
            f"the {_named(fit.field)} of {{}}" if fit.field else "{}",
            f': "{short(fit.word)}"' if fit.word else "",
        )
        message = f"{holder} has a word too wide for its line {where}{named}"
        more = f"it is over by {fit.over_mm:.1f}mm"
        return problem_of(
            item, fit.card, fit.field, "P101", message, ([*small, _shorter(fit.word)], in_deck), more
        )
    length = word_count(*case.texts()[fit.field])
    if 2 * fit.words_over > length and not (fit.field == "title" and fit.words_over < length):
        over = f"{{}} is {fit.over_mm:.0f}mm too long {where}"
        return problem_of(item, fit.card, "", "P101", over, (["shorten its texts"], in_deck))
    words = count(fit.words_over, "word")
    over = f"the {_named(fit.field)} of {{}} is {words} too long {where}"
    return problem_of(
        item,
        fit.card,
        fit.field,
        "P101",
        over,
        ([*small, "shorten it"], in_deck),
        f"it is over by {fit.over_mm:.1f}mm",
    )


def _in_deck(fit: Fit) -> list[str]:
    """What can be done in the deck: other paper, or larger cards."""
    if fit.size:
        return [f"say size: {fit.size.width:g}x{fit.size.height:g}mm, the smallest of its shape that will do"]
    return ["print it on " + " or ".join(fit.papers)] if fit.papers else []


class Overfull(NamedTuple):
    """A sheet with too much on it: what it is and its paper, by how many mm, and the word and its field where
    one is too wide.
    """

    what: str
    paper: str
    over_mm: float
    word: str
    field: str


def too_full(sheet: Overfull, way: str) -> tuple[str, str]:
    """What is to be said of a sheet that is over-full, and the ways out."""
    what, paper, over_mm, word, field = sheet
    if not word:
        return f"{what} is {over_mm:.0f}mm too long for {paper}", way
    message = f'{what} has a word too wide for its line on {paper}{field}: "{short(word)}"'
    return message, f"{_shorter(word)}, or {way}; it is over by {over_mm:.1f}mm"


def _shorter(word: str) -> str:
    """The way out where a word is too wide: an address stays as it is, behind other words."""
    if not is_address(word):
        return "put a space or hyphen in it"
    if "@" in word and "//" not in word:
        return "make it a link: [write to us](mailto:the address)"
    return "make it a link: [what it leads to](the address)"


def _named(field: str) -> str:
    """A field such as "benefits 2" as people say it."""
    kind, _, number = field.partition(" ")
    return f"{_ORDINALS[int(number) - 1]} of the {kind}" if number.isdigit() else field
