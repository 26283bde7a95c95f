"""Does the text fit?"""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.compose.cards import Fit, Fitted
from casedeck.errors import Problem
from casedeck.model.deck import PrintItem
from casedeck.model.text import word_count
from casedeck.wording import count

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def text_fits(item: PrintItem, fitted: Fitted) -> Iterator[Problem]:
    """P101 for each card that does not fit at the smallest size, naming the field and how many words are over."""
    for fit in fitted.fits:
        if fit.body_pt is None:
            yield _problem(item, fitted, fit)


def _problem(item: PrintItem, fitted: Fitted, fit: Fit) -> Problem:
    case = fit.card.case
    where = f"on the {item.face} face, {item.paper.name}, at {fitted.smallest_pt:g}pt"
    if not fit.field:
        return Problem(case.place(""), "P101", f'"{case.title}" has a word too wide for its line {where}', "put a space or hyphen in it")
    if 2 * fit.words_over > word_count(*case.texts()[fit.field]):
        return Problem(
            case.place(""), "P101", f'"{case.title}" is {fit.over_mm:.0f}mm too long {where}', "shorten its texts, or print on larger paper"
        )
    words = count(fit.words_over, "word")
    message = f'the {_named(fit.field)} of "{case.title}" is {words} too long {where}'
    return Problem(case.place(fit.field), "P101", message, f"shorten it, or print on larger paper; it is over by {fit.over_mm:.1f}mm")


def _named(field: str) -> str:
    """A field such as "benefits 2" as people say it."""
    kind, _, number = field.partition(" ")
    return f"{_ORDINALS[int(number) - 1]} of the {kind}" if number.isdigit() else field
