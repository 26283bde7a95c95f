"""The PDF of a document as a kind of file: it is there already, since every build makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from casedeck.draw.output import Finished, Output


def _files(finished: Finished, done: Callable[[], None]) -> Iterator[tuple[str, bytes]]:
    yield f"{finished.name}.pdf", finished.pdf


PDF = Output(what="PDFs", about="a tagged PDF to print, which every build makes", files=_files)
