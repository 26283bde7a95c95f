"""Do the lines of a page stand clear of one another, and end well?"""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.errors import Place, Problem
from casedeck.model.page import Text, leaves
from casedeck.rules.seen import Seen, in_words, quoted

WIDE_ENOUGH = 0.5
"""From which share of the widest line on one word fills a line."""


def nothing_overlaps(place: Place, page: Seen) -> Iterator[Problem]:
    """P112 for the first line of text that runs into another, a picture or the edge of a filled box."""
    for text, what in page.met[:1]:
        message = f"{in_words(page.page)}, has {quoted(text)}, which runs into {what}"
        yield Problem(place, "P112", message, "shorten the text, or print it on larger paper")


def headings_end_well(place: Place, page: Seen) -> Iterator[Problem]:
    """P111, as advice, for each heading of several lines whose last is one word, and less than half as wide
    as its widest.
    """
    for heading in page.headings:
        if len(heading.marks) < 2:
            continue
        lines = [mark for mark in leaves(heading.marks) if isinstance(mark, Text)]
        last = [line for line in lines if line.y == lines[-1].y]
        widest = max([line.width for line in lines])
        if len(last) == len(lines) or sum([line.width for line in last]) >= WIDE_ENOUGH * widest:
            continue
        if len("".join([run.text for line in last for run in line.runs]).split()) == 1:
            message = (
                f"{in_words(page.page)}, has a heading with one word on its last line, {quoted(last[0])}"
            )
            yield Problem(place, "P111", message, "shorten or lengthen the heading by a word")
