"""The words of a locale that reasons are said in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casedeck.choose import filters, has, named, picks
from casedeck.choose.conditions import FILTERS
from casedeck.choose.ways import WAYS

REASONS: Mapping[str, tuple[str, ...]] = {
    **named.WORDS,
    **{name: words for way in WAYS for name, words in way.words.items()},
    **picks.WORDS,
    **filters.WORDS,
    **has.WORDS,
    **{name: words for each in FILTERS for name, words in each.words.items()},
}
"""The names of the words, each with its placeholders; those that every list is made with stand in `lists`."""


def words_of(labels: Mapping[str, Any]) -> dict[str, str]:
    """The words that reasons are said in, of a locale that was read."""
    return {**labels["lists"], **labels["reasons"]}
