"""The sides of a document on their way to be drawn: each is judged, and its digest taken."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from casedeck.errors import DeckError, Problem
from casedeck.model.page import Page, digest
from casedeck.model.sheet import Placed, Sheet, Side, new_pages
from casedeck.prints.document import Document
from casedeck.rules import PAGE_ADVICE, PAGE_RULES, SIDE_RULES
from casedeck.rules.seen import seen


def judged(document: Document, advice: list[Problem]) -> Iterator[Side]:
    """The sides, each judged as it passes, once however often it comes; what is wrong with any of them is
    said when all have passed. What could be better is added to the `advice`.
    """
    problems: list[Problem] = []
    met: dict[int, Sheet] = {}
    for side in document.pages():
        sheet = side if isinstance(side, Sheet) else None
        if sheet is None or id(sheet.placed) not in met:
            for rule in SIDE_RULES.values():
                problems.extend(rule(document.place, side, document.clear_mm))
            if sheet and sheet.again:
                met[id(sheet.placed)] = sheet
        for page in new_pages(side):
            look = seen(page)
            problems.extend(each for rule in PAGE_RULES.values() for each in rule(document.place, look))
            advice.extend(each for rule in PAGE_ADVICE.values() for each in rule(document.place, look))
        yield side
    if problems:
        raise DeckError(problems)


def digested(sides: Iterator[Side], digests: list[str]) -> Iterator[Side]:
    """The sides, with the digest of each added to the list."""
    sheets = _Digests()
    for side in sides:
        digests.append(sheets.of_sheet(side) if isinstance(side, Sheet) else digest(side))
        yield side


class _Digests:
    """The digests of sheets. What comes again is kept, and so are the values, for these to be known by."""

    def __init__(self) -> None:
        self._pages: dict[int, tuple[Page, str]] = {}
        self._sheets: dict[int, tuple[Sheet, str]] = {}

    def of_sheet(self, sheet: Sheet) -> str:
        """A short text that is the same for two sheets just where everything on them is."""
        known = self._sheets.get(id(sheet.placed))
        if known and known[0].guides is sheet.guides:
            return known[1]
        guides = digest(Page(sheet.size, sheet.guides, "", ""))
        told = [guides, *[f"{self._of_placed(each)} {each[1:4]} {each.window}" for each in sheet.placed]]
        made = sha256("\n".join(told).encode()).hexdigest()[: len(guides)]
        if sheet.again:
            self._sheets[id(sheet.placed)] = sheet, made
        return made

    def _of_placed(self, placed: Placed) -> str:
        if placed.first:
            return digest(placed.page)
        if id(placed.page) not in self._pages:
            self._pages[id(placed.page)] = placed.page, digest(placed.page)
        return self._pages[id(placed.page)][1]
