"""How easy a text is to read, by Flesch's formula for English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_ENDS = re.compile(r"[.?!:]+[\"”'’)]*\s+")


def reading_ease(texts: Iterable[str], fewest: int) -> float | None:
    """Flesch's reading ease: 100 is very easy, 0 very hard. None for fewer words than `fewest`, which say too
    little.

    Each text is at least one sentence. Figures are no words: they are read at a glance.
    """
    sentences = [
        words for text in texts for part in _SENTENCE_ENDS.split(text) if (words := _WORD.findall(part))
    ]
    words = [word for sentence in sentences for word in sentence]
    if len(words) < max(fewest, 1):
        return None
    return 206.835 - 1.015 * len(words) / len(sentences) - 84.6 * sum(map(syllables, words)) / len(words)


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """About how many syllables an English word has: one more than the places where it can be divided."""
    return len(_patterns().positions(word.casefold())) + 1


@lru_cache(maxsize=1)
def _patterns() -> Pyphen:
    from pyphen import Pyphen  # takes 20 ms to import, and only checks of the library need it

    return Pyphen(
        lang="en_US", left=1, right=1
    )  # divides by sound, where British patterns divide by origin and find a tenth fewer
