"""What an exporter is: a kind of file that finished pages become."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from casedeck.model.sheet import Side


class Finished(NamedTuple):
    """A document as it is exported: its name without an ending, its sides of paper when asked for, and its
    PDF with all copies.
    """

    name: str
    pages: Callable[[], Iterator[Side]]
    pdf: bytes


class Output(NamedTuple):
    """A kind of file. `what` names such files, `about` says in help and reference page what is made of a
    document; `files` gives each file's name and bytes, and calls the function it is given after each page.
    `needs` is the package that must be there besides those of every build, or nothing.
    """

    what: str
    about: str
    files: Callable[[Finished, Callable[[], None]], Iterable[tuple[str, bytes]]]
    needs: str = ""
