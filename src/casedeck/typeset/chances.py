"""Where a line may break inside what stands between two spaces: Unicode's rules (UAX 14), as far as printed
words go.

Why it is a table of our own, and where it is more careful than Unicode:
docs/decisions/0022-line-breaks-inside-words.md.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from casedeck.model.signs import MAY_BREAK, SOFT_HYPHEN

_SIGN = "[^\\W_]"
"""A letter or a digit."""
_CLOSERS = "、。，．・：；！？）」』】〉》〕ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
_OPENERS = "（「『【〈《〔"
_WIDE = (
    "\u2e80-\u2fff\u3001-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
)

_FIRST_WIDE = _WIDE[0]
"""A word whose signs all come before this one holds none of them."""

_ANY = re.compile(f"[-–‒—/|…@{SOFT_HYPHEN}{MAY_BREAK}]|\\.{_SIGN}")
_HINTED = f"[{SOFT_HYPHEN}{MAY_BREAK}]+"
_IN_WORD = (
    f"{_HINTED}|{_SIGN}{{2}}[’”)\\]%]*[-–‒/|…]+(?=[“‘(\\[]*[^\\W\\d_]{_SIGN})|[^—]—+(?=[^—.,;:!?…)\\]”’])"
)
_WORD = re.compile(_IN_WORD)
_ADDRESS = re.compile(
    r"[^\w]{0,3}(?:https?://|www\.|mailto:)\S+|\S+@\S+\.\S+|[^\w]{0,3}(?:[^\W_][\w-]*\.)+[^\W\d_]{2,}(?:[/?#:]\S*)?\W{0,3}",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(f"{_HINTED}|{_SIGN}{{2}}[-/.?&@=_#:~+,;|]+(?<!www[.])(?={_SIGN}[^\\s.,;:!?)])")


class Chance(NamedTuple):
    """A place before which a line may break; `soft` where a hyphen is shown if it does."""

    at: int
    soft: bool


def chances(word: str) -> list[Chance]:
    """The places inside a word at which a line may break, from left to right."""
    wide = max(word, default="") >= _FIRST_WIDE
    if not (wide or _ANY.search(word)):
        return []
    signs = _IN_ADDRESS if is_address(word) else _wide_word() if wide else _WORD
    return [_chance(found) for found in signs.finditer(word) if 0 < found.end() < len(word)]


@lru_cache(maxsize=1)
def _wide_word() -> re.Pattern[str]:
    """What a word with wide signs breaks at. Made when one is met: so large a class takes long to compile."""
    return re.compile(f"{_IN_WORD}|[{_WIDE}](?<![{_OPENERS}])(?=[{_WIDE}])(?![{_CLOSERS}])")


def is_address(word: str) -> bool:
    """True for what people type to reach a page or a person."""
    return _ADDRESS.fullmatch(word) is not None


def _chance(found: re.Match[str]) -> Chance:
    before = found.string[found.start() - 1 : found.start()]
    return Chance(found.end(), SOFT_HYPHEN in found[0] and MAY_BREAK not in found[0] and before not in "-–—/")
