"""Judgement: small functions that say what is not acceptable, in explicit tables.

A rule gets facts that composing has recorded and yields Problems; it measures nothing itself. Rules about
cards and pages stand here; those that `casedeck check` applies to case studies, whether or not any deck uses
them, in `advice.py`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from casedeck.compose.fit import Fitted
from casedeck.compose.stationery import Stationery
from casedeck.errors import Place, Problem
from casedeck.model.deck import Card, PrintItem
from casedeck.model.sheet import Side
from casedeck.rules.characters import characters_covered
from casedeck.rules.codes import codes_large, codes_read
from casedeck.rules.contrast import colours_readable
from casedeck.rules.edges import clear_of_edges
from casedeck.rules.families import families_told_apart
from casedeck.rules.legible import apart_in_grey, contrasts, large_enough
from casedeck.rules.logo import logo_clear, logo_seen, logo_sharp
from casedeck.rules.room import text_fits
from casedeck.rules.seen import Seen
from casedeck.rules.setting import headings_end_well, nothing_overlaps
from casedeck.rules.trimmed import safe_from_cutting

ITEM_RULES: Mapping[str, Callable[[PrintItem, Stationery, Sequence[Card]], Iterator[Problem]]] = {
    "P102": characters_covered,
}
"""Judged before cards are fitted, for each print item that shows them."""

LOOK_RULES: Mapping[str, Callable[[PrintItem, Stationery, Sequence[Card]], Iterator[Problem]]] = {
    "T101": colours_readable,
    "T106": logo_seen,
}
"""Judged for each print item with colours and a logo."""

LOOK_ADVICE: Mapping[str, Callable[[PrintItem, Stationery, Sequence[Card]], Iterator[Problem]]] = {
    "T106": logo_clear,
    "T107": logo_sharp,
    "T108": families_told_apart,
}
"""What is looked at beside them, and stops nothing."""

FIT_RULES: Mapping[str, Callable[[PrintItem, Fitted], Iterator[Problem]]] = {
    "P101": text_fits,
}
"""Judged on the fits of each print item."""

SIDE_RULES: Mapping[str, Callable[[Place, Side, float], Iterator[Problem]]] = {
    "P103": clear_of_edges,
}
"""Judged on each side of paper as it is made, with the place of the print item, and how far from the edge of
the paper everything on it has to stand, mm.
"""

PAGE_RULES: Mapping[str, Callable[[Place, Seen], Iterator[Problem]]] = {
    "P107": contrasts,
    "P108": large_enough,
    "P109": safe_from_cutting,
    "P110": codes_read,
    "P112": nothing_overlaps,
    "P113": apart_in_grey,
}
"""Judged on each page once, whether it fills its paper or is placed on a sheet."""

PAGE_ADVICE: Mapping[str, Callable[[Place, Seen], Iterator[Problem]]] = {
    "P110": codes_large,
    "P111": headings_end_well,
}
"""What is looked at beside them, and stops nothing."""
