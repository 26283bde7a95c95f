"""A PDF's pages as PNG pictures, for looking at (needs the `preview` extra)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

from casedeck.draw.output import Finished, Output

DOTS_PER_INCH = 100


def draw_pictures(pdf: bytes, dots_per_inch: float) -> Iterator[tuple[str, bytes]]:
    """The first title in the bookmarks ("" where nothing new begins) and a PNG of each page. Raises
    ImportError where pypdfium2 is not installed.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        titles: dict[int, str] = {}
        for bookmark in document.get_toc():
            titles.setdefault(bookmark.get_dest().get_index(), bookmark.get_title())
        for number, page in enumerate(document):
            buffer = BytesIO()
            page.render(scale=dots_per_inch / 72).to_pil().save(buffer, "PNG")
            yield titles.get(number, ""), buffer.getvalue()
    finally:
        document.close()


def _files(finished: Finished, done: Callable[[], None]) -> Iterator[tuple[str, bytes]]:
    """A PNG of each page, called after its file, its number, and the card or sheet that it shows."""
    from casedeck.library.case_file import slug_of

    for number, (title, picture) in enumerate(draw_pictures(finished.pdf, DOTS_PER_INCH), 1):
        parts = finished.name, f"{number:03d}", slug_of(title)
        yield f"{'-'.join(filter(None, parts))}.png", picture
        done()


PICTURES = Output(
    what="pictures", about="a picture of every page, as a PNG file", files=_files, needs="pypdfium2"
)
