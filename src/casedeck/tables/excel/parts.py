"""The small parts of a workbook: its sheets, the links between parts, the looks of cells and the texts that
cells share.
"""

from __future__ import annotations

from typing import NamedTuple

from casedeck.tables.excel.formats import BUILT_IN, GENERAL
from casedeck.tables.excel.package import Enough

MAX_LOOKS = 66_000
"""How many looks of cells are read: more than Excel writes. A cell with any other has no format."""


def local(name: str) -> str:
    """The name of an element or attribute without the prefix of its namespace."""
    return name.rpartition(":")[2] if ":" in name else name


def is_on(attributes: dict[str, str], name: str = "val", *, given: bool = False) -> bool:
    """Whether an attribute says yes; `given` is what it says by being left out."""
    return attributes.get(name, "1" if given else "0") in ("1", "true", "on")


class Letters(NamedTuple):
    """Letters of a text that have one look; `struck` is None where the cell's own look decides."""

    text: str
    struck: bool | None


class BookTab(NamedTuple):
    """A sheet of the workbook by its name and the link to its part."""

    name: str
    link: str
    hidden: bool


class Book:
    """Reads the workbook's own part: its tabs, the one that is open, and whether days count from 1904."""

    def __init__(self) -> None:
        self.tabs: list[BookTab] = []
        self.open = 0
        self.from_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = local(name)
        if name == "sheet":
            link = next(
                (value for key, value in attributes.items() if local(key) == "id" and key != "id"), ""
            )
            self.tabs.append(
                BookTab(attributes.get("name", ""), link, attributes.get("state", "visible") != "visible")
            )
        elif name == "workbookView" and attributes.get("activeTab", "").isdecimal():
            self.open = int(attributes["activeTab"][:4])
        elif name == "workbookPr":
            self.from_1904 = is_on(attributes, "date1904")

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text within an element."""


class Links:
    """Reads the links from one part to others: by their names, the kind and the target."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if local(name) == "Relationship":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found[attributes.get("Id", "")] = kind, attributes.get("Target", "")

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text within an element."""


class Looks:
    """Reads the looks of cells: by the number that a cell gives, its number format and whether it is struck
    through.
    """

    def __init__(self) -> None:
        self.looks: dict[str, tuple[str, bool]] = {}
        self._formats: dict[str, str] = {}
        self._struck: list[bool] = []
        self._within = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = local(name)
        if name in ("fonts", "cellXfs", "cellStyleXfs", "dxfs"):
            self._within = name
        elif name == "numFmt" and not self._within:
            self._formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", GENERAL)
        elif name == "font" and self._within == "fonts":
            self._struck.append(False)
        elif name == "strike" and self._within == "fonts" and self._struck:
            self._struck[-1] = is_on(attributes, given=True)
        elif name == "xf" and self._within == "cellXfs":
            if len(self.looks) == MAX_LOOKS:
                raise Enough
            number, font = attributes.get("numFmtId", "0"), attributes.get("fontId", "")
            struck = (
                font.isdecimal()
                and len(font) < 9
                and int(font) < len(self._struck)
                and self._struck[int(font)]
            )
            self.looks[str(len(self.looks))] = (
                self._formats.get(number, BUILT_IN.get(number, GENERAL)),
                struck,
            )

    def end(self, name: str) -> None:
        """An element ends."""
        if local(name) == self._within:
            self._within = ""

    def text(self, text: str) -> None:
        """Text within an element."""


class Pieces:
    """Reads a text in pieces of one look each, between the start and the end of an element <si> or <is>."""

    def __init__(self) -> None:
        self.pieces: list[Letters] = []
        self._letters: list[str] = []
        self._reading = self._sounds = False
        self._struck: bool | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == "t":
            self._reading = not self._sounds
        elif name == "r":
            self._struck = None
        elif name == "rPr":
            self._struck = False
        elif name == "strike":
            self._struck = is_on(attributes, given=True)
        elif name == "rPh":
            self._sounds = True

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "t" and self._reading:
            self.pieces.append(Letters("".join(self._letters).replace("_x000D_", ""), self._struck))
            self._letters.clear()
            self._reading = False
        elif name == "rPh":
            self._sounds = False

    def text(self, text: str) -> None:
        """Text within an element."""
        if self._reading:
            self._letters.append(text)

    def taken(self) -> tuple[Letters, ...]:
        """The pieces so far, and begins anew."""
        made = tuple(self.pieces)
        self.pieces.clear()
        self._struck = None
        return made


class Texts:
    """Reads the texts that cells share, by their numbers."""

    def __init__(self) -> None:
        self.texts: list[tuple[Letters, ...]] = []
        self._pieces = Pieces()
        self.text = self._pieces.text

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._pieces.start(local(name), attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        name = local(name)
        if name == "si":
            self.texts.append(self._pieces.taken())
        else:
            self._pieces.end(name)
