"""Whole numbers, lengths and sizes: 24, 1,000, 24 people, twelve; 10mm, 1,5 cm; 70x120mm."""

from __future__ import annotations

import re

from casedeck.model.geometry import UNITS, Size
from casedeck.notation.written import NUMBER_WORDS, Wrong, any_of, plain
from casedeck.wording import short

FIGURES = "(?:[0-9]{1,9}|[0-9]{1,3}(?:[, ][0-9]{3}){1,2})(?:\\.00?)?"
_ROUGHLY = re.compile(
    r"about|around|approx|roughly|nearly|some|up to|at least|at most|more|[~+<>?]|c(?:a|irca)?\."
)

LENGTH_WORDS = {
    **dict.fromkeys(("mm", "millimetre", "millimetres", "millimeter", "millimeters"), "mm"),
    **dict.fromkeys(("cm", "centimetre", "centimetres", "centimeter", "centimeters"), "cm"),
    **dict.fromkeys(("in", "inch", "inches", '"', "″"), "in"),
    **dict.fromkeys(("pt", "point", "points"), "pt"),
}
_LENGTH = re.compile(r'([0-9]{1,6}(?:\.[0-9]{1,6}|,[0-9]{1,2})?) ?([a-z]+|["″])?')


_BY = re.compile(r" ?(?:x|×|\*|by) ?")
SIDE = f"[0-9]+([.,][0-9]+)?\\s*{any_of(tuple(LENGTH_WORDS))}"
"""A regular expression for a length with its unit."""
SIZE = f"[0-9]+([.,][0-9]+)?\\s*{any_of(tuple(LENGTH_WORDS))}?\\s*(?:[xX×*]|[bB][yY])\\s*{SIDE}"
"""A regular expression for two lengths, the second with its unit."""


def read_whole(text: str, low: int, high: int, nouns: tuple[str, ...] = ()) -> int | Wrong:
    """The whole number meant, from `low` to `high`, with or without one of the `nouns` behind it."""
    words = plain(text)
    for noun in nouns:
        if words.endswith(noun) and len(words) > len(noun):
            words = words.removesuffix(noun).strip()
            break
    number = NUMBER_WORDS.get(words, -1)
    if len(words) < 20 and re.fullmatch(FIGURES, words):
        number = int(re.sub(r"\.0+$|[, ]", "", words))
    if low <= number <= high:
        return number
    limits = f'"{short(text)}" is not a whole number from {low:,} to {high:,}'
    return Wrong(limits, _near(words, low, high))


def _near(words: str, low: int, high: int) -> str:
    """The form to write for a number that is said roughly, or as a range."""
    if len(words) > 40:
        return ""
    numbers = [int(found) for found in re.findall("[0-9]+", words)]
    if not all(low <= number <= high for number in numbers):
        return ""
    if len(numbers) == 2 and re.fullmatch(r"\D*[0-9]+ ?(?:-|to|or|and|/) ?[0-9]+\D*", words):
        return f"write one number, such as {max(numbers)}"
    if numbers and re.fullmatch(r"[0-9]+ ?(?:[a-z]+|\([^()]*\))", words):
        return f"write {numbers[0]}"
    if len(numbers) == 1 and _ROUGHLY.search(words):
        return f"write {numbers[0]}"
    return ""


def read_length(text: str, low_mm: float, high_mm: float) -> float | Wrong:
    """The length in mm."""
    found = _LENGTH.fullmatch(plain(text))
    if not found:
        return Wrong(f'"{short(text)}" is not a length', "write it like 10mm")
    if not found[2]:
        return Wrong(f"the length {found[1]} has no unit", f'write "{found[1]}mm", or use cm, in or pt')
    if found[2] not in LENGTH_WORDS:
        return Wrong(f'"{short(found[2])}" is not a unit of length', "use mm, cm, in or pt")
    length = float(found[1].replace(",", ".")) * UNITS[LENGTH_WORDS[found[2]]]
    if low_mm <= length <= high_mm:
        return length
    return Wrong(f"{short(text)} is outside the range from {low_mm:.4g}mm to {high_mm:.4g}mm")


def read_size(text: str, low_mm: float, high_mm: float) -> Size | Wrong | None:
    """The size in mm of what is said as two lengths, such as 70x120mm; None where it is not said so."""
    sides = _BY.split(plain(text))
    if len(sides) != 2 or not all(side[:1].isdigit() for side in sides):
        return None
    width, height = sides
    unit = height.lstrip("0123456789., ") if width[-1].isdigit() else ""
    across, down = read_length(width + unit, low_mm, high_mm), read_length(height, low_mm, high_mm)
    if isinstance(down, Wrong) or isinstance(across, Wrong):
        return next(length for length in (down, across) if isinstance(length, Wrong))
    return Size(across, down)
