"""A PDF's pages as PNG pictures, for looking at (needs the `preview` extra)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO


def draw_pictures(pdf: bytes, dots_per_inch: float) -> Iterator[tuple[str, bytes]]:
    """The title in the bookmarks ("" for a further copy) and a PNG of each page. Raises ImportError where
    pypdfium2 is not installed.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        titles = {bookmark.get_dest().get_index(): bookmark.get_title() for bookmark in document.get_toc()}
        for number, page in enumerate(document):
            buffer = BytesIO()
            page.render(scale=dots_per_inch / 72).to_pil().save(buffer, "PNG")
            yield titles.get(number, ""), buffer.getvalue()
    finally:
        document.close()
