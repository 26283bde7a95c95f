"""Characters as a document's content streams write them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import groupby

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTFont


class _Codes(dict[int, str]):
    """Characters and their codes; one that is met for the first time is asked for."""

    def __init__(self, ask: Callable[[str], str]) -> None:
        self._ask = ask

    def __missing__(self, char: int) -> str:
        self[char] = code = self._ask(chr(char))
        return code


@lru_cache(maxsize=256)
def _escaped(code: bytes) -> str:
    """A code of one byte as it stands in a string."""
    escaped: str = escapePDF(code)
    return escaped


class Encoder:
    """A font's characters in one document.

    The font hands out codes as characters come, up to 256 in a subset; each character is asked for once.
    """

    def __init__(self, ttf: TTFont, pdf: pdfdoc.PDFDocument) -> None:
        self._ttf, self._pdf = ttf, pdf
        self._codes = _Codes(self._code)
        self._subsets: dict[str, int] = {}
        self._beyond_first: set[str] = set()
        self._names: dict[int, str] = {}

    def encode(self, text: str) -> list[tuple[str, str]]:
        """The font's name and the escaped codes, for each stretch of text in one subset."""
        encoded = text.translate(self._codes)
        if self._beyond_first.isdisjoint(text):
            return [(self._name(0), encoded)]
        stretches = groupby(text, key=self._subsets.__getitem__)
        return [(self._name(subset), "".join(chars).translate(self._codes)) for subset, chars in stretches]

    def _code(self, char: str) -> str:
        ((subset, code),) = self._ttf.splitString(char, self._pdf)
        self._subsets[char] = subset
        if subset:
            self._beyond_first.add(char)
        return _escaped(code)

    def _name(self, subset: int) -> str:
        if subset not in self._names:
            self._names[subset] = self._ttf.getSubsetInternalName(subset, self._pdf)
        return self._names[subset]
