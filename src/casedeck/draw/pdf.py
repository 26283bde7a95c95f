"""Sides of paper to a tagged PDF file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import casedeck.typeset  # noqa: F401  # before reportlab is imported
from casedeck.draw.document import TaggedDocument
from casedeck.draw.inks import Inks
from casedeck.draw.sides import Further, Sides
from casedeck.draw.trimming import as_sheet
from casedeck.model.colour import Ink
from casedeck.model.sheet import Side
from casedeck.typeset.fonts import Fonts


def draw_pdf(
    pages: Iterable[Side],
    fonts: Fonts,
    *,
    title: str,
    subject: str,
    language: str,
    further: str = "{page}: {title}",
    copies: int = 1,
    sides: int = 1,
    flip: str = "",
    inks: Mapping[str, Ink] | None = None,
    progress: Callable[[], None] = lambda: None,
) -> bytes:
    """The PDF of sides of paper, all copies of them one after the other; `progress` is called after each.

    It asks for one side of the paper or both, and for one of FLIPS where it matters over which edge the paper
    is turned. What stands there for the first time is tagged in full. What comes again, on a sheet or in a
    further copy, is one figure on its side of paper, which says what it repeats, in the words of `further`
    with their {page} and {title}.

    A page that bleeds is drawn larger, with marks to trim it by. Where `inks` are given, everything is in the
    four inks of a print shop: colours (#RRGGBB) that are in it in these, others as they come out.
    """
    document = TaggedDocument(title, subject, language, sides, flip)
    drawn = Sides(document, fonts, further, Inks(inks))
    kept: list[Further] = []
    for side in pages:
        sheet = as_sheet(side)
        drawn.add(sheet)
        if copies > 1:
            kept.append(drawn.further_copy(sheet))
        progress()
    drawn.repeat(kept, copies - 1)
    return document.data()
