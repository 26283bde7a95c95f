"""Pictures of what a deck comes to: every page, and all pages on one contact sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casedeck.build.pipeline import Built, drawn
from casedeck.prints.document import Document
from casedeck.wording import Watch, count, unwatched

CONTACT_SHEET = "contact-sheet.png"
"""The picture of all pages."""


class Preview(NamedTuple):
    """Pictures by the names of their files, CONTACT_SHEET the first, which shows so many of so many pages."""

    files: dict[str, bytes]
    shown: int
    pages: int


def preview(built: Built, vision: str = "", watch: Watch = unwatched) -> Preview:
    """The pages of a deck as pictures, of the first copy only; where a `vision` is named, in grey or as one
    of `casedeck.model.colour.EYES` sees them.

    Raises DeckError where a page is not acceptable, and ImportError where pypdfium2 is not installed.
    """
    from casedeck.draw.contact_sheet import MOST, as_seen, contact_sheet, side_of, small

    documents = [each.one_copy() for each in built.documents]
    total = sum(each.page_count for each in documents)
    pdfs = drawn(built._replace(documents=documents), watch=watch).files
    files, on_sheet = {CONTACT_SHEET: b""}, []
    for number, (name, picture, lines) in enumerate(_pictures(documents, pdfs), 1):
        files[name] = as_seen(picture, vision) if vision else picture
        if number <= MOST:
            on_sheet.append(small(files[name], side_of(total), lines))
        watch("Making pictures", number, total)
    files[CONTACT_SHEET] = contact_sheet(on_sheet)
    return Preview(files, len(on_sheet), len(files) - 1)


def _pictures(
    documents: list[Document], pdfs: dict[str, bytes]
) -> Iterator[tuple[str, bytes, tuple[str, str]]]:
    """Each page's picture by the name of its file, with what stands under it on the contact sheet."""
    from casedeck.draw import OUTPUTS
    from casedeck.draw.output import Finished

    for each in documents:
        finished = Finished(each.file_name.removesuffix(".pdf"), each.pages, pdfs[each.file_name])
        pages = OUTPUTS["png"].files(finished, lambda: None)
        for number, (name, picture) in enumerate(pages, 1):
            yield name, picture, (each.file_name, f"page {number}")


def told(made: Preview, folder: str) -> str:
    """What was made, in words, in a folder of this name."""
    rest = "" if made.shown == made.pages else f", of which the first {made.shown:,} stand on it"
    return f"{folder}: {CONTACT_SHEET} and pictures of {count(made.pages, 'page')}{rest}"
