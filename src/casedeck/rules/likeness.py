"""Which case studies tell nearly the same story?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from casedeck.errors import Problem
from casedeck.model.case_study import CaseStudy
from casedeck.model.text import plain
from casedeck.model.vocabulary import key

RUN = 5
"""Words in a row that are compared as one; two people who tell one story in their own words seldom have five
in common.
"""

MOST_SHARED = 0.5
"""The share of the shorter text at which two case studies are one. Of the cases that ship, no two share a
tenth.
"""

_HOLDERS = 10
"""How many cases are kept for each run of words. Later ones are compared with these, so that work grows with
the number of cases.
"""

_SHORTEST = 8
"""Letters of the shortest title in which one letter more or less is a slip rather than another name."""


class _Index(NamedTuple):
    """The cases so far, how many runs of words each has, and which of them have a run or a spelling of a
    title.
    """

    cases: list[CaseStudy]
    sizes: list[int]
    holders: dict[str, list[int]]
    titles: dict[str, int]


def told_once(cases: Sequence[CaseStudy], others: Sequence[CaseStudy]) -> Iterator[Problem]:
    """L105 for each of the cases that is much like an earlier one, or like one of the others; the most alike
    is named.
    """
    index = _Index([], [], {}, {})
    own = {case.id for case in cases}
    for case in (*others, *cases):
        runs, spellings = _runs(case), _spellings(case.title)
        if case.id in own and (said := _likeness(case, runs, spellings, index)):
            yield Problem(case.place("title"), "L105", said, "keep one of them, or tell them apart")
        _enter(case, runs, spellings, index)


def _likeness(case: CaseStudy, runs: set[str], spellings: set[str], index: _Index) -> str:
    shared = Counter([holder for run in runs for holder in index.holders.get(run, ())])
    shares = {other: number / min(len(runs), index.sizes[other]) for other, number in shared.items()}
    most, nearest = max(
        ((share, -other) for other, share in shares.items()), default=(0.0, 0)
    )  # of equals, the earliest
    if most >= MOST_SHARED:
        return (
            f'"{case.title}" and {_named(index.cases[-nearest])} share {most:.0%} of the shorter '
            f"text; {MOST_SHARED:.0%} is too much"
        )
    same = min((index.titles[spelling] for spelling in spellings if spelling in index.titles), default=None)
    return "" if same is None else f'"{case.title}" has nearly the same title as {_named(index.cases[same])}'


def _named(case: CaseStudy) -> str:
    return f'"{case.title}" in {case.place("").file}'


def _enter(case: CaseStudy, runs: set[str], spellings: set[str], index: _Index) -> None:
    number = len(index.cases)
    index.cases.append(case)
    index.sizes.append(len(runs))
    for run in runs:
        holders = index.holders.setdefault(run, [])
        if len(holders) < _HOLDERS:
            holders.append(number)
    for spelling in spellings:
        index.titles.setdefault(spelling, number)


def _runs(case: CaseStudy) -> set[str]:
    """Every run of words in the sentences of a case, without regard to case and signs."""
    found: set[str] = set()
    for field, text in case.fields():
        if field not in ("title", "keywords"):
            words = re.findall(r"\w+", plain(text).casefold())
            found.update([" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)])
    return found


def _spellings(title: str) -> set[str]:
    """The title without "the", capitals and signs; for a long one also with any one letter left out. Digits
    tell titles apart.
    """
    name = key(re.sub(r"^the\s+", "", title.casefold()))
    slips = [name[:at] + name[at + 1 :] for at, char in enumerate(name) if not char.isdigit()]
    return {name, *(slips if len(name) >= _SHORTEST else ())}
