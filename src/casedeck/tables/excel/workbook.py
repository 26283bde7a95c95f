"""A workbook's sheets, in the order in which people meet them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from casedeck.tables.excel.package import AS_CSV, Package
from casedeck.tables.excel.parts import Book, BookTab, Links, Looks, Texts
from casedeck.tables.excel.worksheet import Shared, WorksheetPart
from casedeck.tables.sheet import Sheet, fail

MAX_SHEETS = 200


def read_workbook(data: bytes, file: str) -> Iterator[Sheet]:
    """The worksheets of a workbook: first the one that opens with it, then the others that are seen, last
    those that are hidden.

    Raises DeckError for a workbook that is broken or holds what no workbook needs.
    """
    package = Package(data, file)
    main = _main(package)
    if main not in package.names:
        fail(file, "F110", *package.what_else())
    book, links = Book(), _links(package, main)
    package.read(main, book)
    tabs = [
        tab
        for tab in book.tabs
        if links.get(tab.link, ("", ""))[0] == "worksheet" and links[tab.link][1] in package.names
    ]
    if not tabs:
        fail(
            file,
            "F110",
            "the workbook has no worksheet",
            "open it in Excel, put the table into a worksheet and save it again",
        )
    if len(tabs) > MAX_SHEETS:
        fail(file, "F102", f"the workbook has {len(tabs):,} worksheets; the limit is {MAX_SHEETS}", AS_CSV)
    if len({links[tab.link][1] for tab in tabs}) < len(tabs):  # each would be read again
        fail(file, "F110", "two worksheets of the workbook are one and the same", AS_CSV)
    first = book.tabs[book.open] if book.open < len(book.tabs) else tabs[0]
    shared = _shared(package, links, from_1904=book.from_1904)
    for tab in sorted(tabs, key=lambda tab: (tab.hidden, tab is not first)):
        yield _sheet(package, tab, links[tab.link][1], shared, tabs)


def _sheet(package: Package, tab: BookTab, part: str, shared: Shared, tabs: list[BookTab]) -> Sheet:
    worksheet = WorksheetPart(shared)
    package.read(part, worksheet)
    others = [other for other in tabs if other is not tab]
    return worksheet.sheet(tab.name)._replace(
        others=tuple(other.name for other in others if not other.hidden),
        unseen=tuple(other.name for other in others if other.hidden),
        hidden=tab.hidden,
    )


def _shared(package: Package, links: dict[str, tuple[str, str]], *, from_1904: bool) -> Shared:
    looks, texts = Looks(), Texts()
    for kind, part in links.values():
        if kind == "styles":
            package.read(part, looks)
        elif kind == "sharedStrings":
            package.read(part, texts)
    return Shared(texts.texts, looks, from_1904)


def _main(package: Package) -> str:
    """The name of the workbook's own part."""
    return next(
        (part for kind, part in _links(package, "").values() if kind == "officeDocument"), "xl/workbook.xml"
    )


def _links(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """The links of a part by their names: the kind of the part that each leads to, and its name."""
    folder, name = posixpath.split(part)
    links = Links()
    package.read(posixpath.join(folder, "_rels", f"{name}.rels"), links)
    return {
        link: (kind, posixpath.normpath(posixpath.join("/", folder, target))[1:])
        for link, (kind, target) in links.found.items()
    }
