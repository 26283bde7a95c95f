"""Numbers as a spreadsheet shows them: with decimals, thousands, percentages, currencies, words and
fractions.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction

from casedeck.tables.excel.shapes import Token

_MOST_DIGITS = 4
"""How many digits below a fraction's line are worked out; more would be a number that nobody reads."""


def shown_in_digits(value: float, tokens: Sequence[Token]) -> str | None:
    """A number, not below zero, in a format of digits and words; None where it is too large for it, or shown
    by its power of ten.
    """
    if any(token.kind == "power" for token in tokens):
        return None
    marks = [token.text if token.kind == "mark" else "" for token in tokens]
    if "/" in marks:
        return _fraction(value, tokens, marks.index("/"))
    digits = [at for at, token in enumerate(tokens) if token.kind == "digit"]
    if not digits:
        return "".join(token.text for token in tokens if token.kind in ("word", "mark"))
    point = next((at for at, mark in enumerate(marks) if mark == "."), len(tokens))
    whole, decimals = [at for at in digits if at < point], [at for at in digits if at > point]
    last = whole[-1] if whole else point
    scaled = _commas(marks, digits[-1]) + (_commas(marks, last) if decimals else 0)
    thousands = any(mark == "," for mark in marks[whole[0] : last]) if whole else False
    try:
        exact = Decimal(repr(value)).scaleb(2 * marks.count("%") - 3 * scaled)
        text = f"{exact.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP):f}"
    except InvalidOperation:  # it has more digits than decimals are worked out with
        return None
    return _laid_out(tokens, whole, decimals, text, thousands=thousands).strip()


def _commas(marks: Sequence[str], at: int) -> int:
    """How many commas stand right behind a place."""
    return next((count for count, mark in enumerate(marks[at + 1 :]) if mark != ","), len(marks) - at - 1)


def _laid_out(
    tokens: Sequence[Token], whole: Sequence[int], decimals: Sequence[int], text: str, *, thousands: bool
) -> str:
    """The digits of a number in the places of a format, with the words that stand around and between them."""
    before, _, after = text.partition(".")
    put = _whole(before, whole, tokens, thousands=thousands)
    needed = max(
        (index + 1 for index, at in enumerate(decimals) if tokens[at].text != "#" or after[index] != "0"),
        default=0,
    )
    needed = max(needed, len(after.rstrip("0")))
    put |= {at: after[index] if index < needed else "" for index, at in enumerate(decimals)}
    made = ""
    for at, token in enumerate(tokens):
        if at in put:
            made += put[at]
        elif token.kind == "word" or (
            token.kind == "mark" and (token.text == "%" or (token.text == "." and needed))
        ):
            made += token.text
    return made


def _whole(digits: str, places: Sequence[int], tokens: Sequence[Token], *, thousands: bool) -> dict[int, str]:
    """The digits before the point by their places; the first place takes all that are more."""
    digits = digits.lstrip("0")
    put: dict[int, str] = {}
    least = max((len(places) - index for index, at in enumerate(places) if tokens[at].text == "0"), default=0)
    digits = digits.zfill(least)
    for count, at in enumerate(reversed(places)):
        first = count == len(places) - 1
        end = max(len(digits) - count, 0)
        found = digits[:end] if first else digits[max(end - 1, 0) : end]
        put[at] = _grouped(found, count) if thousands else found
    return put


def _grouped(digits: str, behind: int) -> str:
    """Digits with a comma before every third of the whole number, of which so many more stand behind."""
    made = ""
    for at, digit in enumerate(reversed(digits)):
        made = digit + ("," if (at + behind) % 3 == 0 and at + behind else "") + made
    return made


def _fraction(value: float, tokens: Sequence[Token], line: int) -> str | None:
    """A number as a whole and a fraction, such as 2 1/2."""
    above = _run(tokens, line, -1)
    below = _run(tokens, line, 1)
    mixed = any(tokens[at].kind == "digit" for at in range(above)) if above < line else False
    fixed = "".join(token.text for token in tokens[line + 1 : below + 1] if token.text.isdecimal())
    if value >= 1e12 or line in (above, below):
        return None
    if fixed.strip("0") and len(fixed) <= _MOST_DIGITS:
        found = Fraction(round(value * int(fixed)), int(fixed))
        numerator, under = found.numerator * (int(fixed) // found.denominator), int(fixed)
    else:
        found = Fraction(value).limit_denominator(10 ** min(below - line, _MOST_DIGITS) - 1)
        numerator, under = found.numerator, found.denominator
    whole, numerator = divmod(numerator, under) if mixed else (0, numerator)
    parts = [str(whole)] if mixed and (whole or not numerator) else []
    parts += [f"{numerator}/{under}"] if numerator or not mixed else []
    words = [token.text for token in tokens[below + 1 :] if token.kind == "word"]
    start = [
        token.text
        for token in tokens[: next(at for at, token in enumerate(tokens) if token.kind == "digit")]
        if token.kind == "word"
    ]
    return f"{''.join(start)}{' '.join(parts)}{''.join(words)}".strip()


def _run(tokens: Sequence[Token], line: int, step: int) -> int:
    """The place of the last digit in a row beside a fraction's line."""
    at = line
    while 0 <= at + step < len(tokens) and (
        tokens[at + step].kind == "digit" or tokens[at + step].text.isdecimal()
    ):
        at += step
    return at
