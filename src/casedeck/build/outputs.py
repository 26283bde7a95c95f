"""The files of a deck besides its PDFs: what the exporters make of its documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec

from casedeck.draw import OUTPUTS
from casedeck.draw.output import Finished, Output
from casedeck.prints.document import Document
from casedeck.wording import Watch, unwatched


def unready(names: Iterable[str]) -> Iterator[Output]:
    """The outputs of these names whose package is missing here."""
    outputs = [OUTPUTS[name] for name in names]
    return (each for each in outputs if each.needs and find_spec(each.needs) is None)


def other_files(
    names: Iterable[str],
    documents: Sequence[Document],
    pdfs: Mapping[str, bytes],
    watch: Watch = unwatched,
) -> dict[str, bytes]:
    """What the outputs of these names make of documents, by the files' names; `pdfs` holds the PDF of each by
    its name. Raises ImportError where the package of an output is missing.
    """
    total = sum(each.page_count * each.copies for each in documents)
    finished = [
        Finished(each.file_name.removesuffix(".pdf"), each.pages, pdfs[each.file_name]) for each in documents
    ]
    made: dict[str, bytes] = {}
    for name in dict.fromkeys(names):
        pages = _PagesDone(watch, f"Making {OUTPUTS[name].what}", total)
        for each in finished:
            made.update(OUTPUTS[name].files(each, pages.next))
    return made


class _PagesDone:
    """Tells a watch of each of so many pages."""

    def __init__(self, watch: Watch, what: str, total: int) -> None:
        self.watch, self.what, self.total, self.done = watch, what, total, 0

    def next(self) -> None:
        """One page more is done."""
        self.done += 1
        self.watch(self.what, self.done, self.total)
