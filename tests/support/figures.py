"""The figures in a case study: percentages, amounts, years, ages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casedeck.model.case_study import CaseStudy
from casedeck.model.text import Rich, plain

_FIGURE = re.compile(r"£?\d[\d,]*(?:\.\d+)?(?:/\d+)?(?:%|k\b|m\b|bn\b)?")


def figures(case: CaseStudy) -> set[str]:
    """Every figure of a case; not those of its title, which are part of a name, nor of its sources."""
    opportunities = [("opportunities", claim.text) for claim in case.opportunities]
    return {figure for field, text in (*case.fields(), *opportunities) if field != "title" for figure, _, _ in _found(plain(text))}


def figures_not_bold(text: Rich) -> list[str]:
    """The figures that do not stand in bold from their first to their last character."""
    bold = [span.bold for span in text for _ in span.text]
    return [figure for figure, start, end in _found(plain(text)) if not all(bold[start:end])]


def _found(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _FIGURE.finditer(text):
        figure = match[0].rstrip(",")
        yield figure, match.start(), match.start() + len(figure)
