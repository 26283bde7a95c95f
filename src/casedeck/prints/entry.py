"""What a print item says of itself, for reading, schemas, counting, words, documents and docs to ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from casedeck.library.locale import Placeholders
from casedeck.model.deck import PrintItem
from casedeck.prints.bench import Bench, Make
from casedeck.prints.document import Document
from casedeck.session.supplied import Supplied

OF_A_SHEET = ("paper", "theme", "copies")
"""What an item that is no cards can say."""

Before = Callable[[Bench, PrintItem, Sequence[Document]], list[Document]]
"""Makes what stands before an item's documents, of all those of the build: first its own, then the others."""


class Print(NamedTuple):
    """Something that can stand under `print` in a deck, by its `name`; `about` says what it is.

    It `takes` these keys, and prints the `words` of the locale, section by section, each word with the
    placeholders it may have. `make` makes its documents. Unless the deck says otherwise it is on `paper`,
    or, where it is cards, on a `face` and the paper of that.
    `icons` are the vocabularies whose icons it shows, besides those of the cards. One that prints the
    `session` stands in a deck once, and its paper is that of all the session's sheets; one that tells of the
    session only where there is one `welcomes` it. `before` makes what stands before its documents.

    Where activities can name it as a sheet, `supplied` says how it is printed then, as one document, and
    `supply` makes it where that is not the same.
    """

    name: str
    about: str
    takes: tuple[str, ...]
    words: Mapping[str, Placeholders]
    make: Make
    paper: str = "A4"
    face: str = ""
    icons: tuple[str, ...] = ()
    session: bool = False
    welcomes: bool = False
    before: Before | None = None
    supplied: Supplied | None = None
    supply: Make | None = None
