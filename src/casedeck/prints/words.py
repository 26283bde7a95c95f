"""Every word that casedeck prints itself: on cards, and on whatever stands in the table of prints."""

from __future__ import annotations

from collections.abc import Mapping

from casedeck.library.locale import COMMON, Placeholders, locale_record
from casedeck.prints import PRINTS

SECTIONS: Mapping[str, Placeholders] = {
    **COMMON,
    **{name: words for each in PRINTS.values() for name, words in each.words.items()},
}
"""The words that all sheets share and those on each kind of sheet, with the placeholders they may have."""

LOCALE = locale_record(SECTIONS)
"""The keys of a locale file."""
